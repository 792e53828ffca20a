import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type Field, type FormCell } from './form';
import { findFieldKey, looksLikeLabel, splitInlineField } from './head-labels';
import { cellsOfRow } from './sheet-view';

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
    rows.push(cellsOfRow(sheet, row, left, right).filter((cell) => cell.address.row === row));
  }
  const labelColumns = new Set<number>();
  for (const cells of rows) {
    for (const cell of cells) if (findFieldKey(cell.text)) labelColumns.add(cell.address.column);
  }
  const fields: Field[] = [];
  for (const cells of rows) readRow(cells, labelColumns, fields);
  return fields;
}

function readRow(cells: readonly FormCell[], labelColumns: ReadonlySet<number>, fields: Field[]): void {
  for (let index = 0; index < cells.length; index += 1) {
    const label = cells[index];
    const inline = splitInlineField(label.text);
    if (inline) {
      fields.push({ key: inline.key, label, value: { ...label, text: inline.valueText, value: inline.valueText } });
      continue;
    }
    if (!isLabel(label, cells[index + 1], labelColumns)) continue;
    let end = index + 1;
    while (end < cells.length && !isCertainLabel(cells[end])) end += 1;
    const candidates = cells.slice(index + 1, end);
    const value = valueAmong(candidates);
    if (!value) continue;
    fields.push({ key: findFieldKey(label.text), label, value });
    index = cells.indexOf(value, index);
  }
}

function isCertainLabel(cell: FormCell): boolean {
  return findFieldKey(cell.text) !== null || looksLikeLabel(cell.text);
}

function isLabel(cell: FormCell, next: FormCell | undefined, labelColumns: ReadonlySet<number>): boolean {
  if (isBlank(cell)) return false;
  // A cell merged over several rows beside known labels (项目基本信息) heads a group and is no label itself.
  if (next && cell.range.bottom > next.range.bottom && isCertainLabel(next)) return false;
  if (isCertainLabel(cell)) return true;
  return labelColumns.has(cell.address.column) && typeof cell.value === 'string' && cell.text.trim().length <= 20;
}

function valueAmong(candidates: readonly FormCell[]): FormCell | undefined {
  return (
    candidates.find((cell) => !isBlank(cell)) ||
    candidates.find((cell) => cell.range.right > cell.range.left || cell.range.bottom > cell.range.top) ||
    candidates[0]
  );
}
