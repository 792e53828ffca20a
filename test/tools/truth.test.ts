import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readForms } from '../../src/core/forms/read-forms';
import { openXlsx } from '../../src/host/xlsx';
import { parseAddress } from '../../src/core/workbook/cell-address';
import { WorkbookSnapshot, type SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { scoreTruth } from '../../tools/truth/score-truth';
import type { TruthScore } from '../../tools/truth/tally';
import { parseTruth } from '../../tools/truth/truth-file';

const FILINGS = path.join(__dirname, '../fixtures/filings');
const NAMES = readdirSync(FILINGS)
  .filter((file) => file.endsWith('.truth.json'))
  .map((file) => file.replace('.truth.json', ''));

/** Forms, of which the readers read some, and cells compared: a truth file that loses entries would pass in silence. */
const SIZES: Readonly<Record<string, number>> = {
  'futian-qifu-2024': 760,
  'futian-qifu-3forms-et-style': 248,
  'futian-zhengwu-2023': 447,
  'yantian-2023': 1034,
  'zhuhai-gaoxin-2024': 402,
};

function score(name: string, edit: (sheet: SheetContent) => SheetContent = (sheet) => sheet): TruthScore {
  const truth = parseTruth(readFileSync(path.join(FILINGS, `${name}.truth.json`), 'utf8'));
  const { snapshot } = openXlsx(readFileSync(path.join(FILINGS, `${name}.xlsx`)), { name });
  const edited = new WorkbookSnapshot(
    name,
    snapshot.sheets.map(({ content }) => edit(content)),
  );
  return scoreTruth(truth, readForms(edited).forms);
}

test('every filing has its size noted', () => expect(NAMES.sort()).toEqual(Object.keys(SIZES).sort()));

test.each(NAMES)('%s: every form, head field and indicator is read with the right text and cell', (name) => {
  const { total, right, differences } = score(name);
  expect(differences).toEqual([]);
  expect([right, total]).toEqual([SIZES[name], SIZES[name]]);
});

const withText =
  (cell: string, text: string, name = '办公设备采购') =>
  (sheet: SheetContent) => ({
    ...sheet,
    cells: sheet.cells.map((placed) => {
      const { row, column } = parseAddress(cell) ?? { row: -1, column: -1 };
      return placed.row === row && placed.column === column && sheet.name === name
        ? { ...placed, text, value: text }
        : placed;
    }),
  });

test('a changed head value and a changed indicator are told with both texts', () => {
  expect(score('futian-qifu-2024', withText('E2', '另一个项目')).differences).toEqual([
    {
      sheet: '办公设备采购',
      cell: 'E2',
      part: 'head field projectName',
      expected: 'D2 "项目名称:": E2 "办公设备采购"',
      found: 'D2 "项目名称:": E2 "另一个项目"',
    },
  ]);
  expect(score('futian-qifu-2024', withText('D12', '13台')).differences).toEqual([
    { sheet: '办公设备采购', cell: 'D12', part: 'value', expected: 'D12 "12台"', found: 'D12 "13台"' },
  ]);
});

test('a changed amount and a changed code of a budget table are told with both texts', () => {
  const table = '表8 一般公共预算支出表（按经济分类）';
  expect(score('yantian-2023', withText('D8', '113', table)).differences).toEqual([
    { sheet: table, cell: 'D8', part: 'amount', expected: 'D8 "112"', found: 'D8 "113"' },
  ]);
  expect(score('yantian-2023', withText('B8', '30191', table)).differences).toEqual([
    { sheet: table, cell: 'B8', part: 'code', expected: 'B8 "30101"', found: 'B8 "30191"' },
  ]);
});

test('forms that were not read, and forms that are not there, both count against the score', () => {
  const truth = parseTruth(readFileSync(path.join(FILINGS, 'futian-zhengwu-2023.truth.json'), 'utf8'));
  const { snapshot } = openXlsx(readFileSync(path.join(FILINGS, 'futian-zhengwu-2023.xlsx')), { name: 'a.xlsx' });
  const { forms } = readForms(snapshot);
  const missing = scoreTruth(truth, forms.slice(1));
  expect(missing.total).toBe(447);
  expect(missing.differences.map(({ part }) => part)).toContain('form');
  expect(missing.differences.filter(({ found }) => found === '(nothing)')).toHaveLength(missing.total - missing.right);
  const surplus = scoreTruth({ ...truth, forms: truth.forms.slice(1) }, forms);
  expect(surplus.differences).toEqual([
    {
      sheet: '二级项目支出绩效目标申报表',
      cell: 'A1',
      part: 'form',
      expected: '(nothing)',
      found: 'a form of type project-target',
    },
  ]);
});
