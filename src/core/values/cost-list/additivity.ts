import { Decimal } from 'decimal.js';
import type { CostItem, CostRole, Doubt } from './cost-item';
import type { DraftItem } from './list-items';
import type { Outline } from './list-outline';

/** Nouns of spending: what stands without an amount between items with one. */
const SPENDING = /费|经费|补贴|补助|奖励|采购|购置|租赁|服务|维护|维修|运维|改造|建设|培训|宣传|印刷|活动|会议/;
const SHARES =
  /自筹|自有资金|配套资金|资金来源|财政拨款|(?:中央|省级?|市级?|区级?|县级?|上级|镇级?)(?:财政)?(?:资金|补助资金|专项|转移支付|拨款|承担|负担|配套)|结转|结余|剩余(?!尾|款|合同)|其余|余下|不足部分|差额|压减|核减|扣减|扣除|抵扣|减去|下调|折扣|[一二三四五六七八九]折|优惠|下浮/;
const SCHEDULE =
  /第[一二三]年|首年|次年|分年|逐年|上半年|下半年|第[一二三四1-4]季度|[一二三四]季度|分[一二两三四五][年期]|20[0-9]{2}\\s?[-至]\\s?20[0-9]{2}年/;
const STANDARDS = /给予|一次性|分别|每[家户](?!庭)|补[贴助]标准|奖励标准|符合条件/;
const OPEN = /主要(?:包括|用于|支出|为|有|是|涉及|含|由)|包括但不限于|例如|如:/;
const ARREARS = /尾款|首款|余款|未付|预付|进度款|质保金|第[一二三四1-4]笔/;

/** Gives every draft its final role: totals found by adding up, shares of a stated whole. */
export function settleRoles(drafts: readonly DraftItem[], outline: Outline): readonly CostRole[] {
  const roles: CostRole[] = drafts.map(({ role }) => role);
  markSegmentTotals(drafts, roles);
  markParents(drafts, roles, outline);
  markLeadingTotal(drafts, roles);
  return roles;
}

/** Within one statement: "师资2万元，场地1万元，合计3万元"; "培训费3万元：师资2万元，场地1万元". */
function markSegmentTotals(drafts: readonly DraftItem[], roles: CostRole[]): void {
  forEachRun(
    drafts,
    ({ segment }) => segment,
    (indexes) => {
      const own = indexes.filter((index) => roles[index] === 'item');
      if (own.length < 3) return;
      const sum = sumOf(own.map((index) => drafts[index]));
      for (const index of [own[0], own[own.length - 1]]) {
        const { amount } = drafts[index];
        if (sum && amount && sum.minus(amount).equals(amount)) {
          roles[index] = 'total';
          return;
        }
      }
    },
  );
}

/** A point whose sub-points add up to its own amount states their sum. */
function markParents(drafts: readonly DraftItem[], roles: CostRole[], outline: Outline): void {
  const byNode: number[][] = outline.nodes.map(() => []);
  drafts.forEach(({ node }, index) => byNode[node].push(index));
  const below: Decimal[] = outline.nodes.map(() => new Decimal(0));
  const hasBelow: boolean[] = outline.nodes.map(() => false);
  for (let node = outline.nodes.length - 1; node > 0; node -= 1) {
    const own = byNode[node].filter((index) => roles[index] === 'item');
    const stated = byNode[node].filter((index) => roles[index] === 'total' || roles[index] === 'item');
    const head = stated[0];
    let worth = own.reduce((sum, index) => sum.plus(drafts[index].amount || 0), new Decimal(0));
    if (hasBelow[node] && stated.length === 1 && drafts[head].amount) {
      roles[head] = 'total';
      worth = drafts[head].amount || worth;
    } else worth = worth.plus(below[node]);
    const { parent } = outline.nodes[node];
    if (parent >= 0 && byNode[node].concat(hasBelow[node] ? [0] : []).length > 0) {
      below[parent] = below[parent].plus(worth);
      hasBelow[parent] = true;
    }
  }
}

/** "项目预算100万元。A 60万元；B 40万元": the first amount is the sum of all the others. */
function markLeadingTotal(drafts: readonly DraftItem[], roles: CostRole[]): void {
  const own = drafts.map((_draft, index) => index).filter((index) => roles[index] === 'item');
  if (own.length < 3) return;
  const sum = sumOf(own.map((index) => drafts[index]));
  for (const index of [own[0], own[own.length - 1]]) {
    const { amount } = drafts[index];
    if (sum && amount && sum.minus(amount).equals(amount)) {
      roles[index] = 'total';
      return;
    }
  }
}

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
  if (SCHEDULE.test(text) || hasYearsOnly(items)) return 'schedule';
  if (STANDARDS.test(text)) return 'standards';
  if (items.some(({ range }) => range !== null)) return 'range';
  if (drafts.some(({ expression }, index) => !expression.isReadable && roles[index] !== 'mention')) return 'unreadable';
  if (/[一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰仟]\s?[千百拾佰仟]?万?元/.test(text)) return 'unreadable';
  if (drafts.some(({ isApproximate }, index) => isApproximate && roles[index] !== 'mention')) return 'approximate';
  if (drafts.some(({ expression }) => expression.contradictsItself)) return 'product-differs';
  if (items.some(({ amount }) => amount === null)) return 'price-only';
  if (bracketsDisagree(drafts, roles)) return 'product-differs';
  if (hasNamelessAmounts(items)) return 'several-amounts';
  if (parentsDiffer(drafts, roles, outline)) return 'parent-differs';
  if (lacksAmount(text, drafts, outline)) return 'item-without-amount';
  return null;
}

/** True when the list may leave something out. */
export function isOpenList(text: string, drafts: readonly DraftItem[], roles: readonly CostRole[]): boolean {
  if (OPEN.test(text) || drafts.some(({ lead }, index) => /其中/.test(lead) && roles[index] === 'item')) return true;
  const last = drafts[drafts.length - 1];
  return last !== undefined && /^\s?\)?等/.test(text.slice(last.expression.end, last.expression.end + 4));
}

function forEachRun(
  drafts: readonly DraftItem[],
  keyOf: (draft: DraftItem) => number,
  visit: (indexes: readonly number[]) => void,
): void {
  let run: number[] = [];
  drafts.forEach((draft, index) => {
    if (run.length > 0 && keyOf(drafts[run[0]]) !== keyOf(draft)) {
      visit(run);
      run = [];
    }
    run.push(index);
  });
  if (run.length > 0) visit(run);
}

/** Sum of the amounts; null when one is missing. */
export function sumOf(items: readonly CostItem[]): Decimal | null {
  let sum = new Decimal(0);
  for (const { amount } of items) {
    if (amount === null) return null;
    sum = sum.plus(amount);
  }
  return sum;
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

/** Amounts in one statement need a name each, or nobody can tell whether they are two spendings. */
function hasNamelessAmounts(items: readonly DraftItem[]): boolean {
  return items.some(({ label, segment }, index) => {
    const follows = index > 0 && items[index - 1].segment === segment;
    return follows ? !SPENDING.test(label) && !/[\u4e00-\u9fa5]{4}/.test(label) : label === '';
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
    const isListed = mark === ';' || (mark === '\n' && words.length <= 40);
    return isListed && SPENDING.test(words) && !/:\s*$/.test(words) && !/以上|上述|据此/.test(words);
  });
  if (isNamed) return true;
  return outline.segments.some(({ end }, index) => {
    const inside = filled.has(index) ? drafts.filter(({ segment }) => segment === index) : [];
    const last = inside[inside.length - 1];
    return (
      last !== undefined &&
      /据实|另行|按实|实报/.test(text.slice(last.expression.end, end)) &&
      SPENDING.test(text.slice(last.expression.end, end))
    );
  });
}
