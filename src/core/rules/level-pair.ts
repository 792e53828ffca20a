import { containsCell } from '../workbook/cell-address';
import type { Indicator } from '../forms/form';
import { isCost, isPossibleParent, type Level1 } from '../forms/indicator-levels';
import type { Profile } from '../review/profile';

const LEVEL1_KINDS: readonly Level1[] = ['output', 'benefit', 'satisfaction', 'cost', 'process'];

/**
 * The first level that a row's second level belongs to, when the row stands under another one; else null. Where 成本 belongs
 * depends on the template: both places are right unless the profile knows better.
 */
export function findRightLevel1(
  { row, level1, level2, level1Kind, level2Kind }: Indicator,
  costLevel: Profile['costLevel'],
): Level1 | null {
  if (level1Kind === null || level2Kind === null) return null;
  const isCostRow = isCost(level2Kind) && (level1Kind === 'output' || level1Kind === 'cost');
  const rightForCost = costLevel === 'first' ? 'cost' : 'output';
  const isCostElsewhere = isCostRow && costLevel !== 'either' && level1Kind !== rightForCost;
  // Older templates print 时效 and 成本 under 投入 or 过程.
  if (level1Kind === 'process' || (isPossibleParent(level1Kind, level2Kind) && !isCostElsewhere)) return null;
  // A first level carried down from a row above is a guess: its own label may just be missing.
  const isOwn = containsCell(level1.range, { row, column: level1.address.column });
  if (!isOwn || !containsCell(level2.range, { row, column: level2.address.column })) return null;
  return isCostElsewhere ? rightForCost : LEVEL1_KINDS.filter((kind) => isPossibleParent(kind, level2Kind))[0];
}
