import rule from '../../../../src/core/rules/budget/overall-scope';
import { overallTarget } from '../../../support/build-form';
import { budgetSheet } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

const table = (total: string, project: string, name = '支出总表') =>
  budgetSheet(
    '支出总表',
    `科目编码 | 科目名称 | 支出总计 | 基本支出 | 项目支出\n合计 | | ${total} | #50.00 | ${project}\n207 | 文化旅游体育与传媒支出 | ${total} | #50.00 | ${project}`,
    name,
  );

testRule(rule, {
  passes: {
    金额合计等于支出总计: [overallTarget(), table('#100.00', '#50.00')],
    只有支出总表: table('#100.00', '#50.00'),
  },
  fails: {
    只列了项目支出: {
      form: [overallTarget(), table('#150.00', '#100.00')],
      findings: [
        [
          '整体支出!E9',
          '年度主要任务的金额合计为 100.00万元，等于“支出总表”的项目支出，少于支出总计 150.00万元，基本支出没有列入，请核对整体支出的口径。',
        ],
      ],
    },
    哪个数都不是: {
      form: [overallTarget(), table('#120.00', '#70.00')],
      findings: [
        [
          '整体支出!E9',
          '年度主要任务的金额合计为 100.00万元，与“支出总表”的支出总计 120.00万元 不一致，请核对整体支出的口径。',
        ],
      ],
    },
  },
  unchecked: {
    没有支出总表: {
      form: overallTarget(),
      reasons: ['工作簿中没有唯一的支出总表，整体支出绩效目标的金额合计未与支出总计核对。'],
    },
    有两张支出总表: {
      form: [overallTarget(), table('#100.00', '#50.00', '甲'), table('#90.00', '#40.00', '乙')],
      reasons: ['工作簿中没有唯一的支出总表，整体支出绩效目标的金额合计未与支出总计核对。'],
    },
  },
});
