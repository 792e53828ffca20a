import type { LeftToPerson } from './normalization-plan';

/** Several repairs of one cell are refused for one reason: that is said once. */
export function sayingEachOnce(left: readonly LeftToPerson[]): readonly LeftToPerson[] {
  const said = new Set<string>();
  return left.filter(({ kind, sheet, cell, reason }) => {
    if (kind !== 'refused') return true;
    const key = [sheet, cell, reason].join('\n');
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
}
