import type { BudgetRow, BudgetSection } from '../../forms/budget/budget-table';
import { levelOfCode, parentCode } from '../../values/subject-code';
import { termOf, type Equation, type Term } from './equation';
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
  if (!section.rows.some(({ code }) => code !== null && levelOfCode(code) !== undefined)) return [];
  const equations: Equation[] = [];
  const add = (ruleId: string, parent: BudgetRow, children: readonly BudgetRow[]): void => {
    equations.push(...sumsOverRows(ruleId, section, parent, children));
  };
  const blocks = blocksOf(section.rows);
  for (const block of blocks) {
    const top = block.rows.filter(({ code }) => code !== null && levelOfCode(code) === 1);
    for (const row of block.rows) {
      const children = childrenOf(row, block.rows);
      if (children.length > 0) add('budget/hierarchy-sum', row, children);
    }
    if (block.head && top.length > 0 && isWhole(block.rows)) add('budget/column-sum', block.head, top);
  }
  for (const { parent, units } of unitGroups(blocks)) add('budget/column-sum', parent, units);
  const totals = section.rows.filter(({ kind }) => kind === 'total' || kind === 'grand-total');
  const heads = blocks.filter(({ head }) => head !== null);
  if (totals.length === 1 && totals[0].unit === null) {
    const [only] = blocks;
    const outer = outermostUnits(blocks);
    if (heads.length === 0 && blocks.length === 1 && isWhole(only.rows)) {
      add(
        'budget/column-sum',
        totals[0],
        only.rows.filter(({ code }) => code !== null && levelOfCode(code) === 1),
      );
    } else if (heads.length > 0 && blocks.every(({ head }) => head !== null))
      add('budget/column-sum', totals[0], outer);
  }
  return equations;
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

/** Rows below one whose code is one step longer; none where the code stands twice, since nobody knows whose they are. */
function childrenOf(row: BudgetRow, rows: readonly BudgetRow[]): readonly BudgetRow[] {
  if (row.code === null || levelOfCode(row.code) === undefined) return [];
  if (rows.filter(({ code }) => code === row.code).length > 1) return [];
  return rows.filter(({ code }) => code !== null && levelOfCode(code) !== undefined && parentCode(code) === row.code);
}

/** True where every row with a code stands below a 类 that is listed too, and every other row is none of the sum. */
function isWhole(rows: readonly BudgetRow[]): boolean {
  const codes = new Set(rows.map(({ code }) => code));
  return rows.every(({ code, kind }) => {
    if (kind !== 'item') return true;
    if (code === null || levelOfCode(code) === undefined) return false;
    return codes.has(code.slice(0, 3));
  });
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
  const groups = unitGroups(blocks);
  const inner = new Set<BudgetRow>();
  for (const { units } of groups) units.forEach((unit) => inner.add(unit));
  return blocks.map(({ head }) => head).filter((head): head is BudgetRow => head !== null && !inner.has(head));
}
