import rule from '../../../../src/core/rules/value/cost-not-cost';
import { cleanRows, codedTable, projectTarget, overallTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const cost = (name: string, value: string) =>
  projectTarget({ rows: cleanRows({ 成本: [[name, value, '决算报表。']] }) });
const RIGHT = [
  '成本控制率',
  '项目总成本',
  '单位面积养护成本',
  '经费控制率',
  '预算控制率',
  '项目预算控制数',
  '预算支出',
  '成本节约率',
  '预算节约率',
  '预算执行偏差率',
  '资金使用合规率',
  '生均公用经费标准',
  '项目支出控制率',
  '设备采购单价',
  '超支率',
];
const WRONG = [
  '支出进度',
  '支出进度完成率',
  '预算执行率',
  '预算执行情况',
  '预算完成率',
  '项目资金执行率',
  '资金使用率',
  '资金支付及时率',
  '预算资金当年下达率',
  '经费支出率',
  '资金到位率',
  '工程进度',
];

testRule(rule, {
  passes: {
    ...Object.fromEntries(RIGHT.map((name) => [name, cost(name, '≤100%')])),
    时效行的预算执行率: projectTarget({ rows: cleanRows({ 时效: [['预算执行率', '≥95%', '决算报表。']] }) }),
    不适用: cost('不适用', '不适用'),
  },
  fails: {
    整体支出绩效目标表: {
      form: overallTarget({ rows: cleanRows({ 成本: [['预算执行率', '≥95%']] }) }),
      findings: [
        ['D16', '成本指标“预算执行率”反映的是资金使用进度而不是成本，请改填总成本、单位成本或成本控制率一类的指标。'],
      ],
    },
    ...Object.fromEntries(
      WRONG.map((name) => [
        name,
        {
          form: cost(name, '≥95%'),
          findings: [
            [
              'C16',
              `成本指标“${name}”反映的是资金使用进度而不是成本，请改填总成本、单位成本或成本控制率一类的指标。`,
            ] as const,
          ],
        },
      ]),
    ),
    编码表里成本是一级指标: {
      form: codedTable([{ rows: [['4-成本指标', '41-经济成本指标', '441000312-预算执行率', '100%', '100%']] }]),
      findings: [
        ['H3', '成本指标“预算执行率”反映的是资金使用进度而不是成本，请改填总成本、单位成本或成本控制率一类的指标。'],
      ],
    },
  },
});
