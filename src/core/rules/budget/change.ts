import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/change',
  severity: 'error',
  title: '增减变化金额应等于本年减上年',
  why: '增减额要连同正负号说明变化；算错会把减少写成增加。',
  basis: '部门预算报表的表内关系',
  example: { wrong: '上年 3.57，本年 3.80，增减 -0.23', right: '上年 3.57，本年 3.80，增减 0.23' },
  messages: {
    broken: '{subject}为 {stated}，{sumLabel}为 {sum}，请核对金额和正负号。',
  },
  choose: ({ ruleId, outcome }) => (ruleId === 'budget/change' && outcome === 'broken' ? 'broken' : null),
});
