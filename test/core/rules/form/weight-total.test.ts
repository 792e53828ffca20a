import { parseProfile } from '../../../../src/core/review/profile';
import { runReview } from '../../../../src/core/review/run-review';
import rule from '../../../../src/core/rules/form/weight-total';
import type { SheetContent } from '../../../../src/core/workbook/workbook-snapshot';
import general from '../../../../assets/profiles/general.json';
import { sheetOf, workbookOf, type CellSpec } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const NAMES = ['巡查次数', '设施完好率', '维修及时率', '居民知晓率', '居民满意度'];
const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
];

/** Form P with 分值 in column E, rows from 4 on. */
function withWeights(
  weights: readonly CellSpec[],
  { label = '分值', merges = [] as readonly string[], title = '项目支出绩效目标申报表', names = NAMES } = {},
): SheetContent {
  const cells: Record<string, CellSpec> = { A1: title, A2: '项目名称', B2: '路灯养护' };
  ['一级指标', '二级指标', '三级指标', '指标值', label].forEach(
    (text, column) => (cells[`${'ABCDE'[column]}3`] = text),
  );
  weights.forEach((weight, index) => {
    const row = 4 + index;
    const row4 = [...LEVELS[index % 5], names[index % 5], names[index % 5] === '不适用' ? '不适用' : '≥90%', weight];
    row4.forEach((cell, column) => (cells[`${'ABCDE'[column]}${row}`] = cell));
  });
  return sheetOf('表一', cells, ['A1:E1', ...merges]);
}

/** A number cell shown under a format. */
const shown = (value: number, text: string, numberFormat: string): CellSpec => ({ value, text, numberFormat });

testRule(rule, {
  profile: { weightTotals: [100, 90] },
  passes: {
    合计一百: withWeights([20, 20, 20, 20, 20]),
    合计九十: withWeights([20, 20, 20, 20, 10]),
    带单位的文字: withWeights(['20分', '20分', '20 分', '30分', '10分']),
    百分数: withWeights(['20%', '20%', '20%', '20%', '20%'], { label: '权重' }),
    百分数格式的数: withWeights([0.2, 0.2, 0.2, 0.1, 0.3].map((value) => shown(value, `${value * 100}%`, '0%'))),
    小数份额: withWeights([0.1, 0.2, 0.3, 0.15, 0.25], { label: '权重（%）' }),
    三等分的尾差: withWeights(['33.33', '33.33', '33.33', '0', '0']),
    显示的是四舍五入后的数: withWeights(
      [33.4, 33.3, 33.3, 0, 0].map((value) => shown(value, String(Math.round(value)), '0')),
    ),
    公式留下的尾数: withWeights([10.1, 20.2, 29.700000000000003, 20, 20]),
    同类指标的分值合并: withWeights([50, null, null, 30, 20], { merges: ['E4:E6'] }),
    同类指标只在首行写分值: withWeights([50, null, null, 30, 20]),
    不适用的行没有分值: withWeights([40, 20, '/', 20, 20], {
      names: ['巡查次数', '设施完好率', '不适用', '居民知晓率', '居民满意度'],
    }),
    没有分值列: withWeights([10, 10, 10, 10, 10], { label: '备注' }),
  },
  fails: {
    少五分: {
      form: withWeights([20, 20, 20, 20, 15]),
      findings: [['E3', '项目“路灯养护”各项指标的分值合计为95，应为100或90；请核对各行分值。']],
    },
    多出来: {
      form: withWeights(['20.5%', '20%', '20%', '20%', '20%'], { label: '权重（%）' }),
      findings: [['E3', '项目“路灯养护”各项指标的权重合计为100.5，应为100或90；请核对各行权重。']],
    },
    小数份额不足一: {
      form: withWeights([0.1, 0.2, 0.3, 0.15, 0.2], { label: '指标权重' }),
      findings: [['E3', '项目“路灯养护”各项指标的指标权重合计为95，应为100或90；请核对各行指标权重。']],
    },
    合并的分值只算一次: {
      form: withWeights([50, null, null, 30, 10.5], { merges: ['E4:E6'] }),
      findings: [['E3', '项目“路灯养护”各项指标的分值合计为90.5，应为100或90；请核对各行分值。']],
    },
    整体支出表: {
      form: sheetOf(
        '整体',
        {
          ...{ A1: '部门整体支出绩效目标表', A2: '部门名称', B2: '城管局' },
          ...{ A3: '一级指标', B3: '二级指标', C3: '三级指标', D3: '指标值', E3: '权重' },
          ...{ A4: '产出指标', B4: '数量指标', C4: '巡查次数', D4: '≥12次', E4: 60 },
          ...{ A5: '满意度指标', B5: '服务对象满意度指标', C5: '居民满意度', D5: '≥90%', E5: 30.5 },
        },
        ['A1:E1'],
      ),
      findings: [['E3', '部门“城管局”各项指标的权重合计为90.5，应为100或90；请核对各行权重。']],
    },
    编码表逐个项目: {
      form: sheetOf('编码', {
        ...{ A1: '项目名称', B1: '一级指标', C1: '二级指标', D1: '三级指标', E1: '指标值', F1: '分值' },
        ...{ A2: '路灯养护', B2: '产出指标', C2: '数量指标', D2: '巡查次数', E2: '≥12次', F2: 100 },
        ...{ A3: '河道保洁', B3: '产出指标', C3: '数量指标', D3: '保洁河长', E3: '≥8公里', F3: 60 },
        ...{ B4: '产出指标', C4: '质量指标', D4: '水面清洁率', E4: '≥95%', F4: 35 },
      }),
      findings: [['F3', '项目“河道保洁”各项指标的分值合计为95，应为100或90；请核对各行分值。']],
    },
  },
  unchecked: {
    有的行没有分值: {
      form: withWeights([20, 20, null, 20, 20]),
      reasons: ['项目“路灯养护”有1行指标没有填写分值，未核对合计。'],
    },
    都没有填: {
      form: withWeights([null, null, null, null, null]),
      reasons: ['项目“路灯养护”没有填写分值，未核对合计。'],
    },
    认不出: {
      form: withWeights(['20', '约20', '20', '20', '20']),
      reasons: ['项目“路灯养护”的分值“约20”认不出是多少，未核对合计。'],
    },
    公式没有结果: {
      form: withWeights([{ value: null, formula: '100-80' }, 20, 20, 20, 20]),
      reasons: ['项目“路灯养护”的分值“（公式没有结果）”认不出是多少，未核对合计。'],
    },
  },
});

test(`${rule.id}：方案没有规定总分时不核对`, () => {
  const profile = parseProfile({ ...general, weightTotals: [] });
  const snapshot = workbookOf(withWeights([1, 2, 3, 4, 5]));
  const { findings, notChecked } = runReview(snapshot, { rules: [rule], profile, divisionCodes: null });
  expect([findings, notChecked]).toEqual([[], []]);
});
