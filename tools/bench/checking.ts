/** How long checking takes beside reading, in one run on this machine: medians of five runs after one to warm up. */
import { performance } from 'node:perf_hooks';
import { ReviewMemory } from '../../src/core/review/review-memory';
import { runReview } from '../../src/core/review/run-review';
import { comparableText, compareTexts } from '../../src/core/values/text-similarity';
import { formatAddress } from '../../src/core/workbook/cell-address';
import { WorkbookSnapshot, type SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { openXlsx, type XlsxWorkbook } from '../../src/host/xlsx';
import { loadBuiltinResources } from '../../src/session/builtin-resources';
import { projectTarget } from '../../test/support/build-form';
import { buildXlsx, type BuiltSheet } from '../../test/support/build-xlsx';
import { printTable } from './table';

const RUNS = 5;
const resources = loadBuiltinResources();
const options = {
  rules: resources.rules,
  profile: resources.profiles[0],
  divisionCodes: resources.divisionCodes,
  catalogue: resources.catalogue,
  subjects: resources.subjects,
};

const books: readonly (readonly [string, Uint8Array])[] = [
  ['1 form', buildXlsx({ sheets: forms(1) })],
  ['60 forms on 60 sheets', buildXlsx({ sheets: forms(60) })],
  ['600 forms on 600 sheets', buildXlsx({ sheets: forms(600) })],
  ['no form, 20 000 rows x 12', buildXlsx({ sheets: [plainSheet(20000, 12)] })],
  ['budget table, 20 000 rows x 12', buildXlsx({ sheets: [budgetSheet(20000)] })],
];

/** Prints opening, checking and saving of workbooks of several sizes, checking again after an edit, and comparing texts. */
export function benchChecking(): void {
  printTable('opening, checking, saving', [
    ['book', 'open ms', 'check ms', 'save ms', 'check : open', 'save : open'],
    ...books.map(([name, bytes]) => checkingRow(name, bytes)),
  ]);
  printTable('checking again after one edit', [
    ['book', 'first check ms', 're-check ms', 're-check : first'],
    ...[60, 600].map((count) => {
      const [first, again] = recheckTimes(contentsOf(forms(count)));
      return [`${count} forms on ${count} sheets`, first.toFixed(1), again.toFixed(1), (again / first).toFixed(2)];
    }),
  ]);
  const [prepared, compared] = likenessTimes(400);
  printTable('likeness of 400 texts', [
    ['prepare ms', 'all pairs ms'],
    [prepared.toFixed(1), compared.toFixed(1)],
  ]);
}

function checkingRow(name: string, bytes: Uint8Array): readonly string[] {
  const workbook = openXlsx(bytes, { name: 'bench.xlsx' });
  const open = median(() => openXlsx(bytes, { name: 'bench.xlsx' }));
  const check = median(() => runReview(workbook.snapshot, options));
  const save = median(() => patchOneCell(workbook));
  const ratio = (time: number): string => (time / open).toFixed(2);
  return [name, ...[open, check, save].map((time) => time.toFixed(1)), ratio(check), ratio(save)];
}

function contentsOf(sheets: readonly BuiltSheet[]): readonly SheetContent[] {
  const { snapshot } = openXlsx(buildXlsx({ sheets: [...sheets] }), { name: 'bench.xlsx' });
  return snapshot.sheets.map(({ content }) => ({
    ...content,
    cells: content.cells.map((cell) => ({ ...cell, text: cell.text })),
  }));
}

/** A workbook checked for the first time, and checked again after the longest text of one sheet, another each time, was changed. */
function recheckTimes(contents: readonly SheetContent[]): readonly [first: number, again: number] {
  const first = median(() => runReview(new WorkbookSnapshot('bench.xlsx', contents.map(asReadAnew)), options));
  const memory = new ReviewMemory();
  let sheets = contents;
  runReview(new WorkbookSnapshot('bench.xlsx', sheets), options, memory);
  let edits = 0;
  const again = median(() => {
    const at = (edits += 1);
    sheets = sheets.map((sheet, index) => (index === at ? withLongestTextChanged(sheet) : sheet));
    return runReview(new WorkbookSnapshot('bench.xlsx', sheets), options, memory);
  });
  return [first, again];
}

function asReadAnew(content: SheetContent): SheetContent {
  return { ...content };
}

function withLongestTextChanged(sheet: SheetContent): SheetContent {
  const longest = sheet.cells.reduce((best, cell) => (cell.text.length > best.text.length ? cell : best));
  const text = `${longest.text}另购买服务2次。`;
  return { ...sheet, cells: sheet.cells.map((cell) => (cell === longest ? { ...cell, value: text, text } : cell)) };
}

/** Texts as long as explanations: making them ready, then holding each against each. */
function likenessTimes(count: number): readonly [number, number] {
  const texts = Array.from(
    { length: count },
    (_, index) => `考核第${index}类农村公路日常养护里程和护路员聘请人数完成情况`,
  );
  const ready = texts.map(comparableText);
  return [
    median(() => texts.map(comparableText)),
    median(() => ready.map((left) => ready.reduce((sum, right) => sum + compareTexts(left, right), 0))),
  ];
}

function median(work: () => unknown): number {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

function patchOneCell(workbook: XlsxWorkbook): Uint8Array {
  const [sheet] = workbook.snapshot.sheets;
  const [{ row, column, value, formula, numberFormat }] = sheet.cells;
  const before = { value, formula, numberFormat };
  return workbook.patch([
    { sheet: sheet.name, address: { row, column }, before, after: { ...before, value: `${String(value)}（修改）` } },
  ]);
}

function forms(count: number): BuiltSheet[] {
  return Array.from({ length: count }, (_, index): BuiltSheet => {
    const content = projectTarget({
      sheet: `项目${index + 1}`,
      fields: { projectName: `社区图书馆运行（${index + 1}）` },
    });
    return {
      name: content.name,
      cells: Object.fromEntries(content.cells.map((cell) => [formatAddress(cell), cell.value])),
      merges: content.mergedAreas.map(({ top, left, bottom, right }) =>
        [formatAddress({ row: top, column: left }), formatAddress({ row: bottom, column: right })].join(':'),
      ),
    };
  });
}

/** 支出总表 of many units: three text and nine amount columns, everything adding up. */
function budgetSheet(rows: number): BuiltSheet {
  const heads = ['预算单位', '科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const sources = ['一般公共预算', '政府性基金', '国有资本经营预算', '财政专户', '单位资金', '上年结转'];
  const cells: Record<string, string | number> = { A1: '部门支出总表', A2: '部门：南湖区', D2: '单位：元' };
  const write = (row: number, texts: readonly (string | number)[], items: number): void => {
    [...texts, items * 30, items * 10, items * 20, items * 30, 0, 0, 0, 0, 0].forEach((value, column) => {
      if (value !== '') cells[formatAddress({ row, column })] = value;
    });
  };
  [...heads, ...sources].forEach((head, column) => (cells[formatAddress({ row: 2, column })] = head));
  const subjects = ['201', '20101', '2010101', '2010102', '205', '20502', '2050202', '2050203'];
  const names = [
    '一般公共服务支出',
    '人大事务',
    '行政运行',
    '一般行政管理事务',
    '教育支出',
    '普通教育',
    '小学教育',
    '初中教育',
  ];
  const items = [2, 2, 1, 1, 2, 2, 1, 1];
  for (let row = 3, place = -1; row < rows; row += 1) {
    if (place < 0) write(row, [`第${row}小学`, '', ''], 4);
    else write(row, ['', subjects[place], names[place]], items[place]);
    place = place === subjects.length - 1 ? -1 : place + 1;
  }
  return { name: '支出总表', cells };
}

function plainSheet(rows: number, columns: number): BuiltSheet {
  const cells: Record<string, string | number> = {};
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      cells[formatAddress({ row, column })] = column % 3 === 0 ? `第${row + 1}行的说明文字` : row * columns + column;
    }
  }
  return { name: '明细', cells };
}
