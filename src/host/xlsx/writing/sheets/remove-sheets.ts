import { readContentTypes } from '../../reading/content-types';
import { readRelationships } from '../../reading/package-parts';
import type { WorkbookRecord } from '../../reading/workbook-reader';
import { XlsxError } from '../../xlsx-error';
import { keyOfPart } from '../../zip/zip-archive';
import { writeArchive } from '../../zip/zip-writer';
import { PackageWriter } from '../package-writer';
import { createMentionTest } from '../rows/mentions';
import { removeCalculationChain } from '../write-edits';
import { partWithoutSheets } from './lost-references';
import { retitleParts } from './part-titles';
import { WorkbookPart } from './workbook-part';

/** Kinds of parts that hold formulas. */
const WITH_FORMULAS = /(?:worksheet|table|drawing|chart|chartex)\+xml$/i;

function indexOf(workbook: WorkbookRecord, name: string): number {
  const index = workbook.sheets.findIndex(({ content }) => content.name === name);
  if (index < 0) throw new XlsxError('no-sheet', { sheet: name });
  return index;
}

/** Parts that can be reached without these, themselves left out. */
function reachableParts({ archive, limits }: WorkbookRecord, without: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target } of readRelationships(archive, part, limits)) {
      const key = keyOfPart(target);
      if (found.has(key) || without.has(key) || !archive.has(target)) continue;
      found.add(key);
      waiting.push(target);
    }
  }
  return found;
}

/** Takes out the parts of sheets, and what belongs to nothing else. */
function removeParts(workbook: WorkbookRecord, writer: PackageWriter, roots: readonly string[]): void {
  const { archive, limits, workbookPart } = workbook;
  const kept = reachableParts(workbook, new Set(roots.map(keyOfPart)));
  const waiting = [...roots];
  const gone = new Set<string>();
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const key = keyOfPart(part);
    if (kept.has(key) || gone.has(key) || !archive.has(part)) continue;
    gone.add(key);
    waiting.push(...readRelationships(archive, part, limits).map(({ target }) => target));
    if (roots.includes(part)) writer.removePart(workbookPart, part);
    writer.dropPart(part);
  }
}

/** Takes sheets out of a copy of the package; what refers to them refers to nothing then. */
export function removeSheets(workbook: WorkbookRecord, names: readonly string[]): Uint8Array {
  const indices = [...new Set(names.map((name) => indexOf(workbook, name)))];
  const isLeft = workbook.sheets.some(
    ({ content }, index) => !indices.includes(index) && content.visibility === 'visible',
  );
  if (!isLeft) throw new XlsxError('last-sheet');
  const { archive, limits, workbookPart } = workbook;
  const writer = new PackageWriter(archive, limits);
  const part = new WorkbookPart(workbook, writer);
  if (part.isStructureLocked) throw new XlsxError('structure-protected');
  part.removeSheets(indices);

  const worksheets = indices.map((index) => workbook.sheets[index].worksheet);
  removeParts(
    workbook,
    writer,
    indices.map((index) => workbook.sheetParts[index]),
  );
  const gone = new Set(names.map((name) => name.toLowerCase()));
  const mentions = createMentionTest(names);
  let isChanged = false;
  for (const { part: path, type } of [
    { part: workbookPart, type: 'worksheet+xml' },
    ...readContentTypes(archive, limits),
  ]) {
    if (!WITH_FORMULAS.test(type) || !archive.has(path) || writer.changes.get(path) === null) continue;
    const text = writer.read(path);
    const changed = mentions(text) ? partWithoutSheets(text, path, gone, limits) : text;
    if (changed === text) continue;
    writer.write(path, changed);
    isChanged = true;
  }
  retitleParts(workbook, writer, { removed: names });
  if (isChanged) writer.requestCalculation(workbookPart);
  const hadFormulas = worksheets.some((sheet) => sheet?.cells.some(({ formula }) => formula !== null));
  if (hadFormulas) removeCalculationChain(writer, workbook);
  return writeArchive(archive, writer.changes);
}
