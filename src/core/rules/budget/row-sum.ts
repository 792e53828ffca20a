import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/row-sum',
  severity: 'error',
  title: '同一行的分栏金额应与合计一致',
  why: '基本支出加项目支出就是支出总计；一行里对不上，后面的汇总都会错。',
  basis: '部门预算报表的表内关系',
  example: { wrong: '支出总计 100，基本支出 60，项目支出 30', right: '支出总计 90，基本支出 60，项目支出 30' },
  messages: {
    broken: '{subject}为 {stated}，{sumLabel}为 {sum}，相差 {difference}，超出四舍五入可能产生的 {allowance}，请核对。',
    part: '{subject}为 {stated}，小于其中的{sumLabel} {sum}，请核对。',
    mixup: '{subject}为 {stated}，{sumLabel}为 {sum}，相差约一万倍，疑似元、万元混用，请核对两处的单位。',
  },
  choose: ({ ruleId, outcome, comparison, isUnitMixup }) => {
    if (ruleId !== 'budget/row-sum' || outcome !== 'broken') return null;
    return isUnitMixup ? 'mixup' : comparison === 'at-least' ? 'part' : 'broken';
  },
});
