import rule from '../../../../src/core/rules/form/redundant-row';
import { cleanRows, codedTable, CLEAN_CODED_ROWS, overallTarget, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const NONE = ['不适用', '不适用', '不适用'] as const;

testRule(rule, {
  passes: {
    两行都不适用: projectTarget({ rows: cleanRows({ 生态效益: [NONE, NONE] }) }),
    不适用的是另一类: projectTarget({
      rows: cleanRows({ 经济效益: [NONE], 社会效益: [['居民知晓率', '≥80%', '问卷。']] }),
    }),
    第二行空白另有规则: projectTarget({
      rows: cleanRows({
        质量: [
          ['道路完好率', '≥95%', '巡查记录。'],
          [null, null, null],
        ],
      }),
    }),
    名称不适用而值有内容另有规则: projectTarget({
      rows: cleanRows({
        质量: [
          ['道路完好率', '≥95%', '巡查记录。'],
          ['不适用', '≥90%', null],
        ],
      }),
    }),
    指标名称里有不适用三字: projectTarget({
      rows: cleanRows({
        质量: [
          ['道路完好率', '≥95%', '巡查记录。'],
          ['不适用设备淘汰率', '100%', '清单。'],
        ],
      }),
    }),
    满意度对象不同: projectTarget({
      rows: [
        ['满意度指标', '居民满意度指标', '居民满意度', '≥90%', '问卷。'],
        ['满意度指标', '企业满意度指标', '不适用', '不适用', '不适用'],
      ],
    }),
    成本在两个一级指标下: projectTarget({
      rows: [
        ['产出指标', '成本指标', '不适用', '不适用', '不适用'],
        ['成本指标', '成本指标', '单场活动成本', '≤5000元', '合同。'],
      ],
    }),
    叫法未知的两类: projectTarget({
      rows: [
        ['产出指标', '绿色指标', '节水量', '≥300吨', '水表。'],
        ['产出指标', '创新指标', '不适用', '不适用', '不适用'],
      ],
    }),
    编码表只列所选指标: codedTable([
      { rows: [...CLEAN_CODED_ROWS, ['1-产出指标', '11-数量指标', '不适用', '不适用', '不适用']] },
    ]),
    涉密: projectTarget({
      rows: [
        ['产出指标', '数量指标', '涉密内容不宜公开', '涉密内容不宜公开', null],
        ['产出指标', '数量指标', '不适用', '不适用', null],
      ],
    }),
  },
  fails: {
    第二行不适用: {
      form: projectTarget({ rows: cleanRows({ 质量: [['道路完好率', '≥95%', '巡查记录。'], NONE] }) }),
      findings: [['C15', '“质量指标”已填有“道路完好率”，本行又写“不适用”；请删去本行。']],
    },
    第一行不适用_写法不同: {
      form: projectTarget({
        rows: cleanRows({
          时效: [
            ['/', '/', '/'],
            ['工程按期完工率', '100%', '竣工报告。'],
            ['无', null, null],
          ],
        }),
      }),
      findings: [
        ['C15', '“时效指标”已填有“工程按期完工率”，本行又写“/”；请删去本行。'],
        ['C17', '“时效指标”已填有“工程按期完工率”，本行又写“无”；请删去本行。'],
      ],
    },
    标签写法不同也是一类: {
      form: projectTarget({
        rows: [
          ['产出', '*数量', '义诊场次', '≥12场', '登记表。'],
          ['产出', '数量指标', '不适用', '不适用', '不适用'],
        ],
      }),
      findings: [['C13', '“数量指标”已填有“义诊场次”，本行又写“不适用”；请删去本行。']],
    },
    整体支出表: {
      form: overallTarget({
        rows: cleanRows({
          社会效益: [
            ['居民知晓率', '≥80%'],
            ['本部门不涉及', '不涉及'],
            ['不涉及', '不涉及'],
          ],
        }),
      }),
      findings: [['D20', '“社会效益指标”已填有“居民知晓率”，本行又写“不涉及”；请删去本行。']],
    },
  },
});
