import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { sheetOf } from '../../support/build-form';
import { openInExcel } from './open-in-excel';

const LIMIT = 5 * 1024 * 1024;

function tallSheet(rows: number, columns: number): SheetContent {
  const cells = Array.from({ length: rows * columns }, (_, place) => {
    const column = place % columns;
    const isAmount = column > 3;
    const value = isAmount ? place * 1.25 : `社区图书馆运行维护经费第${place}项`;
    return {
      row: Math.floor(place / columns),
      column,
      value,
      text: String(value),
      formula: null,
      numberFormat: isAmount ? '#,##0.00' : 'General',
      rawNumber: isAmount ? String(value) : null,
      isError: false,
    };
  });
  return { ...sheetOf('大表', {}), cells };
}

test('20 000 rows of 12 columns come in answers below 5 MB, a block after the other', async () => {
  const sheet = tallSheet(20000, 12);
  const { host, excel } = openInExcel([sheet]);
  const snapshot = await host.read();
  expect(snapshot.sheets[0].cells).toHaveLength(240000);
  expect(snapshot.sheets[0].cellAt(19999, 11)?.value).toBe(239999 * 1.25);
  expect(excel.roundTrips).toBe(2 + 25);
  const answers = excel.requests.map(({ responseLength }) => responseLength);
  expect(Math.max(...answers)).toBeLessThan(LIMIT / 4);
}, 60000);
