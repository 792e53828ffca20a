import { FORMULA_WORD } from '../../../../core/workbook/formula-letters';
import type { XlsxLimits } from '../../limits';
import { parseXml, type XmlNode } from '../../xml/xml-tree';
import { XlsxError } from '../../xlsx-error';
import { PartEdits } from '../part-edits';

const WORD = `[${FORMULA_WORD}\\\\?]`;
const SHEET = new RegExp(`"(?:[^"]|"")*"|(?:'((?:[^']|'')*)'|((?:\\[[^\\]]*\\])?${WORD}+(?::${WORD}+)?))!`, 'g');

/** Elements that hold formulas, in worksheets, tables, charts and the workbook part. */
const FORMULA_ELEMENTS = new Set(
  'f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula'.split(' '),
);
const FORMULA_ATTRIBUTES = ['textlink', 'cellRange'];

/**
 * A formula as it reads when sheets are gone: what referred to them refers to nothing, as in Excel.
 * @param gone Their names in lower case.
 */
export function formulaWithoutSheets(formula: string, gone: ReadonlySet<string>): string {
  return formula.replace(SHEET, (token: string, quoted: string | undefined, plain: string | undefined) => {
    const sheet = (quoted === undefined ? plain : quoted.replace(/''/g, "'"))?.toLowerCase();
    if (sheet === undefined) return token;
    if (gone.has(sheet)) return '#REF!';
    const end = sheet.split(':').find((name) => sheet.includes(':') && gone.has(name));
    if (end !== undefined) {
      throw new XlsxError('sheet-unsupported', { sheet: end, obstacle: '有公式引用以它为首尾的多个工作表' });
    }
    return token;
  });
}

/** The text of a part in which nothing refers to these sheets any more. */
export function partWithoutSheets(text: string, part: string, gone: ReadonlySet<string>, limits: XlsxLimits): string {
  const edits = new PartEdits(text);
  const visit = (node: XmlNode): void => {
    if (FORMULA_ELEMENTS.has(node.name) && !node.isEmpty && node.children.length === 0) {
      const formula = formulaWithoutSheets(node.text, gone);
      if (formula !== node.text) edits.setText(node, formula);
    }
    for (const name of FORMULA_ATTRIBUTES) {
      const value = node.prefix === 'a:' ? undefined : node.attribute(name);
      const formula = value === undefined ? undefined : formulaWithoutSheets(value, gone);
      if (formula !== undefined && formula !== value) edits.setAttribute(node, name, formula);
    }
    node.children.forEach(visit);
  };
  visit(parseXml(text, part, limits));
  return edits.build();
}
