import repair from '../../../../src/core/normalizing/repairs/punctuation-width';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    一律用半角的表: {
      form: projectTarget({
        fields: {
          policyBasis: '《公共图书馆管理办法(2022年修订)》(南府规〔2022〕8号)第十二条.',
          calculationBasis: '图书采购60万元, 馆员培训15万元;设备维护25万元。',
          annualGoal: '采购图书8,000册,开放时间9:00-17:30,培训120人。',
        },
      }),
      repaired: {
        B7: '《公共图书馆管理办法(2022年修订)》（南府规〔2022〕8号）第十二条.',
        B8: '图书采购60万元，馆员培训15万元；设备维护25万元。',
        B9: '采购图书8,000册，开放时间9:00-17:30，培训120人。',
      },
    },
  },
  leaves: {
    项目名称和指标值: projectTarget({
      fields: { projectName: '社区图书馆(二期),运行' },
      rows: cleanRows({
        数量: [
          ['培训场次', '4期,500人次', ''],
          ['224000338-提升公众形象(是/否)', '是', ''],
        ],
      }),
    }),
    数和英文之间的: projectTarget({ fields: { annualGoal: '容量2,211,000册，比例1:20，ISO(9001)认证，A,B两类。' } }),
  },
});
