import type { HostileWorkbook } from './hostile-workbook';
import { HEAD, MAIN, STYLES, pack, packRows, worksheet, type PackageSource } from './package-parts';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = (xml: string | Uint8Array): PackageSource => ({ sheets: [{ name: 'S', xml }] });
const withStyle = (code: string): Uint8Array =>
  pack({
    ...sheet(worksheet('<row r="1"><c r="A1" s="2"><v>44000.5</v></c></row>')),
    styles: STYLES.replace(/formatCode="[^"]*"/, `formatCode="${code}"`),
  });

/** Numbers of things, places and values beyond all measure. */
export const SIZE_CASES: HostileWorkbook[] = [
  {
    title: '首尾两格相距最远',
    build: () =>
      packRows(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        '',
        '<dimension ref="A1:XFD1048576"/>',
      ),
    expected: ['S!A1 = 1 “1”', 'S!XFD1048576 = 2 “2”'],
  },
  {
    title: '合并整张表',
    build: () =>
      packRows(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    expected: ['S!A1 = 1 “1”', 'S merges A1:XFD1048576'],
  },
  {
    title: '五万处互相重叠的合并',
    build: () =>
      packRows(
        ONE,
        `<mergeCells>${Array.from({ length: 50000 }, (_, index) => `<mergeCell ref="A${index + 1}:B${index + 2}"/>`).join('')}</mergeCells>`,
      ),
    expected: [
      'S!A1 = 1 “1”',
      'S merges A1:B2',
      'S merges A3:B4',
      'S merges A5:B6',
      'S merges 25000 areas',
      '工作表“S”有 25000 处合并单元格无效或互相重叠，已忽略。',
    ],
  },
  {
    title: '十万零一处合并',
    build: () => packRows(ONE, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100001)}</mergeCells>`),
    expected: [
      'too-many-merges/file-too-large: 文件“x.xlsx”的工作表“S”的合并单元格过多，超出可读取的范围。 请拆分工作簿或删除无关的工作表后再试。',
    ],
  },
  {
    title: '无效的合并',
    build: () =>
      packRows(
        ONE,
        '<mergeCells><mergeCell ref="A1"/><mergeCell ref="__proto__"/><mergeCell/><mergeCell ref="C3:D4"/><mergeCell ref="D4:E5"/></mergeCells>',
      ),
    expected: ['S!A1 = 1 “1”', 'S merges C3:D4', '工作表“S”有 3 处合并单元格无效或互相重叠，已忽略。'],
  },
  {
    title: '一万六千列隐藏',
    build: () => packRows(ONE, '', '<cols><col min="1" max="16384" width="9" hidden="1"/></cols>'),
    expected: ['S!A1 = 1 “1”', '16384 hidden columns'],
  },
  {
    title: '列号二十亿',
    build: () => packRows(ONE, '', '<cols><col min="1" max="2000000000" width="9" hidden="1"/></cols>'),
    expected: ['S!A1 = 1 “1”', '16384 hidden columns'],
  },
  {
    title: '行号过大',
    build: () => packRows('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'),
    expected: [
      'bad-ref/unreadable-file: 文件“x.xlsx”的工作表“S”含有无效的单元格位置，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '行号为负',
    build: () => packRows('<row r="-5"><c r="A-5"><v>1</v></c></row>'),
    expected: [
      'bad-ref/unreadable-file: 文件“x.xlsx”的工作表“S”含有无效的单元格位置，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '列名过长',
    build: () => packRows('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'),
    expected: [
      'bad-ref/unreadable-file: 文件“x.xlsx”的工作表“S”含有无效的单元格位置，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '列超出 XFD',
    build: () => packRows('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    expected: [
      'bad-ref/unreadable-file: 文件“x.xlsx”的工作表“S”含有无效的单元格位置，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '没有行号的单元格超出最后一列',
    build: () => packRows(`<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>`),
    expected: [
      'bad-ref/unreadable-file: 文件“x.xlsx”的工作表“S”含有无效的单元格位置，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '五十万个带样式的空行',
    build: () =>
      packRows(Array.from({ length: 500000 }, (_, index) => `<row r="${index + 1}" s="1" customFormat="1"/>`).join('')),
    expected: [],
  },
  {
    title: '共享文本序号越界',
    build: () =>
      pack({
        ...sheet(worksheet('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')),
        strings: `${HEAD}<sst xmlns="${MAIN}"><si><t>a</t></si></sst>`,
      }),
    expected: [
      'bad-value/unreadable-file: 文件“x.xlsx”的工作表“S”的单元格 A1 内容无效，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '共享文本序号为负',
    build: () => packRows('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
    expected: [
      'bad-value/unreadable-file: 文件“x.xlsx”的工作表“S”的单元格 A1 内容无效，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '样式序号越界',
    build: () => packRows('<row r="1"><c r="A1" s="99999"><v>1</v></c></row>'),
    expected: ['S!A1 = 1 “1”'],
  },
  {
    title: '数字无法识别',
    build: () => packRows('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>12abc</v></c></row>'),
    expected: [
      'bad-value/unreadable-file: 文件“x.xlsx”的工作表“S”的单元格 B1 内容无效，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '单元格类型未知',
    build: () => packRows('<row r="1"><c r="A1" t="toString"><v>1</v></c></row>'),
    expected: [
      'bad-value/unreadable-file: 文件“x.xlsx”的工作表“S”的单元格 A1 内容无效，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '同一单元格出现两次',
    build: () => packRows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    expected: [
      'bad-value/unreadable-file: 文件“x.xlsx”的工作表“S”的单元格 A1 内容无效，无法读取。 请用 Excel 打开并另存为新的 .xlsx 文件后再试。',
    ],
  },
  {
    title: '行列次序颠倒',
    build: () =>
      packRows('<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
    expected: ['S!A1 = 1 “1”', 'S!A2 = 3 “3”', 'S!B2 = 4 “4”'],
  },
  { title: '数字格式十万字符', build: () => withStyle('#'.repeat(100000)), expected: ['S!A1 = 44000.5 “44000.5”'] },
  {
    title: '数字格式五万个零',
    build: () => withStyle(`0.${'0'.repeat(50000)}`),
    expected: ['S!A1 = 44000.5 “44000.5”'],
  },
  { title: '数字格式五万个括号', build: () => withStyle('['.repeat(50000)), expected: ['S!A1 = 44000.5 “44000.5”'] },
  { title: '数字格式写法错误', build: () => withStyle('[[[0'), expected: ['S!A1 = 44000.5 “44000.5”'] },
  {
    title: '共享公式引用自身',
    build: () =>
      packRows(
        '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c><c r="B1"><f t="shared" ref="A1:XFD1048576" si="0">B1+1</f><v>1</v></c></row>',
      ),
    expected: ['S!A1 = 1 [=A1+1] “1”', 'S!B1 = 1 [=B1+1] “1”'],
  },
  {
    title: '共享公式没有原文',
    build: () => packRows('<row r="1"><c r="A1"><f t="shared" si="7"/><v>1</v></c></row>'),
    expected: ['S!A1 = 1 [=] “1”', '工作表“S”有共享公式缺少原文，只能读取其结果。'],
  },
  {
    title: '共享公式展开后过长',
    build: () =>
      packRows(
        `<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">${'A1+'.repeat(20000)}1</f></c></row>${Array.from({ length: 2000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><f t="shared" si="0"/></c></row>`).join('')}`,
      ),
    expected: ['too-big/file-too-large: 文件“x.xlsx”过大，超出可读取的范围。 请拆分工作簿或删除无关的工作表后再试。'],
  },
];
