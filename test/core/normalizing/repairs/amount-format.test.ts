import repair from '../../../../src/core/normalizing/repairs/amount-format';
import { projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  // Amounts of the coded table are in plain digits.
  clean: [projectTarget()],
  repairs: {
    常规格式和没有分隔符的格式: {
      form: projectTarget({
        fields: {
          totalAmount: { value: 1234567.5, text: '1234567.5' },
          annualAmount: { value: 410, text: '410.00 ', numberFormat: '0.00_ ' },
        },
      }),
      repaired: {
        B6: { value: 1234567.5, numberFormat: '#,##0.00' },
        D6: { value: 410, numberFormat: '#,##0.00' },
      },
    },
    小数多于两位的照样显示全: {
      form: projectTarget({ fields: { totalAmount: { value: 300.1255, text: '300.1255' } } }),
      repaired: { B6: { value: 300.1255, numberFormat: '#,##0.0000' } },
    },
  },
  leaves: {
    会计格式和带单位的格式: projectTarget({
      fields: {
        totalAmount: { value: 300, text: '300.00 ', numberFormat: '#,##0.00_ ;\\-#,##0.00\\ ' },
        annualAmount: { value: 100, text: '100万元', numberFormat: '0"万元"' },
      },
    }),
    只显示两位小数: projectTarget({
      fields: { totalAmount: { value: 1925.8132, text: '1,925.81', numberFormat: '#,##0.00' } },
    }),
    以万显示的元: projectTarget({ fields: { totalAmount: { value: 3000000, text: '300', numberFormat: '0,,' } } }),
    公式和算出来的长小数: projectTarget({
      fields: {
        totalAmount: { value: 300, formula: 'D6*3' },
        annualAmount: { value: 33.3333333333333, text: '33.3333333333333' },
      },
    }),
  },
});
