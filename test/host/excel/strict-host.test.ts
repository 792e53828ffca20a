import { sheetOf } from '../../support/build-form';
import { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { loadOfficeClient } from '../../support/excel-host/office-client';
import { modelOf, sheetNamed } from '../../support/excel-host/workbook-model';

type Batch = (context: Excel.RequestContext) => Promise<unknown>;

function openClient(level = '1.15', text = '一') {
  const model = modelOf('申报表.xlsx', [sheetOf('甲', { A1: text }), sheetOf('乙', { A1: '二' })]);
  const excel = new ExcelSimulator(model, level);
  const { Excel: client } = loadOfficeClient(excel);
  const codeOf = async (batch: Batch): Promise<string> => {
    try {
      await client.run(batch as (context: Excel.RequestContext) => Promise<void>);
      return 'no error';
    } catch (error) {
      return String((error as { readonly code?: unknown }).code);
    }
  };
  return { excel, model, codeOf };
}

const sheetOfContext = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('甲');

test.each<[string, string, Batch]>([
  ['1.8', '1.9', async (context) => sheetOfContext(context).getRanges('A1,B2').load('address')],
  ['1.5', '1.6', async (context) => sheetOfContext(context).getRange('A1').conditionalFormats.load('items/id')],
  ['1.6', '1.7', async (context) => context.workbook.load('name')],
  ['1.1', '1.2', async (context) => sheetOfContext(context).load('protection/protected')],
  ['1.3', '1.4', async (context) => context.workbook.settings.load('items/key')],
  ['1.6', '1.7', async (context) => sheetOfContext(context).onChanged.add(async () => undefined)],
])('a member is not there at level %s, and is at %s', async (below, level, ask) => {
  const batch: Batch = async (context) => {
    await ask(context);
    await context.sync();
  };
  expect(await openClient(below).codeOf(batch)).toBe('ApiNotFound');
  expect(await openClient(level).codeOf(batch)).not.toBe('ApiNotFound');
});

test.each(['nothing', 'shapes', 'notThere/either'])('%s, which this Excel does not have, is refused', async (name) => {
  const { codeOf } = openClient();
  expect(
    await codeOf(async (context) => {
      sheetOfContext(context).load(name);
      await context.sync();
    }),
  ).not.toBe('no error');
});

test('bytes count, not characters: two million Chinese characters are too many', async () => {
  const { codeOf } = openClient('1.15', '长'.repeat(2_000_000));
  expect(
    await codeOf(async (context) => {
      sheetOfContext(context).getRange('A1').load('values');
      await context.sync();
    }),
  ).toBe('ResponsePayloadSizeLimitExceeded');
});

test('what was done before an error stays done', async () => {
  const { codeOf, model } = openClient();
  expect(
    await codeOf(async (context) => {
      sheetOfContext(context).getRange('A1').values = [['写了']];
      sheetOfContext(context).getRange('A1:B1').values = [['形状不对']];
      sheetOfContext(context).getRange('A2').values = [['没有写']];
      await context.sync();
    }),
  ).toBe('InvalidArgument');
  expect([...sheetNamed(model, '甲').cells.values()].map(({ value }) => value)).toEqual(['写了']);
});

test('a range kept over a batch is gone with its sheet', async () => {
  const { codeOf, excel } = openClient();
  expect(
    await codeOf(async (context) => {
      const range = sheetOfContext(context).getRange('A1');
      range.load('values');
      await context.sync();
      excel.deleteSheet('甲');
      range.values = [['写不进']];
      await context.sync();
    }),
  ).toBe('ItemNotFound');
});

test.each([
  ['1.14', 'Unknown'],
  ['1.13', undefined],
])('at level %s an edit of the user says its source: %s', async (level, expected) => {
  const { excel } = openClient(level);
  const told = new Promise<unknown>((resolve) =>
    excel.onEvent((entries) => resolve((JSON.parse(entries[0][3]) as { triggerSource?: string }).triggerSource)),
  );
  excel.type('甲', { row: 0, column: 0 }, '改过');
  expect(await told).toBe(expected);
});
