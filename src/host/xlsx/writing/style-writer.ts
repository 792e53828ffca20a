import type { XlsxLimits } from '../limits';
import { builtInFormatId } from '../reading/number-formats';
import { XlsxError } from '../xlsx-error';
import { scanText, withoutPrefix } from '../xml/xml-scanner';
import { encodeXml } from '../xml/xml-text';
import type { PlannedCell } from './edit-plan';
import { appendTo, insertChild, outlinePart, type ElementPlace, type PartOutline } from './part-outline';
import { applySplices, type Splice } from './splice';
import { editTag, openTag } from './tag-text';

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const SMALLEST: Readonly<Record<PlainList, readonly string[]>> = {
  // What the first ones mean is fixed: the workbook's font, no fill, a grid of dots, no border.
  fonts: ['<font><sz val="11"/><name val="宋体"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  dxfs: [],
};
const FIRST_CUSTOM_ID = 164;
/** Excel's limit of cell formats in one workbook. */
const MAX_FORMATS = 65490;

/** Lists of which the elements are known by their place. */
export type PlainList = 'fonts' | 'fills' | 'borders' | 'dxfs';

interface ListState {
  readonly count: number;
  readonly added: string[];
  /** Places by text. */
  readonly places: Map<string, number>;
}

/** Formats of a workbook, to which formats are added; none that is there is ever changed. */
export class StyleWriter {
  private readonly outline: PartOutline;
  private readonly text: string;
  /** Texts of the `xf` elements; an alternative content counts as one. */
  private readonly formats: string[];
  private readonly codes = new Map<string, number>();
  private readonly formatCount: number;
  private readonly addedCodes: string[] = [];
  private readonly addedFormats: string[] = [];
  private readonly made = new Map<string, number>();
  private readonly lists = new Map<PlainList, ListState>();
  private codeCount = 0;
  private nextCodeId = FIRST_CUSTOM_ID;

  /** @param maxStyle Highest format any cell refers to: formats beyond the list must not fall on added ones. */
  constructor(
    text: string,
    private readonly part: string,
    private readonly maxStyle: number,
    private readonly limits: XlsxLimits,
  ) {
    const outline = outlinePart(text, part, limits);
    const { prefix, root } = outline;
    this.text = root.isEmpty
      ? `${text.slice(0, root.start)}${openTag(text.slice(root.start, root.openEnd))}</${prefix}styleSheet>${text.slice(root.end)}`
      : text;
    this.outline = root.isEmpty ? outlinePart(this.text, part, limits) : outline;
    this.formats = this.readFormats();
    this.formatCount = this.formats.length;
    this.readCodes();
  }

  /** The format a planned cell gets: its own, or a copy of it with the number format exchanged. */
  styleFor({
    style,
    numberFormat,
    dropsQuotePrefix,
  }: Pick<PlannedCell, 'style' | 'numberFormat' | 'dropsQuotePrefix'>): number {
    if (numberFormat === null && !dropsQuotePrefix) return style;
    const key = JSON.stringify([style, numberFormat, dropsQuotePrefix]);
    let index = this.made.get(key);
    if (index === undefined) {
      const source = this.formats[style] ?? this.formats[0] ?? this.blankFormat();
      const tagEnd = source.indexOf('>') + 1;
      const changes: Record<string, string | null> = {};
      if (numberFormat !== null) {
        changes.numFmtId = String(this.idOfCode(numberFormat));
        changes.applyNumberFormat = '1';
      }
      if (dropsQuotePrefix) changes.quotePrefix = null;
      index = this.addFormat(editTag(source.slice(0, tagEnd), changes) + source.slice(tagEnd));
      this.made.set(key, index);
    }
    return index;
  }

  /** Prefix of the part's elements, with its colon. */
  get prefix(): string {
    return this.outline.prefix;
  }

  /** Whether cell formats can name one that they build on. */
  get hasNamedStyles(): boolean {
    return this.findList('cellStyleXfs') !== undefined;
  }

  /** Place of a cell format, added as its `xf` element stands here. */
  addFormat(xml: string): number {
    if (this.maxStyle >= MAX_FORMATS || this.formatCount + this.addedFormats.length >= MAX_FORMATS) {
      throw new XlsxError('internal', { reason: `style ${this.maxStyle}` });
    }
    while (this.formatCount + this.addedFormats.length <= this.maxStyle) this.addedFormats.push(this.blankFormat());
    this.addedFormats.push(xml);
    return this.formatCount + this.addedFormats.length - 1;
  }

  /** Place of an element in a list; one of the same text is used again. */
  addTo(name: PlainList, xml: string): number {
    const list = this.stateOf(name);
    const known = list.places.get(xml);
    if (known !== undefined) return known;
    const place = list.count + list.added.length;
    list.added.push(xml);
    list.places.set(xml, place);
    return place;
  }

  private stateOf(name: PlainList): ListState {
    let state = this.lists.get(name);
    if (!state) {
      const texts = this.elementsOf(name);
      const missing = SMALLEST[name].slice(texts.length);
      const added = missing.map((xml) => xml.replace(/<(\/?)/g, `<$1${this.prefix}`));
      state = { count: texts.length, added, places: new Map(texts.concat(added).map((xml, place) => [xml, place])) };
      this.lists.set(name, state);
    }
    return state;
  }

  private elementsOf(name: PlainList): string[] {
    const list = this.findList(name);
    if (!list || list.isEmpty) return [];
    const text = this.text.slice(list.start, list.end);
    return outlinePart(text, this.part, this.limits).children.map(({ start, end }) => text.slice(start, end));
  }

  /** The part with what was added; null when nothing was. */
  build(): string | null {
    // In the schema's order: lists that are new may all go to one place.
    const splices = ORDER.flatMap((name) => {
      if (name === 'numFmts') return this.append(name, this.addedCodes, this.codeCount);
      if (name === 'cellXfs') return this.append(name, this.addedFormats, this.formatCount);
      const list = this.lists.get(name as PlainList);
      return list ? this.append(name, list.added, list.count) : [];
    });
    return splices.length > 0 ? applySplices(this.text, splices) : null;
  }

  private append(name: string, added: readonly string[], count: number): Splice[] {
    if (added.length === 0) return [];
    const { prefix } = this.outline;
    const total = String(count + added.length);
    const list = this.findList(name);
    if (!list) {
      const xml = `<${prefix}${name} count="${total}">${added.join('')}</${prefix}${name}>`;
      return [insertChild(this.outline, ORDER, name, xml)];
    }
    const tag = editTag(this.text.slice(list.start, list.openEnd), { count: total });
    return appendTo(this.text, list, prefix, tag, added.join(''));
  }

  private findList(name: string): ElementPlace | undefined {
    return this.outline.children.find((child) => child.name === name);
  }

  private readFormats(): string[] {
    const list = this.findList('cellXfs');
    if (!list || list.isEmpty) return [];
    const text = this.text.slice(list.start, list.end);
    return outlinePart(text, this.part, this.limits)
      .children.filter(({ name }) => name === 'xf' || name.endsWith(':AlternateContent'))
      .map(({ name, start, end }) => {
        const xml = text.slice(start, end);
        return name === 'xf'
          ? xml
          : (/<(?:[\w.-]+:)?Fallback[^>]*>\s*([^]*?)\s*<\/(?:[\w.-]+:)?Fallback>/.exec(xml)?.[1] ?? xml);
      });
  }

  private readCodes(): void {
    const list = this.findList('numFmts');
    if (!list) return;
    scanText(
      this.text.slice(list.start, list.end),
      this.part,
      this.limits,
      withoutPrefix({
        open: (name, tag) => {
          if (name !== 'numFmt') return;
          const id = Number(tag.rawAttribute('numFmtId'));
          this.codeCount += 1;
          if (id >= this.nextCodeId) this.nextCodeId = id + 1;
          this.codes.set(tag.attribute('formatCode') ?? 'General', id);
        },
      }),
    );
  }

  /** Number of a format code, added where it is new. */
  idOfCode(code: string): number {
    const builtIn = builtInFormatId(code) ?? this.codes.get(code);
    if (builtIn !== undefined) return builtIn;
    const id = this.nextCodeId;
    this.nextCodeId += 1;
    this.codes.set(code, id);
    this.addedCodes.push(`<${this.outline.prefix}numFmt numFmtId="${id}" formatCode="${encodeXml(code)}"/>`);
    return id;
  }

  private blankFormat(): string {
    return `<${this.outline.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
  }
}
