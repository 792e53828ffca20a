import { isBlank, type FormCell, type Indicator } from '../../forms/form';
import type { Edit } from '../../changes/change-set';
import type { Fix } from '../../review/finding';
import { defineRule } from '../define-rule';
import { isBlankRow, isFilledRow, isRequiredRow } from '../row-content';

const NOT_APPLICABLE = '不适用';

export default defineRule({
  id: 'form/blank-row-unmarked',
  severity: 'warning',
  title: '不涉及的指标行应填“不适用”',
  why: '整行空白看不出是不涉及还是漏填，财政和评价人员只能退回询问。',
  basis: '填报惯例',
  example: { wrong: '生态效益指标 | （空） | （空） | （空）', right: '生态效益指标 | 不适用 | 不适用 | 不适用' },
  forms: ['project-target', 'overall-target'],
  messages: {
    blank: '“{level2}”整行空白；不涉及的请填“不适用”，涉及的请补填指标。',
    spare: '“{level2}”下有一行空白；请补填指标，不需要的请删去该行。',
  },
  *check({ project: { indicators } }, problem) {
    // A table without any filled row is a form not yet begun: form/type-missing says so once.
    if (!indicators.some(isFilledRow)) return;
    for (const indicator of indicators) {
      if (!isBlankRow(indicator) || isBlank(indicator.level2) || isRequiredRow(indicator)) continue;
      const level2 = indicator.level2.text.trim();
      const others = indicators.filter(
        (other) => other !== indicator && other.level2Kind === indicator.level2Kind && !isBlankRow(other),
      );
      if (others.length > 0 && indicator.level2Kind !== null) yield problem('spare', indicator.name, { level2 });
      else if (!isSpokenForByTypeMissing(indicator)) {
        const fix = fixOf(indicator);
        yield problem('blank', indicator.name, { level2 }, { expected: NOT_APPLICABLE, ...(fix ? { fix } : {}) });
      }
    }
  },
});

/** Every project has quantities and people it serves: 不适用 would be wrong there. */
function isSpokenForByTypeMissing({ level2Kind }: Indicator): boolean {
  return level2Kind === 'quantity' || level2Kind === 'serviceSatisfaction';
}

function fixOf({ name, value, explanation }: Indicator): Fix | undefined {
  const edits: Edit[] = [];
  for (const cell of [name, value, explanation]) {
    if (cell === null || edits.some((edit) => isAt(edit, cell))) continue;
    if (cell.formula !== null) return undefined;
    const before = { value: cell.value, formula: null, numberFormat: cell.numberFormat };
    edits.push({
      sheet: cell.sheet,
      address: cell.address,
      before,
      after: { ...before, value: NOT_APPLICABLE },
    });
  }
  return { label: '填“不适用”', edits };
}

function isAt(edit: Edit, cell: FormCell): boolean {
  return edit.address.row === cell.address.row && edit.address.column === cell.address.column;
}
