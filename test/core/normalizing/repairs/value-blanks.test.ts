import repair from '../../../../src/core/normalizing/repairs/value-blanks';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function values(...texts: readonly string[]): ReturnType<typeof projectTarget> {
  return projectTarget({
    rows: cleanRows({ 数量: texts.map((text, index) => [`任务${index + 1}完成情况`, text, '']) }),
  });
}

testRepair(repair, {
  repairs: {
    符号数和单位之间: {
      form: values('≥ 95 %', '≥\u00a08000 册', '2025 年 12 月 31 日前', '≤ 3 个工作日'),
      repaired: { D12: '≥95%', D13: '≥8000册', D14: '2025年12月31日前', D15: '≤3个工作日' },
    },
  },
  leaves: {
    几个值并列的: values('4期 500人次', '培训 3 场 参训 500 人'),
    英文词之间和不是数的: values('2 TB', '有效 提升', 'A 级'),
    分行写的: values('≥ 3\n场'),
  },
});
