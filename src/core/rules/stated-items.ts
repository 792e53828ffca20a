import { Decimal } from 'decimal.js';
import type { BudgetTableKind } from '../forms/budget/budget-table';
import type { StatedAmount } from '../values/money-sentences/money-statement';
import type { BudgetItems, ItemAmount } from './budget-items';
import { isUnitMixup } from './prose-calculation';
import { readItemLabel, type NamedItem } from './item-labels';
import type { StatingParagraph } from './prose-statements';

/** The item of the tables that an amount in running text is stated for. */
export interface StatedItem extends NamedItem {
  readonly period: 'this' | 'last';
}

const MOST_TIMES = 100;

/** A heading that names an expense of its own. */
const EXPENSE_HEADING = /(?:经费|费|费用|支出|采购)(?:预算)?(?:情况)?(?:说明)?$/;

/** What the amount is stated for; null where nobody can be sure that one item of the tables is meant. */
export function findStatedItem(
  amount: StatedAmount,
  paragraph: StatingParagraph,
  items: BudgetItems,
): StatedItem | null {
  if (
    !amount.mark.isExact ||
    amount.isJoint ||
    (amount.isPart && !amount.list) ||
    paragraph.isUnderOtherOffice(items.departments)
  )
    return null;
  const own = itemOf(amount.label, amount, paragraph, items);
  if (!own || !isScopeCertain(own, items)) return null;
  const isRow = own.key.charAt(0) !== '#';
  if (amount.list) {
    const parent = amount.list.total;
    const whole = itemOf(parent.label, parent, paragraph, items);
    if (!whole || whole.period !== own.period) return null;
    // 工资福利支出 within 人员支出 is part of what the table states for it.
    if (
      isRow &&
      isEconomic(own.key, items) &&
      !/^#(?:whole|expenditure|basic|(?:general|fiscal)(?:-.*)?)$/.test(whole.key)
    )
      return null;
  } else if (isRow && isEconomic(own.key, items)) return null;
  return own;
}

/** What a comparison names as its subject: "公务接待费" in "公务接待费较上年下降25%". */
export function findComparedItem(label: string, paragraph: StatingParagraph, items: BudgetItems): StatedItem | null {
  if (paragraph.isUnderOtherOffice(items.departments)) return null;
  const read = readItemLabel(label, items.departments, items.isKnown);
  const period = read && read.key !== '' ? periodOf(read.year, items.year) : null;
  return read && period && isScopeCertain(read, items) ? { ...read, period } : null;
}

/** Where the tables list several units, a name alone does not say whose amount is meant. */
function isScopeCertain({ key, hasDepartment }: NamedItem, items: BudgetItems): boolean {
  return items.isOneUnit || hasDepartment || /^#three-public$|^#(?:income|expenditure)$/.test(key);
}

function itemOf(
  label: string,
  amount: StatedAmount,
  { heading }: StatingParagraph,
  items: BudgetItems,
): StatedItem | null {
  const read = readItemLabel(label, items.departments, items.isKnown);
  if (!read) return null;
  let item: NamedItem = read;
  if (read.key === '') {
    if (read.hasDepartment) item = { ...read, key: '#whole' };
    else {
      const above = amount.lead || (amount.clause === 0 && amount.sentence === 0 ? heading : '');
      const subject = above === '' ? null : readItemLabel(above, items.departments, items.isKnown);
      if (!subject || subject.key === '') return null;
      item = { ...subject, year: read.year };
    }
  }
  // Under a heading such as 公务接待费, "财政拨款预算5万元" is short for 公务接待费的财政拨款预算.
  const isWide = /^#(?:whole|fiscal|general|income|expenditure|project|basic)/.test(item.key);
  if (isWide && !item.hasDepartment && namesOtherExpense(heading, item.key, items)) return null;
  const period = periodOf(item.year === null ? amount.yearBefore : item.year, items.year);
  return period && { ...item, period };
}

/** True where the heading above names an expense that the item is not. */
export function namesOtherExpense(heading: string, key: string, items: BudgetItems): boolean {
  if (heading === '' || heading.length > 60 || !EXPENSE_HEADING.test(heading)) return false;
  const subject = readItemLabel(heading.replace(/(?:预算)?(?:情况)?(?:说明)?$/, ''), items.departments, items.isKnown);
  if (subject && subject.key !== '')
    return subject.key !== key && !/^#(?:whole|fiscal|general|income|expenditure|project|basic|year)/.test(subject.key);
  return !/收支|收入|财政拨款|预算支出|支出预算|部门预算|总体/.test(heading);
}

function isEconomic(key: string, items: BudgetItems): boolean {
  return items.amountsOf(key, 'this').some((amount) => amount.isEconomic);
}

function periodOf(named: number | null, year: number | null): 'this' | 'last' | null {
  if (named === null) return 'this';
  if (year === null) return null;
  return named === year ? 'this' : named === year - 1 ? 'last' : null;
}

/** The one amount that the tables state for an item; null where they state none, or several that differ. */
export function findTableAmount(item: StatedItem, items: BudgetItems, heading = ''): ItemAmount | null {
  const primary = items.amountsOf(item.key, item.period).filter((amount) => amount.isPrimary);
  const agreed = agreedAmount(primary);
  if (agreed) return isOneScope(item, items) ? agreed : null;
  return /一般公共预算|财政拨款/.test(heading) ? agreedAmount(primary.filter(isFiscal)) : null;
}

/** The most exact of amounts that are the same; null where they are not. */
function agreedAmount(amounts: readonly ItemAmount[]): ItemAmount | null {
  if (amounts.length === 0) return null;
  const finest = amounts.reduce((best, amount) => (amount.step.lessThan(best.step) ? amount : best), amounts[0]);
  return amounts.every((amount) => isSame(amount, finest)) ? finest : null;
}

/** Tables of the state's money; the others hold all that a department spends. */
const FISCAL_TABLES: readonly BudgetTableKind[] = ['appropriation', 'general-by-function', 'general-by-economy'];

/**
 * Under 财政拨款支出 a subject's amount is less than in the whole budget. True where the two are the same money, or where the tables
 * state both, or where the item can stand for one of them only.
 */
function isOneScope({ key, period }: StatedItem, items: BudgetItems): boolean {
  if (key.charAt(0) === '#' && key !== '#basic' && key !== '#project') return true;
  const known = items.amountsOf(key, period);
  if (known.some(({ table }) => table.kind === 'project-expenditure') && key !== '#project') return true;
  if (known.some(isFiscal) && !known.every(isFiscal)) return true;
  const [whole] = items.amountsOf('#expenditure', period).filter(({ isPrimary }) => isPrimary);
  const part = [...items.amountsOf('#fiscal-expenditure', period), ...items.amountsOf('#general-income', period)];
  return whole !== undefined && part.some((amount) => isSame(amount, whole));
}

/** What the tables state for an amount, where it differs from every amount that may be meant. */
export function findDifferingAmount(
  amount: StatedAmount,
  paragraph: StatingParagraph,
  items: BudgetItems,
): { readonly item: StatedItem; readonly table: ItemAmount } | null {
  const item = findStatedItem(amount, paragraph, items);
  const table = item && findTableAmount(item, items, paragraph.heading);
  if (
    !item ||
    !table ||
    isStatedSomewhere(amount, item, items) ||
    isOtherScale(amount.mark.number, table.number, items)
  )
    return null;
  return { item, table };
}

/** A hundred times more or less is the budget of somebody else, unless it is 元 for 万元; so is more than there is in all. */
function isOtherScale(stated: Decimal, known: Decimal, items: BudgetItems): boolean {
  if (stated.isZero() || isUnitMixup(stated, known)) return false;
  if (known.isZero()) {
    const wholes = items.amountsOf('#whole', 'this');
    return wholes.length > 0 && wholes.every(({ number }) => stated.greaterThan(number));
  }
  const ratio = stated.dividedBy(known).abs();
  return ratio.greaterThan(MOST_TIMES) || ratio.lessThan(1 / MOST_TIMES);
}

/** True where any amount that may be meant agrees with the stated one. */
function isStatedSomewhere(amount: StatedAmount, item: StatedItem, items: BudgetItems): boolean {
  return items.amountsOf(item.key, item.period).some((known) => isSame(known, amount.mark));
}

function isFiscal({ table }: ItemAmount): boolean {
  return FISCAL_TABLES.indexOf(table.kind) >= 0;
}

interface Printed {
  readonly number: Decimal;
  readonly step: Decimal;
}

/** At the coarser printed precision; one unit off is no error in running text. */
export function isSame(one: Printed, other: Printed): boolean {
  return one.number.minus(other.number).abs().lessThanOrEqualTo(Decimal.max(one.step, other.step));
}
