import { isSameContent, type CellContent, type Edit } from '../../../core/changes/change-set';
import { formatAddress } from '../../../core/workbook/cell-address';
import { isPayloadError, sheetProtected } from '../excel-error';
import { formulaOf, valueOf } from '../reading/cell-content';
import type { NamedSheet } from '../sheets';
import type { PlannedWrite } from './planned-write';

/** A request about so many cells stays far below the 5 MB of Excel on the web. */
const CELLS_PER_REQUEST = 500;

/** The same for long texts: each may stand in an answer twice, each character in three bytes. */
const CHARACTERS_PER_REQUEST = 300000;

/** An edit whose cell holds what it expects. */
export interface ReadyWrite {
  readonly edit: Edit;
  readonly sheet: NamedSheet;
  /** What stands in the cell, with the number format that it really has. */
  readonly found: CellContent;
  readonly write: PlannedWrite;
}

export function rangeOf({ sheet }: NamedSheet, { address }: Edit): Excel.Range {
  return sheet.getRange(formatAddress(address));
}

/** Cuts a list of edits so that each part fits into one request, and its cells into one answer. */
export function inParts<T>(items: readonly T[], editOf: (item: T) => Edit): T[][] {
  const parts: T[][] = [];
  let characters = 0;
  for (const item of items) {
    const { before, after } = editOf(item);
    const length = lengthOf(before) + lengthOf(after);
    const last = parts[parts.length - 1];
    if (last && last.length < CELLS_PER_REQUEST && characters + length <= CHARACTERS_PER_REQUEST) {
      last.push(item);
      characters += length;
    } else {
      parts.push([item]);
      characters = length;
    }
  }
  return parts;
}

function lengthOf({ value, formula }: CellContent): number {
  return String(value).length + (formula === null ? 0 : formula.length);
}

/**
 * Contents of the cells: one round trip, more where the answer is too large for one.
 * @param refusesLocked Rejects with `protected` at the first cell that is locked.
 */
export async function readCells(
  context: Excel.RequestContext,
  cells: readonly Pick<ReadyWrite, 'edit' | 'sheet'>[],
  refusesLocked: boolean,
): Promise<readonly CellContent[]> {
  const asked = cells.map(({ edit, sheet }) => {
    const range = rangeOf(sheet, edit);
    range.load('values,formulas,numberFormat');
    const protection = refusesLocked && sheet.isProtected ? range.format.protection : null;
    if (protection !== null) protection.load('locked');
    return { range, protection };
  });
  try {
    await context.sync();
  } catch (error) {
    if (!isPayloadError(error) || cells.length < 2) throw error;
    const middle = cells.length >> 1;
    const first = await readCells(context, cells.slice(0, middle), refusesLocked);
    return first.concat(await readCells(context, cells.slice(middle), refusesLocked));
  }
  return asked.map(({ range, protection }, place): CellContent => {
    const { sheet, address } = cells[place].edit;
    if (protection !== null && protection.locked !== false) {
      throw sheetProtected(sheet, `单元格 ${formatAddress(address)} 不能修改`);
    }
    const raw: unknown = range.values[0][0];
    return {
      value: valueOf(raw),
      formula: formulaOf(range.formulas[0][0], raw),
      numberFormat: String(range.numberFormat[0][0]),
    };
  });
}

/** What a write has made of its cell. `formatOnly`: another number format, the content as it was. */
export type WriteState = 'written' | 'untouched' | 'formatOnly' | 'unformatted' | 'other';

/** Tells from what stands in the cell now how far a write has come. */
export function stateOf({ edit, found, write }: ReadyWrite, now: CellContent): WriteState {
  const planned = plannedFormat(found, write);
  const hasFormat = now.numberFormat === planned;
  const isFormatAsFound = now.numberFormat === found.numberFormat;
  if (write.content === null) return hasFormat ? 'written' : isSameContent(now, found) ? 'untouched' : 'other';
  if (isSameContent(now, edit.after)) {
    // Excel gives dates and the like a format of its own where none was set.
    return hasFormat || planned === found.numberFormat ? 'written' : 'unformatted';
  }
  if (!isSameContent(now, found)) return 'other';
  return isFormatAsFound ? 'untouched' : 'formatOnly';
}

/** The number format that the cell is to have when all is done. */
export function plannedFormat(found: CellContent, { formatBefore, formatAfter }: PlannedWrite): string {
  return formatAfter !== null ? formatAfter : formatBefore !== null ? formatBefore : found.numberFormat;
}
