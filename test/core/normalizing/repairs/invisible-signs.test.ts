import repair from '../../../../src/core/normalizing/repairs/invisible-signs';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    零宽字符和不间断空格: {
      form: projectTarget({
        fields: { projectName: '社区\u200b图书馆运行\ufeff', policyBasis: 'ISO\u00a09001第十二条。' },
        rows: cleanRows({ 数量: [['图书\u200e采购数量', '≥8000\u00ad册', '']] }),
      }),
      repaired: { D2: '社区图书馆运行', B7: 'ISO 9001第十二条。', C12: '图书采购数量', D12: '≥8000册' },
    },
  },
  leaves: {
    看得见的空格和换行: projectTarget({ fields: { annualGoal: '　　采购图书 8000 册。\n\t培训120人。' } }),
    只有零宽字符的格: projectTarget({ fields: { longTermGoal: '\u200b' } }),
  },
});
