import { rowCells } from '../../../src/core/changes/apply-row-changes';
import type { RowChange } from '../../../src/core/changes/row-change';
import { openXlsx, type XlsxWorkbook } from '../../../src/host/xlsx';
import { HEAD, MAIN, OFFICE, pack, packageParts, packParts, packRows, worksheet } from './package-parts';
import { codeOf, listCells, readPart } from './workbook-edits';

const ROWS = [1, 2, 3, 4, 5, 6].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`).join('');

/** A row at this place, one-based, like the one above. */
function insertAt(workbook: XlsxWorkbook, row: number, sheet = 'S'): XlsxWorkbook {
  const found = workbook.snapshot.findSheet(sheet);
  const beside = found ? rowCells(found, row - 2) : [];
  const areas = (found?.mergedAreas ?? []).filter(({ top, bottom }) => top < row - 1 && bottom >= row - 1);
  const mergedAreas = areas.map((area) => ({ ...area, bottom: area.bottom + 1 }));
  const change: RowChange = { kind: 'insert', sheet, row: row - 1, like: row - 2, beside, cells: [], mergedAreas };
  return workbook.withRowChanges([change]);
}

function deleteAt(workbook: XlsxWorkbook, row: number, sheet = 'S'): XlsxWorkbook {
  const found = workbook.snapshot.findSheet(sheet);
  return workbook.withRowChanges([
    { kind: 'delete', sheet, row: row - 1, cells: found ? rowCells(found, row - 1) : [] },
  ]);
}

const links = (...list: [string, string][]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, path], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${path}"/>`).join('')}</Relationships>`;

/** Sheet "S" with these parts beside it, and content types for them. */
function withParts(extra: Record<string, string>, types: Record<string, string> = {}, after = ''): XlsxWorkbook {
  const parts = packageParts({ sheets: [{ name: 'S', xml: worksheet(ROWS, after) }], extra });
  const overrides = Object.entries(types).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.${type}+xml"/>`,
  );
  const list = String(parts.get('[Content_Types].xml'));
  parts.set('[Content_Types].xml', list.replace('</Types>', `${overrides.join('')}</Types>`));
  return openXlsx(packParts(parts));
}

const RELATIONSHIPS = 'xl/worksheets/_rels/sheet1.xml.rels';
const rows = (after: string): XlsxWorkbook => openXlsx(packRows(ROWS, after));
const table = `<table xmlns="${MAIN}" ref="A2:A5"><autoFilter ref="A2:A5"/></table>`;
const withTable = (): XlsxWorkbook =>
  withParts({ [RELATIONSHIPS]: links(['table', '../tables/table1.xml']), 'xl/tables/table1.xml': table });

describe('不能跟随的内容：写入前说明是什么', () => {
  test.each<[string, () => unknown]>([
    ['有数据透视表', () => insertAt(withParts({ [RELATIONSHIPS]: links(['pivotTable', '../pivotTables/p.xml']) }), 3)],
    ['有外部数据', () => insertAt(withParts({ [RELATIONSHIPS]: links(['queryTable', '../q.xml']) }), 3)],
    ['有窗体控件', () => insertAt(rows('<controls><control r:id="x"/></controls>'), 3)],
    ['有方案', () => insertAt(rows('<scenarios/>'), 3)],
    ['有无法识别的内容（nieuw）', () => insertAt(rows('<nieuw ref="A1"/>'), 3)],
    [
      '有无法识别的扩展内容',
      () => insertAt(rows('<extLst><ext uri="{X}"><y:p xmlns:y="y" at="A3:B9"/></ext></extLst>'), 3),
    ],
    [
      '有模拟运算表',
      () =>
        insertAt(
          openXlsx(packRows(`<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" r1="B1"/><v>1</v></c></row>`)),
          3,
        ),
    ],
    [
      '有共享公式缺少原文',
      () => insertAt(openXlsx(packRows(`<row r="1"><c r="A1"><f t="shared" si="4"/><v>1</v></c></row>`)), 3),
    ],
    [
      '第 3 行在数组公式之中',
      () =>
        insertAt(openXlsx(packRows(`<row r="2"><c r="A2"><f t="array" ref="A2:A4">B2:B4</f><v>1</v></c></row>`)), 3),
    ],
    ['第 3 行在表格（套用了表格格式的区域）之中', () => insertAt(withTable(), 3)],
    ['第 2 行在表格（套用了表格格式的区域）之中', () => deleteAt(withTable(), 2)],
    ['第 2 行是自动筛选的标题行', () => deleteAt(rows('<autoFilter ref="A2:B5"/>'), 2)],
    ['第 2 行有超链接，删除后无法恢复', () => deleteAt(rows('<hyperlinks><hyperlink ref="A2"/></hyperlinks>'), 2)],
    [
      '有窗体控件或嵌入的对象',
      () =>
        insertAt(
          withParts({
            [RELATIONSHIPS]: links(['vmlDrawing', '../d.vml']),
            'xl/d.vml': '<xml><x:ClientData ObjectType="Checkbox"><x:FmlaLink>A3</x:FmlaLink></x:ClientData></xml>',
          }),
          3,
        ),
    ],
    [
      '有无法识别的内容（surprise）',
      () => insertAt(withParts({ [RELATIONSHIPS]: links(['surprise', '../s.xml']) }), 3),
    ],
    [
      '是数据透视表的数据源',
      () =>
        insertAt(
          withParts(
            {
              'xl/p.xml':
                '<pivotCacheDefinition><cacheSource><worksheetSource ref="A1:B9" sheet="S"/></cacheSource></pivotCacheDefinition>',
            },
            { 'xl/p.xml': 'openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition' },
          ),
          3,
        ),
    ],
    [
      '有无法跟随的引用（c.xml）',
      () =>
        insertAt(
          withParts(
            { 'xl/c.xml': '<connections><parameter cell="S!$A$1"/></connections>' },
            { 'xl/c.xml': 'openxmlformats-officedocument.spreadsheetml.connections' },
          ),
          3,
        ),
    ],
    [
      '第 3 行有被合并单元格遮住的内容，删除后无法恢复',
      () => deleteAt(rows('<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'), 3),
    ],
    [
      '工作表已写到最后一行，没有空位',
      () =>
        insertAt(
          openXlsx(
            packRows(
              `${ROWS}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`,
              '<mergeCells><mergeCell ref="A1048575:A1048576"/></mergeCells>',
            ),
          ),
          3,
        ),
    ],
  ])('%s', (obstacle, action) => {
    const said = codeOf(action);
    expect(said).toBe(
      obstacle === '工作表已写到最后一行，没有空位'
        ? said.replace(/^.*：/, 'rows-unsupported/not-supported: 工作表“S”不能增删行：')
        : `rows-unsupported/not-supported: 工作表“S”不能增删行：${obstacle}。`,
    );
    expect(said).toContain(obstacle);
  });

  test('受保护的、次序不规范的工作表', () => {
    expect(codeOf(() => insertAt(rows('<sheetProtection sheet="1"/>'), 3))).toBe(
      'rows-protected/protected: 工作表“S”受保护，不能增删行。',
    );
    const mixed = openXlsx(packRows('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(codeOf(() => insertAt(mixed, 2))).toMatch(/^irregular-sheet\/not-supported: 工作表“S”的行列次序不规范/);
  });

  test('内容已改变', () => {
    const workbook = rows('');
    const stale: RowChange = { kind: 'delete', sheet: 'S', row: 2, cells: [] };
    expect(codeOf(() => workbook.withRowChanges([stale]))).toBe(
      'rows-changed/conflict: 工作表“S”没有增删行：第 3 行的内容已被改动。',
    );
  });
});

describe('少见但合法的写法', () => {
  const sheetText = (workbook: XlsxWorkbook): string =>
    readPart(workbook.bytes, 'xl/worksheets/sheet1.xml')
      .replace(/^[^]*<(?:x:)?sheetData>/, '')
      .replace(/<\/(?:x:)?sheetData>[^]*$/, '');

  test('没有 r 属性的行与单元格：只在编号不再连续处写出', () => {
    const workbook = openXlsx(
      packRows('<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
    );
    const after = insertAt(workbook, 3);
    expect(sheetText(after)).toBe(
      '<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row r="3"><c r="A3"/></row><row><c><v>3</v></c></row>',
    );
    expect(listCells(after)).toEqual(['S!A1 = 1 {General}', 'S!A2 = 2 {General}', 'S!A4 = 3 {General}']);
    expect(sheetText(deleteAt(after, 3))).toBe(
      '<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    );
    const gap = openXlsx(
      packRows('<row/><row><c><v>2</v></c></row><row r="9"><c><v>9</v></c></row><row><c><v>10</v></c></row>'),
    );
    expect(listCells(insertAt(gap, 5))).toEqual(['S!A2 = 2 {General}', 'S!A10 = 9 {General}', 'S!A11 = 10 {General}']);
  });

  test('带前缀的元素、Strict、单引号、属性中的大于号', () => {
    const prefixed = worksheet(
      `<row r='2'><c r='A2' foo="a>b"><f>A3+1</f><v>1</v></c></row><row r='3'><c r='A3'><v>3</v></c></row>`,
    )
      .replace(HEAD, '')
      .replace(/<(\/?)(\w+)/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    const workbook = openXlsx(pack({ sheets: [{ name: 'S', xml: prefixed }] }));
    expect(sheetText(insertAt(workbook, 3))).toBe(
      `<x:row r='2'><x:c r='A2' foo="a>b"><x:f>A4+1</x:f><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c r="A3"/></x:row><x:row r="4"><x:c r="A4"><x:v>3</x:v></x:c></x:row>`,
    );
    const strict = (text: string): string =>
      text
        .split(OFFICE)
        .join('http://purl.oclc.org/ooxml/officeDocument/relationships')
        .split(MAIN)
        .join('http://purl.oclc.org/ooxml/spreadsheetml/main');
    const parts = packageParts({ sheets: [{ name: 'S', xml: worksheet(ROWS) }] });
    const book = openXlsx(packParts(new Map([...parts].map(([name, plain]) => [name, strict(String(plain))]))));
    expect(listCells(insertAt(book, 4)).join()).toBe(
      'S!A1 = 1 {General},S!A2 = 2 {General},S!A3 = 3 {General},S!A5 = 4 {General},S!A6 = 5 {General},S!A7 = 6 {General}',
    );
  });

  test('共享公式：一处移动则全部写出；数组公式整体移动；引用到表末的区域', () => {
    const workbook = openXlsx(
      packRows(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2+SUM(A:A)+SUM($C$1:$C$1048576)</f><v>2</v></c></row>' +
          '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>' +
          '<row r="5"><c r="D5"><f t="array" ref="D5:D6">A5:A6</f><v>1</v></c></row><row r="6"><c r="D6"><v>2</v></c></row>',
      ),
    );
    expect(sheetText(insertAt(workbook, 3))).toBe(
      '<row r="1"><c r="B1"><f>A1*2+SUM(A:A)+SUM($C$1:$C$1048576)</f><v>2</v></c></row>' +
        '<row r="2"><c r="B2"><f>A2*2+SUM(A:A)+SUM($C$1:$C$1048576)</f><v>4</v></c></row>' +
        '<row r="3"><c r="B3"/></row><row r="4"><c r="B4"><f>A4*2+SUM(A:A)+SUM($C$1:$C$1048576)</f><v>6</v></c></row>' +
        '<row r="6"><c r="D6"><f t="array" ref="D6:D7">A6:A7</f><v>1</v></c></row><row r="7"><c r="D7"><v>2</v></c></row>',
    );
  });

  test('两万处合并单元格', () => {
    const list = Array.from({ length: 20000 }, (_, index) => `<mergeCell ref="B${index + 5}:C${index + 5}"/>`).join('');
    const workbook = openXlsx(packRows(ROWS, `<mergeCells count="20000">${list}</mergeCells>`));
    const after = insertAt(workbook, 4);
    expect(after.snapshot.sheets[0].mergedAreas).toHaveLength(20000);
    expect(after.snapshot.sheets[0].mergedAreas[19999]).toEqual({ top: 20004, bottom: 20004, left: 1, right: 2 });
  });
});
