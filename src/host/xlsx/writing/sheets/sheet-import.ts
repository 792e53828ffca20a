import { XlsxError } from '../../xlsx-error';
import type { NameEntry } from '../../reading/defined-names';
import type { SheetRecord, Worksheet, WorkbookRecord } from '../../reading/workbook-reader';
import { decodeWholePart } from '../../xml/part-text';
import { encodeXml } from '../../xml/xml-text';
import { parseXml, type XmlNode } from '../../xml/xml-tree';
import { writeElement, writeTag, type Rewriting } from '../../xml/xml-writer';
import { importCell, type CellImport } from './cell-import';
import type { ColorImport } from './color-import';
import { importFormula } from './formula-import';
import type { StyleImport } from './style-import';

/** What comes along of a worksheet, in the schema's order; all else is left behind. */
const TAKEN = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges autoFilter sortState ' +
    'mergeCells phoneticPr conditionalFormatting dataValidations printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors'
  ).split(' '),
);
const LEFT_INSIDE = new Set(['extLst', 'pivotSelection']);
/** What does not come along, by the elements and the kinds of parts that hold it. */
const LEFT_BEHIND: readonly (readonly [RegExp, string])[] = [
  [/^(?:drawing|picture)$/, '图片、图形或图表'],
  [/^comments$/, '批注'],
  [/^(?:controls|oleObjects)$/, '控件或嵌入的对象'],
  [/^tableParts$/, '表格（套用了表格格式的区域）'],
  [/^hyperlinks$/, '超链接'],
  [/^pivotTable$/, '数据透视表'],
  [/^extLst$/, '迷你图等扩展内容'],
];
const FORMULA = /^formula[12]?$/;

/** Attributes that tell of the other workbook: which sheet was shown, names for macros. */
const DROPPED: Readonly<Record<string, readonly string[]>> = {
  sheetView: ['tabSelected'],
  sheetPr: ['codeName', 'filterMode', 'published'],
};

/** Names that print settings and filters go by: they come along with their sheet. */
const SYSTEM_NAME = /^_xlnm\.(?:Print_Area|Print_Titles|_FilterDatabase)$/i;

export interface ImportedName {
  readonly name: string;
  readonly text: string;
}

/** A sheet of another workbook, ready to be put into this one. */
export interface ImportedSheet {
  readonly xml: string;
  readonly names: readonly ImportedName[];
  readonly hasFormulas: boolean;
  /** What does not come along, Chinese nouns. */
  readonly left: readonly string[];
}

/** Takes one sheet out of a workbook. */
export class SheetImport {
  private readonly names: ReadonlyMap<string, NameEntry>;
  private readonly usedNames = new Set<NameEntry>();
  private hasFormulas = false;
  private readonly left = new Set<string>();
  private readonly source: string;

  constructor(
    private readonly workbook: WorkbookRecord,
    private readonly record: SheetRecord,
    private readonly worksheet: Worksheet,
    private readonly name: string,
    private readonly styles: StyleImport,
    private readonly colors: ColorImport,
  ) {
    this.source = record.content.name;
    const index = workbook.sheets.indexOf(record);
    const ofSheet = workbook.names.filter(({ localSheet }) => localSheet === null || localSheet === index);
    // Those of the sheet go before those of the workbook.
    const sorted = [...ofSheet].sort((a, b) => Number(a.localSheet !== null) - Number(b.localSheet !== null));
    this.names = new Map(sorted.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** @param namespaces Of worksheets and of relationships, as this workbook has them. */
  build(namespaces: { readonly main: string }): ImportedSheet {
    const { archive, limits } = this.workbook;
    const { part, isOrdered, cells, relationships } = this.worksheet;
    if (!isOrdered) throw new XlsxError('irregular-sheet', { sheet: this.source });
    const root = parseXml(decodeWholePart(archive.read(part), part), part, limits);
    const data = root.child('sheetData');
    const children = root.children
      .filter((child) => child.prefix === root.prefix && TAKEN.has(child.name))
      .map((child) => (child === data ? this.writeRows(data, cells) : this.writeChild(child)))
      .join('');
    for (const name of [...root.children.map((child) => child.name), ...relationships.map(({ type }) => type)]) {
      for (const [pattern, noun] of LEFT_BEHIND) if (pattern.test(name)) this.left.add(noun);
    }
    return {
      left: [...this.left],
      xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${encodeXml(namespaces.main)}">${children}</worksheet>`,
      names: this.importNames(),
      hasFormulas: this.hasFormulas,
    };
  }

  private writeRows(data: XmlNode, cells: Worksheet['cells']): string {
    const source: CellImport = {
      strings: this.readStrings(),
      rewriting: this.rewriting(),
      formatOf: (style) => this.styles.formatOf(style),
      formulaOf: (formula) => {
        const text = this.importFormula(formula);
        if (text !== null) this.hasFormulas = true;
        else this.left.add('引用其他工作表的公式（只有结果）');
        return text;
      },
    };
    let place = 0;
    let former = 0;
    const rows = data.children.map((row) => {
      if (row.name !== 'row') throw new XlsxError('irregular-sheet', { sheet: this.source });
      const attributes = new Map([...row.attributes()].filter(([key]) => !key.includes(':') && key !== 'spans'));
      former = Number(attributes.get('r') ?? former + 1);
      attributes.set('r', String(former));
      const style = attributes.get('s');
      if (style !== undefined) attributes.set('s', String(this.styles.formatOf(Number(style))));
      const inner = row.children
        .filter(({ name }) => name === 'c')
        .map((node) => {
          place += 1;
          return importCell(node, cells[place - 1], source);
        });
      const ordered = new Map([['r', attributes.get('r') ?? ''], ...attributes]);
      return inner.length === 0
        ? writeTag('row', ordered, true)
        : `${writeTag('row', ordered, false)}${inner.join('')}</row>`;
    });
    return rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`;
  }

  private writeChild(node: XmlNode): string {
    if (node.name === 'conditionalFormatting' && !this.canTake(node)) {
      this.left.add('引用其他工作表的条件格式');
      return '';
    }
    if (node.name === 'dataValidations') {
      const taken = node.children.filter((child) => this.canTake(child));
      if (taken.length < node.children.length) this.left.add('引用其他工作表的数据验证');
      if (taken.length === 0) return '';
      return writeElement(node, '', {
        ...this.rewriting(),
        keeps: (child) => !LEFT_INSIDE.has(child.name) && (child.name !== 'dataValidation' || taken.includes(child)),
        attributes: (child, attributes) => {
          if (child === node) attributes.set('count', String(taken.length));
        },
      });
    }
    return writeElement(node, '', this.rewriting());
  }

  private rewriting(): Rewriting {
    return {
      keeps: (node) => !LEFT_INSIDE.has(node.name) && this.colors.keeps(node),
      text: (node) => (FORMULA.test(node.name) ? (this.importFormula(node.text) ?? node.text) : node.text),
      attributes: (node, attributes) => {
        this.colors.rewrite(node, attributes);
        for (const name of DROPPED[node.name] ?? []) attributes.delete(name);
        if (node.name === 'sheetView') attributes.set('workbookViewId', '0');
        if (node.name === 'col')
          attributes.set('style', String(this.styles.formatOf(Number(attributes.get('style') ?? 0))));
        if (node.name === 'cfRule' && attributes.has('dxfId')) {
          const rule = this.styles.ruleOf(Number(attributes.get('dxfId')));
          if (rule === null) attributes.delete('dxfId');
          else attributes.set('dxfId', String(rule));
        }
      },
    };
  }

  /** True where no formula within needs what does not come along. */
  private canTake(node: XmlNode): boolean {
    for (const inner of node.descendants()) {
      if (FORMULA.test(inner.name) && this.importFormula(inner.text) === null) return false;
      const limit = inner.name === 'cfvo' ? inner.attribute('val') : undefined;
      if (limit !== undefined && this.importFormula(limit) !== limit) return false;
    }
    return true;
  }

  private importFormula(formula: string): string | null {
    const used: NameEntry[] = [];
    const text = importFormula(formula, this.source, this.name, (word) => {
      const entry = this.names.get(word.toLowerCase());
      if (!entry) return undefined;
      used.push(entry);
      return this.importNameText(entry) !== null;
    });
    if (text !== null) for (const entry of used) this.usedNames.add(entry);
    return text;
  }

  /** Names that refer to other names stay behind. */
  private importNameText(entry: NameEntry): string | null {
    return importFormula(entry.text, this.source, this.name, (word) =>
      this.names.has(word.toLowerCase()) ? false : undefined,
    );
  }

  private importNames(): ImportedName[] {
    const index = this.workbook.sheets.indexOf(this.record);
    const wanted = this.workbook.names.filter(
      (entry) => this.usedNames.has(entry) || (entry.localSheet === index && SYSTEM_NAME.test(entry.name)),
    );
    const names: ImportedName[] = [];
    for (const entry of wanted) {
      const text = this.importNameText(entry);
      if (text !== null && !text.includes('#REF!')) names.push({ name: entry.name, text });
    }
    return names;
  }

  private readStrings(): readonly XmlNode[] {
    const { relationships, archive, limits } = this.workbook;
    const link = relationships.find(({ type, target }) => type === 'sharedStrings' && archive.has(target));
    if (!link) return [];
    const root = parseXml(decodeWholePart(archive.read(link.target), link.target), link.target, limits);
    return root.children.filter(({ name }) => name === 'si');
  }
}
