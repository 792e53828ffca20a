import type { BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import { levelOfCode, parentCode } from '../values/subject-code';
import { judge, termOf, type Equation, type Term } from './equation';
import { plausible } from './plausible';
import { labelOf, subjectOf } from './row-label';

/** Rows that belong to one 预算单位 (or to nobody in particular), in order. */
interface Block {
  /** The row that states the unit's total; null where the table names no unit. */
  readonly head: BudgetRow | null;
  readonly rows: readonly BudgetRow[];
}

/**
 * The sums a coded table holds from row to row: 类 = Σ 款, 款 = Σ 项 within each unit, a unit = Σ its 类, 合计 = Σ units (or Σ 类 where there
 * are none), each amount column by itself.
 */
export function hierarchyEquations(section: BudgetSection): readonly Equation[] {
  if (!section.rows.some(isSubject)) return unitEquations(section);
  const blocks = blocksOf(section.rows);
  const inner: Equation[] = [];
  const sums: Equation[] = [];
  for (const { head, rows } of blocks) {
    for (const { parent, children } of familiesOf(rows))
      inner.push(...sumsOverRows('budget/hierarchy-sum', section, parent, children));
    if (head) sums.push(...sumsOverRows('budget/column-sum', section, head, outermostOf(rows)));
  }
  for (const { parent, units } of unitGroups(blocks))
    sums.push(...shownInColumns(sumsOverRows('budget/column-sum', section, parent, units)));
  const totals = section.rows.filter(({ kind }) => kind === 'total' || kind === 'grand-total');
  const hasUnits = blocks.some(({ head }) => head !== null);
  if (totals.length === 1) {
    if (!hasUnits && blocks.length === 1)
      sums.push(...sumsOverRows('budget/column-sum', section, totals[0], outermostOf(blocks[0].rows)));
    else if (blocks.every(({ head }) => head !== null)) {
      const ofUnits = sumsOverRows('budget/column-sum', section, totals[0], outermostUnits(blocks));
      const isCertain = blocks.length === 1 || blocks.every(({ rows }) => rows.length > 0);
      sums.push(...(isCertain ? ofUnits : shownInColumns(ofUnits)));
    }
  }
  return [...byColumn(inner), ...sums];
}

/** A list of units: 合计 = Σ units, or the department above them. */
function unitEquations(section: BudgetSection): readonly Equation[] {
  const units = section.rows.filter(({ kind }) => kind === 'unit');
  const totals = section.rows.filter(({ kind }) => kind === 'total');
  if (totals.length !== 1 || units.length === 0 || units.length + 1 !== section.rows.length) return [];
  const [first, ...others] = units;
  const sum = (parent: BudgetRow, rows: readonly BudgetRow[]): readonly Equation[] =>
    shownInColumns(sumsOverRows('budget/column-sum', section, parent, rows, '所列'));
  if (others.length === 0) return sumsOverRows('budget/column-sum', section, totals[0], units, '所列');
  const all = sum(totals[0], units);
  return all.length > 0 ? all : [...sum(totals[0], [first]), ...sum(first, others)];
}

/** One sum for each amount column; columns whose total says nothing, or in which a term cannot be read, have none. */
export function sumsOverRows(
  ruleId: string,
  section: BudgetSection,
  parent: BudgetRow,
  children: readonly BudgetRow[],
  sumName = '下级',
): readonly Equation[] {
  const equations: Equation[] = [];
  if (children.length === 0) return equations;
  section.columns.forEach((column, index) => {
    if (column.role === 'change-rate') return;
    const stated = parent.amounts[index];
    if (stated.state !== 'amount') return;
    // A column that none of the rows below fills is not broken down.
    if (children.every(({ amounts }) => amounts[index].state === 'blank')) return;
    const total = termOf(stated, labelOf(parent));
    const terms = children.map((row) => termOf(row.amounts[index], labelOf(row)));
    if (!total || terms.some((term) => term === undefined)) return;
    equations.push({
      ruleId,
      subject: subjectOf(parent, column),
      sumLabel: `${sumName} ${children.length} 项之和`,
      total,
      terms: terms as readonly Term[],
      comparison: 'equal',
      isSameItem: false,
    });
  });
  return equations;
}

/** Sums that no code shows to be meant: they count where most columns bear them out. */
function shownInColumns(equations: readonly Equation[]): readonly Equation[] {
  const telling = equations.filter(({ total }) => !total.number.isZero());
  const holding = telling.filter((equation) => judge(equation).outcome !== 'broken');
  return holding.length * 2 > telling.length ? equations : [];
}

/** Drops columns in which the sums of most parents do not hold. */
function byColumn(equations: readonly Equation[]): readonly Equation[] {
  const columns = new Map<number, Equation[]>();
  for (const equation of equations) {
    const { column } = equation.total.cell.address;
    const others = columns.get(column);
    if (others) others.push(equation);
    else columns.set(column, [equation]);
  }
  return Array.from(columns.values()).reduce<readonly Equation[]>((all, group) => all.concat(plausible(group)), []);
}

function isSubject({ code }: BudgetRow): boolean {
  return code !== null && levelOfCode(code) !== undefined;
}

/**
 * Rows with those whose code is one step longer; none where a code stands twice, since nobody knows whose they are, and none of
 * a 类 in which a code cannot be read.
 */
function familiesOf(
  rows: readonly BudgetRow[],
): readonly { readonly parent: BudgetRow; readonly children: readonly BudgetRow[] }[] {
  const counts = new Map<string, number>();
  const children = new Map<string, BudgetRow[]>();
  const unclear = new Set<string>();
  for (const row of rows) {
    const { code } = row;
    if (code === null) continue;
    if (levelOfCode(code) === undefined) {
      unclear.add(code.slice(0, 3));
      continue;
    }
    counts.set(code, (counts.get(code) || 0) + 1);
    const parent = parentCode(code);
    if (parent === null) continue;
    const others = children.get(parent);
    if (others) others.push(row);
    else children.set(parent, [row]);
  }
  const families: { parent: BudgetRow; children: readonly BudgetRow[] }[] = [];
  for (const row of rows) {
    const below = row.code === null ? undefined : children.get(row.code);
    if (row.code !== null && below && counts.get(row.code) === 1 && !unclear.has(row.code.slice(0, 3)))
      families.push({ parent: row, children: below });
  }
  return families;
}

/**
 * Rows that stand below no other of the block. None where they are not all of one level, or where a row has no code: then it is
 * not certain that they are the whole.
 */
function outermostOf(rows: readonly BudgetRow[]): readonly BudgetRow[] {
  const items = rows.filter(({ kind }) => kind === 'item');
  if (!items.every(isSubject)) return [];
  const codes = new Set(items.map(({ code }) => code));
  const outermost = items.filter(({ code }) => {
    const parent = parentCode(code as string);
    return parent === null || !(codes.has(parent) || codes.has(parentCode(parent)));
  });
  // Economic items below functional ones (301 below 2010301) are the same money again.
  const isEven = outermost.every(
    ({ level, code }) => level === outermost[0].level && (code as string)[0] === (outermost[0].code as string)[0],
  );
  return isEven ? outermost : [];
}

function blocksOf(rows: readonly BudgetRow[]): readonly Block[] {
  const blocks: { head: BudgetRow | null; rows: BudgetRow[] }[] = [];
  for (const row of rows) {
    const last = blocks[blocks.length - 1];
    if (row.kind === 'unit') blocks.push({ head: row, rows: [] });
    else if (row.kind === 'item') {
      if (last) last.rows.push(row);
      else blocks.push({ head: null, rows: [row] });
    }
  }
  return blocks;
}

/** A unit followed at once by another one is the department above it: it is the sum of the units that follow. */
function unitGroups(
  blocks: readonly Block[],
): readonly { readonly parent: BudgetRow; readonly units: readonly BudgetRow[] }[] {
  const groups: { parent: BudgetRow; units: BudgetRow[] }[] = [];
  blocks.forEach(({ head, rows }, index) => {
    if (head === null) return;
    const isParent = rows.length === 0 && index + 1 < blocks.length;
    if (isParent) groups.push({ parent: head, units: [] });
    else if (groups.length > 0) groups[groups.length - 1].units.push(head);
  });
  return groups.filter(({ units }) => units.length > 0);
}

function outermostUnits(blocks: readonly Block[]): readonly BudgetRow[] {
  const inner = new Set<BudgetRow>();
  for (const { units } of unitGroups(blocks)) units.forEach((unit) => inner.add(unit));
  return blocks.map(({ head }) => head).filter((head): head is BudgetRow => head !== null && !inner.has(head));
}
