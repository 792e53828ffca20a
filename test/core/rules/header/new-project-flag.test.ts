import rule from '../../../../src/core/rules/header/new-project-flag';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const formOf = (projectCode: string, isNewProject: string, annualGoal = '2025年植树500株。') =>
  projectTarget({
    title: '2025年项目支出绩效目标申报表',
    fields: { projectCode, isNewProject, annualGoal },
    rows: [['产出指标', '数量指标', '植树数量', '≥500株', '当年种下并成活的株数。']],
  });

testRule(rule, {
  profile: { codeYearIsFirstBudgetYear: true },
  passes: {
    当年编码的新增项目: formOf('310107250060100905010', '是'),
    早年编码的延续项目: formOf('310107220060100905010', '否'),
    明年编码: formOf('310107260060100905010', '否'),
    不是二十一位的编码: formOf('2025-31', '否'),
    没有填是否: formOf('310107250060100905010', '延续'),
  },
  fails: {
    当年编码却填否: {
      form: formOf('310107250060100905010', '否'),
      findings: [['B5', '项目编码的年份“25”就是申报年度，“是否新增项目”却填“否”，请核对。']],
    },
    早年编码却填是: {
      form: formOf('310107220060100905010', '是'),
      findings: [['B5', '项目编码的年份“22”早于申报年度2025年，“是否新增项目”却填“是”，请核对。']],
    },
  },
  unchecked: {
    申报年度不明确: {
      form: formOf('310107220060100905010', '是', '2023年植树500株。'),
      reasons: ['“社区图书馆运行”的申报年度不明确，未核对是否新增项目。'],
    },
  },
});

// Under another setting, with no case for the messages.
testRule(
  { ...rule, messages: {} },
  { passes: { 方案没有说编码年份是首个预算年度: formOf('310107250060100905010', '否') }, fails: {} },
);
