import type { CellValue, SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import { projectTarget, sheetOf } from '../../support/build-form';

/** So many forms, one on each sheet. */
export function formSheets(count: number): readonly SheetContent[] {
  return Array.from({ length: count }, (_, index) =>
    projectTarget({ sheet: `项目${index + 1}`, fields: { projectName: `社区图书馆运行（${index + 1}）` } }),
  );
}

const HEADS = ['预算单位', '科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const SOURCES = ['一般公共预算', '政府性基金', '国有资本经营预算', '财政专户', '单位资金', '上年结转'];

/** Code, name, and how many items stand below: of each unit the same. */
const SUBJECTS: readonly (readonly [string, string, number])[] = [
  ['201', '一般公共服务支出', 2],
  ['20101', '人大事务', 2],
  ['2010101', '行政运行', 1],
  ['2010102', '一般行政管理事务', 1],
  ['205', '教育支出', 2],
  ['20502', '普通教育', 2],
  ['2050202', '小学教育', 1],
  ['2050203', '初中教育', 1],
];

/** 支出总表 of many units, 12 columns wide; everything adds up but for the last row, which says 1 more. */
export function budgetSheet(rows: number): SheetContent {
  const cells: Record<string, CellValue> = { A1: '部门支出总表', A2: '部门：南湖区', D2: '单位：元' };
  const write = (row: number, values: readonly CellValue[]): void =>
    values.forEach((value, column) => (cells[formatAddress({ row, column })] = value));
  const amounts = (items: number): readonly number[] => [items * 30, items * 10, items * 20, items * 30, 0, 0, 0, 0, 0];
  write(2, [...HEADS, ...SOURCES]);
  for (let row = 3; row < rows; row += 1) {
    const place = (row - 3) % (SUBJECTS.length + 1);
    const [code, name, items] = SUBJECTS[place - 1] ?? ['', '', 4];
    write(row, [place === 0 ? `第${row}小学` : null, code || null, name || null, ...amounts(items)]);
  }
  cells[formatAddress({ row: rows - 1, column: 3 })] = 31;
  return sheetOf('支出总表', cells);
}

/** 302 adds up to 60 and states 70, in D8; its items stand in D9 to D11. */
export function brokenBudgetSheet(): SheetContent {
  const rows: readonly (readonly CellValue[])[] = [
    ['一般公共预算支出表（按经济分类）'],
    ['部门名称：南湖区图书馆', null, null, null, null, '单位：万元'],
    ['预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
    ['南湖区图书馆', null, null, 170, 170, 0],
    [null, '301', '工资福利支出', 100, 100, 0],
    [null, '30101', '基本工资', 60, 60, 0],
    [null, '30102', '津贴补贴', 40, 40, 0],
    [null, '302', '商品和服务支出', 70, 70, 0],
    [null, '30201', '办公费', 10, 10, 0],
    [null, '30202', '印刷费', 20, 20, 0],
    [null, '30205', '水费', 30, 30, 0],
  ];
  const cells: Record<string, CellValue> = {};
  rows.forEach((values, row) => values.forEach((value, column) => (cells[formatAddress({ row, column })] = value)));
  return sheetOf('经济分类', cells);
}
