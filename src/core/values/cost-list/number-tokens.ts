import { Decimal } from 'decimal.js';
import { unitAt } from '../counted-things/count-units';

/** A number of the text with the unit behind it. */
export interface NumberToken {
  readonly kind: 'money' | 'count' | 'plain' | 'percent' | 'other';
  /** From the first digit (or ¥) to the end of the unit. */
  readonly start: number;
  readonly end: number;
  /** Money in 元, counts with 万 and 千 read; null where it cannot be read. */
  readonly number: Decimal | null;
  /** The upper end of a range (50-60万元); null for one number. */
  readonly highest: Decimal | null;
  /** As written: "万", "万元", "人次"; "" for a plain number. */
  readonly unit: string;
  /** 元/人/次 is ["人", "次"]. */
  readonly per: readonly string[];
  /** 余, 多: 30余万元. */
  readonly isApproximate: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  w: 10000,
  W: 10000,
  百: 100,
  千: 1000,
  万: 10000,
  十万: 100000,
  百万: 1000000,
  千万: 10000000,
  亿: 100000000,
};

/** Units of counted things for use in a pattern, longer ones first. */
export const COUNTER =
  '平方公里|平方米|立方米|立方|千瓦时|工作日|人次|人天|人月|人日|人年|户次|家次|场次|车次|班次|批次|台次|件次|期次|套次|个月|季度|课时|学时|小时|分钟|公里|公斤|千克|公顷|平米|点位|标段|社区|街道|班组|系统|项目|企业|学校|人|名|位|家|户|个|次|场|期|批|套|台|辆|件|份|册|本|张|块|幅|盒|箱|桶|瓶|吨|米|亩|处|座|间|栋|层|条|项|支|只|双|组|班|节|课|天|日|周|月|年|篇|题|笔|单|例|头|盏|根|棵|株|站|所|校|村|镇|县|区|路|页|字|门|部|架|艘|款|类|种|轮|届|队|床|席|顶|片|枚|kg|km|m2|㎡|m';
const NUMBER_RUN = /[0-9](?:[0-9,.]*[0-9])?/g;
const STRICT_NUMBER = /^(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,10})?$/;
const FOREIGN = /^(?:百|千|万|亿|百万|千万)?\s?(?:美元|美金|港元|港币|欧元|日元|英镑|澳元|新台币)/;
const MONEY_UNIT =
  /^(百万|千万|十万|亿|万|千|百|[wW](?=元))?(余|多|来)?\s?(元(?![旦宵素年化])|圆|块钱)|^(百万|千万|亿|万)(余|多)?(?![分一])/;
const COUNT_UNIT = new RegExp(`^(万|千|百|亿)?(余|多|几)?\\s?(${COUNTER})`);
/** 20万支付讲课费: money in 万, then a word that begins like a unit. */
const BEGINS_WORD =
  /^[百千]?[万亿](?:支[出付持撑]|单[独位列]|部[门委分署]|位于|家[庭具电政]|项目|课[题程]|系统|[区县][级财]|村[级委]|校[园内]|所[需有属]|人员|年[度底]|门[诊票]|场[地租馆]|日常|路[灯面]|条例|期间|本[级年]|节[能约])/;
const PER_FIRST = new RegExp(`^\\s?(?:/|每|/每)\\s?\\(?\\s?(${COUNTER}|[\\u4e00-\\u9fa5]{1,2}|[a-zA-Z]{1,3})`);
const PER_NEXT = new RegExp(`^\\s?(?:/|·|每)\\s?(${COUNTER})|^[.、*]?(人|天|次|月|年|场|日)(?=[,;。、)\\s*=]|$)`);
const EACH_ONE = new RegExp(`^\\s?一(?!次性)(${COUNTER})`);
/** Longest unit with all of its parts; what follows a number is read no further. */
const REACH = 40;

/** All numbers of a folded text, ranges put together, in order. */
export function readNumbers(text: string): readonly NumberToken[] {
  const tokens: NumberToken[] = [];
  NUMBER_RUN.lastIndex = 0;
  for (let match = NUMBER_RUN.exec(text); match; match = NUMBER_RUN.exec(text)) {
    const runs = STRICT_NUMBER.test(match[0]) ? [match[0]] : match[0].split(',');
    let start = match.index;
    for (const run of runs) {
      if (run !== '') tokens.push(readToken(text, start, run));
      start += run.length + 1;
    }
    const last = tokens[tokens.length - 1];
    if (last.end > NUMBER_RUN.lastIndex) NUMBER_RUN.lastIndex = last.end;
  }
  return joinRanges(text, joinScales(tokens));
}

function readToken(text: string, digits: number, run: string): NumberToken {
  const number: Decimal | null = STRICT_NUMBER.test(run) ? new Decimal(run.replace(/,/g, '')) : null;
  const after = digits + run.length;
  const before = text.slice(Math.max(0, digits - 4), digits);
  const blanks = /^[ \t]{0,3}/.exec(text.slice(after, after + 3));
  const unitStart = after + (blanks ? blanks[0].length : 0);
  const rest = text.slice(unitStart, unitStart + REACH);
  const sign = /(?:¥|RMB|人民币)\s?$/.exec(before);
  const token = {
    start: digits - (sign ? sign[0].length : 0),
    end: after,
    number,
    highest: null,
    unit: '',
    per: [],
    isApproximate: false,
  };
  if (sign === null && /^[,;。、(]/.test(rest)) return { ...token, kind: /第\s?$/.test(before) ? 'other' : 'plain' };
  if (/第\s?$/.test(before) || /^[a-zA-Z]/.test(rest.replace(/^(?:kg|km|m2|m|x|X|[wW]元)/, '')))
    return { ...token, kind: 'other' };
  if (/^[%‰]/.test(rest)) {
    return { ...token, kind: 'percent', end: unitStart + 1, unit: rest.charAt(0) };
  }
  const foreign = FOREIGN.exec(rest);
  if (foreign) return { ...token, kind: 'money', number: null, end: unitStart + foreign[0].length, unit: foreign[0] };
  const count = BEGINS_WORD.test(rest) ? null : COUNT_UNIT.exec(rest);
  const money = MONEY_UNIT.exec(rest);
  const measure = money && money[3] === undefined && !count ? measureAt(rest.slice(money[0].length)) : '';
  if (money && number && measure !== '') {
    const scaled = number.times(SCALES[money[1] || money[4]] || 1);
    const end = unitStart + money[0].length + measure.length;
    return { ...token, kind: 'count', number: scaled, end, unit: measure };
  }
  if (money && !(count && money[3] === undefined)) {
    const scale = money[1] || money[4];
    const end = unitStart + money[0].length;
    const { per, length } = readPer(text.slice(end, end + REACH));
    return {
      ...token,
      kind: 'money',
      number: number && scale ? number.times(SCALES[scale]) : number,
      end: end + length,
      unit: money[0].replace(/[余多来\s]/g, ''),
      per,
      isApproximate: money[2] !== undefined || money[5] !== undefined,
    };
  }
  if (sign) return { ...token, kind: 'money', unit: '元' };
  if (count) {
    const scaled = number && count[1] ? number.times(SCALES[count[1]]) : number;
    const end = unitStart + count[0].length;
    const kind = isDate(run, count, before, text.slice(end, end + 2)) ? 'other' : 'count';
    return { ...token, kind, number: scaled, end, unit: count[3], isApproximate: count[2] !== undefined };
  }
  // 500/人: a price whose 元 was left out. What it is in, nobody can tell.
  const bare = /^\//.test(rest) ? readPer(rest) : null;
  if (bare && bare.per.length > 0 && number) {
    return { ...token, kind: 'money', number: null, end: unitStart + bare.length, unit: '', per: bare.per };
  }
  return { ...token, kind: 'plain' };
}

/** Behind 万 without 元: 1200万度, 30万头份. Any other word there (20万支付…) follows an amount of money. */
function measureAt(rest: string): string {
  const rare = /^(?:度电?|羽份|头份|空方|股(?![权份本])|粒|米3|大卡|千瓦时?|兆瓦时?)/.exec(rest);
  return rare ? rare[0] : unitAt(rest);
}

function isDate(run: string, count: RegExpExecArray, before: string, next: string): boolean {
  if (count[1] !== undefined) return false;
  if (count[3] === '年') return /^(?:19|20)[0-9]{2}$/.test(run) || /^[度初底末]/.test(next);
  if (count[3] === '月') return /年\s?$/.test(before) || /^(?:[0-9日份底初至起中末到]|上旬|下旬)/.test(next);
  if (count[3] === '日') return /月\s?$/.test(before);
  return false;
}

/** What a price is for: "/人/次", "每人每天", "一台". */
function readPer(rest: string): { readonly per: readonly string[]; readonly length: number } {
  const per: string[] = [];
  const first = PER_FIRST.exec(rest) || EACH_ONE.exec(rest);
  if (!first) return { per, length: 0 };
  per.push(first[1]);
  let length = first[0].length;
  for (let next = PER_NEXT.exec(rest.slice(length)); next && per.length < 4; next = PER_NEXT.exec(rest.slice(length))) {
    per.push(next[1] || next[2]);
    length += next[0].length;
  }
  if (/\(/.test(rest.slice(0, length)) && rest.charAt(length) === ')') length += 1;
  return { per, length };
}

/** "1亿2000万元" is one amount. */
function joinScales(tokens: readonly NumberToken[]): readonly NumberToken[] {
  const joined: NumberToken[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const isTail =
      last !== undefined &&
      last.kind === 'money' &&
      token.kind === 'money' &&
      /^[亿万]$/.test(last.unit) &&
      last.end === token.start &&
      last.number !== null &&
      token.number !== null &&
      token.number.lessThan(last.number);
    if (isTail && last.number && token.number) {
      joined[joined.length - 1] = { ...token, start: last.start, number: last.number.plus(token.number) };
    } else joined.push(token);
  }
  return joined;
}

function joinRanges(text: string, tokens: readonly NumberToken[]): readonly NumberToken[] {
  const joined: NumberToken[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const low = last && isRange(text, last, token) ? lowOf(last, token) : null;
    if (low && token.number)
      joined[joined.length - 1] = { ...token, start: last.start, number: low, highest: token.number };
    else joined.push(token);
  }
  return joined;
}

function isRange(text: string, first: NumberToken, second: NumberToken): boolean {
  if (second.start - first.end > 4 || first.highest || first.number === null || second.number === null) return false;
  if (!/^\s?(?:-{1,2}|~|至|到)\s?$/.test(text.slice(first.end, second.start))) return false;
  return first.kind === 'plain' || (first.kind === second.kind && first.kind !== 'other');
}

function lowOf(first: NumberToken, second: NumberToken): Decimal | null {
  if (first.number === null) return null;
  if (first.kind !== 'plain' || second.kind !== 'money') return first.number;
  const scale = /^(?:百万|千万|十万|亿|万|千|百)/.exec(second.unit);
  return scale ? first.number.times(SCALES[scale[0]]) : first.number;
}
