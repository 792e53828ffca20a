import fc from 'fast-check';
import { applyChangeSet } from '../../../src/core/changes/apply-change-set';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import { applyRowChanges, rowCells } from '../../../src/core/changes/apply-row-changes';
import { BLANK_CONTENT, invertChangeSet, type CellContent, type Edit } from '../../../src/core/changes/change-set';
import { invertOperation } from '../../../src/core/changes/invert-operation';
import type { Step } from '../../../src/core/changes/operation';
import { contentOf, placedCell } from '../../../src/core/changes/placed-cell';
import type { RowChange } from '../../../src/core/changes/row-change';
import { containsCell, formatAddress, type CellAddress, type CellRange } from '../../../src/core/workbook/cell-address';
import { WorkbookSnapshot, type SheetContent, type SheetSnapshot } from '../../../src/core/workbook/workbook-snapshot';

const SHEETS = ['甲', '乙 表'];
const ROWS = 9;
const COLUMNS = 4;

const place = fc.record({
  row: fc.integer({ min: 0, max: ROWS - 1 }),
  column: fc.integer({ min: 0, max: COLUMNS - 1 }),
});
const reference = fc
  .tuple(fc.constantFrom('', "'乙 表'!", '甲!'), place, place)
  .map(([sheet, a, b]) => `SUM(${sheet}${formatAddress(a)}:${formatAddress(b)})+${sheet}${formatAddress(a)}`);
const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.record({
    value: fc.oneof(fc.constantFrom<CellContent['value']>('不适用', '≥5人', true), fc.integer({ min: 0, max: 99 })),
    formula: fc.constant(null),
    numberFormat: fc.constantFrom('General', '@', '#,##0.00'),
  }),
  fc.record({ value: fc.constant(7), formula: reference, numberFormat: fc.constant('General') }),
);
const area: fc.Arbitrary<CellRange> = fc
  .tuple(place, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }))
  .filter(([, height, width]) => height + width > 0)
  .map(([{ row, column }, height, width]) => ({ top: row, left: column, bottom: row + height, right: column + width }));

function sheet(name: string): fc.Arbitrary<SheetContent> {
  const cells = fc.uniqueArray(fc.tuple(place, content), { maxLength: 20, selector: ([at]) => formatAddress(at) });
  return fc
    .record({ cells, areas: fc.array(area, { maxLength: 4 }), hidden: fc.subarray([1, 4, 6]) })
    .map(({ cells: filled, areas, hidden }) => {
      const mergedAreas = areas.filter((one, index) => !areas.slice(0, index).some((other) => overlap(one, other)));
      const isCovered = (at: CellAddress): boolean =>
        mergedAreas.some((one) => containsCell(one, at) && (at.row > one.top || at.column > one.left));
      return {
        name,
        visibility: 'visible' as const,
        cells: sorted(filled.filter(([at]) => !isCovered(at)).map(([at, held]) => placedCell(at, held))),
        mergedAreas,
        hiddenRows: hidden,
        hiddenColumns: [],
        isProtected: false,
      };
    });
}

const workbook = fc.tuple(sheet(SHEETS[0]), sheet(SHEETS[1])).map((sheets) => new WorkbookSnapshot('表.xlsx', sheets));

/** A choice of what to do next; what it comes to depends on the workbook as it stands then. */
const choice = fc.record({
  kind: fc.constantFrom('edits', 'insert', 'delete'),
  sheet: fc.constantFrom(...SHEETS),
  row: fc.integer({ min: 1, max: ROWS }),
  isLikeAbove: fc.boolean(),
  isGrowing: fc.boolean(),
  writes: fc.uniqueArray(fc.tuple(place, fc.option(content)), {
    maxLength: 6,
    selector: ([at]) => formatAddress(at),
  }),
});
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function sorted<T extends CellAddress>(cells: readonly T[]): T[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}

function contentAt(found: SheetSnapshot, { row, column }: CellAddress): CellContent {
  const cell = found.cellAt(row, column);
  return cell ? contentOf(cell) : BLANK_CONTENT;
}

function rowChangeOf(found: SheetSnapshot, { kind, row, isLikeAbove, isGrowing, writes }: Choice): RowChange {
  if (kind === 'delete') return { kind, sheet: found.name, row, cells: rowCells(found, row) };
  const like = isLikeAbove ? row - 1 : row;
  const mergedAreas = found.mergedAreas
    .filter(({ top, bottom }) => top < row && (bottom >= row || (isGrowing && bottom === row - 1)))
    .map((one) => ({ ...one, bottom: one.bottom + 1 }));
  const cells = writes.map(([{ column }, held]) => ({ column, content: held || BLANK_CONTENT }));
  const unique = cells.filter(({ column }, index) => cells.findIndex((one) => one.column === column) === index);
  return { kind: 'insert', sheet: found.name, row, like, beside: rowCells(found, like), cells: unique, mergedAreas };
}

function editsOf(found: SheetSnapshot, { writes }: Choice): Edit[] {
  return writes
    .filter(
      ([at]) => !found.mergedAreas.some((one) => containsCell(one, at) && (at.row > one.top || at.column > one.left)),
    )
    .map(([address, held]) => {
      const before = contentAt(found, address);
      return { sheet: found.name, address, before, after: held || BLANK_CONTENT };
    });
}

function stepOf(before: WorkbookSnapshot, chosen: Choice): Step {
  const found = before.findSheet(chosen.sheet) as SheetSnapshot;
  return chosen.kind === 'edits'
    ? { kind: 'cells', changes: { label: '改', edits: editsOf(found, chosen) } }
    : { kind: 'rows', changes: [rowChangeOf(found, chosen)] };
}

/** All that a snapshot tells, whatever the order of its merged areas. */
function picture(snapshot: WorkbookSnapshot): unknown {
  return snapshot.sheets.map(({ content: { cells, mergedAreas, ...rest } }) => ({
    ...rest,
    cells,
    mergedAreas: mergedAreas.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).sort(),
  }));
}

test('taking back any operation gives the workbook as it was, cell for cell', () => {
  let madeRows = 0;
  fc.assert(
    fc.property(workbook, fc.array(choice, { maxLength: 6 }), (before, choices) => {
      let after = before;
      const steps: Step[] = [];
      for (const chosen of choices) {
        const step = stepOf(after, chosen);
        const { snapshot, rowConflicts } = applyOperation(after, { label: '试', steps: [step] });
        if (step.kind === 'rows') madeRows += 1 - rowConflicts.length;
        steps.push(step);
        after = snapshot;
      }
      const operation = { label: '试', steps };
      const inverse = invertOperation(before, operation);
      const back = applyOperation(after, inverse);
      expect(back.conflicts).toEqual([]);
      expect(back.rowConflicts).toEqual([]);
      expect(picture(back.snapshot)).toEqual(picture(before));
    }),
    { numRuns: 200 },
  );
  expect(madeRows).toBeGreaterThan(100);
});

test('edits whose cell holds something else are reported, and nothing else is written', () => {
  fc.assert(
    fc.property(workbook, choice, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (before, chosen, stale) => {
      const found = before.findSheet(chosen.sheet) as SheetSnapshot;
      const edits = editsOf(found, chosen).map((edit, index) =>
        stale[index] ? { ...edit, before: { ...edit.before, value: '别的', formula: null } } : edit,
      );
      const { snapshot, conflicts } = applyChangeSet(before, { label: '改', edits });
      expect(conflicts.map(({ edit }) => edit)).toEqual(edits.filter((_, index) => stale[index]));
      const good = edits.filter((_, index) => !stale[index]);
      expect(picture(snapshot)).toEqual(picture(applyChangeSet(before, { label: '改', edits: good }).snapshot));
      for (const { address, after } of good) {
        expect(contentAt(snapshot.findSheet(chosen.sheet) as SheetSnapshot, address)).toEqual(after);
      }
      const back = applyChangeSet(snapshot, invertChangeSet({ label: '改', edits: good }));
      expect(picture(back.snapshot)).toEqual(picture(before));
    }),
  );
});

test('edits of different cells give the same in any order', () => {
  fc.assert(
    fc.property(workbook, choice, fc.infiniteStream(fc.nat()), (before, chosen, numbers) => {
      const edits = editsOf(before.findSheet(chosen.sheet) as SheetSnapshot, chosen);
      const keyed = edits.map((edit) => ({ edit, key: Number(numbers.next().value) }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ edit }) => edit);
      const inOrder = applyChangeSet(before, { label: '改', edits });
      expect(picture(applyChangeSet(before, { label: '改', edits: shuffled }).snapshot)).toEqual(
        picture(inOrder.snapshot),
      );
    }),
  );
});

test('where a row change is refused, those after it are made as if it had never been asked for', () => {
  let refusals = 0;
  fc.assert(
    fc.property(
      workbook,
      fc.array(choice, { minLength: 2, maxLength: 5 }),
      fc.nat({ max: 3 }),
      (before, choices, bad) => {
        const changes: RowChange[] = [];
        let planned = before;
        for (const chosen of choices) {
          if (chosen.kind === 'edits') continue;
          const change = rowChangeOf(planned.findSheet(chosen.sheet) as SheetSnapshot, chosen);
          const next = applyRowChanges(planned, [change]);
          if (next.conflicts.length > 0) continue;
          planned = next.snapshot;
          changes.push(change);
        }
        const stale = changes.map((change, index): RowChange => {
          if (index !== bad) return change;
          const wrong = [{ column: 40, content: placedCell({ row: 0, column: 40 }, contentOf(WRONG)) }];
          return change.kind === 'insert' ? { ...change, beside: wrong } : { ...change, cells: wrong };
        });
        const { snapshot, made, conflicts } = applyRowChanges(before, stale);
        refusals += conflicts.length;
        expect(made.length + conflicts.length).toBe(changes.length);
        const again = applyRowChanges(before, made);
        expect(again.conflicts).toEqual([]);
        expect(again.made).toEqual(made);
        expect(picture(again.snapshot)).toEqual(picture(snapshot));
      },
    ),
  );
  expect(refusals).toBeGreaterThan(20);
});

const WRONG: CellContent = { value: '别的', formula: null, numberFormat: 'General' };

test('thousands of edits take no more than a few passes over the cells', () => {
  let compared = 0;
  const cells = Array.from({ length: 20000 }, (_, row) => {
    const cell = placedCell({ row, column: 0 }, { ...WRONG, value: row });
    return Object.defineProperty({ ...cell }, 'row', {
      enumerable: true,
      get: () => {
        compared += 1;
        return row;
      },
    });
  });
  const content = { name: '甲', visibility: 'visible' as const, mergedAreas: [], hiddenRows: [], hiddenColumns: [] };
  const snapshot = new WorkbookSnapshot('表.xlsx', [{ ...content, cells, isProtected: false }]);
  const edits = cells.map((_, row): Edit => ({
    sheet: '甲',
    address: { row, column: 0 },
    before: { ...WRONG, value: row },
    after: { ...WRONG, value: '改' },
  }));
  const result = applyChangeSet(snapshot, { label: '改', edits });
  expect(result.snapshot.sheets[0].cells).toHaveLength(20000);
  expect(compared).toBeLessThan(20 * 20000);
});
