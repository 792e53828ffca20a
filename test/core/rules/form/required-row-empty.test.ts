import rule from '../../../../src/core/rules/form/required-row-empty';
import { cleanRows, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const STARRED = ['数量指标', '质量指标', '社会效益指标', '服务对象满意度指标'];
const starred = (rows: readonly IndicatorRow[]): readonly IndicatorRow[] =>
  rows.map(([level1, level2, ...rest]): IndicatorRow => [
    level1,
    STARRED.indexOf(String(level2)) < 0 ? level2 : `*${level2}`,
    ...rest,
  ]);

testRule(rule, {
  passes: {
    都已填写: projectTarget({ rows: starred(cleanRows()) }),
    没有星号的行: projectTarget({ rows: cleanRows({ 服务对象满意度: [['不适用', '不适用', '不适用']] }) }),
    同类另有一行已填: projectTarget({
      rows: starred(
        cleanRows({
          社会效益: [
            ['社区借阅量增长率', '≥5%', '借阅册次较上年增加。'],
            ['不适用', '不适用'],
          ],
        }),
      ),
    }),
    目标就是没有: projectTarget({ rows: starred(cleanRows({ 质量: [['安全责任事故', '无', '全年不发生事故。']] })) }),
    涉密: projectTarget({
      rows: starred(cleanRows().map(([a, b]): IndicatorRow => [a, b, '涉密内容不宜公开', '涉密内容不宜公开', null])),
    }),
    整张表尚未填写: projectTarget({ rows: starred(cleanRows().map(([a, b]): IndicatorRow => [a, b, null, null])) }),
  },
  fails: {
    填了不适用: {
      form: projectTarget({ rows: starred(cleanRows({ 服务对象满意度: [['不适用', '不适用', '不适用']] })) }),
      findings: [['C21', '“*服务对象满意度指标”是必填指标，不得填“不适用”；请填写服务对象满意度指标的名称和指标值。']],
    },
    整行空白: {
      form: projectTarget({
        rows: starred(
          cleanRows({
            社会效益: [
              [null, null],
              [null, null],
            ],
          }),
        ),
      }),
      findings: [['C18', '“*社会效益指标”是必填指标，现为空白；请填写社会效益指标的名称和指标值。']],
    },
    有名称而指标值不适用: {
      form: projectTarget({ rows: starred(cleanRows({ 质量: [['图书验收合格率', '/', null]] })) }),
      findings: [['D14', '“*质量指标”是必填指标，不得填“/”；请填写质量指标的名称和指标值。']],
    },
  },
});
