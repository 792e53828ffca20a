import fc from 'fast-check';
import { rowCells } from '../../../src/core/changes/apply-row-changes';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import { BLANK_CONTENT, type Edit } from '../../../src/core/changes/change-set';
import { contentOf } from '../../../src/core/changes/placed-cell';
import type { Operation, Step } from '../../../src/core/changes/operation';
import type { SheetSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import type { MemoryHost } from '../../support/memory-host';
import { contents, openHistory, openWorkbook, text } from './sample-workbook';

const value = fc.constantFrom('不适用', '≥5人', '', 3, '改');
const write = fc.record({ row: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 3 }), value });
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('perform' as const),
      writes: fc.array(write, { maxLength: 4 }),
      row: fc.integer({ min: 2, max: 9 }),
      rows: fc.constantFrom('none', 'insert', 'delete'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

function rowStep(sheet: SheetSnapshot, row: number, kind: string): Step {
  if (kind === 'delete')
    return { kind: 'rows', changes: [{ kind, sheet: sheet.name, row, cells: rowCells(sheet, row) }] };
  const mergedAreas = sheet.mergedAreas
    .filter(({ top, bottom }) => top < row && bottom >= row)
    .map((area) => ({ ...area, bottom: area.bottom + 1 }));
  const beside = rowCells(sheet, row - 1);
  const cells = [{ column: 2, content: text('新') }];
  return {
    kind: 'rows',
    changes: [{ kind: 'insert', sheet: sheet.name, row, like: row - 1, beside, cells, mergedAreas }],
  };
}

async function operationOf(
  host: MemoryHost,
  chosen: Extract<Action, { readonly kind: 'perform' }>,
): Promise<Operation> {
  const snapshot = await host.read();
  const [sheet] = snapshot.sheets;
  const edits: Edit[] = [];
  for (const { row, column, value: written } of chosen.writes) {
    if (edits.some(({ address }) => address.row === row && address.column === column)) continue;
    const cell = sheet.cellAt(row, column);
    const before = cell ? contentOf(cell) : BLANK_CONTENT;
    edits.push({ sheet: sheet.name, address: { row, column }, before, after: text(written === '' ? null : written) });
  }
  const cells: Step = { kind: 'cells', changes: { label: '', edits } };
  if (chosen.rows === 'none') return { label: '改', steps: [cells] };
  const after = applyOperation(snapshot, { label: '', steps: [cells] }).snapshot;
  return { label: '改', steps: [cells, rowStep(after.sheets[0], chosen.row, chosen.rows)] };
}

test('whatever is done, taken back and done again, by however many panes: the workbook is as it was then', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 10 }), async (actions) => {
      const host = openWorkbook();
      /** The workbook after each operation that is in effect, and after each that can be done again, next one first. */
      const past: unknown[] = [await contents(host)];
      let future: unknown[] = [];
      for (const chosen of actions) {
        const history = openHistory(host);
        if (chosen.kind === 'perform') {
          const outcome = await history.perform(await operationOf(host, chosen));
          if (outcome.entry === null) continue;
          past.push(await contents(host));
          future = [];
        } else if (chosen.kind === 'undo' && past.length > 1) {
          expect(await history.undo()).toMatchObject({ conflicts: [], interruption: [] });
          future.unshift(past.pop());
          undone += 1;
        } else if (chosen.kind === 'redo' && future.length > 0) {
          expect(await history.redo()).toMatchObject({ conflicts: [], interruption: [] });
          past.push(future.shift());
        }
        expect(await contents(host)).toEqual(past[past.length - 1]);
        const { undoable, redoable } = await openHistory(host).read();
        expect([undoable.length, redoable.length]).toEqual([past.length - 1, future.length]);
      }
    }),
    { numRuns: 40 },
  );
  expect(undone).toBeGreaterThan(10);
});

test('cells that a user edited after an operation keep what the user wrote; all others are as before it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { minLength: 1, maxLength: 5 }),
      // Where the last row is rewritten and others follow it, the sheet cannot be told from one with a row more above it.
      fc.array(
        write.filter(({ row }) => row < 7),
        { maxLength: 3 },
      ),
      async (writes, typed) => {
        const host = openWorkbook();
        const former = (await host.read()).sheets[0];
        await openHistory(host).perform(await operationOf(host, { kind: 'perform', writes, row: 2, rows: 'none' }));
        for (const { row, column } of typed) host.edit('目标表', { row, column }, '亲手');
        await openHistory(host)
          .undo()
          .catch(() => undefined);
        const now = (await host.read()).sheets[0];
        for (let row = 0; row < 10; row += 1) {
          for (let column = 0; column < 4; column += 1) {
            const isTyped = typed.some((one) => one.row === row && one.column === column);
            const wanted = isTyped ? '亲手' : (former.cellAt(row, column)?.value ?? null);
            expect(now.cellAt(row, column)?.value ?? null).toBe(wanted);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});
