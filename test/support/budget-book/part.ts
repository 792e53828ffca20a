import type { CellSpec } from '../build-form';

/** One line of a table, or of one side of it. */
export interface Entry {
  /** `coded`: a subject of the classification; `item`: of a list; `total`: 合计 and 总计; `other`: 三公 and the like. */
  readonly kind: 'coded' | 'item' | 'total' | 'other';
  readonly code: string | null;
  readonly name: string;
  /** Zero-based columns. */
  readonly codeColumn: number | null;
  readonly nameColumn: number;
  readonly amountColumns: readonly number[];
}

export interface PartRow {
  readonly cells: readonly CellSpec[];
  /** One, or two where 收入 and 支出 stand side by side. */
  readonly entries: readonly Entry[];
}

/** A table before it has its place on a sheet. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** "万元" for 单位：万元. */
  readonly unit: string;
  readonly head: readonly (readonly CellSpec[])[];
  /** As if the head began on row 1. */
  readonly merges: readonly string[];
  readonly body: readonly PartRow[];
  readonly notes: readonly string[];
}

export const DEPARTMENT = '南湖区发展促进局';

/** "A" for 0. */
export function letter(column: number): string {
  return 'ABCDEFGHIJKLMNOP'[column];
}
