import repair from '../../../../src/core/normalizing/repairs/value-width';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function values(...texts: readonly string[]): ReturnType<typeof projectTarget> {
  return projectTarget({
    rows: cleanRows({ 数量: texts.map((text, index) => [`任务${index + 1}完成情况`, text, '']) }),
  });
}

testRepair(repair, {
  repairs: {
    全角的值和实施期限: {
      form: projectTarget({
        fields: { implementationTerm: '３年' },
        rows: cleanRows({
          数量: [
            ['任务一完成数量', '≥８０００册', ''],
            ['任务二完成率', '９９．５％', ''],
            ['任务三完成数量', '２－３场', ''],
            ['任务四完成率', '＝１００％', ''],
          ],
        }),
      }),
      repaired: { B4: '3年', D12: '≥8000册', D13: '99.5%', D14: '2-3场', D15: '=100%' },
    },
  },
  leaves: {
    符号归规则管: values('＞＝5场', '1～2场', '4期，500人次'),
    说明里的全角数字: projectTarget({ rows: cleanRows({ 数量: [['培训人数', '≥120人', '第１批１２０人。']] }) }),
  },
});
