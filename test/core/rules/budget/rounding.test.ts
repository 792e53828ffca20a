import rule from '../../../../src/core/rules/budget/rounding';
import { budgetSheet } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

const table = (total: string) =>
  budgetSheet(
    '支出总表',
    `科目编码 | 科目名称 | 支出总计
207 | 文化旅游体育与传媒支出 | ${total}
20701 | 文化和旅游 | #60
20702 | 文物 | #40
20703 | 体育 | #20`,
  );

testRule(rule, {
  passes: { 分毫不差: table('#120'), 超出尾差是另一条规则的事: table('#123') },
  fails: {
    三项取整后差二: {
      form: table('#122'),
      findings: [
        [
          'C4',
          '“207 文化旅游体育与传媒支出”为 122万元，下级 3 项之和为 120万元，相差 2万元，在四舍五入允许的 2万元以内，可在表下注明尾数误差。',
        ],
      ],
    },
  },
});
