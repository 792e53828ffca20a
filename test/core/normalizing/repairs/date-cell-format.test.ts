import repair from '../../../../src/core/normalizing/repairs/date-cell-format';
import { cleanRows, projectTarget, type CellSpec } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function due(...values: readonly CellSpec[]): ReturnType<typeof projectTarget> {
  return projectTarget({
    rows: cleanRows({ 时效: values.map((value, index) => [`完成时间${index + 1}`, value, '']) }),
  });
}

testRepair(repair, {
  repairs: {
    各种日期格式: {
      form: due(
        { value: 46022, text: '2025/12/31', numberFormat: 'yyyy/m/d' },
        { value: 45838, text: '06-30-25', numberFormat: 'mm-dd-yy' },
        { value: 45838, text: '2025年06月30日', numberFormat: 'yyyy"年"mm"月"dd"日";@' },
      ),
      repaired: {
        D15: { value: 46022, numberFormat: 'yyyy"年"m"月"d"日"' },
        D16: { value: 45838, numberFormat: 'yyyy"年"m"月"d"日"' },
        D17: { value: 45838, numberFormat: 'yyyy"年"m"月"d"日"' },
      },
    },
  },
  leaves: {
    已经是年月日: due({ value: 46022, text: '2025年12月31日', numberFormat: 'yyyy"年"m"月"d"日";@' }),
    只写年月: due({ value: 46022, text: '2025年12月', numberFormat: 'yyyy"年"m"月"' }),
    格式里有前字: due({ value: 46022, text: '2025/12/31前', numberFormat: 'yyyy/m/d"前"' }),
    从1904年算起的工作簿: due({ value: 44560, text: '2025/12/31', numberFormat: 'yyyy/m/d' }),
    不是日期的数: due({ value: 46022, text: '46022' }, { value: 46022, text: '46,022.00', numberFormat: '#,##0.00' }),
    公式: due({ value: 46022, text: '2025/12/31', numberFormat: 'yyyy/m/d', formula: 'Z1' }),
  },
});
