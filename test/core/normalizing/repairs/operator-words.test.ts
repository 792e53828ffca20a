import repair from '../../../../src/core/normalizing/repairs/operator-words';
import { cleanRows, projectTarget, sheetOf } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function values(...texts: readonly string[]): ReturnType<typeof projectTarget> {
  return projectTarget({
    rows: cleanRows({ 数量: texts.map((text, index) => [`任务${index + 1}完成情况`, text, '']) }),
  });
}

/** With a column between name and target. */
function withNature(head: string, nature: string): ReturnType<typeof sheetOf> {
  const rows = [
    ['一级指标', '二级指标', '三级指标', head, '指标值', '计量单位'],
    ['产出指标', '数量指标', '培训人数', nature, '120以上', '人'],
  ];
  const cells: Record<string, string> = { A1: '项目支出绩效目标表' };
  rows.forEach((row, index) => row.forEach((text, column) => (cells[`${'ABCDEF'[column]}${index + 2}`] = text)));
  return sheetOf('表一', cells);
}

testRepair(repair, {
  repairs: {
    指标性质只写正向: { form: withNature('指标方向', '正向指标'), repaired: { E3: '≥120' } },
    数后面的以上以内: {
      form: values('95%以上', '达到95%以上', '30人及以上', '5%以内', '控制在5%以内', '≥95%以上', '３个工作日以内'),
      repaired: {
        D12: '≥95%',
        D13: '≥95%',
        D14: '≥30人',
        D15: '≤5%',
        D16: '≤5%',
        D17: '≥95%',
        D18: '≤３个工作日',
      },
    },
  },
  leaves: {
    符号另有一栏: withNature('指标性质', '≥'),
    保持一类的词: values('保持在95%以上', '稳定在3000人以上', '维持5%以内'),
    不在末尾和说法不止于数的: values(
      '30%以上企业达标',
      '三级以上医院',
      '中级以上',
      '较上年提高5%以上',
      '满意度95%以上',
      '1小时内',
    ),
    几个值和两头的: values('3场以上，500人次以上', '5%以上10%以下', '60岁以上老人'),
  },
});
