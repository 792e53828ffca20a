import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/hierarchy-sum',
  severity: 'error',
  title: '类等于各款之和，款等于各项之和',
  why: '上级科目由下级科目汇总而来；对不上说明漏填、错填或没有重新汇总。',
  basis: '《政府收支分类科目》类、款、项的层级关系',
  example: { wrong: '20113 商贸事务 1,406，其下各项合计 1,396', right: '20113 商贸事务 1,406，其下各项合计 1,406' },
  messages: {
    broken: '{subject}为 {stated}，{sumLabel}为 {sum}，相差 {difference}，超出四舍五入可能产生的 {allowance}，请核对。',
    mixup: '{subject}为 {stated}，{sumLabel}为 {sum}，相差约一万倍，疑似元、万元混用，请核对两处的单位。',
  },
  choose: ({ ruleId, outcome, isUnitMixup }) =>
    ruleId !== 'budget/hierarchy-sum' || outcome !== 'broken' ? null : isUnitMixup ? 'mixup' : 'broken',
});
