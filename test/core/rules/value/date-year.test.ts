import rule from '../../../../src/core/rules/value/date-year';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const due = (value: string | { value: number; text: string }) =>
  cleanRows({ 时效: [['河道清淤完成时间', value, '完工报告。']] });
const goal2025 = '2025年完成河道清淤12公里。';

testRule(rule, {
  passes: {
    申报年度内: projectTarget({ fields: { annualGoal: goal2025 }, rows: due('2025年10月底前') }),
    起止时间以结束为准: projectTarget({ fields: { annualGoal: goal2025 }, rows: due('2024年12月-2025年11月') }),
    日期格式的数字单元格: projectTarget({
      fields: { annualGoal: goal2025 },
      rows: due({ value: 45992, text: '2025/12/1' }),
    }),
    没有年份可比: projectTarget({
      title: '申报表',
      fields: { annualGoal: '完成河道清淤12公里。' },
      rows: due('2025年10月31日'),
    }),
    上年开工: projectTarget({
      fields: { annualGoal: goal2025 },
      rows: [
        ...due('2025年10月31日前'),
        ['产出指标', '时效指标', '二期工程开工时间', '2024年6月', '开工令。'],
        ['产出指标', '时效指标', '施工合同签订日期', '2024年5月20日', '合同。'],
      ],
    }),
    跨年的起止时间: projectTarget({
      fields: { annualGoal: goal2025 },
      rows: [
        ...due('2025年10月31日前'),
        ['产出指标', '时效指标', '集中供暖时间', '2025年11月15日至2026年3月15日', '运行记录。'],
        ['产出指标', '时效指标', '工程建设期', '2024年-2026年', '批复。'],
        ['产出指标', '时效指标', '尾款支付时间', '2025年11月', '支付凭证。'],
      ],
    }),
    时长: projectTarget({ fields: { annualGoal: goal2025 }, rows: due('合同签订后90天内') }),
  },
  fails: {
    上年的季度: {
      form: projectTarget({
        title: '2025年项目支出绩效目标申报表',
        fields: { annualGoal: goal2025 },
        rows: [
          ...due('2025年第三季度'),
          ['产出指标', '时效指标', '设备采购完成时间', '2024年第四季度前', '采购合同。'],
          ['产出指标', '时效指标', '尾款支付时间', '2025年11月', '支付凭证。'],
        ],
      }),
      findings: [
        ['D23', '“设备采购完成时间”的完成时间“2024年第四季度前”不在2025年（申报年度，取自标题）内，请核对年份。'],
      ],
    },
    沿用上年: {
      form: projectTarget({
        title: '2025年项目支出绩效目标申报表',
        fields: { annualGoal: goal2025 },
        rows: [
          ...due('2025年10月31日前'),
          ['产出指标', '时效指标', '设备采购完成时间', '2024年6月30日', '采购合同。'],
          ['产出指标', '时效指标', '尾款支付时间', '2025年11月', '支付凭证。'],
        ],
      }),
      findings: [
        ['D23', '“设备采购完成时间”的完成时间“2024年6月30日”不在2025年（申报年度，取自标题）内，请核对年份。'],
      ],
    },
    晚于年度: {
      form: projectTarget({
        title: '2025年度项目支出绩效目标申报表',
        fields: { annualGoal: goal2025 },
        rows: [
          ...due('2025年10月31日前'),
          ['产出指标', '时效指标', '决算审计时间', '2026年3月', '审计报告。'],
          ['产出指标', '时效指标', '尾款支付时间', '2025年11月', '支付凭证。'],
        ],
      }),
      findings: [
        [
          'D23',
          '“决算审计时间”的完成时间“2026年3月”晚于申报年度2025年（取自标题），年度目标请填本年度内的时间。',
          'warning',
        ],
      ],
    },
    各处年份不同: {
      form: projectTarget({ fields: { annualGoal: goal2025 }, rows: due('2024/12/31') }),
      findings: [
        [
          'D15',
          '“河道清淤完成时间”的完成时间“2024/12/31”与绩效目标所示的2025年不一致，而本工作簿各处年份不尽相同，请核对年份。',
          'warning',
        ],
      ],
    },
  },
});
