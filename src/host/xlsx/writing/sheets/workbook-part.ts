import type { WorkbookRecord } from '../../reading/workbook-reader';
import { parseXml, type XmlNode } from '../../xml/xml-tree';
import { encodeXml } from '../../xml/xml-text';
import { encodeAttribute } from '../../xml/xml-writer';
import type { PackageWriter } from '../package-writer';
import { PartEdits } from '../part-edits';
import type { ImportedName } from './sheet-import';

/** Elements that stand before the names of a workbook. */
const BEFORE_NAMES = new Set(
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences'.split(' '),
);

export interface AddedSheet {
  readonly name: string;
  /** Id of its relationship. */
  readonly relationship: string;
  readonly names: readonly ImportedName[];
}

/** The part that lists the sheets, opened to add or remove some. */
export class WorkbookPart {
  private readonly root: XmlNode;
  private readonly text: string;
  private readonly sheets: readonly XmlNode[];

  constructor(
    private readonly workbook: WorkbookRecord,
    private readonly writer: PackageWriter,
  ) {
    this.text = writer.read(workbook.workbookPart);
    this.root = parseXml(this.text, workbook.workbookPart, workbook.limits);
    this.sheets = [...this.root.descendants('sheet')];
  }

  /** True where sheets may not come or go. */
  get isStructureLocked(): boolean {
    return /^(?:1|true)$/.test(this.root.child('workbookProtection')?.attribute('lockStructure') ?? '');
  }

  /** Lists sheets behind the one at `index`, each with names that hold on it alone. */
  addSheets(index: number, added: readonly AddedSheet[]): void {
    const edits = new PartEdits(this.text);
    const former = this.sheets[index];
    const ids = this.sheets.map((node) => Number(node.attribute('sheetId') ?? 0) || 0);
    const reference = [...former.attributes().keys()].find((key) => key.endsWith(':id')) ?? 'r:id';
    const tags = added.map(({ name, relationship }, place) => {
      const id = Math.max(0, ...ids) + 1 + place;
      return `<${former.prefix}sheet name="${encodeAttribute(name)}" sheetId="${id}" ${reference}="${relationship}"/>`;
    });
    edits.replace(former.end, former.end, tags.join(''));
    this.moveIndices(edits, (place) => (place > index ? place + added.length : place));
    const names = added.flatMap(({ names: own }, place) =>
      own.map(({ name, text }) => this.nameXml(name, text, index + 1 + place)),
    );
    if (names.length > 0) this.appendNames(edits, names.join(''));
    this.save(edits);
  }

  /** Takes sheets off the list, with the names that hold on them alone. */
  removeSheets(indices: readonly number[]): void {
    const edits = new PartEdits(this.text);
    for (const index of indices) edits.remove(this.sheets[index]);
    const names = this.root.child('definedNames');
    for (const node of names?.children ?? []) {
      if (indices.includes(Number(node.attribute('localSheetId') ?? -1))) edits.remove(node);
    }
    const left = this.sheets.map((_, index) => index).filter((index) => !indices.includes(index));
    const visible = left.filter((index) => (this.sheets[index].attribute('state') ?? 'visible') === 'visible');
    this.moveIndices(edits, (place, isShown) => {
      if (!indices.includes(place)) return left.indexOf(place);
      // The next visible sheet takes the place of one that goes.
      const next = visible.find((index) => index >= place) ?? visible[visible.length - 1];
      return isShown ? left.indexOf(next) : place;
    });
    if (names) edits.settleList(names);
    this.save(edits);
  }

  private nameXml(name: string, text: string, index: number): string {
    const hidden = /_FilterDatabase$/i.test(name) ? ' hidden="1"' : '';
    const { prefix } = this.root;
    return `<${prefix}definedName name="${encodeAttribute(name)}" localSheetId="${index}"${hidden}>${encodeXml(text)}</${prefix}definedName>`;
  }

  private appendNames(edits: PartEdits, xml: string): void {
    const list = this.root.child('definedNames');
    if (list) {
      edits.append(list, xml);
      return;
    }
    const { prefix } = this.root;
    const former = this.root.children.filter(({ name }) => BEFORE_NAMES.has(name)).pop();
    const at = former ? former.end : this.root.openEnd;
    edits.replace(at, at, `<${prefix}definedNames>${xml}</${prefix}definedNames>`);
  }

  /** @param move Where the sheet of a place stands from now on; `isShown` for a sheet that must be one that can be seen. */
  private moveIndices(edits: PartEdits, move: (place: number, isShown: boolean) => number): void {
    const change = (node: XmlNode, attribute: string, isShown: boolean): void => {
      const value = node.attribute(attribute);
      if (value === undefined || !/^\d+$/.test(value)) return;
      const place = move(Number(value), isShown);
      if (place !== Number(value)) edits.setAttribute(node, attribute, String(place));
    };
    for (const node of this.root.child('definedNames')?.children ?? []) change(node, 'localSheetId', false);
    for (const node of this.root.child('bookViews')?.children ?? []) {
      change(node, 'activeTab', true);
      change(node, 'firstSheet', true);
    }
  }

  private save(edits: PartEdits): void {
    this.writer.write(this.workbook.workbookPart, edits.build());
  }
}
