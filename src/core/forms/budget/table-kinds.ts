import { compactText } from '../../values/normalize-text';
import type { AmountRole, BudgetTableKind } from './budget-table';

const TITLES: readonly (readonly [RegExp, BudgetTableKind])[] = [
  [/三公/, 'three-public'],
  [/(?:财政拨款|政府预算拨款|预算拨款).*收支/, 'appropriation'],
  [/收支(?:预算)?(?:总|汇总|平衡)?表/, 'income-expenditure'],
  [/国有资本经营/, 'state-capital'],
  [/政府性基金/, 'government-fund'],
  [/一般公共预算.*经济分类|一般公共预算基本支出|经济分类/, 'general-by-economy'],
  [/一般公共预算/, 'general-by-function'],
  [/政府采购/, 'procurement'],
  [/项目支出/, 'project-expenditure'],
  [/基本支出/, 'basic-expenditure'],
  [/收入(?:预算)?(?:总|汇总|明细)?表/, 'income'],
  [/支出(?:预算)?(?:总|汇总|明细)?表/, 'expenditure'],
];

/** True for a title of a budget table: ends in 表 and names one of the kinds. */
export function isBudgetTitle(text: string): boolean {
  return findTitleKind(text) !== undefined;
}

/** The kind that a title names; undefined for other texts. */
export function findTitleKind(text: string): BudgetTableKind | undefined {
  const title = compactText(text).replace(/\((?:续表?|[0-9一二三四五六七八九十]+|[^()]{0,20})\)/g, (note) =>
    /续|[0-9]/.test(note) ? '' : note,
  );
  if (
    title.length > 50 ||
    !/表(?:[-—－]{1,3}[^表()]{1,20})?(?:\([^()]*\)){0,3}(?:续)?$/.test(title) ||
    /绩效|目标表|申报表|评价/.test(title)
  )
    return undefined;
  const found = TITLES.find(([pattern]) => pattern.test(title));
  return found && found[1];
}

/**
 * The kind of a table from its title, its heads and its codes; undefined for a table that is none of a budget.
 * @param codes Codes of its rows; 2… are functional, 3… and 5… economic ones.
 * @param isListOfProjects Its names are headed 项目名称.
 */
export function findTableKind(
  title: string,
  roles: readonly (AmountRole | null)[],
  isTwoSided: boolean,
  codes: readonly string[],
  isListOfProjects: boolean,
): BudgetTableKind | undefined {
  const named = title === '' ? undefined : findTitleKind(title);
  const isEconomic = codes.length > 0 && codes.every((code) => /^[35]/.test(code));
  if (isTwoSided) return named === 'appropriation' ? 'appropriation' : 'income-expenditure';
  if (named === 'general-by-function' && isEconomic) return 'general-by-economy';
  if (named === 'general-by-economy' && codes.some((code) => /^2/.test(code))) return 'general-by-function';
  if (named !== undefined) return named;
  const has = (role: AmountRole): boolean => roles.indexOf(role) >= 0;
  if (has('abroad') && has('reception')) return 'three-public';
  const isBySource = has('total') && has('general') && has('fund');
  if (codes.length === 0) return isBySource ? (isListOfProjects ? 'project-expenditure' : 'income') : undefined;
  if (isEconomic) return 'general-by-economy';
  if (has('basic') && has('project')) return 'expenditure';
  return isBySource ? 'income' : undefined;
}
