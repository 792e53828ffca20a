import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/income-expenditure',
  severity: 'error',
  title: '收入总计应等于支出总计',
  why: '部门预算收支平衡；两边不等，预算不能批复。',
  basis: '《中华人民共和国预算法》第十二条：收支平衡的原则',
  example: { wrong: '收入总计 2,211，支出总计 2,201', right: '收入总计 2,211，支出总计 2,211' },
  messages: {
    unequal: '{subject}为 {stated}，{sumLabel}为 {sum}，相差 {difference}，收支总计应当相等，请核对。',
  },
  choose: ({ ruleId, outcome }) => (ruleId === 'budget/income-expenditure' && outcome !== 'holds' ? 'unequal' : null),
});
