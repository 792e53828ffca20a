import { parseRange, type CellRange } from '../../../core/workbook/cell-address';
import type { SheetContent, SheetVisibility } from '../../../core/workbook/workbook-snapshot';
import type { XlsxLimits } from '../limits';
import type { NameEntry } from './defined-names';
import { MergedAreas } from './merged-areas';
import { readRelationships, type Relationship } from './package-parts';
import { readSharedStrings } from './shared-strings';
import { readSheet, readVisibility, type RawSheet, type ReadingContext } from './sheet-reader';
import type { StoredCell } from './stored-cell';
import { readStyleTable, StyleTable } from './style-table';
import { XlsxError } from '../xlsx-error';
import { scanBytes, withoutPrefix } from '../xml/xml-scanner';
import { isTrue } from '../xml/xml-text';
import type { ZipArchive } from '../zip/zip-archive';

/** One sheet of the package: what is shown of it, and what writing to it must know. */
export interface SheetRecord {
  readonly content: SheetContent;
  /** Null for chart sheets and other sheets without cells. */
  readonly worksheet: Worksheet | null;
}

export interface Worksheet extends RawSheet {
  readonly part: string;
  readonly relationships: readonly Relationship[];
  /** Cells with content that a merged area hides. */
  readonly coveredCells: readonly StoredCell[];
}

/** Everything read from a package in one go. */
export interface WorkbookRecord {
  readonly archive: ZipArchive;
  readonly limits: XlsxLimits;
  readonly workbookPart: string;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetRecord[];
  /** Their parts, those without cells included. */
  readonly sheetParts: readonly string[];
  /** Names of cells and formulas as they stand in the file. */
  readonly names: readonly NameEntry[];
  readonly styles: StyleTable;
  readonly isDate1904: boolean;
  readonly warnings: readonly string[];
}

interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly relationship: string | undefined;
}

function findWorkbookPart(archive: ZipArchive, limits: XlsxLimits): string {
  const stated = readRelationships(archive, '', limits).find((link) => link.type === 'officeDocument')?.target;
  const part = stated !== undefined && archive.has(stated) ? stated : 'xl/workbook.xml';
  if (/\.bin$/i.test(part) || (!archive.has(part) && archive.has('xl/workbook.bin'))) throw new XlsxError('xlsb');
  if (!archive.has(part)) throw new XlsxError(archive.has('content.xml') ? 'ods' : 'not-xlsx');
  return part;
}

function readWorkbookPart(archive: ZipArchive, part: string, limits: XlsxLimits) {
  const entries: SheetEntry[] = [];
  const names: { name: string; localSheet: number | null; text: string }[] = [];
  let isInName = false;
  let isDate1904 = false;
  let isWorkbook = false;
  scanBytes(
    archive.read(part),
    part,
    limits,
    withoutPrefix({
      open(name, tag) {
        if (name === 'workbook') isWorkbook = true;
        else if (name === 'workbookPr') isDate1904 = isTrue(tag.rawAttribute('date1904'));
        else if (name === 'sheet') {
          entries.push({
            name: tag.attribute('name') ?? '',
            visibility: readVisibility(tag.rawAttribute('state')),
            relationship: tag.relationshipId(),
          });
        } else if (name === 'definedName') {
          const local = tag.rawAttribute('localSheetId');
          const localSheet = local === undefined ? null : Number(local);
          names.push({ name: tag.attribute('name') ?? '', localSheet, text: '' });
          isInName = true;
        }
      },
      text(text) {
        if (isInName) names[names.length - 1].text += text;
      },
      close(name) {
        if (name === 'definedName') isInName = false;
      },
    }),
  );
  if (!isWorkbook || entries.length === 0) throw new XlsxError('not-xlsx', { part });
  return { entries, names, isDate1904 };
}

function readMergedAreas(raw: RawSheet, sheet: string, warnings: string[]): MergedAreas {
  const candidates: CellRange[] = [];
  let invalid = 0;
  for (const text of raw.mergeTexts) {
    const area = parseRange(text);
    if (!area) invalid += 1;
    else if (area.top !== area.bottom || area.left !== area.right) candidates.push(area);
  }
  const merged = new MergedAreas(candidates);
  invalid += merged.overlapping.length;
  if (invalid > 0) warnings.push(`工作表“${sheet}”有 ${invalid} 处合并单元格无效或互相重叠，已忽略。`);
  return merged;
}

function contentOf(entry: SheetEntry, raw: RawSheet | null, merged: MergedAreas, shown: StoredCell[]): SheetContent {
  return {
    name: entry.name,
    visibility: entry.visibility,
    cells: shown,
    mergedAreas: merged.areas,
    hiddenRows: raw ? raw.hiddenRows : [],
    hiddenColumns: raw ? raw.hiddenColumns : [],
    isProtected: raw !== null && raw.isProtected,
  };
}

function readSheetRecord(
  entry: SheetEntry,
  relationships: readonly Relationship[],
  archive: ZipArchive,
  context: ReadingContext,
  warnings: string[],
): SheetRecord {
  const link = relationships.find((candidate) => candidate.id === entry.relationship);
  if (!link || !archive.has(link.target)) throw new XlsxError('missing-part', { sheet: entry.name });
  if (link.type !== 'worksheet') {
    warnings.push(`工作表“${entry.name}”是图表或宏表，没有可读取的单元格。`);
    return { content: contentOf(entry, null, new MergedAreas([]), []), worksheet: null };
  }
  const raw = readSheet(archive.read(link.target), link.target, entry.name, context);
  const merged = readMergedAreas(raw, entry.name, warnings);
  const { shown, covered } = merged.partition(raw.cells.filter((cell) => cell.hasContent));
  if (raw.sharedFormulas.hasOrphans) warnings.push(`工作表“${entry.name}”有共享公式缺少原文，只能读取其结果。`);
  return {
    content: contentOf(entry, raw, merged, shown),
    worksheet: {
      ...raw,
      part: link.target,
      relationships: readRelationships(archive, link.target, context.limits),
      coveredCells: covered,
    },
  };
}

function generalWarnings(archive: ZipArchive, isDate1904: boolean): string[] {
  const warnings = archive.duplicates.map((name) => `压缩包中“${name}”重复出现，只读取第一份。`);
  if (isDate1904) warnings.push('工作簿使用 1904 日期系统，日期序号与通常的工作簿相差 1462 天。');
  if (archive.entries.some((entry) => /^_xmlsignatures\//i.test(entry.name))) {
    warnings.push('文件带有数字签名，写入后签名将失效。');
  }
  return warnings;
}

/** Reads the whole workbook out of an archive; whatever cannot be read throws. */
export function readWorkbook(archive: ZipArchive, limits: XlsxLimits): WorkbookRecord {
  const workbookPart = findWorkbookPart(archive, limits);
  const relationships = readRelationships(archive, workbookPart, limits);
  const { entries, names, isDate1904 } = readWorkbookPart(archive, workbookPart, limits);
  const findPart = (type: string): string | undefined =>
    relationships.find((link) => link.type === type && archive.has(link.target))?.target;
  const stylePart = findPart('styles');
  const stringPart = findPart('sharedStrings');
  const styles =
    stylePart === undefined ? new StyleTable([]) : readStyleTable(archive.read(stylePart), stylePart, limits);
  const strings = stringPart === undefined ? [] : readSharedStrings(archive.read(stringPart), stringPart, limits);
  const warnings = generalWarnings(archive, isDate1904);
  const context: ReadingContext = { limits, strings, styles, isDate1904, cellsLeft: limits.maxCells };
  return {
    archive,
    limits,
    workbookPart,
    relationships,
    sheets: entries.map((entry) => readSheetRecord(entry, relationships, archive, context, warnings)),
    sheetParts: entries.map(({ relationship }) => relationships.find(({ id }) => id === relationship)?.target ?? ''),
    names,
    styles,
    isDate1904,
    warnings,
  };
}
