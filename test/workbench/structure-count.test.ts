import type { RowChange } from '../../src/core/changes/row-change';
import type { StructureChange } from '../../src/workbench/grid/structure-change';
import { countStructure } from '../../src/workbench/grid/structure-count';

/** "+4" a row that comes at 4, "-4" one that goes. */
function rows(...words: readonly string[]): StructureChange {
  const changes = words.map((word): RowChange => {
    const place = { sheet: '表', row: Number(word.slice(1)) };
    if (word.charAt(0) === '-') return { kind: 'delete', ...place, cells: [] };
    return { kind: 'insert', ...place, like: place.row - 1, beside: [], cells: [], mergedAreas: [] };
  });
  return { kind: 'rows', changes };
}

const add = (name: string): StructureChange => ({
  kind: 'addSheets',
  sheets: [{ name, file: '', source: '' }],
  after: '表',
});

test.each([
  [[], 0],
  [[rows('+4', '+9')], 2],
  [[rows('+4', '+9'), rows('-9')], 1],
  [[rows('+4', '-9'), rows('-4')], 1],
  [[rows('-9'), rows('+4'), rows('+10')], 1],
  [[rows('-9'), rows('-9')], 2],
  [[rows('+4'), rows('+2'), rows('-5')], 1],
])('rows that came and went again do not count: %#', (changes, count) => {
  expect(countStructure(changes)).toEqual({ rows: count, sheets: 0 });
});

test('sheets that came and went again do not count, nor what was in them', () => {
  expect(countStructure([add('一'), add('二'), { kind: 'removeSheets', names: ['一'] }])).toEqual({
    rows: 0,
    sheets: 1,
  });
  expect(countStructure([add('表'), rows('+4'), { kind: 'removeSheets', names: ['表'] }])).toEqual({
    rows: 0,
    sheets: 0,
  });
});
