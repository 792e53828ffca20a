import type { CellMark, MarkSeverity } from '../../../src/host/port/workbook-host';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { FILINGS, sheetsOfFiling, showAsInFile } from './open-filing';
import { openInExcel } from './open-in-excel';

const SEVERITIES: readonly MarkSeverity[] = ['error', 'warning', 'info'];

/** Every second cell of every second row, so that none can be put together with its neighbour. */
function scatteredMarks(sheets: readonly SheetContent[], count: number): CellMark[] {
  return Array.from({ length: count }, (_, place) => {
    const row = 2 * Math.floor(place / 20);
    const column = 2 * (place % 20);
    return {
      sheet: sheets[place % sheets.length].name,
      range: { top: row, left: column, bottom: row, right: column },
      severity: SEVERITIES[place % 3],
    };
  });
}

describe.each(FILINGS)('%s', (file) => {
  const sheets = sheetsOfFiling(file);

  test.each(['1.13', '1.14', '1.15'])('is read as from its file at level %s', async (level) => {
    const { host, model } = openInExcel(sheets, level, file);
    showAsInFile(model, sheets);
    const read = await host.read();
    expect(read.name).toBe(file);
    expect(read.sheets.map(({ content }) => content)).toEqual(sheets);
  });

  test.each(['1.4', '1.6', '1.7', '1.9'])(
    'is read as from its file but for merged areas at level %s',
    async (level) => {
      const { host, model } = openInExcel(sheets, level, file);
      showAsInFile(model, sheets);
      const read = await host.read();
      expect(read.sheets.map(({ content }) => content)).toEqual(sheets.map((sheet) => ({ ...sheet, mergedAreas: [] })));
    },
  );

  test.each([
    ['1.4', 0, 4],
    ['1.4', 40, 5],
    ['1.6', 0, 4],
    ['1.6', 40, 4],
    ['1.7', 40, 4],
    ['1.9', 40, 4],
    ['1.13', 40, 4],
    ['1.14', 40, 4],
    ['1.15', 0, 4],
    ['1.15', 40, 4],
    ['1.15', 5000, 4],
  ])('at level %s is read and given %d marks in %d round trips, and is as before without them', tryMarks);

  async function tryMarks(level: string, count: number, roundTrips: number): Promise<void> {
    const { host, model, excel } = openInExcel(sheets, level, file);
    const before = structuredClone(model);
    await host.read();
    expect(excel.roundTrips).toBe(3);
    await host.mark(scatteredMarks(sheets, count));
    expect(excel.roundTrips).toBe(roundTrips);
    await host.mark([]);
    expect({ ...model, nextId: 0 }).toEqual({ ...before, nextId: 0 });
  }
});

test.each([
  ['1.4', 3 + 2 * 2],
  ['1.6', 4],
  ['1.8', 4],
])('two thousand marks at level %s take %d round trips', async (level, roundTrips) => {
  const sheets = sheetsOfFiling(FILINGS[0]);
  const { host, excel } = openInExcel(sheets, level);
  await host.read();
  await host.mark(scatteredMarks(sheets, 2000));
  expect(excel.roundTrips).toBe(roundTrips);
  expect(excel.requests.map(({ error }) => error)).toEqual(excel.requests.map(() => undefined));
});
