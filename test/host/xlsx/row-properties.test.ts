import fc from 'fast-check';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import { applyRowChanges, rowCells } from '../../../src/core/changes/apply-row-changes';
import { invertOperation } from '../../../src/core/changes/invert-operation';
import type { RowChange } from '../../../src/core/changes/row-change';
import type { CellRange } from '../../../src/core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';
import { buildXlsx } from '../../support/build-xlsx';
import { changedParts } from './workbook-edits';

const BOOK = openXlsx(
  buildXlsx({
    sheets: [
      {
        name: '表',
        cells: {
          A1: '题',
          A3: '级',
          B3: 1,
          B4: { value: 2, numberFormat: '0.00' },
          B6: { value: 3, formula: 'SUM(B3:B4)' },
          C6: { value: 1, formula: 'B$3' },
          D8: '尾',
        },
        merges: ['A1:D1', 'A3:A5', 'C8:C9'],
        hiddenRows: [6],
      },
      { name: '引用', cells: { A1: { value: 3, formula: '表!B6+SUM(表!B1:B9)' }, A2: { value: 1, formula: 'A1' } } },
      { name: '无关', cells: { A9: '不动', B9: { value: 1, formula: '1+1' } } },
    ],
  }),
);

interface Wish {
  readonly inserts: boolean;
  readonly row: number;
  readonly isLikeAbove: boolean;
  readonly grows: boolean;
  readonly text: string;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  inserts: fc.boolean(),
  row: fc.integer({ min: 1, max: 11 }),
  isLikeAbove: fc.boolean(),
  grows: fc.boolean(),
  text: fc.constantFrom('', '新', '表!B3'),
});

/** The change that a wish stands for in this workbook; it may be refused. */
function changeOf(snapshot: WorkbookSnapshot, { inserts, row, isLikeAbove, grows, text }: Wish): RowChange {
  const sheet = snapshot.sheets[0];
  if (!inserts) return { kind: 'delete', sheet: '表', row, cells: rowCells(sheet, row) };
  const like = isLikeAbove ? row - 1 : row;
  const reaching = sheet.mergedAreas.filter(
    ({ top, bottom }) => top < row && (grows ? bottom >= row - 1 : bottom >= row),
  );
  const mergedAreas: CellRange[] = reaching.map((area) => ({ ...area, bottom: area.bottom + 1 }));
  const content = {
    value: text.includes('!') ? 1 : text,
    formula: text.includes('!') ? text : null,
    numberFormat: 'General',
  };
  const cells = text === '' ? [] : [{ column: 1, content }];
  return { kind: 'insert', sheet: '表', row, like, beside: rowCells(sheet, like), cells, mergedAreas };
}

function contentsOf(snapshot: WorkbookSnapshot): unknown {
  return snapshot.sheets.map(({ content }) => ({
    ...content,
    cells: content.cells.map(({ row, column, value, formula, numberFormat }) => [
      row,
      column,
      value,
      formula,
      numberFormat,
    ]),
    mergedAreas: [...content.mergedAreas].sort((a, b) => a.top - b.top || a.left - b.left),
  }));
}

test('任意的增删行：结果与模型所言相同，逆操作后复原，无关的部件逐字节不变', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 6 }), (wishes) => {
      let expected = BOOK.snapshot;
      const changes: RowChange[] = [];
      for (const wanted of wishes) {
        const change = changeOf(expected, wanted);
        const result = applyRowChanges(expected, [change]);
        if (result.conflicts.length > 0) continue;
        expected = result.snapshot;
        changes.push(change);
      }
      fc.pre(changes.length > 0);
      const after = BOOK.withRowChanges(changes);
      expect(contentsOf(after.snapshot)).toEqual(contentsOf(expected));
      expect(changedParts(BOOK.bytes, after.bytes)).not.toContain('xl/worksheets/sheet3.xml');

      const inverse = invertOperation(BOOK.snapshot, { label: '', steps: [{ kind: 'rows', changes }] });
      expect(applyOperation(after.snapshot, inverse)).toMatchObject({ conflicts: [], rowConflicts: [] });
      let back = after;
      for (const step of inverse.steps) {
        if (step.kind === 'rows') back = back.withRowChanges(step.changes);
        else if (step.kind === 'cells') back = back.withEdits(step.changes.edits);
      }
      expect(contentsOf(back.snapshot)).toEqual(contentsOf(BOOK.snapshot));
    }),
    { numRuns: 25 },
  );
});
