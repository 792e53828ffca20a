import { isSameContent, type CellContent, type Conflict, type Edit } from '../../../core/changes/change-set';
import { formatAddress } from '../../../core/workbook/cell-address';
import { HostError } from '../../port/host-error';
import type { ApplyResult } from '../../port/workbook-host';
import { sheetProtected } from '../excel-error';
import { formulaOf, valueOf } from '../reading/cell-content';
import { findSheets, type NamedSheet } from '../sheets';
import type { OwnWrites } from '../own-writes';
import { planWrite, setsFormat, TEXT_FORMAT, type PlannedWrite } from './planned-write';

/** A request about so many cells stays far below the 5 MB of Excel on the web. */
const CELLS_PER_REQUEST = 500;

type Sheets = Readonly<Record<string, NamedSheet>>;

interface ReadyWrite {
  readonly edit: Edit;
  readonly sheet: NamedSheet;
  readonly write: PlannedWrite;
}

/**
 * Writes the edits whose cells still hold what they expect. Round trips: sheets, cells, writing; one more when Excel
 * made something else of a text. Nothing is written when a sheet is missing or a cell is locked.
 */
export async function applyEdits(
  context: Excel.RequestContext,
  edits: readonly Edit[],
  ownWrites: OwnWrites,
): Promise<ApplyResult> {
  const sheets = await findSheets(
    context,
    edits.map(({ sheet }) => sheet),
  );
  const conflicts: Conflict[] = [];
  const ready: ReadyWrite[] = [];
  for (const part of inParts(edits)) {
    const contents = await readCells(context, part, sheets);
    part.forEach((edit, place) => {
      const found = contents[place];
      const sheet = sheets[edit.sheet];
      if (isSameContent(found, edit.before)) ready.push({ edit, sheet, write: planWrite(edit, found, sheet) });
      else conflicts.push({ edit, found });
    });
  }
  for (const { edit, sheet, write } of ready) {
    if (setsFormat(write) && !sheet.allowsFormats) {
      throw sheetProtected(sheet.name, `不能改变 ${formatAddress(edit.address)} 的数字格式`);
    }
  }
  for (const part of inParts(ready)) await writeCells(context, part, ownWrites);
  return { written: ready.length, conflicts };
}

/** Contents of the cells; rejects with `protected` at the first that is locked. */
async function readCells(
  context: Excel.RequestContext,
  edits: readonly Edit[],
  sheets: Sheets,
): Promise<readonly CellContent[]> {
  const cells = edits.map((edit) => {
    const range = cellOf(sheets[edit.sheet], edit);
    range.load('values,formulas,numberFormat');
    const protection = sheets[edit.sheet].isProtected ? range.format.protection : null;
    if (protection !== null) protection.load('locked');
    return { range, protection };
  });
  await context.sync();
  return cells.map(({ range, protection }, place): CellContent => {
    const { sheet, address } = edits[place];
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

async function writeCells(
  context: Excel.RequestContext,
  writes: readonly ReadyWrite[],
  ownWrites: OwnWrites,
): Promise<void> {
  const cells = writes.map(({ edit, sheet, write }) => {
    const range = cellOf(sheet, edit);
    ownWrites.expect(sheet.sheet.id, edit.address);
    if (write.formatBefore !== null) range.numberFormat = [[write.formatBefore]];
    if (write.content !== null) range.values = [[write.content]];
    if (write.formatAfter !== null) range.numberFormat = [[write.formatAfter]];
    if (write.expectedText === null) return null;
    const written = cellOf(sheet, edit);
    written.load('values');
    return written;
  });
  await context.sync();
  const turned = writes.filter(({ write }, place) => {
    const cell = cells[place];
    return cell !== null && cell.values[0][0] !== write.expectedText;
  });
  if (turned.length > 0) await writeAsText(context, turned, ownWrites);
}

/** Excel knows more spellings of numbers and dates than we do: these become text cells after all. */
async function writeAsText(
  context: Excel.RequestContext,
  writes: readonly ReadyWrite[],
  ownWrites: OwnWrites,
): Promise<void> {
  for (const { edit, sheet, write } of writes) {
    const range = cellOf(sheet, edit);
    ownWrites.expect(sheet.sheet.id, edit.address);
    if (sheet.allowsFormats) range.numberFormat = [[TEXT_FORMAT]];
    range.values = [[`'${write.expectedText}`]];
  }
  await context.sync();
}

function cellOf({ sheet }: NamedSheet, { address }: Edit): Excel.Range {
  return sheet.getRange(formatAddress(address));
}

function inParts<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += CELLS_PER_REQUEST) {
    parts.push(items.slice(start, start + CELLS_PER_REQUEST));
  }
  return parts;
}

/** Refuses what no Excel holds, before anything is asked. */
export function refuseUnwritable(edits: readonly Edit[]): void {
  for (const { sheet, address, after } of edits) {
    const length = typeof after.value === 'string' && after.formula === null ? after.value.length : 0;
    if (length > 32767) {
      throw new HostError(
        'not-supported',
        `要写入工作表「${sheet}」${formatAddress(address)} 的文字超过 32767 个字符，Excel 放不下。`,
        '请先缩短文字。',
      );
    }
  }
}
