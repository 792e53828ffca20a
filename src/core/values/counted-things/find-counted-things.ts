import { clausesOf, type Clause } from './clause-spans';
import type { CountedThing } from './counted-thing';
import { isExtent } from './count-units';
import { readBoundBefore, readTail } from './number-bounds';
import { standingOf } from './number-standing';
import { newSentence, noteClause, periodOf, type SentenceState } from './sentence-state';
import { foldWidth, maskNames } from './mask-names';
import { readNumber, readWordNumber, type WrittenNumber } from './read-number';
import { saysSomething } from './subject';

/** What a cell of a spreadsheet can hold; longer texts are read up to here. */
const LONGEST_READ = 32767;
/** How much text on either side of a number may say what is counted. */
const WORDS_BEFORE = 24;
const WORDS_BEHIND = 16;

const DOING =
  /完成|开展|举办|组织|实施|新建|建设|建成|改造|修建|修缮|维修|维护|养护|采购|购置|购买|配备|培训|招聘|聘请|引进|引育|培育|发放|印制|制作|编制|出版|拍摄|发布|走访|巡查|检查|抽检|检测|监测|评估|评审|审计|调研|新增|创建|打造|落地|落户|推动|签约|服务|惠及|受益|覆盖|资助|补助|补贴|奖励|扶持|慰问|救助|帮扶|体检|筛查|接种|免疫|种植|栽植|绿化|清运|清理|清淤|治理|整治|处置|处理|办理|受理|办结|接待|宣传|宣讲|推广|推介|参加|参展|承办|协办|召开|提供|安装|更换|更新|铺设|疏浚|加固|计划|拟|预计|力争|争取|实现|达到|不少于|不低于|至少|增加|转化|孵化|申请|授权|发表|撰写|形成|征集|录入|采集|整理|归档|数字化|运营|开通|选派|派驻|招收|招生|保障|确保|优化|参保|配送|拆除|硬化|授课|开设|抓获|侦破|破获|查处|立案|结案|调解|征收|登记|申报|认定|建档|签订|对接|考察|巡河|巡护|演出|展演|放映|借阅|编纂|修复|测绘|送戏|送书|招商/;
/** Whom something is done for or where, rather than what is done: 对全区10个街道. */
const ADMINISTRATIVE = /街道|镇|乡|村|社区|部门|科室|处室|单位|区县|县|州|地市|学校|校$/;
const SCOPE_BEFORE =
  /(?:对|为|向|在|由|给|全区|全市|全县|全镇|全省|辖区|所辖|下属|所属|直属|内设|保障|服务)[^，,。；;]{0,10}$/;
/** Words that begin the telling of another number where clauses run together: 改造15个小区惠及3200户. */
const NEXT_TELLING =
  /(?:惠及|受益|覆盖|参训|参加|培训|服务|带动|新增|共计|合计|发放|涉及|其中|每[人场期次户个家名]|采购|购置|配备|发放|新建|建设|改造|安装|提供|种植|投放|聘用|招聘|以及|同时|并|和|及|与|约|达到?|不少于|不低于|至少|超过|[≥≤>=<])/;
const BEHIND_END =
  /^[算计]|[*×xX/+=＋|]|并|以及|及其|和|与|及|同时|确保|使得|从而|进行|用于|达到|共计|以上|以下|以内|左右/;
const LEADING_VERBS =
  /^(?:(?:计划|拟|预计|力争|争取|全年|年内|本年度?|今年|当年|每[年月周日天]|每季度|每半年|将|共|约|组织|开展|举办|完成|实施|新建|建设|改造|采购|购置|购买|培训|聘请|引进|发放|印制|制作|落地|推动|走访|召开|修建|维修|养护|新增|建成|参加|为|对|向|的)\s{0,2}){1,6}$/;

const SIZE_BEFORE = /(?:长|宽|高|厚|深|直径|口径|间距|跨径|占地|容积|重)(?:度|约|为|达)?\s{0,2}$/;

/** List numbers, years and links that words begin with. */
const LEADING_MARKS = /^(?:\s|[+的和与及并]|[(（]?[0-9]{1,2}\s?[.、)）](?![0-9])|(?:19|20)[0-9]{2}\s?年度?)+/;

interface Found {
  readonly at: number;
  readonly written: WrittenNumber;
}

/**
 * The things a text gives numbers for, in its order. Dates, years, ordinals, document numbers, list numbers, codes, ages,
 * spans of time and numbers in names (5G, 12345热线, “5+3+1”) are none.
 */
export function findCountedThings(text: string): readonly CountedThing[] {
  const folded = foldWidth(text.slice(0, LONGEST_READ));
  const masked = maskNames(folded);
  const things: CountedThing[] = [];
  let outer = newSentence();
  for (const clause of clausesOf(masked)) {
    if (clause.isFirst) outer = newSentence();
    // What is said in brackets holds no longer behind them.
    const state = clause.isBracketed ? { ...outer } : outer;
    const numbers = numbersIn(masked.slice(clause.start, clause.end));
    noteClause(state, folded.slice(clause.start, Math.min(clause.end, clause.start + 120)), clause.isListed);
    let previousEnd = 0;
    numbers.forEach((found, index) => {
      const next = index + 1 < numbers.length ? numbers[index + 1] : null;
      const read = readThing(text, folded, clause, found, previousEnd, next, state);
      previousEnd = read.end;
      if (read.thing) things.push(read.thing);
    });
    const words = folded.slice(clause.start, Math.min(clause.end, clause.start + 60));
    if (numbers.length === 0 && saysSomething(words)) state.subject = lastWords(words);
  }
  return things;
}

function numbersIn(clause: string): readonly Found[] {
  const found: Found[] = [];
  const start = /[0-9]|[两一二三四五六七八九十]/g;
  for (let match = start.exec(clause); match; match = start.exec(clause)) {
    const at = match.index;
    const isFigure = /[0-9]/.test(match[0]);
    const before = clause.charAt(at - 1);
    const isInName = isFigure
      ? /[A-Za-z.\u0001]/.test(before)
      : /[第一二三四五六七八九十百千万零〇两\u0001几]/.test(before);
    const window = clause.slice(at, at + 64);
    const written = isInName ? undefined : isFigure ? readNumber(window) : readWordNumber(window);
    if (written) {
      found.push({ at, written });
      start.lastIndex = at + written.length;
    } else if (isFigure) {
      const run = /^[0-9.,]{1,40}/.exec(window);
      start.lastIndex = at + (run ? run[0].length : 1);
    }
  }
  return found;
}

function readThing(
  text: string,
  folded: string,
  clause: Clause,
  { at, written }: Found,
  previousEnd: number,
  next: Found | null,
  state: SentenceState,
): { readonly thing: CountedThing | null; readonly end: number } {
  const from = clause.start + at;
  const lead = folded.slice(Math.max(clause.start + previousEnd, from - 60), from);
  const bound = readBoundBefore(lead);
  const before = bound.rest.slice(-WORDS_BEFORE);
  const unitEnd = from + written.length;
  const behind = folded.slice(unitEnd, Math.min(clause.end, unitEnd + 24));
  const tail = readTail(behind);
  const nounStart = unitEnd + tail.length;
  const betweenEnd = Math.min(nounStart + WORDS_BEHIND, next === null ? clause.end : clause.start + next.at);
  const between = folded.slice(nounStart, betweenEnd);
  const isNounBefore = saysSomething(before) && !LEADING_VERBS.test(before.trim());
  const noun = readNoun(between, next !== null, isNounBefore);
  const own = joinWords(before, noun);
  const isInherited = !saysSomething(own) && state.subject !== '';
  if (!isInherited && !clause.isListed) state.period = null;
  const period = periodOf(lead, behind, state);
  const isScope =
    ADMINISTRATIVE.test(written.unit + noun) && SCOPE_BEFORE.test(bound.rest) && bound.comparison === null;
  const isOwnPlan = bound.comparison !== null || DOING.test(lead);
  // Sizes are told along with what is built (占地, 配套); only a verb of their own makes them a plan.
  const isPlanned = !isScope && (isOwnPlan || (state.isPlanned && !isExtent(written.unit)));
  const standing = standingOf({
    lead,
    before: folded.slice(Math.max(clause.start, from - 40), from),
    behind: folded.slice(unitEnd, Math.min(clause.end, unitEnd + 40)),
    isCount: written.kind === 'count',
    hasNext: next !== null,
    isBracketed: clause.isBracketed,
    isExisting: state.isExisting,
    isPart: state.isPart || (state.wholeUnit !== null && (state.wholeUnit === '' || state.wholeUnit === written.unit)),
  });
  // The words behind a number that only describes belong to the next one.
  const end = nounStart + (standing === 'qualifier' ? 0 : noun.length) - clause.start;
  if (written.kind === 'money' || standing === 'each') state.period = null;
  if (saysSomething(own)) state.subject = isNounBefore ? lastWords(before) : own;
  state.isPlanned = state.isPlanned || isPlanned;
  state.lastUnit = written.unit;
  if ((isExtent(written.unit) && SIZE_BEFORE.test(bound.rest)) || /^\s{0,2}(?:岁|周岁|度|级|℃)/.test(behind))
    return { thing: null, end };
  const quoteStart = from - bound.comparisonLength;
  return {
    end,
    thing: {
      kind: written.kind,
      what: isInherited ? joinWords(state.subject, noun) : own,
      isInherited,
      noun: noun.trim(),
      number: written.number,
      high: written.high,
      scale: written.scale,
      unit: written.unit,
      comparison: bound.comparison || tail.comparison,
      isApproximate: written.isApproximate || bound.isAbout || tail.isAbout,
      period,
      year: state.year,
      standing,
      isPlanned,
      offset: from,
      quote: text.slice(quoteStart, nounStart).trim(),
      phrase: text
        .slice(from - lead.length + bound.rest.length - before.length, nounStart + noun.length)
        .replace(LEADING_MARKS, '')
        .trim(),
    },
  };
}

/** The words behind the unit that belong to this number and not to the next one. */
function readNoun(between: string, hasNext: boolean, isNounBefore: boolean): string {
  const end = between.search(BEHIND_END);
  const cut = end >= 0 ? between.slice(0, end) : between;
  if (!hasNext) return cut;
  const telling = between.search(NEXT_TELLING);
  if (telling >= 0) return between.slice(0, Math.min(telling, cut.length));
  return isNounBefore ? '' : cut;
}

function joinWords(before: string, noun: string): string {
  return (
    before
      .replace(/^.*[=＝]/, '')
      .replace(LEADING_MARKS, '')
      .trim() + noun.trim()
  ).replace(LEADING_MARKS, '');
}

function lastWords(words: string): string {
  return words
    .replace(/[=＝].*$/, '')
    .trim()
    .slice(-WORDS_BEFORE);
}
