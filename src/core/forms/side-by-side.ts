import { SheetSnapshot } from '../workbook/workbook-snapshot';
import { bareLabel, findFieldKey, splitInlineField } from './head-labels';
import type { IndicatorHeader } from './indicator-header';
import { shownCellsOfRow, type FilledRows } from './sheet-view';

/** No head is that high. */
const HIGHEST_HEAD = 100;

/**
 * The column in which the last of several forms side by side begins; null where each head belongs to one form. Two tables
 * are two forms where each has a project name above it; else they are 实施期 and 年度 of one.
 */
export function findSplit(
  sheet: SheetSnapshot,
  filled: FilledRows,
  headers: readonly IndicatorHeader[],
): number | null {
  for (const { gap, top } of headers) {
    if (gap === null) continue;
    for (let row = top - 1; row >= Math.max(0, top - HIGHEST_HEAD); row -= 1) {
      const columns = filled.get(row);
      if (!columns) continue;
      const names = shownCellsOfRow(sheet, row, columns).filter(({ text }) => projectLabel(text) !== null);
      const right = names.find(({ address }) => address.column > gap.leftEnd);
      // 项目名称 and 二级项目名称 are two fields of one form.
      if (!right || !names.some((name) => name !== right && projectLabel(name.text) === projectLabel(right.text)))
        continue;
      return Math.min(right.address.column, gap.rightStart);
    }
  }
  return null;
}

/** The sheet as if it had no more than these columns; places stay what they are. */
export function columnsBetween(sheet: SheetSnapshot, first: number, last: number): SheetSnapshot {
  const { content } = sheet;
  return new SheetSnapshot({
    ...content,
    cells: content.cells.filter(({ column }) => column >= first && column <= last),
    mergedAreas: content.mergedAreas
      .filter(({ left }) => left >= first && left <= last)
      .map((area) => ({ ...area, right: Math.min(area.right, last) })),
  });
}

/** The label of a project's name, alone or before its value; null for other texts. */
function projectLabel(text: string): string | null {
  if (findFieldKey(text) === 'projectName') return bareLabel(text);
  const inline = splitInlineField(text);
  return inline !== undefined && inline.key === 'projectName' ? bareLabel(text.split(/[:：]/)[0]) : null;
}
