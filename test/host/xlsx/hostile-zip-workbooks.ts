import { strToU8 } from 'fflate';
import type { HostileWorkbook } from './hostile-workbook';
import {
  deflatedBlanks,
  packRows,
  packZip,
  packageParts,
  worksheet,
  type PackageSource,
  type RawEntry,
} from './package-parts';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = (xml: string | Uint8Array): PackageSource => ({ sheets: [{ name: 'S', xml }] });
const entriesOf = (source: PackageSource): RawEntry[] =>
  [...packageParts(source)].map(([name, plain]) => ({ name, plain }));
const without = (name: string): RawEntry[] => entriesOf(sheet(worksheet(ONE))).filter((entry) => entry.name !== name);
const SHEET_PART = 'xl/worksheets/sheet1.xml';

const ole2 = (...streams: string[]): Uint8Array => {
  const bytes = Buffer.alloc(512 + 128 * 4);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((stream, index) => bytes.write(stream, 512 + 128 * index, 'utf16le'));
  return new Uint8Array(bytes);
};

/** Archives that are damaged or larger than they say. */
export const ZIP_CASES: HostileWorkbook[] = [
  {
    title: '声明 900 MB 的工作表',
    build: () =>
      packZip([...without(SHEET_PART), { name: SHEET_PART, packed: deflatedBlanks(900), plainSize: 900 << 20 }]),
    expected: [
      'zip-bomb/file-too-large: 文件“x.xlsx”解压后的内容异常庞大，已停止读取。 请拆分工作簿或删除无关的工作表后再试。',
    ],
  },
  {
    title: '声明 100 字节，实际 200 MB',
    build: () => packZip([...without(SHEET_PART), { name: SHEET_PART, packed: deflatedBlanks(200), plainSize: 100 }]),
    expected: [
      'zip-bomb/file-too-large: 文件“x.xlsx”解压后的内容异常庞大，已停止读取。 请拆分工作簿或删除无关的工作表后再试。',
    ],
  },
  {
    title: '与内容无关的 2 GB 附件',
    build: () =>
      packZip([
        ...entriesOf(sheet(worksheet(ONE))),
        { name: 'xl/media/image1.png', packed: deflatedBlanks(1), plainSize: 0x7fffffff },
      ]),
    expected: [
      'zip-bomb/file-too-large: 文件“x.xlsx”解压后的内容异常庞大，已停止读取。 请拆分工作簿或删除无关的工作表后再试。',
    ],
  },
  {
    title: '四十个 64 MB 附件',
    build: () =>
      packZip([
        ...entriesOf(sheet(worksheet(ONE))),
        ...Array.from({ length: 40 }, (_, index) => ({
          name: `xl/media/${index}.bin`,
          packed: deflatedBlanks(1),
          plainSize: 64 << 20,
        })),
      ]),
    expected: [
      'zip-bomb/file-too-large: 文件“x.xlsx”解压后的内容异常庞大，已停止读取。 请拆分工作簿或删除无关的工作表后再试。',
    ],
  },
  {
    title: '三万个条目',
    build: () =>
      packZip([
        ...entriesOf(sheet(worksheet(ONE))),
        ...Array.from({ length: 30000 }, (_, index) => ({ name: `xl/junk/${index}.xml` })),
      ]),
    expected: [
      'zip-bomb/file-too-large: 文件“x.xlsx”解压后的内容异常庞大，已停止读取。 请拆分工作簿或删除无关的工作表后再试。',
    ],
  },
  {
    title: '条目名跳出目录',
    build: () =>
      packZip([
        ...entriesOf(sheet(worksheet(ONE))),
        { name: '../../../../tmp/evil.txt', plain: 'x' },
        { name: '/etc/evil', plain: 'x' },
        { name: '__proto__', plain: 'x' },
      ]),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '后一半丢失',
    build: () => packRows(ONE).subarray(0, 900),
    expected: [
      'bad-zip/unreadable-file: 文件“x.xlsx”已损坏或不完整，无法解压。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: '校验和不符',
    build: () => packZip([...without(SHEET_PART), { name: SHEET_PART, plain: worksheet(ONE), crc: 1 }]),
    expected: [
      'bad-crc/unreadable-file: 文件“x.xlsx”的内容校验不符（xl/worksheets/sheet1.xml），文件已损坏。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: '压缩数据损坏',
    build: () =>
      packZip([...without(SHEET_PART), { name: SHEET_PART, packed: new Uint8Array([7, 7, 7, 7, 7]), plainSize: 100 }]),
    expected: [
      'bad-zip/unreadable-file: 文件“x.xlsx”已损坏或不完整，无法解压。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: '压缩数据中断',
    build: () =>
      packZip([
        ...without(SHEET_PART),
        { name: SHEET_PART, packed: deflatedBlanks(1).subarray(0, 500), plainSize: 1 << 20 },
      ]),
    expected: [
      'bad-zip/unreadable-file: 文件“x.xlsx”已损坏或不完整，无法解压。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: '未知的压缩方法',
    build: () => packZip([...without(SHEET_PART), { name: SHEET_PART, plain: 'x', method: 99 }]),
    expected: [
      'bad-zip/unreadable-file: 文件“x.xlsx”已损坏或不完整，无法解压。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: '压缩包条目加密',
    build: () => packZip([...without(SHEET_PART), { name: SHEET_PART, plain: 'x', flags: 0x801 }]),
    expected: ['encrypted/protected: 文件“x.xlsx”有密码保护，无法读取。 请在 Excel 中另存为不带密码的副本后再试。'],
  },
  {
    title: '工作簿重复出现',
    build: () => packZip([...entriesOf(sheet(worksheet(ONE))), { name: 'XL/Workbook.xml', plain: 'x' }]),
    expected: ['S!A1 = 1 “1”', '压缩包中“XL/Workbook.xml”重复出现，只读取第一份。'],
  },
  {
    title: '前面有别的字节',
    build: () => new Uint8Array(Buffer.concat([Buffer.from('PK junk before the archive '), packRows(ONE)])),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '后面有别的字节',
    build: () => new Uint8Array(Buffer.concat([packRows(ONE), Buffer.alloc(3000)])),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '反斜杠路径',
    build: () =>
      packZip(entriesOf(sheet(worksheet(ONE))).map((entry) => ({ ...entry, name: entry.name.replace(/\//g, '\\') }))),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '大写路径',
    build: () =>
      packZip(entriesOf(sheet(worksheet(ONE))).map((entry) => ({ ...entry, name: entry.name.toUpperCase() }))),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '空压缩包',
    build: () => packZip([]),
    expected: ['not-xlsx/unreadable-file: 文件“x.xlsx”是压缩包，但其中没有 Excel 工作簿。 请选择 .xlsx 格式的工作簿。'],
  },
  {
    title: '缺少工作表部件',
    build: () => packZip(without(SHEET_PART)),
    expected: [
      'missing-part/unreadable-file: 文件“x.xlsx”缺少工作表“S”的内容，无法读取。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
];

/** Files of other programs. */
export const FOREIGN_CASES: HostileWorkbook[] = [
  {
    title: '零字节',
    build: () => new Uint8Array(0),
    expected: [
      'empty-file/unreadable-file: 文件“x.xlsx”是空文件（0 字节），没有可读取的内容。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: '锁文件',
    name: '~$申报表.xlsx',
    build: () => strToU8('\u0005user'),
    expected: [
      'lock-file/unreadable-file: 文件“~$申报表.xlsx”是 Excel 打开工作簿时生成的临时文件，不是工作簿本身。 请选择文件名前没有“~$”的工作簿。',
    ],
  },
  {
    title: '旧版 xls',
    name: '旧.xls',
    build: () => ole2('Workbook'),
    expected: [
      'ole2/not-supported: 文件“旧.xls”是旧版格式（.xls 或 .et），无法读取。 请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。',
    ],
  },
  {
    title: '加密的 xlsx',
    build: () => ole2('EncryptionInfo', 'EncryptedPackage'),
    expected: ['encrypted/protected: 文件“x.xlsx”有密码保护，无法读取。 请在 Excel 中另存为不带密码的副本后再试。'],
  },
  {
    title: 'Word 文档',
    build: () => ole2('WordDocument'),
    expected: ['not-zip/unreadable-file: 文件“x.xlsx”不是 Excel 工作簿，无法读取。 请选择 .xlsx 格式的工作簿。'],
  },
  {
    title: 'CSV 文本',
    name: 'a.csv',
    build: () => strToU8('编号,名称\n1,a\n'),
    expected: [
      'csv/not-supported: 文件“a.csv”实际上是文本文件（如 CSV），不是 Excel 工作簿。 请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。',
    ],
  },
  {
    title: '网页改名为 xls',
    name: 'a.xls',
    build: () => strToU8('<html><meta charset="gb2312"><table><tr><td>1</td></tr></table></html>'),
    expected: [
      'html/not-supported: 文件“a.xls”实际上是网页文件，不是 Excel 工作簿。 请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。',
    ],
  },
  {
    title: 'XML 表格',
    name: 'a.xls',
    build: () => strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    expected: [
      'xml-table/not-supported: 文件“a.xls”实际上是 XML 文本文件，不是 Excel 工作簿。 请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。',
    ],
  },
  {
    title: '图片',
    build: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    expected: ['not-zip/unreadable-file: 文件“x.xlsx”不是 Excel 工作簿，无法读取。 请选择 .xlsx 格式的工作簿。'],
  },
  {
    title: '两个字节',
    build: () => strToU8('PK'),
    expected: [
      'bad-zip/unreadable-file: 文件“x.xlsx”已损坏或不完整，无法解压。 请重新下载或向填报单位重新索取该文件。',
    ],
  },
  {
    title: 'xlsb',
    build: () => packZip([{ name: 'xl/workbook.bin', plain: 'x' }]),
    expected: [
      'xlsb/not-supported: 文件“x.xlsx”是二进制工作簿（.xlsb），无法读取。 请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。',
    ],
  },
  {
    title: 'ods',
    build: () =>
      packZip([
        { name: 'mimetype', plain: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', plain: '<x/>' },
      ]),
    expected: [
      'ods/not-supported: 文件“x.xlsx”是 OpenDocument 表格（.ods），无法读取。 请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。',
    ],
  },
  {
    title: 'Word 的 docx',
    build: () => packZip([{ name: 'word/document.xml', plain: '<x/>' }]),
    expected: ['not-xlsx/unreadable-file: 文件“x.xlsx”是压缩包，但其中没有 Excel 工作簿。 请选择 .xlsx 格式的工作簿。'],
  },
];
