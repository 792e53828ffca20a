import type { NewSheet } from '../../../core/changes/operation';
import type { OwnWrites } from '../own-writes';
import { takeAwayNew, toStructureError, type ListedSheet } from './sheet-list';

/** Characters of one request; Excel on the web takes no more than 5 MB. */
const REQUEST_LENGTH = 4000000;

/** A name that no sheet has, for the moment between two names. */
const PASSING_NAME = 'shenbao~';

/**
 * Lets Excel take sheets out of files (ExcelApi 1.13). Round trips: one for every 4 MB of files, the names. Where it breaks off, what was
 * added is taken away again.
 */
export async function insertSheets(
  context: Excel.RequestContext,
  sheets: readonly NewSheet[],
  known: readonly ListedSheet[],
  place: ListedSheet,
  ownWrites: OwnWrites,
): Promise<void> {
  const { workbook } = context;
  try {
    const ids: string[] = [];
    // Each stands right behind the same sheet: the last comes first.
    let waiting = sheets.slice().reverse();
    while (waiting.length > 0) {
      const part = firstPart(waiting);
      waiting = waiting.slice(part.length);
      const answers = part.map(({ file, source }) => {
        ownWrites.expectSheet('added', null);
        return workbook.insertWorksheetsFromBase64(file, {
          sheetNamesToInsert: [source],
          positionType: 'After',
          relativeTo: place.name,
        });
      });
      await context.sync();
      answers.forEach(({ value }, index) => {
        if (value.length !== 1) throw new Error(`No sheet ${part[index].source} in the file.`);
        ids.unshift(value[0]);
      });
    }
    await nameSheets(context, ids, sheets);
  } catch (error) {
    await takeAwayNew(context, known, ownWrites, error);
    throw toStructureError(error);
  }
}

function firstPart(sheets: readonly NewSheet[]): readonly NewSheet[] {
  let length = 0;
  const fitting = sheets.filter(({ file }) => (length += file.length) <= REQUEST_LENGTH);
  return sheets.slice(0, Math.max(1, fitting.length));
}

/** Excel names a sheet as it is called in its file, or otherwise where that name is taken. */
async function nameSheets(
  { workbook }: Excel.RequestContext,
  ids: readonly string[],
  sheets: readonly NewSheet[],
): Promise<void> {
  // One may have got a name that another is to have.
  ids.forEach((id, place) => (workbook.worksheets.getItem(id).name = `${PASSING_NAME}${place + 1}`));
  ids.forEach((id, place) => (workbook.worksheets.getItem(id).name = sheets[place].name));
  await workbook.context.sync();
}
