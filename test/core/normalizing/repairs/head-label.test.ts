import repair from '../../../../src/core/normalizing/repairs/head-label';
import { formatAddress } from '../../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../../src/core/workbook/workbook-snapshot';
import { projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

const OTHERS = ['表二', '表三', '表四'].map((sheet) => projectTarget({ sheet }));

function relabelled(labels: Readonly<Record<string, string>>): SheetContent {
  const form = projectTarget();
  const cells = form.cells.map((cell) => {
    const label = labels[formatAddress(cell)];
    return label === undefined ? cell : { ...cell, value: label, text: label };
  });
  return { ...form, cells };
}

testRepair(repair, {
  repairs: {
    与本工作簿其他表一致: {
      form: [relabelled({ A2: '项目 编码：', A6: '项目总金额（中期规划，万元）:', C11: '三级 指标' }), ...OTHERS],
      repaired: { '表一!A2': '项目编码:', '表一!A6': '项目总金额(中期规划,万元):', '表一!C11': '三级指标' },
    },
    单独一张表看本表的冒号: {
      form: relabelled({ A2: '项目编码 ：', C4: '项目类型：' }),
      repaired: { A2: '项目编码:', C4: '项目类型:' },
    },
  },
  leaves: {
    单位不同的金额栏: [relabelled({ A6: '项目总金额(中期规划,元):', C6: '本年度项目金额:' }), ...OTHERS],
    各有各的写法时不猜: [
      relabelled({
        A2: '项目编码：',
        C2: '项目名称：',
        A3: '申请单位：',
        C3: '一级预算单位：',
        A4: '实施期限：',
        C4: '项目类型：',
      }),
    ],
    没有冒号的不加: relabelled({ A9: '年度目标' }),
  },
});
