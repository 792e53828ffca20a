import rule from '../../../../src/core/rules/goal/long-term-annual-words';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const longTerm = (longTermGoal: string, implementationTerm: number | string = 3) =>
  projectTarget({ fields: { longTermGoal, implementationTerm } });

testRule(rule, {
  passes: {
    写明三年: longTerm('三年内采购图书24000册，本年度采购8000册。'),
    每年的职责: longTerm('每年对窗口人员开展培训，全年培训300人次。'),
    持续的效果: longTerm('保障当年运行，持续提升服务水平。'),
    分年安排: longTerm('本年度建成一期，2026-2027年建成二期。'),
    全年是工作方式: longTerm('保障场馆全年开放，群众满意。'),
    一年的项目: longTerm('本年度采购图书8000册。', 1),
    期限看不出年数: longTerm('本年度采购图书8000册。', '长期'),
    没有年度的话: longTerm('形成覆盖全区的阅读网络。'),
    数字写的年数: longTerm('项目分3年实施，本年度建成一期。'),
    十年: longTerm('本年度起10年免费维护。'),
    三年内不是年内: longTerm('3年内建成阅读网络。'),
    空白: longTerm(''),
    不适用: longTerm('不适用'),
  },
  fails: {
    本年度: {
      form: longTerm('本年度采购图书8000册，培训馆员120人。'),
      findings: [['B10', '“长期目标”只写了“本年度”的目标，而实施期限为3年，请写明整个实施期要达到的目标。']],
    },
    全年: {
      form: longTerm('全年举办读书活动12场。', '5年'),
      findings: [['B10', '“长期目标”只写了“全年”的目标，而实施期限为5年，请写明整个实施期要达到的目标。']],
    },
    年份不是年数: {
      form: longTerm('2026年度图书馆服务提质，全年读者满意度进一步提升。'),
      findings: [['B10', '“长期目标”只写了“全年”的目标，而实施期限为3年，请写明整个实施期要达到的目标。']],
    },
    年内: {
      form: longTerm('年内完成社区图书馆改造。', '2025-2027'),
      findings: [['B10', '“长期目标”只写了“年内”的目标，而实施期限为3年，请写明整个实施期要达到的目标。']],
    },
  },
});
