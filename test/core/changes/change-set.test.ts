import { applyChangeSet } from '../../../src/core/changes/apply-change-set';
import { BLANK_CONTENT, invertChangeSet, type CellContent, type ChangeSet } from '../../../src/core/changes/change-set';
import { sheetOf, workbookOf } from '../../support/build-form';

const content = (value: CellContent['value'], formula: string | null = null): CellContent => ({
  value,
  formula,
  numberFormat: 'General',
});
const address = (row: number, column: number) => ({ row, column });
const book = workbookOf(sheetOf('表', { A1: '标题', B2: 5, C3: { value: 6, formula: 'B2+1' } }));

const changes: ChangeSet = {
  label: '改两格',
  edits: [
    { sheet: '表', address: address(0, 0), before: content('标题'), after: content('新标题') },
    { sheet: '表', address: address(4, 4), before: BLANK_CONTENT, after: content(7) },
    { sheet: '表', address: address(1, 1), before: content(5), after: BLANK_CONTENT },
  ],
};

test('应用、撤销后和原来一样', () => {
  const { snapshot, conflicts } = applyChangeSet(book, changes);
  expect(conflicts).toEqual([]);
  expect(snapshot.sheets[0].cells.map(({ row, column, value, text }) => [row, column, value, text])).toEqual([
    [0, 0, '新标题', '新标题'],
    [2, 2, 6, '6'],
    [4, 4, 7, '7'],
  ]);
  const back = applyChangeSet(snapshot, invertChangeSet(changes));
  expect(back.conflicts).toEqual([]);
  expect(back.snapshot.sheets[0].cells).toEqual(book.sheets[0].cells);
});

test('单元格已被改动或不存在时不写，逐条说明', () => {
  const stale: ChangeSet = {
    label: '过期',
    edits: [
      { sheet: '表', address: address(1, 1), before: content(4), after: content(9) },
      { sheet: '表', address: address(2, 2), before: content(6), after: content(9) },
      { sheet: '没有这张表', address: address(0, 0), before: BLANK_CONTENT, after: content(1) },
    ],
  };
  const { snapshot, conflicts } = applyChangeSet(book, stale);
  expect(snapshot.sheets[0].cells).toEqual(book.sheets[0].cells);
  expect(conflicts.map(({ edit, found }) => [edit.sheet, found.value, found.formula])).toEqual([
    ['表', 5, null],
    ['表', 6, 'B2+1'],
    ['没有这张表', null, null],
  ]);
});
