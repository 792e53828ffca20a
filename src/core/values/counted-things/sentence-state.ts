import type { Period } from './counted-thing';

const EXISTING =
  /现有|已有|原有|目前|截至|截止|已经|已建|已完成|已发|上年|去年|往年|往常|历年|上一年|前[一两三]年|近[一二两三四五]年|同期|以来|在册|存量|共有|设有|下设|下辖|所辖|户籍人口|常住人口|总人口|[较比](?:上|去|往|同|20)|相比|(?:^|[^实出体呈])现(?:在|阶段|状)/;
/** 累计 adds up what was done, unless the clause speaks of the year to come. */
const ADDED_UP = /累计/;
const OF_THE_YEAR = /全年|年内|年度|本年|今年|计划|预计|将/;
const PLANNED_AGAIN = /计划|拟|预计|将|今年|本年|当年|新增|新建|目标|力争|争取|不少于|不低于|不得少于/;
/** A part of the year only: its number is a part of the year's. Until the end of the year is all of it. */
const PART_OF_YEAR =
  /[上下]半年|第?[一二三四1-4]季度(?!末)|(?:^|[^0-9])(?:[1-9]|1[01])月份?(?:[0-9]{1,2}[日号]|[底末]|[上中下]旬)?(?:之?以?前|内|完成)/;
const OF_WHICH = /其中/;
const PART_BEFORE = /包括|包含|涵盖|涉及|含(?!量)/;
const PERIODS: readonly (readonly [RegExp, Period])[] = [
  [
    /(?:^|[^近前过0-9])[两三四五六七八九2-9]年(?!级|制|以上|来|前|后|生|龄|度)|实施期|项目期|规划期|周期内|“?十[一二三四五六]五”?|三年行动/,
    'term',
  ],
  [/每半年|半年度?一次/, 'half-year'],
  [/每个?季度?|季度|按季/, 'quarter'],
  [/每个?月|月度|按月|逐月|月均/, 'month'],
  [/每个?(?:星期|周)(?!边|期|转)|按周/, 'week'],
  [/每[日天]|日均/, 'day'],
  [/每年|全年|(?:^|[^一二两三四五六七八九十0-9])年内|年度|本年|当年|今年|年均/, 'year'],
];
const PERIOD_BEHIND: readonly (readonly [RegExp, Period])[] = [
  [/^\s{0,2}(?:\/|每)\s{0,2}年/, 'year'],
  [/^\s{0,2}(?:\/|每)\s{0,2}(?:季度?)/, 'quarter'],
  [/^\s{0,2}(?:\/|每)\s{0,2}(?:个?月)/, 'month'],
  [/^\s{0,2}(?:\/|每)\s{0,2}(?:周|星期)/, 'week'],
  [/^\s{0,2}(?:\/|每)\s{0,2}[日天]/, 'day'],
];

/** What is known from earlier clauses of a sentence. */
export interface SentenceState {
  subject: string;
  period: Period | null;
  year: number | null;
  isExisting: boolean;
  isPart: boolean;
  /** The unit of the whole that 其中 took apart, null before 其中: other units tell of something else. */
  wholeUnit: string | null;
  /** The unit of the number before. */
  lastUnit: string;
  isPlanned: boolean;
}

/** Nothing known yet. */
export function newSentence(): SentenceState {
  return {
    subject: '',
    period: null,
    year: null,
    isExisting: false,
    isPart: false,
    wholeUnit: null,
    lastUnit: '',
    isPlanned: false,
  };
}

/** Period, year and standing said at the beginning of a clause hold for the rest of the sentence until said otherwise. */
export function noteClause(state: SentenceState, words: string, isListed: boolean): void {
  if (EXISTING.test(words) || (ADDED_UP.test(words) && !OF_THE_YEAR.test(words))) state.isExisting = true;
  else if (PLANNED_AGAIN.test(words)) state.isExisting = false;
  if (OF_WHICH.test(words) && state.wholeUnit === null) state.wholeUnit = state.lastUnit;
  state.isPart = PART_BEFORE.test(words) || PART_OF_YEAR.test(words) || (isListed && state.isPart);
  const years = words.match(/(?:19|20)[0-9]{2}(?=\s{0,2}年)/g);
  if (years) state.year = Number(years[years.length - 1]);
}

/** The period a number holds for: said right behind it, before it, or in the list it goes on with. */
export function periodOf(lead: string, behind: string, state: SentenceState): Period | null {
  for (const [pattern, period] of PERIOD_BEHIND) if (pattern.test(behind)) return period;
  let latest: Period | null = null;
  let position = -1;
  for (const [pattern, period] of PERIODS) {
    const at = lead.search(pattern);
    if (at > position) {
      position = at;
      latest = period;
    }
  }
  if (latest !== null) state.period = latest;
  return latest !== null ? latest : state.period;
}
