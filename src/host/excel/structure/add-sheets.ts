import type { NewSheet } from '../../../core/changes/operation';
import { HostError } from '../../port/host-error';
import type { SheetReader } from '../../port/sheet-source';
import { sheetGone } from '../excel-error';
import { hasApi, type OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';
import { buildSheets } from './build-sheets';
import { insertSheets } from './insert-sheets';
import { listSheets, sheetOfName } from './sheet-list';

/** What adding sheets has to do with the rest of the adapter. */
export interface SheetSurroundings {
  readonly library: OfficeLibrary;
  readonly ownWrites: OwnWrites;
  /** Null where nobody can read files. */
  readonly readSheet: SheetReader | null;
}

/**
 * Adds sheets, as `WorkbookHost.addSheets` says: from ExcelApi 1.13 Excel takes them out of the file itself, below it they are built
 * from what a reader finds in the file, without validations, notes, pictures and rich text, and below 1.9 without print setup.
 */
export async function addSheets(
  context: Excel.RequestContext,
  sheets: readonly NewSheet[],
  after: string,
  surroundings: SheetSurroundings,
): Promise<void> {
  const { library, ownWrites, readSheet } = surroundings;
  const known = await listSheets(context, library);
  const place = sheetOfName(known, after);
  if (!place) throw sheetGone(after);
  sheets.forEach(({ name }, index) => {
    const isTwice = sheets.slice(0, index).some((other) => other.name.toLowerCase() === name.toLowerCase());
    if (isTwice || sheetOfName(known, name)) {
      throw new HostError('conflict', `工作簿里已有工作表「${name}」。`, '请先把它改名或删除，然后重试。');
    }
  });
  if (hasApi(library, 'insertSheets')) {
    await insertSheets(context, sheets, known, place, ownWrites);
    return;
  }
  if (readSheet === null) {
    throw new HostError(
      'not-supported',
      '这个版本的 Excel 不能从文件中加入工作表。',
      '请更新 Excel，或在工作台中打开这个文件。',
    );
  }
  await buildSheets(context, sheets, known, place, { library, ownWrites, readSheet });
}
