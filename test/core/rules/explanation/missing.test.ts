import rule from '../../../../src/core/rules/explanation/missing';
import { cleanRows, projectTarget, sheetOf, type CellSpec, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const formOf = (name: CellSpec, value: CellSpec, explanation: CellSpec) =>
  projectTarget({ rows: cleanRows({ 数量: [[name, value, explanation]] }) });

const UNEXPLAINED: readonly IndicatorRow[] = [
  ['产出指标', '数量指标', '修缮校舍面积', '≥800平方米', null],
  ['产出指标', '质量指标', '修缮验收合格率', '≥98%', null],
];

testRule(rule, {
  passes: {
    没有解释栏的表: projectTarget({
      rows: [['产出指标', '数量指标', '修缮校舍面积', '≥800平方米']],
      columnTitles: ['一级指标', '二级指标', '三级指标', '指标值'],
    }),
    整行不适用: formOf('不适用', '不适用', null),
    整行空白: formOf(null, null, null),
    有名称无值归另一条规则: formOf('修缮校舍面积', null, null),
    值写不适用: formOf('修缮校舍面积', '不适用', null),
    涉密指标: formOf('涉密内容不宜公开', '涉密内容不宜公开', null),
    解释写不适用: formOf('修缮校舍面积', '≥800平方米', '不适用'),
    说明栏整列空着: projectTarget({
      rows: UNEXPLAINED,
      columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '说明'],
    }),
    解释合并了几行: sheetOf(
      '表一',
      {
        A1: '项目支出绩效目标申报表',
        A2: '项目名称:',
        B2: '校舍修缮',
        A3: '一级指标',
        B3: '二级指标',
        C3: '三级指标',
        D3: '指标值',
        E3: '指标解释',
        A4: '产出指标',
        B4: '数量指标',
        C4: '修缮校舍面积',
        D4: '≥800平方米',
        E4: '以竣工图和验收单为准。',
        A5: '产出指标',
        B5: '质量指标',
        C5: '修缮验收合格率',
        D5: '≥98%',
      },
      ['A1:E1', 'E4:E5'],
    ),
  },
  fails: {
    解释空白: {
      form: formOf('修缮校舍面积', '≥800平方米', ' '),
      findings: [['E12', '指标“修缮校舍面积”没有填写指标解释，请说明考核什么、怎么计算。']],
    },
    整列空着: {
      form: projectTarget({ rows: UNEXPLAINED }),
      findings: [
        ['E12', '指标“修缮校舍面积”没有填写指标解释，请说明考核什么、怎么计算。'],
        ['E13', '指标“修缮验收合格率”没有填写指标解释，请说明考核什么、怎么计算。'],
      ],
    },
  },
});
