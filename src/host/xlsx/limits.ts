/** Bounds against archives that grow without end; an honest filing stays far below all of them. */
export interface XlsxLimits {
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  /** Largest single part once unpacked. */
  readonly maxPartBytes: number;
  /** All parts together, as declared and as really unpacked. */
  readonly maxTotalBytes: number;
  /** Unpacked to packed size of a part; only looked at above `ratioFloorBytes`, because blank sheets pack very well. */
  readonly maxRatio: number;
  readonly ratioFloorBytes: number;
  readonly maxXmlDepth: number;
  /** Cells of the whole workbook, blank ones with a format included. */
  readonly maxCells: number;
  readonly maxMergedAreas: number;
  /** Characters of formulas written out from shared formulas. */
  readonly maxFormulaCharacters: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: XlsxLimits = {
  maxFileBytes: 200 * MEGABYTE,
  maxEntries: 20000,
  maxPartBytes: 1024 * MEGABYTE,
  maxTotalBytes: 1200 * MEGABYTE,
  maxRatio: 400,
  ratioFloorBytes: 64 * MEGABYTE,
  maxXmlDepth: 512,
  maxCells: 5000000,
  maxMergedAreas: 100000,
  maxFormulaCharacters: 100 * MEGABYTE,
};

/** What Excel itself cannot hold. */
export const MAX_TEXT_LENGTH = 32767;
export const MAX_FORMULA_LENGTH = 8192;
export const MAX_FORMAT_LENGTH = 255;
