import rule from '../../../../src/core/rules/budget/cross-table';
import { budgetSheet, expenditure, EXPENDITURE_ROWS, expenditureWith } from '../../../support/budget-tables';
import { sheetOfPicture } from '../../../support/sheet-picture';
import { testRule } from '../../../support/test-rule';

const sides = (total: string, culture = '#120.00', unit = '万元') =>
  sheetOfPicture(
    '收支总表',
    `收支总表
部门名称：南湖区文化服务中心 | | 单位：${unit}
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | ${total} | 一、文化旅游体育与传媒支出 | ${culture}
本年收入合计 | ${total} | 本年支出合计 | ${total}
收入总计 | ${total} | 支出总计 | ${total}`,
  );

const general = (culture: string) =>
  budgetSheet(
    '一般公共预算支出表（按功能分类）',
    `科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
合计 | | #150.00 | #90.00 | #60.00
207 | 文化旅游体育与传媒支出 | ${culture} | #60.00 | #60.00`,
    '表7',
  );

testRule(rule, {
  passes: {
    各表一致: [sides('#150.00'), expenditure(EXPENDITURE_ROWS), general('#120.00')],
    一张元一张万元: [sides('#1,500,000.00', '#1,200,000.00', '元'), expenditure(EXPENDITURE_ROWS)],
    两个部门的表不互相比: [sides('#99.00'), expenditure(EXPENDITURE_ROWS, '甲'), expenditure(EXPENDITURE_ROWS, '乙')],
    总数不是一笔钱时不逐科目比: [
      expenditure(EXPENDITURE_ROWS),
      budgetSheet(
        '一般公共预算支出表（按功能分类）',
        '科目编码 | 科目名称 | 合计\n合计 | | #80.00\n207 | 文化旅游体育与传媒支出 | #80.00',
        '表7',
      ),
    ],
    基本支出表只与基本支出比: [
      expenditure(EXPENDITURE_ROWS),
      budgetSheet('基本支出总表', '科目编码 | 科目名称 | 合计\n合计 | | #90.00\n301 | 工资福利支出 | #90.00', '表4'),
    ],
  },
  fails: {
    支出合计不一致: {
      form: [sides('#150.00', '#150.00'), expenditureWith('合计 | | #150.00', '合计 | | #105.00')],
      findings: [
        [
          '支出总表!C4',
          '“本年支出合计”在本表为 105.00万元，与“收支总表”中的数 150.00万元 相差 45.00万元，两表应当一致，请核对。',
        ],
      ],
    },
    同一科目两张表不同: {
      form: [expenditure(EXPENDITURE_ROWS), general('#102.00')],
      findings: [
        [
          '表7!C5',
          '“207 文化旅游体育与传媒支出”在本表为 102.00万元，与“支出总表”中的数 120.00万元 相差 18.00万元，两表应当一致，请核对。',
        ],
      ],
    },
    差一个末位只提醒: {
      form: [expenditure(EXPENDITURE_ROWS), general('#120.01')],
      findings: [
        [
          '表7!C5',
          '“207 文化旅游体育与传媒支出”在本表为 120.01万元，与“支出总表”中的数 120.00万元 相差 0.01万元，可能是取整造成的，请核对两表。',
          'warning',
        ],
      ],
    },
    单位写错: {
      form: [sides('#1,500,000.00', '#1,200,000.00'), expenditure(EXPENDITURE_ROWS)],
      findings: [
        [
          '支出总表!C4',
          '“本年支出合计”在本表为 150.00万元，与“收支总表”中的数 1,500,000.00万元 相差约一万倍，疑似元、万元混用，请核对两表的单位。',
        ],
      ],
    },
  },
});
