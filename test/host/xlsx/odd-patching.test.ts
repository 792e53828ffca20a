import { openXlsx, PORTABLE_CODEC } from '../../../src/host/xlsx';
import { HEAD, MAIN, OFFICE, STYLES, pack, packParts, packRows, packageParts, worksheet } from './package-parts';
import { changedParts, codeOf, edit, listCells, readPart } from './workbook-edits';

const SHEET_PART = 'xl/worksheets/sheet1.xml';
const rowsOf = (bytes: Uint8Array): string =>
  /<(?:x:)?sheetData.*<\/(?:x:)?sheetData>/s.exec(readPart(bytes, SHEET_PART))?.[0] ?? '';
const prefixed = (xml: string): string =>
  xml
    .replace(HEAD, '')
    .replace(/<(\/?)(\w+)/g, '<$1x:$2')
    .replace('xmlns=', 'xmlns:x=');

describe('共享公式', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1&amp;"A1"</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>';
  const workbook = openXlsx(packRows(rows));

  test('改写公式所在的首格，其余各格得到自己的公式', () => {
    const patched = workbook.patch([edit(workbook, 'S', 'B1', { value: 9 })]);
    expect(rowsOf(patched)).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>' +
        '<row r="2"><c r="B2"><f>A2*$A$1&amp;&quot;A1&quot;</f><v>2</v></c></row>' +
        '<row r="3"><c r="B3"><f>A3*$A$1&amp;&quot;A1&quot;</f><v>3</v></c></row></sheetData>',
    );
    expect(listCells(openXlsx(patched))).toEqual([
      'S!A1 = 1 {General}',
      'S!B1 = 9 {General}',
      'S!B2 = 2 [=A2*$A$1&"A1"] {General}',
      'S!B3 = 3 [=A3*$A$1&"A1"] {General}',
    ]);
  });

  test('首格与其中一格同时改写', () => {
    const edits = [edit(workbook, 'S', 'B1', { value: 9 }), edit(workbook, 'S', 'B2', { value: '文字' })];
    expect(listCells(openXlsx(workbook.patch(edits)))).toEqual([
      'S!A1 = 1 {General}',
      'S!B1 = 9 {General}',
      'S!B2 = "文字" {General}',
      'S!B3 = 3 [=A3*$A$1&"A1"] {General}',
    ]);
  });

  test('只改写跟随的一格，首格不动', () => {
    expect(rowsOf(workbook.patch([edit(workbook, 'S', 'B2', { value: null })]))).toBe(
      `<sheetData>${rows.replace('<c r="B2"><f t="shared" si="0"/><v>2</v></c>', '<c r="B2"/>')}</sheetData>`,
    );
  });
});

describe('少见的写法', () => {
  test('带前缀的元素，样式也带前缀', () => {
    const source = worksheet(
      '<row r="2" spans="1:2"><c r="B2" s="2"><v>45000</v></c></row>',
      '',
      '<dimension ref="B2"/>',
    );
    const workbook = openXlsx(pack({ sheets: [{ name: 'S', xml: prefixed(source) }], styles: prefixed(STYLES) }));
    const patched = workbook.patch([
      edit(workbook, 'S', 'A1', { value: '新' }),
      edit(workbook, 'S', 'C2', { value: true }),
      edit(workbook, 'S', 'B2', { value: 45001, numberFormat: '0.000' }),
      edit(workbook, 'S', 'A3', { value: null, formula: 'B2+1' }),
    ]);
    expect(readPart(patched, SHEET_PART)).toBe(
      `<x:worksheet xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:dimension ref="A1:C3"/><x:sheetData>` +
        '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">新</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"><x:c r="B2" s="3"><x:v>45001</x:v></x:c><x:c r="C2" t="b"><x:v>1</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c r="A3"><x:f>B2+1</x:f></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect(readPart(patched, 'xl/styles.xml')).toContain('<x:numFmt numFmtId="165" formatCode="0.000"/></x:numFmts>');
    expect(readPart(patched, 'xl/styles.xml')).toContain(
      '<x:xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></x:cellXfs>',
    );
  });

  test('没有 r 属性的行与单元格', () => {
    const workbook = openXlsx(
      packRows('<row><c><v>1</v></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>2</v></c></row>'),
    );
    const edits = [edit(workbook, 'S', 'B1', { value: 5 }), edit(workbook, 'S', 'C2', { value: 'x' })];
    expect(rowsOf(workbook.patch(edits))).toBe(
      '<sheetData><row><c><v>1</v></c><c><v>5</v></c></row>' +
        '<row><c><v>2</v></c><c r="C2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row></sheetData>',
    );
  });

  test('空的 sheetData、空行与单引号', () => {
    const empty = openXlsx(
      pack({ sheets: [{ name: 'S', xml: worksheet('').replace('<sheetData></sheetData>', '<sheetData/>') }] }),
    );
    expect(rowsOf(empty.patch([edit(empty, 'S', 'B2', { value: 1 })]))).toBe(
      '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
    );
    const rows = openXlsx(packRows("<row r='1' ht='20'/><row r='3'><c r='C3' foo='x s=\"1\"' s='2'/></row>"));
    const edits = [
      edit(rows, 'S', 'A1', { value: 1 }),
      edit(rows, 'S', 'B2', { value: 2 }),
      edit(rows, 'S', 'C3', { value: 3 }),
    ];
    expect(rowsOf(rows.patch(edits))).toBe(
      '<sheetData><row r=\'1\' ht=\'20\'><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>' +
        "<row r='3'><c r='C3' foo='x s=\"1\"' s='2'><v>3</v></c></row></sheetData>",
    );
  });

  test('新单元格继承行样式，其次列样式', () => {
    const workbook = openXlsx(
      packRows('<row r="1" s="1" customFormat="1"/>', '', '<cols><col min="2" max="3" width="9" style="2"/></cols>'),
    );
    const edits = [edit(workbook, 'S', 'B1', { value: '行' }), edit(workbook, 'S', 'B2', { value: 45366 })];
    expect(rowsOf(workbook.patch(edits))).toBe(
      '<sheetData><row r="1" s="1" customFormat="1"><c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">行</t></is></c></row>' +
        '<row r="2"><c r="B2" s="2"><v>45366</v></c></row></sheetData>',
    );
  });

  test('保留单元格的扩展，去掉随内容失效的元数据', () => {
    const workbook = openXlsx(
      packRows('<row r="1"><c r="A1" cm="1" vm="2" t="e"><v>#VALUE!</v><extLst><ext uri="u"/></extLst></c></row>'),
    );
    expect(rowsOf(workbook.patch([edit(workbook, 'S', 'A1', { value: 1 })]))).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v><extLst><ext uri="u"/></extLst></c></row></sheetData>',
    );
  });

  test('文字前缀标记（撇号）在改为数字时去掉，改为文字时保留', () => {
    const workbook = openXlsx(
      packRows('<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>1</t></is></c><c r="B1" s="1"/></row>'),
    );
    const patched = workbook.patch([
      edit(workbook, 'S', 'A1', { value: 1 }),
      edit(workbook, 'S', 'B1', { value: '2' }),
    ]);
    expect(rowsOf(patched)).toBe(
      '<sheetData><row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">2</t></is></c></row></sheetData>',
    );
    expect(readPart(patched, 'xl/styles.xml')).toContain(
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    );
  });
});

describe('样式部件', () => {
  const rows = worksheet('<row r="1"><c r="A1" s="5"><v>1</v></c></row>');
  const patchFormat = (styles: string | null): Uint8Array => {
    const workbook = openXlsx(pack({ sheets: [{ name: 'S', xml: rows }], styles }));
    return workbook.patch([edit(workbook, 'S', 'A1', { value: 1, numberFormat: '0.0' })]);
  };
  const blank = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  const added = '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>';
  const lists =
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts>' +
    `<cellXfs count="7">${blank.repeat(6)}${added}</cellXfs>`;

  test('空的样式表', () => {
    expect(readPart(patchFormat(`<styleSheet xmlns="${MAIN}"/>`), 'xl/styles.xml')).toBe(
      `<styleSheet xmlns="${MAIN}">${lists}</styleSheet>`,
    );
  });

  test('缺少填充与格式列表，样式序号越界', () => {
    const patched = patchFormat(`<styleSheet xmlns="${MAIN}"><dxfs count="0"/></styleSheet>`);
    expect(readPart(patched, 'xl/styles.xml')).toBe(
      `<styleSheet xmlns="${MAIN}">${lists}<dxfs count="0"/></styleSheet>`,
    );
    expect(rowsOf(patched)).toBe('<sheetData><row r="1"><c r="A1" s="6"><v>1</v></c></row></sheetData>');
  });

  test('没有样式部件时新建，并登记关系和内容类型', () => {
    const patched = patchFormat(null);
    expect(changedParts(pack({ sheets: [{ name: 'S', xml: rows }], styles: null }), patched)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      SHEET_PART,
      'xl/styles.xml',
    ]);
    expect(readPart(patched, '[Content_Types].xml')).toContain(
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    );
    expect(readPart(patched, 'xl/_rels/workbook.xml.rels')).toContain(
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    );
    expect(listCells(openXlsx(patched))).toEqual(['S!A1 = 1 {0.0}']);
  });

  test('替代内容算作一个格式，照抄其后备', () => {
    const xfs =
      '<cellXfs count="2"><xf numFmtId="0"/><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x"><xf numFmtId="9"/></mc:Choice>' +
      '<mc:Fallback><xf numFmtId="10" fontId="3"/></mc:Fallback></mc:AlternateContent></cellXfs>';
    const workbook = openXlsx(
      pack({
        sheets: [{ name: 'S', xml: worksheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>') }],
        styles: `<styleSheet xmlns="${MAIN}">${xfs}</styleSheet>`,
      }),
    );
    expect(listCells(workbook)).toEqual(['S!A1 = 1 {0.00%}']);
    const patched = workbook.patch([edit(workbook, 'S', 'A1', { value: 1, numberFormat: '0' })]);
    expect(readPart(patched, 'xl/styles.xml')).toContain(
      '</mc:AlternateContent><xf numFmtId="1" fontId="3" applyNumberFormat="1"/></cellXfs>',
    );
    expect(listCells(openXlsx(patched))).toEqual(['S!A1 = 1 {0}']);
  });
});

describe('工作簿中的其他部件', () => {
  const CHAIN = '<calcChain><c r="A1" i="1"/><c r="B1" i="1"/></calcChain>';
  const withChain = (): Uint8Array => {
    const parts = packageParts({
      sheets: [
        {
          name: 'S',
          xml: worksheet(
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c><c r="C1"><v>1</v></c></row>',
          ),
        },
      ],
      extra: { 'xl/calcChain.xml': CHAIN },
      links: `<Relationship Id="rId903" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
      afterSheets: '<calcPr calcId="171027"/><extLst/>',
    });
    const types = String(parts.get('[Content_Types].xml'));
    parts.set(
      '[Content_Types].xml',
      types.replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>'),
    );
    return packParts(parts);
  };

  test('公式去掉后，计算链一并去掉，并要求 Excel 重新计算', () => {
    const workbook = openXlsx(withChain());
    const patched = workbook.patch([edit(workbook, 'S', 'A1', { value: 2 })]);
    expect(changedParts(workbook.bytes, patched)).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      SHEET_PART,
      '-xl/calcChain.xml',
    ]);
    expect(readPart(patched, 'xl/workbook.xml')).toContain('<calcPr calcId="171027" fullCalcOnLoad="1"/><extLst/>');
    expect(readPart(patched, '[Content_Types].xml')).not.toContain('calcChain');
    expect(readPart(patched, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  test('只改数值时计算链保留', () => {
    const workbook = openXlsx(withChain());
    expect(changedParts(workbook.bytes, workbook.patch([edit(workbook, 'S', 'C1', { value: 2 })]))).toEqual([
      'xl/workbook.xml',
      SHEET_PART,
    ]);
  });

  test('表格的标题不改，表格的内容可改', () => {
    const workbook = openXlsx(
      pack({
        sheets: [
          {
            name: 'S',
            xml: worksheet(
              '<row r="1"><c r="A1" t="inlineStr"><is><t>列</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
            ),
          },
        ],
        extra: {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
          'xl/tables/table1.xml': `<table xmlns="${MAIN}" ref="A1:A2"/>`,
        },
      }),
    );
    expect(codeOf(() => workbook.patch([edit(workbook, 'S', 'A1', { value: '新名' })]))).toBe(
      'table-header/not-supported: 工作表“S”的单元格 A1 是表格的标题，修改后 Excel 可能无法打开文件，没有写入。',
    );
    expect(listCells(openXlsx(workbook.patch([edit(workbook, 'S', 'A2', { value: 5 })])))).toEqual([
      'S!A1 = "列" {General}',
      'S!A2 = 5 {General}',
    ]);
  });

  test('行列次序不规范的工作表不写', () => {
    const workbook = openXlsx(
      packRows('<row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
    );
    expect(codeOf(() => workbook.patch([edit(workbook, 'S', 'A1', { value: 5 })]))).toBe(
      'irregular-sheet/not-supported: 工作表“S”的行列次序不规范，不能直接写入。',
    );
  });

  test('用 fflate 写出的内容相同', () => {
    const bytes = withChain();
    const native = openXlsx(bytes);
    const portable = openXlsx(bytes, { codec: PORTABLE_CODEC });
    const [first, second] = [native, portable].map((workbook) =>
      workbook.patch([edit(workbook, 'S', 'C1', { value: '改' })]),
    );
    expect(readPart(second, SHEET_PART)).toBe(readPart(first, SHEET_PART));
    expect(readPart(second, 'xl/workbook.xml')).toBe(readPart(first, 'xl/workbook.xml'));
  });
});
