export interface HostileWorkbook {
  readonly title: string;
  readonly build: () => Uint8Array;
  /** File name; the default is "x.xlsx". */
  readonly name?: string;
  /** Either one line "detail/code: message advice", or all cells as "sheet!A1 = value", and warnings. */
  readonly expected: readonly string[];
}
