import type { BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import { levelOfCode, parentCode } from '../values/subject-code';
import { termOf, type Equation, type Term } from './equation';
import { Relation } from './relation';
import { labelOf, subjectOf } from './row-label';

/** Rows that belong to one 预算单位 (or to nobody in particular), in order. */
interface Block {
  /** The row that states the unit's total; null where the table names no unit. */
  readonly head: BudgetRow | null;
  readonly rows: readonly BudgetRow[];
}

/**
 * The sums a coded table holds from row to row that do not come out to the last digit: 类 = Σ 款, 款 = Σ 项 within each unit, a unit =
 * Σ its 类, 合计 = Σ units (or Σ 类 where there are none), each amount column by itself.
 */
export function hierarchyEquations(section: BudgetSection): readonly Equation[] {
  if (!section.rows.some(isSubject)) return unitEquations(section);
  const blocks = blocksOf(section.rows);
  const inner = section.columns.map(() => new Relation());
  const sums: Equation[] = [];
  const sum = (parent: BudgetRow, rows: readonly BudgetRow[]): void => {
    sums.push(...sumsOverRows('budget/column-sum', section, parent, rows));
  };
  const sumIfBorneOut = (parent: BudgetRow, rows: readonly BudgetRow[]): void => {
    const relation = sumRelation('budget/column-sum', section, parent, rows);
    if (relation.isBorneOut()) sums.push(...relation.unheld);
  };
  for (const { head, rows } of blocks) {
    for (const { parent, children } of familiesOf(rows))
      addSums(inner, 'budget/hierarchy-sum', section, parent, children, '下级');
    if (head) sum(head, outermostOf(rows));
  }
  for (const { parent, units } of unitGroups(blocks)) sumIfBorneOut(parent, units);
  const totals = section.rows.filter(({ kind }) => kind === 'total' || kind === 'grand-total');
  if (totals.length === 1) {
    if (blocks.length === 1 && blocks[0].head === null) sum(totals[0], outermostOf(blocks[0].rows));
    else if (blocks.every(({ head }) => head !== null)) {
      const units = outermostUnits(blocks);
      const isCertain = blocks.length === 1 || blocks.every(({ rows }) => rows.length > 0);
      if (isCertain) sum(totals[0], units);
      else sumIfBorneOut(totals[0], units);
    }
  }
  return inner.reduce((all, relation) => all.concat(relation.unheldIfPlausible()), sums);
}

/** A list of units: 合计 = Σ units, or the department above them. */
function unitEquations(section: BudgetSection): readonly Equation[] {
  const units = section.rows.filter(({ kind }) => kind === 'unit');
  const totals = section.rows.filter(({ kind }) => kind === 'total');
  if (totals.length !== 1 || units.length === 0 || units.length + 1 !== section.rows.length) return [];
  const [first, ...others] = units;
  const sum = (parent: BudgetRow, rows: readonly BudgetRow[]): Relation =>
    sumRelation('budget/column-sum', section, parent, rows, '所列');
  const all = sum(totals[0], units);
  if (others.length === 0 || all.isBorneOut()) return all.unheld;
  const parts = [sum(totals[0], [first]), sum(first, others)];
  return parts.reduce<readonly Equation[]>((found, part) => found.concat(part.isBorneOut() ? part.unheld : []), []);
}

/**
 * One sum for each amount column; columns whose total says nothing, or in which a term cannot be read, have none.
 * @returns Those that do not hold to the last digit.
 */
export function sumsOverRows(
  ruleId: string,
  section: BudgetSection,
  parent: BudgetRow,
  children: readonly BudgetRow[],
  sumName = '下级',
): readonly Equation[] {
  return sumRelation(ruleId, section, parent, children, sumName).unheld;
}

function sumRelation(
  ruleId: string,
  section: BudgetSection,
  parent: BudgetRow,
  children: readonly BudgetRow[],
  sumName = '下级',
): Relation {
  const relation = new Relation();
  const ofColumns = section.columns.map(() => relation);
  addSums(ofColumns, ruleId, section, parent, children, sumName);
  return relation;
}

function addSums(
  relations: readonly Relation[],
  ruleId: string,
  section: BudgetSection,
  parent: BudgetRow,
  children: readonly BudgetRow[],
  sumName: string,
): void {
  if (children.length === 0) return;
  section.columns.forEach((column, index) => {
    const stated = parent.amounts[index];
    if (column.role === 'change-rate' || stated.state !== 'amount') return;
    const amounts = children.map((row) => row.amounts[index]);
    // A column that none of the rows below fills is not broken down.
    if (amounts.every(({ state }) => state === 'blank')) return;
    relations[index].add(stated, amounts, () => {
      const total = termOf(stated, labelOf(parent));
      const terms = children.map((row) => termOf(row.amounts[index], labelOf(row)));
      if (!total || terms.some((term) => term === undefined)) return undefined;
      return {
        ruleId,
        subject: subjectOf(parent, column),
        sumLabel: `${sumName} ${children.length} 项之和`,
        total,
        terms: terms as readonly Term[],
        comparison: 'equal',
        isSameItem: false,
      };
    });
  });
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
