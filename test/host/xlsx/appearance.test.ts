import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import { ColorTable, tintColor } from '../../../src/host/xlsx/reading/colors';
import { HEAD, MAIN, OFFICE, pack, worksheet } from './package-parts';

const FILING = join(__dirname, '../../fixtures/filings/futian-zhengwu-2023.xlsx');
const THIN = { style: 'thin', color: '#000000' };

test('真实申报表的样式、行高与列宽', () => {
  const { styles, sheets } = openXlsx(readFileSync(FILING)).readAppearance();
  expect(styles).toHaveLength(9);
  expect(styles[4]).toEqual({
    font: {
      name: '宋体',
      size: 10.5,
      isBold: false,
      isItalic: false,
      isUnderlined: false,
      isStruck: false,
      color: null,
    },
    fill: '#F2F2F2',
    horizontal: 'left',
    vertical: 'center',
    wrapsText: true,
    indent: 0,
    rotation: 0,
    numberFormat: '#,##0.00',
    borders: { left: THIN, right: THIN, top: THIN, bottom: THIN },
    isLocked: true,
  });
  const [sheet] = sheets;
  expect(sheet.cells.slice(0, 7)).toEqual([
    { row: 0, column: 0, style: 1 },
    { row: 0, column: 1, style: 1 },
    { row: 0, column: 2, style: 1 },
    { row: 0, column: 3, style: 1 },
    { row: 0, column: 4, style: 1 },
    { row: 1, column: 0, style: 2 },
    { row: 1, column: 1, style: 3 },
  ]);
  expect([...sheet.columnWidths]).toEqual([
    [0, 119],
    [1, 175],
    [2, 196],
    [3, 126],
    [4, 238],
  ]);
  expect([...sheet.rowHeights].slice(0, 3)).toEqual([
    [0, 50],
    [1, 28],
    [2, 47],
  ]);
  expect([sheet.defaultRowHeight, sheet.defaultColumnWidth]).toEqual([20, 64]);
});

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts><font><name val="宋体"/><sz val="12"/></font>` +
  '<font><b/><i val="0"/><u/><strike val="1"/><sz val="9"/><color theme="4" tint="-0.25"/><name val="黑体"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill>' +
  '<fill><patternFill patternType="gray125"><fgColor rgb="FF112233"/><bgColor rgb="FFAABBCC"/></patternFill></fill>' +
  '<fill><gradientFill><stop position="0"><color rgb="FF010203"/></stop><stop position="1"><color rgb="FF040506"/></stop></gradientFill></fill></fills>' +
  '<borders><border/><border><left style="medium"><color rgb="FFFF0000"/></left><top style="hair"><color auto="1"/></top><diagonal style="thin"><color rgb="FF00FF00"/></diagonal></border></borders>' +
  '<cellXfs><xf/><xf fontId="1" fillId="1" borderId="1"><alignment horizontal="distributed" vertical="top" indent="2" textRotation="120"/><protection locked="0"/></xf>' +
  '<xf fillId="2"><alignment textRotation="255" wrapText="1"/></xf><xf fillId="3"/></cellXfs>' +
  '<colors><indexedColors><rgbColor rgb="00000000"/></indexedColors></colors></styleSheet>';

const SHEET = worksheet(
  '<row r="1" ht="30" s="2" customFormat="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"/><c r="C1"/></row>' +
    '<row r="2"><c r="A2" t="inlineStr"><is><r><t>普通</t></r><r><rPr><b/><color rgb="FFFF0000"/><rFont val="黑体"/></rPr><t>红</t></r></is></c></row>',
  '',
  '<sheetPr><tabColor rgb="FF00B050"/></sheetPr><sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="14.25"/><cols><col min="2" max="3" width="20" customWidth="1" style="3"/></cols>',
);

const PLAIN = { isBold: false, isItalic: false, isUnderlined: false, isStruck: false, color: null };

test('各种样式、冻结窗格、批注和多种格式的文字', () => {
  const bytes = pack({
    sheets: [{ name: 'S', xml: SHEET }],
    styles: STYLES,
    strings: `<sst xmlns="${MAIN}"><si><r><rPr><sz val="8"/></rPr><t>小</t></r><r><t>大</t></r></si></sst>`,
    extra: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/comments" Target="../comments1.xml"/></Relationships>`,
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>审核</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>请</t></r><r><t>核对</t></r></text></comment></commentList></comments>`,
    },
  });
  const { styles, sheets } = openXlsx(bytes).readAppearance();
  expect(styles.slice(1)).toEqual([
    {
      font: {
        name: '黑体',
        size: 9,
        isBold: true,
        isItalic: false,
        isUnderlined: true,
        isStruck: true,
        color: '#2F5597',
      },
      fill: '#FF0000',
      horizontal: 'distributed',
      vertical: 'top',
      wrapsText: false,
      indent: 2,
      rotation: -30,
      numberFormat: 'General',
      borders: { left: { style: 'medium', color: '#FF0000' }, top: { style: 'hair', color: '#000000' } },
      isLocked: false,
    },
    {
      font: { ...PLAIN, name: '宋体', size: 12 },
      fill: '#AABBCC',
      horizontal: 'general',
      vertical: 'bottom',
      wrapsText: true,
      indent: 0,
      rotation: 255,
      numberFormat: 'General',
      borders: {},
      isLocked: true,
    },
    {
      font: { ...PLAIN, name: '宋体', size: 12 },
      fill: '#010203',
      horizontal: 'general',
      vertical: 'bottom',
      wrapsText: false,
      indent: 0,
      rotation: 0,
      numberFormat: 'General',
      borders: {},
      isLocked: true,
    },
  ]);
  expect(sheets).toEqual([
    {
      name: 'S',
      cells: [
        {
          row: 0,
          column: 0,
          style: 1,
          richText: [
            { text: '小', font: { ...PLAIN, name: '宋体', size: 8 } },
            { text: '大', font: null },
          ],
        },
        { row: 0, column: 2, style: 0 },
        {
          row: 1,
          column: 0,
          style: 0,
          richText: [
            { text: '普通', font: null },
            { text: '红', font: { ...PLAIN, name: '黑体', size: 11, isBold: true, color: '#FF0000' } },
          ],
        },
      ],
      rowStyles: new Map([[0, 2]]),
      columnStyles: new Map([
        [1, 3],
        [2, 3],
      ]),
      rowHeights: new Map([[0, 40]]),
      columnWidths: new Map([
        [1, 160],
        [2, 160],
      ]),
      defaultRowHeight: 19,
      defaultColumnWidth: 72,
      frozenRows: 2,
      frozenColumns: 1,
      tabColor: '#00B050',
      showsGridlines: false,
      notes: [{ address: { row: 1, column: 1 }, text: '请核对' }],
    },
  ]);
});

test.each([
  ['4472C4', 0.8, 'DAE3F3'],
  ['4472C4', -0.25, '2F5597'],
  ['000000', 0.5, '808080'],
  ['FFFFFF', -0.15, 'D9D9D9'],
  ['FF0000', 0.4, 'FF6666'],
])('主题色 %s 的深浅 %s', (color, tint, expected) => {
  expect(tintColor(color, tint)).toBe(expected);
});

test('无意义的颜色没有颜色', () => {
  const tag = (attributes: Record<string, string>) => ({
    attribute: (name: string) => attributes[name],
    rawAttribute: (name: string) => attributes[name],
    relationshipId: () => undefined,
  });
  const colors = new ColorTable();
  expect(
    [{ rgb: 'red' }, { theme: '99' }, { indexed: '-1' }, { auto: '1', rgb: 'FF000000' }, {}].map((attributes) =>
      colors.read(tag(attributes as Record<string, string>)),
    ),
  ).toEqual([null, null, null, null, null]);
});
