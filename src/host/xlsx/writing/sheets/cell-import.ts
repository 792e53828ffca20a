import { formatAddress } from '../../../../core/workbook/cell-address';
import type { StoredCell } from '../../reading/stored-cell';
import { writeElement, writeTag, type Rewriting } from '../../xml/xml-writer';
import { encodeXml } from '../../xml/xml-text';
import type { XmlNode } from '../../xml/xml-tree';

/** What cells of a foreign sheet need to be written here. */
export interface CellImport {
  /** Items of the source's shared strings. */
  readonly strings: readonly XmlNode[];
  readonly rewriting: Rewriting;
  readonly formatOf: (style: number) => number;
  /** Null where only the result comes along. */
  readonly formulaOf: (formula: string) => string | null;
}

/** A cell element of another workbook as it stands in this one: its text in it, its formula written out. */
export function importCell(node: XmlNode, cell: StoredCell, source: CellImport): string {
  const style = source.formatOf(cell.style);
  const attributes = new Map([
    ['r', formatAddress(cell)],
    ['s', String(style)],
  ]);
  const type = node.attribute('t') ?? 'n';
  const value = node.child('v');
  const isShared = type === 's';
  const item = isShared ? source.strings[Number(value?.text)] : type === 'inlineStr' ? node.child('is') : undefined;
  if (item) {
    attributes.set('t', 'inlineStr');
    // The parts of a text stand in the same elements here and there, but under another head.
    const inner = item.children
      .filter((child) => child.prefix === item.prefix && (child.name === 't' || child.name === 'r'))
      .map((child) => writeElement(child, '', source.rewriting))
      .join('');
    return `${writeTag('c', attributes, false)}<is>${inner}</is></c>`;
  }
  const formula = importFormulaOf(node, cell, source);
  if (!value && formula === '') return writeTag('c', attributes, true);
  if (type !== 'n' && !isShared && type !== 'inlineStr') attributes.set('t', type);
  const result = value && !isShared ? `<v>${encodeXml(value.text)}</v>` : '';
  return `${writeTag('c', attributes, false)}${formula}${result}</c>`;
}

function importFormulaOf(node: XmlNode, { formula }: StoredCell, { formulaOf }: CellImport): string {
  const element = node.child('f');
  // An empty text stands for a data table, or for a shared formula that is not there.
  const text = formula === null || formula === '' ? null : formulaOf(formula);
  if (!element || text === null) return '';
  const isArray = element.attribute('t') === 'array';
  const attributes: [string, string][] = isArray
    ? [
        ['t', 'array'],
        ['ref', element.attribute('ref') ?? ''],
      ]
    : [];
  return `${writeTag('f', attributes, false)}${encodeXml(text)}</f>`;
}
