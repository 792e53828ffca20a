import { formatAddress } from '../../../core/workbook/cell-address';
import type { CellPlace } from '../../port/workbook-host';
import { askTogether, type Question } from '../reading/question';
import { findSheets } from '../sheets';

const CELLS_PER_REQUEST = 1000;

/** Of these cells those that sheet protection locks. Round trips: the sheets; one for every 1000 cells of protected ones. */
export async function findLocked(
  context: Excel.RequestContext,
  cells: readonly CellPlace[],
): Promise<readonly CellPlace[]> {
  const sheets = await findSheets(
    context,
    cells.map(({ sheet }) => sheet),
  );
  const guarded = cells.filter(({ sheet }) => sheets[sheet].isProtected);
  const locked: CellPlace[] = [];
  const questions = guarded.map((cell): Question => ({
    ask() {
      const { protection } = sheets[cell.sheet].sheet.getRange(formatAddress(cell.address)).format;
      protection.load('locked');
      // Excel says null where it does not know.
      return () => void (protection.locked !== false && locked.push(cell));
    },
    divide: () => null,
  }));
  for (let start = 0; start < questions.length; start += CELLS_PER_REQUEST) {
    await askTogether(context, questions.slice(start, start + CELLS_PER_REQUEST));
  }
  return locked;
}
