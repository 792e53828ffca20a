import {
  BLANK_CONTENT,
  isSameContent,
  type ChangeSet,
  type Conflict,
  type Edit,
} from '../../../core/changes/change-set';
import { formatAddress } from '../../../core/workbook/cell-address';
import { HostError } from '../../port/host-error';
import type { ApplyResult, ReformattedCell } from '../../port/workbook-host';
import { sheetProtected } from '../excel-error';
import { findSheets } from '../sheets';
import type { OwnWrites } from '../own-writes';
import { findOutcome, interruptionOf, isNothingDone, type Outcome } from './broken-off';
import { planWrite, setsFormat, TEXT_FORMAT } from './planned-write';
import { inParts, rangeOf, readCells, type ReadyWrite } from './written-cells';

/** Longest text and longest formula that a cell of Excel holds, in characters. */
const MAX_TEXT = 32767;
const MAX_FORMULA = 8192;

/**
 * Writes the edits whose cells still hold what they expect. Round trips: sheets, cells, writing; one more when Excel
 * made something else of a text. Nothing is written when a sheet is missing or a cell is locked. When writing breaks
 * off half-way, the result says what is in effect; it rejects only when nothing is.
 */
export async function applyEdits(
  context: Excel.RequestContext,
  { edits, isInverse }: ChangeSet,
  ownWrites: OwnWrites,
): Promise<ApplyResult> {
  const sheets = await findSheets(
    context,
    edits.map(({ sheet }) => sheet),
  );
  const conflicts: Conflict[] = [];
  const ready: ReadyWrite[] = [];
  for (const part of inParts(edits, (edit) => edit)) {
    const cells = part.map((edit) => ({ edit, sheet: sheets[edit.sheet] }));
    const contents = await readCells(context, cells, true);
    cells.forEach(({ edit, sheet }, place) => {
      const found = contents[place];
      if (isSameContent(found, edit.before))
        ready.push({ edit, sheet, found, write: planWrite(edit, found, sheet, isInverse === true) });
      else conflicts.push({ edit, found });
    });
  }
  for (const { edit, sheet, write } of ready) {
    if (setsFormat(write) && !sheet.allowsFormats) {
      throw sheetProtected(sheet.name, `不能改变 ${formatAddress(edit.address)} 的数字格式`);
    }
  }
  const written = await writeAll(context, ready, ownWrites);
  const unwritten = written.interruption === undefined ? [] : written.interruption.unwritten;
  const reformatted: ReformattedCell[] = [];
  for (const one of ready) if (unwritten.indexOf(one.edit) < 0) reformatted.push(...reformattedBlank(one));
  return { ...written, conflicts, ...(reformatted.length === 0 ? {} : { reformatted }) };
}

function reformattedBlank({ edit, found, write }: ReadyWrite): readonly ReformattedCell[] {
  const { sheet, address } = edit;
  const { formatBefore: to, formatAfter } = write;
  if (to === null || formatAfter !== null || !isSameContent(found, BLANK_CONTENT)) return [];
  return [{ sheet, address, from: found.numberFormat, to }];
}

async function writeAll(
  context: Excel.RequestContext,
  ready: readonly ReadyWrite[],
  ownWrites: OwnWrites,
): Promise<Omit<ApplyResult, 'conflicts'>> {
  const parts = inParts(ready, ({ edit }) => edit);
  const altered: ReadyWrite[] = [];
  let written = 0;
  for (let place = 0; place < parts.length; place += 1) {
    const part = parts[place];
    const later = parts.slice(place + 1).reduce((all, other) => all.concat(other), []);
    let turned: readonly ReadyWrite[];
    try {
      turned = await writeCells(context, part, ownWrites);
    } catch (error) {
      const outcome = await findOutcome(context, part, error);
      if (outcome.written.length < part.length) {
        if (written + altered.length === 0 && isNothingDone(outcome)) throw error;
        return brokenOff(written, altered, outcome, later, error);
      }
      // All was done, only the answer did not come through.
      turned = [];
    }
    written += part.length - turned.length;
    try {
      const again = await writeAsText(context, turned, ownWrites);
      altered.push(...again);
      written += turned.length - again.length;
    } catch (error) {
      // They hold what Excel made of them: neither what was there nor what should be.
      const outcome = { written: [], unwritten: [], uncertain: turned, reformatted: [] };
      return brokenOff(written, altered, outcome, later, error);
    }
  }
  if (altered.length === 0) return { written };
  return {
    written,
    interruption: {
      message: 'Excel 把写入的文字改成了别的内容。',
      advice: '请核对这些单元格，需要时手工填写。',
      unwritten: [],
      uncertain: altered.map(({ edit }) => edit),
    },
  };
}

function brokenOff(
  written: number,
  altered: readonly ReadyWrite[],
  outcome: Outcome,
  later: readonly ReadyWrite[],
  error: unknown,
): Omit<ApplyResult, 'conflicts'> {
  const uncertain = altered.concat(outcome.uncertain);
  return {
    written: written + outcome.written.length,
    interruption: interruptionOf(error, { ...outcome, uncertain }, later),
  };
}

/** Those of which Excel made something else than the text that was written. */
async function writeCells(
  context: Excel.RequestContext,
  writes: readonly ReadyWrite[],
  ownWrites: OwnWrites,
): Promise<readonly ReadyWrite[]> {
  for (const { edit, sheet, write } of writes) {
    const range = rangeOf(sheet, edit);
    ownWrites.expect(sheet.sheet.id, edit);
    if (write.formatBefore !== null) range.numberFormat = [[write.formatBefore]];
    if (write.content !== null) range.values = [[write.content]];
    if (write.formatAfter !== null) range.numberFormat = [[write.formatAfter]];
  }
  return syncAndCompare(context, writes);
}

/** Excel knows more spellings of numbers and dates than we do: these become text cells after all. Those that did not even so. */
export async function writeAsText(
  context: Excel.RequestContext,
  writes: readonly ReadyWrite[],
  ownWrites: OwnWrites,
): Promise<readonly ReadyWrite[]> {
  if (writes.length === 0) return [];
  for (const { edit, sheet, write } of writes) {
    const range = rangeOf(sheet, edit);
    ownWrites.expect(sheet.sheet.id, edit);
    if (sheet.allowsFormats) range.numberFormat = [[TEXT_FORMAT]];
    range.values = [[`'${write.expectedText}`]];
  }
  return syncAndCompare(context, writes);
}

/** Sends what was written; those whose text does not stand there then. */
export async function syncAndCompare(
  context: Excel.RequestContext,
  writes: readonly ReadyWrite[],
): Promise<readonly ReadyWrite[]> {
  const written = writes.map(({ edit, sheet, write }) => {
    if (write.expectedText === null) return null;
    const range = rangeOf(sheet, edit);
    range.load('values');
    return range;
  });
  await context.sync();
  return writes.filter(({ write }, place) => {
    const range = written[place];
    return range !== null && range.values[0][0] !== write.expectedText;
  });
}

/** Refuses what no Excel holds, before anything is asked. */
export function refuseUnwritable(edits: readonly Edit[]): void {
  for (const { sheet, address, after } of edits) {
    const cell = `工作表「${sheet}」${formatAddress(address)}`;
    if (after.formula !== null && after.formula.length >= MAX_FORMULA) {
      throw new HostError(
        'not-supported',
        `要写入${cell} 的公式超过 ${MAX_FORMULA} 个字符，Excel 放不下。`,
        '请把公式拆开来写。',
      );
    }
    if (after.formula === null && typeof after.value === 'string' && after.value.length > MAX_TEXT) {
      throw new HostError(
        'not-supported',
        `要写入${cell} 的文字超过 ${MAX_TEXT} 个字符，Excel 放不下。`,
        '请先缩短文字。',
      );
    }
  }
}
