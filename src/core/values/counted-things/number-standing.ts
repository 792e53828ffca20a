import type { Standing } from './counted-thing';

const EACH_BEFORE =
  /(?:每(?!个?(?:半?年|季|月|周|星期|日|天)|逢)[^，,。；;]{0,12}|各|分别|平均[^，,。；;]{0,6}|[人户生场亩车班户师校村]均[^，,。；;]{0,6}|单价|标准)\s{0,2}(?:不少于|不超过|至少|达到?|为|约)?\s{0,2}$/;
/** 每 before anything but a time. */
const EACH_OF = /每(?!个?(?:半?年|季|月|周|星期|日|天)|逢)[人场期次户个家名村校班生]/;
/** 100人以上企业50家: the first number says which. */
const QUALIFIER_BEHIND = /^\s{0,2}(?:及|或)?以[上下](?:的|[\u4e00-\u9fa5])/;
const EACH_BEHIND = /^\s{0,2}(?:\/|每)\s{0,2}[^年月季周日天星\s]/;
const TIMES_BEFORE = /[*×xX]\s{0,2}$/;
const TIMES_BEHIND = /^[^，,。；;、：:()（）*×xX]{0,8}[*×xX]\s{0,2}[0-9]/;
const MULTIPLIED_COUNT =
  /[0-9]\s{0,2}[万千百]?(?:人次?|名|位|场次?|次|期|届|轮|批次?|班次?|家次?|户次?|个(?!月|工作日|小时|季|年|星期|学期)|台|套|辆|份|册|本|件|张|间|处|座|所|车次?|[只条块株亩吨]|平方米|公里)(?![^*×xX]{0,6}元)/;

/** Where a number stands. */
export interface NumberPlace {
  /** The words from the number before. */
  readonly lead: string;
  /** What stands before and behind it in its clause, other numbers included. */
  readonly before: string;
  readonly behind: string;
  readonly isCount: boolean;
  readonly hasNext: boolean;
  readonly isBracketed: boolean;
  /** Said earlier in the sentence, see SentenceState. */
  readonly isExisting: boolean;
  readonly isPart: boolean;
}

/** What a number is said for, see Standing. */
export function standingOf(place: NumberPlace): Standing {
  const { lead, before, behind, isCount } = place;
  if (EACH_BEHIND.test(behind) || EACH_BEFORE.test(lead) || EACH_OF.test(lead)) return 'each';
  if (isCount && isFactor(before, behind)) return 'factor';
  if (place.isExisting) return 'existing';
  if (place.isPart) return 'part';
  if (place.isBracketed) return 'bracketed';
  return place.hasNext && isCount && QUALIFIER_BEHIND.test(behind) ? 'qualifier' : 'stated';
}

/** A count multiplied with another count (5场×60人): neither is the number of anything by itself. Prices and times leave it one. */
function isFactor(before: string, behind: string): boolean {
  const left = TIMES_BEFORE.test(before) ? before : '';
  const right = TIMES_BEHIND.test(behind) ? behind : '';
  return MULTIPLIED_COUNT.test(left) || MULTIPLIED_COUNT.test(right.replace(/^[^*×xX]*/, ''));
}
