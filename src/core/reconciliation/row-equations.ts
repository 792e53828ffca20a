import type { AmountCell, AmountColumn, AmountRole, BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import { columnTreeOf, isGroup, type ColumnGroup, type ColumnMember } from './column-tree';
import { termOf, type Equation, type Term } from './equation';
import { plausible, shownByNumbers } from './plausible';
import { subjectOf } from './row-label';

/** Kinds of columns of which one sort makes a whole: expenditure by nature, money by source, … */
interface Family {
  readonly roles: readonly AmountRole[];
  /** Without these columns the others are not known to be the whole. */
  readonly needs: readonly AmountRole[];
}

export const FAMILIES: readonly Family[] = [
  { roles: ['basic', 'project', 'business', 'upward', 'subsidy'], needs: ['basic', 'project'] },
  { roles: ['personnel', 'operating', 'project'], needs: ['personnel', 'operating'] },
  {
    roles: ['abroad', 'reception', 'vehicle', 'vehicle-purchase', 'vehicle-running'],
    needs: ['abroad', 'reception'],
  },
  { roles: ['vehicle-purchase', 'vehicle-running'], needs: ['vehicle-purchase', 'vehicle-running'] },
  {
    roles: [
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
    ],
    needs: [],
  },
];

/** Parts that are part of another part, where that one stands beside them. */
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

/** Columns that are no part of a sum: changes, what is only named (其中), procurement, another year. */
const ASIDE: readonly AmountRole[] = ['change', 'change-rate', 'part', 'procurement', 'procurement-part', 'last-year'];

/** Which columns of a row make a sum. */
interface Relation {
  readonly whole: AmountColumn;
  readonly parts: readonly AmountColumn[];
  readonly comparison: Equation['comparison'];
  /** False where only the numbers of the table can show that the parts are the whole. */
  readonly isCertain: boolean;
}

/** All sums within the rows of a section. */
export function rowEquations(section: BudgetSection): readonly Equation[] {
  const places = new Map(section.columns.map((column, place) => [column, place] as const));
  return relationsOf(section.columns).reduce<readonly Equation[]>((all, relation) => {
    const equations: Equation[] = [];
    for (const row of section.rows) {
      const equation = equationOf(row, relation, places);
      if (equation) equations.push(equation);
    }
    return all.concat(relation.isCertain ? plausible(equations) : shownByNumbers(equations));
  }, []);
}

function equationOf(
  row: BudgetRow,
  { whole, parts, comparison }: Relation,
  places: ReadonlyMap<AmountColumn, number>,
): Equation | undefined {
  const at = (column: AmountColumn): AmountCell => row.amounts[places.get(column) as number];
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
    sumLabel: comparison === 'equal' ? `${namesOf(parts)}之和` : `“${parts[0].label}”`,
    total,
    terms: terms as readonly Term[],
    comparison,
    isSameItem: false,
  };
}

/** Three names at most: more are counted. */
function namesOf(parts: readonly AmountColumn[]): string {
  const named = parts.slice(0, parts.length > 3 ? 2 : 3).map(({ label }) => `“${label}”`);
  return parts.length > 3 ? `${named.join('、')}等 ${parts.length} 栏` : named.join('与');
}

function relationsOf(columns: readonly AmountColumn[]): readonly Relation[] {
  return [...relationsOfGroup(columnTreeOf(columns)), ...procurementRelations(columns)];
}

function relationsOfGroup(group: ColumnGroup): readonly Relation[] {
  const inner = group.members
    .filter(isGroup)
    .reduce<readonly Relation[]>((all, member) => all.concat(relationsOfGroup(member)), []);
  const parts = partsOf(group).filter(({ role }) => role === null || ASIDE.indexOf(role) < 0);
  return [...inner, ...(group.whole ? relationsOfWhole(group.whole, parts) : []), ...relationsBeside(parts)];
}

interface Part {
  readonly column: AmountColumn;
  readonly role: AmountRole | null;
}

/** What stands for the members of a group: a column for itself, a group for its 小计, or for its members where it has none. */
function partsOf({ members, whole }: ColumnGroup): readonly Part[] {
  const year = whole && whole.year;
  return members.reduce<readonly Part[]>((all, member) => {
    if (year !== null && yearOf(member) !== null && yearOf(member) !== year) return all;
    if (!isGroup(member)) return all.concat({ column: member, role: member.role });
    if (member.whole === null) return all.concat(partsOf(member));
    // 本年收入 and 上年结转 above a 小计 are sources too, whatever they are called.
    return all.concat({ column: member.whole, role: member.whole.role === 'total' ? 'fiscal' : member.whole.role });
  }, []);
}

function yearOf(member: ColumnMember): number | null {
  if (!isGroup(member)) return member.year;
  const years = member.members.map(yearOf);
  return years.every((year) => year === years[0]) ? years[0] : null;
}

function relationsOfWhole(whole: AmountColumn, parts: readonly Part[]): readonly Relation[] {
  const outer = withoutInner(parts);
  if (outer.length < 2) return [];
  const families = FAMILIES.filter(({ roles, needs }) => {
    const present = outer.filter(({ role }) => role !== null && roles.indexOf(role) >= 0);
    return present.length > 1 && needs.every((role) => present.some((part) => part.role === role));
  });
  const complete = families.find(({ roles }) => outer.every(({ role }) => role !== null && roles.indexOf(role) >= 0));
  const isDistinct = new Set(outer.map(({ role }) => role)).size === outer.length;
  if (complete) {
    const isKnown = isDistinct || complete.needs.length === 0;
    return [{ whole, parts: outer.map(({ column }) => column), comparison: 'equal', isCertain: isKnown }];
  }
  // Two breakdowns of the same whole side by side, or columns this program does not know.
  const several = families.map(({ roles }): Relation => {
    const own = outer.filter(({ role }) => role !== null && roles.indexOf(role) >= 0);
    return { whole, parts: own.map(({ column }) => column), comparison: 'equal', isCertain: false };
  });
  return several.length > 0
    ? several
    : [{ whole, parts: outer.map(({ column }) => column), comparison: 'equal', isCertain: false }];
}

/** 基本支出 beside its 人员经费 and 公用经费 without a head of their own. */
function relationsBeside(parts: readonly Part[]): readonly Relation[] {
  const relations: Relation[] = [];
  for (const { role, column } of parts) {
    const own = parts.filter((part) => part.role !== null && WITHIN[part.role] === role);
    const isDistinct = new Set(own.map((part) => part.role)).size === own.length;
    if (role === null || own.length < 2 || !isDistinct || parts.filter((part) => part.role === role).length > 1)
      continue;
    const isCertain = role !== 'unit-funds';
    relations.push({ whole: column, parts: own.map((part) => part.column), comparison: 'equal', isCertain });
  }
  return relations;
}

function withoutInner(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ role }) => {
    const outer = role === null ? undefined : WITHIN[role];
    return outer === undefined || !parts.some((part) => part.role === outer);
  });
}

/** 采购 小计 is no less than each of its 其中. */
function procurementRelations(columns: readonly AmountColumn[]): readonly Relation[] {
  const whole = columns.filter(({ role }) => role === 'procurement');
  if (whole.length !== 1) return [];
  const [
    {
      heads: [head],
    },
  ] = whole;
  return columns
    .filter(({ role, heads: [first] }) => role === 'procurement-part' || (role === 'part' && first.text === head.text))
    .map((part): Relation => ({ whole: whole[0], parts: [part], comparison: 'at-least', isCertain: true }));
}
