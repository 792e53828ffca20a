import { createBrowserStorage } from '../../../src/host/excel/browser-storage';
import { API_LEVELS } from '../../../src/host/excel/office-library';
import { HostError } from '../../../src/host/port/host-error';
import { sheetOf } from '../../support/build-form';
import { apiLevelOf } from '../../support/excel-host/api-levels';
import { openInExcel, settle } from './open-in-excel';

const SHEETS = [sheetOf('甲', { A1: '一' }), sheetOf('乙', { A1: '二' }, [], { visibility: 'hidden' })];
const BLANK = { value: null, formula: null, numberFormat: 'General' };

test.each([
  ['1.4', false],
  ['1.6', false],
  ['1.7', true],
  ['1.15', true],
])('ExcelApi %s: writing, marks, selecting, watching %s', (level, watch) => {
  expect(openInExcel(SHEETS, level).host.capabilities).toEqual({
    write: true,
    mark: true,
    select: true,
    watch,
    structure: true,
  });
});

test('an Excel below 1.4 is refused with what to use instead', () => {
  const open = (): unknown => openInExcel(SHEETS, '1.3');
  expect(open).toThrow(HostError);
  expect(open).toThrow('这个版本的 Excel 太旧，无法运行申报表助手。');
});

describe('ExcelApi 1.4', () => {
  test('reads, writes and selects', async () => {
    const { host, model } = openInExcel(SHEETS, '1.4');
    const edit = { sheet: '甲', address: { row: 2, column: 2 }, before: BLANK, after: { ...BLANK, value: '007' } };
    expect(await host.apply({ label: '试写', edits: [edit] })).toEqual({
      written: 1,
      conflicts: [],
      reformatted: [{ sheet: '甲', address: { row: 2, column: 2 }, from: 'General', to: '@' }],
    });
    const [sheet] = (await host.read()).sheets;
    expect(sheet.cells.map(({ value }) => value)).toEqual(['一', '007']);
    await host.select('甲', { top: 2, left: 2, bottom: 4, right: 3 });
    expect(model.selection).toEqual({ top: 2, left: 2, bottom: 4, right: 3 });
  });

  test('asks for no event', async () => {
    const { host, excel } = openInExcel(SHEETS, '1.4');
    host.watch(() => undefined);
    await settle();
    expect(excel.roundTrips).toBe(0);
  });
});

describe('levels of the simulated Excel', () => {
  test('are those of the type definitions', () => {
    expect(apiLevelOf('Worksheet', 'getUsedRangeOrNullObject')).toBe(API_LEVELS.minimum);
    expect(apiLevelOf('Range', 'conditionalFormats')).toBe(API_LEVELS.conditionalFormats);
    expect(apiLevelOf('Workbook', 'name')).toBe(API_LEVELS.sheetEvents);
    expect(apiLevelOf('Worksheet', 'onChanged')).toBe(API_LEVELS.sheetEvents);
    expect(apiLevelOf('Worksheet', 'getRanges')).toBe(API_LEVELS.rangeAreas);
    expect(apiLevelOf('WorksheetCollection', 'onChanged')).toBe(API_LEVELS.rangeAreas);
    expect(apiLevelOf('Range', 'getMergedAreasOrNullObject')).toBe(API_LEVELS.mergedAreas);
    expect(apiLevelOf('Range', 'columnHidden')).toBe('1.2');
    expect(apiLevelOf('Range', 'values')).toBe('1.1');
  });
});

test('settings last for the sitting where the browser keeps none', async () => {
  const locked = {
    get localStorage(): Storage {
      throw new Error('Access is denied.');
    },
  } as unknown as Window;
  const storage = createBrowserStorage(locked, 'p1');
  expect(await storage.get('审核人')).toBeNull();
  await storage.set('审核人', '张三');
  expect(await storage.get('审核人')).toBe('张三');
});
