import { openXlsx } from '../../../src/host/xlsx';
import { HEAD, MAIN, OFFICE, pack, packageParts, packParts, worksheet, type PackageSource } from './package-parts';
import { deletion, insertion, number, sheetText } from './row-books';
import { changedParts, codeOf, readPart } from './workbook-edits';

const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

const dv = (ref: string, formula: string): string =>
  `<dataValidation type="list" sqref="${ref}"><formula1>${formula}</formula1></dataValidation>`;
const dvs = (...list: string[]): string =>
  list.length > 0 ? `<dataValidations count="${list.length}">${list.join('')}</dataValidations>` : '';

describe('工作簿中引用行的内容随行移动', () => {
  const rows = [1, 2, 3, 4, 5, 6].map((row) => `<row r="${row}">${number(`A${row}`, row)}</row>`).join('');
  const names = (area: string, titles: string, list: string): string =>
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!${area}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">表!${titles}</definedName>` +
    `<definedName name="清单">'表'!${list}</definedName><definedName name="别处">'表2'!$A$4</definedName></definedNames>`;

  test('名称、别的表的公式与数据验证、计算链', () => {
    const other = worksheet(
      '<row r="1"><c r="A1"><f>表!A4+SUM(表!A1:A6)+表2!A4</f><v>4</v></c></row>',
      dvs(dv('A4', '表!$A$4:$A$6')),
    );
    const chain = `${HEAD}<calcChain xmlns="${MAIN}"><c r="A1" i="2"/></calcChain>`;
    const source: PackageSource = {
      sheets: [
        { name: '表', xml: worksheet(rows) },
        { name: '表2', xml: other },
        { name: '无关', xml: worksheet(`<row r="9">${number('A9', 1)}</row>`) },
      ],
      afterSheets: names('$A$1:$F$6', '$1:$4', '$A$4'),
      links: `<Relationship Id="rId903" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
      extra: { 'xl/calcChain.xml': chain },
    };
    const workbook = openXlsx(pack(source));
    const after = workbook.withRowChanges([insertion(workbook, '表', 3)]);
    expect(readPart(after.bytes, 'xl/workbook.xml')).toContain(names('$A$1:$F$7', '$1:$5', '$A$5'));
    const changed = readPart(after.bytes, 'xl/worksheets/sheet2.xml');
    expect(changed).toBe(
      other.replace('表!A4+SUM(表!A1:A6)', '表!A5+SUM(表!A1:A7)').replace('表!$A$4:$A$6', '表!$A$5:$A$7'),
    );
    expect(changedParts(workbook.bytes, after.bytes).sort()).toEqual([
      '-xl/calcChain.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  test('批注及其外框、图片、图表、超链接', () => {
    const links = (content: string): string =>
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
    const link = (id: number, type: string, target: string): string =>
      `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
    const comments = (place: string): string =>
      `${HEAD}<comments xmlns="${MAIN}"><authors><author/></authors><commentList><comment ref="A1" authorId="0"><text><t>一</t></text></comment><comment ref="${place}" authorId="0"><text><t>二</t></text></comment></commentList></comments>`;
    const box = (row: number, top: number, bottom: number): string =>
      `<v:shape><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>1, 15, ${top}, 2, 3, 31, ${bottom}, 1</x:Anchor><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
    const boxes = (second: string): string => `<xml xmlns:v="v" xmlns:x="x">${box(0, 0, 4)}<br>${second}</xml>`;
    const corner = (name: string, row: number, offset: number): string =>
      `<xdr:${name}><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
    const anchor = (editAs: string, from: [number, number], to: [number, number]): string =>
      `<xdr:twoCellAnchor${editAs}>${corner('from', ...from)}${corner('to', ...to)}<xdr:sp textlink="表!$A$4"/></xdr:twoCellAnchor>`;
    const drawing = (anchors: string, linked: string): string =>
      `${HEAD}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}">${anchors.split('$A$4').join(linked)}</xdr:wsDr>`;
    const chart = (range: string): string =>
      `${HEAD}<c:chartSpace xmlns:c="c"><c:ser><c:val><c:numRef><c:f>表!${range}</c:f><c:numCache><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:chartSpace>`;
    const parts = packageParts({
      sheets: [
        {
          name: '表',
          xml: worksheet(
            rows,
            '<hyperlinks><hyperlink ref="A6" r:id="rId9"/></hyperlinks><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>',
            '<sheetFormatPr defaultRowHeight="10"/>',
          ),
        },
      ],
      extra: {
        'xl/worksheets/_rels/sheet1.xml.rels': links(
          link(1, 'comments', '../comments1.xml') +
            link(2, 'drawing', '../drawings/drawing1.xml') +
            link(3, 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
            '<Relationship Id="rId9" Type="x/hyperlink" Target="http://example.invalid/" TargetMode="External"/>',
        ),
        'xl/comments1.xml': comments('A5'),
        'xl/drawings/vmlDrawing1.vml': boxes(box(4, 3, 7)),
        'xl/drawings/drawing1.xml': drawing(
          anchor('', [1, 100], [4, 0]) +
            anchor(' editAs="oneCell"', [1, 100], [4, 50]) +
            anchor(' editAs="absolute"', [4, 0], [5, 0]),
          '$A$4',
        ),
        'xl/charts/chart1.xml': chart('$A$1:$A$6'),
      },
    });
    const types = String(parts.get('[Content_Types].xml'));
    const part = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
    parts.set(
      '[Content_Types].xml',
      types.replace('</Types>', `<Override PartName="/xl/charts/chart1.xml" ContentType="${part}"/></Types>`),
    );
    const workbook = openXlsx(packParts(parts));
    const after = workbook.withRowChanges([insertion(workbook, '表', 4)]);
    expect(readPart(after.bytes, 'xl/comments1.xml')).toBe(comments('A6'));
    expect(readPart(after.bytes, 'xl/drawings/vmlDrawing1.vml')).toBe(boxes(box(5, 4, 8)));
    expect(readPart(after.bytes, 'xl/drawings/drawing1.xml')).toBe(
      drawing(
        anchor('', [1, 100], [5, 0]) +
          anchor(' editAs="oneCell"', [1, 100], [4, 50]) +
          anchor(' editAs="absolute"', [4, 0], [5, 0]),
        '$A$5',
      ),
    );
    expect(readPart(after.bytes, 'xl/charts/chart1.xml')).toBe(chart('$A$1:$A$7'));
    expect(sheetText(after)).toContain('<hyperlink ref="A7" r:id="rId9"/>');
    expect(codeOf(() => workbook.withRowChanges([deletion(workbook, '表', 5)]))).toBe(
      'rows-unsupported/not-supported: 工作表“表”不能增删行：第 5 行有批注，删除后无法恢复。',
    );
  });
});
