import { defineEquationRule } from '../define-equation-rule';

export default defineEquationRule({
  id: 'budget/rounding',
  severity: 'info',
  title: '取整造成的尾差应当知道',
  why: '按万元取整后各项相加可能差一两个末位；不算错，但核对的人会问。',
  basis: '部门预算报表的表内关系；尾差不超过 0.5 ×（项数 + 1）个末位单位',
  example: { wrong: '合计 1,190，各项取整后相加 1,191', right: '表下注明“金额单位转换时可能存在尾数误差”' },
  messages: {
    rounding:
      '{subject}为 {stated}，{sumLabel}为 {sum}，相差 {difference}，在四舍五入允许的 {allowance}以内，可在表下注明尾数误差。',
  },
  choose: ({ outcome }) => (outcome === 'rounding' ? 'rounding' : null),
});
