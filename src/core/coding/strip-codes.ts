import type { ChangeSet, Edit } from '../changes/change-set';
import { cellKeyOf } from '../changes/change-set';
import type { CodingCell, CodingPlan, CodingRow } from './coding-plan';
import { projectsOf, readLabel } from './level-labels';
import { isCodedLabel } from '../rules/level-code';

/**
 * The edits that take the codes off again: names stay, codes in a column of their own are cleared, and levels below which no code is
 * left get their plain names.
 * @param keys Rows to take them off; all that have a code when left out.
 */
export function strippingChanges(plan: CodingPlan, keys?: readonly string[]): ChangeSet {
  const edits = new Map<string, Edit>();
  const put = (cell: CodingCell, value: string | null): void => {
    if (cell.before.value === value) return;
    const { sheet, address, before } = cell;
    const after = { value, formula: null, numberFormat: before.numberFormat };
    edits.set(cellKeyOf(cell), { sheet, address, before, after });
  };
  const chosen = keys && new Set(keys);
  const stripped = new Set<string>();
  for (const row of plan.rows) {
    if (row.state !== 'coded' || (chosen && !chosen.has(row.key))) continue;
    if (stripRow(row, put)) stripped.add(row.key);
  }
  for (const project of projectsOf(plan.rows)) {
    if (!project.some(({ key }) => stripped.has(key))) continue;
    const kept = project.filter(({ key, state }) => state === 'coded' && !stripped.has(key));
    for (const level of ['level1', 'level2'] as const) {
      const used = new Set(kept.map(({ places }) => kindOf(places[level], level)));
      for (const { places } of project) {
        const cell = places[level];
        if (cell === null || used.has(kindOf(cell, level))) continue;
        const { text, mark, name } = readLabel(cell, level);
        if (isCodedLabel(text) && name !== '') put(cell, `${mark}${name}`);
      }
    }
  }
  return { label: '去掉指标编码', edits: Array.from(edits.values()) };
}

/** True when the row's code can be taken off: never where nothing would be left in the name's cell. */
function stripRow({ name, places }: CodingRow, put: (cell: CodingCell, value: string | null) => void): boolean {
  const { before } = places.name || { before: null };
  const hasCodeInName = before !== null && before.value !== null && String(before.value).trim() !== name;
  if (hasCodeInName && places.name !== null && name === '') return false;
  const inColumn = places.code !== null && places.code.before.value !== null && places.code.before.value !== '';
  if (!hasCodeInName && !inColumn) return false;
  if (places.name !== null && hasCodeInName) put(places.name, name);
  if (places.code !== null && inColumn) put(places.code, null);
  return true;
}

function kindOf(cell: CodingCell | null, level: 'level1' | 'level2'): string {
  return (cell && readLabel(cell, level).kind) || '';
}
