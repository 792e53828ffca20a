import type { BudgetRow, BudgetSection } from '../../src/core/forms/budget/budget-table';
import type { BudgetTable, FormCell } from '../../src/core/forms/form';
import { formatAddress } from '../../src/core/workbook/cell-address';
import { NOTHING, type Tally } from './tally';
import type { TruthBudgetRow, TruthBudgetTable, TruthNode } from './truth-file';

/** Compares a budget table: what stands above it, its heads, every code, name and amount at its cell, its notes. */
export function compareBudgetTable(truth: TruthBudgetTable, table: BudgetTable | undefined, tally: Tally): void {
  const { sheet, range, tableKind } = truth;
  tally.add({ sheet, cell: range, part: 'table', expected: tableKind, found: table ? table.kind : NOTHING });
  tally.addCell(sheet, 'title', truth.title, table && table.title);
  tally.addCell(sheet, 'table label', truth.tableLabel, table && table.label);
  tally.addCell(sheet, 'department', truth.department, table && table.department);
  tally.addCell(sheet, 'unit', truth.unit, table && table.unitCell);
  compareAll(
    sheet,
    'column head',
    truth.columns.flatMap(({ cells }) => cells),
    table ? table.heads : [],
    tally,
  );
  compareAll(sheet, 'note', truth.notes, table ? table.notes : [], tally);
  const sections = table ? table.sections : [];
  const left = new Set(sections.flatMap(({ rows }) => rows));
  for (const expected of truth.rows) {
    if ('income' in expected) {
      (['income', 'expenditure'] as const).forEach((side, place) => {
        const row = sections[place] && rowAt(sections[place], expected);
        const listed = expected[side];
        if (!listed) return;
        if (row) left.delete(row);
        tally.addCell(sheet, `${side} name`, listed.name, row && row.nameCell);
        tally.addCell(sheet, `${side} amount`, listed.amount, row && row.amounts[0].cell);
      });
    } else {
      const row = sections[0] && rowAt(sections[0], expected);
      if (row) left.delete(row);
      compareRow(sheet, expected, row, tally);
    }
  }
  for (const { nameCell, unit, amounts } of left)
    tally.addCell(sheet, 'row', null, nameCell || unit || amounts[0].cell);
}

function rowAt({ rows }: BudgetSection, { row }: TruthBudgetRow): BudgetRow | undefined {
  return rows.find((candidate) => candidate.row + 1 === row);
}

function compareRow(
  sheet: string,
  expected: Exclude<TruthBudgetRow, { readonly income: unknown }>,
  row: BudgetRow | undefined,
  tally: Tally,
): void {
  tally.addCell(sheet, 'unit of row', expected.unit, row && row.unit);
  tally.addCell(sheet, 'code', expected.code, row && row.codeCell);
  tally.addCell(sheet, 'name', expected.name, row && row.nameCell);
  tally.addCell(sheet, 'year', expected.year, row && row.yearCell);
  compareAll(sheet, 'amount', expected.amounts, row ? row.amounts.map(({ cell }) => cell) : [], tally);
}

/** Cells that are expected, each once, and cells found beside them. */
function compareAll(
  sheet: string,
  part: string,
  expected: readonly TruthNode[],
  found: readonly FormCell[],
  tally: Tally,
): void {
  const nodes = new Map(expected.map((node) => [node.cell, node] as const));
  const cells = new Map(found.map((cell) => [formatAddress(cell.address), cell] as const));
  for (const [address, node] of nodes) {
    tally.addCell(sheet, part, node, cells.get(address));
    cells.delete(address);
  }
  for (const cell of cells.values()) tally.addCell(sheet, part, null, cell);
}
