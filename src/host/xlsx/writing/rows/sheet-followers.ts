import { parseAddress } from '../../../../core/workbook/cell-address';
import type { XmlNode } from '../../xml/xml-tree';
import { ConditionFollower } from './condition-follower';
import { FormulaFollower, RangesFollower, TextSlot, ViewFollower } from './range-followers';
import { refuseRows, type RowFollower } from './row-follower';
import { BreakFollower, DimensionFollower, PaneFollower } from './view-followers';

/** Elements of a worksheet part that neither refer to rows nor hold any that do. */
const PLAIN = new Set(
  (
    'sheetFormatPr cols sheetData sheetCalcPr sheetProtection mergeCells phoneticPr printOptions pageMargins pageSetup ' +
    'headerFooter customProperties picture drawing legacyDrawing legacyDrawingHF drawingHF tableParts'
  ).split(' '),
);

/** Elements that may hold others of these. */
const HOLDERS = new Set('worksheet sheetViews customSheetViews AlternateContent Choice Fallback'.split(' '));

const UNSUPPORTED: Readonly<Record<string, string>> = {
  scenarios: '有方案',
  dataConsolidate: '有合并计算',
  oleObjects: '有嵌入的对象',
  controls: '有窗体控件',
  webPublishItems: '有网页发布设置',
  smartTags: '有智能标记',
  pivotSelection: '有数据透视表',
};

/** Extensions known to hold no references but in `f` and `sqref`, or none at all: slicers and timelines name parts only. */
const KNOWN_EXTENSIONS = new Set([
  '{78C0D931-6437-407D-A8EE-F0AAD7539E65}',
  '{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}',
  '{05C60535-1F16-4FD2-B633-F4F36F0B64E0}',
  '{01252117-D84E-4E92-8308-4BE1C098FCBB}',
  '{FC87AEE6-9EDD-4A0A-B7FB-166176984837}',
  '{A8765BA9-456A-4DAB-B4F3-ACF838C121DE}',
  '{3A4CF648-6AED-40F4-86FF-DC5316D8AED3}',
  '{7E03D99C-DC04-49D9-9315-930204A7B6E9}',
]);

const REFERENCE = /(?:^|[\s!])\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?:$|[\s:])|![$A-Za-z0-9]/;

/** Finds what in a worksheet part, beside rows and merged areas, refers to rows. */
export class SheetFollowers {
  readonly followers: RowFollower[] = [];
  /** Lists from which elements may go, inner ones first. */
  readonly lists: XmlNode[] = [];

  /** @param concerns Whether what cannot follow must be refused: all on a sheet of which rows change, elsewhere what speaks of it. */
  constructor(
    private readonly sheet: string,
    private readonly concerns: (node: XmlNode) => boolean,
  ) {}

  add(node: XmlNode): void {
    const { name } = node;
    if (PLAIN.has(name)) return;
    if (HOLDERS.has(name)) {
      node.children.forEach((child) => this.add(child));
      return;
    }
    switch (name) {
      case 'sheetPr':
        return this.addView(node, 'syncRef');
      case 'dimension':
        this.followers.push(new DimensionFollower(node, this.sheet));
        return;
      case 'sheetView':
      case 'customSheetView':
        return this.addSheetView(node);
      case 'protectedRanges':
        return this.addList(node, (child) => this.addRanges(child, 'sqref', { remove: child }));
      case 'autoFilter':
        return this.addFilter(node);
      case 'sortState':
        return this.addSortState(node);
      case 'conditionalFormatting':
        return this.addCondition(node, TextSlot.ofAttribute(node, 'sqref'));
      case 'dataValidations':
        return this.addList(node, (child) => this.addCondition(child, TextSlot.ofAttribute(child, 'sqref')));
      case 'hyperlinks':
        return node.children.forEach((child) => this.addRanges(child, 'ref', { obstacle: lost('超链接') }));
      case 'rowBreaks':
        this.followers.push(new BreakFollower(node, this.sheet));
        return;
      case 'colBreaks':
        return;
      case 'cellWatches':
        return this.addList(node, (child) => this.addRanges(child, 'r', { remove: child }));
      case 'ignoredErrors':
        return this.addList(node, (child) => this.addCondition(child, TextSlot.ofAttribute(child, 'sqref')));
      case 'extLst':
        return node.children.forEach((child) => this.addExtension(child));
      default:
        if (this.concerns(node)) refuseRows(this.sheet, UNSUPPORTED[name] ?? `有无法识别的内容（${name}）`);
    }
  }

  private addList(list: XmlNode, add: (child: XmlNode) => void): void {
    list.children.filter(({ name }) => name !== 'extLst').forEach(add);
    this.lists.push(list);
  }

  private addRanges(node: XmlNode, attribute: string, loss: ConstructorParameters<typeof RangesFollower>[2]): void {
    const slot = TextSlot.ofAttribute(node, attribute);
    if (slot) this.followers.push(new RangesFollower(slot, this.sheet, loss));
  }

  private addView(node: XmlNode, attribute: string): void {
    const slot = TextSlot.ofAttribute(node, attribute);
    if (slot && slot.value !== '') this.followers.push(new ViewFollower(slot, this.sheet));
  }

  private addSheetView(view: XmlNode): void {
    this.addView(view, 'topLeftCell');
    for (const child of view.children) {
      if (child.name === 'pane') {
        this.addView(child, 'topLeftCell');
        this.followers.push(new PaneFollower(child, view, this.sheet));
      } else if (child.name === 'selection') {
        this.addView(child, 'activeCell');
        this.addView(child, 'sqref');
      } else this.add(child);
    }
  }

  private addFilter(filter: XmlNode): void {
    const heading = parseAddress((filter.attribute('ref') ?? '').split(':')[0]);
    this.addRanges(filter, 'ref', { obstacle: lost('自动筛选') });
    if (heading) this.followers.push(new HeadingGuard(this.sheet, heading.row));
    for (const child of filter.children) if (child.name === 'sortState') this.addSortState(child);
  }

  private addSortState(state: XmlNode): void {
    this.addRanges(state, 'ref', { remove: state });
    for (const child of state.children) {
      if (child.name === 'sortCondition') this.addRanges(child, 'ref', { remove: child });
    }
  }

  private addCondition(node: XmlNode, area: TextSlot | null): void {
    if (!area) return;
    const formulas: TextSlot[] = [];
    for (const inner of node.descendants()) {
      if (/^(?:formula|formula1|formula2|f)$/.test(inner.name) && inner.children.length === 0 && !inner.isEmpty) {
        formulas.push(TextSlot.ofText(inner));
      }
      const limit = inner.name === 'cfvo' ? TextSlot.ofAttribute(inner, 'val') : null;
      if (limit) formulas.push(limit);
    }
    this.followers.push(new ConditionFollower(node, area, formulas, this.sheet));
  }

  private addExtension(extension: XmlNode): void {
    const isKnown = KNOWN_EXTENSIONS.has((extension.attribute('uri') ?? '').toUpperCase());
    if (!isKnown && this.concerns(extension) && holdsReference(extension)) {
      refuseRows(this.sheet, '有无法识别的扩展内容');
    }
    if (isKnown) extension.children.forEach((child) => this.addExtended(child));
    this.lists.push(extension);
  }

  private addExtended(node: XmlNode): void {
    const area = node.child('sqref');
    if (area && !area.isEmpty && node.name === 'sparkline') {
      const slot = TextSlot.ofText(area);
      this.followers.push(new RangesFollower(slot, this.sheet, { obstacle: lost('迷你图') }));
      node.children.forEach((child) => this.addExtended(child));
    } else if (area && !area.isEmpty) this.addCondition(node, TextSlot.ofText(area));
    else if (node.name === 'f' && !node.isEmpty) {
      this.followers.push(new FormulaFollower(TextSlot.ofText(node), this.sheet));
    } else {
      node.children.forEach((child) => this.addExtended(child));
      if (/^(?:conditionalFormattings|dataValidations|ignoredErrors|protectedRanges)$/.test(node.name)) {
        this.lists.push(node);
      }
    }
  }
}

/** Refuses that the row with the titles of a filter goes. */
class HeadingGuard implements RowFollower {
  constructor(
    private readonly sheet: string,
    private row: number,
  ) {}

  follow({ sheet, kind, row }: Parameters<RowFollower['follow']>[0]): void {
    if (sheet !== this.sheet) return;
    if (kind === 'delete' && row === this.row) refuseRows(sheet, `第 ${row + 1} 行是自动筛选的标题行`);
    if (row <= this.row) this.row += kind === 'insert' ? 1 : -1;
  }

  write(): void {
    // Only watches.
  }
}

function lost(what: string): (row: number) => string {
  return (row) => `第 ${row + 1} 行有${what}，删除后无法恢复`;
}

function holdsReference(node: XmlNode): boolean {
  for (const inner of node.descendants()) {
    if (REFERENCE.test(inner.text)) return true;
    for (const [name, value] of inner.attributes()) {
      if (!name.startsWith('xmlns') && name !== 'uri' && REFERENCE.test(value)) return true;
    }
  }
  return false;
}
