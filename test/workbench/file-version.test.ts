import { rowCells } from '../../src/core/changes/apply-row-changes';
import type { CellContent, Edit } from '../../src/core/changes/change-set';
import { formatAddress, parseAddress, type CellAddress } from '../../src/core/workbook/cell-address';
import { openXlsx } from '../../src/host/xlsx';
import { FileVersion, touchedAfter } from '../../src/workbench/grid/file-version';
import type { StructureChange } from '../../src/workbench/grid/structure-change';
import type { WorkbookFile } from '../../src/workbench/workbook-file';
import { buildXlsx } from '../support/build-xlsx';

const at = (address: string): CellAddress => parseAddress(address) as CellAddress;
const plain = (value: CellContent['value'], numberFormat = 'General'): CellContent => ({
  value,
  formula: null,
  numberFormat,
});

function open(): WorkbookFile {
  const cells = { A1: '标题', A2: '数量', B2: '≥1', A3: '金额', B3: 5, C5: { value: 5, formula: 'SUM(B2:B3)' } };
  const bytes = buildXlsx({
    sheets: [
      { name: '表', cells, merges: ['A1:B1'] },
      { name: '二', cells: { A1: '别的' } },
    ],
  });
  return openXlsx(bytes, { name: 'a.xlsx' });
}

function edit(address: string, before: CellContent, after: CellContent): Edit {
  return { sheet: '表', address: at(address), before, after };
}

/** A row like the one above it. */
function insertion(version: FileVersion, row: number, edits: readonly Edit[] = []): StructureChange {
  const sheet = version.file.withEdits(edits).snapshot.sheets[0];
  const beside = rowCells(sheet, row - 1);
  const cells = [{ column: 0, content: plain('新行') }];
  return {
    kind: 'rows',
    changes: [{ kind: 'insert', sheet: '表', row, like: row - 1, beside, cells, mergedAreas: [] }],
  };
}

function deletion(version: FileVersion, row: number): StructureChange {
  const cells = rowCells(version.file.snapshot.sheets[0], row);
  return { kind: 'rows', changes: [{ kind: 'delete', sheet: '表', row, cells }] };
}

function cellsOf({ snapshot }: WorkbookFile): string[] {
  return snapshot.sheets[0].cells.map((cell) => `${formatAddress(cell)} ${cell.formula ?? String(cell.value)}`);
}

function texts(edits: readonly Edit[]): string[] {
  return edits.map(({ address, before, after }) => `${formatAddress(address)} ${before.value} -> ${after.value}`);
}

test('edits are in the file that a row came into, and are still known as edits, where they stand now', () => {
  const opened = new FileVersion(open());
  const edits = [edit('B2', plain('≥1'), plain('≥2')), edit('B3', plain(5), plain(6))];
  const { version, edits: pending } = opened.after(insertion(opened, 2, edits), edits);
  expect(cellsOf(version.file)).toEqual(['A1 标题', 'A2 数量', 'B2 ≥2', 'A3 新行', 'A4 金额', 'B4 6', 'C6 SUM(B2:B4)']);
  expect(pending).toEqual([]);
  expect(texts(version.editsSinceOpened([]))).toEqual(['B2 ≥1 -> ≥2', 'B4 5 -> 6']);
  expect(version.structureCount).toEqual({ rows: 1, sheets: 0 });
  // Put back by the user: no longer an edit.
  expect(texts(version.editsSinceOpened([edit('B4', plain(6), plain(5))]))).toEqual(['B2 ≥1 -> ≥2']);
});

test('taking the row away leads back to the opened file, with the edits of before and after', () => {
  const opened = new FileVersion(open());
  const edits = [edit('B2', plain('≥1'), plain('≥2'))];
  const inserted = opened.after(insertion(opened, 2, edits), edits).version;
  const later = [edit('B4', plain(5), plain(0.5, '0%'))];
  const back = inserted.after(deletion(inserted, 2), later);
  expect(back.version).toBe(opened);
  expect(texts(back.edits)).toEqual(['B2 ≥1 -> ≥2', 'B3 5 -> 0.5']);
  expect(back.edits[1].after.numberFormat).toBe('0%');
  expect(inserted.after(deletion(inserted, 2), [edit('B2', plain('≥2'), plain('≥1'))]).edits).toEqual([]);
});

test('another row that goes is a change of its own', () => {
  const opened = new FileVersion(open());
  const inserted = opened.after(insertion(opened, 2), []).version;
  const { version } = inserted.after(deletion(inserted, 3), []);
  expect(version).not.toBe(opened);
  expect(cellsOf(version.file)).toEqual(['A1 标题', 'A2 数量', 'B2 ≥1', 'A3 新行', 'C5 SUM(B2:B3)']);
  expect(version.structureCount).toEqual({ rows: 2, sheets: 0 });
});

test('results that the grid calculated go with their formulas', () => {
  const opened = new FileVersion(open());
  const change = insertion(opened, 2);
  const edits = [edit('B3', plain(5), plain(6))];
  const touched = [
    { sheet: '表', address: at('B3'), now: { ...plain(6), text: '6', isError: false } },
    { sheet: '表', address: at('C5'), now: { ...plain(6), formula: 'SUM(B2:B3)', text: '6', isError: false } },
  ];
  const there = opened.after(change, edits);
  expect(touchedAfter(there, change, touched)).toEqual([
    { sheet: '表', address: at('C6'), now: { ...plain(6), formula: 'SUM(B2:B4)', text: '6', isError: false } },
  ]);
  const back = deletion(there.version, 2);
  const moved = touchedAfter(there, change, touched);
  expect(
    touchedAfter(there.version.after(back, []), back, moved).map(({ address, now }) => [
      address,
      now.value,
      now.formula,
    ]),
  ).toEqual([
    [at('B3'), 6, null],
    [at('C5'), 6, 'SUM(B2:B3)'],
  ]);
});

test('sheets that came and went again lead back to the opened file', () => {
  const opened = new FileVersion(open());
  const file = Buffer.from(buildXlsx({ sheets: [{ name: '模板', cells: { A1: '新表' } }] })).toString('base64');
  const sheets = [{ name: '深圳', file, source: '模板' }];
  const { version } = opened.after({ kind: 'addSheets', sheets, after: '表' }, [edit('B3', plain(5), plain(6))]);
  expect(version.file.snapshot.sheets.map(({ name }) => name)).toEqual(['表', '深圳', '二']);
  expect(version.structureCount).toEqual({ rows: 0, sheets: 1 });
  const typed = { ...edit('A1', plain('新表'), plain('改过')), sheet: '深圳' };
  expect(version.editsSinceOpened([typed]).map(({ sheet }) => sheet)).toEqual(['表', '深圳']);
  const back = version.after({ kind: 'removeSheets', names: ['深圳'] }, [typed]);
  expect(back.version).toBe(opened);
  expect(texts(back.edits)).toEqual(['B3 5 -> 6']);
});
