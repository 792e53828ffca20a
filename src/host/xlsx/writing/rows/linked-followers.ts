import { readRelationships } from '../../reading/package-parts';
import type { Worksheet, WorkbookRecord } from '../../reading/workbook-reader';
import { parseXml } from '../../xml/xml-tree';
import type { PackageWriter } from '../package-writer';
import { drawingFollowers, type RowHeights } from './drawing-followers';
import { commentFollowers, NoteBoxFollower } from './note-followers';
import type { LinkedPart } from './package-followers';
import { refuseRows, type RowFollower } from './row-follower';
import { tableFollowers } from './table-followers';

/** Parts of a sheet that do not refer to its rows. */
const PLAIN = new Set('hyperlink printerSettings image customProperty slicer timeline'.split(' '));

const UNSUPPORTED: Readonly<Record<string, string>> = {
  pivotTable: '有数据透视表',
  queryTable: '有外部数据',
  oleObject: '有嵌入的对象',
  package: '有嵌入的对象',
  control: '有窗体控件',
  ctrlProp: '有窗体控件',
  tableSingleCells: '有 XML 映射',
};

/** The sheet to which linked parts belong. */
export interface LinkedSheet {
  readonly sheet: string;
  readonly worksheet: Worksheet;
  /** Heights of its rows before any change, and by now; null where none of its rows changes: then only formulas matter. */
  readonly heights: { readonly before: RowHeights; readonly after: () => RowHeights } | null;
}

/**
 * What belongs to one sheet and refers to rows: notes, pictures, tables.
 * @param mentions Whether a text may speak of a sheet whose rows change.
 */
export function linkedFollowers(
  workbook: WorkbookRecord,
  writer: PackageWriter,
  linked: LinkedSheet,
  mentions: (xml: string) => boolean,
): LinkedPart[] {
  const { archive, limits } = workbook;
  const { sheet, worksheet, heights } = linked;
  const isChanged = heights !== null;
  const parts: LinkedPart[] = [];
  for (const { type, target } of worksheet.relationships) {
    if (PLAIN.has(type)) continue;
    const isOfNotes = /^(?:comments|threadedComment|vmlDrawing)$/.test(type);
    const isKnown = isOfNotes || type === 'drawing' || type === 'table';
    if (isChanged && !isKnown) refuseRows(sheet, UNSUPPORTED[type] ?? `有无法识别的内容（${type}）`);
    if (!isKnown || !archive.has(target) || (isOfNotes && !isChanged)) continue;
    if (isChanged && type === 'table' && readRelationships(archive, target, limits).length > 0) {
      refuseRows(sheet, UNSUPPORTED.queryTable);
    }
    const text = writer.read(target);
    if (isChanged || mentions(text)) {
      parts.push({ part: target, text, followers: followersOf(type, text, target, workbook, linked) });
    }
  }
  return parts;
}

function followersOf(
  type: string,
  text: string,
  part: string,
  { limits }: WorkbookRecord,
  { sheet, heights }: LinkedSheet,
): RowFollower[] {
  if (type === 'vmlDrawing') return [new NoteBoxFollower(text, sheet)];
  const root = parseXml(text, part, limits);
  if (type === 'table') return tableFollowers(root, sheet);
  if (type === 'drawing') return drawingFollowers(root, sheet, heights);
  return commentFollowers(root, sheet);
}
