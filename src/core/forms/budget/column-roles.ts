import { compactText } from '../../values/normalize-text';
import type { AmountRole } from './budget-table';

/** What stands in a column beside amounts. */
export type TextColumn =
  'unit' | 'unit-code' | 'code' | 'code-class' | 'code-group' | 'code-item' | 'name' | 'year' | 'note' | 'other';

const TEXT_HEADS: readonly (readonly [RegExp, TextColumn])[] = [
  [/^类(?:级)?$/, 'code-class'],
  [/^款(?:级)?$/, 'code-group'],
  [/^项(?:级)?$/, 'code-item'],
  [/(?:单位|部门|主体)\(?(?:单位)?\)?(?:编码|代码|编号)$/, 'unit-code'],
  [/编码$|代码$|编号$/, 'code'],
  [/^(?:单位|部门)科目名称$|^科目\(单位\)名称$|^(?:单位|部门)(?:名称)?\([^()]{0,6}科目(?:名称)?\)$/, 'name'],
  [
    /^(?:预算)?(?:单位|部门)(?:名称)?$|^(?:单位|部门)(?:\((?:单位|部门)\))?名称$|^主管部门(?:名称)?$|^预算单位名称$/,
    'unit',
  ],
  [
    /科目名称$|项目名称$|^项目(?:类别)?$|^名称$|^科目$|^(?:收入|支出)项目$|^支出功能分类(?:科目)?$|^(?:功能|经济)分类(?:科目)?(?:名称)?$/,
    'name',
  ],
  [/^年[度份]$/, 'year'],
  [/^备注$|^说明$|^序号$|^绩效|^内容|依据$|^主要内容$|^测算|^单位性质$/, 'note'],
];

/** Heads of amounts. The innermost head decides; 小计 and 合计 take the meaning of the head above them. */
const AMOUNT_HEADS: readonly (readonly [RegExp, AmountRole])[] = [
  [/(?:增减|增长|变动|比上年)[^额]{0,4}(?:率|%|比例|幅度?|百分比)|^增减?幅|^%$|单价|比[例率]$|占比/, 'change-rate'],
  [/三公.*(?:经费|总额|合计|预算数?)$/, 'total'],
  [/增减|变化金额|比上年|差额|变动(?:额|金额)?$/, 'change'],
  [/^上年(?!结)|执行数|决算数|^去年/, 'last-year'],
  [/^其中/, 'part'],
  [/人员(?:经费|支出|类)|工资福利.*对个人/, 'personnel'],
  [/公用(?:经费|支出)|运转类$/, 'operating'],
  [/基本支出/, 'basic'],
  [/项目支出/, 'project'],
  [/事业单位经营支出|^经营支出/, 'business'],
  [/上缴上级/, 'upward'],
  [/附属单位(?:补助|的补助)|对附属单位/, 'subsidy'],
  [/因公出国/, 'abroad'],
  [/公务接待/, 'reception'],
  [/公务用车购置及运行|公务用车购置和运行|公务用车购置与运行/, 'vehicle'],
  [/公务用车购置/, 'vehicle-purchase'],
  [/公务用车运行|^运行(?:维护)?费?$/, 'vehicle-running'],
  [/^(?:车辆)?购置费?$/, 'vehicle-purchase'],
  [/面向|预留|小型|微型|货物类?$|工程类?$|服务类?$/, 'procurement-part'],
  [/政府采购|采购/, 'procurement'],
  [/一般公共预算/, 'general'],
  [/政府性基金/, 'fund'],
  [/国有资本经营/, 'capital'],
  [/财政专户/, 'account'],
  [/上级补助收入/, 'superior-subsidy'],
  [/附属单位上缴/, 'subordinate-payment'],
  [/事业单位经营收入|^经营收入/, 'business-income'],
  [/^事业收入/, 'public-service-income'],
  [/单位资金/, 'unit-funds'],
  [/上年结[转余]|结转|结余|使用非财政拨款/, 'carried-over'],
  [/^其他(?:收入|资金|来源)/, 'other-income'],
  [/财政拨款|政府预算拨款|财政资金/, 'fiscal'],
  [
    /^(?:合计|总计|小计|总额|金额|预算数?|预算金额|(?:支出|收入|金额|预算|本年支出|本年收入)(?:总计|合计|金额)|(?:本年|年初|全年|当年)?预算(?:数|安排数?)|总预算)$/,
    'total',
  ],
];

const SUBTOTAL = /^(?:小计|合计|总计|总额|金额|计)$/;

/** A head without note in brackets, year and marks. */
export function bareHead(text: string): string {
  return compactText(text)
    .replace(/\((?:万元|元|千元|单位:?[^()]*|[^()]*=[^()]*|[0-9]+)\)/g, '')
    .replace(/^(?:20[0-9]{2}年度?|本年度?|当年)(?=.)/, '')
    .replace(/[:：]$/, '');
}

/** What the texts of a column are, or undefined for amounts: its innermost head says so. @param heads Outermost first. */
export function findTextColumn(heads: readonly string[]): TextColumn | undefined {
  const head = bareHead(heads[heads.length - 1] || '');
  const found = TEXT_HEADS.find(([pattern]) => pattern.test(head));
  return found && found[1];
}

/** What the amounts of a column are; null where the heads do not say. @param heads Outermost first. */
export function findAmountRole(heads: readonly string[]): AmountRole | null {
  for (let index = heads.length - 1; index >= 0; index -= 1) {
    const head = bareHead(heads[index]);
    if (SUBTOTAL.test(head) && index > 0 && !/^(?:收入|支出|预算数?|20[0-9]{2}年.*)$/.test(bareHead(heads[index - 1])))
      continue;
    const found = AMOUNT_HEADS.find(([pattern]) => pattern.test(head));
    if (found) return found[1];
    if (index === heads.length - 1 && !SUBTOTAL.test(head)) return isYearHead(heads[index]) ? 'total' : null;
  }
  return 'total';
}

/** The year that the heads of a column name: 2023 for "2023年预算数"; null when none does. */
export function findHeadYear(heads: readonly string[]): number | null {
  for (const head of heads) {
    const match = /(20[0-9]{2})年?/.exec(compactText(head));
    if (match) return Number(match[1]);
  }
  return null;
}

/** True for heads that say no more than whose year the amounts are. */
function isYearHead(head: string): boolean {
  return /^20[0-9]{2}年度?(?:预算数?|安排数?)?$|^(?:本年|当年)(?:预算数?)?$/.test(compactText(head));
}

/** Words by which a row is told to be the head of a budget table. Items of lists (一、…) use the same words and are none. */
export function isTableHead(text: string): boolean {
  const head = bareHead(text);
  if (
    head === '' ||
    head.length > 24 ||
    /[。;]|^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[、.])/.test(head)
  )
    return false;
  return (
    TEXT_HEADS.some(([pattern, use]) => use !== 'note' && pattern.test(head)) ||
    AMOUNT_HEADS.some(([pattern]) => pattern.test(head)) ||
    /^(?:本年)?(?:财政拨款)?(?:收入|支出)$|(?:功能|经济)分类(?:科目)?$|^(?:科目编码|功能分类科目|经济分类科目|资金来源|栏次)$/.test(
      head,
    ) ||
    isYearHead(text)
  );
}
