import { HostError } from '../../port/host-error';
import { sheetGone } from '../excel-error';
import type { OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';
import { listSheets, sheetOfName, toStructureError, type ListedSheet } from './sheet-list';

/** Removes sheets, as `WorkbookHost.removeSheets` says. Round trips: the sheets, removing. Excel cannot take it back. */
export async function removeSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  { library, ownWrites }: { readonly library: OfficeLibrary; readonly ownWrites: OwnWrites },
): Promise<void> {
  const sheets = await listSheets(context, library);
  const removed = names.map((name): ListedSheet => {
    const found = sheetOfName(sheets, name);
    if (!found) throw sheetGone(name);
    return found;
  });
  const isLeft = sheets.some((sheet) => removed.indexOf(sheet) < 0 && sheet.visibility === 'Visible');
  if (!isLeft) {
    throw new HostError(
      'not-supported',
      '不能删除：工作簿至少要有一张显示的工作表。',
      '请先取消隐藏或新建一张工作表，然后重试。',
    );
  }
  removed.forEach(({ id, visibility, sheet }, place) => {
    if (removed.map((other) => other.id).indexOf(id) < place) return;
    ownWrites.expectSheet('deleted', id);
    // Excel deletes no sheet that is hidden so.
    if (visibility === 'VeryHidden') sheet.visibility = 'Hidden';
    sheet.delete();
  });
  try {
    await context.sync();
  } catch (error) {
    throw toStructureError(error);
  }
}
