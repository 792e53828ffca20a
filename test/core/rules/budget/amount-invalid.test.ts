import rule from '../../../../src/core/rules/budget/amount-invalid';
import { expenditure, EXPENDITURE_ROWS, expenditureWith } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    每格都是数字: expenditure(EXPENDITURE_ROWS),
    短横表示没有: expenditureWith(
      '22102 | 住房改革支出 | #12.00 | #12.00 | #0.00',
      '22102 | 住房改革支出 | #12.00 | #12.00 | -',
    ),
    两格空白是习惯: expenditure(EXPENDITURE_ROWS.replace(/#0\.00\n(2080505|22102)/g, '\n$1')),
    整表空白表示零: expenditure(EXPENDITURE_ROWS.replace(/#0\.00/g, '')),
    写明不适用: expenditureWith(
      '22102 | 住房改革支出 | #12.00 | #12.00 | #0.00',
      '22102 | 住房改革支出 | #12.00 | #12.00 | 无',
    ),
  },
  fails: {
    金额写成文字: {
      form: expenditureWith('2070104 | 图书馆 | #70.00', '2070104 | 图书馆 | 七十万元'),
      findings: [['C7', '“2070104 图书馆”的“支出总计”填为“七十万元”，不是数字，请改填金额，没有金额的填 0。']],
    },
    其他行都填零只有一格空白: {
      form: expenditureWith(
        '22102 | 住房改革支出 | #12.00 | #12.00 | #0.00',
        '22102 | 住房改革支出 | #12.00 | #12.00 |',
      ),
      findings: [
        ['E14', '“22102 住房改革支出”的“项目支出”是空白，同一栏其他行都填有数字，请补填金额，没有金额的填 0。'],
      ],
    },
  },
});
