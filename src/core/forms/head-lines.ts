import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { FormCell } from './form';
import { shownCellsOfRow, type FilledRows } from './sheet-view';

/** What stands below a title without a label of its own. */
export interface HeadLines {
  /** "（2025年度）", or the cell beside 预算年度. */
  readonly year: FormCell | null;
  /** "单位：万元". */
  readonly unit: FormCell | null;
}

const YEAR = /^\(?(?:(?:预算|申报|填报|编报)?年度:)?20[0-9]{2}(?:年度?|财年|年预算)?\)?$/;
const YEAR_LABEL = /^(?:预算|申报|填报|编报|目标)?(?:年度|年份):?$/;
const UNIT = /^\(?(?:金额)?(?:计量)?单位(?::|\()(?:人民币)?[千万亿]?元\)?\)?$/;
/** These lines stand near the title: what comes further down is not looked at. */
const MOST_ROWS = 12;

/** Finds the lines between two rows (inclusive), the first of each kind. */
export function findHeadLines(
  sheet: SheetSnapshot,
  filled: FilledRows,
  top: number,
  bottom: number,
  left: number,
): HeadLines {
  let year: FormCell | null = null;
  let unit: FormCell | null = null;
  for (let row = top; row <= Math.min(bottom, top + MOST_ROWS); row += 1) {
    const columns = filled.get(row);
    const cells = columns ? shownCellsOfRow(sheet, row, columns) : [];
    cells.forEach((cell, index) => {
      if (cell.address.row !== row || cell.address.column < left || cell.text.length > 30) return;
      const text = compactText(cell.text);
      const labelled = index > 0 && YEAR_LABEL.test(compactText(cells[index - 1].text));
      // A bare number is a year only where a label says so.
      if (year === null && YEAR.test(text) && (labelled || /年|\(/.test(text))) year = cell;
      if (unit === null && UNIT.test(text)) unit = cell;
    });
  }
  return { year, unit };
}
