import rule from '../../../../src/core/rules/form/level2-label-marker';
import { cleanRows, overallTarget, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const marked = (marks: Readonly<Record<string, string>>, onlyFirst = false): readonly IndicatorRow[] => {
  const done = new Set<string>();
  return cleanRows().map(([level1, level2, ...rest]): IndicatorRow => {
    const label = String(level2);
    const mark = (onlyFirst && done.has(label) ? '' : marks[label]) || '';
    done.add(label);
    return [level1, mark + label, ...rest];
  });
};

testRule(rule, {
  passes: {
    必填星号: projectTarget({ rows: marked({ 数量指标: '*', 质量指标: '＊', 服务对象满意度指标: '*' }) }),
    核心指标星号: projectTarget({ rows: marked({ 数量指标: '★' }) }),
    每个标签前都有短横: projectTarget({
      rows: cleanRows().map(([a, b, ...rest]): IndicatorRow => [a, `-${b}`, ...rest]),
    }),
    各表同类标签都有加号: [
      projectTarget({ rows: marked({ 质量指标: '+' }) }),
      projectTarget({ sheet: '表二', rows: marked({ 质量指标: '+' }) }),
    ],
    编号: projectTarget({ rows: cleanRows().map(([a, b, ...rest]): IndicatorRow => [a, `(1)${b}`, ...rest]) }),
  },
  fails: {
    整体支出表的加号: {
      form: overallTarget({ rows: marked({ 时效指标: '+' }) }),
      findings: [['C15', '二级指标“+时效指标”前有多余的符号“+”；请删去，写成“时效指标”。']],
      fixed: { C15: '时效指标' },
    },
    加号: {
      form: projectTarget({ rows: marked({ 质量指标: '+', 社会效益指标: '＋' }) }),
      findings: [
        ['B14', '二级指标“+质量指标”前有多余的符号“+”；请删去，写成“质量指标”。'],
        ['B18', '二级指标“＋社会效益指标”前有多余的符号“+”；请删去，写成“社会效益指标”。'],
      ],
      fixed: { B14: '质量指标', B18: '社会效益指标' },
    },
    星号后的横线: {
      form: projectTarget({ rows: marked({ 数量指标: '*', 质量指标: '*-' }) }),
      findings: [['B14', '二级指标“*-质量指标”前有多余的符号“-”；请删去，写成“*质量指标”。']],
      fixed: { B14: '*质量指标' },
    },
    星号时有时无: {
      form: projectTarget({ rows: marked({ 数量指标: '*', 质量指标: '*' }, true) }),
      findings: [['B13', '同是“数量指标”，有的行带必填符号“*”，本行没有；请按模板统一。']],
    },
  },
});
