import rule from '../../../../src/core/rules/form/blank-row-unmarked';
import { cleanRows, overallTarget, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const starred = (label: string, rows: readonly IndicatorRow[]): readonly IndicatorRow[] =>
  rows.map(([level1, level2, ...rest]): IndicatorRow => [level1, level2 === label ? `*${label}` : level2, ...rest]);

testRule(rule, {
  passes: {
    填了斜杠: projectTarget({ rows: cleanRows({ 生态效益: [['/', '/', '/']] }) }),
    只有指标解释: projectTarget({ rows: cleanRows({ 生态效益: [[null, null, '本项目不影响生态环境。']] }) }),
    只缺指标值: projectTarget({ rows: cleanRows({ 生态效益: [['绿化面积', null, null]] }) }),
    必填行另有规则: projectTarget({ rows: starred('社会效益指标', cleanRows({ 社会效益: [[null, null]] })) }),
    数量指标不能填不适用: projectTarget({ rows: cleanRows({ 数量: [[null, null]] }) }),
    整张表尚未填写: projectTarget({ rows: cleanRows().map(([a, b]): IndicatorRow => [a, b, null, null, null]) }),
    涉密: projectTarget({
      rows: cleanRows().map(([a, b]): IndicatorRow => {
        const text = b === '生态效益指标' ? null : '涉密内容不宜公开';
        return [a, b, text, text, text];
      }),
    }),
  },
  fails: {
    整体支出表整行空白: {
      form: overallTarget({ rows: cleanRows({ 生态效益: [[null, null]] }) }),
      findings: [['D19', '“生态效益指标”整行空白；不涉及的请填“不适用”，涉及的请补填指标。']],
      fixed: { D19: '不适用', E19: '不适用' },
    },
    整行空白: {
      form: projectTarget({ rows: cleanRows({ 经济效益: [[null, null, null]], 生态效益: [[' ', null, null]] }) }),
      findings: [
        ['C17', '“经济效益指标”整行空白；不涉及的请填“不适用”，涉及的请补填指标。'],
        ['C19', '“生态效益指标”整行空白；不涉及的请填“不适用”，涉及的请补填指标。'],
      ],
      fixed: { C17: '不适用', D17: '不适用', E17: '不适用', C19: '不适用', D19: '不适用', E19: '不适用' },
    },
    没有解释列: {
      form: projectTarget({
        columnTitles: ['一级指标', '二级指标', '三级指标', '指标值'],
        rows: [
          ['产出', '数量', '义诊场次', '≥12场'],
          ['效益', '经济效益', null, null],
        ],
      }),
      findings: [['C13', '“经济效益”整行空白；不涉及的请填“不适用”，涉及的请补填指标。']],
      fixed: { C13: '不适用', D13: '不适用' },
    },
    同类已有指标的多余空行: {
      form: projectTarget({
        rows: cleanRows({
          质量: [
            ['图书验收合格率', '≥98%', '验收合格册数占比。'],
            [null, null],
          ],
        }),
      }),
      findings: [['C15', '“质量指标”下有一行空白；请补填指标，不需要的请删去该行。']],
    },
  },
});
