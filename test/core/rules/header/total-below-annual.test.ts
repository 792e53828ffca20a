import rule from '../../../../src/core/rules/header/total-below-annual';
import { codedTable, projectTarget, sheetOf, type CellSpec } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const formOf = (totalAmount: CellSpec, annualAmount: CellSpec, implementationTerm: CellSpec = 3) =>
  projectTarget({ fields: { totalAmount, annualAmount, implementationTerm } });

/** A form whose two amounts have units of their own. */
const labelled = (totalLabel: string, total: CellSpec, annualLabel: string, annual: CellSpec, term: CellSpec) =>
  sheetOf('表一', {
    A1: '项目支出绩效目标申报表',
    A2: '项目名称:',
    B2: '古树保护',
    C2: '实施期限:',
    D2: term,
    A3: totalLabel,
    B3: total,
    C3: annualLabel,
    D3: annual,
    A4: '一级指标',
    B4: '二级指标',
    C4: '三级指标',
    D4: '指标值',
    A5: '产出指标',
    B5: '数量指标',
    C5: '保护古树数量',
    D5: '≥30株',
  });

testRule(rule, {
  passes: {
    总金额较大: formOf(300, 100),
    一年的项目相等: formOf('100.00', 100, '1年'),
    只差四舍五入: formOf('100.1', '100.14', 1),
    单位不同而金额相等: labelled('项目总金额（万元）', '12.35', '本年度项目金额（元）', 123456, 1),
    只有一栏注明单位: labelled('项目总金额', 12, '本年度项目金额（元）', 120000, 3),
    期限读不出年数: formOf(300, 100, '长期'),
    金额缺失归另一条规则: formOf(null, 100, 1),
    为零归另一条规则: formOf(0, 100),
    显示的数与存的数不一致: formOf({ value: 800000, text: '80.00', numberFormat: '0!.0,' }, 100),
    编码表只有年度金额: codedTable(),
  },
  fails: {
    总金额较小: {
      form: formOf('80.00', { value: 100, text: '100.00' }),
      findings: [['B6', '项目总金额80.00万元小于本年度项目金额100.00万元，请核对两个金额。']],
    },
    单元格里写了单位: {
      form: formOf('80万元', '100万元'),
      findings: [['B6', '项目总金额80万元小于本年度项目金额100万元，请核对两个金额。']],
    },
    一年的项目不相等: {
      form: formOf('300.00', '100.00', '一年'),
      findings: [['B6', '实施期限为1年，项目总金额300.00万元应与本年度项目金额100.00万元一致，请核对金额或实施期限。']],
    },
    两栏都没有单位: {
      form: labelled('项目总金额', 12, '本年度项目金额', 15, 3),
      findings: [['B3', '项目总金额12小于本年度项目金额15，请核对两个金额。']],
    },
    元万元混用: {
      form: labelled('项目总金额（元）', 12, '本年度项目金额（万元）', 12, 1),
      findings: [
        [
          'B3',
          '项目总金额12元与本年度项目金额12万元相差一万倍，疑似元、万元混用（总金额栏单位为元，年度金额栏单位为万元），请核对单位。',
        ],
      ],
    },
  },
});
