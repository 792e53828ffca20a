import { Decimal } from 'decimal.js';
import type { CostRole, Doubt } from './cost-item';
import type { DraftItem } from './list-items';
import type { Outline } from './list-outline';
import { opensList } from './settle-roles';

/** Nouns of spending: what stands without an amount between items with one. */
const SPENDING = /费|经费|补贴|补助|奖励|采购|购置|租赁|服务|维护|维修|运维|改造|建设|培训|宣传|印刷|活动|会议/;
const SHARES =
  /自筹|自有资金|配套资金|资金来源|财政拨款|(?:中央|省级?|市级?|区级?|县级?|上级|镇级?)(?:财政)?(?:资金|补助|奖补|专项|转移支付|拨款|承担|负担|配套)|个人(?:缴|承担|负担)|单位承担|由[\u4e00-\u9fa5]{2,12}列支|结转|结余|剩余(?!尾|款|合同)|其余|余下|不足部分|差额|压减|核减|扣减|扣除|抵扣|减去|下调|折扣|[一二三四五六七八九]折|优惠|下浮|另列|另计|不计入|不列入|不纳入/;
/** Amounts of others to compare with. */
const COMPARED = /同类|类似(?:项目|工程|活动)|对比|比照|兄弟单位|周边[省市区县城地]/;
const SCHEDULE =
  /第[一二三]年|首年|次年|分年|逐年|上半年|下半年|第[一二三四1-4]季度|[一二三四]季度|分[一二两三四五][年期]|20[0-9]{2}年?\s?[-至~]\s?20[0-9]{2}年/;
const STANDARDS = /给予|一次性|分别|每[家户](?!庭)|补[贴助]标准|奖励标准|符合条件/;
/** 每场：场地费3万元，讲师费3万元: what one costs, item by item. */
const ONE_OF_MANY =
  /(?:每(?!年)[\u4e00-\u9fa5]{1,2}|单[场次期班人户家套台个])[^0-9,;。:、]{0,10}:\s?[\u4e00-\u9fa5]{2,12}[^0-9,;。]{0,4}[0-9]/;
const OPEN = /主要(?:包括|用于|支出|为|有|是|涉及|含|由)|包括但不限于|例如|如:/;
const ARREARS = /尾款|首款|余款|未付|预付|进度款|质保金|第[一二三四1-4]笔/;

/** The first reason not to add up the items; null when it is certain that they can be. */
export function findDoubt(
  text: string,
  drafts: readonly DraftItem[],
  roles: readonly CostRole[],
  outline: Outline,
): Doubt | null {
  const items = drafts.filter((_draft, index) => roles[index] === 'item');
  if (items.length < 2) return 'fewer-than-two';
  if (SHARES.test(text)) return 'shares';
  if (COMPARED.test(text)) return 'mention';
  if (SCHEDULE.test(text) || hasYearsOnly(items) || comparesYears(drafts)) return 'schedule';
  if (STANDARDS.test(text) || ONE_OF_MANY.test(text)) return 'standards';
  if (items.some(({ range }) => range !== null)) return 'range';
  if (drafts.some(({ expression }, index) => !expression.isReadable && roles[index] !== 'mention')) return 'unreadable';
  if (/[一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰仟]\s?[千百拾佰仟]?万?元/.test(text)) return 'unreadable';
  if (drafts.some(({ isApproximate }, index) => isApproximate && roles[index] !== 'mention')) return 'approximate';
  if (drafts.some(({ expression }) => expression.contradictsItself)) return 'product-differs';
  if (items.some(({ amount }) => amount === null)) return 'price-only';
  if (bracketsDisagree(drafts, roles)) return 'product-differs';
  if (hasNamelessAmounts(items)) return 'several-amounts';
  if (drafts.some(({ isBracketed, isUnsure }, index) => roles[index] === 'mention' && !isBracketed && isUnsure))
    return 'mention';
  if (
    drafts.some(
      (_draft, index) =>
        roles[index] === 'item' && opensList(text, drafts, outline, index) && roles[index + 1] === 'item',
    )
  )
    return 'parent-differs';
  if (parentsDiffer(drafts, roles, outline)) return 'parent-differs';
  if (lacksAmount(text, drafts, outline)) return 'item-without-amount';
  return null;
}

/** True when the list may leave something out. */
export function isOpenList(
  text: string,
  drafts: readonly DraftItem[],
  roles: readonly CostRole[],
  outline: Outline,
): boolean {
  if (OPEN.test(text)) return true;
  const [first, ...others] = drafts;
  // Shares that are items add up to the whole stated before them: see markCompleteShares.
  const areComplete =
    roles[0] === 'total' && others.every(({ isShare }, index) => isShare && roles[index + 1] === 'item');
  if (first !== undefined && others.length > 0 && areComplete) return false;
  if (drafts.some(({ lead }, index) => /其中/.test(lead) && roles[index] === 'item')) return true;
  if (outline.segments.some(({ start, end }) => /其中\s*:?\s*$/.test(text.slice(Math.max(start, end - 8), end))))
    return true;
  const last = drafts[drafts.length - 1];
  return last !== undefined && /^\s?\)?等/.test(text.slice(last.expression.end, last.expression.end + 4));
}

/** "2024年100万元；2025年120万元" spreads one spending over years; so do two items that differ in the year alone. */
function hasYearsOnly(items: readonly DraftItem[]): boolean {
  const seen = new Set<string>();
  return items.some(({ label, lead }) => {
    if (ARREARS.test(lead)) return false;
    const name = label
      .replace(/[0-9一二三四五六七八九十]+年(?:度|第.季度|[0-9]{1,2}月)?/g, '')
      .replace(/计划|预计|安排|投入|支出|资金|预算|需要|[\s:,(]/g, '');
    const isRepeated = name === '' ? /年/.test(label) : seen.has(name);
    seen.add(name);
    return isRepeated;
  });
}

/** "培训费：2024年65万元，2025年70万元": one spending in two years. */
function comparesYears(drafts: readonly DraftItem[]): boolean {
  return drafts.some(({ lead, segment }, index) => {
    const next = drafts[index + 1];
    if (next === undefined || next.segment !== segment || !/20[0-9]{2}年度?\s?$/.test(lead.slice(-12))) return false;
    return /^\s?\)?[,、]\s?20[0-9]{2}年度?\s?$/.test(next.lead.slice(0, 16));
  });
}

/** "保安费（3人×5000元×12月）20万元": the formula behind a name and the amount after it are the same money. */
function bracketsDisagree(drafts: readonly DraftItem[], roles: readonly CostRole[]): boolean {
  return drafts.some(
    ({ expression, segment }, index) =>
      roles[index] === 'part' &&
      expression.quantities.length > 0 &&
      index > 0 &&
      drafts[index - 1].segment === segment &&
      roles[index - 1] === 'item' &&
      (index + 1 === drafts.length || drafts[index + 1].segment !== segment || roles[index + 1] !== 'part') &&
      !equal(drafts[index - 1].amount, expression.amount),
  );
}

function equal(first: Decimal | null, second: Decimal | null): boolean {
  return first === null || second === null || first.equals(second);
}

/** Names that say which part of a sum it is, or how it is limited, not what is paid for. */
const NO_SPENDING =
  /^(?:首[付款期]|尾款|余款|进度款|质保金|预付款|定金|上限|下限|平均|最[高低多少]|不?含税|税[后前]|实际|原价|现价|折后)/;

/** Amounts in one statement need a name each, or nobody can tell whether they are two spendings. */
function hasNamelessAmounts(items: readonly DraftItem[]): boolean {
  return items.some(({ label, segment }, index) => {
    const follows =
      (index > 0 && items[index - 1].segment === segment) ||
      (index + 1 < items.length && items[index + 1].segment === segment);
    return label === '' || (follows && NO_SPENDING.test(label));
  });
}

function parentsDiffer(drafts: readonly DraftItem[], roles: readonly CostRole[], outline: Outline): boolean {
  const worth: Decimal[] = outline.nodes.map(() => new Decimal(0));
  const children: Decimal[] = outline.nodes.map(() => new Decimal(0));
  const hasChildren: boolean[] = outline.nodes.map(() => false);
  const stated: (Decimal | null)[] = outline.nodes.map(() => null);
  drafts.forEach(({ node, amount }, index) => {
    if (amount === null) return;
    if (roles[index] === 'item') worth[node] = worth[node].plus(amount);
    if (roles[index] === 'total') stated[node] = amount;
  });
  for (let node = outline.nodes.length - 1; node > 0; node -= 1) {
    const whole = worth[node].plus(children[node]);
    const own = stated[node];
    const isLast = node === outline.nodes.length - 1;
    // What the last point states at its end may be the sum of the whole list.
    if (own !== null && hasChildren[node] && !own.equals(whole) && !isLast) return true;
    const { parent } = outline.nodes[node];
    if (parent < 0 || whole.isZero()) continue;
    children[parent] = children[parent].plus(whole);
    hasChildren[parent] = true;
  }
  return false;
}

/** A numbered point, or a statement between two semicolons or on a line of its own, that names a spending without its amount. */
function lacksAmount(text: string, drafts: readonly DraftItem[], outline: Outline): boolean {
  const paid: boolean[] = outline.nodes.map(() => false);
  drafts.forEach(({ node, role }) => {
    if (role !== 'mention') paid[node] = true;
  });
  for (let node = outline.nodes.length - 1; node > 0; node -= 1) {
    if (!paid[node]) return true;
    const { parent } = outline.nodes[node];
    if (parent >= 0) paid[parent] = true;
  }
  const filled = new Set(drafts.map(({ segment }) => segment));
  const first = drafts.length > 0 ? drafts[0].segment : 0;
  const isNamed = outline.segments.some(({ start, end, mark }, index) => {
    if (filled.has(index) || index < first) return false;
    const words = text.slice(start, Math.min(end, start + 80));
    const isLast = /^。?$/.test(mark) && index > 0 && outline.segments[index - 1].mark === ';';
    const isListed = mark === ';' || isLast || (mark === '\n' && words.length <= 40);
    return isListed && SPENDING.test(words) && !/:\s*$/.test(words) && !/以上|上述|据此/.test(words);
  });
  if (isNamed) return true;
  return drafts.some(({ segment, expression }, index) => {
    const next = drafts[index + 1];
    if (next !== undefined && next.segment === segment) return false;
    const tail = text.slice(expression.end, outline.segments[segment].end);
    return /据实|另行|按实|实报/.test(tail) && SPENDING.test(tail) && !/以上|上述|所有/.test(tail);
  });
}
