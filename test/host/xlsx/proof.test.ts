import { XlsxError } from '../../../src/host/xlsx';
import { DEFAULT_LIMITS } from '../../../src/host/xlsx/limits';
import { readWorkbook, type WorkbookRecord } from '../../../src/host/xlsx/reading/workbook-reader';
import { planEdits } from '../../../src/host/xlsx/writing/edit-plan';
import { proveWritten } from '../../../src/host/xlsx/writing/proof';
import { ZipArchive } from '../../../src/host/xlsx/zip/zip-archive';
import { buildXlsx, type BuiltSheet } from '../../support/build-xlsx';

const SHEET: BuiltSheet = {
  name: '表',
  cells: { A1: '题', B2: 1, C3: { value: 2, formula: 'B2*2' } },
  merges: ['D1:E1'],
};

function read(sheet: Partial<BuiltSheet>): WorkbookRecord {
  const bytes = buildXlsx({ sheets: [{ ...SHEET, ...sheet }] });
  return readWorkbook(new ZipArchive(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
}

/** What the check after writing finds when the file reads like this although only B2 was to become 5. */
function findDeviation(sheet: Partial<BuiltSheet>): string {
  const before = read({});
  const content = { formula: null, numberFormat: 'General' };
  const address = { row: 1, column: 1 };
  const plans = planEdits(before, [
    { sheet: '表', address, before: { ...content, value: 1 }, after: { ...content, value: 5 } },
  ]);
  try {
    proveWritten(before, read(sheet), plans);
  } catch (error) {
    if (!(error instanceof XlsxError) || error.detail !== 'internal') throw error;
    return `${error.place.cell ?? ''} ${error.place.reason}`;
  }
  return 'as planned';
}

const { cells } = SHEET;

test.each<[string, Partial<BuiltSheet>, string]>([
  ['如计划', { cells: { ...cells, B2: 5 } }, 'as planned'],
  ['没有写入', {}, 'B2 not as planned'],
  ['写成别的值', { cells: { ...cells, B2: '5' } }, 'B2 not as planned'],
  ['计划中的单元格样式变了', { cells: { ...cells, B2: { value: 5, bold: true } } }, 'B2 not as planned'],
  ['计划中的单元格丢失', { cells: { A1: '题', C3: cells.C3 } }, 'C3 added or moved'],
  ['别的单元格变了', { cells: { ...cells, B2: 5, A1: '标题' } }, 'A1 changed'],
  ['别的公式变了', { cells: { ...cells, B2: 5, C3: { value: 2, formula: 'B2*3' } } }, 'C3 changed'],
  ['别的格式变了', { cells: { ...cells, B2: 5, A1: { value: '题', bold: true } } }, 'A1 changed'],
  ['多出一格', { cells: { ...cells, B2: 5, Z9: 1 } }, 'Z9 added or moved'],
  ['多出一个空白格', { cells: { ...cells, B2: 5, Z9: null } }, 'Z9 added or moved'],
  ['最后一格丢失', { cells: { A1: '题', B2: 5 } }, 'C3 lost'],
  ['合并区域变了', { cells: { ...cells, B2: 5 }, merges: ['D1:F1'] }, ' sheet changed'],
  ['隐藏列变了', { cells: { ...cells, B2: 5 }, hiddenColumns: [2] }, ' sheet changed'],
  ['保护变了', { cells: { ...cells, B2: 5 }, isProtected: true }, ' sheet changed'],
  ['工作表隐藏了', { cells: { ...cells, B2: 5 }, hidden: true }, ' sheet changed'],
])('写入后的核对：%s', (_title, sheet, expected) => {
  expect(findDeviation(sheet)).toBe(expected);
});
