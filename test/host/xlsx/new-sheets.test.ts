import type { NewSheet } from '../../../src/core/changes/operation';
import { openXlsx, type XlsxWorkbook } from '../../../src/host/xlsx';
import { HEAD, MAIN, OFFICE, pack, packParts, packageParts, worksheet, type PackageSource } from './package-parts';
import { changedParts, codeOf, listCells, readPart } from './workbook-edits';

const THEME = (accent: string): string =>
  `${HEAD}<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="x"><a:accent1><a:srgbClr val="${accent}"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
const themed = (accent: string): Pick<PackageSource, 'links' | 'extra'> => ({
  links: `<Relationship Id="rId950" Type="${OFFICE}/theme" Target="theme/theme1.xml"/>`,
  extra: { 'xl/theme/theme1.xml': THEME(accent) },
});

const TEMPLATE_STYLES =
  `${HEAD}<x:styleSheet xmlns:x="${MAIN}"><x:numFmts count="1"><x:numFmt numFmtId="176" formatCode="0.0&quot;万元&quot;"/></x:numFmts>` +
  '<x:fonts count="2"><x:font><x:sz val="11"/><x:name val="宋体"/><x:scheme val="minor"/></x:font><x:font><x:b/><x:sz val="16"/><x:color theme="4" tint="-0.5"/><x:name val="黑体"/></x:font></x:fonts>' +
  '<x:fills count="3"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill><x:fill><x:patternFill patternType="solid"><x:fgColor indexed="22"/><x:bgColor indexed="64"/></x:patternFill></x:fill></x:fills>' +
  '<x:borders count="2"><x:border/><x:border><x:left style="thin"><x:color auto="1"/></x:left></x:border></x:borders>' +
  '<x:cellXfs count="3"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><x:xf numFmtId="176" fontId="1" fillId="2" borderId="1"><x:alignment horizontal="center" wrapText="1"/><x:protection locked="0"/></x:xf><x:xf numFmtId="49" fontId="0" fillId="0" borderId="1" quotePrefix="1"/></x:cellXfs>' +
  '<x:dxfs count="1"><x:dxf><x:font><x:color theme="4"/></x:font></x:dxf></x:dxfs></x:styleSheet>';

const TEMPLATE_SHEET =
  '<sheetPr codeName="S1"><tabColor theme="4"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C4"/>' +
  '<sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="2"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="13.5" outlineLevelRow="1"/><cols><col min="1" max="1" width="30.5" customWidth="1"/><col min="2" max="2" width="8" style="2" hidden="1"/></cols>' +
  '<sheetData><row r="1" ht="31.5" customHeight="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>' +
  '<row><c r="A2" t="s"><v>1</v></c><c s="1"><v>12.5</v></c></row>' +
  '<row r="3" s="2" customFormat="1" outlineLevel="1"><c r="A3" t="b"><v>1</v></c><c r="B3" s="1"><f>模板!B2*税率+SUM(B$2:B2)</f><v>25</v></c><c r="C3"><f>字典!A1</f><v>7</v></c></row>' +
  '<row r="4"><c r="A4" t="str"><f t="shared" ref="A4:B4" si="0">"模板!A1"&amp;A3</f><v>模板!A1TRUE</v></c><c r="B4" t="str"><f t="shared" si="0"/><v>x</v></c></row></sheetData>';
const TEMPLATE_AFTER =
  '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
  '<conditionalFormatting sqref="B2:B3"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="C1"><cfRule type="expression" priority="2"><formula>字典!A1=1</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="2"><dataValidation type="list" sqref="A3" prompt="第一行&#10;第二行"><formula1>"是,否"</formula1></dataValidation><dataValidation type="list" sqref="B3"><formula1>字典!$A$1:$A$9</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId1"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><drawing r:id="rId2"/>';

const template = (
  sheet = worksheet('', TEMPLATE_AFTER).replace('<sheetData></sheetData>', TEMPLATE_SHEET),
): Uint8Array =>
  pack({
    sheets: [
      { name: '字典', xml: worksheet('<row r="1"><c r="A1"><v>7</v></c></row>') },
      { name: '模板', xml: sheet },
    ],
    styles: TEMPLATE_STYLES,
    strings: `${HEAD}<y:sst xmlns:y="${MAIN}"><y:si><y:r><y:rPr><y:b/><y:color theme="4"/><y:rFont val="黑体"/></y:rPr><y:t>绩效</y:t></y:r><y:r><y:t xml:space="preserve"> 目标表</y:t></y:r></y:si><y:si><y:t>金额</y:t><y:rPh sb="0" eb="1"><y:t>jin</y:t></y:rPh></y:si></y:sst>`,
    afterSheets:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">模板!$A$1:$C$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">模板!$1:$2</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">字典!$A$1</definedName><definedName name="税率">0.13</definedName><definedName name="项目名称">模板!$A$2</definedName></definedNames>',
    ...themed('FF0000'),
  });

const asNew = (name: string, file = template()): NewSheet => ({
  name,
  file: Buffer.from(file).toString('base64'),
  source: '模板',
});

/** A workbook of two sheets; the second is shown and has a name of its own. */
function target(): XlsxWorkbook {
  const parts = packageParts({
    sheets: [
      { name: '目标表', xml: worksheet('<row r="1"><c r="A1" s="2"><v>45000</v></c></row>') },
      { name: '资金表', xml: worksheet('<row r="1"><c r="A1"><v>2</v></c></row>') },
    ],
    beforeSheets: '<bookViews><workbookView activeTab="1"/></bookViews>',
    afterSheets:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">资金表!$A$1</definedName></definedNames><calcPr calcId="1"/>',
    ...themed('00FF00'),
  });
  const links = String(parts.get('_rels/.rels'));
  parts.set(
    '_rels/.rels',
    links.replace(
      '</Rel',
      `<Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Rel`,
    ),
  );
  parts.set(
    'docProps/app.xml',
    `${HEAD}<Properties xmlns:vt="v"><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs>` +
      '<TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>目标表</vt:lpstr><vt:lpstr>资金表</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
  );
  return openXlsx(packParts(parts), { name: '样.xlsx' });
}

describe('把别的文件中的工作表放入工作簿', () => {
  const before = target();
  const after = before.withSheets([asNew("培训'A"), asNew('图书')], '目标表');

  test('内容、公式、合并单元格如原文件；引用别的工作表的公式只留结果', () => {
    const cells = (name: string): string[] => [
      `${name}!A1 = "绩效 目标表" {0.0"万元"}`,
      `${name}!A2 = "金额" {General}`,
      `${name}!B2 = 12.5 {0.0"万元"}`,
      `${name}!A3 = true {General}`,
      `${name}!B3 = 25 [='${name.replace(/'/g, "''")}'!B2*税率+SUM(B$2:B2)] {0.0"万元"}`,
      `${name}!C3 = 7 {General}`,
      `${name}!A4 = "模板!A1TRUE" [="模板!A1"&A3] {General}`,
      `${name}!B4 = "x" [="模板!A1"&B3] {General}`,
      `${name} merges A1:B1`,
    ];
    expect(listCells(after)).toEqual([
      '目标表!A1 = 45000 {yyyy"年"m"月"d"日"}',
      ...cells("培训'A"),
      ...cells('图书'),
      '资金表!A1 = 2 {General}',
    ]);
    expect(after.warnings).toEqual(
      ["培训'A", '图书'].flatMap((name) => [
        `引用其他工作表的公式（只有结果）没有带入工作表“${name}”。`,
        `引用其他工作表的条件格式没有带入工作表“${name}”。`,
        `引用其他工作表的数据验证没有带入工作表“${name}”。`,
        `超链接没有带入工作表“${name}”。`,
        `图片、图形或图表没有带入工作表“${name}”。`,
      ]),
    );
  });

  test('每个单元格的样子如原文件：字体、主题颜色、填充、边框、富文本；原有单元格的样子不变', () => {
    const looks = (workbook: XlsxWorkbook, name: string): unknown => {
      const { sheets, styles } = workbook.readAppearance();
      const sheet = sheets.find((candidate) => candidate.name === name);
      const { sheets: read } = workbook.snapshot;
      const content = read.find((candidate) => candidate.name === name)?.content;
      const styleOf = (row: number, column: number): number => {
        const cell = sheet?.cells.find((candidate) => candidate.row === row && candidate.column === column);
        return cell?.style ?? sheet?.rowStyles.get(row) ?? sheet?.columnStyles.get(column) ?? 0;
      };
      return {
        cells: content?.cells.map(({ row, column }) => [row, column, styles[styleOf(row, column)]]),
        rich: sheet?.cells.map(({ richText }) => richText).filter(Boolean),
        heights: [...(sheet?.rowHeights ?? [])],
        frozen: sheet?.frozenRows,
        tab: sheet?.tabColor,
      };
    };
    const source = openXlsx(template());
    expect(looks(after, '图书')).toEqual(looks(source, '模板'));
    expect(looks(after, '目标表')).toEqual(looks(before, '目标表'));
  });

  test('工作表部件：列宽、行高、冻结、大纲、条件格式、数据验证、打印设置，不含别的文件的部件', () => {
    const xml = readPart(after.bytes, 'xl/worksheets/sheet4.xml');
    expect(xml).toBe(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C4"/>` +
        '<sheetViews><sheetView zoomScale="85" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
        '<sheetFormatPr defaultRowHeight="13.5" outlineLevelRow="1"/><cols><col min="1" max="1" width="30.5" customWidth="1" style="3"/><col min="2" max="2" width="8" style="4" hidden="1"/></cols>' +
        '<sheetData><row r="1" ht="31.5" customHeight="1"><c r="A1" s="5" t="inlineStr"><is><r><rPr><b/><color rgb="FFFF0000"/><rFont val="黑体"/></rPr><t>绩效</t></r><r><t xml:space="preserve"> 目标表</t></r></is></c><c r="B1" s="5"/></row>' +
        '<row r="2"><c r="A2" s="3" t="inlineStr"><is><t>金额</t></is></c><c r="B2" s="5"><v>12.5</v></c></row>' +
        `<row r="3" s="4" customFormat="1" outlineLevel="1"><c r="A3" s="3" t="b"><v>1</v></c><c r="B3" s="5"><f>'图书'!B2*税率+SUM(B$2:B2)</f><v>25</v></c><c r="C3" s="3"><v>7</v></c></row>` +
        '<row r="4"><c r="A4" s="3" t="str"><f>&quot;模板!A1&quot;&amp;A3</f><v>模板!A1TRUE</v></c><c r="B4" s="3" t="str"><f>&quot;模板!A1&quot;&amp;B3</f><v>x</v></c></row></sheetData>' +
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
        '<conditionalFormatting sqref="B2:B3"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>' +
        '<dataValidations count="1"><dataValidation type="list" sqref="A3" prompt="第一行&#10;第二行"><formula1>&quot;是,否&quot;</formula1></dataValidation></dataValidations>' +
        '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks></worksheet>',
    );
    expect(readPart(after.bytes, 'xl/styles.xml')).toContain(
      '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>',
    );
  });

  test('名称只在新工作表内有效，原有名称与所示工作表随之后移；文件属性中列出', () => {
    const book = readPart(after.bytes, 'xl/workbook.xml');
    expect(book).toContain(
      `<sheet name="目标表" sheetId="1" r:id="rId1"/><sheet name="培训'A" sheetId="3" r:id="rId3"/><sheet name="图书" sheetId="4" r:id="rId4"/><sheet name="资金表" sheetId="2" r:id="rId2"/>`,
    );
    expect(book).toContain('<workbookView activeTab="3"/>');
    expect(/<definedNames>.*<\/definedNames>/.exec(book)?.[0]).toBe(
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="3">资金表!$A$1</definedName>' +
        [`'培训''A'`, `'图书'`]
          .map(
            (sheet, index) =>
              `<definedName name="_xlnm.Print_Area" localSheetId="${index + 1}">${sheet}!$A$1:$C$4</definedName>` +
              `<definedName name="_xlnm.Print_Titles" localSheetId="${index + 1}">${sheet}!$1:$2</definedName>` +
              `<definedName name="税率" localSheetId="${index + 1}">0.13</definedName>`,
          )
          .join('') +
        '</definedNames>',
    );
    expect(book).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
    expect(readPart(after.bytes, 'docProps/app.xml')).toContain(
      `<vt:vector size="4" baseType="lpstr"><vt:lpstr>目标表</vt:lpstr><vt:lpstr>培训'A</vt:lpstr><vt:lpstr>图书</vt:lpstr><vt:lpstr>资金表</vt:lpstr></vt:vector>`,
    );
  });

  test('再删除：除追加的格式与重算标志外，各部件与原来相同', () => {
    const back = after.withoutSheets(['图书', "培训'A"]);
    const differing = changedParts(before.bytes, back.bytes).filter(
      (part) => part.startsWith('-') || readPart(back.bytes, part) !== readPart(before.bytes, part),
    );
    expect(differing.sort()).toEqual(['xl/styles.xml', 'xl/workbook.xml']);
    expect(readPart(back.bytes, 'xl/workbook.xml').replace(' fullCalcOnLoad="1"', '')).toBe(
      readPart(before.bytes, 'xl/workbook.xml'),
    );
    expect(listCells(back)).toEqual(listCells(before));
  });

  test.each<[string, () => unknown, string]>([
    [
      '名称已有',
      () => before.withSheets([asNew('甲'), asNew('资金表')], '目标表'),
      'sheet-taken/conflict: 工作簿中已有名为“资金表”的工作表，没有添加。',
    ],
    [
      '名称不合规定',
      () => before.withSheets([asNew('甲/乙')], '目标表'),
      'sheet-name/not-supported: “甲/乙”不能用作工作表名称，没有添加工作表。',
    ],
    [
      '没有前一个工作表',
      () => before.withSheets([asNew('甲')], '没有'),
      'no-sheet/gone: 文件“样.xlsx”中没有工作表“没有”。',
    ],
    [
      '文件中没有这个工作表',
      () => before.withSheets([{ ...asNew('甲'), source: '别的' }], '目标表'),
      'sheet-source/unreadable-file: 没有添加工作表“甲”：模板文件中没有工作表“别的”。',
    ],
    [
      '不是 Base64',
      () => before.withSheets([{ ...asNew('甲'), file: '*' }], '目标表'),
      'sheet-source/unreadable-file: 没有添加工作表“甲”：文件不是 Excel 工作簿，无法读取。',
    ],
    [
      '最后的工作表',
      () => before.withoutSheets(['资金表', '目标表']),
      'last-sheet/not-supported: 工作簿至少要保留一个可见的工作表，没有删除。',
    ],
  ])('不能时说明原因：%s', (_title, action, expected) => {
    expect(codeOf(action)).toBe(expected);
  });
});

test('删除工作表：引用它的公式、名称、数据验证成为 #REF!，它独有的部件一并去掉，别人也用的留下', () => {
  const links = (...list: [string, string][]): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, path], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${path}"/>`).join('')}</Relationships>`;
  const workbook = openXlsx(
    pack({
      sheets: [
        { name: '甲 表', xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<drawing r:id="rId1"/>') },
        {
          name: '乙',
          xml: worksheet(
            `<row r="1"><c r="A1"><f>'甲 表'!A1+SUM('甲 表'!A1:B2)+"'甲 表'!A1"</f><v>1</v></c></row>`,
            `<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>'甲 表'!$A$1</formula1></dataValidation></dataValidations>`,
          ),
        },
        { name: '丙', xml: worksheet('<row r="1"><c r="A1"><v>3</v></c></row>') },
      ],
      beforeSheets: '<bookViews><workbookView activeTab="2" firstSheet="0"/></bookViews>',
      afterSheets: `<definedNames><definedName name="a" localSheetId="0">'甲 表'!$A$1</definedName><definedName name="b">'甲 表'!$A$1</definedName><definedName name="c" localSheetId="2">丙!$A$1</definedName></definedNames>`,
      extra: {
        'xl/worksheets/_rels/sheet1.xml.rels': links(['drawing', '../drawings/drawing1.xml']),
        'xl/worksheets/_rels/sheet2.xml.rels': links(['image', '../media/shared.png']),
        'xl/drawings/drawing1.xml': '<wsDr/>',
        'xl/drawings/_rels/drawing1.xml.rels': links(['image', '../media/own.png'], ['image', '../media/shared.png']),
        'xl/media/own.png': 'own',
        'xl/media/shared.png': 'shared',
      },
    }),
  );
  const after = workbook.withoutSheets(['甲 表']);
  expect(changedParts(workbook.bytes, after.bytes).sort()).toEqual([
    '-xl/drawings/_rels/drawing1.xml.rels',
    '-xl/drawings/drawing1.xml',
    '-xl/media/own.png',
    '-xl/worksheets/_rels/sheet1.xml.rels',
    '-xl/worksheets/sheet1.xml',
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  const sheet = readPart(after.bytes, 'xl/worksheets/sheet2.xml');
  expect(sheet).toContain(`<f>#REF!A1+SUM(#REF!A1:B2)+&quot;'甲 表'!A1&quot;</f>`);
  expect(sheet).toContain('<formula1>#REF!$A$1</formula1>');
  const book = readPart(after.bytes, 'xl/workbook.xml');
  expect(book).toContain('<workbookView activeTab="1" firstSheet="0"/>');
  expect(book).toContain(
    '<definedNames><definedName name="b">#REF!$A$1</definedName><definedName name="c" localSheetId="1">丙!$A$1</definedName></definedNames>',
  );
});
