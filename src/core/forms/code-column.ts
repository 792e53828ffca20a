import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBareCodeHead, roleOf } from './column-labels';
import { isBlank, type FormCell, type IndicatorColumns } from './form';
import { readCell } from './sheet-view';

/** So far below its head a column is looked at for what it holds. */
const ROWS_LOOKED_AT = 60;

/**
 * Of heads that speak of codes the one whose column holds those of the third-level indicators: it says so (指标编码), or it stands right
 * beside the names (编码). Null where there is none, or where the column numbers the rows.
 * @param columns Of this table. @param otherNames Heads of the names of tables side by side with it. @param bottom Last row of the head.
 */
export function findCodeColumn(
  sheet: SheetSnapshot,
  heads: readonly FormCell[],
  { name, level1 }: Pick<IndicatorColumns, 'name' | 'level1'>,
  otherNames: readonly FormCell[],
  bottom: number,
): FormCell | null {
  const usable = heads.filter((head) => !sheet.isColumnHidden(head.range.left) && !numbersRows(sheet, head, bottom));
  const named = usable
    .filter((head) => roleOf(head) === 'code')
    .filter((head) => otherNames.every((other) => distance(head, name) < distance(head, other)))
    .sort((a, b) => distance(a, name) - distance(b, name));
  if (named.length > 0) return named[0];
  const bare = usable.filter(isBareCodeHead);
  const left = bare.find((head) => head.range.right === name.range.left - 1);
  const right = bare.find((head) => head.range.left === name.range.right + 1);
  if (left === undefined || right === undefined) return left || right || null;
  // With one on either side, the first of all tells whether codes stand before or behind what they are codes of.
  return bare[0].range.left < level1.range.left ? left : right;
}

/** True for heads that may be those of a column of codes. */
export function isCodeHead(cell: FormCell): boolean {
  return roleOf(cell) === 'code' || isBareCodeHead(cell);
}

function distance(head: FormCell, name: FormCell): number {
  return Math.abs(head.range.left - name.range.left);
}

/** True where the first that stands below a head is a row's number. */
function numbersRows(sheet: SheetSnapshot, { address }: FormCell, bottom: number): boolean {
  const used = sheet.usedRange;
  const last = Math.min(used ? used.bottom : bottom, bottom + ROWS_LOOKED_AT);
  for (let row = bottom + 1; row <= last; row += 1) {
    const cell = readCell(sheet, row, address.column);
    if (!isBlank(cell)) return /^\(?[0-9]{1,3}[).、]?$/.test(compactText(cell.text));
  }
  return false;
}
