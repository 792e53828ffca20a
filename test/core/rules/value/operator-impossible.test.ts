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
    分子不在分母之内的比率: projectTarget({
      rows: cleanRows({
        经济效益: [
          ['国有资产保值增值率', '≥101%', '年报。'],
          ['粮食产销率', '≥105%', '统计。'],
          ['担保贷款拨备覆盖率', '≥150%', '年报。'],
          ['村级集体经济收支比', '≥110%', '账目。'],
        ],
        社会效益: [['学前教育毛入园率', '≥100%', '统计。']],
      }),
    }),
    每年增长可以超过一倍: projectTarget({
      rows: cleanRows({ 经济效益: [['线上销售额', '每年增长120%', '统计公报。']] }),
    }),
  },
  fails: {
    占比不是两物之比: {
      form: quality('绿色食品占比', '≥105%'),
      findings: [['D14', '“绿色食品占比”的目标值“≥105%”超过 100%，比率不可能高于 100%，请核对后修改。']],
    },
    '大于等于 100%': {
      form: quality('苗木成活率', '≥100%'),
      findings: [['D14', '“苗木成活率”的目标值“≥100%”不成立：比率最高为 100%，请改为“100%”或降低目标。']],
    },
    '文字写的不低于 100%': {
      form: quality('苗木成活率', '不低于100%'),
      findings: [['D14', '“苗木成活率”的目标值“不低于100%”不成立：比率最高为 100%，请改为“100%”或降低目标。']],
    },
    '达到 100% 以上': {
      form: quality('苗木成活率', '达到100%以上'),
      findings: [['D14', '“苗木成活率”的目标值“达到100%以上”不成立：比率最高为 100%，请改为“100%”或降低目标。']],
    },
    '高于 100% 的比率': {
      form: quality('苗木成活率', '110%'),
      findings: [['D14', '“苗木成活率”的目标值“110%”超过 100%，比率不可能高于 100%，请核对后修改。']],
    },
  },
});
