import type { AmountColumn, AmountRole, BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import { columnTreeOf, isGroup, type ColumnGroup, type ColumnMember } from './column-tree';
import { termOf, type Equation, type Term } from './equation';
import { Relation } from './relation';
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
interface ColumnSum {
  readonly whole: AmountColumn;
  readonly parts: readonly AmountColumn[];
  readonly comparison: Equation['comparison'];
  /** False where only the numbers of the table can show that the parts are the whole. */
  readonly isCertain: boolean;
}

/** The sums within the rows of a section that do not come out to the last digit. */
export function rowEquations(section: BudgetSection): readonly Equation[] {
  const places = new Map(section.columns.map((column, place) => [column, place] as const));
  return columnSumsOf(section.columns).reduce<readonly Equation[]>((all, sum) => {
    const relation = new Relation();
    const whole = places.get(sum.whole) as number;
    const parts = sum.parts.map((column) => places.get(column) as number);
    for (const row of section.rows) addRow(relation, row, sum, whole, parts);
    return all.concat(sum.isCertain ? relation.unheldIfPlausible() : relation.unheldIfShown());
  }, []);
}

/** @param place Where the whole stands among the amounts of the row; @param partPlaces where its parts do. */
function addRow(
  relation: Relation,
  row: BudgetRow,
  { whole, parts, comparison }: ColumnSum,
  place: number,
  partPlaces: readonly number[],
): void {
  const stated = row.amounts[place];
  // A blank total says nothing; whether it may be blank is another rule's question.
  if (stated.state !== 'amount') return;
  const amounts = partPlaces.map((part) => row.amounts[part]);
  // Parts left blank throughout are not stated, rather than nothing.
  if (amounts.every(({ state }) => state === 'blank')) return;
  relation.add(stated, amounts, () => {
    const total = termOf(stated, whole.label);
    const terms = amounts.map((amount, index) => termOf(amount, parts[index].label));
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
  });
}

/** Three names at most: more are counted. */
function namesOf(parts: readonly AmountColumn[]): string {
  const named = parts.slice(0, parts.length > 3 ? 2 : 3).map(({ label }) => `“${label}”`);
  return parts.length > 3 ? `${named.join('、')}等 ${parts.length} 栏` : named.join('与');
}

function columnSumsOf(columns: readonly AmountColumn[]): readonly ColumnSum[] {
  return [...sumsOfGroup(columnTreeOf(columns)), ...procurementSums(columns)];
}

function sumsOfGroup(group: ColumnGroup): readonly ColumnSum[] {
  const inner = group.members
    .filter(isGroup)
    .reduce<readonly ColumnSum[]>((all, member) => all.concat(sumsOfGroup(member)), []);
  const parts = partsOf(group).filter(({ role }) => role === null || ASIDE.indexOf(role) < 0);
  return [...inner, ...(group.whole ? sumsOfWhole(group.whole, parts) : []), ...sumsBeside(parts)];
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

function sumsOfWhole(whole: AmountColumn, parts: readonly Part[]): readonly ColumnSum[] {
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
  const several = families.map(({ roles }): ColumnSum => {
    const own = outer.filter(({ role }) => role !== null && roles.indexOf(role) >= 0);
    return { whole, parts: own.map(({ column }) => column), comparison: 'equal', isCertain: false };
  });
  return several.length > 0
    ? several
    : [{ whole, parts: outer.map(({ column }) => column), comparison: 'equal', isCertain: false }];
}

/** 基本支出 beside its 人员经费 and 公用经费 without a head of their own. */
function sumsBeside(parts: readonly Part[]): readonly ColumnSum[] {
  const sums: ColumnSum[] = [];
  for (const { role, column } of parts) {
    const own = parts.filter((part) => part.role !== null && WITHIN[part.role] === role);
    const isDistinct = new Set(own.map((part) => part.role)).size === own.length;
    if (role === null || own.length < 2 || !isDistinct || parts.filter((part) => part.role === role).length > 1)
      continue;
    const isCertain = role !== 'unit-funds';
    sums.push({ whole: column, parts: own.map((part) => part.column), comparison: 'equal', isCertain });
  }
  return sums;
}

function withoutInner(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ role }) => {
    const outer = role === null ? undefined : WITHIN[role];
    return outer === undefined || !parts.some((part) => part.role === outer);
  });
}

/** 采购 小计 is no less than each of its 其中. */
function procurementSums(columns: readonly AmountColumn[]): readonly ColumnSum[] {
  const whole = columns.filter(({ role }) => role === 'procurement');
  if (whole.length !== 1) return [];
  const [
    {
      heads: [head],
    },
  ] = whole;
  return columns
    .filter(({ role, heads: [first] }) => role === 'procurement-part' || (role === 'part' && first.text === head.text))
    .map((part): ColumnSum => ({ whole: whole[0], parts: [part], comparison: 'at-least', isCertain: true }));
}
