import { Decimal } from 'decimal.js';
import type { AmountCell, AmountRole, BudgetRow, BudgetSection, BudgetTableKind } from '../forms/budget/budget-table';
import type { BudgetTable, Form } from '../forms/form';
import { convertAmount, type MoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import { termOf, type Equation, type Term } from './equation';

/** A number that a kind of table states once. */
interface Place {
  readonly kind: BudgetTableKind;
  readonly side?: 'income' | 'expenditure';
  /** Its row: the whole of the table, 本年合计, or 总计. */
  readonly row: 'whole' | 'year-total' | 'grand-total';
  readonly column: AmountRole;
  /** Only in tables whose title says so. */
  readonly title?: RegExp;
  readonly notTitle?: RegExp;
}

/** The same number in several tables: every place of a line states one and the same amount. */
export const EQUAL_PLACES: readonly { readonly name: string; readonly places: readonly Place[] }[] = [
  {
    name: '收入总计',
    places: [
      { kind: 'income-expenditure', side: 'income', row: 'grand-total', column: 'total' },
      { kind: 'income', row: 'whole', column: 'total' },
    ],
  },
  {
    name: '本年支出合计',
    places: [
      { kind: 'income-expenditure', side: 'expenditure', row: 'year-total', column: 'total' },
      { kind: 'expenditure', row: 'whole', column: 'total' },
    ],
  },
  {
    name: '基本支出',
    places: [
      { kind: 'expenditure', row: 'whole', column: 'basic' },
      { kind: 'basic-expenditure', row: 'whole', column: 'total', notTitle: /一般公共预算|财政拨款/ },
    ],
  },
  {
    name: '项目支出',
    places: [
      { kind: 'expenditure', row: 'whole', column: 'project' },
      { kind: 'project-expenditure', row: 'whole', column: 'total', notTitle: /一般公共预算|财政拨款|基金/ },
    ],
  },
  {
    name: '一般公共预算支出',
    places: [
      { kind: 'general-by-function', row: 'whole', column: 'total' },
      { kind: 'general-by-economy', row: 'whole', column: 'total', notTitle: /基本支出/ },
    ],
  },
  {
    name: '一般公共预算基本支出',
    places: [
      { kind: 'general-by-function', row: 'whole', column: 'basic' },
      { kind: 'general-by-economy', row: 'whole', column: 'basic', notTitle: /基本支出/ },
      { kind: 'general-by-economy', row: 'whole', column: 'total', title: /基本支出/ },
    ],
  },
  {
    name: '一般公共预算项目支出',
    places: [
      { kind: 'general-by-function', row: 'whole', column: 'project' },
      { kind: 'general-by-economy', row: 'whole', column: 'project', notTitle: /基本支出/ },
    ],
  },
];

/** Tables that break the same money down by the same subjects, where their wholes agree. */
const SAME_SUBJECTS: readonly (readonly [BudgetTableKind, BudgetTableKind])[] = [
  ['expenditure', 'general-by-function'],
  ['income-expenditure', 'expenditure'],
  ['appropriation', 'general-by-function'],
  ['income-expenditure', 'appropriation'],
];

const COMPARED: readonly AmountRole[] = ['total', 'basic', 'project'];

/** An equation between two forms, with the one that states its total. */
export interface CrossTableEquation extends Equation {
  readonly table: Form;
  /** Of its numbers. */
  readonly unit: MoneyUnit | null;
}

interface Stated {
  readonly table: BudgetTable;
  readonly amount: AmountCell;
}

/** Amounts that several tables state, as equations at the later table. Tables that stand twice (two departments) are left out. */
export function crossTableEquations(tables: readonly BudgetTable[]): readonly CrossTableEquation[] {
  const equations: CrossTableEquation[] = [];
  const of = (kind: BudgetTableKind): readonly BudgetTable[] => tables.filter((table) => table.kind === kind);
  const single = (place: Place): Stated | undefined => {
    const fitting = of(place.kind).filter((table) => fits(table, place));
    return fitting.length === 1 ? statedAt(fitting[0], place) : undefined;
  };
  for (const { name, places } of EQUAL_PLACES) {
    const stated = places.map(single).filter((found): found is Stated => found !== undefined);
    for (let index = 1; index < stated.length; index += 1) push(equations, name, stated[0], stated[index]);
  }
  for (const [first, second] of SAME_SUBJECTS) {
    const [left, right] = [of(first), of(second)];
    if (left.length === 1 && right.length === 1) equations.push(...subjectEquations(left[0], right[0]));
  }
  return equations;
}

/** The subjects of two tables, code by code or 类 by name, provided that the wholes are the same money. */
function subjectEquations(first: BudgetTable, second: BudgetTable): readonly CrossTableEquation[] {
  const equations: CrossTableEquation[] = [];
  const left = expenditureOf(first);
  const right = expenditureOf(second);
  if (!left || !right || !areSameMoney(first, left, second, right)) return equations;
  const known = new Map<string, BudgetRow | null>();
  for (const row of right.rows) for (const key of keysOf(row)) known.set(key, known.has(key) ? null : row);
  const counts = new Map<string, number>();
  for (const row of left.rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) || 0) + 1);
  for (const row of left.rows) {
    const key = keysOf(row).find((candidate) => known.has(candidate));
    const other = key === undefined ? undefined : known.get(key);
    if (key === undefined || !other || counts.get(key) !== 1) continue;
    // 行政运行 of two 款 are not the same.
    if (row.code !== null && other.code !== null && row.code !== other.code) continue;
    for (const role of COMPARED) {
      const own = amountOf(left, row, role);
      const same = amountOf(right, other, role);
      if (own && same && own.state === 'amount' && same.state === 'amount') {
        push(
          equations,
          `${row.code || ''} ${row.name}`.trim(),
          { table: first, amount: own },
          { table: second, amount: same },
        );
      }
    }
  }
  return equations;
}

/** By code; by name too, since 收支总表 lists names only: a 类 as such, others where no second one is called the same. */
function keysOf(row: BudgetRow): readonly string[] {
  if (row.kind !== 'item' || row.name === '') return [];
  const keys = row.code === null ? [] : [row.code];
  return [...keys, row.level === 1 ? `类 ${row.name}` : `款、项 ${row.name}`];
}

function areSameMoney(first: BudgetTable, left: BudgetSection, second: BudgetTable, right: BudgetSection): boolean {
  const one = wholeOf(left, 'total');
  const other = wholeOf(right, 'total');
  if (!one || !other || one.number === null || other.number === null) return false;
  const pair = inOneUnit({ table: first, amount: one }, { table: second, amount: other });
  return (
    pair !== undefined &&
    pair[0].number.minus(pair[1].number).abs().lessThanOrEqualTo(Decimal.max(pair[0].step, pair[1].step))
  );
}

function expenditureOf({ sections }: BudgetTable): BudgetSection | undefined {
  return sections.length === 1 ? sections[0] : sections.find(({ side }) => side === 'expenditure');
}

function fits(table: BudgetTable, { title, notTitle }: Place): boolean {
  const text = table.title ? compactText(table.title.text) : '';
  return (!title || title.test(text)) && (!notTitle || !notTitle.test(text));
}

function statedAt(table: BudgetTable, place: Place): Stated | undefined {
  const section = place.side ? table.sections.find(({ side }) => side === place.side) : table.sections[0];
  if (!section) return undefined;
  const row = place.row === 'whole' ? undefined : rowOf(section, place.row);
  const amount = place.row === 'whole' ? wholeOf(section, place.column) : row && amountOf(section, row, place.column);
  return amount && amount.state === 'amount' ? { table, amount } : undefined;
}

/** Where nothing is carried over, 总计 is 本年合计 too, and often the only one of the two. */
function rowOf({ rows }: BudgetSection, wanted: 'year-total' | 'grand-total'): BudgetRow | undefined {
  const of = (kind: BudgetRow['kind']): BudgetRow | undefined => rows.find((row) => row.kind === kind);
  const hasBalance = rows.some(({ kind }) => kind === 'balance');
  const only = hasBalance ? undefined : of('grand-total') || of('total') || of('year-total');
  return of(wanted) || only;
}

/** The amount a table of one section states as its whole; undefined where none is certain. */
export function amountOfWhole({ sections }: BudgetTable, role: AmountRole): AmountCell | undefined {
  return sections.length === 1 ? wholeOf(sections[0], role) : undefined;
}

/** The amount of the whole table: its 合计, 本年合计 or first unit row; undefined where none is certain. */
function wholeOf(section: BudgetSection, role: AmountRole): AmountCell | undefined {
  const { rows } = section;
  const total = rows.filter(({ kind }) => kind === 'total' || kind === 'year-total');
  const units = rows.filter(({ kind }) => kind === 'unit');
  if (total.length === 1) return amountOf(section, total[0], role);
  if (total.length > 1 || units.length === 0 || rows[0] !== units[0]) return undefined;
  // One unit, or the department above its units.
  const isDepartment = units.length === 1 || rows[1] === units[1];
  return isDepartment ? amountOf(section, units[0], role) : undefined;
}

function amountOf(section: BudgetSection, row: BudgetRow, role: AmountRole): AmountCell | undefined {
  const columns = section.columns.filter((column) => column.role === role);
  return columns.length === 1 ? row.amounts[section.columns.indexOf(columns[0])] : undefined;
}

function push(equations: CrossTableEquation[], name: string, first: Stated, second: Stated): void {
  const pair = inOneUnit(first, second);
  if (!pair) return;
  equations.push({
    table: second.table,
    unit: second.table.unit,
    ruleId: 'budget/cross-table',
    subject: `“${name}”`,
    sumLabel: `“${first.table.caption}”中的数`,
    total: pair[1],
    terms: [pair[0]],
    comparison: 'equal',
    isSameItem: true,
  });
}

/** The two amounts in the unit of the second; undefined where the unit of one is unknown and the other's is not. */
function inOneUnit(first: Stated, second: Stated): readonly [Term, Term] | undefined {
  const [one, other] = [termOf(first.amount, captionOf(first.table)), termOf(second.amount, captionOf(second.table))];
  if (!one || !other) return undefined;
  const [from, to] = [first.table.unit, second.table.unit];
  if (from === to) return [one, other];
  if (from === null || to === null) return undefined;
  return [{ ...one, ...converted(one, from, to) }, other];
}

function converted(term: Term, from: MoneyUnit, to: MoneyUnit): Pick<Term, 'number' | 'step'> {
  return { number: convertAmount(term.number, from, to), step: convertAmount(term.step, from, to) };
}

function captionOf(table: BudgetTable): string {
  return table.caption;
}
