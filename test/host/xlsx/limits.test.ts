import { openXlsx } from '../../../src/host/xlsx';
import { buildXlsx } from '../../support/build-xlsx';
import { codeOf } from './workbook-edits';

const bytes = buildXlsx({
  sheets: [
    { name: '甲', cells: { A1: 1, A2: 2, A3: null } },
    { name: '乙', cells: { A1: 1 }, merges: ['A1:B1', 'A2:B2'] },
  ],
});

test('单元格总数上限，空白的也计算在内，各工作表相加', () => {
  const open = (maxCells: number): string => codeOf(() => openXlsx(bytes, { name: '多.xlsx', limits: { maxCells } }));
  expect(open(4)).toBe('no error');
  expect(open(3)).toBe('too-many-cells/file-too-large: 文件“多.xlsx”的单元格过多，超出可读取的范围。');
});

test('合并单元格数上限', () => {
  const open = (maxMergedAreas: number): string =>
    codeOf(() => openXlsx(bytes, { name: '多.xlsx', limits: { maxMergedAreas } }));
  expect(open(2)).toBe('no error');
  expect(open(1)).toBe('too-many-merges/file-too-large: 文件“多.xlsx”的工作表“乙”的合并单元格过多，超出可读取的范围。');
});

test('文件大小上限', () => {
  const open = (maxFileBytes: number): string =>
    codeOf(() => openXlsx(bytes, { name: '大.xlsx', limits: { maxFileBytes } }));
  expect(open(bytes.length)).toBe('no error');
  expect(open(bytes.length - 1)).toBe('too-big/file-too-large: 文件“大.xlsx”过大，超出可读取的范围。');
});
