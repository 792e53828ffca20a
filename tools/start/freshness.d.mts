export function arePackagesInstalled(root: string): boolean;
export function sourceStamp(root: string): string;
export function readSourceStamp(root: string): string | null;
export function writeSourceStamp(root: string, stamp: string): void;
