import repair from '../../../../src/core/normalizing/repairs/document-number-signs';
import { projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    小括号状的六角括号和全角数字: {
      form: projectTarget({
        fields: {
          policyBasis:
            '《公共图书馆管理办法》（南府规﹝２０２２﹞ 8 号）、《关于印发〈办法〉的通知》（南财 〔2023〕12号）。',
        },
      }),
      repaired: {
        B7: '《公共图书馆管理办法》（南府规〔2022〕8号）、《关于印发〈办法〉的通知》（南财〔2023〕12号）。',
      },
    },
  },
  leaves: {
    别的规则管的括号: projectTarget({
      fields: { policyBasis: '南府规[2022]8号；南财（2023）5号；南府规〔2022〕号。' },
    }),
    不是文号: projectTarget({ fields: { policyBasis: '地铁〔2021〕 3号线；合同编号(2022) 5号。' } }),
  },
});
