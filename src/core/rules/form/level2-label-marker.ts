import type { Form, FormCell, Project } from '../../forms/form';
import { parseLevel2 } from '../../forms/indicator-levels';
import { oncePer } from '../../forms/once-per';
import { cellFix } from '../cell-fix';
import { defineFormRule, type RuleContext } from '../define-rule';

/** Marks with which templates pick out rows, as "*" does. Anything else before a label is a slip. */
const EMPHASIS = /^[*★☆●○◆▲△※]+$/;
const TEMPLATE_MARKS = /[*★☆●○◆▲△※]/g;

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
    const labels = labelsOf(form.projects[0]);
    // A mark before every label is a bullet of the template.
    const isEverywhere = labels.length > 1 && labels.every(({ mark }) => mark !== '');
    for (const label of labels) {
      const { cell, mark, name } = label;
      if (mark !== '' && !EMPHASIS.test(mark)) {
        if (isEverywhere || isTemplateMark(label, form, context)) continue;
        const stray = mark.replace(TEMPLATE_MARKS, '');
        const expected = (mark.match(TEMPLATE_MARKS) || []).join('') + name;
        const fix = cellFix('删去多余符号', cell, expected);
        const details = { expected, ...(fix ? { fix } : {}) };
        yield problem('stray', cell, { label: cell.text.trim(), mark: stray, name: expected }, details);
      } else if (mark === '') {
        const marked = labels.filter((other) => other.type === label.type && EMPHASIS.test(other.mark));
        if (marked.length > 0) yield problem('uneven', cell, { name, mark: marked[0].mark });
      }
    }
  },
});

const labelsOf = oncePer(({ indicators }: Project): readonly Label[] => {
  const labels: Label[] = [];
  for (const { level2: cell, level2Kind } of indicators) {
    if (level2Kind === null || labels.some((known) => known.cell.address.row === cell.address.row)) continue;
    const { mark, name, code } = parseLevel2(cell.text);
    // "-11-数量" or "(1)数量": then the sign belongs to the number.
    if (code === null || mark === '') labels.push({ cell, mark, name, type: level2Kind });
  }
  return labels;
});

/** True where the other forms of the workbook print the same mark before the same type. */
function isTemplateMark({ type, mark }: Label, form: Form, context: RuleContext): boolean {
  const uses = context.once('marks before second levels', () => countMarks(context.workbookForms.forms));
  const having = uses.get(keyOf(form, type)) || 0;
  // The label's own form is one of them.
  return having > 1 && uses.get(keyOf(form, type, mark)) === having;
}

/** How many forms of a kind have a type of second level, and how many of them with a certain mark. */
function countMarks(forms: readonly Form[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) {
    if (form.projects.length === 0) continue;
    const keys = new Set<string>();
    for (const { type, mark } of labelsOf(form.projects[0])) keys.add(keyOf(form, type)).add(keyOf(form, type, mark));
    keys.forEach((key) => counts.set(key, (counts.get(key) || 0) + 1));
  }
  return counts;
}

function keyOf(form: Form, type: string, mark?: string): string {
  return JSON.stringify([form.type, type, mark]);
}
