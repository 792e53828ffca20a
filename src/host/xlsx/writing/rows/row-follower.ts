import type { RowChange } from '../../../../core/changes/row-change';
import { XlsxError } from '../../xlsx-error';
import type { PartEdits } from '../part-edits';

/** Something in a part that refers to rows: it is told of every row that comes or goes, and is written once in the end. */
export interface RowFollower {
  /** Throws `XlsxError` where it cannot follow. */
  follow(change: RowChange): void;
  write(edits: PartEdits): void;
}

/** Rows cannot come or go: `obstacle` is what stands in the way, a Chinese clause. */
export function refuseRows(sheet: string, obstacle: string): never {
  throw new XlsxError('rows-unsupported', { sheet, obstacle });
}

/** Where a row that stays stands after the change; the row that goes is where its follower will be. */
export function rowAfter({ kind, row }: Pick<RowChange, 'kind' | 'row'>, line: number): number {
  if (kind === 'insert') return line >= row ? line + 1 : line;
  return line > row ? line - 1 : line;
}
