import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { sheetOf, type CellSpec } from './build-form';

type Line = readonly (CellSpec | undefined)[];

/** The office of every prose book. */
export const OFFICE = '南湖区文化局';

/** A table of amounts in 万元 from row 3 on, for the office of the book. */
export function tableSheet(
  name: string,
  title: string,
  lines: readonly Line[],
  merges: readonly string[] = [],
): SheetContent {
  const cells: Record<string, CellSpec> = { A1: title, A2: `部门名称：${OFFICE}`, C2: '单位：万元' };
  lines.forEach((line, row) =>
    line.forEach((cell, column) => {
      if (cell !== undefined) cells[`${'ABCDEFGH'[column]}${row + 3}`] = amount(cell);
    }),
  );
  return sheetOf(name, cells, merges);
}

function amount(cell: CellSpec): CellSpec {
  if (typeof cell !== 'number') return cell;
  return { value: cell, text: cell.toFixed(2).replace(/(\d)(?=(\d{3})+\.)/g, '$1,'), numberFormat: '#,##0.00' };
}

/**
 * The tables of a small budget for 2025, in 万元: income 1,320.00 (一般公共预算 1,200.00, 上年结转 20.00, 其他收入 100.00), basic
 * expenditure 820.00, projects 500.00 (馆藏建设 300.00, 群众文化活动 200.00), 三公 6.50 (2024: 7.00).
 */
export const BUDGET_TABLES: readonly SheetContent[] = [
  tableSheet(
    '表1',
    '收支总表',
    [
      ['收入', null, '支出', null],
      ['项目', '2025年预算数', '项目', '2025年预算数'],
      ['一、一般公共预算拨款收入', 1200, '一、文化旅游体育与传媒支出', 1100],
      ['二、政府性基金预算拨款收入', 0, '二、社会保障和就业支出', 150],
      ['三、其他收入', 100, '三、住房保障支出', 70],
      ['本年收入合计', 1300, '本年支出合计', 1320],
      ['上年结转', 20, '结转下年', 0],
      ['收入总计', 1320, '支出总计', 1320],
    ],
    ['A3:B3', 'C3:D3'],
  ),
  tableSheet('表2', '支出总表', [
    ['科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
    [null, '合计', 1320, 820, 500],
    ['207', '文化旅游体育与传媒支出', 1100, 600, 500],
    ['20701', '文化和旅游', 1100, 600, 500],
    ['2070101', '行政运行', 600, 600, 0],
    ['2070104', '图书馆', 300, 0, 300],
    ['2070109', '群众文化', 200, 0, 200],
    ['208', '社会保障和就业支出', 150, 150, 0],
    ['20805', '行政事业单位养老支出', 150, 150, 0],
    ['2080505', '机关事业单位基本养老保险缴费支出', 150, 150, 0],
    ['221', '住房保障支出', 70, 70, 0],
    ['22102', '住房改革支出', 70, 70, 0],
    ['2210201', '住房公积金', 70, 70, 0],
  ]),
  tableSheet('表6', '一般公共预算支出表（按功能分类）', [
    ['科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
    [null, '合计', 1220, 820, 400],
    ['207', '文化旅游体育与传媒支出', 1000, 600, 400],
    ['20701', '文化和旅游', 1000, 600, 400],
    ['2070101', '行政运行', 600, 600, 0],
    ['2070104', '图书馆', 300, 0, 300],
    ['2070109', '群众文化', 100, 0, 100],
    ['208', '社会保障和就业支出', 150, 150, 0],
    ['221', '住房保障支出', 70, 70, 0],
  ]),
  tableSheet('表3', '项目支出总表', [
    ['项目名称', '合计', '一般公共预算', '其他资金'],
    ['合计', 500, 400, 100],
    ['馆藏建设', 300, 300, 0],
    ['群众文化活动', 200, 100, 100],
  ]),
  tableSheet('表4', '一般公共预算支出表（按经济分类）', [
    ['科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
    [null, '合计', 1220, 820, 400],
    ['301', '工资福利支出', 700, 700, 0],
    ['30101', '基本工资', 700, 700, 0],
    ['302', '商品和服务支出', 520, 120, 400],
    ['30201', '办公费', 520, 120, 400],
  ]),
  tableSheet(
    '表5',
    '一般公共预算“三公”经费支出表',
    [
      ['预算单位', '年度', '总计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费', null, null],
      [null, null, null, null, null, '小计', '公务用车购置费', '公务用车运行维护费'],
      [OFFICE, '2024年', 7, 0, 2, 5, 0, 5],
      [OFFICE, '2025年', 6.5, 0, 1.5, 5, 0, 5],
      [OFFICE, '增减变化金额', -0.5, 0, -0.5, 0, 0, 0],
    ],
    ['F3:H3', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4'],
  ),
];

/** A sheet of running text for the budget of 2025, from A2 on, followed by tables. */
export function proseBook(lines: readonly string[], tables = BUDGET_TABLES): readonly SheetContent[] {
  const cells: Record<string, CellSpec> = { A1: `2025年${OFFICE}部门预算` };
  lines.forEach((line, index) => (cells[`A${index + 2}`] = line));
  // The reader takes a sheet for prose where it speaks in sentences.
  cells[`A${lines.length + 2}`] =
    '名词解释：基本支出是指为保障机构正常运转、完成日常工作任务而发生的支出，由人员经费和公用经费组成。';
  cells[`A${lines.length + 3}`] = '项目支出是指在基本支出之外，为完成特定工作任务和事业发展目标所发生的各项支出。';
  return [sheetOf('文字部分', cells), ...tables];
}
