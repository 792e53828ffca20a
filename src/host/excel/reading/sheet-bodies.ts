import { formatRange } from '../../../core/workbook/cell-address';
import { HostError } from '../../port/host-error';
import { countCells, groupBlocks } from './cell-blocks';
import { askHidden, noteHidden } from './hidden-lines';
import { askMergedAreas } from './merged-areas';
import { askTogether, type Question } from './question';
import type { SheetReading } from './sheet-reading';

/** Cells asked for at once: see test/host/excel/large-books.test.ts for how much of an answer they make. */
const CELLS_PER_REQUEST = 10000;

/** Cells of all used ranges together, blank ones included. An honest filing stays far below. */
const MAX_CELLS = 2000000;

/** Small questions that came of answers. */
const QUESTIONS_PER_REQUEST = 1000;

/**
 * Reads what stands on sheets whose survey is known; rejects with `file-too-large` where it is too much. Round trips: see WorkbookReader.
 * @param others Asked together with the first cells.
 */
export async function readBodies(
  context: Excel.RequestContext,
  readings: readonly SheetReading[],
  hasSpecialCells: boolean,
  others: readonly Question[],
): Promise<void> {
  refuseTooMany(readings);
  let open: Question[] = [];
  const more = (question: Question): void => void open.push(question);
  const blocks = groupBlocks(
    readings.map(({ survey }) => survey.used),
    CELLS_PER_REQUEST,
  ).map((group) => group.map(({ sheet, range }) => readings[sheet].askBlock(range, more)));
  const first = others.slice();
  for (const { sheet, survey, hidden, mergedParts } of readings) {
    const { used, unsearched } = survey;
    const search = { sheet, used, state: survey.hidden, hidden };
    // Of a protected sheet Excel names no cells by their kind.
    const namesVisible = hasSpecialCells && !sheet.protection.protected;
    if (noteHidden(search)) first.push(...askHidden(search, namesVisible, more));
    if (unsearched !== null) first.push(askMergedAreas(sheet, unsearched, mergedParts));
  }
  await askTogether(context, first.concat(blocks[0] || []));
  for (const group of blocks.slice(1)) await askTogether(context, group);
  while (open.length > 0) {
    const asked = open;
    open = [];
    for (let start = 0; start < asked.length; start += QUESTIONS_PER_REQUEST) {
      await askTogether(context, asked.slice(start, start + QUESTIONS_PER_REQUEST));
    }
  }
}

function refuseTooMany(readings: readonly SheetReading[]): void {
  let total = 0;
  for (const { sheet, survey } of readings) {
    total += countCells(survey.used);
    if (total > MAX_CELLS) {
      throw new HostError(
        'file-too-large',
        `工作表「${sheet.name}」用到了 ${formatRange(survey.used)}，内容太多，无法读取。`,
        '请删除表格下方和右侧多余的内容，或删除与申报表无关的工作表，然后重试。',
      );
    }
  }
}
