import { Decimal } from 'decimal.js';
import { findAmountRole } from '../forms/budget/column-roles';
import type { AmountCell, AmountRole, BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import type { BudgetTable, FormCell } from '../forms/form';
import { convertAmount, type MoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import type { RuleContext } from './define-rule';
import { bareItemName, findItemKey } from './item-labels';

/** What a table states for an item. */
export interface ItemAmount {
  readonly table: BudgetTable;
  readonly cell: FormCell;
  /** What the user calls it: "“政府预算拨款”". */
  readonly label: string;
  /** In 元. */
  readonly number: Decimal;
  readonly step: Decimal;
  readonly unit: MoneyUnit;
  readonly period: 'this' | 'last';
  /** The amount the name stands for by itself; others may be meant in some context. */
  readonly isPrimary: boolean;
  /** A subject of the economic classification. */
  readonly isEconomic: boolean;
}

/** The items of all budget tables of a workbook by name. */
export interface BudgetItems {
  readonly year: number | null;
  readonly departments: ReadonlySet<string>;
  /** False where the tables list more than one unit: a name alone then does not say whose amount is meant. */
  readonly isOneUnit: boolean;
  readonly hasTables: boolean;
  isKnown(name: string): boolean;
  amountsOf(key: string, period: 'this' | 'last'): readonly ItemAmount[];
}

const SHORTEST_NAME = 3;
const ROLE_KEYS: Readonly<Partial<Record<AmountRole, string>>> = {
  abroad: '#abroad',
  reception: '#reception',
  vehicle: '#vehicle',
  'vehicle-purchase': '#vehicle-purchase',
  'vehicle-running': '#vehicle-running',
  total: '#three-public',
};

type Add = (key: string, amount: AmountCell, row: BudgetRow, isPrimary: boolean, label?: string) => void;

/** Reads the tables once per review. @param year The year the budget is for. */
export function budgetItemsOf(context: RuleContext, year: number | null): BudgetItems {
  return context.once(`budget items of ${year}`, () => readItems(context, year));
}

function readItems(context: RuleContext, year: number | null): BudgetItems {
  const tables = context.workbookForms.forms.filter((form): form is BudgetTable => form.type === 'budget-table');
  const byKey = new Map<string, ItemAmount[]>();
  for (const table of tables) {
    const { unit } = table;
    if (unit === null) continue;
    const add: Add = (key, amount, row, isPrimary, label) => {
      const period = periodOf(amount, row, year);
      if (amount.number === null || amount.state !== 'amount' || period === null) return;
      const list = byKey.get(key) || [];
      list.push({
        table,
        cell: amount.cell,
        label: label || row.name || amount.column.label,
        number: convertAmount(amount.number, unit, '元'),
        step: convertAmount(amount.step, unit, '元'),
        unit,
        period,
        isPrimary,
        isEconomic: table.kind === 'general-by-economy',
      });
      byKey.set(key, list);
    };
    if (table.kind === 'three-public') addThreePublic(table, add);
    else {
      addWholes(table, add);
      for (const section of table.sections) addRows(table, section, add);
    }
  }
  const names = departmentNames(tables);
  return {
    year,
    departments: names.all,
    isOneUnit: names.isOneUnit,
    hasTables: tables.length > 0,
    isKnown: (name) => name.length >= SHORTEST_NAME && byKey.has(name),
    amountsOf: (key, period) => (byKey.get(key) || []).filter((amount) => amount.period === period),
  };
}

function periodOf({ column }: AmountCell, row: BudgetRow, year: number | null): 'this' | 'last' | null {
  const match = row.yearCell ? /20[0-9]{2}/.exec(compactText(row.yearCell.text)) : null;
  const named = match ? Number(match[0]) : column.year;
  if (column.role === 'last-year' || row.kind === 'last-year') return 'last';
  if (named === null || year === null) return named === null ? 'this' : null;
  return named === year ? 'this' : named === year - 1 ? 'last' : null;
}

/** 三公: the items are columns, or rows. */
function addThreePublic(table: BudgetTable, add: Add): void {
  for (const { rows, columns } of table.sections) {
    const inColumns = columns.some(({ role }) => role === 'reception');
    const units = rows.filter(({ kind }) => kind !== 'change');
    for (const row of inColumns ? wholeRows(units) : rows) {
      const role = inColumns ? null : row.kind === 'total' ? 'total' : findAmountRole([row.name]);
      for (const amount of row.amounts) {
        const own = inColumns ? amount.column.role : isYearAmount(amount) ? role : null;
        const key = own === null ? undefined : ROLE_KEYS[own];
        if (key) add(key, amount, row, true, inColumns ? amount.column.label : row.name);
      }
    }
  }
}

function isYearAmount({ column }: AmountCell): boolean {
  return column.role === 'total' || column.role === 'last-year';
}

/** The rows that speak for the whole: the total, or the first unit (one for each year). */
function wholeRows(rows: readonly BudgetRow[]): readonly BudgetRow[] {
  const totals = rows.filter(({ kind }) => kind === 'total');
  if (totals.length > 0) return totals;
  const [first] = rows;
  const unitOf = (row: BudgetRow): string => compactText(row.unit ? row.unit.text : '');
  return first ? rows.filter((row) => unitOf(row) === unitOf(first)) : [];
}

/** The totals of a table by what kind of table it is. */
function addWholes({ kind, title, sections }: BudgetTable, add: Add): void {
  const isGeneral = /一般公共预算|财政拨款/.test(title ? compactText(title.text) : '');
  for (const { side, rows } of sections) {
    const whole = sections.length === 1 ? wholeRow(rows) : undefined;
    const put = (key: string, role: AmountRole, isPrimary = true): void => {
      for (const amount of whole ? whole.amounts : []) {
        if (whole && amount.column.role === role) add(key, amount, whole, isPrimary, amount.column.label);
      }
    };
    const putSided = (key: string, role: AmountRole, way: 'income' | 'expenditure', isPrimary = true): void => {
      put(key, role, isPrimary);
      put(`${key}-${way}`, role, isPrimary);
    };
    if (kind === 'expenditure') {
      put('#expenditure', 'total');
      put('#year-expenditure', 'total');
      put('#whole', 'total');
      put('#basic', 'basic');
      put('#project', 'project');
      put('#procurement', 'procurement');
    } else if (kind === 'income') {
      put('#income', 'total');
      put('#whole', 'total');
      put('#year-income', 'total', false);
      putSided('#fiscal', 'fiscal', 'income');
      putSided('#general', 'general', 'income');
      putSided('#fund', 'fund', 'income');
      putSided('#capital', 'capital', 'income');
    } else if (kind === 'basic-expenditure') {
      put('#basic', 'total', !isGeneral);
      if (isGeneral) put('#general-basic', 'total');
    } else if (kind === 'project-expenditure') put('#project', 'total', !isGeneral);
    else if (kind === 'general-by-function' || kind === 'general-by-economy') {
      const isBasic = /基本支出/.test(title ? title.text : '');
      if (isBasic) put('#general-basic', 'total');
      else putSided('#general', 'total', 'expenditure');
      put('#basic', isBasic ? 'total' : 'basic', false);
      put('#general-basic', 'basic');
      put('#project', 'project', false);
      put('#general-project', 'project');
      put('#expenditure', 'total', false);
      putSided('#fiscal', 'total', 'expenditure', false);
    } else if (kind === 'government-fund') putSided('#fund', 'total', 'expenditure');
    else if (kind === 'state-capital') putSided('#capital', 'total', 'expenditure');
    else if (side !== null) addSideTotals(kind, side, rows, add);
  }
}

function addSideTotals(
  kind: BudgetTable['kind'],
  side: 'income' | 'expenditure',
  rows: readonly BudgetRow[],
  add: Add,
): void {
  for (const row of rows) {
    const isGrand = row.kind === 'grand-total';
    if (!isGrand && row.kind !== 'year-total') continue;
    for (const amount of row.amounts) {
      if (!isYearAmount(amount)) continue;
      if (kind === 'appropriation') {
        add('#fiscal', amount, row, !isGrand);
        add(`#fiscal-${side}`, amount, row, !isGrand);
      } else {
        add(`#${side}`, amount, row, isGrand);
        add('#whole', amount, row, isGrand);
        if (!isGrand) add(`#year-${side}`, amount, row, true);
      }
    }
  }
}

function wholeRow(rows: readonly BudgetRow[]): BudgetRow | undefined {
  const totals = rows.filter(({ kind }) => kind === 'total' || kind === 'year-total');
  if (totals.length > 0) return totals.length === 1 ? totals[0] : undefined;
  return rows.length > 0 && rows[0].kind === 'unit' ? rows[0] : undefined;
}

/** The items of a table by name, subjects also with the name of what they belong to. */
function addRows({ kind }: BudgetTable, { side, rows, columns }: BudgetSection, add: Add): void {
  const byCode = new Map<string, string>();
  for (const { code, name } of rows) if (code !== null && name !== '') byCode.set(code, bareItemName(name));
  for (const row of rows) {
    if (row.kind !== 'item' || row.name === '') continue;
    const name = bareItemName(row.name);
    const keys = [findItemKey(name) || name];
    if (side !== null && /^#(?:fiscal|general|fund|capital)/.test(keys[0])) {
      const [base] = keys[0].split('-');
      keys.splice(0, 1, base, `${base}-${side}`);
    }
    const parent = row.code !== null && row.code.length > 3 ? byCode.get(row.code.slice(0, -2)) : undefined;
    if (parent !== undefined) keys.push(`${parent}/${name}`);
    for (const amount of row.amounts) {
      const { role } = amount.column;
      const isMain = role === 'total' || role === 'last-year' || columns.length === 1;
      if (!isMain && role !== 'basic' && role !== 'project') continue;
      // A subject of the state's funds says nothing of the department's whole.
      if (keys[0].charAt(0) === '#' && kind !== 'income-expenditure' && kind !== 'appropriation') continue;
      for (const key of keys) add(key, amount, row, isMain);
    }
  }
}

function departmentNames(tables: readonly BudgetTable[]): {
  readonly all: ReadonlySet<string>;
  readonly isOneUnit: boolean;
} {
  const departments = new Set<string>();
  const units = new Set<string>();
  for (const { department, sections } of tables) {
    const name = department ? compactText(department.text).replace(/^[^:]{0,8}(?:部门|单位)(?:名称)?:/, '') : '';
    if (name.length >= 3) departments.add(name);
    for (const { rows } of sections) {
      for (const { kind, unit } of rows) {
        const text = kind === 'unit' && unit ? compactText(unit.text).replace(/^[0-9]+-?/, '') : '';
        if (text.length >= 3) units.add(text);
      }
    }
  }
  const isOneUnit = departments.size <= 1 && Array.from(units).filter((name) => !departments.has(name)).length <= 1;
  if (isOneUnit) units.forEach((name) => departments.add(name));
  return { all: departments, isOneUnit };
}
