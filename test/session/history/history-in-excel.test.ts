import { rowCells } from '../../../src/core/changes/apply-row-changes';
import type { Edit } from '../../../src/core/changes/change-set';
import type { Operation } from '../../../src/core/changes/operation';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { createOperationHistory } from '../../../src/session/history/create-operation-history';
import { openInExcel, openModel } from '../../host/excel/open-in-excel';
import { buildXlsx } from '../../support/build-xlsx';
import { cellsStep, editOf, edits, FORM, insertion, MONEY } from './sample-workbook';

const FILE = Buffer.from(
  buildXlsx({
    sheets: [{ name: '模板', cells: { A1: '项目支出绩效目标表', A2: '金额', B2: 1410 }, merges: ['A1:C1'] }],
  }),
).toString('base64');

/** Cells as "C2 ≥5人"; a calculated result is Excel's affair. */
function picture({ sheets }: WorkbookSnapshot): unknown {
  return sheets.map(({ name, cells, mergedAreas }) => ({
    name,
    cells: cells.map(
      ({ row, column, value, formula }) => `${row} ${column} ${formula === null ? String(value) : `=${formula}`}`,
    ),
    mergedAreas: mergedAreas.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).sort(),
  }));
}

// Loading the client of Excel takes its time on a busy machine.
jest.setTimeout(30000);

describe.each(['1.9', '1.15'])('in Excel of ExcelApi %s', (level) => {
  test('cells, rows and sheets are done, taken back and done again by panes that were opened anew', async () => {
    const { host, model } = openInExcel([FORM, MONEY], level);
    const pane = () => createOperationHistory({ host: openModel(model, level).host });
    const before = await host.read();
    const [form] = before.sheets;
    const row = await insertion({ read: async () => before }, 7, [], '≥1次');
    const gone = { kind: 'delete' as const, sheet: FORM.name, row: 4, cells: rowCells(form, 4) };
    const operation: Operation = {
      label: '规范',
      steps: [
        cellsStep(editOf('C2', '>=5人', '≥5人'), editOf('C3', '98％', '98%')),
        { kind: 'rows', changes: [row, gone] },
        { kind: 'addSheets', sheets: [{ name: '转换', file: FILE, source: '模板' }], after: FORM.name },
      ],
    };
    const outcome = await pane().perform(operation);
    expect(outcome).toMatchObject({ cells: 2, rows: 2, sheets: ['转换'], conflicts: [], interruption: [] });
    const after = picture(await openModel(model, level).host.read());
    expect(await pane().undo()).toMatchObject({ cells: 2, rows: 2, sheets: ['转换'], conflicts: [], interruption: [] });
    expect(picture(await openModel(model, level).host.read())).toEqual(picture(before));
    expect(await pane().redo()).toMatchObject({ cells: 2, rows: 2, sheets: ['转换'], conflicts: [], interruption: [] });
    expect(picture(await openModel(model, level).host.read())).toEqual(after);
  });
});

test('a text that Excel would take for something else is the same text in the same format when it is done again', async () => {
  const { host, model } = openInExcel([FORM, MONEY]);
  const history = createOperationHistory({ host });
  await history.perform(
    edits('改', editOf('C2', '>=5人', '007'), editOf('C3', '98％', '=100%'), editOf('D9', null, '1/2')),
  );
  const done = structuredClone(model.sheets);
  await history.undo();
  await history.redo();
  expect(model.sheets).toEqual(done);
});

test('a large record is kept, and given out by the next pane', async () => {
  const { host, model } = openInExcel([FORM, MONEY]);
  const long = (row: number): string => `${row}`.padEnd(20000, '长');
  const many = Array.from({ length: 20 }, (_, row): Edit => editOf(`E${row + 1}`, null, long(row)));
  await createOperationHistory({ host }).perform(edits('大批', ...many));
  const later = createOperationHistory({ host: openModel(model).host });
  expect((await later.read()).undoable.map(({ label, cells }) => [label, cells])).toEqual([['大批', 20]]);
  expect(await later.undo()).toMatchObject({ cells: 20, conflicts: [] });
});

test('a fix, and taking it back, cost eight round trips: record, cells, record', async () => {
  const { host, excel } = openInExcel([FORM, MONEY]);
  host.watch(() => undefined);
  await host.read();
  const history = createOperationHistory({ host });
  const before = excel.roundTrips;
  await history.perform(edits('改', editOf('C2', '>=5人', '≥5人')));
  const performed = excel.roundTrips;
  await history.undo();
  expect([performed - before, excel.roundTrips - performed]).toEqual([8, 8]);
});
