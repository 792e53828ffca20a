import type { XlsxLimits } from '../limits';
import { localName, relationshipsPath, resolveTarget } from '../reading/package-parts';
import { scanText } from '../xml/xml-scanner';
import { encodeXml } from '../xml/xml-text';
import { decodeWholePart, encodePart } from '../xml/part-text';
import { keyOfPart, type ZipArchive } from '../zip/zip-archive';
import { appendTo, insertChild, outlinePart } from './part-outline';
import { applySplices, type Splice } from './splice';
import { editTag } from './tag-text';

const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
];
const CONTENT_TYPES = '[Content_Types].xml';

/** Parts of a package being rewritten: read and edited as text, collected for `writeArchive`. */
export class PackageWriter {
  readonly changes = new Map<string, Uint8Array | null>();
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly archive: ZipArchive,
    private readonly limits: XlsxLimits,
  ) {}

  read(part: string): string {
    return this.texts.get(keyOfPart(part)) ?? decodeWholePart(this.archive.read(part), part);
  }

  write(part: string, text: string): void {
    this.texts.set(keyOfPart(part), text);
    this.changes.set(part, encodePart(text));
  }

  /** Asks Excel to calculate anew when it opens the file. */
  requestCalculation(workbookPart: string): void {
    const text = this.read(workbookPart);
    const outline = outlinePart(text, workbookPart, this.limits);
    const existing = outline.children.find((child) => child.name === 'calcPr');
    const splice = existing
      ? {
          start: existing.start,
          end: existing.openEnd,
          text: editTag(text.slice(existing.start, existing.openEnd), { fullCalcOnLoad: '1' }),
        }
      : insertChild(outline, WORKBOOK_ORDER, 'calcPr', `<${outline.prefix}calcPr fullCalcOnLoad="1"/>`);
    this.write(workbookPart, applySplices(text, [splice]));
  }

  /** Takes a part out with its relationship and its content type. */
  removePart(owner: string, part: string): void {
    this.changes.set(part, null);
    const links = relationshipsPath(owner);
    this.removeElements(links, 'Relationship', 'Target', (target) => resolveTarget(owner, target), part);
    this.removeElements(CONTENT_TYPES, 'Override', 'PartName', (name) => name, part);
  }

  /** Takes a part out with its own relationships and its content type; whoever was related to it goes too. */
  dropPart(part: string): void {
    this.changes.set(part, null);
    const links = relationshipsPath(part);
    if (this.archive.has(links)) this.changes.set(links, null);
    this.removeElements(CONTENT_TYPES, 'Override', 'PartName', (name) => name, part);
  }

  /** Adds a part that the owner is related to; the relationships part of the owner must be there. Returns the relationship's id. */
  addPart(owner: string, type: string, part: string, contentType: string, text: string): string {
    this.write(part, text);
    const links = relationshipsPath(owner);
    const linkText = this.read(links);
    let number = 1;
    while (linkText.includes(`"rId${number}"`) || linkText.includes(`'rId${number}'`)) number += 1;
    this.appendChild(
      links,
      (prefix) => `<${prefix}Relationship Id="rId${number}" Type="${encodeXml(type)}" Target="/${encodeXml(part)}"/>`,
    );
    this.appendChild(
      CONTENT_TYPES,
      (prefix) => `<${prefix}Override PartName="/${encodeXml(part)}" ContentType="${encodeXml(contentType)}"/>`,
    );
    return `rId${number}`;
  }

  private appendChild(part: string, xml: (prefix: string) => string): void {
    const text = this.read(part);
    const { root, prefix } = outlinePart(text, part, this.limits);
    const tag = text.slice(root.start, root.openEnd);
    this.write(part, applySplices(text, appendTo(text, root, prefix, tag, xml(prefix))));
  }

  private removeElements(
    part: string,
    element: string,
    attribute: string,
    pathOf: (value: string) => string,
    removed: string,
  ): void {
    const text = this.read(part);
    const splices: Splice[] = [];
    let start = -1;
    scanText(text, part, this.limits, {
      open(name, tag, _isEmpty, from) {
        const value = localName(name) === element ? tag.attribute(attribute) : undefined;
        if (value !== undefined && keyOfPart(pathOf(value)) === keyOfPart(removed)) start = from;
      },
      close(name, _from, end) {
        if (localName(name) !== element || start < 0) return;
        splices.push({ start, end, text: '' });
        start = -1;
      },
    });
    this.write(part, applySplices(text, splices));
  }
}
