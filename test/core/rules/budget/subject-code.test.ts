import subjects from '../../../../assets/classifications/budget-subjects.json';
import rule from '../../../../src/core/rules/budget/subject-code';
import { budgetSheet, expenditure, EXPENDITURE_ROWS, expenditureWith } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

const LIST = '政府收支分类科目（2023—2025 年版，节选）';

testRule(rule, {
  subjects,
  passes: {
    编码完整并有上级: expenditure(EXPENDITURE_ROWS),
    全表都不列上级: expenditure(`
      2070104 | 图书馆 | #70.00 | #30.00 | #40.00
      2080505 | 机关事业单位基本养老保险缴费支出 | #12.00 | #12.00 | #0.00
      2210201 | 住房公积金 | #12.00 | #12.00 | #0.00`),
    科目表没有收录的项级编码: expenditureWith('2070109 | 群众文化', '2070188 | 新设科目'),
    项目清单里的编号不是科目: budgetSheet(
      '项目支出总表',
      '项目名称 | 合计 | 一般公共预算 | 政府性基金\n2024-开放日活动 | #5.00 | #5.00 | -\n2025-馆舍维修 | #5.00 | #5.00 | -',
    ),
  },
  fails: {
    少一位: {
      form: expenditureWith('2070104 | 图书馆', '207104 | 图书馆'),
      findings: [['A7', '科目编码“207104”有 6 位，功能分类应为 3、5、7 位，经济分类应为 3、5 位，请核对。']],
    },
    编码和名称在一格里少一位: {
      form: budgetSheet(
        '支出总表',
        `科目名称 | 支出总计
207-文化旅游体育与传媒支出 | #120.00
20701-文化和旅游 | #120.00
207104-图书馆 | #120.00`,
      ),
      findings: [['A6', '科目编码“207104”有 6 位，功能分类应为 3、5、7 位，经济分类应为 3、5 位，请核对。']],
    },
    款不在表里: {
      form: expenditure(EXPENDITURE_ROWS.replace(/20701 .*\n/, '')),
      findings: [['A6', '科目“2070104 图书馆”的上级科目 20701 不在本表，其他科目都列有上级，请核对编码或补上该行。']],
    },
    不存在的类: {
      form: expenditure(
        `${EXPENDITURE_ROWS.trim()}\n298 | 某项支出 | #0.00 | #0.00 | #0.00\n29801 | 某项支出 | #0.00 | #0.00 | #0.00`,
      ),
      findings: [['A16', `科目编码“298”不属于《${LIST}》的任何一类，请核对；如属新增科目可不改。`, 'warning']],
    },
    没有收录的款只提示: {
      form: expenditureWith(
        '20805 | 行政事业单位养老支出 | #18.00 | #18.00 | #0.00',
        '20805 | 行政事业单位养老支出 | #18.00 | #18.00 | #0.00\n20898 | 新设科目 | #0.00 | #0.00 | #0.00',
      ),
      findings: [['A11', `科目编码“20898”不在《${LIST}》中，请核对；科目每年调整，如属新增科目可不改。`, 'info']],
    },
  },
});
