import { isBlank, type FormCell, type Indicator } from '../../forms/form';
import type { Edit } from '../../changes/change-set';
import { isFilledRow } from '../../rules/row-content';
import { compactText } from '../../values/normalize-text';
import { isNotApplicable } from '../../values/special-texts';
import { defineRepair } from '../define-repair';
import { isSameCell } from '../typed-text';

const NOT_APPLICABLE = '不适用';
/** The same and nothing more: a reason in brackets stays. */
const SAYS_NO_MORE = /^(?:暂?不适用|暂?不涉及|无|没有|\/+|[-—–]+|n\/?a)[。.]?$/i;

export default defineRepair({
  id: 'template/not-applicable',
  label: '统一写“不适用”',
  title: '不涉及的指标行各栏一律写“不适用”',
  why: '“无”“/”“n/a”和空白混用，看不出是不涉及还是漏填。',
  basis: '填报惯例',
  example: { wrong: '生态效益指标 | 无 | / | （空）', right: '生态效益指标 | 不适用 | 不适用 | 不适用' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    // A table without any filled row is a form not yet begun.
    if (!project.indicators.some(isFilledRow)) return;
    for (const indicator of project.indicators) {
      const cells = cellsOf(indicator);
      if (!isNotApplicableRow(indicator, cells)) continue;
      const edits: Edit[] = [];
      for (const cell of cells) {
        if (
          cell.formula !== null ||
          cell.value === NOT_APPLICABLE ||
          (!isBlank(cell) && !SAYS_NO_MORE.test(compactText(cell.text)))
        )
          continue;
        const before = { value: cell.value, formula: null, numberFormat: cell.numberFormat };
        edits.push({ sheet: cell.sheet, address: cell.address, before, after: { ...before, value: NOT_APPLICABLE } });
      }
      if (edits.length > 0) yield repair.edit(indicator.name, edits);
    }
  },
});

/** Name, targets and explanation; cells merged into one once. A cell merged over several rows belongs to none of them. */
function cellsOf({ row, name, value, periodValue, explanation }: Indicator): readonly FormCell[] {
  const found: FormCell[] = [];
  for (const cell of [name, value, periodValue, explanation]) {
    if (cell === null || found.some((other) => isSameCell(other, cell))) continue;
    if (cell.range.top !== row || cell.range.bottom !== row) continue;
    found.push(cell);
  }
  return found;
}

function isNotApplicableRow({ name }: Indicator, cells: readonly FormCell[]): boolean {
  if (cells.indexOf(name) < 0 || !isNotApplicable(name.text)) return false;
  return cells.every((cell) => isBlank(cell) || isNotApplicable(cell.text));
}
