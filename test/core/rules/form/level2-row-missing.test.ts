import rule from '../../../../src/core/rules/form/level2-row-missing';
import { cleanRows, codedTable, overallTarget, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const without = (...labels: readonly string[]): readonly IndicatorRow[] =>
  cleanRows().filter((row) => labels.indexOf(String(row[1])) < 0);

const filledOnly = without('经济效益指标', '生态效益指标', '其他满意度指标');

testRule(rule, {
  passes: {
    标签写法不同: projectTarget({
      rows: cleanRows().map(([level1, level2, ...rest]): IndicatorRow => [
        String(level1).replace('指标', ''),
        `*${String(level2).replace('指标', '')}`,
        ...rest,
      ]),
    }),
    看不出模板有几行的单张表: projectTarget({ rows: filledOnly }),
    本地模板没有其他满意度: [
      projectTarget({ rows: without('其他满意度指标') }),
      projectTarget({ sheet: '表二', rows: without('其他满意度指标') }),
    ],
    只选填部分指标的另一种表: projectTarget({ rows: cleanRows().slice(0, 3) }),
    成本改列为一级指标: projectTarget({
      rows: [
        ...without('成本指标', '可持续影响指标'),
        ['成本指标', '经济成本指标', '图书采购单价', '≤50元', '每册图书的平均采购价。'],
      ],
    }),
    二级指标叫法未知: projectTarget({
      rows: [...without('生态效益指标'), ['效益指标', '绿色发展指标', '不适用', '不适用', '不适用']],
    }),
    编码表只列所选指标: codedTable(),
    整体支出表只列所选指标: overallTarget({ rows: filledOnly }),
    同一工作簿各表都只列所选指标: [
      projectTarget({ rows: without('经济效益指标', '生态效益指标', '其他满意度指标') }),
      projectTarget({ sheet: '表二', rows: without('社会效益指标', '生态效益指标', '其他满意度指标', '经济效益指标') }),
      projectTarget({
        sheet: '表三',
        rows: without('可持续影响指标', '经济效益指标', '生态效益指标', '其他满意度指标'),
      }),
    ],
    没有指标行: projectTarget({ rows: [] }),
    另一种模板的表有这一类: [
      projectTarget({ title: '项目支出绩效目标申报表', rows: filledOnly }),
      projectTarget({ sheet: '表二' }),
    ],
  },
  fails: {
    整体支出表删去一行: {
      form: overallTarget({ rows: without('生态效益指标') }),
      findings: [['C11', '指标表缺少二级指标“生态效益指标”的行；请补上该行，不涉及的填“不适用”。']],
    },
    同一工作簿其他表都有: {
      form: [projectTarget(), projectTarget({ sheet: '表二', rows: filledOnly })],
      findings: [
        [
          '表二!B11',
          '指标表缺少二级指标“经济效益指标”“生态效益指标”“其他满意度指标”的行；请补上该行，不涉及的填“不适用”。',
        ],
      ],
    },
    保留了不适用行却少一行: {
      form: projectTarget({ rows: without('生态效益指标') }),
      findings: [['B11', '指标表缺少二级指标“生态效益指标”的行；请补上该行，不涉及的填“不适用”。']],
    },
  },
});

// Where the profile knows the template, a single form is enough.
testRule(rule, {
  profile: { isTemplateKnown: true, costLevel: 'second', requiredLevel2: ['quantity', 'cost', 'ecologicalBenefit'] },
  passes: {
    成本为一级指标的是另一种模板: projectTarget({
      rows: [
        ...filledOnly.filter(([, level2]) => level2 !== '成本指标'),
        ['成本指标', '经济成本指标', '图书采购单价', '≤50元', '每册图书的平均采购价。'],
      ],
    }),
    方案所列各类都在: projectTarget({ rows: without('时效指标', '经济效益指标', '其他满意度指标') }),
    叫法未知的一行可能就是它: projectTarget({
      rows: [...without('生态效益指标'), ['效益指标', '绿色发展指标', '节水量', '≥300吨', '全年节水吨数。']],
    }),
    编码表只列所选指标: codedTable(),
    没有指标行: projectTarget({ rows: [] }),
  },
  fails: {
    只填了有内容的行: {
      form: projectTarget({ rows: filledOnly }),
      findings: [['B11', '指标表缺少二级指标“生态效益指标”的行；请补上该行，不涉及的填“不适用”。']],
    },
  },
});
