import type { AmountCell, AmountColumn, AmountRole, BudgetRow, BudgetSection } from '../../forms/budget/budget-table';
import { termOf, type Equation, type Term } from './equation';
import { subjectOf } from './row-label';

/**
 * What the amounts of one row add up to, column by column: the whole, and the parts it is made of. A part that is missing from a
 * table counts as nothing; a part whose own parts stand beside it (基本支出 beside 人员经费, 公用经费) counts once.
 */
interface RowRelation {
  readonly whole: AmountRole;
  readonly parts: readonly AmountRole[];
  /** Without these columns the parts are not the whole. */
  readonly needs: readonly AmountRole[];
}

const SOURCES: readonly AmountRole[] = [
  'fiscal',
  'general',
  'fund',
  'capital',
  'account',
  'unit-funds',
  'public-service-income',
  'business-income',
  'superior-subsidy',
  'subordinate-payment',
  'other-income',
  'carried-over',
];

export const ROW_RELATIONS: readonly RowRelation[] = [
  { whole: 'total', parts: ['basic', 'project', 'business', 'upward', 'subsidy'], needs: ['basic', 'project'] },
  { whole: 'basic', parts: ['personnel', 'operating'], needs: ['personnel', 'operating'] },
  { whole: 'total', parts: ['personnel', 'operating', 'project'], needs: ['personnel', 'operating'] },
  {
    whole: 'total',
    parts: ['abroad', 'reception', 'vehicle', 'vehicle-purchase', 'vehicle-running'],
    needs: ['abroad', 'reception'],
  },
  { whole: 'vehicle', parts: ['vehicle-purchase', 'vehicle-running'], needs: ['vehicle-purchase', 'vehicle-running'] },
  { whole: 'fiscal', parts: ['general', 'fund', 'capital'], needs: ['general', 'fund'] },
  {
    whole: 'unit-funds',
    parts: ['public-service-income', 'business-income', 'superior-subsidy', 'subordinate-payment', 'other-income'],
    needs: ['public-service-income', 'other-income'],
  },
  { whole: 'total', parts: SOURCES, needs: [] },
];

/** Parts that are part of another part, where that one has a column of its own. */
const WITHIN: Readonly<Partial<Record<AmountRole, AmountRole>>> = {
  personnel: 'basic',
  operating: 'basic',
  general: 'fiscal',
  fund: 'fiscal',
  capital: 'fiscal',
  'public-service-income': 'unit-funds',
  'business-income': 'unit-funds',
  'superior-subsidy': 'unit-funds',
  'subordinate-payment': 'unit-funds',
  'other-income': 'unit-funds',
  'vehicle-purchase': 'vehicle',
  'vehicle-running': 'vehicle',
};

/** Columns that are no part of a sum: changes, what is only named (其中), procurement. */
const ASIDE: readonly AmountRole[] = ['change', 'change-rate', 'part', 'procurement', 'procurement-part', 'last-year'];

interface Chosen {
  readonly whole: AmountColumn;
  readonly parts: readonly AmountColumn[];
  readonly comparison: Equation['comparison'];
}

/** All sums within the rows of a section. */
export function rowEquations(section: BudgetSection): readonly Equation[] {
  const equations: Equation[] = [];
  const chosen = relationsOf(section.columns);
  if (chosen.length === 0) return equations;
  for (const row of section.rows) {
    for (const { whole, parts, comparison } of chosen) {
      const equation = equationOf(row, whole, parts, comparison);
      if (equation) equations.push(equation);
    }
  }
  return equations;
}

function equationOf(
  row: BudgetRow,
  whole: AmountColumn,
  parts: readonly AmountColumn[],
  comparison: Equation['comparison'],
): Equation | undefined {
  const at = (column: AmountColumn): AmountCell => row.amounts.find((amount) => amount.column === column) as AmountCell;
  const stated = at(whole);
  // A blank total says nothing; whether it may be blank is another rule's question.
  if (stated.state !== 'amount') return undefined;
  // Parts left blank throughout are not stated, rather than nothing.
  if (parts.every((column) => at(column).state === 'blank')) return undefined;
  const total = termOf(stated, whole.label);
  const terms = parts.map((column) => termOf(at(column), column.label));
  if (!total || terms.some((term) => term === undefined)) return undefined;
  return {
    ruleId: 'budget/row-sum',
    subject: subjectOf(row, whole),
    sumLabel:
      comparison === 'equal' ? `${parts.map(({ label }) => `“${label}”`).join('与')}之和` : `“${parts[0].label}”`,
    total,
    terms: terms as readonly Term[],
    comparison,
    isSameItem: false,
  };
}

/** Which columns make a sum. Columns of one year at a time; where a role stands twice, one group of heads at a time. */
function relationsOf(columns: readonly AmountColumn[]): readonly Chosen[] {
  const chosen: Chosen[] = [];
  for (const group of scopesOf(columns)) {
    const of = (role: AmountRole): AmountColumn | undefined => group.find((column) => column.role === role);
    const isKnown = group.every(({ role }) => role !== null);
    const used = new Set<AmountColumn>();
    for (const { whole, parts, needs } of ROW_RELATIONS) {
      const total = of(whole);
      if (!total || used.has(total) || !needs.every((role) => of(role))) continue;
      const present = parts.filter((role) => of(role) && !isWithinOther(role, parts, of));
      const rest = group.filter(({ role }) => role !== null && ASIDE.indexOf(role) < 0);
      // 资金来源 is complete only where nothing else stands beside it.
      const isComplete =
        needs.length > 0 || rest.every(({ role }) => role === whole || parts.indexOf(role as AmountRole) >= 0);
      if (present.length < 2 || !isComplete || !isKnown) continue;
      chosen.push({ whole: total, parts: present.map((role) => of(role) as AmountColumn), comparison: 'equal' });
      used.add(total);
    }
    const procurement = of('procurement');
    const parts = group.filter(({ role, heads }) => {
      if (role === 'procurement-part') return true;
      return role === 'part' && procurement !== undefined && heads[0].text === procurement.heads[0].text;
    });
    if (procurement)
      for (const part of parts) chosen.push({ whole: procurement, parts: [part], comparison: 'at-least' });
  }
  return chosen;
}

function isWithinOther(
  role: AmountRole,
  parts: readonly AmountRole[],
  of: (role: AmountRole) => AmountColumn | undefined,
): boolean {
  const outer = WITHIN[role];
  return outer !== undefined && parts.indexOf(outer) >= 0 && of(outer) !== undefined;
}

/** Groups of columns in which every role stands once. */
function scopesOf(columns: readonly AmountColumn[]): readonly (readonly AmountColumn[])[] {
  const years = new Set(columns.filter(({ role }) => role === 'total').map(({ year }) => year));
  const byYear = years.size > 1 ? groupBy(columns, ({ year }) => String(year)) : [columns];
  const scopes: (readonly AmountColumn[])[] = [];
  for (const group of byYear) {
    const roles = group.map(({ role }) => role).filter((role) => role !== null && ASIDE.indexOf(role) < 0);
    if (new Set(roles).size === roles.length) scopes.push(group);
    else {
      for (const part of groupBy(group, ({ heads }) => heads[0].text)) {
        const inner = part.map(({ role }) => role).filter((role) => role !== null);
        if (new Set(inner).size === inner.length && part.length > 1) scopes.push(part);
      }
    }
  }
  return scopes;
}

function groupBy(
  columns: readonly AmountColumn[],
  keyOf: (column: AmountColumn) => string,
): readonly (readonly AmountColumn[])[] {
  const groups = new Map<string, AmountColumn[]>();
  for (const column of columns) {
    const group = groups.get(keyOf(column));
    if (group) group.push(column);
    else groups.set(keyOf(column), [column]);
  }
  return Array.from(groups.values());
}
