import rule from '../../../../src/core/rules/budget/income-expenditure';
import { budgetSheet } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

const both = (income: string, expenditure: string) =>
  budgetSheet(
    '收支总表',
    `收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | ${income} | 一、文化旅游体育与传媒支出 | ${expenditure}
收入总计 | ${income} | 支出总计 | ${expenditure}`,
  );

testRule(rule, {
  passes: {
    收支相等: both('#150.00', '#150.00'),
    一边没有填: both('#150.00', ''),
    只有一边的表: budgetSheet('支出总表', '科目编码 | 科目名称 | 支出总计\n207 | 文化旅游体育与传媒支出 | #120.00'),
  },
  fails: {
    收支不等: {
      form: both('#150.00', '#140.00'),
      findings: [
        ['D6', '“支出总计”为 140.00万元，“收入总计”为 150.00万元，相差 10.00万元，收支总计应当相等，请核对。'],
      ],
    },
    差一个末位也不行: {
      form: both('#150', '#151'),
      findings: [['D6', '“支出总计”为 151万元，“收入总计”为 150万元，相差 1万元，收支总计应当相等，请核对。']],
    },
  },
});
