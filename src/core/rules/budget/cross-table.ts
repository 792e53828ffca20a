import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/cross-table',
  severity: 'error',
  title: '同一项目在各表中的金额应一致',
  why: '各表从同一份预算生成；不一致说明改了一张表而没有改另一张。',
  basis: '部门预算报表的表间关系',
  example: { wrong: '收支总表 1,698，支出总表 1,689', right: '收支总表 1,698，支出总表 1,698' },
  forms: ['budget-table', 'project-target'],
  messages: {
    broken: '{subject}在本表为 {stated}，与{sumLabel} {sum}相差 {difference}，两表应当一致，请核对。',
    'one-unit': {
      severity: 'warning',
      text: '{subject}在本表为 {stated}，与{sumLabel} {sum}相差 {difference}，可能是取整造成的，请核对两表。',
    },
    less: {
      severity: 'warning',
      text: '{subject}为 {stated}，小于{sumLabel} {sum}，相差 {difference}，请核对。',
    },
    mixup: '{subject}在本表为 {stated}，与{sumLabel} {sum}相差约一万倍，疑似元、万元混用，请核对两表的单位。',
  },
  choose: ({ ruleId, outcome, comparison, isUnitMixup }) => {
    if (ruleId !== 'budget/cross-table' || outcome === 'rounding') return null;
    if (comparison === 'at-least' && !isUnitMixup) return 'less';
    return outcome === 'one-unit' ? 'one-unit' : isUnitMixup ? 'mixup' : 'broken';
  },
});
