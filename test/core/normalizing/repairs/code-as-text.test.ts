import repair from '../../../../src/core/normalizing/repairs/code-as-text';
import { projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    位数不多的编码: {
      form: projectTarget({ fields: { projectCode: { value: 440305250060, text: '4.40305E+11' } } }),
      repaired: { B2: { value: '440305250060', numberFormat: '@' } },
    },
    格式补出的零: {
      form: projectTarget({ fields: { projectCode: { value: 12345, text: '0012345', numberFormat: '0000000' } } }),
      repaired: { B2: { value: '0012345', numberFormat: '@' } },
    },
  },
  leaves: {
    已丢失末位的编码: projectTarget({
      fields: {
        projectCode: { value: 440305230060100900000, text: '4.40305E+20', rawNumber: '440305230060100900000' },
      },
    }),
    序号: projectTarget({ fields: { projectCode: 12 } }),
    公式: projectTarget({ fields: { projectCode: { value: 440305250060, formula: 'Z1' } } }),
  },
});
