import repair from '../../../../src/core/normalizing/repairs/date-writing';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function due(...values: readonly string[]): ReturnType<typeof projectTarget> {
  return projectTarget({
    rows: cleanRows({ 时效: values.map((value, index) => [`完成时间${index + 1}`, value, '']) }),
  });
}

testRepair(repair, {
  repairs: {
    各种写法的期限: {
      form: due(
        '2025/12/31前',
        '2025.12.31之前',
        '2025年12月31号前',
        '2025-06-05以前完成',
        '≤2025年06月05日',
        '2025年1月1日-2025.12.31',
        '2025.6底前',
      ),
      repaired: {
        D15: '2025年12月31日前',
        D16: '2025年12月31日前',
        D17: '2025年12月31日前',
        D18: '2025年6月5日前完成',
        D19: '≤2025年6月5日',
        D20: '2025年1月1日-2025年12月31日',
        D21: '2025年6月底前',
      },
    },
    没有前字的不加: { form: due('2025/12/31'), repaired: { D15: '2025年12月31日' } },
    实施期限的起止日期: {
      form: projectTarget({ fields: { implementationTerm: '2025.1.1-2027.12.31' } }),
      repaired: { B4: '2025年1月1日-2027年12月31日' },
    },
  },
  leaves: {
    规范的期限: due('2025年12月31日前', '2025年12月底前', '2025年6月', '2025年', '每月5日前', '12月底前'),
    没有的日子: due('2025.2.30前', '2025年02月29日前', '2025/6/31'),
    不知是不是日期的数: due(
      '2025.12',
      '2025.123',
      'V2025.12.31.5',
      '2025-12',
      '≥2025.5平方米',
      '2025年1号线开通',
      '1.12.31',
    ),
    名称和说明里的日期: projectTarget({
      rows: cleanRows({ 时效: [['2025.12.31前完成率', '100%', '2025/12/31前完成的项数占比。']] }),
      fields: { annualGoal: '2025.12.31前完成《2021.1.1办法》的修订。' },
    }),
  },
});
