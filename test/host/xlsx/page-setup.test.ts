import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import type { PageSetup } from '../../../src/host/port/sheet-source';
import { parseRange } from '../../../src/core/workbook/cell-address';
import { buildXlsx } from '../../support/build-xlsx';

const ASSETS = path.join(__dirname, '../../../assets');

const UNSAID: PageSetup = {
  orientation: null,
  paperSize: null,
  scale: null,
  fitsTo: null,
  margins: null,
  isCenteredHorizontally: false,
  isCenteredVertically: false,
  printArea: null,
  titleRows: null,
};

// As openpyxl reads the same files.
test.each<[string, string, PageSetup]>([
  [
    'templates/zhuhai-coded-indicators.xlsx',
    '项目绩效目标表',
    {
      orientation: 'landscape',
      paperSize: 9,
      scale: null,
      fitsTo: { width: 1, height: 0 },
      margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 },
      isCenteredHorizontally: true,
      isCenteredVertically: false,
      printArea: parseRange('A1:J3') ?? null,
      titleRows: { first: 0, last: 1 },
    },
  ],
  [
    'samples/futian-qifu-2024.xlsx',
    '办公设备采购',
    {
      ...UNSAID,
      orientation: 'portrait',
      paperSize: 9,
      fitsTo: { width: 1, height: 0 },
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      isCenteredHorizontally: true,
    },
  ],
])('%s: how %s is printed', (file, sheet, expected) => {
  expect(openXlsx(readFileSync(path.join(ASSETS, file))).readPageSetup(sheet)).toEqual(expected);
});

test('a sheet of which the file says nothing, and one that is not there', () => {
  const workbook = openXlsx(buildXlsx({ sheets: [{ name: '表', cells: { A1: 1 } }] }));
  expect(workbook.readPageSetup('表')).toEqual(UNSAID);
  expect(workbook.readPageSetup('没有')).toEqual(UNSAID);
});
