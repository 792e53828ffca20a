import { bareText, normalizeWidth } from './normalize-text';

/** Texts beyond this length are cut: nobody lists more items than fit in it. */
const LONGEST_BASIS = 20000;

const MONEY = /[0-9](?:\.[0-9]+)?\s*(?:[千百]?万|亿|千)?元|[0-9]\s*万(?![0-9人次户家个册份件套])/;

/** Words that end the name of something money is spent on. */
const SPENDING_HEADS =
  '费|费用|经费|补贴|补助|奖励|奖金|资助|支持|资金|工资|薪酬|津贴|社保|慰问|服务|采购|购置|购买|租赁|租金|维护|维修|运维|维保|修缮|改造|装修|建设|开发|升级|培训|宣传|印刷|制作|活动|会议|调研|评估|评审|审计|检测|监测|咨询|设计|课题|项目|工程|设备|材料|耗材|用品|劳务|物业|保洁|保安|绿化|邮寄|尾款|首款';
const ENDS_IN_HEAD = new RegExp(`(?:${SPENDING_HEADS})(?:\\([^()]{0,30}\\))?(?:等)?$`);
const HOLDS_HEAD = new RegExp(SPENDING_HEADS);

/** Amounts that are no item of their own: totals, prices, shares by source or time. */
const NO_ITEM =
  /合计|共计|总计|小计|总额|总预算|总投入|单价|其中|标准|财政拨款|财政资金|自筹|资金来源|季度|半年|分期|首期|尾期|第.期|已支付|上年|去年|往年|结余/;
/** A text that reasons about an amount rather than listing what it is for. */
const REASONS = /根据|按照|依据|参照|参考|测算|结合|预计|并|且|确保|保证|通过|为了|因此|不低于|不超过|条件|审议/;

/** Numbers at the head of list items, one kind of writing after the other. */
const NUMBERINGS: readonly RegExp[] = [
  /(^|[\n\s;。:,])([一二三四五六七八九十]{1,2})(?:、|\.|是)/g,
  /(^|[\n\s;。:,元万])\(([一二三四五六七八九十]{1,2})\)/g,
  /(^|[\n\s;。:,])([0-9]{1,2})(?:[、)]|\.(?![0-9]))/g,
  /(^|[\n\s;。:,元万])\(([0-9]{1,2})\)/g,
];

/**
 * The things a 测算依据 certainly asks money for, in its words. Rather too few than too many: a text that reasons about
 * one amount, quotes policies or splits one price yields none.
 */
export function findSpendingItems(text: string): readonly string[] {
  const plain = normalizeWidth(
    text
      .slice(0, LONGEST_BASIS)
      .replace(/<[^<>]{0,300}>/g, '\n')
      .replace(/[①-⑳]/g, (sign) => `\n${sign.charCodeAt(0) - 0x245f}.`),
  ).trim();
  return unique(findNumbered(plain) || findPriced(plain) || findListed(plain) || []);
}

/** Items under 1. 2. 3. (or 一、 …, (1) …); null when the text is not numbered. */
function findNumbered(text: string): readonly string[] | null {
  let first: { readonly starts: readonly number[]; readonly bodies: readonly string[] } | null = null;
  for (const numbering of NUMBERINGS) {
    const starts: number[] = [];
    const ends: number[] = [];
    numbering.lastIndex = 0;
    for (let match = numbering.exec(text); match; match = numbering.exec(text)) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    if (starts.length < 2 || (first && first.starts[0] < starts[0])) continue;
    first = { starts, bodies: ends.map((end, index) => text.slice(end, starts[index + 1]).trim()) };
  }
  if (!first) return null;
  return first.bodies.filter((body) => isSpending(body, true)).map(nameOf);
}

/** Clauses with an amount each: "图书采购60万元；馆员培训15万元；…". Null when fewer than two have one. */
function findPriced(text: string): readonly string[] | null {
  const clauses = text.split(/[;。\n]/).filter((clause) => MONEY.test(clause));
  const parts =
    clauses.length > 1 ? clauses : clauses.reduce<string[]>((all, clause) => [...all, ...splitClause(clause)], []);
  const priced = parts.filter((part) => MONEY.test(part) && (isSpending(part, false) || isPurchase(part)));
  return priced.length < 2 ? null : withoutGrades(priced);
}

/** 一级古树, 二级古树, 三级古树 are one thing in grades: only the first of those bought by the piece that end alike is named. */
function withoutGrades(parts: readonly string[]): readonly string[] {
  const endings = new Set<string>();
  return parts.map(nameOf).filter((name, index) => {
    if (isSpending(parts[index], false)) return true;
    const ending = name.slice(-2);
    const isNew = !endings.has(ending);
    endings.add(ending);
    return isNew;
  });
}

/** One clause at its commas, but not below the heading of a single item: "培训费：师资2万元，场地1万元". */
function splitClause(clause: string): readonly string[] {
  const heading = /^([^:]*):/.exec(clause);
  if (heading && HOLDS_HEAD.test(heading[1])) return [clause];
  const body = heading ? clause.slice(heading[0].length) : clause;
  return body.split(/,(?![0-9]{3})|、/);
}

/** A bare list of names without amounts. */
function findListed(text: string): readonly string[] | null {
  const sentence = text.replace(/[。.;]$/, '');
  if (sentence.length > 400 || /[。!?\n]/.test(sentence) || REASONS.test(sentence) || MONEY.test(sentence)) return null;
  const body = sentence.replace(/^.{0,20}?(?:用于|包括|包含|涵盖|涉及|含有?)(?:支付|发放|开展|购买)?:?/, '');
  const separator = body.indexOf(';') >= 0 ? ';' : body.indexOf(',') >= 0 ? ',' : '、';
  const parts = body.split(separator).map((part) => part.trim().replace(/等$/, ''));
  const named = parts.filter((part) => part.length >= 4 && part.length <= 40 && ENDS_IN_HEAD.test(part));
  // Between 、 a part without a noun of its own leans on the next (成熟型、成长型人才奖励); between commas it is prose.
  const isList =
    separator === '、' ? parts[parts.length - 1] === named[named.length - 1] : named.length === parts.length;
  return isList ? named : null;
}

/** A number at its head and an amount make an item certain; otherwise its name must be that of a spending. */
function isSpending(part: string, isNumbered: boolean): boolean {
  const name = nameOf(part);
  if (!/[\u4e00-\u9fa5]{2}/.test(name) || NO_ITEM.test(name)) return false;
  if (MONEY.test(part)) return isNumbered || HOLDS_HEAD.test(name);
  return ENDS_IN_HEAD.test(name) && !/^(?:根据|按照|依据|参照|参考|《)/.test(name);
}

/** Things bought by the piece or works by their size: 机器人8台×25万元. People may be one spending told by groups. */
const BY_THE_PIECE =
  /[0-9]\s?万?(?:台套|台|套|辆|架|艘|座|株|棵|张|平方米|㎡|公里|米|亩)\s?[*×xX,]\s?(?:单价|每[\u4e00-\u9fa5]{1,3})?[0-9.]{1,12}\s?万?元/;

function isPurchase(part: string): boolean {
  const name = nameOf(part);
  return BY_THE_PIECE.test(part) && /^[^0-9]{0,30}[\u4e00-\u9fa5]{2}/.test(name) && !NO_ITEM.test(name);
}

/** What stands before the first amount of an item, without the words that lead to it. */
function nameOf(part: string): string {
  const first = /^[^;。\n]{0,300}/.exec(part.trim());
  const clause = first ? first[0] : '';
  const money = MONEY.exec(clause);
  const end = money ? clause.slice(0, money.index + 1).search(/[0-9][0-9.,]*$/) : -1;
  const name = end > 0 ? clause.slice(0, end) : clause;
  const head = /^([^,:]{2,40})[,:]/.exec(name);
  return (head ? head[1] : name)
    .replace(/[0-9.]{1,12}\s?万?[\u4e00-\u9fa5㎡]{1,3}\s?[*×]\s?$/, '')
    .replace(/(?:预计|约|共|计|为|需|支出|,|:|\(|（|\s)+$/, '')
    .trim();
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = bareText(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
