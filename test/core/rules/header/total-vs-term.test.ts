import rule from '../../../../src/core/rules/header/total-vs-term';
import { codedTable, projectTarget, type CellSpec } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const formOf = (totalAmount: CellSpec, annualAmount: CellSpec, implementationTerm: CellSpec) =>
  projectTarget({ fields: { totalAmount, annualAmount, implementationTerm } });

testRule(rule, {
  passes: {
    各年相同: formOf(300, 100, '三年'),
    首年投入较少: formOf(480, 100, 3),
    比值不是整数: formOf(250, 100, 3),
    两年的项目可以是整数倍: formOf(300, 100, 2),
    一年的项目归另一条规则: formOf(700, 100, 1),
    以起止年份表示期限: formOf(300, 100, '2025年1月至2027年12月'),
    期限读不出年数: formOf(700, 100, '长期'),
    跨年的十二个月: formOf(700, 100, '2025年7月-2026年6月'),
    期限空白: formOf(700, 100, null),
    编码表只有年度金额: codedTable(),
  },
  fails: {
    远大于期限: {
      form: formOf('1,620.00', { value: 300, text: '300.00' }, '36个月'),
      findings: [
        [
          'B6',
          '项目总金额1,620.00万元是本年度项目金额300.00万元的5.4倍，与实施期限3年不相称（一般不超过4.8倍），请核对总金额、年度金额和实施期限。',
        ],
      ],
    },
    整数倍与期限不同: {
      form: formOf('90.36', '30.12', '2025-2028'),
      findings: [
        ['B6', '项目总金额90.36万元恰为本年度项目金额30.12万元的3倍，而实施期限为4年，请核对总金额和实施期限。'],
      ],
    },
    多年的项目两数相同: {
      form: formOf('100.00', '100.00', 3),
      findings: [['B6', '项目总金额与本年度项目金额同为100.00万元，而实施期限为3年，请核对总金额和实施期限。']],
    },
    元万元混用: {
      form: formOf(3000000, 100, 3),
      findings: [
        [
          'B6',
          '项目总金额3000000万元是本年度项目金额100万元的约30000倍，疑似元、万元混用（总金额栏单位为万元，年度金额栏单位为万元），请核对单位。',
        ],
      ],
    },
  },
});

describe('方案另定的数值', () => {
  testRule(
    { ...rule, messages: { tooLarge: rule.messages.tooLarge } },
    {
      profile: { thresholds: { 'header/total-vs-term': { largestShare: 1.2, shortestEvenTerm: 10 } } },
      passes: {
        在另定的倍数以内: formOf(350, 100, 3),
        十年以下的整数倍不询问: formOf(100, 100, 3),
      },
      fails: {
        超过另定的倍数: {
          form: formOf(375, 100, 3),
          findings: [
            [
              'B6',
              '项目总金额375万元是本年度项目金额100万元的3.75倍，与实施期限3年不相称（一般不超过3.6倍），请核对总金额、年度金额和实施期限。',
            ],
          ],
        },
      },
    },
  );
});
