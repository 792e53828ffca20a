import { compactText } from '../values/normalize-text';

/** What a label in running text is about. */
export interface NamedItem {
  /** One of the items every budget has ("#income"), or the name of a row ("招商引资", "商贸事务/招商引资"); "" for none. */
  readonly key: string;
  /** The year the label names. */
  readonly year: number | null;
  /** The label names the department itself. */
  readonly hasDepartment: boolean;
  /** The words that name the item. */
  readonly name: string;
}

/** Items that stand in every budget, by the words for them. Tried on a label without year, office and closing words. */
const ITEMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:部门|单位)?收支(?:预算)?(?:总)?(?:预算)?(?:总额|总计|合计|总数|总预算)?$|^预算收支总(?:额|计|数)$/, '#whole'],
  [/^本年(?:预算)?收入(?:预算)?(?:总额|总计|合计)?$/, '#year-income'],
  [/^本年(?:预算)?支出(?:预算)?(?:总额|总计|合计)?$/, '#year-expenditure'],
  [
    /^(?:部门|单位)?(?:(?:预算总?|总|部门|单位)收入(?:预算)?|收入(?:总?预算))(?:总额|总计|合计|总数)?$|^收入(?:总额|总计|合计|总数)$/,
    '#income',
  ],
  [
    /^(?:部门|单位)?(?:(?:预算总?|总|部门|单位)支出(?:预算)?|支出(?:总?预算))(?:总额|总计|合计|总数)?$|^支出(?:总额|总计|合计|总数)$/,
    '#expenditure',
  ],
  [/^(?:本年)?(?:财政|政府预算|财政预算)拨款(?:收入|支出|收支)?(?:总)?(?:预算)?(?:总额|总计|合计|总数)?$/, '#fiscal'],
  [/^一般公共(?:预算)?(?:财政)?(?:拨款)?基本支出$/, '#general-basic'],
  [/^一般公共(?:预算)?(?:财政)?(?:拨款)?项目支出$/, '#general-project'],
  [
    /^一般公共(?:预算)?(?:财政)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:收入|支出)?(?:预算)?(?:总额|总计|合计|总数|规模)?$/,
    '#general',
  ],
  [/^政府性基金(?:预算)?(?:财政)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:收入|支出)?(?:预算)?(?:总额|总计|合计)?$/, '#fund'],
  [
    /^国有资本经营(?:预算)?(?:财政)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:收入|支出)?(?:预算)?(?:总额|总计|合计)?$/,
    '#capital',
  ],
  [/^基本支出(?:合计|总计)?$/, '#basic'],
  [/^项目支出(?:合计|总计)?$/, '#project'],
  [/^(?:一般公共预算|财政拨款)?(?:财政拨款)?(?:安排)?三公经费(?:财政拨款|一般公共预算|支出|合计)*$/, '#three-public'],
  [/^因公出国(?:\(境\))?(?:经费|费用?|支出)*$/, '#abroad'],
  [/^公务接待(?:经费|费用?|支出)*$/, '#reception'],
  [/^公务用车购置(?:及|和|与)?(?:运行|运行维护)(?:维护)?(?:经费|费用?|支出)*$/, '#vehicle'],
  [/^公务用车购置(?:经费|费用?|支出)*$/, '#vehicle-purchase'],
  [/^公务用车运行(?:维护)?(?:经费|费用?|支出)*$/, '#vehicle-running'],
  [/^政府采购(?:项目)?(?:支出|预算|项目|纳入20[0-9]{2}年部门预算|纳入部门预算)*(?:总额|总计|合计)?$/, '#procurement'],
];

const NUMBERING =
  /^(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}(?:[、)]|\.(?![0-9]))|[①-⑩])/;
const BEFORE =
  /^(?:其中:?|包括:?|以及|和|及|即|[一二三四五六七八九十]是|20[0-9]{2}年度?|本年度?|当年|今年|年初|预算安排|安排|(?:我|本)(?:部门|单位|局|委|办|中心|院|校|所|站|馆|处|厅|会|队)(?:本级)?|的)/;
const AFTER =
  /(?:20[0-9]{2}年度?|年初|预算数|预算总额|预算金额|预算安排|安排预算|预算|安排|金额|总额|科目|支出预算数|共计|合计|总计|总共|一共|共|约?为|是|计|数|的|:)$/;

/** A name as it is compared: without blanks, quotation marks, 的 and the list number before it. */
export function bareItemName(text: string): string {
  return compactText(text)
    .replace(/[“”"'‘’「」《》]/g, '')
    .replace(/的/g, '')
    .replace(/^[一二三四五六七八九十]{1,3}、|^\([一二三四五六七八九十0-9]{1,3}\)|^[0-9]{1,2}[.、]|^其中:?/, '');
}

/** Money that comes in and goes out; what was carried over makes the two differ. */
const TWO_SIDED = /^#(?:fiscal|general|fund|capital)$/;

/** Which budget-wide item a name stands for ("#fund", "#fund-income"); null when it is the name of something else. */
export function findItemKey(name: string): string | null {
  const found = ITEMS.find(([pattern]) => pattern.test(name));
  if (!found) return null;
  const [isIncome, isExpenditure] = [/收入/.test(name), /支出/.test(name)];
  if (!TWO_SIDED.test(found[1]) || isIncome === isExpenditure) return found[1];
  return `${found[1]}-${isIncome ? 'income' : 'expenditure'}`;
}

/**
 * Reads what the label of an amount names: "2023年南湖区文化局部门预算收入" is #income of 2023. The whole label must be a name with
 * nothing else in it; null otherwise. @param label Without blanks, in half width. @param isKnown Whether a name is that of a row.
 */
export function readItemLabel(
  label: string,
  departments: ReadonlySet<string>,
  isKnown: (name: string) => boolean,
): NamedItem | null {
  if (label.length > 80) return null;
  let rest = label.replace(/[“”"'‘’「」]/g, '').replace(NUMBERING, '');
  let year: number | null = null;
  let hasDepartment = false;
  const note = (text: string): void => {
    const match = /^(20[0-9]{2})年/.exec(text);
    if (match) year = Number(match[1]);
  };
  for (let round = 0; round < 6; round += 1) {
    const department = Array.from(departments).find((name) => rest.indexOf(name) === 0);
    if (department) {
      rest = rest.slice(department.length).replace(/^\(本级\)/, '');
      hasDepartment = true;
      continue;
    }
    const before = BEFORE.exec(rest);
    if (!before || keyOf(rest, isKnown)) break;
    note(before[0]);
    if (/^(?:我|本)(?!年)/.test(before[0])) hasDepartment = true;
    rest = rest.slice(before[0].length);
  }
  for (let round = 0; round < 6; round += 1) {
    const key = keyOf(rest, isKnown) || (hasDepartment ? ofDepartment(rest) : null);
    if (key) return { key, year, hasDepartment, name: rest };
    const after = AFTER.exec(rest);
    if (!after) break;
    note(after[0]);
    rest = rest.slice(0, rest.length - after[0].length);
  }
  return rest === '' ? { key: '', year, hasDepartment, name: '' } : null;
}

/** 收入 and 支出 alone are the department's where it is named. */
function ofDepartment(rest: string): string | null {
  return rest === '收入' ? '#income' : rest === '支出' ? '#expenditure' : null;
}

function keyOf(rest: string, isKnown: (name: string) => boolean): string | null {
  const name = rest.replace(/的/g, '');
  const item = findItemKey(name);
  if (item) return item;
  const path = /^(?:.{2,30}\(类\))?(.{2,30})\((?:类|款)\)(.{2,40})\((?:款|项)\)$/.exec(name);
  if (path) return isKnown(`${path[1]}/${path[2]}`) ? `${path[1]}/${path[2]}` : null;
  const single = name.replace(/\([类款项]\)$/, '');
  return isKnown(single) ? single : null;
}
