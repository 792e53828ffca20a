import { readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeBase64 } from '../../../src/core/changes/base64';
import { planConversion } from '../../../src/core/converting/plan-conversion';
import { readForms } from '../../../src/core/forms/read-forms';
import { BUILTIN_TEMPLATES, fillTemplate, readBuiltinTemplates } from '../../../src/host/template-files';
import { openXlsx, type XlsxWorkbook } from '../../../src/host/xlsx';
import { projectTarget, workbookOf } from '../../support/build-form';
import { sayingsOf } from '../../support/converted-sheets';

const templates = readBuiltinTemplates();
const source = workbookOf(
  projectTarget(),
  projectTarget({ sheet: '表二', fields: { projectName: '=阅读', calculationBasis: '测算过程说明。'.repeat(80) } }),
);

function filled(id: string) {
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`No template ${id}`);
  const plans = planConversion(source, readForms(source), null, template.description);
  const sheets = fillTemplate(template.workbook, plans);
  return { template, plans, sheets, workbooks: sheets.map(({ file }) => openXlsx(decodeBase64(file))) };
}

/** Of cells left of `right` (zero-based, inclusive): font, fill, borders and so on by place. */
function looksOf(workbook: XlsxWorkbook, name: string, rows: readonly number[], right: number): unknown {
  const { sheets, styles } = workbook.readAppearance();
  const sheet = sheets.find((one) => one.name === name);
  return rows.map((row) =>
    (sheet?.cells ?? [])
      .filter((cell) => cell.row === row && cell.column <= right)
      .map(({ column, style }) => [column, styles[style]]),
  );
}

const areaOf = (workbook: XlsxWorkbook) =>
  workbook.definedNames.filter(({ name }) => name === '_xlnm.Print_Area').map(({ range }) => range);

test('what ships is what the folder of templates holds', () => {
  const files = readdirSync(path.join(__dirname, '../../../assets/templates'));
  expect(BUILTIN_TEMPLATES.map(([id]) => `${id}.xlsx`).sort()).toEqual(files.sort());
});

describe('a filled form', () => {
  const { template, sheets, workbooks, plans } = filled('shenzhen-second-level-project');
  const [first, second] = workbooks;
  const sheetName = template.description.sheet.name;

  test('says what its project says, and is one sheet of its own file', () => {
    expect(sheets.map(({ name, source: from }) => [name, from])).toEqual([
      ['社区图书馆运行', sheetName],
      ['=阅读', sheetName],
    ]);
    const form = first.snapshot.findSheet(sheetName);
    expect(sayingsOf(workbookOf(...(form ? [form.content] : [])))).toEqual([sayingsOf(source)[0]]);
    const name = second.snapshot.findSheet(sheetName)?.cellAt(1, 4);
    expect([name?.value, name?.formula]).toEqual(['=阅读', null]);
  });

  test('looks as its template does, row by row, an added row as the one above', () => {
    expect(plans[0].rows).toHaveLength(1);
    const right = template.description.printArea.right;
    const rows = [0, 1, 5, 6, 10, 11, 11, ...Array.from({ length: 9 }, (_, index) => 12 + index)];
    const added = [0, 1, 5, 6, 10, 11, 12, ...Array.from({ length: 9 }, (_, index) => 13 + index)];
    expect(looksOf(first, sheetName, added, right)).toEqual(looksOf(template.workbook, sheetName, rows, right));
    const widths = (workbook: XlsxWorkbook) =>
      workbook.readAppearance().sheets.find(({ name }) => name === sheetName)?.columnWidths;
    expect(widths(first)).toEqual(widths(template.workbook));
  });

  test('prints what belongs to the form, and brings no names along', () => {
    expect(areaOf(first)).toEqual([{ top: 0, left: 0, bottom: 21, right: 4 }]);
    expect(first.definedNames.map(({ name }) => name).sort()).toEqual(['_xlnm.Print_Area', '_xlnm.Print_Titles']);
  });

  test('long texts in merged cells are shown whole', () => {
    const heightOf = (workbook: XlsxWorkbook): number => workbook.readAppearance().sheets[0].rowHeights.get(7) ?? 0;
    expect([heightOf(template.workbook), heightOf(first)]).toEqual([48, 48]);
    // 560 characters at 14 px in 103 characters' width: eleven lines.
    expect(heightOf(second)).toBeGreaterThan(180);
    expect(heightOf(second)).toBeLessThan(260);
  });
});

test('a filled table: one sheet, its print area grown, the rows merged', () => {
  const { sheets, workbooks, template } = filled('zhuhai-coded-indicators');
  expect(sheets).toHaveLength(1);
  expect(areaOf(workbooks[0])).toEqual([{ top: 0, left: 0, bottom: 17, right: 9 }]);
  const sheet = workbooks[0].snapshot.findSheet(template.description.sheet.name);
  expect(sheet?.mergedAreas.filter(({ left }) => left === 1)).toEqual([
    { top: 2, left: 1, bottom: 9, right: 1 },
    { top: 10, left: 1, bottom: 17, right: 1 },
  ]);
});
