import type { CatalogueEntry } from '../catalogue/indicator-catalogue';
import type { CellContent, ChangeSet, Edit } from '../changes/change-set';
import { formatCoded } from '../values/indicator-code';
import type { CodingCell, CodingChoices, CodingPlan, CodingRow } from './coding-plan';
import { levelsToWrite } from './level-labels';

/** The entries of all rows that one click may fill in. */
export function certainChoices({ rows }: CodingPlan): CodingChoices {
  const choices: Record<string, CatalogueEntry> = {};
  for (const { key, state, candidates } of rows) if (state === 'certain') choices[key] = candidates[0].entry;
  return choices;
}

/**
 * The edits that fill in the chosen entries: `code-name` into the name's cell, or the code into its own column and the standard name beside it;
 * then the labels of the levels that these rows stand under. Rows that have a code or are left get none, whatever is chosen.
 */
export function fillingChanges(plan: CodingPlan, choices: CodingChoices): ChangeSet {
  const edits: Edit[] = [];
  const codes = new Map<string, string>();
  for (const row of plan.rows) {
    const entry = choices[row.key];
    if (entry === undefined || !isOpen(row)) continue;
    edits.push(...editsOfRow(row, entry));
    codes.set(row.key, entry.code);
  }
  for (const { cell, label } of levelsToWrite(plan, codes)) edits.push(...editOf(cell, label));
  return { label: '填入指标编码', edits };
}

/** True for rows that may be filled in. */
function isOpen({ state }: CodingRow): boolean {
  return state === 'certain' || state === 'choose' || state === 'none';
}

function editsOfRow({ places: { name, code } }: CodingRow, entry: CatalogueEntry): readonly Edit[] {
  if (name === null) return [];
  if (code === null) return editOf(name, formatCoded(entry.code, entry.name));
  return [...editOf(code, entry.code), ...editOf(name, entry.name)];
}

/** No edit where the text stands there already. */
function editOf({ sheet, address, before }: CodingCell, value: string): readonly Edit[] {
  if (before.value === value) return [];
  const after: CellContent = { value, formula: null, numberFormat: before.numberFormat };
  return [{ sheet, address, before, after }];
}
