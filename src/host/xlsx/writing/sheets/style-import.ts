import type { WorkbookRecord } from '../../reading/workbook-reader';
import type { XmlNode } from '../../xml/xml-tree';
import { writeElement, writeTag } from '../../xml/xml-writer';
import type { PlainList, StyleWriter } from '../style-writer';
import { readStylesRoot, type ColorImport } from './color-import';

const FIRST_CUSTOM_FORMAT = 164;

/** Brings cell formats of another workbook into this one. */
export class StyleImport {
  private readonly root: XmlNode | null;
  private readonly made = new Map<number, number>();
  private readonly rules = new Map<number, number | null>();

  constructor(
    private readonly source: WorkbookRecord,
    private readonly styles: StyleWriter,
    private readonly colors: ColorImport,
  ) {
    this.root = readStylesRoot(source);
  }

  /** The format that looks here as `style` does in the source; all it says is said outright, for the fonts that workbooks start from differ. */
  formatOf(style: number): number {
    let format = this.made.get(style);
    if (format === undefined) {
      format = this.makeFormat(style);
      this.made.set(style, format);
    }
    return format;
  }

  /** The look of a conditional format; null where the source has none of this number. */
  ruleOf(index: number): number | null {
    let rule = this.rules.get(index);
    if (rule === undefined) {
      const node = this.listed('dxfs', index);
      rule = node ? this.styles.addTo('dxfs', this.write(node)) : null;
      this.rules.set(index, rule);
    }
    return rule;
  }

  private makeFormat(style: number): number {
    const list = this.root?.child('cellXfs');
    const node = list?.children.filter(({ name }) => name === 'xf')[style] ?? list?.child('xf');
    const numberOf = (name: string): number => Number(node?.attribute(name) ?? 0) || 0;
    const attributes = new Map([
      ['numFmtId', String(this.numberFormatOf(style, numberOf('numFmtId')))],
      ['fontId', String(this.placeOf('fonts', numberOf('fontId')))],
      ['fillId', String(this.placeOf('fills', numberOf('fillId')))],
      ['borderId', String(this.placeOf('borders', numberOf('borderId')))],
    ]);
    if (this.styles.hasNamedStyles) attributes.set('xfId', '0');
    for (const part of ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment', 'Protection']) {
      attributes.set(`apply${part}`, '1');
    }
    if (node?.attribute('quotePrefix') !== undefined)
      attributes.set('quotePrefix', node.attribute('quotePrefix') ?? '');
    const { prefix } = this.styles;
    const children = ['alignment', 'protection']
      .map((name) => node?.child(name))
      .map((child) => (child ? writeElement(child, prefix) : ''))
      .join('');
    const tag = writeTag(`${prefix}xf`, attributes, children === '');
    return this.styles.addFormat(children === '' ? tag : `${tag}${children}</${prefix}xf>`);
  }

  private numberFormatOf(style: number, id: number): number {
    return id < FIRST_CUSTOM_FORMAT && !this.isOwnCode(id)
      ? id
      : this.styles.idOfCode(this.source.styles.numberFormatOf(style));
  }

  /** Some programs give numbers of built-in formats codes of their own. */
  private isOwnCode(id: number): boolean {
    const codes = this.root?.child('numFmts')?.children ?? [];
    return codes.some((node) => Number(node.attribute('numFmtId')) === id);
  }

  private placeOf(list: PlainList, index: number): number {
    const node = this.listed(list, index) ?? this.listed(list, 0);
    return node ? this.styles.addTo(list, this.write(node)) : 0;
  }

  private listed(list: PlainList, index: number): XmlNode | undefined {
    return this.root?.child(list)?.children[index];
  }

  private write(node: XmlNode): string {
    return writeElement(node, this.styles.prefix, { attributes: this.colors.rewrite, keeps: this.colors.keeps });
  }
}
