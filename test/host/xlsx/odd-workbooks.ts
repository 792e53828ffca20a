import type { HostileWorkbook } from './hostile-workbook';
import {
  HEAD,
  MAIN,
  OFFICE,
  STYLES,
  pack,
  packParts,
  packRows,
  packageParts,
  worksheet,
  type PackageSource,
} from './package-parts';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = (xml: string | Uint8Array): PackageSource => ({ sheets: [{ name: 'S', xml }] });
const inlineRow = (text: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
const prefixed = (xml: string): string =>
  xml
    .replace(HEAD, '')
    .replace(/<(\/?)(\w+)/g, '<$1x:$2')
    .replace('xmlns=', 'xmlns:x=');
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')]));

const strict = (text: string): string =>
  text
    .split(OFFICE)
    .join('http://purl.oclc.org/ooxml/officeDocument/relationships')
    .split(MAIN)
    .join('http://purl.oclc.org/ooxml/spreadsheetml/main');

/** What few programs write and Excel opens. */
export const LEGAL_CASES: HostileWorkbook[] = [
  {
    title: '带前缀的元素',
    build: () =>
      pack({
        ...sheet(prefixed(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>45000</v></c></row>'))),
        strings: prefixed(`<sst xmlns="${MAIN}"><si><t>前缀</t></si></sst>`),
        styles: prefixed(STYLES),
      }),
    expected: ['S!A1 = "前缀" “前缀”', 'S!B1 = 45000 “2023年3月15日”'],
  },
  {
    title: 'Strict OOXML',
    build: () =>
      packParts(
        new Map([...packageParts(sheet(worksheet(ONE)))].map(([name, plain]) => [name, strict(String(plain))])),
      ),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '没有 r 属性',
    build: () => packRows('<row><c><v>1</v></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>2</v></c></row>'),
    expected: ['S!A1 = 1 “1”', 'S!B1 = "b" “b”', 'S!A2 = 2 “2”'],
  },
  {
    title: 'UTF-16 工作表',
    build: () => pack(sheet(utf16(worksheet(inlineRow('十六位'))))),
    expected: ['S!A1 = "十六位" “十六位”'],
  },
  {
    title: 'GBK 工作表',
    build: () => {
      const [before, after] = worksheet(inlineRow('@')).replace('UTF-8', 'GBK').split('@');
      return pack(
        sheet(
          new Uint8Array(
            Buffer.concat([Buffer.from(before), Buffer.from([0xba, 0xba, 0xd7, 0xd6]), Buffer.from(after)]),
          ),
        ),
      );
    },
    expected: ['S!A1 = "汉字" “汉字”'],
  },
  {
    title: '注释与 CDATA',
    build: () =>
      packRows(
        '<!-- <row r="9"><c r="A9"><v>9</v></c></row> --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a<b&amp;c]]></t></is></c><c r="B1"><v><!-- x -->5</v></c></row>',
      ),
    expected: ['S!A1 = "a<b&amp;c" “a<b&amp;c”', 'S!B1 = 5 “5”'],
  },
  {
    title: '属性中的大于号与单引号',
    build: () => packRows(`<row r='1'><c r='A1' foo="a>b/>"><f>1&gt;0</f><v>1</v></c></row>`),
    expected: ['S!A1 = 1 [=1>0] “1”'],
  },
  {
    title: '绝对路径',
    build: () => {
      const parts = packageParts(sheet(worksheet(ONE)));
      const links = String(parts.get('xl/_rels/workbook.xml.rels'));
      parts.set('xl/_rels/workbook.xml.rels', links.replace('worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml'));
      return packParts(parts);
    },
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '多种格式的文字与拼音',
    build: () =>
      pack({
        ...sheet(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>')),
        strings: `${HEAD}<sst xmlns="${MAIN}"><si><r><rPr><b/></rPr><t>粗体</t></r><r><t xml:space="preserve"> 普通</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>`,
      }),
    expected: ['S!A1 = "粗体 普通" “粗体 普通”', 'S!B1 = "東京" “東京”'],
  },
  {
    title: '_x 转义',
    build: () =>
      pack({
        ...sheet(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')),
        strings: `${HEAD}<sst xmlns="${MAIN}"><si><t>a_x000D_\nb_x005F_x0041_&#65;&amp;lt;</t></si></sst>`,
      }),
    expected: ['S!A1 = "a\\r\\nb_x0041_A&lt;" “a\r\nb_x0041_A&lt;”'],
  },
  {
    title: '1904 日期系统',
    build: () =>
      pack({
        ...sheet(worksheet('<row r="1"><c r="A1" s="2"><v>43538</v></c></row>')),
        beforeSheets: '<workbookPr date1904="1"/>',
      }),
    expected: ['S!A1 = 43538 “2023年3月15日”', '工作簿使用 1904 日期系统，日期序号与通常的工作簿相差 1462 天。'],
  },
  {
    title: '日期类型的单元格',
    build: () =>
      packRows(
        '<row r="1"><c r="A1" t="d" s="2"><v>2024-03-15T12:00:00</v></c><c r="B1" t="d"><v>1900-02-28</v></c><c r="C1" t="d"><v>1900-03-01</v></c></row>',
      ),
    expected: ['S!A1 = 45366.5 “2024年3月15日”', 'S!B1 = 59 “59”', 'S!C1 = 61 “61”'],
  },
  {
    title: '日期类型但不是日期',
    build: () => packRows('<row r="1"><c r="A1" t="d"><v>2024-02-30</v></c></row>'),
    expected: [
      'bad-value/unreadable-file: 文件“x.xlsx”的工作表“S”的单元格 A1 内容无效，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '替代内容只读后备',
    build: () =>
      packRows(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><mergeCells><mergeCell ref="A1:B1"/></mergeCells></mc:Choice><mc:Fallback><mergeCells><mergeCell ref="A1:C1"/></mergeCells></mc:Fallback></mc:AlternateContent>',
      ),
    expected: ['S!A1 = 1 “1”', 'S merges A1:C1'],
  },
  {
    title: '错误值、布尔值与没有结果的公式',
    build: () =>
      packRows(
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c><c r="C1"><f>SUM(A2:A3)</f></c><c r="D1" t="str"><f>""</f><v></v></c></row>',
      ),
    expected: [
      'S!A1 = "#N/A" (error) “#N/A”',
      'S!B1 = true “TRUE”',
      'S!C1 = null [=SUM(A2:A3)] “”',
      'S!D1 = "" [=""] “”',
    ],
  },
  {
    title: '二十一位编码存为数字',
    build: () =>
      packRows(
        '<row r="1"><c r="A1"><v>440304231151500205016</v></c><c r="B1"><v>4.403042311515E+20</v></c><c r="C1" s="1" t="inlineStr"><is><t>440304231151500205016</t></is></c></row>',
      ),
    expected: [
      'S!A1 = 440304231151500200000 raw 440304231151500205016 “4.40304E+20”',
      'S!B1 = 440304231151500000000 raw 4.403042311515E+20 “4.40304E+20”',
      'S!C1 = "440304231151500205016" “440304231151500205016”',
    ],
  },
  {
    title: '隐藏与深度隐藏的工作表',
    build: () =>
      pack({
        sheets: [
          { name: '甲 & "乙"', xml: worksheet(ONE), state: 'hidden' },
          { name: '丙', xml: worksheet(''), state: 'veryHidden' },
        ],
      }),
    expected: ['甲 & "乙" hidden', '甲 & "乙"!A1 = 1 “1”', '丙 veryHidden'],
  },
  {
    title: '图表工作表',
    build: () => {
      const parts = packageParts({
        sheets: [
          { name: 'S', xml: worksheet(ONE) },
          { name: '图', xml: '<chartsheet/>' },
        ],
      });
      const links = String(parts.get('xl/_rels/workbook.xml.rels'));
      parts.set(
        'xl/_rels/workbook.xml.rels',
        links.replace(/worksheet"( Target="worksheets\/sheet2)/, 'chartsheet"$1'),
      );
      return packParts(parts);
    },
    expected: ['S!A1 = 1 “1”', '工作表“图”是图表或宏表，没有可读取的单元格。'],
  },
  {
    title: '数字签名',
    build: () => pack({ ...sheet(worksheet(ONE)), extra: { '_xmlsignatures/sig1.xml': '<x/>' } }),
    expected: ['S!A1 = 1 “1”', '文件带有数字签名，写入后签名将失效。'],
  },
  { title: '没有样式部件', build: () => pack({ ...sheet(worksheet(ONE)), styles: null }), expected: ['S!A1 = 1 “1”'] },
];
