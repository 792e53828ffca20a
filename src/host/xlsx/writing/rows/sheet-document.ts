import type { RowChange } from '../../../../core/changes/row-change';
import { containsCell } from '../../../../core/workbook/cell-address';
import type { SheetRecord, Worksheet, WorkbookRecord } from '../../reading/workbook-reader';
import { parseXml, type XmlNode } from '../../xml/xml-tree';
import { PartEdits } from '../part-edits';
import { findStoredCell } from '../edit-plan';
import type { StyleWriter } from '../style-writer';
import type { RowHeights } from './drawing-followers';
import { MergeFollower } from './merge-follower';
import { NewRowWriter } from './new-row';
import { refuseRows, type RowFollower } from './row-follower';
import { readRowHeights } from './row-heights';
import { RowMap } from './row-map';
import { SheetFollowers } from './sheet-followers';
import { SheetRows } from './sheet-rows';

/** Children of a worksheet that stand before its merged areas. */
const BEFORE_MERGES = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews'
  ).split(' '),
);

export interface SheetDocumentOptions {
  readonly workbook: WorkbookRecord;
  readonly record: SheetRecord;
  readonly worksheet: Worksheet;
  readonly text: string;
  readonly styles: StyleWriter;
  /** Whether what cannot follow must be refused. */
  readonly concerns: (node: XmlNode) => boolean;
}

/** One worksheet part while rows come and go. */
export class SheetDocument {
  readonly part: string;
  readonly sheet: string;
  readonly rows: SheetRows;
  /** Heights before any change. */
  readonly heights: RowHeights;
  private readonly root: XmlNode;
  private readonly text: string;
  private readonly followers: readonly RowFollower[];
  private readonly lists: readonly XmlNode[];

  constructor({ workbook, record, worksheet, text, styles, concerns }: SheetDocumentOptions) {
    const { name } = record.content;
    const map = new RowMap();
    this.part = worksheet.part;
    this.sheet = name;
    this.text = text;
    this.root = parseXml(text, worksheet.part, workbook.limits, { name: 'sheetData', handler: map });
    const { root } = this;
    const data = root.child('sheetData');
    if (!data || map.hasOther || map.cellStarts.length !== worksheet.cells.length) {
      refuseRows(name, '内容的写法不规范');
    }
    const styleOfColumn = (column: number): number =>
      worksheet.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
    const writer = new NewRowWriter(root.prefix, workbook.styles, styles, styleOfColumn);
    this.rows = new SheetRows(
      text,
      name,
      map,
      worksheet,
      writer,
      (line) => hidesText(record, worksheet, line),
      (edits, xml) => edits.append(data, xml),
    );
    this.heights = readRowHeights(root, this.rows.tags());
    const found = new SheetFollowers(name, concerns);
    found.add(root);
    const merges = new MergeFollower(root.child('mergeCells') ?? null, name, root.prefix, (edits, xml) => {
      const former = root.children.filter((child) => BEFORE_MERGES.has(child.name)).pop();
      edits.replace((former ?? data).end, (former ?? data).end, xml);
    });
    this.followers = [this.rows, merges, ...found.followers];
    this.lists = found.lists;
  }

  /** Heights as rows stand by now. */
  currentHeights(): RowHeights {
    return readRowHeights(this.root, this.rows.tags());
  }

  follow(change: RowChange): void {
    for (const follower of this.followers) follower.follow(change);
  }

  /** The text of the part as it is now. */
  write(): string {
    const edits = new PartEdits(this.text);
    for (const follower of this.followers) follower.write(edits);
    for (const list of this.lists) edits.settleList(list);
    return edits.build();
  }
}

/** True where a merged area hides a text of this row that is not what the area shows anyway. */
function hidesText({ content }: SheetRecord, { coveredCells, cells }: Worksheet, line: number): boolean {
  return coveredCells.some((cell) => {
    if (cell.row !== line) return false;
    const area = content.mergedAreas.find((candidate) => containsCell(candidate, cell));
    const shown = area && findStoredCell(cells, area.top, area.left);
    return !shown || cell.formula !== null || shown.value !== cell.value;
  });
}
