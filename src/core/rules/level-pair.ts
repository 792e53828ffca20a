import { containsCell } from '../workbook/cell-address';
import type { Indicator } from '../forms/form';
import { isPossibleParent, type Level1 } from '../forms/indicator-levels';

const LEVEL1_KINDS: readonly Level1[] = ['output', 'benefit', 'satisfaction', 'cost', 'process'];

/** The first level that a row's second level belongs to, when the row stands under another one; else null. */
export function findRightLevel1({ row, level1, level2, level1Kind, level2Kind }: Indicator): Level1 | null {
  if (level1Kind === null || level2Kind === null) return null;
  // Older templates print 时效 and 成本 under 投入 or 过程.
  if (level1Kind === 'process' || isPossibleParent(level1Kind, level2Kind)) return null;
  // A first level carried down from a row above is a guess: its own label may just be missing.
  const isOwn = containsCell(level1.range, { row, column: level1.address.column });
  if (!isOwn || !containsCell(level2.range, { row, column: level2.address.column })) return null;
  return LEVEL1_KINDS.filter((kind) => isPossibleParent(kind, level2Kind))[0];
}
