import type { RowChange } from '../changes/row-change';
import type { ColumnRole } from '../forms/column-labels';
import { readCell } from '../forms/sheet-view';
import type { CellAddress } from '../workbook/cell-address';
import type { CarriedProject, CarriedRow } from './carried-project';
import { placeFields } from './place-fields';
import { unsaidLevels } from './place-levels';
import { placeRowTexts } from './place-row-texts';
import { valueOf, type Leftover, type PlacedValue } from './placement';
import { rowKeys } from './row-keys';
import type { TemplateDescription } from './template-description';
import { COLUMN_NAMES } from './template-names';

export interface PlacedCell {
  /** Of after the row changes. */
  readonly address: CellAddress;
  readonly value: PlacedValue;
}

/** What came of one project on a new sheet. */
export interface ProjectDraft {
  readonly left: readonly Leftover[];
  readonly remarks: readonly string[];
  readonly fieldCount: number;
  readonly indicatorCount: number;
}

/** How a sheet is made out of a template, before what has no place is listed. */
export interface SheetDraft {
  readonly rows: readonly RowChange[];
  readonly cells: readonly PlacedCell[];
  readonly projects: readonly ProjectDraft[];
  readonly remarks: readonly string[];
}

/** A row of a project on the new sheet. */
export interface PlacedRow {
  readonly source: CarriedRow;
  /** Zero-based. */
  readonly row: number;
  /** As the new sheet says them. */
  readonly level1: string;
  readonly level2: string;
}

/** The cells of a project's indicators, without their levels, and what of all it says found no place. */
export function draftProject(
  project: CarriedProject,
  template: TemplateDescription,
  fieldRow: (row: number) => number,
  rows: readonly PlacedRow[],
  formatRow: number,
): ProjectDraft & { readonly cells: readonly PlacedCell[] } {
  const cells: PlacedCell[] = [];
  const left: Leftover[] = [];
  const fields = placeFields(project.fields, template);
  for (const { field, value } of fields.placed) {
    cells.push({ address: { row: fieldRow(field.range.top), column: field.range.left }, value });
  }
  left.push(...fields.left);
  const placed = rows.map(({ source }) => placeRowTexts(source, template.columns));
  const names = placed.map(({ texts }) => texts.get('name'));
  const keys = rowKeys(rows.map(({ level2 }, index) => ({ level2, name: names[index]?.text || '' })));
  rows.forEach(({ source, row, level1, level2 }, index) => {
    const { texts, left: unplaced } = placed[index];
    template.columns.forEach((column, role) => {
      if (role === 'level1' || role === 'level2') return;
      const text = texts.get(role);
      // What the template prints in a row that is not used stays.
      if (text === undefined && source.isEmpty) return;
      const { numberFormat } = readCell(template.sheet, formatRow, column);
      cells.push({ address: { row, column }, value: text ? valueOf(text, numberFormat) : null });
    });
    const leave = (role: ColumnRole, from: Leftover['from']): void =>
      void left.push({ label: COLUMN_NAMES[role], indicator: keys[index], text: from.text, from });
    unsaidLevels(source, level1, level2).forEach(([role, text]) => leave(role, text));
    unplaced.forEach((text, role) => leave(role, text));
  });
  for (const { label, row, indicator, text, sheet, address } of project.rest) {
    const index = rows.findIndex(({ source }) => source === row);
    const beside = index < 0 ? indicator : keys[index];
    left.push({ label, indicator: beside, text, from: { text, number: null, sheet, address } });
  }
  const indicatorCount = rows.filter(({ source }) => !source.isEmpty).length;
  return { cells, left, remarks: fields.remarks, fieldCount: fields.placed.length, indicatorCount };
}
