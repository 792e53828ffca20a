import { isBlank, type FormCell } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'explanation/missing',
  severity: 'error',
  title: '填写了的指标应有指标解释',
  why: '没有解释，审核人和评价人不知道指标怎么算、依据什么数据。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效指标应当清晰、可衡量',
  example: { wrong: '培训人数 ≥120人（解释空白）', right: '培训人数 ≥120人：参加区级培训并签到的人数' },
  forms: ['project-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    missing: '指标“{name}”没有填写指标解释，请说明考核什么、怎么计算。',
  },
  *check({ form, project }, problem) {
    const column = form.columns.explanation;
    if (column === null) return;
    const filled = project.indicators.filter(({ name, value }) => isFilled(name) && isFilled(value));
    // A column headed 说明 alone is for remarks: only where others are explained does a gap mean something.
    const isOptional = bareLabel(column.text) === '说明';
    if (isOptional && !filled.some(({ explanation }) => explanation !== null && !isBlank(explanation))) return;
    for (const { explanation, plainName } of filled) {
      if (explanation !== null && isBlank(explanation)) yield problem('missing', explanation, { name: plainName });
    }
  },
});

function isFilled(cell: FormCell): boolean {
  return !isBlank(cell) && !isNotApplicable(cell.text) && !isSecretText(cell.text);
}
