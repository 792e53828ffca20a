import { applyRowChanges, rowCells } from '../../../src/core/changes/apply-row-changes';
import type { CellContent } from '../../../src/core/changes/change-set';
import { invertOperation, invertRowChanges } from '../../../src/core/changes/invert-operation';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import type { RowCell, RowChange, RowInsertion } from '../../../src/core/changes/row-change';
import { parseRange, type CellRange } from '../../../src/core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { sheetOf, workbookOf } from '../../support/build-form';

const content = (value: CellContent['value']): CellContent => ({ value, formula: null, numberFormat: 'General' });
const cell = (column: number, value: string): RowCell => ({ column, content: content(value) });
const range = (text: string): CellRange => parseRange(text) as CellRange;

/**
 * Rows 2 to 4 belong to the merged A2:A4. Line 3 is hidden.
 */
const book = workbookOf(
  {
    ...sheetOf(
      '表',
      {
        A1: '一级',
        B1: '指标值',
        A2: '产出',
        B2: '甲',
        B3: '乙',
        B4: '丙',
        A5: '合计',
        B5: { value: 3, formula: 'COUNTA(B2:B4)' },
      },
      ['A2:A4', 'A5:A6'],
    ),
    hiddenRows: [2, 8],
  },
  sheetOf('汇总', { A1: { value: 3, formula: '表!B5' }, A2: { value: '丙', formula: '表!B4' } }),
);

/** The cells of a sheet as "B5 =COUNTA(B2:B4)". */
function cellsOf(snapshot: WorkbookSnapshot, name: string): string[] {
  const sheet = snapshot.findSheet(name);
  if (!sheet) throw new Error(name);
  return sheet.cells.map(
    ({ row, column, value, formula }) =>
      `${'ABCDE'.charAt(column)}${row + 1} ${formula === null ? String(value) : `=${formula}`}`,
  );
}

function insertion(row: number, like: number, areas: readonly string[], cells: readonly RowCell[]): RowInsertion {
  const sheet = book.sheets[0];
  const mergedAreas = areas.map(range);
  return { kind: 'insert', sheet: '表', row, like, beside: rowCells(sheet, like), cells, mergedAreas };
}

const deletion = (row: number, cells = rowCells(book.sheets[0], row)): RowChange => ({
  kind: 'delete',
  sheet: '表',
  row,
  cells,
});

test('a row at the end of a merged area: the area grows, formulas of all sheets follow', () => {
  const { snapshot, made, conflicts } = applyRowChanges(book, [insertion(4, 3, ['A2:A5'], [cell(1, '丁')])]);
  expect(conflicts).toEqual([]);
  expect(made).toHaveLength(1);
  expect(cellsOf(snapshot, '表')).toEqual([
    'A1 一级',
    'B1 指标值',
    'A2 产出',
    'B2 甲',
    'B3 乙',
    'B4 丙',
    'B5 丁',
    'A6 合计',
    'B6 =COUNTA(B2:B4)',
  ]);
  expect(cellsOf(snapshot, '汇总')).toEqual(['A1 =表!B6', 'A2 =表!B4']);
  expect(snapshot.sheets[0].mergedAreas).toEqual([range('A6:A7'), range('A2:A5')]);
  expect(snapshot.sheets[0].content.hiddenRows).toEqual([2, 9]);
});

test('a row within a merged area, and merged areas of its own', () => {
  const { snapshot, conflicts } = applyRowChanges(book, [
    insertion(3, 2, ['A2:A5', 'B4:C4'], [cell(0, '被盖住'), cell(1, '丁'), cell(2, '被盖住')]),
  ]);
  expect(conflicts).toEqual([]);
  expect(cellsOf(snapshot, '表').slice(4)).toEqual(['B3 乙', 'B4 丁', 'B5 丙', 'A6 合计', 'B6 =COUNTA(B2:B5)']);
  expect(snapshot.sheets[0].mergedAreas).toEqual([range('A6:A7'), range('A2:A5'), range('B4:C4')]);
});

test('a row goes: the area shrinks, what referred to nothing else is lost, and taking it back restores it', () => {
  const step = { kind: 'rows', changes: [deletion(3)] } as const;
  const { snapshot } = applyOperation(book, { label: '删行', steps: [step] });
  expect(cellsOf(snapshot, '表').slice(3)).toEqual(['B2 甲', 'B3 乙', 'A4 合计', 'B4 =COUNTA(B2:B3)']);
  expect(cellsOf(snapshot, '汇总')).toEqual(['A1 =表!B4', 'A2 =表!#REF!']);
  expect(snapshot.sheets[0].mergedAreas).toEqual([range('A2:A3'), range('A4:A5')]);
  const inverse = invertOperation(book, { label: '删行', steps: [step] });
  const back = applyOperation(snapshot, inverse);
  expect(back.conflicts).toEqual([]);
  expect(back.rowConflicts).toEqual([]);
  expect(cellsOf(back.snapshot, '表')).toEqual(cellsOf(book, '表'));
  expect(cellsOf(back.snapshot, '汇总')).toEqual(cellsOf(book, '汇总'));
});

test.each<[string, RowChange, string]>([
  ['the row beside holds something else', { ...insertion(4, 3, ['A2:A5'], []), beside: [] }, '第 4 行的内容已被改动'],
  ['an area reaches over the place that should not', insertion(2, 1, [], []), '合并单元格已被改动'],
  ['an area should grow that is another one', insertion(4, 3, ['A3:A5'], []), '合并单元格已被改动'],
  ['cells should be merged that are not', insertion(4, 3, ['B3:C5'], []), '合并单元格已被改动'],
  ['the row holds something else', deletion(3, [cell(1, '戊')]), '第 4 行的内容已被改动'],
  ['the row holds more', deletion(3, []), '第 4 行的内容已被改动'],
  ['an area begins in the row', deletion(1), '第 2 行有向下合并的单元格'],
  ['the row is hidden', deletion(2), '第 3 行已被隐藏'],
  ['it is the first row', deletion(0), '第 1 行不能删除'],
  ['the sheet is gone', { ...deletion(3), sheet: '没有' }, '工作表已不存在'],
])('refused where %s', (_, change, reason) => {
  const { snapshot, made, conflicts } = applyRowChanges(book, [change]);
  expect(conflicts).toEqual([{ change, reason }]);
  expect(made).toEqual([]);
  expect(cellsOf(snapshot, '表')).toEqual(cellsOf(book, '表'));
});

test('cells whose text is made on first use keep it where they move', () => {
  class LateCell {
    readonly row = 3;
    readonly column = 0;
    readonly value = 0.5;
    readonly formula = null;
    readonly numberFormat = '0%';
    readonly rawNumber = '0.5';
    readonly isError = false;
    get text(): string {
      return '50%';
    }
  }
  const late = workbookOf({ ...sheetOf('表', {}), cells: [new LateCell()] });
  const deletion: RowChange = { kind: 'delete', sheet: '表', row: 1, cells: [] };
  const { snapshot } = applyRowChanges(late, [deletion]);
  expect(snapshot.sheets[0].cells.map(({ row, text }) => [row, text])).toEqual([[2, '50%']]);
});

test('behind a refused change rows stand elsewhere: the others are made there', () => {
  const refused: RowChange = { ...insertion(4, 3, ['A2:A5'], [cell(1, '丁')]), beside: [cell(1, '改过')] };
  // In the list's counting lines 5 and 6 are rows that were refused, 合计 stands in line 7.
  const total: RowInsertion = {
    ...insertion(5, 4, ['A7:A7'], [cell(1, '小计')]),
    row: 6,
    like: 6,
    beside: rowCells(book.sheets[0], 4),
  };
  const upon: RowInsertion = { ...insertion(5, 4, [], []), beside: [cell(1, '丁')] };
  const { snapshot, made, conflicts } = applyRowChanges(book, [refused, upon, total]);
  expect(conflicts.map(({ reason }) => reason)).toEqual(['第 4 行的内容已被改动', '前一处行的增删没有进行']);
  expect(made).toEqual([{ ...total, row: 4, like: 4, mergedAreas: [range('A5:A5')] }]);
  expect(cellsOf(snapshot, '表').slice(5)).toEqual(['B4 丙', 'B5 小计', 'A6 合计', 'B6 =COUNTA(B2:B4)']);
});

test('behind a deletion that was refused', () => {
  const kept = deletion(3, [cell(1, '戊')]);
  const total: RowInsertion = { ...insertion(3, 2, [], []), like: 3, beside: rowCells(book.sheets[0], 4) };
  const { made } = applyRowChanges(book, [kept, total]);
  expect(made).toEqual([{ ...total, row: 4, like: 4 }]);
});

test('the inverse of several is made of what each one found', () => {
  const changes: readonly RowChange[] = [insertion(4, 3, ['A2:A5'], [cell(1, '丁')]), deletion(3)];
  const { snapshot } = applyRowChanges(book, changes);
  expect(invertRowChanges(book, changes)).toEqual([
    {
      kind: 'insert',
      sheet: '表',
      row: 3,
      like: 2,
      beside: [cell(1, '乙')],
      cells: [cell(1, '丙')],
      mergedAreas: [range('A2:A5')],
    },
    { kind: 'delete', sheet: '表', row: 4, cells: [cell(1, '丁')] },
  ]);
  const back = applyRowChanges(snapshot, invertRowChanges(book, changes));
  expect(back.conflicts).toEqual([]);
  expect(cellsOf(back.snapshot, '表').slice(0, 6)).toEqual(cellsOf(book, '表').slice(0, 6));
});
