import { NOTES_NAMESPACE, readWorkbookNotes, type WorkbookNotes } from '../../../core/workbook/workbook-notes';
import { XlsxError } from '../xlsx-error';
import { decodeWholePart } from '../xml/part-text';
import { readRelationships } from './package-parts';
import type { WorkbookRecord } from './workbook-reader';

/** A longer custom XML part is not worth looking into: the longest of ours holds some thousand findings. */
const MAX_BYTES = 4 << 20;

/** The notes of ours in a package; none when there are none, or they are damaged. */
export function readNotes(workbook: WorkbookRecord): WorkbookNotes {
  const part = findNotesPart(workbook);
  return part === null ? new Map() : readWorkbookNotes(textOf(workbook, part));
}

/** Path of the custom XML part with our namespace; null when there is none. */
export function findNotesPart(workbook: WorkbookRecord): string | null {
  const { archive, limits, workbookPart } = workbook;
  // Word and Excel relate such parts to the main part; some libraries to the package.
  const links = [...workbook.relationships, ...readRelationships(archive, '', limits)];
  const part = links.find(({ type, target }) => {
    if (type !== 'customXml' || target === workbookPart) return false;
    const entry = archive.find(target);
    return entry !== undefined && entry.plainSize <= MAX_BYTES && isOurs(textOf(workbook, target));
  });
  return part ? part.target : null;
}

function isOurs(text: string): boolean {
  const root = /<(?![?!])[^>]*>/.exec(text);
  return root !== null && root[0].includes(NOTES_NAMESPACE);
}

function textOf({ archive }: WorkbookRecord, part: string): string {
  try {
    return decodeWholePart(archive.read(part), part);
  } catch (error) {
    // Somebody else's part, in whatever encoding: the workbook can be read without it.
    if (error instanceof XlsxError && error.detail === 'bad-xml') return '';
    throw error;
  }
}
