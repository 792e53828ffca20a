import type { ModelConditionalFormat } from '../../support/excel-host/workbook-model';
import { sheetOf } from '../../support/build-form';
import { openInExcel } from './open-in-excel';

const SHEETS = [sheetOf('甲', { A1: '一', B2: 2 }), sheetOf('乙', { A1: '三' })];
const CELL = { top: 0, left: 0, bottom: 0, right: 0 };

const OF_THE_USER: ModelConditionalFormat[] = [
  { id: 'u1', type: 'Custom', ranges: [CELL], formula: '=$A1="错误"', fill: '#00FF00' },
  { id: 'u2', type: 'DataBar', ranges: [CELL], formula: '', fill: '' },
];

describe.each(['1.6', '1.9', '1.15'])('marks are known of at level %s', (level) => {
  test('from when they are put on until they are taken off', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    model.sheets[0].conditionalFormats = structuredClone(OF_THE_USER);
    expect(await host.hasMarks()).toBe(false);
    await host.mark([{ sheet: '乙', range: CELL, severity: 'info' }]);
    expect(await host.hasMarks()).toBe(true);
    await host.mark([]);
    expect(await host.hasMarks()).toBe(false);
  });

  test('although another machine put them on, a hidden sheet too', async () => {
    const first = openInExcel(SHEETS, level);
    await first.host.mark([{ sheet: '乙', range: CELL, severity: 'error' }]);
    const second = openInExcel([SHEETS[0], { ...SHEETS[1], visibility: 'hidden' }], level);
    second.model.sheets[1].conditionalFormats = structuredClone(first.model.sheets[1].conditionalFormats);
    expect(await second.host.hasMarks()).toBe(true);
  });
});

test.each(['1.6', '1.15'])('one of the user whose formula Excel does not tell stays, at level %s', async (level) => {
  const { host, model, excel } = openInExcel(SHEETS, level);
  const untold: ModelConditionalFormat = { id: 'u3', type: 'Custom', ranges: [CELL], formula: '', fill: '#00FF00' };
  model.sheets[0].conditionalFormats = [structuredClone(untold)];
  expect(await host.hasMarks()).toBe(false);
  await host.mark([{ sheet: '甲', range: CELL, severity: 'error' }]);
  excel.isEditingCell = true;
  await host.mark([]).catch(() => undefined);
  excel.isEditingCell = false;
  await host.mark([]);
  expect(model.sheets[0].conditionalFormats).toEqual([untold]);
});

test('looking changes nothing and takes three round trips, however many sheets there are', async () => {
  const many = Array.from({ length: 30 }, (_, place) => sheetOf(`表${place}`, { A1: place }));
  const { host, model, excel } = openInExcel(many);
  await host.mark([{ sheet: '表7', range: CELL, severity: 'warning' }]);
  const before = structuredClone(model);
  const former = excel.roundTrips;
  expect(await host.hasMarks()).toBe(true);
  expect(excel.roundTrips - former).toBe(3);
  expect(model).toEqual(before);
});
