import rule from '../../../../src/core/rules/budget/empty-table-note';
import { budgetSheet } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

const fund = (amounts: string, note = '') =>
  budgetSheet(
    '政府性基金预算支出表',
    `科目编码 | 科目名称 | 支出总计 | 基本支出 | 项目支出\n合计 | | ${amounts}\n${note}`,
  );

testRule(rule, {
  passes: {
    有金额: fund('#5.00 | #0.00 | #5.00'),
    全为零并有说明: fund('#0.00 | #0.00 | #0.00', '注：本表本年无发生额。'),
    没有安排也是说明: fund('- | - | -', '说明：本单位2025年没有使用政府性基金预算拨款安排的支出。'),
  },
  fails: {
    全为零没有说明: {
      form: fund('#0.00 | #0.00 | #0.00'),
      findings: [['A1', '“政府性基金预算支出表”的金额全部为零或空白，没有说明，请在表下注明“本表本年无发生额”。']],
    },
    全部空白: {
      form: fund('| |', '注：按功能分类科目列示。'),
      findings: [['A1', '“政府性基金预算支出表”的金额全部为零或空白，没有说明，请在表下注明“本表本年无发生额”。']],
    },
  },
});
