import repair from '../../../../src/core/normalizing/repairs/level-label';
import { cleanRows, codedTable, CLEAN_CODED_ROWS, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function labelled(labels: Readonly<Record<string, string>>): readonly IndicatorRow[] {
  const label = (cell: unknown): string => labels[String(cell)] ?? String(cell);
  return cleanRows().map(([first, second, ...rest]) => [label(first), label(second), ...rest]);
}

function without(suffix: string): readonly IndicatorRow[] {
  return cleanRows().map(([first, second, ...rest]) => [
    String(first).replace(suffix, ''),
    String(second).replace(suffix, ''),
    ...rest,
  ]);
}

testRepair(repair, {
  repairs: {
    少了指标二字: {
      form: projectTarget({ rows: labelled({ 产出指标: '产出', 质量指标: '质量', 社会效益指标: '社会效益' }) }),
      repaired: {
        A12: '产出指标',
        A13: '产出指标',
        A14: '产出指标',
        A15: '产出指标',
        A16: '产出指标',
        B14: '质量指标',
        B18: '社会效益指标',
      },
    },
    星号后的空格和全角星号: {
      form: projectTarget({
        rows: labelled({ 数量指标: '* 数量指标', 质量指标: '＊质量指标', 时效指标: ' *时效指标' }),
      }),
      repaired: { B12: '*数量指标', B13: '*数量指标', B14: '*质量指标', B15: '*时效指标' },
    },
    名称中间的空格和多出的冒号: {
      form: projectTarget({ rows: labelled({ 成本指标: '成本 指标：', 效益指标: '+效益指标' }) }),
      repaired: { B16: '成本指标', A17: '效益指标', A18: '效益指标', A19: '效益指标', A20: '效益指标' },
    },
    编码表里多出的符号: {
      form: codedTable([
        {
          rows: CLEAN_CODED_ROWS.map(([first, second, ...rest]) => [
            first,
            second === '12-质量指标' ? '12-质量 指标' : second,
            ...rest,
          ]) as unknown as typeof CLEAN_CODED_ROWS,
        },
      ]),
      repaired: { G4: '12-质量指标' },
    },
  },
  leaves: {
    一律不带指标二字的表: projectTarget({ rows: without('指标') }),
    只有满意度不带: projectTarget({ rows: labelled({ 满意度指标: '满意度', 服务对象满意度指标: '服务对象满意度' }) }),
    别的说法: projectTarget({ rows: labelled({ 生态效益指标: '环境效益指标', 可持续影响指标: '可持续发展影响指标' }) }),
    编号和备注: projectTarget({
      rows: labelled({
        数量指标: '1.数量指标',
        质量指标: '（二）质量指标',
        时效指标: '时效指标（必填）',
        成本指标: '★成本指标',
      }),
    }),
    带编码的: projectTarget({
      rows: labelled({
        数量指标: '11-数量指标',
        质量指标: '12-质量指标',
        社会效益指标: '22-社会效益',
        经济效益指标: '21-经济效益',
      }),
    }),
    分行和撑开的: projectTarget({ rows: labelled({ 服务对象满意度指标: '服务对象\n满意度指标' }) }),
    二级指标前的加号归规则管: projectTarget({ rows: labelled({ 数量指标: '+数量指标' }) }),
  },
});

testRepair(repair, {
  profile: { levelLabels: 'with-suffix' },
  repairs: {
    方案写明一律带指标二字: {
      form: projectTarget({ rows: [['产出', '*数量', '图书采购数量', '≥8000册', '']] }),
      repaired: { A12: '产出指标', B12: '*数量指标' },
    },
  },
  leaves: { 认不出的级别: projectTarget({ rows: [['履职效能', '管理效率', '图书采购数量', '≥8000册', '']] }) },
});
