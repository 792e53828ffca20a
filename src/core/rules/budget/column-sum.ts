import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/column-sum',
  severity: 'error',
  title: '合计、总计应等于所列各项之和',
  why: '合计是报表最先被看的数，也是与其他表核对的数。',
  basis: '部门预算报表的表内关系',
  example: { wrong: '本年收入合计 2,211，所列各项之和 2,201', right: '本年收入合计 2,211，所列各项之和 2,211' },
  messages: {
    broken: '{subject}为 {stated}，{sumLabel}为 {sum}，相差 {difference}，超出四舍五入可能产生的 {allowance}，请核对。',
    mixup: '{subject}为 {stated}，{sumLabel}为 {sum}，相差约一万倍，疑似元、万元混用，请核对两处的单位。',
  },
  choose: ({ ruleId, outcome, isUnitMixup }) =>
    ruleId !== 'budget/column-sum' || outcome !== 'broken' ? null : isUnitMixup ? 'mixup' : 'broken',
});
