import { createInThreadChecking } from '../../../src/checking/in-thread-checking';
import { createReviewSession } from '../../../src/session';
import { randomOf } from '../../support/budget-book/random';
import type { ModelWorkbook } from '../../support/excel-host/workbook-model';
import { messyForm } from '../../support/messy-form';
import { openInExcel, openModel } from './open-in-excel';

/** All that a user would miss, the history of operations and what is selected aside. */
function contentOf({ names, sheets }: ModelWorkbook): unknown {
  return structuredClone({
    names,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: [...sheet.cells].sort(([a], [b]) => a - b).map(([place, { text: _, ...cell }]) => [place, cell]),
      mergedAreas: [...sheet.mergedAreas].sort((a, b) => a.top - b.top || a.left - b.left),
      hiddenRows: [...sheet.hiddenRows],
      hiddenColumns: [...sheet.hiddenColumns],
    })),
  });
}

/** Of both, rows come and go. */
const SEEDS = [0, 1];

test.each(['1.4', '1.9', '1.15'])(
  'ExcelApi %s：随手写成的表规范、撤销、重做，关闭窗格后再撤销：与原来一样',
  async (level) => {
    let rows = 0;
    for (const seed of SEEDS) {
      const random = randomOf(seed);
      const { host, model } = openInExcel([messyForm(random, '表1'), messyForm(random, '表2')], level);
      const { normalization, history } = createReviewSession(host, createInThreadChecking());
      const original = contentOf(model);
      const plan = await normalization.plan();
      const keys = plan.repairs.map(({ key }) => key);
      const outcome = await normalization.apply(plan, keys);
      expect(outcome).toMatchObject({ conflicts: [], interruption: [] });
      rows += outcome.rows;
      const after = contentOf(model);
      expect((await normalization.plan()).repairs).toEqual([]);

      expect(await history.undo()).toMatchObject({ conflicts: [], interruption: [] });
      expect(contentOf(model)).toEqual(original);
      await history.redo();
      expect(contentOf(model)).toEqual(after);
      const later = createReviewSession(openModel(model, level).host, createInThreadChecking());
      await later.history.undo();
      expect(contentOf(model)).toEqual(original);
    }
    expect(rows).toBeGreaterThan(1);
  },
);
