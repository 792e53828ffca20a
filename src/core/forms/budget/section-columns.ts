import { readMoneyCell } from '../../values/money-cell';
import { levelOfCode, splitSubjectCode } from '../../values/subject-code';
import type { SheetSnapshot } from '../../workbook/workbook-snapshot';
import type { FormCell } from '../form';
import { readCell } from '../sheet-view';
import type { SectionColumns } from './budget-rows';
import type { AmountColumn, BudgetSection } from './budget-table';
import { bareHead, findAmountRole, findHeadYear, findTextColumn, type TextColumn } from './column-roles';
import type { TableHead } from './table-head';

interface Described {
  readonly index: number;
  /** Outermost first. */
  readonly heads: readonly FormCell[];
  /** Undefined for amounts. */
  readonly use: TextColumn | undefined;
}

export interface SectionPlace {
  readonly side: BudgetSection['side'];
  readonly columns: SectionColumns;
}

/**
 * The columns of each list of a table: one, or several side by side, such as 收入 and 支出. A new list begins where names or codes
 * stand again behind amounts.
 * @param rows Rows of the table's body.
 */
export function findSections(sheet: SheetSnapshot, head: TableHead, rows: readonly number[]): readonly SectionPlace[] {
  const groups: Described[][] = [[]];
  for (const { index, heads } of head.columns) {
    const column = { index, heads, use: textColumnOf(sheet, rows, index, heads) };
    const group = groups[groups.length - 1];
    if (beginsList(column, group)) groups.push([column]);
    else group.push(column);
  }
  return groups.map((group) => ({
    side: groups.length > 1 ? sideOf(group) : null,
    columns: { texts: textsOf(group), amounts: amountsOf(group) },
  }));
}

function textColumnOf(
  sheet: SheetSnapshot,
  rows: readonly number[],
  index: number,
  heads: readonly FormCell[],
): TextColumn | undefined {
  const use = findTextColumn(heads.map(({ text }) => text));
  if (use === 'unit-code') return holdsSubjectCodes(sheet, rows, index) ? 'code' : use;
  if (use !== undefined || holdsAmounts(sheet, rows, index)) return use;
  return 'other';
}

/** Names or codes behind amounts that belong to other names or codes. */
function beginsList({ use }: Described, group: readonly Described[]): boolean {
  const isName = (column: TextColumn | undefined): boolean =>
    column === 'name' || column === 'code' || column === 'code-class';
  const firstName = group.findIndex((column) => isName(column.use) || column.use === 'unit' || column.use === 'other');
  return isName(use) && firstName >= 0 && group.slice(firstName).some((column) => column.use === undefined);
}

/** Texts under a head that this program does not know are the names where nothing else is, and of no use otherwise. */
function textsOf(group: readonly Described[]): SectionColumns['texts'] {
  const hasName = group.some(({ use }) => use === 'name');
  const firstAmount = group.findIndex(({ use }) => use === undefined);
  const unnamed = hasName ? -1 : group.findIndex(({ use }, place) => use === 'other' && place < firstAmount);
  const hasCode = group.some(({ use }) => use === 'code' || use === 'code-class');
  const texts: { index: number; use: TextColumn }[] = [];
  group.forEach(({ index, use }, place) => {
    if (place === unnamed) texts.push({ index, use: 'name' });
    else if (use !== undefined && use !== 'other' && !(use === 'code' && hasCode && texts.some(isCode)))
      texts.push({ index, use });
  });
  return texts;
}

function isCode({ use }: { readonly use: TextColumn }): boolean {
  return use === 'code' || use === 'code-class';
}

function amountsOf(group: readonly Described[]): readonly AmountColumn[] {
  const amounts = group.filter(({ use }) => use === undefined);
  const shared = sharedHeads(amounts);
  return amounts.map(({ index, heads }): AmountColumn => {
    const texts = heads.map(({ text }) => text);
    return {
      index,
      role: findAmountRole(texts.slice(shared)),
      year: findHeadYear(texts),
      heads,
      label: texts.map(printedHead).join('/'),
    };
  });
}

/** So many outermost heads stand above all amounts of a list: they name the list and tell its columns not apart. */
function sharedHeads(amounts: readonly Described[]): number {
  const [first, ...others] = amounts;
  if (others.length === 0) return first && first.heads.length > 1 && isSideHead(first.heads[0]) ? 1 : 0;
  let shared = 0;
  while (amounts.every(({ heads }) => heads.length > shared + 1 && isSameCell(heads[shared], first.heads[shared])))
    shared += 1;
  return shared;
}

function isSameCell(one: FormCell, other: FormCell): boolean {
  return one.address.row === other.address.row && one.address.column === other.address.column;
}

function isSideHead({ text }: FormCell): boolean {
  return sideOfHead(text) !== null;
}

function sideOf(group: readonly Described[]): BudgetSection['side'] {
  const found = group.map(({ heads: [first] }) => sideOfHead(first.text)).filter((side) => side !== null);
  return found.length > 0 ? found[0] : null;
}

function sideOfHead(text: string): BudgetSection['side'] {
  const head = bareHead(text);
  if (/收支/.test(head)) return null;
  if (/^(?:财政拨款|政府预算拨款|预算)?收入/.test(head)) return 'income';
  return /^(?:财政拨款|政府预算拨款|预算)?支出/.test(head) ? 'expenditure' : null;
}

/** A head as messages name it: without blanks and without the unit in brackets. */
function printedHead(text: string): string {
  return text.replace(/\s+/g, '').replace(/[(（](?:单位[:：])?[千万亿]?元[)）]/g, '');
}

/** So many cells show what stands in a column. */
const ENOUGH_CELLS = 300;

/** True for a column in which numbers, dashes or nothing at all stand rather than other text. */
function holdsAmounts(sheet: SheetSnapshot, rows: readonly number[], column: number): boolean {
  let texts = 0;
  let amounts = 0;
  for (const row of rows) {
    if (sheet.cellAt(row, column) === undefined || sheet.areaAt(row, column).left < column) continue;
    const { kind } = readMoneyCell(readCell(sheet, row, column));
    if (kind === 'text') texts += 1;
    else if (kind !== 'blank') amounts += 1;
    if (texts + amounts >= ENOUGH_CELLS) break;
  }
  return texts === 0 || amounts > texts;
}

/** 单位代码 are none, unless the column lists the subjects below their unit. */
function holdsSubjectCodes(sheet: SheetSnapshot, rows: readonly number[], column: number): boolean {
  return rows.some((row) => {
    const cell = sheet.cellAt(row, column);
    const found = cell && splitSubjectCode(cell.text);
    return found !== undefined && (levelOfCode(found.code) || 0) > 1;
  });
}
