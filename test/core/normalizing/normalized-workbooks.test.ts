import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import { invertOperation } from '../../../src/core/changes/invert-operation';
import { operationOf } from '../../../src/core/normalizing/operation-of';
import { planNormalization } from '../../../src/core/normalizing/plan-normalization';
import { ReviewMemory } from '../../../src/core/review/review-memory';
import { runReview } from '../../../src/core/review/run-review';
import type { CellRange } from '../../../src/core/workbook/cell-address';
import { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { randomOf } from '../../support/budget-book/random';
import { messyForm } from '../../support/messy-form';

const options = loadBuiltinResources();
const FOLDER = path.join(__dirname, '../../fixtures/filings');

/** What a user sees of a workbook; merged areas in the order of their places. */
function contentsOf({ sheets }: WorkbookSnapshot): unknown {
  const inOrder = (a: CellRange, b: CellRange): number => a.top - b.top || a.left - b.left;
  return sheets.map(({ content: { cells, mergedAreas, ...rest } }) => ({
    ...rest,
    mergedAreas: [...mergedAreas].sort(inOrder),
    cells: cells.map(({ row, column, value, text, formula, numberFormat }) =>
      [row, column, value, text, formula, numberFormat].join('\t'),
    ),
  }));
}

/** Normalises, checks, normalises again, takes it back; returns how much there was to repair. */
function normalizeAndTakeBack(snapshot: WorkbookSnapshot): { readonly cells: number; readonly rows: number } {
  const plan = planNormalization(snapshot, options);
  const keys = plan.repairs.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const operation = operationOf(snapshot, plan, keys, '规范');
  const { snapshot: after, conflicts, rowConflicts } = applyOperation(snapshot, operation);
  expect([conflicts, rowConflicts]).toEqual([[], []]);
  const memory = new ReviewMemory();
  expect(runReview(after, options, memory).findings.filter(({ fix }) => fix !== null)).toEqual([]);
  expect(planNormalization(after, options, memory).repairs).toEqual([]);
  const back = applyOperation(after, invertOperation(snapshot, operation)).snapshot;
  expect(contentsOf(back)).toEqual(contentsOf(snapshot));
  return {
    cells: plan.repairs.reduce((count, { edits }) => count + edits.length, 0),
    rows: plan.repairs.filter(({ row }) => row !== null).length,
  };
}

test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx')))(
  '规范后没有可自动修复的问题，再规范无事可做，撤销后与原来相同：%s',
  (file) => {
    const { snapshot } = openXlsx(readFileSync(path.join(FOLDER, file)), { name: file });
    expect(normalizeAndTakeBack(snapshot).cells).toBeGreaterThan(0);
  },
);

test('随手写成的各种表也是这样', () => {
  let [cells, rows] = [0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000000 }), fc.integer({ min: 1, max: 3 }), (seed, count) => {
      const random = randomOf(seed);
      const sheets = Array.from({ length: count }, (_, index) => messyForm(random, `表${index + 1}`));
      const done = normalizeAndTakeBack(new WorkbookSnapshot('测试.xlsx', sheets));
      cells += done.cells;
      rows += done.rows;
    }),
    { numRuns: 8, examples: [[6, 3]] },
  );
  expect(cells).toBeGreaterThan(20);
  expect(rows).toBeGreaterThan(3);
});
