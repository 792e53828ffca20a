import { rowCells } from '../../../src/core/changes/apply-row-changes';
import { BLANK_CONTENT, type CellContent, type Edit } from '../../../src/core/changes/change-set';
import type { NewSheet, Operation, Step } from '../../../src/core/changes/operation';
import type { RowDeletion, RowInsertion } from '../../../src/core/changes/row-change';
import {
  formatAddress,
  parseAddress,
  parseRange,
  type CellAddress,
  type CellRange,
} from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { createOperationHistory } from '../../../src/session/history/create-operation-history';
import { sheetOf } from '../../support/build-form';
import { MemoryHost } from '../../support/memory-host';

const NONE = '不适用';

/** Rows 4 to 6 read the same but for their merged labels: a row that moved is easily taken for another one. */
export const FORM: SheetContent = sheetOf(
  '目标表',
  {
    A1: '绩效目标',
    A2: '产出',
    B2: '数量',
    C2: '>=5人',
    B3: '质量',
    C3: '98％',
    A4: '效益',
    B4: NONE,
    C4: NONE,
    B5: NONE,
    C5: NONE,
    B6: NONE,
    C6: NONE,
    A7: '满意度',
    B7: '读者',
    C7: '90%以上',
    A8: '合计',
    C8: { value: 6, formula: 'COUNTA(C2:C7)' },
  },
  ['A1:C1', 'A2:A3', 'A4:A6'],
);
export const MONEY: SheetContent = sheetOf('资金表', { A1: '合计', B1: 12, B2: { value: 6, formula: '目标表!C8' } });

/** What a new sheet holds, whatever file it is said to come from. */
export const COPY: SheetContent = sheetOf('模板', { A1: '项目支出绩效目标表', A2: '金额', B2: 1410 }, ['A1:C1']);

export function openWorkbook(sheets: readonly SheetContent[] = [FORM, MONEY]): MemoryHost {
  return new MemoryHost('申报表.xlsx', sheets, {}, () => COPY);
}

/** A history over the workbook, as a pane that was just opened has it. */
export function openHistory(host: MemoryHost) {
  let minute = 0;
  const now = (): Date => new Date(Date.UTC(2025, 0, 6, 9, (minute += 1)));
  return createOperationHistory({ host, now });
}

export function at(cell: string): CellAddress {
  return parseAddress(cell) as CellAddress;
}

export function text(value: CellContent['value']): CellContent {
  return { ...BLANK_CONTENT, value };
}

/** Edits as "C2: '>=5人' -> '≥5人'". */
export function editOf(
  cell: string,
  before: CellContent['value'],
  after: CellContent['value'],
  sheet = '目标表',
): Edit {
  return { sheet, address: at(cell), before: text(before), after: text(after) };
}

export function cellsStep(...edits: readonly Edit[]): Step {
  return { kind: 'cells', changes: { label: '', edits } };
}

export function operation(label: string, ...steps: readonly Step[]): Operation {
  return { label, steps };
}

export function edits(label: string, ...list: readonly Edit[]): Operation {
  return operation(label, cellsStep(...list));
}

/** A row of the form as the snapshot is now. */
export async function insertion(
  host: Pick<MemoryHost, 'read'>,
  row: number,
  areas: readonly string[],
  value: string,
): Promise<RowInsertion> {
  const sheet = (await host.read()).sheets[0];
  return {
    kind: 'insert',
    sheet: sheet.name,
    row,
    like: row - 1,
    beside: rowCells(sheet, row - 1),
    cells: [{ column: 2, content: text(value) }],
    mergedAreas: areas.map((area) => parseRange(area) as CellRange),
  };
}

export async function deletion(host: MemoryHost, row: number): Promise<RowDeletion> {
  const sheet = (await host.read()).sheets[0];
  return { kind: 'delete', sheet: sheet.name, row, cells: rowCells(sheet, row) };
}

export function newSheet(name: string, file = 'UEsDBA=='): NewSheet {
  return { name, file, source: '模板' };
}

/** Everything in the workbook, comparable. */
export async function contents(host: MemoryHost): Promise<unknown> {
  const { sheets } = await host.read();
  return sheets.map(({ name, cells, mergedAreas, content: { hiddenRows } }) => ({
    name,
    hiddenRows,
    cells: cells.map(
      ({ row, column, value, formula, numberFormat }) =>
        `${formatAddress({ row, column })} ${formula === null ? `${typeof value} ${String(value)}` : `=${formula}`} ${numberFormat}`,
    ),
    mergedAreas: mergedAreas.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).sort(),
  }));
}

/** Value, or formula, of a cell of the first sheet. */
export async function cellAt(host: MemoryHost, cell: string, sheet = '目标表'): Promise<unknown> {
  const { row, column } = at(cell);
  const found = (await host.read()).findSheet(sheet)?.cellAt(row, column);
  return found === undefined ? null : found.formula === null ? found.value : `=${found.formula}`;
}
