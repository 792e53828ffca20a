import repair from '../../../../src/core/normalizing/repairs/value-final-mark';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function values(...texts: readonly string[]): ReturnType<typeof projectTarget> {
  return projectTarget({
    rows: cleanRows({ 数量: texts.map((text, index) => [`任务${index + 1}完成情况`, text, '']) }),
  });
}

testRepair(repair, {
  repairs: {
    末尾的句号逗号: {
      form: values('≥95%。', '≥8000册；', '2025年12月31日前.', '有效提升。', '4期,500人次，'),
      repaired: { D12: '≥95%', D13: '≥8000册', D14: '2025年12月31日前', D15: '有效提升', D16: '4期,500人次' },
    },
  },
  leaves: {
    成句的定性目标: values('群众阅读习惯逐步养成，社区文化氛围明显改善。', '开放正常，无投诉。'),
    省略号: values('≥……', '逐步提升...'),
    不适用归另一项管: values('不适用。'),
  },
});
