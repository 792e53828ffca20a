import { zipSync } from 'fflate';
import { formatAddress, formatRange } from '../../src/core/workbook/cell-address';
import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { codedTable, projectTarget, sheetOf } from '../support/build-form';
import { buildXlsx, type BuiltCell } from '../support/build-xlsx';

const MARKUP = { annualGoal: '<p>2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。</p>' };
const SECRET = '涉密内容不宜公开';
const PERCENT_UNDER_QUANTITY = projectTarget({
  rows: [['产出指标', '数量指标', '图书采购数量', '100%', '全年新购并完成编目的图书册数。']],
});

/** What a scenario may put on the disk, by the word its section 文件 uses. */
export const SCENARIO_FILES: Readonly<Record<string, () => Uint8Array>> = {
  规范申报表: () => workbook(projectTarget()),
  编码表: () => workbook(codedTable()),
  网页标记: () => workbook(projectTarget({ fields: MARKUP })),
  两张表: () => workbook(projectTarget({ fields: MARKUP }), { ...PERCENT_UNDER_QUANTITY, name: '表二' }),
  控制字符: () =>
    workbook(projectTarget({ sheet: '表\u001b[31m一', fields: { annualGoal: '<p>\u202e甲\u001b[2J</p>' } })),
  涉密: () => workbook(projectTarget({ fields: { annualGoal: SECRET, calculationBasis: SECRET } })),
  没有申报表: () => workbook(sheetOf('通讯录', { A1: '姓名', B1: '电话', A2: '甲', B2: '略' })),
  空文件: () => new Uint8Array(0),
  旧格式: () => compoundFile('Workbook'),
  加密: () => compoundFile('EncryptedPackage'),
  文本: () => new TextEncoder().encode('项目,金额\n甲,1\n'),
  截断: () => workbook(projectTarget()).slice(0, 900),
  压缩炸弹: () => zipSync({ 'xl/workbook.xml': [new Uint8Array(80 * 1024 * 1024), { level: 9 }] }),
};

function workbook(...sheets: readonly SheetContent[]): Uint8Array {
  return buildXlsx({
    sheets: sheets.map(({ name, cells, mergedAreas }) => ({
      name,
      cells: Object.fromEntries(
        cells.map((cell): [string, BuiltCell] => [
          formatAddress(cell),
          { value: cell.value, numberFormat: cell.numberFormat },
        ]),
      ),
      merges: mergedAreas.map(formatRange),
    })),
  });
}

/** The first sectors of an OLE2 file whose directory names one stream. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return bytes;
}
