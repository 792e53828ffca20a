import type { AmountRole, BudgetRow, BudgetSection } from '../forms/budget/budget-table';
import { findAmountRole } from '../forms/budget/column-roles';
import { compactText } from '../values/normalize-text';
import { levelOfCode } from '../values/subject-code';
import type { Equation } from './equation';
import { sumsOverRows } from './hierarchy-equations';

/** Income that is part of other income, where the list numbers nothing. */
const INCOME_PARTS: Readonly<Record<string, readonly string[]>> = {
  财政拨款: ['一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款'],
  单位资金: ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'],
};

/**
 * The sums of a list without codes, such as one side of 收支总表: 本年合计 = Σ of its outermost items, each item = Σ of the items
 * numbered one step below it, 总计 = 本年合计 + 结转 (or = Σ outermost items where there is no 本年合计).
 */
export function columnEquations(section: BudgetSection): readonly Equation[] {
  if (section.rows.some(({ code }) => code !== null && levelOfCode(code) !== undefined)) return [];
  const ofThreePublic = threePublicEquations(section);
  if (ofThreePublic.length > 0) return ofThreePublic;
  const equations: Equation[] = [];
  const { rows } = section;
  const yearTotal = onlyRow(rows, 'year-total');
  const grandTotal = onlyRow(rows, 'grand-total') || (yearTotal ? onlyRow(rows, 'total') : undefined);
  const end = yearTotal ? rows.indexOf(yearTotal) : grandTotal ? rows.indexOf(grandTotal) : rows.length;
  const listed = yearTotal ? rows.slice(0, end) : rows;
  const items = listed.filter(({ kind }) => kind === 'item' || (kind === 'balance' && !yearTotal));
  const tree = treeOf(items);
  for (const { parent, children } of tree.parents) {
    equations.push(...sumsOverRows('budget/column-sum', section, parent, children, '其下'));
  }
  const sum = (total: BudgetRow, terms: readonly BudgetRow[]): void => {
    equations.push(...sumsOverRows('budget/column-sum', section, total, terms, '所列'));
  };
  if (yearTotal && tree.outermost.length > 0) sum(yearTotal, tree.outermost);
  if (yearTotal && grandTotal) {
    const between = rows.slice(end + 1, Math.max(end + 1, rows.indexOf(grandTotal)));
    const balances = outermostOf(between);
    if (balances !== null) sum(grandTotal, [yearTotal, ...balances]);
  }
  if (!yearTotal && grandTotal && tree.outermost.length > 0) sum(grandTotal, tree.outermost);
  const total = yearTotal || grandTotal ? undefined : onlyRow(rows, 'total');
  if (total) {
    const flat = items.filter(({ level }) => level === null);
    const isList = flat.length === items.length && items.length > 1;
    if (tree.outermost.length > 0) sum(total, tree.outermost);
    else if (isList && rows.every(({ kind }) => kind === 'item' || kind === 'total' || kind === 'unit')) {
      const units = rows.filter(({ kind }) => kind === 'unit');
      if (units.length === 0) sum(total, items);
    }
  }
  return equations;
}

/** “三公”经费 listed one below the other, whatever their numbers and indents. */
function threePublicEquations(section: BudgetSection): readonly Equation[] {
  const items = section.rows.filter(({ kind }) => kind === 'item');
  const roles = items.map(({ name }) => findAmountRole([name]));
  const of = (...wanted: readonly AmountRole[]): readonly BudgetRow[] =>
    items.filter((_item, index) => wanted.some((role) => role === roles[index]));
  const isWhole = of('abroad').length === 1 && of('reception').length === 1 && new Set(roles).size === roles.length;
  if (!isWhole || of('vehicle').length === 0 || of(...THREE_PUBLIC).length < items.length) return [];
  const total = onlyRow(section.rows, 'total');
  const [vehicle] = of('vehicle');
  const parts = of('vehicle-purchase', 'vehicle-running');
  return [
    ...(total ? sumsOverRows('budget/column-sum', section, total, of('abroad', 'reception', 'vehicle'), '所列') : []),
    ...(parts.length === 2 ? sumsOverRows('budget/column-sum', section, vehicle, parts, '其下') : []),
  ];
}

const THREE_PUBLIC: readonly AmountRole[] = ['abroad', 'reception', 'vehicle', 'vehicle-purchase', 'vehicle-running'];

/** Rows below 本年合计 that are added to it; null where an item stands there whose place is unknown. */
function outermostOf(rows: readonly BudgetRow[]): readonly BudgetRow[] | null {
  const filled = rows.filter(({ name }) => name !== '');
  if (filled.some(({ kind, level }) => kind === 'item' && level === null)) return null;
  const levels = filled.map(({ level }) => level).filter((level): level is number => level !== null);
  const outermost = levels.length > 0 ? Math.min(...levels) : null;
  const hasPlain = filled.some(({ level }) => level === null);
  return filled.filter(({ level }) => (hasPlain ? level === null : level === outermost));
}

interface ItemTree {
  /** Empty where nothing says which items are outermost. */
  readonly outermost: readonly BudgetRow[];
  readonly parents: readonly { readonly parent: BudgetRow; readonly children: readonly BudgetRow[] }[];
}

function treeOf(items: readonly BudgetRow[]): ItemTree {
  const numbered = items.filter(({ level }) => level !== null);
  if (numbered.length === 0) return treeByName(items);
  const outer = Math.min(...numbered.map(({ level }) => level as number));
  // What stands before the first number belongs to no item.
  if (items[0].level !== outer) return { outermost: [], parents: [] };
  const parents: { parent: BudgetRow; children: BudgetRow[] }[] = [];
  items.forEach((item, index) => {
    if (item.level === null) return;
    const below: BudgetRow[] = [];
    for (let next = index + 1; next < items.length; next += 1) {
      const { level } = items[next];
      if (level !== null && level <= item.level) break;
      below.push(items[next]);
    }
    const levels = below.map(({ level }) => level).filter((level): level is number => level !== null);
    if (levels.length < 2 || below[0].level === null) return;
    const step = Math.min(...levels);
    const children = below.filter(({ level }) => level === step);
    // 其中： names some of the parts only.
    if (children.length > 1 && step < 4 && !isCountedTwice(children)) parents.push({ parent: item, children });
  });
  const outermost = items.filter(({ level }) => level === outer);
  return { outermost: isCountedTwice(outermost) ? [] : outermost, parents };
}

/** 一、二、 and 一、 again: the same money is listed a second time, by another classification. */
function isCountedTwice(items: readonly BudgetRow[]): boolean {
  const numbers = items.map(({ nameCell }) =>
    /^\(?([一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.)]/.exec(compactText(nameCell ? nameCell.text : '')),
  );
  const known = numbers.filter((match): match is RegExpExecArray => match !== null).map(([, number]) => number);
  return new Set(known).size < known.length;
}

/** A list without numbers, all of whose names are known kinds of income. */
function treeByName(items: readonly BudgetRow[]): ItemTree {
  const wholeOf = (name: string): string | undefined =>
    Object.keys(INCOME_PARTS).find((whole) => INCOME_PARTS[whole].some((part) => sameIncome(part, name)));
  const isWhole = (name: string): boolean =>
    /^(?:财政拨款|政府预算拨款|预算拨款|单位资金)(?:收入|小计|合计)?$/.test(name);
  const isKnown = items.every(({ name }) => isWhole(name) || wholeOf(name) !== undefined || /财政专户/.test(name));
  if (items.length < 2 || !isKnown) return { outermost: [], parents: [] };
  const parents: { parent: BudgetRow; children: BudgetRow[] }[] = [];
  const inner = new Set<BudgetRow>();
  for (const item of items) {
    if (!isWhole(item.name)) continue;
    const key = /单位资金/.test(item.name) ? '单位资金' : '财政拨款';
    const children = items.filter(({ name }) => wholeOf(name) === key);
    children.forEach((child) => inner.add(child));
    if (children.length > 1) parents.push({ parent: item, children });
  }
  return { outermost: items.filter((item) => !inner.has(item)), parents };
}

function sameIncome(part: string, name: string): boolean {
  const bare = (text: string): string => text.replace(/收入$|预算|拨款|资金$/g, '');
  return bare(part) === bare(name);
}

function onlyRow(rows: readonly BudgetRow[], kind: BudgetRow['kind']): BudgetRow | undefined {
  const found = rows.filter((row) => row.kind === kind);
  return found.length === 1 ? found[0] : undefined;
}
