import { ColorTable, readThemeColors } from '../../reading/colors';
import type { WorkbookRecord } from '../../reading/workbook-reader';
import { decodeWholePart } from '../../xml/part-text';
import { parseXml, type XmlNode } from '../../xml/xml-tree';

/** Colours that the system sets, not the workbook. */
const FIRST_SYSTEM_COLOR = 64;

interface WorkbookColors {
  readonly table: ColorTable;
  /** What colours mean in this workbook, in a form that compares. */
  readonly key: string;
}

/** The styles part of a workbook; null where it has none. */
export function readStylesRoot({ relationships, archive, limits }: WorkbookRecord): XmlNode | null {
  const link = relationships.find(({ type, target }) => type === 'styles' && archive.has(target));
  if (!link) return null;
  return parseXml(decodeWholePart(archive.read(link.target), link.target), link.target, limits);
}

function colorsOf(workbook: WorkbookRecord, styles: XmlNode | null): WorkbookColors {
  const { relationships, archive, limits } = workbook;
  const link = relationships.find(({ type, target }) => type === 'theme' && archive.has(target));
  const theme = link ? readThemeColors(archive.read(link.target), link.target, limits) : undefined;
  const table = new ColorTable(theme);
  const listed = styles?.child('colors')?.child('indexedColors')?.children ?? [];
  const palette = listed.map((node) => (node.attribute('rgb') ?? '').slice(-6).toUpperCase());
  table.setPalette(palette);
  return { table, key: JSON.stringify([theme, palette]) };
}

/** Gives colours of one workbook the look they have there in another one. */
export class ColorImport {
  private readonly source: ColorTable;
  private readonly isSame: boolean;

  constructor(source: WorkbookRecord, target: WorkbookRecord) {
    const from = colorsOf(source, readStylesRoot(source));
    const to = colorsOf(target, readStylesRoot(target));
    this.source = from.table;
    this.isSame = from.key === to.key;
  }

  /** Fonts that go by the theme go by their name where the themes differ. */
  keeps = (node: XmlNode): boolean => this.isSame || node.name !== 'scheme';

  /** Replaces colours that mean another one in the other workbook by what they are. */
  rewrite = (node: XmlNode, attributes: Map<string, string>): void => {
    if (this.isSame || !/color$/i.test(node.name)) return;
    const indexed = attributes.get('indexed');
    if (!attributes.has('theme') && (indexed === undefined || Number(indexed) >= FIRST_SYSTEM_COLOR)) return;
    const color = this.source.read({
      attribute: (name) => attributes.get(name),
      rawAttribute: (name) => attributes.get(name),
      relationshipId: () => undefined,
    });
    if (color === null) return;
    ['theme', 'indexed', 'tint'].forEach((name) => attributes.delete(name));
    attributes.set('rgb', `FF${color.slice(1)}`);
  };
}
