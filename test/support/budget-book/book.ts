import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { sheetOf, type CellSpec } from '../build-form';
import { randomBudget } from './budget';
import { codedTable } from './coded-table';
import { printOf, randomLayout, type BookLayout } from './layout';
import { emptyTable, incomeTable, projectTable, threePublicTable, twoSided } from './list-tables';
import { letter, type Entry, type Part } from './part';
import type { Random } from './random';

/** An entry where it stands. */
export interface PlacedEntry extends Entry {
  /** Counts tables, also where one goes on over several sheets. */
  readonly table: number;
  readonly sheet: string;
  /** Zero-based. */
  readonly row: number;
}

export interface BudgetBook {
  readonly layout: BookLayout;
  readonly sheets: readonly SheetContent[];
  readonly entries: readonly PlacedEntry[];
}

/** A consistent budget of a department: what one table says, the others say too, to the smallest unit printed. */
export function budgetBook(random: Random, layout: BookLayout = randomLayout(random)): BudgetBook {
  const budget = randomBudget(random, layout.decimals === 0 ? 400 : 40000, layout.hasNegative);
  const { byFunction, byEconomy, whole } = budget;
  const print = (place: number): ReturnType<typeof printOf> => printOf(layout, place);
  const ofBudget = ['一般公共预算拨款收入', '政府性基金预算拨款收入', '其他收入'];
  const ofGrants = ['一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款'];
  const parts: readonly Part[] = [
    codedTable('支出总表', '支出总表', print(0), byFunction, whole),
    twoSided('收支总表', '收支总表', print(1), ofBudget, budget),
    codedTable('一般公共预算支出表', '一般公共预算支出表（按功能分类）', print(2), byFunction, whole),
    incomeTable(print(3), budget),
    codedTable('经济分类', '一般公共预算支出表（按经济分类）', print(4), byEconomy, whole),
    threePublicTable(random, print(5)),
    twoSided('财政拨款收支', '财政拨款收支总表', print(6), ofGrants, budget),
    projectTable(random, print(7), budget),
    codedTable('基本支出', '基本支出总表', print(8), onlyBasic(byFunction), [whole[1], whole[1], 0]),
    emptyTable('政府性基金', '政府性基金预算支出表', print(9)),
    emptyTable('国有资本', '国有资本经营预算支出表', print(10)),
    codedTable('基本支出经济分类', '一般公共预算基本支出表', print(11), onlyBasic(byEconomy), [whole[1], whole[1], 0]),
  ];
  return place(parts.slice(0, layout.tables), layout);
}

function onlyBasic(rows: Parameters<typeof codedTable>[3]): Parameters<typeof codedTable>[3] {
  return rows
    .filter(({ amounts }) => amounts[1] !== 0)
    .map((row) => ({ ...row, amounts: [row.amounts[1], row.amounts[1], 0] as const }));
}

/** Rows of a table that stand on its first sheet where it goes on. */
const ROWS_BEFORE_BREAK = 6;

class Placer {
  readonly sheets: SheetContent[] = [];
  readonly entries: PlacedEntry[] = [];
  sheet: string;
  row = 0;
  private cells: Record<string, CellSpec> = {};
  private merges: string[] = [];
  private hiddenRows: number[] = [];

  constructor(private readonly layout: BookLayout) {
    this.sheet = layout.isOnOneSheet ? '预算公开表' : '';
  }

  writeLine(line: readonly CellSpec[]): void {
    line.forEach((cell, column) => (this.cells[`${letter(column)}${this.row + 1}`] = cell));
    this.row += 1;
  }

  writeHead({ title, unit, head, merges }: Part, isContinuation: boolean): void {
    const { hasTitles, isOnOneSheet } = this.layout;
    if (hasTitles || isOnOneSheet || isContinuation) this.writeLine([`${title}${isContinuation ? '（续）' : ''}`]);
    this.writeLine(['部门名称：南湖区发展促进局', null, null, `单位：${unit}`]);
    const top = this.row;
    head.forEach((line) => this.writeLine(line));
    for (const merge of merges) this.merges.push(merge.replace(/\d+/g, (number) => String(Number(number) + top)));
  }

  writeBody({ body }: Part, table: number, from: number, to: number): void {
    body.slice(from, to).forEach((line, index) => {
      line.entries.forEach((entry) => this.entries.push({ ...entry, table, sheet: this.sheet, row: this.row }));
      if (this.layout.hasHiddenRow && from + index === 4) this.hiddenRows.push(this.row);
      this.writeLine(line.cells);
    });
  }

  endSheet(): void {
    this.sheets.push(sheetOf(this.sheet, this.cells, this.merges, { hiddenRows: this.hiddenRows }));
    [this.cells, this.merges, this.hiddenRows] = [{}, [], []];
    this.row = 0;
  }
}

function place(parts: readonly Part[], layout: BookLayout): BudgetBook {
  const placer = new Placer(layout);
  parts.forEach((part, index) => {
    if (!layout.isOnOneSheet) placer.sheet = `表${index + 1} ${part.name}`;
    placer.writeHead(part, false);
    const isCut = layout.isContinued && !layout.isOnOneSheet && part.body.length > ROWS_BEFORE_BREAK + 2;
    placer.writeBody(part, index, 0, isCut ? ROWS_BEFORE_BREAK : part.body.length);
    if (isCut) {
      placer.endSheet();
      placer.sheet += '续';
      placer.writeHead(part, true);
      placer.writeBody(part, index, ROWS_BEFORE_BREAK, part.body.length);
    }
    for (const note of part.notes) placer.writeLine([note]);
    if (layout.isOnOneSheet) placer.row += 1;
    else placer.endSheet();
  });
  if (layout.isOnOneSheet) placer.endSheet();
  return { layout, sheets: placer.sheets, entries: placer.entries };
}
