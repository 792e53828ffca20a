export function buildAll(root: string): boolean;
