import { formatRange } from '../../../src/core/workbook/cell-address';
import { openXlsx } from '../../../src/host/xlsx';
import { pack, worksheet } from './package-parts';

const NAMES = [
  '<definedName name="项目名称">表!$B$2</definedName>',
  `<definedName name="明细" comment="x">'甲 &amp; ''乙'''!$A$3:C$9</definedName>`,
  `<definedName name="_xlnm.Print_Titles" localSheetId="1">'甲 &amp; ''乙'''!$1:$2</definedName>`,
  '<definedName name="整列" localSheetId="0" hidden="1">表!$C:$B</definedName>',
  '<definedName name="失效">表!#REF!</definedName>',
  '<definedName name="失效的表">#REF!$A$1</definedName>',
  '<definedName name="没有的表">别处!$A$1</definedName>',
  '<definedName name="外部">[1]表!$A$1</definedName>',
  '<definedName name="常数">0.17</definedName>',
  '<definedName name="公式">OFFSET(表!$A$1,0,0)</definedName>',
  '<definedName name="多处">表!$A$1,表!$B$2</definedName>',
  '<definedName name="表外">表!$XFE$1</definedName>',
  '<definedName name="没有的范围" localSheetId="7">表!$A$1</definedName>',
  '<definedName name="空"/>',
];

test('名称：全局与工作表范围、整行整列、引号；失效的与不是单个区域的不列出', () => {
  const workbook = openXlsx(
    pack({
      sheets: [
        { name: '表', xml: worksheet('') },
        { name: `甲 & '乙'`, xml: worksheet('') },
      ],
      afterSheets: `<definedNames>${NAMES.join('')}</definedNames>`,
    }),
  );
  expect(
    workbook.definedNames.map(({ name, scope, sheet, range }) => [name, scope, sheet, formatRange(range)]),
  ).toEqual([
    ['项目名称', null, '表', 'B2'],
    ['明细', null, `甲 & '乙'`, 'A3:C9'],
    ['_xlnm.Print_Titles', `甲 & '乙'`, `甲 & '乙'`, 'A1:XFD2'],
    ['整列', '表', '表', 'B1:C1048576'],
  ]);
});
