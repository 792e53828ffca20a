import type { Edit } from '../../../core/changes/change-set';
import { formatAddress } from '../../../core/workbook/cell-address';
import type { Interruption } from '../../port/workbook-host';
import { isOutOfReach, isRefusedWhole, toHostError } from '../excel-error';
import { plannedFormat, rangeOf, readCells, stateOf, type ReadyWrite } from './written-cells';

/** What has become of cells whose writing broke off. */
export interface Outcome {
  readonly written: readonly ReadyWrite[];
  readonly unwritten: readonly ReadyWrite[];
  readonly uncertain: readonly ReadyWrite[];
  /** Of the unwritten ones, those left with another number format than before. */
  readonly reformatted: readonly ReadyWrite[];
}

/**
 * Finds out what a request that failed has left: Excel takes nothing back. Round trips: the cells, and putting number
 * formats in order where a cell has got its format but not its content, or the other way round.
 */
export async function findOutcome(
  context: Excel.RequestContext,
  writes: readonly ReadyWrite[],
  error: unknown,
): Promise<Outcome> {
  if (isRefusedWhole(error)) return outcomeOf({ unwritten: writes });
  if (isOutOfReach(error)) return outcomeOf({ uncertain: writes });
  let states: readonly string[];
  try {
    const contents = await readCells(context, writes, false);
    states = writes.map((write, place) => stateOf(write, contents[place]));
  } catch {
    return outcomeOf({ uncertain: writes });
  }
  const those = (...wanted: readonly string[]): readonly ReadyWrite[] =>
    writes.filter((_, place) => wanted.indexOf(states[place]) !== -1);
  const formatOnly = those('formatOnly');
  const unformatted = those('unformatted');
  const isInOrder = await putFormatsInOrder(context, formatOnly, unformatted);
  return outcomeOf({
    written: those('written', ...(isInOrder ? ['unformatted'] : [])),
    unwritten: those('untouched', 'formatOnly'),
    uncertain: those('other', ...(isInOrder ? [] : ['unformatted'])),
    reformatted: isInOrder ? [] : formatOnly,
  });
}

async function putFormatsInOrder(
  context: Excel.RequestContext,
  formatOnly: readonly ReadyWrite[],
  unformatted: readonly ReadyWrite[],
): Promise<boolean> {
  if (formatOnly.length + unformatted.length === 0) return true;
  for (const { edit, sheet, found } of formatOnly) rangeOf(sheet, edit).numberFormat = [[found.numberFormat]];
  for (const { edit, sheet, found, write } of unformatted) {
    rangeOf(sheet, edit).numberFormat = [[plannedFormat(found, write)]];
  }
  try {
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

function outcomeOf(known: Partial<Outcome>): Outcome {
  return { written: [], unwritten: [], uncertain: [], reformatted: [], ...known };
}

/** Nothing at all has changed: refusing says it all. */
export function isNothingDone({ written, uncertain, reformatted }: Outcome): boolean {
  return written.length + uncertain.length + reformatted.length === 0;
}

/** @param later Writes that were not begun. */
export function interruptionOf(
  error: unknown,
  { unwritten, uncertain, reformatted }: Outcome,
  later: readonly ReadyWrite[],
): Interruption {
  const { message, advice } = toHostError(error);
  const formats =
    reformatted.length === 0
      ? ''
      : `${listCells(reformatted.map(({ edit }) => edit))}的单元格格式已经改变，内容没有改变；需要时请在 Excel 中改回格式。`;
  return {
    message: `写入中途停止：${message}`,
    advice: `${formats}${advice}`,
    unwritten: unwritten.concat(later).map(({ edit }) => edit),
    uncertain: uncertain.map(({ edit }) => edit),
  };
}

/** "工作表「甲」的 B2、B3，工作表「乙」的 C1" */
function listCells(edits: readonly Edit[]): string {
  const sheets = edits.map(({ sheet }) => sheet).filter((name, place, names) => names.indexOf(name) === place);
  return sheets
    .map((name) => {
      const own = edits.filter(({ sheet }) => sheet === name);
      return `工作表「${name}」的 ${own.map(({ address }) => formatAddress(address)).join('、')} `;
    })
    .join('，');
}
