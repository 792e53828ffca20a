import type { Form, FormCell, Indicator } from '../../forms/form';
import { parseLevel2 } from '../../forms/indicator-levels';
import { cellFix } from '../cell-fix';
import { defineFormRule, type RuleContext } from '../define-rule';

/** Marks with which templates pick out rows, as "*" does. Anything else before a label is a slip. */
const EMPHASIS = /^[*★☆●○◆▲△※]+$/;

interface Label {
  readonly cell: FormCell;
  readonly mark: string;
  readonly name: string;
  readonly type: string;
}

export default defineFormRule({
  id: 'form/level2-label-marker',
  severity: 'warning',
  title: '二级指标名称前不应有多余符号',
  why: '符号与模板不符，系统导入和汇总时认不出该类指标。',
  basis: '填报惯例',
  example: { wrong: '+数量指标', right: '数量指标' },
  forms: ['project-target', 'overall-target'],
  checksSecret: true,
  messages: {
    stray: '二级指标“{label}”前有多余的符号“{mark}”；请删去，写成“{name}”。',
    uneven: '同是“{name}”，有的行带必填符号“{mark}”，本行没有；请按模板统一。',
  },
  *check(form, problem, context) {
    const labels = labelsOf(form.projects[0].indicators);
    // A mark before every label is a bullet of the template.
    const isEverywhere = labels.length > 1 && labels.every(({ mark }) => mark !== '');
    for (const label of labels) {
      const { cell, mark, name } = label;
      if (mark !== '' && !EMPHASIS.test(mark)) {
        if (isEverywhere || isTemplateMark(label, form, context)) continue;
        const fix = cellFix('删去多余符号', cell, name);
        const details = { expected: name, ...(fix ? { fix } : {}) };
        yield problem('stray', cell, { label: cell.text.trim(), mark, name }, details);
      } else if (mark === '') {
        const marked = labels.filter((other) => other.type === label.type && EMPHASIS.test(other.mark));
        if (marked.length > 0) yield problem('uneven', cell, { name, mark: marked[0].mark });
      }
    }
  },
});

function labelsOf(indicators: readonly Indicator[]): readonly Label[] {
  const labels: Label[] = [];
  for (const { level2: cell, level2Kind } of indicators) {
    if (level2Kind === null || labels.some((known) => known.cell.address.row === cell.address.row)) continue;
    const { mark, name, code } = parseLevel2(cell.text);
    // "-11-数量" or "(1)数量": then the sign belongs to the number.
    if (code === null || mark === '') labels.push({ cell, mark, name, type: level2Kind });
  }
  return labels;
}

/** True where the other forms of the workbook print the same mark before the same type. */
function isTemplateMark(label: Label, form: Form, context: RuleContext): boolean {
  const others = context.workbookForms.forms
    .filter((other) => other !== form && other.type === form.type)
    .map((other) => labelsOf(other.projects[0].indicators).filter(({ type }) => type === label.type))
    .filter((labels) => labels.length > 0);
  return others.length > 0 && others.every((labels) => labels.some(({ mark }) => mark === label.mark));
}
