import rule from '../../../../src/core/rules/value/operator-impossible';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const quality = (name: string, value: string) =>
  projectTarget({ rows: cleanRows({ 质量: [[name, value, '检查记录。']] }) });

testRule(rule, {
  passes: {
    '正好 100%': quality('路灯亮灯率', '100%'),
    '等于 100%': quality('路灯亮灯率', '=100%'),
    '不低于 99.5%': quality('路灯亮灯率', '不低于99.5%'),
    '增长率可以超过 100%': projectTarget({
      rows: cleanRows({ 社会效益: [['线上业务量增长率', '≥120%', '系统统计。']] }),
    }),
    '同比增长可以超过 100%': projectTarget({
      rows: cleanRows({ 经济效益: [['旅游收入', '同比增长150%', '统计公报。']] }),
    }),
    成本上限可以高于计划: projectTarget({ rows: cleanRows({ 成本: [['单位成本控制率', '≤105%', '决算表。']] }) }),
    投入产出比没有上限: projectTarget({
      rows: cleanRows({ 经济效益: [['财政资金撬动社会投资比例', '≥300%', '合同。']] }),
    }),
  },
  fails: {
    '大于等于 100%': {
      form: quality('苗木成活率', '≥100%'),
      findings: [['D14', '“苗木成活率”的目标值“≥100%”不成立：比率最高为 100%，请改为“100%”或降低目标。']],
    },
    '文字写的不低于 100%': {
      form: quality('苗木成活率', '不低于100%'),
      findings: [['D14', '“苗木成活率”的目标值“不低于100%”不成立：比率最高为 100%，请改为“100%”或降低目标。']],
    },
    '高于 100% 的比率': {
      form: quality('苗木成活率', '110%'),
      findings: [['D14', '“苗木成活率”的目标值“110%”超过 100%，比率不可能高于 100%，请核对后修改。']],
    },
  },
});
