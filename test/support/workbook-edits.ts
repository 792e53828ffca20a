import fc from 'fast-check';
import { containsCell } from '../../src/core/workbook/cell-address';
import type { CellValue, PlacedCell, SheetContent } from '../../src/core/workbook/workbook-snapshot';

/** Something a user does to a workbook; the numbers pick where, whatever the workbook is like. */
export interface WorkbookEdit {
  readonly kind: (typeof KINDS)[number];
  readonly sheet: number;
  readonly place: number;
  readonly choice: number;
}

const KINDS = [
  'change',
  'change',
  'change',
  'amount',
  'amount',
  'title',
  'copy',
  'blank',
  'add',
  'merge',
  'split',
  'hide row',
  'hide column',
  'rename sheet',
  'remove sheet',
  'add sheet',
  'move sheet',
  'nothing',
] as const;

export const workbookEdit: fc.Arbitrary<WorkbookEdit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  sheet: fc.nat(1000),
  place: fc.nat(100000),
  choice: fc.nat(1000),
});

/** Texts that rules and readers take notice of. */
const TEXTS: readonly CellValue[] = [
  '不适用',
  '涉密，不宜公开',
  '≥5场',
  '>3次',
  '12',
  '2026年12月31日前',
  '2023年完成培训3场。',
  '+数量指标',
  '111002681-扶持企业数量',
  '211002681-扶持企业数量',
  '44030525006010090501',
  '《办法》',
  7,
  100.5,
];

const TITLES: readonly string[] = ['2022年项目支出绩效目标申报表', '2031年预算', '支出总表', '绩效目标表', '封面'];

/** The sheets after an edit. Those it did not touch are the very same objects; of several edits, some may come to nothing. */
export function editWorkbook(sheets: readonly SheetContent[], edit: WorkbookEdit): readonly SheetContent[] {
  if (sheets.length === 0) return sheets;
  const at = edit.sheet % sheets.length;
  const sheet = sheets[at];
  const others = sheets.filter((one) => one !== sheet);
  switch (edit.kind) {
    case 'remove sheet':
      return others;
    case 'add sheet':
      return [...sheets, { ...sheet, name: newName(sheets, edit.choice) }];
    case 'move sheet':
      return [...others.slice(0, edit.place % sheets.length), sheet, ...others.slice(edit.place % sheets.length)];
    case 'rename sheet':
      return sheets.map((one) => (one === sheet ? { ...sheet, name: newName(sheets, edit.choice) } : one));
    default: {
      const edited = editSheet(sheet, edit, sheets);
      return edited === sheet ? sheets : sheets.map((one) => (one === sheet ? edited : one));
    }
  }
}

function newName(sheets: readonly SheetContent[], choice: number): string {
  const name = `表${choice % 20}`;
  return sheets.some((sheet) => sheet.name === name) ? `${name} (${sheets.length})` : name;
}

function editSheet(sheet: SheetContent, edit: WorkbookEdit, sheets: readonly SheetContent[]): SheetContent {
  const { cells, mergedAreas, hiddenRows, hiddenColumns } = sheet;
  const { kind, place, choice } = edit;
  const cell = cells[place % Math.max(1, cells.length)];
  if (cell === undefined || kind === 'nothing') return sheet;
  if (kind === 'change') return withCell(sheet, cell, TEXTS[choice % TEXTS.length]);
  if (kind === 'amount') {
    const amounts = cells.filter(({ value }) => typeof value === 'number');
    const amount = amounts[place % Math.max(1, amounts.length)];
    return amount === undefined ? sheet : withCell(sheet, amount, Number(amount.value) + 1 + choice);
  }
  if (kind === 'title') return withCell(sheet, cells[0], TITLES[choice % TITLES.length]);
  if (kind === 'copy') {
    const source = sheets[choice % sheets.length].cells;
    return source.length === 0 ? sheet : withCell(sheet, cell, source[(place * 7 + choice) % source.length].value);
  }
  if (kind === 'blank') return { ...sheet, cells: cells.filter((one) => one !== cell) };
  if (kind === 'hide row') return { ...sheet, hiddenRows: toggled(hiddenRows, cell.row) };
  if (kind === 'hide column') return { ...sheet, hiddenColumns: toggled(hiddenColumns, cell.column) };
  if (kind === 'split') {
    const area = mergedAreas[place % Math.max(1, mergedAreas.length)];
    return area === undefined ? sheet : { ...sheet, mergedAreas: mergedAreas.filter((one) => one !== area) };
  }
  const beside = { row: cell.row, column: cell.column + 1 };
  const isCovered = mergedAreas.some((area) => containsCell(area, beside) || containsCell(area, cell));
  if (isCovered) return sheet;
  if (kind === 'add') return withCell(sheet, { ...cell, ...beside }, TEXTS[choice % TEXTS.length]);
  const area = { top: cell.row, left: cell.column, bottom: cell.row, right: beside.column };
  return {
    ...sheet,
    cells: cells.filter((one) => one.row !== beside.row || one.column !== beside.column),
    mergedAreas: [...mergedAreas, area],
  };
}

function withCell(sheet: SheetContent, { row, column }: PlacedCell, value: CellValue): SheetContent {
  const cell: PlacedCell = {
    row,
    column,
    value,
    text: String(value),
    formula: null,
    numberFormat: 'General',
    rawNumber: typeof value === 'number' ? String(value) : null,
    isError: false,
  };
  const others = sheet.cells.filter((one) => one.row !== row || one.column !== column);
  return { ...sheet, cells: [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column) };
}

function toggled(lines: readonly number[], line: number): readonly number[] {
  return lines.indexOf(line) < 0 ? [...lines, line].sort((a, b) => a - b) : lines.filter((one) => one !== line);
}
