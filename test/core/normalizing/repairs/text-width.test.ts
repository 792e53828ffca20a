import repair from '../../../../src/core/normalizing/repairs/text-width';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    全角数字字母: {
      form: projectTarget({
        fields: { annualGoal: '２０２５年采购图书８０００册，５Ｇ覆盖率９９．５％，《２０２１年工作要点》。' },
        rows: cleanRows({ 数量: [['ＩＳＯ９００１认证数量', '≥1项', '第１批。']] }),
      }),
      repaired: {
        B9: '2025年采购图书8000册，5G覆盖率99.5%，《２０２１年工作要点》。',
        C12: 'ISO9001认证数量',
        E12: '第1批。',
      },
    },
  },
  leaves: {
    项目名称: projectTarget({ fields: { projectName: '第１期社区图书馆运行' } }),
    全角标点: projectTarget({ fields: { annualGoal: '采购图书；培训馆员：120人（含志愿者）～。' } }),
  },
});
