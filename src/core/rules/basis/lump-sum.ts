import { findField } from '../../forms/form';
import { readHeadAmount } from '../../forms/head-amounts';
import { convertAmount, formatAmount } from '../../values/amount';
import type { CostItem } from '../../values/cost-list';
import { readCalculationBasis } from '../calculation-basis';
import { defineRule } from '../define-rule';

/** 其他 as a whole item; 其他交通费用 and the like name something. */
const OTHER =
  /^(?:其他|其它|其余)(?:(?:零星|杂项|相关|日常|各项|各类|有关|必要|未列明|不可预计)的?)?(?:费用?|支出|经费|开支|杂费|杂项|资金|工作|事项|项目|方面|工作经费|业务经费|零星支出|等)*(?:\(.{0,60}\)?)?$/;
const RESERVE =
  /机动(?:经费|费用?|资金|金|支出|预算|部分)|不可预见(?:性)?(?:的)?(?:费用?|支出|经费|资金|因素|事项|项目|开支)|(?:基本)?预备(?:费|金|经费|资金|支出)/;
const DENIED =
  /(?:不含|不包括|不包含|不安排|未安排|不列|未列|不得|不再|不设|没有|无|取消|剔除|禁止|严禁|不考虑|未考虑)[^,，。;；]{0,8}$/;

export default defineRule({
  id: 'basis/lump-sum',
  severity: 'info',
  title: '测算依据不应有大额“其他”，不应列机动、不可预见、预备性质的费用',
  why: '笼统的金额无从审核，也不知道会用在哪里。',
  basis: '填报惯例',
  example: { wrong: '设备采购 60 万元；其他费用 40 万元', right: '设备采购 60 万元；安装调试 25 万元；运输 15 万元' },
  forms: ['project-target', 'coded-indicators'],
  thresholds: { sharePercent: { value: 15, meaning: '“其他”占项目金额的百分之几起提示' } },
  messages: {
    other: '测算依据中“{label}”{amount}，占本年度项目金额的{share}%，请拆分为具体的支出项目。',
    reserve: '测算依据列有“{words}”，请取消或改为具体的支出项目。',
  },
  *check({ project }, problem, _context, { sharePercent }) {
    const basis = readCalculationBasis(project);
    if (!basis) return;
    const { field, text, list } = basis;
    const annualField = findField(project, 'annualAmount');
    const annual = annualField && readHeadAmount(annualField);
    for (const item of list.items) {
      if (!annual || annual.unit === null || annual.number.lessThanOrEqualTo(0) || !isOther(item)) continue;
      const amount = convertAmount(item.amount || annual.number, '元', annual.unit);
      const share = amount.times(100).dividedBy(annual.number);
      if (share.lessThan(sharePercent) || share.greaterThan(100)) continue;
      const values = { label: item.label, amount: formatAmount(amount) + annual.unit, share: share.toFixed(0) };
      yield problem('other', field.value, values, { quote: text.slice(item.start, item.end) });
    }
    const reserve = RESERVE.exec(text);
    if (reserve && !DENIED.test(text.slice(Math.max(0, reserve.index - 16), reserve.index))) {
      yield problem('reserve', field.value, { words: reserve[0] }, { quote: reserve[0] });
    }
  },
});

function isOther({ role, amount, label }: CostItem): boolean {
  return (role === 'item' || role === 'part') && amount !== null && OTHER.test(label);
}
