import { readContentTypes } from '../../reading/content-types';
import type { WorkbookRecord } from '../../reading/workbook-reader';
import { parseXml } from '../../xml/xml-tree';
import { keyOfPart } from '../../zip/zip-archive';
import type { PackageWriter } from '../package-writer';
import { FormulaFollower, TextSlot } from './range-followers';
import { refuseRows, type RowFollower } from './row-follower';

/** A part other than a sheet that refers to rows. */
export interface LinkedPart {
  readonly part: string;
  readonly text: string;
  readonly followers: readonly RowFollower[];
}

/** Kinds of parts, by the end of their content type, that hold no formulas or references to cells of this workbook. */
const UNCONCERNED =
  /(?:sharedStrings|styles|theme|themeOverride|-properties|externalLink|comments|person|threadedcomments|calcChain|sheetMetadata|customXmlProperties|printerSettings|vmlDrawing|chartstyle|chartcolorstyle|connections\.bin|slicer|slicerCache|timeline|timelineCache|queryTable|tableSingleCells|drawing|table|worksheet|sheet\.main|template\.main|main|rdrichvalue|rdrichvaluestructure|rdRichValueTypes)\+xml$/i;
const CHART = /(?:drawingml\.chart|chartex)\+xml$/i;

/** Names of the workbook. */
export function nameFollowers(workbook: WorkbookRecord, text: string): LinkedPart {
  const root = parseXml(text, workbook.workbookPart, workbook.limits);
  const followers: RowFollower[] = [];
  for (const node of root.child('definedNames')?.children ?? []) {
    if (!node.isEmpty) followers.push(new FormulaFollower(TextSlot.ofText(node), ''));
  }
  return { part: workbook.workbookPart, text, followers };
}

/**
 * Charts, wherever they are, and what else in the package speaks of the sheets whose rows change; refuses what cannot follow.
 * @param sheets Names of these sheets.
 * @param mentions Whether a text may speak of them.
 */
export function packageFollowers(
  workbook: WorkbookRecord,
  writer: PackageWriter,
  sheets: readonly string[],
  mentions: (xml: string) => boolean,
): LinkedPart[] {
  const { archive, limits } = workbook;
  const parts: LinkedPart[] = [];
  const seen = new Set<string>();
  for (const { part, type } of readContentTypes(archive, limits)) {
    if (!archive.has(part) || seen.has(keyOfPart(part)) || !/\+xml$/i.test(type)) continue;
    seen.add(keyOfPart(part));
    if (/(?:revisionHeaders|revisionLog|userNames)\+xml$/i.test(type)) refuseRows(sheets[0], '工作簿是旧式共享工作簿');
    if (UNCONCERNED.test(type)) continue;
    const text = writer.read(part);
    if (/pivotCacheDefinition\+xml$/i.test(type)) refuseSource(text, part, workbook, sheets);
    if (!mentions(text)) continue;
    if (CHART.test(type)) parts.push({ part, text, followers: chartFollowers(text, part, workbook) });
    else if (!/pivot\w*\+xml$/i.test(type)) refuseRows(sheets[0], `有无法跟随的引用（${part.replace(/^.*\//, '')}）`);
  }
  return parts;
}

function chartFollowers(text: string, part: string, workbook: WorkbookRecord): RowFollower[] {
  const followers: RowFollower[] = [];
  for (const node of parseXml(text, part, workbook.limits).descendants()) {
    if (!/^(?:f|sqref)$/.test(node.name) || node.isEmpty || node.children.length > 0) continue;
    followers.push(new FormulaFollower(TextSlot.ofText(node), ''));
  }
  return followers;
}

function refuseSource(text: string, part: string, workbook: WorkbookRecord, sheets: readonly string[]): void {
  for (const node of parseXml(text, part, workbook.limits).descendants()) {
    const sheet = /^(?:worksheetSource|rangeSet)$/.test(node.name) ? node.attribute('sheet') : undefined;
    const found = sheets.find((name) => name.toLowerCase() === sheet?.toLowerCase());
    if (found !== undefined) refuseRows(found, '是数据透视表的数据源');
  }
}
