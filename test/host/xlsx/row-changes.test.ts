import type { RowChange } from '../../../src/core/changes/row-change';
import { openXlsx, type XlsxWorkbook } from '../../../src/host/xlsx';
import { pack, worksheet } from './package-parts';
import { book, deletion, insertion, number, sheetText, text } from './row-books';
import { changedParts, listCells, readPart } from './workbook-edits';

const FORM =
  `<row r="1" ht="30" customHeight="1">${text('A1', '标题')}</row>` +
  `<row r="2" spans="1:3" s="1" customFormat="1" ht="22.5" customHeight="1" hidden="0">${text('A2', '数量指标', 2)}<c r="B2" s="1"/>${number('C2', 5)}</row>` +
  `<row r="3">${text('A3', '质量指标')}<c r="C3"><f>C2*2</f><v>10</v></c></row>` +
  `<row r="5"><c r="C5"><f>SUM(C2:C3)+C$3</f><v>25</v></c></row>`;

test('插入的行：高度、行格式与各格格式同上一行，内容如所给，其下各行、公式下移', () => {
  const before = book(FORM);
  const after = before.withRowChanges([insertion(before, '表', 3, { 0: '新指标', 2: 7 })]);
  expect(sheetText(after)).toBe(
    worksheet(
      `<row r="1" ht="30" customHeight="1">${text('A1', '标题')}</row>` +
        `<row r="2" spans="1:3" s="1" customFormat="1" ht="22.5" customHeight="1" hidden="0">${text('A2', '数量指标', 2)}<c r="B2" s="1"/>${number('C2', 5)}</row>` +
        '<row r="3" s="1" customFormat="1" ht="22.5" customHeight="1">' +
        '<c r="A3" s="3" t="inlineStr"><is><t xml:space="preserve">新指标</t></is></c><c r="B3" s="1"/><c r="C3"><v>7</v></c></row>' +
        `<row r="4">${text('A4', '质量指标')}<c r="C4"><f>C2*2</f><v>10</v></c></row>` +
        `<row r="6"><c r="C6"><f>SUM(C2:C4)+C$4</f><v>25</v></c></row>`,
    ),
  );
  // Format 2 of A2 shows dates; what is written there is "General", as said.
  expect(readPart(after.bytes, 'xl/styles.xml')).toContain(
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  );
  expect(readPart(after.bytes, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
});

test('删除的行：其下上移，只引用它的公式成为 #REF!，区域缩小', () => {
  const before = book(FORM);
  const after = before.withRowChanges([deletion(before, '表', 2)]);
  expect(sheetText(after)).toBe(
    worksheet(
      `<row r="1" ht="30" customHeight="1">${text('A1', '标题')}</row>` +
        `<row r="2">${text('A2', '质量指标')}<c r="C2"><f>#REF!*2</f><v>10</v></c></row>` +
        `<row r="4"><c r="C4"><f>SUM(C2:C2)+C$2</f><v>25</v></c></row>`,
    ),
  );
});

test('插入后再删除这一行，工作表部件逐字节复原', () => {
  const before = book(FORM);
  const once = before.withRowChanges([insertion(before, '表', 3, { 0: '新' })]);
  const back = once.withRowChanges([deletion(once, '表', 3)]);
  expect(sheetText(back)).toBe(sheetText(before));
  expect(changedParts(once.bytes, back.bytes)).toEqual(['xl/worksheets/sheet1.xml']);
});

test('一次增删多行，后一处按前一处之后的行号；新行之中再插入、删除', () => {
  const before = book(FORM);
  const first = insertion(before, '表', 3, { 0: '甲', 2: 1 });
  const beside = [
    { column: 0, content: { value: '甲', formula: null, numberFormat: 'General' } },
    { column: 2, content: { value: 1, formula: null, numberFormat: 'General' } },
  ];
  const formula = { value: 0, formula: 'C3+C5', numberFormat: 'General' };
  const second: RowChange = {
    ...insertion(before, '表', 4),
    beside,
    cells: [{ column: 2, content: formula }],
  };
  const gone: RowChange = { kind: 'delete', sheet: '表', row: 2, cells: beside };
  const after = before.withRowChanges([first, second, gone]);
  expect(listCells(after)).toEqual([
    '表!A1 = "标题" {General}',
    '表!A2 = "数量指标" {yyyy"年"m"月"d"日"}',
    '表!C2 = 5 {General}',
    '表!C3 = 0 [=#REF!+C4] {General}',
    '表!A4 = "质量指标" {General}',
    '表!C4 = 10 [=C2*2] {General}',
    '表!C6 = 25 [=SUM(C2:C4)+C$4] {General}',
  ]);
});

test('合并单元格：跨过的变高、其下的移动、新行之内的加入；删除后恢复', () => {
  const merges =
    '<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="B5:C5"/><mergeCell ref="D1:D9"/></mergeCells>';
  const before = book(`<row r="2">${text('A2', '级')}</row><row r="5">${text('B5', '尾')}</row>`, merges);
  const after = before.withRowChanges([
    insertion(before, '表', 4, { 1: '中' }, { merged: ['A2:A4', 'B4:C4', 'D1:D10'] }),
  ]);
  expect(sheetText(after)).toContain(
    '<mergeCells count="4"><mergeCell ref="A2:A4"/><mergeCell ref="B6:C6"/><mergeCell ref="D1:D10"/><mergeCell ref="B4:C4"/></mergeCells>',
  );
  expect(sheetText(after.withRowChanges([deletion(after, '表', 4)]))).toContain(merges);
  const plain = book(`<row r="2">${text('A2', '级')}</row>`, '<pageMargins left="1"/>');
  expect(sheetText(plain.withRowChanges([insertion(plain, '表', 3, {}, { merged: ['A2:A3'] })]))).toContain(
    '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><pageMargins left="1"/>',
  );
});

/** What stands in the worksheet part around the rows after a row came at 4, like row 3, and after row 4 went instead. */
function around(before: string, after: string): { inserted: string; deleted: string } {
  const rows = [1, 2, 3, 4, 5, 6].map((row) => `<row r="${row}">${number(`A${row}`, row)}</row>`).join('');
  const workbook = openXlsx(pack({ sheets: [{ name: '表', xml: worksheet(rows, after, before) }] }));
  const rest = (made: XlsxWorkbook): string =>
    sheetText(made)
      .replace(/^.*<worksheet[^>]*>/s, '')
      .replace(/<sheetData>.*<\/sheetData>/s, '…')
      .replace('</worksheet>', '');
  return {
    inserted: rest(workbook.withRowChanges([insertion(workbook, '表', 4)])),
    deleted: rest(workbook.withRowChanges([deletion(workbook, '表', 4)])),
  };
}

const cf = (ref: string, formula: string): string =>
  `<conditionalFormatting sqref="${ref}"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
const dv = (ref: string, formula: string): string =>
  `<dataValidation type="list" sqref="${ref}"><formula1>${formula}</formula1></dataValidation>`;
const dvs = (...list: string[]): string =>
  list.length > 0 ? `<dataValidations count="${list.length}">${list.join('')}</dataValidations>` : '';
const view = (inner: string): string => `<sheetViews><sheetView workbookViewId="0">${inner}</sheetView></sheetViews>`;
const pane = (split: number, top: string): string =>
  view(
    `<pane ySplit="${split}" topLeftCell="${top}" state="frozen"/><selection pane="bottomLeft" activeCell="${top}" sqref="${top}"/>`,
  );

describe('工作表中引用行的内容随行移动：在第 4 行前插入（同第 3 行）；删除第 4 行', () => {
  test.each<[string, string, string, string]>([
    ['条件格式跨过', cf('A2:B5 A6', 'A2&gt;$A$5'), cf('A2:B6 A7', 'A2&gt;$A$6'), cf('A2:B4 A5', 'A2&gt;$A$4')],
    ['条件格式止于相同的行', cf('A2:A3', '$A2=1'), cf('A2:A4', '$A2=1'), cf('A2:A3', '$A2=1')],
    ['条件格式只在删除的行', cf('A4', 'A4=A1'), cf('A5', 'A5=A1'), ''],
    ['条件格式首行被删，公式改以次行为准', cf('A4:A6', 'A4=B4'), cf('A5:A7', 'A5=B5'), cf('A4:A5', 'A4=B4')],
    [
      '我们的标记不延伸到新行',
      cf('A3', '"shenbao-mark"&lt;&gt;"error"'),
      cf('A3', '"shenbao-mark"&lt;&gt;"error"'),
      cf('A3', '"shenbao-mark"&lt;&gt;"error"'),
    ],
    [
      '数据验证',
      dvs(dv('A3', '$D$4:$D$9'), dv('A4', '"是,否"')),
      dvs(dv('A3:A4', '$D$5:$D$10'), dv('A5', '"是,否"')),
      dvs(dv('A3', '$D$4:$D$8')),
    ],
    ['唯一的数据验证', dvs(dv('A4', '"A4,A5"')), dvs(dv('A5', '"A4,A5"')), ''],
    [
      '自动筛选与排序',
      '<autoFilter ref="A2:C5"><sortState ref="A3:C5"><sortCondition ref="A3:A5"/></sortState></autoFilter>',
      '<autoFilter ref="A2:C6"><sortState ref="A3:C6"><sortCondition ref="A3:A6"/></sortState></autoFilter>',
      '<autoFilter ref="A2:C4"><sortState ref="A3:C4"><sortCondition ref="A3:A4"/></sortState></autoFilter>',
    ],
    [
      '分页符',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="3" max="16383" man="1"/><brk id="4" max="16383" man="1"/></rowBreaks>',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="5" max="16383" man="1"/></rowBreaks>',
      '<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>',
    ],
    [
      '保护区域、忽略的错误',
      '<protectedRanges><protectedRange sqref="A5 B4" name="x"/></protectedRanges><ignoredErrors><ignoredError sqref="A1:A9" numberStoredAsText="1"/></ignoredErrors>',
      '<protectedRanges><protectedRange sqref="A6 B5" name="x"/></protectedRanges><ignoredErrors><ignoredError sqref="A1:A10" numberStoredAsText="1"/></ignoredErrors>',
      '<protectedRanges><protectedRange sqref="A4" name="x"/></protectedRanges><ignoredErrors><ignoredError sqref="A1:A8" numberStoredAsText="1"/></ignoredErrors>',
    ],
    [
      '其余设置不动',
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>A4</oddFooter></headerFooter><colBreaks count="1" manualBreakCount="1"><brk id="4" max="1048575" man="1"/></colBreaks>',
      '',
      '',
    ],
  ])('%s', (_title, given, inserted, deleted) => {
    const same = inserted === '' && deleted === '';
    expect(around('', given)).toEqual({
      inserted: `…${same ? given : inserted}`,
      deleted: `…${same ? given : deleted}`,
    });
  });

  test.each<[string, string, string, string]>([
    ['冻结的行之间', pane(5, 'A6'), pane(6, 'A7'), pane(4, 'A5')],
    ['冻结的行之下', pane(3, 'A4'), pane(3, 'A5'), pane(3, 'A4')],
    [
      '所选单元格',
      view('<selection activeCell="A4" sqref="A4 B1:B4"/>'),
      view('<selection activeCell="A5" sqref="A5 B1:B5"/>'),
      view('<selection activeCell="A4" sqref="A4 B1:B3"/>'),
    ],
    ['尺寸', '<dimension ref="A1:A6"/>', '<dimension ref="A1:A7"/>', '<dimension ref="A1:A5"/>'],
  ])('%s', (_title, given, inserted, deleted) => {
    expect(around(given, '')).toEqual({ inserted: `${inserted}…`, deleted: `${deleted}…` });
  });

  test('扩展内容：x14 条件格式、数据验证、迷你图', () => {
    const extension = (uri: string, inner: string): string =>
      `<ext uri="${uri}" xmlns:x14="x14" xmlns:xm="xm">${inner}</ext>`;
    const inner = (rule: string, list: string, source: string, place: string): string =>
      `<extLst>${extension(
        '{78C0D931-6437-407d-A8EE-F0AAD7539E65}',
        `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="iconSet"><x14:iconSet><x14:cfvo type="formula"><xm:f>$A$5</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>${rule}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`.replace(
          '$A$5',
          source,
        ),
      )}${extension(
        '{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}',
        `<x14:dataValidations count="1"><x14:dataValidation><x14:formula1><xm:f>表!${source}</xm:f></x14:formula1><xm:sqref>${list}</xm:sqref></x14:dataValidation></x14:dataValidations>`,
      )}${extension(
        '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}',
        `<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>表!A1:A5</xm:f><xm:sqref>${place}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>`.replace(
          'A1:A5',
          `A1:${source.replace(/\$/g, '')}`,
        ),
      )}</extLst>`;
    expect(around('', inner('A1:A6', 'B3', '$A$5', 'C6'))).toEqual({
      inserted: `…${inner('A1:A7', 'B3:B4', '$A$6', 'C7')}`,
      deleted: `…${inner('A1:A5', 'B3', '$A$4', 'C5')}`,
    });
  });
});
