import rule from '../../../../src/core/rules/value/rate-under-quantity';
import { cleanRows, codedTable, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    计数的数量: projectTarget({ rows: cleanRows({ 数量: [['巡河次数', '≥24次', '全年巡河记录。']] }) }),
    质量指标下的百分比: projectTarget({ rows: cleanRows({ 质量: [['水样检测合格率', '≥95%', '检测报告。']] }) }),
    复合数量里带百分比的说明: projectTarget({ rows: cleanRows({ 数量: [['讲座', '4场,300人次', '签到表。']] }) }),
    数量不适用: projectTarget({ rows: cleanRows({ 数量: [['不适用', '不适用', '不适用']] }) }),
  },
  fails: {
    数量指标填完成率: {
      form: projectTarget({
        rows: cleanRows({
          数量: [
            ['养老补贴发放率', '100%', '发放台账。'],
            ['慰问户数', '≥60户', '慰问名单。'],
          ],
        }),
      }),
      findings: [
        [
          'D12',
          '“养老补贴发放率”列在数量指标下，指标值“100%”却是百分比；请改为可计数的数量，或把该指标移到质量指标、时效指标。',
        ],
      ],
    },
    数字单元格显示为百分比: {
      form: projectTarget({
        rows: cleanRows({ 数量: [['河道保洁覆盖率', { value: 0.95, text: '95%', numberFormat: '0%' }, '巡查记录。']] }),
      }),
      findings: [
        [
          'D12',
          '“河道保洁覆盖率”列在数量指标下，指标值“95%”却是百分比；请改为可计数的数量，或把该指标移到质量指标、时效指标。',
        ],
      ],
    },
    编码表里的区间: {
      form: codedTable([{ rows: [['1-产出指标', '11-数量指标', '111000201-任务完成率', '80%-90%', '80%-90%']] }]),
      findings: [
        [
          'J3',
          '“任务完成率”列在数量指标下，指标值“80%-90%”却是百分比；请改为可计数的数量，或把该指标移到质量指标、时效指标。',
        ],
      ],
    },
  },
});
