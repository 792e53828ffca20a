import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isSameAddress } from '../workbook/cell-address';
import { isBlank, type Field, type FormCell } from './form';
import { endsInMoneyUnit, findFieldKey, looksLikeLabel, splitInlineField } from './head-labels';
import { cellsOfRow, readCell } from './sheet-view';
import { isKnownLabel } from './spare-labels';

interface Pair {
  readonly label: FormCell;
  /** Cells between this label and the next, left to right. */
  readonly candidates: readonly FormCell[];
  /** True in a row where labels stand side by side: they head columns, and the values are below. */
  readonly isColumnHead: boolean;
}

/**
 * Reads the label/value pairs of a head between two rows (inclusive) and two columns (inclusive). A label is a known
 * one, one that ends in a colon, or a short text in a column where known labels stand; its value is the next cell to
 * the right, or, where a blank column was inserted, the next one that holds something.
 */
export function readHeadFields(
  sheet: SheetSnapshot,
  top: number,
  bottom: number,
  left: number,
  right: number,
): Field[] {
  const rows: FormCell[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    rows.push(cellsOfRow(sheet, row, left, rightOf(sheet, row, right)).filter((cell) => cell.address.row === row));
  }
  const known = rows.map((cells) => cells.filter((cell) => findFieldKey(cell.text) !== null));
  const labelColumns = columnsOf(flatten(known));
  const pairs = flatten(rows.map((cells) => pairsOfRow(cells, labelColumns)));
  const filled = pairs.map(({ candidates }) => candidates.find((cell) => !isBlank(cell)));
  const valueColumns = columnsOf(filled.filter((cell): cell is FormCell => cell !== undefined));
  const fields: Field[] = [];
  for (const { label, candidates, isColumnHead } of pairs) {
    if (fields.some((field) => isSameAddress(field.value.address, label.address))) continue;
    const inline = candidates.length === 0 ? splitInlineField(label.text) : undefined;
    if (inline) {
      fields.push({ key: inline.key, label, value: { ...label, text: inline.valueText, value: inline.valueText } });
      continue;
    }
    const under = label.range.bottom < bottom ? readCell(sheet, label.range.bottom + 1, label.range.left) : undefined;
    const below = isColumnHead ? valueBelow(label, under) : undefined;
    const value = candidates.find((cell) => !isBlank(cell)) || below || blankValueAmong(candidates, valueColumns);
    if (value) fields.push({ key: findFieldKey(label.text), label, value });
  }
  return fields;
}

/**
 * The row a head starts in, at `top` or below. A form has one project name: where another stands further up, beyond a
 * blank row, a list of projects or notes for the filer stand above the form.
 */
export function findHeadStart(sheet: SheetSnapshot, top: number, bottom: number, left: number, right: number): number {
  let isNamed = false;
  let blankRow: number | null = null;
  for (let row = bottom; row >= top; row -= 1) {
    const cells = cellsOfRow(sheet, row, left, right);
    if (cells.every(isBlank)) {
      if (isNamed && blankRow === null) blankRow = row;
    } else if (cells.some(({ text }) => namesProject(text))) {
      if (blankRow !== null) return blankRow + 1;
      isNamed = true;
    }
  }
  return top;
}

/** The last column of a head row: heads may be wider than the table below, their last pairs reaching beyond it. */
function rightOf(sheet: SheetSnapshot, row: number, right: number): number {
  let last = readCell(sheet, row, right);
  for (;;) {
    const next = readCell(sheet, row, last.range.right + 1);
    if (isBlank(next) || !(isCertainLabel(last) || findFieldKey(next.text) !== null)) return last.range.right;
    last = next;
  }
}

function namesProject(text: string): boolean {
  const inline = splitInlineField(text);
  return findFieldKey(text) === 'projectName' || (inline !== undefined && inline.key === 'projectName');
}

function pairsOfRow(cells: readonly FormCell[], labelColumns: ReadonlySet<number>): Pair[] {
  const pairs: Omit<Pair, 'isColumnHead'>[] = [];
  let index = 0;
  while (index < cells.length) {
    const label = cells[index];
    index += 1;
    if (splitInlineField(label.text)) {
      pairs.push({ label, candidates: [] });
    } else if (isLabel(label, cells[index], labelColumns)) {
      const start = index;
      while (index < cells.length && !isCertainLabel(cells[index]) && !endsInMoneyUnit(cells[index].text)) {
        index += 1;
        // One value a label; what follows may be a label that no template of ours prints.
        if (!isBlank(cells[index - 1])) break;
      }
      pairs.push({ label, candidates: cells.slice(start, index) });
    }
  }
  const isColumnHead = pairs.some(({ label, candidates }) => candidates.length === 0 && !splitInlineField(label.text));
  return pairs.map((pair) => ({ ...pair, isColumnHead }));
}

function isCertainLabel(cell: FormCell): boolean {
  return isKnownLabel(cell.text) || looksLikeLabel(cell.text);
}

function isLabel(cell: FormCell, next: FormCell | undefined, labelColumns: ReadonlySet<number>): boolean {
  if (isBlank(cell)) return false;
  // A cell merged over several rows beside known labels (项目基本信息) heads a group and is no label itself.
  if (next && cell.range.bottom > next.range.bottom && isCertainLabel(next)) return false;
  if (isCertainLabel(cell)) return true;
  return labelColumns.has(cell.address.column) && typeof cell.value === 'string' && cell.text.trim().length <= 20;
}

/** The blank value cell: in the column where other values stand, so that inserted blank columns do not count. */
function blankValueAmong(candidates: readonly FormCell[], valueColumns: ReadonlySet<number>): FormCell | undefined {
  return (
    candidates.find((cell) => valueColumns.has(cell.address.column)) ||
    candidates.find((cell) => cell.range.right > cell.range.left || cell.range.bottom > cell.range.top) ||
    candidates[0]
  );
}

// Templates of the Ministry of Finance head columns of goals: 实施期目标 | 年度目标, the texts on the row below.
function valueBelow(label: FormCell, under: FormCell | undefined): FormCell | undefined {
  if (!under || isBlank(under) || isCertainLabel(under) || findFieldKey(label.text) === null) return undefined;
  return under.range.left === label.range.left && under.range.right === label.range.right ? under : undefined;
}

function columnsOf(cells: readonly FormCell[]): ReadonlySet<number> {
  return new Set(cells.map((cell) => cell.address.column));
}

function flatten<Item>(lists: readonly (readonly Item[])[]): Item[] {
  return lists.reduce<Item[]>((all, list) => all.concat(list), []);
}
