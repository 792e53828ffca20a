import type { AmountColumn, BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import { compactText } from '../values/normalize-text';
import { judge, termOf, type Equation, type Term } from './equation';
import { subjectOf } from './row-label';

/** Changes a table states: a row 增减变化金额 below the rows of two years, or a column beside the columns of two years. */
export function changeEquations(section: BudgetSection): readonly Equation[] {
  return [...changesInRows(section), ...changesInColumns(section)];
}

/** Within each unit: the row of the change, and above it the rows of two years. */
function changesInRows(section: BudgetSection): readonly Equation[] {
  const equations: Equation[] = [];
  let years: BudgetRow[] = [];
  for (const row of section.rows) {
    if (row.kind === 'this-year' || row.kind === 'last-year') years.push(row);
    else if (row.kind === 'change' && years.length === 2) {
      const [earlier, later] = inOrder(years[0], years[1]);
      if (earlier && later) equations.push(...rowChange(section, row, later, earlier));
      years = [];
    } else years = [];
  }
  return equations;
}

function rowChange(
  section: BudgetSection,
  change: BudgetRow,
  later: BudgetRow,
  earlier: BudgetRow,
): readonly Equation[] {
  const equations: Equation[] = [];
  section.columns.forEach((column, index) => {
    const stated = change.amounts[index];
    if (stated.state !== 'amount') return;
    const total = termOf(stated, '增减变化金额');
    const terms = [termOf(later.amounts[index], yearOf(later)), termOf(earlier.amounts[index], yearOf(earlier), true)];
    push(equations, subjectOf(change, column), total, terms);
  });
  return equations;
}

function changesInColumns({ columns, rows }: BudgetSection): readonly Equation[] {
  const change = columns.filter(({ role }) => role === 'change');
  if (change.length !== 1) return [];
  const pair = yearColumns(columns);
  if (!pair) return [];
  const equations: Equation[] = [];
  for (const row of rows) {
    const at = (column: AmountColumn) => row.amounts[columns.indexOf(column)];
    const stated = at(change[0]);
    if (stated.state !== 'amount') continue;
    push(equations, subjectOf(row, change[0]), termOf(stated, change[0].label), [
      termOf(at(pair.later), pair.later.label),
      termOf(at(pair.earlier), pair.earlier.label, true),
    ]);
  }
  // Where most changes differ, they are changes against something else.
  const broken = equations.filter((equation) => judge(equation).outcome === 'broken').length;
  return broken > 2 && broken * 2 > equations.length ? [] : equations;
}

/** The totals of two years; undefined where it is not certain which two columns are compared. */
function yearColumns(
  columns: readonly AmountColumn[],
): { readonly later: AmountColumn; readonly earlier: AmountColumn } | undefined {
  const last = columns.filter(({ role }) => role === 'last-year');
  const totals = columns.filter(({ role }) => role === 'total');
  if (last.length === 1 && totals.length === 1) return { later: totals[0], earlier: last[0] };
  if (last.length > 0 || totals.length !== 2) return undefined;
  const [a, b] = totals;
  if (a.year === null || b.year === null || Math.abs(a.year - b.year) !== 1) return undefined;
  return a.year > b.year ? { later: a, earlier: b } : { later: b, earlier: a };
}

function push(
  equations: Equation[],
  subject: string,
  total: Term | undefined,
  terms: readonly (Term | undefined)[],
): void {
  if (!total || terms.some((term) => term === undefined)) return;
  equations.push({
    ruleId: 'budget/change',
    subject,
    sumLabel: `${terms.map((term) => (term as Term).label).join('减')}`,
    total,
    terms: terms as readonly Term[],
    comparison: 'equal',
    isSameItem: false,
  });
}

function inOrder(first: BudgetRow, second: BudgetRow): readonly [BudgetRow | null, BudgetRow | null] {
  const number = (row: BudgetRow): number => {
    const text = compactText(yearOf(row));
    const match = /20[0-9]{2}/.exec(text);
    if (match) return Number(match[0]);
    return /上年|去年/.test(text) ? 0 : 1;
  };
  if (number(first) === number(second)) return [null, null];
  return number(first) < number(second) ? [first, second] : [second, first];
}

function yearOf(row: BudgetRow): string {
  return row.yearCell ? row.yearCell.text.trim() : row.name;
}
