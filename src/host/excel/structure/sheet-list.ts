import { HostError } from '../../port/host-error';
import { isOutOfReach, isRefusedWhole, officeCodeOf, toHostError } from '../excel-error';
import { hasApi, type OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';

/** What the workbook has of sheets. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
  readonly sheet: Excel.Worksheet;
}

/** One round trip: all sheets, in order; rejects with `protected` where Excel tells that sheets cannot come or go. */
export async function listSheets(
  { workbook }: Excel.RequestContext,
  library: OfficeLibrary,
): Promise<readonly ListedSheet[]> {
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/visibility');
  const protection = hasApi(library, 'structureProtection') ? workbook.protection : null;
  if (protection !== null) protection.load('protected');
  await workbook.context.sync();
  if (protection !== null && protection.protected) throw structureProtected();
  return worksheets.items.map((sheet) => ({
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    sheet,
  }));
}

/** @param name In whatever case: names of sheets have none. */
export function sheetOfName(sheets: readonly ListedSheet[], name: string): ListedSheet | undefined {
  return sheets.filter((sheet) => sheet.name.toLowerCase() === name.toLowerCase())[0];
}

/**
 * Removes what came to the workbook since, after an error; rejects where it cannot.
 * @param known The sheets of before.
 */
export async function takeAwayNew(
  context: Excel.RequestContext,
  known: readonly ListedSheet[],
  ownWrites: OwnWrites,
  error: unknown,
): Promise<void> {
  if (isRefusedWhole(error)) return;
  const { worksheets } = context.workbook;
  try {
    if (isOutOfReach(error)) throw error;
    worksheets.load('items/id');
    await context.sync();
    const added = worksheets.items.filter(({ id }) => !known.some((sheet) => sheet.id === id));
    for (const sheet of added) {
      ownWrites.expectSheet('deleted', sheet.id);
      sheet.delete();
    }
    if (added.length > 0) await context.sync();
  } catch {
    const { code, message, advice } = toHostError(error);
    throw new HostError(
      code,
      `加入工作表时中断，工作簿里可能多出没有做完的工作表。${message}`,
      `请核对后手工删除。${advice}`,
    );
  }
}

/** A protected workbook, where no Excel below ExcelApi 1.7 tells of it before. */
export function toStructureError(error: unknown): HostError {
  // What protection of the structure answers is not documented for every Excel.
  const code = officeCodeOf(error);
  return code === 'AccessDenied' || code === 'InvalidOperation' ? structureProtected() : toHostError(error);
}

function structureProtected(): HostError {
  return new HostError(
    'protected',
    '工作簿的结构受保护，不能增加或删除工作表。',
    '请在「审阅」选项卡中点「保护工作簿」撤消保护，然后重试。',
  );
}
