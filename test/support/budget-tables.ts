import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { sheetOfPicture } from './sheet-picture';

/** A sheet with one table below its title and 单位：万元; see sheetOfPicture for how it is drawn. */
export function budgetSheet(title: string, table: string, name = title): SheetContent {
  return sheetOfPicture(name, [title, '部门名称：南湖区文化服务中心 | | 单位：万元', table.trim()].join('\n'));
}

/** 支出总表 of a small office. */
export function expenditure(rows: string, name = '支出总表'): SheetContent {
  return budgetSheet('支出总表', `科目编码 | 科目名称 | 支出总计 | 基本支出 | 项目支出\n${rows.trim()}`, name);
}

/** Ten rows in which everything adds up. */
export const EXPENDITURE_ROWS = `
合计 | | #150.00 | #90.00 | #60.00
207 | 文化旅游体育与传媒支出 | #120.00 | #60.00 | #60.00
20701 | 文化和旅游 | #120.00 | #60.00 | #60.00
2070104 | 图书馆 | #70.00 | #30.00 | #40.00
2070109 | 群众文化 | #50.00 | #30.00 | #20.00
208 | 社会保障和就业支出 | #18.00 | #18.00 | #0.00
20805 | 行政事业单位养老支出 | #18.00 | #18.00 | #0.00
2080505 | 机关事业单位基本养老保险缴费支出 | #12.00 | #12.00 | #0.00
2080506 | 机关事业单位职业年金缴费支出 | #6.00 | #6.00 | #0.00
221 | 住房保障支出 | #12.00 | #12.00 | #0.00
22102 | 住房改革支出 | #12.00 | #12.00 | #0.00
2210201 | 住房公积金 | #12.00 | #12.00 | #0.00
`;

/** The rows of the table above with one of them written otherwise. */
export function expenditureWith(before: string, after: string): SheetContent {
  if (!EXPENDITURE_ROWS.includes(before)) throw new Error(`no such row: ${before}`);
  return expenditure(EXPENDITURE_ROWS.replace(before, after));
}
