import type { HostileWorkbook } from './hostile-workbook';
import { HEAD, MAIN, pack, packRows, worksheet, type PackageSource } from './package-parts';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = (xml: string | Uint8Array): PackageSource => ({ sheets: [{ name: 'S', xml }] });
const laughs = (root: string): string => {
  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ''};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${entities.join('')}]>${root}`;
};
const inlineRow = (text: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;

/** Parts that are no well-formed XML or want to expand. */
export const XML_CASES: HostileWorkbook[] = [
  {
    title: '实体膨胀（工作表）',
    build: () => pack(sheet(laughs(worksheet(inlineRow('&lol9;')).replace(HEAD, '')))),
    expected: [
      'xml-dtd/unreadable-file: 文件“x.xlsx”含有不允许的 DOCTYPE 声明（xl/worksheets/sheet1.xml），为安全起见不予读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '实体膨胀（共享文本）',
    build: () =>
      pack({
        ...sheet(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')),
        strings: laughs(`<sst xmlns="${MAIN}"><si><t>&lol9;</t></si></sst>`),
      }),
    expected: [
      'xml-dtd/unreadable-file: 文件“x.xlsx”含有不允许的 DOCTYPE 声明（xl/sharedStrings.xml），为安全起见不予读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '引用外部文件的实体',
    build: () =>
      pack(
        sheet(
          `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>${worksheet(inlineRow('&f;')).replace(HEAD, '')}`,
        ),
      ),
    expected: [
      'xml-dtd/unreadable-file: 文件“x.xlsx”含有不允许的 DOCTYPE 声明（xl/worksheets/sheet1.xml），为安全起见不予读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '没有定义的实体',
    build: () => packRows(inlineRow('&lol;')),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '光秃的 & 号',
    build: () => packRows(inlineRow('a & b')),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '嵌套二十万层',
    build: () =>
      pack(
        sheet(
          `${HEAD}<worksheet xmlns="${MAIN}"><sheetData/>${'<a>'.repeat(200000)}${'</a>'.repeat(200000)}</worksheet>`,
        ),
      ),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '二十万个属性',
    build: () =>
      packRows(
        `<row r="1"><c r="A1" ${Array.from({ length: 200000 }, (_, index) => `a${index}="1"`).join(' ')}><v>1</v></c></row>`,
      ),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '工作表被截断',
    build: () => pack(sheet(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${ONE}`)),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '注释没有结束',
    build: () => pack(sheet(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${ONE}<!-- ${'x'.repeat(5e6)}`)),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '六万个未闭合的标签',
    build: () => packRows(ONE, '<mergeCell '.repeat(60000)),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '二十万个 <t',
    build: () =>
      pack({ ...sheet(worksheet(ONE)), strings: `${HEAD}<sst xmlns="${MAIN}"><si>${'<t'.repeat(200000)}</si></sst>` }),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/sharedStrings.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '标签交错',
    build: () => packRows('<row r="1"><c r="A1"><v>1</c></v></row>'),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '空文件部件',
    build: () => pack(sheet('')),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '不是有效的 UTF-8',
    build: () =>
      pack(
        sheet(
          new Uint8Array(
            Buffer.concat([
              Buffer.from(worksheet(inlineRow('@')).split('@')[0]),
              Buffer.from([0xba, 0xba]),
              Buffer.from(worksheet(inlineRow('@')).split('@')[1]),
            ]),
          ),
        ),
      ),
    expected: [
      'bad-xml/unreadable-file: 文件“x.xlsx”的内容有错误（xl/worksheets/sheet1.xml），无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
];

/** Names that mean something to JavaScript. */
export const NAME_CASES: HostileWorkbook[] = [
  {
    title: '工作表名是对象的内部名',
    build: () =>
      pack({ sheets: ['__proto__', 'constructor', 'toString'].map((name) => ({ name, xml: worksheet(ONE) })) }),
    expected: ['__proto__!A1 = 1 “1”', 'constructor!A1 = 1 “1”', 'toString!A1 = 1 “1”'],
  },
  {
    title: '单元格位置是对象的内部名',
    build: () => packRows('<row r="1"><c r="constructor"><v>1</v></c></row>'),
    expected: [
      'bad-ref/unreadable-file: 文件“x.xlsx”的工作表“S”含有无效的单元格位置，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '属性名是对象的内部名',
    build: () =>
      pack({
        ...sheet(worksheet('<row r="1" __proto__="p"><c r="A1" __proto__="p" constructor="x"><v>1</v></c></row>')),
        beforeSheets: '<workbookPr __proto__="p" constructor="x"/>',
      }),
    expected: ['S!A1 = 1 “1”'],
  },
];
