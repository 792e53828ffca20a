import type { Comparison } from '../comparison';

const BOUND_BEFORE =
  /(大于或?等于|小于或?等于|不少于|不低于|不小于|不得少于|不得低于|至少|最少|不超过|不高于|不大于|不多于|不得超过|至多|最多|超过|突破|大于|高于|多于|小于|低于|少于|控制在|达到|达|[≥≧⩾≤≦⩽]|>=|<=|=>|=<|>|<|=|约为?|大约|大概|将近|接近|近|上|共计|合计|总计|共|计|为|是|至|到|在|预计|计划|拟|数量|总数|达成|完成)\s{0,3}$/;
const BOUNDS: Readonly<Record<string, Comparison>> = {
  大于或等于: '≥',
  大于等于: '≥',
  小于或等于: '≤',
  小于等于: '≤',
  不少于: '≥',
  不低于: '≥',
  不小于: '≥',
  不得少于: '≥',
  不得低于: '≥',
  至少: '≥',
  最少: '≥',
  不超过: '≤',
  不高于: '≤',
  不大于: '≤',
  不多于: '≤',
  不得超过: '≤',
  至多: '≤',
  最多: '≤',
  超过: '>',
  突破: '>',
  大于: '>',
  高于: '>',
  多于: '>',
  小于: '<',
  低于: '<',
  少于: '<',
  控制在: '≤',
  '≥': '≥',
  '≧': '≥',
  '⩾': '≥',
  '≤': '≤',
  '≦': '≤',
  '⩽': '≤',
  '>=': '≥',
  '=>': '≥',
  '<=': '≤',
  '=<': '≤',
  '>': '>',
  '<': '<',
};
const ABOUT_BEFORE = /^(?:约为?|大约|大概|将近|接近|近|上)$/;
const BOUND_BEHIND = /^\s{0,2}(?:\(含\)|（含）)?(及以上|及其以上|或以上|以上|及以下|或以下|以下|以内|之内)/;
const ABOUT_BEHIND = /^\s{0,2}(?:左右|上下|不等|余|多)/;

/** What the words before a number say about it. */
export interface Bound {
  readonly comparison: Comparison | null;
  readonly isAbout: boolean;
  /** The words before the bound. */
  readonly rest: string;
  /** Characters of the bound, when it says a comparison. */
  readonly comparisonLength: number;
}

/** Takes bounds (不少于, 约, 共) off the end of the words before a number. */
export function readBoundBefore(lead: string): Bound {
  let rest = lead;
  let comparison: Comparison | null = null;
  let isAbout = false;
  let comparisonLength = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    const match = BOUND_BEFORE.exec(rest);
    if (!match) break;
    const word = match[1];
    // 完成 and 计划 are verbs of what is counted, too; they end the search but stay.
    if (/^(?:完成|预计|计划|拟|数量|总数|至|到|在|为|是)$/.test(word) && turn > 0 && !/^[至到在为是]$/.test(word))
      break;
    if (/^(?:完成|预计|计划|拟)$/.test(word)) break;
    if (word === '上' && !/(?:^|[^以之网线])上$/.test(rest.trim())) break;
    rest = rest.slice(0, match.index);
    if (ABOUT_BEFORE.test(word)) isAbout = true;
    else if (comparison === null && BOUNDS[word]) {
      comparison = BOUNDS[word];
      comparisonLength = lead.length - rest.length;
    }
  }
  return { comparison, isAbout, rest, comparisonLength };
}

/** Reads a bound right behind the unit: 以上, 左右. */
export function readTail(behind: string): { comparison: Comparison | null; isAbout: boolean; length: number } {
  const bound = BOUND_BEHIND.exec(behind);
  if (bound) {
    return { comparison: /上$/.test(bound[1]) ? '≥' : '≤', isAbout: false, length: bound[0].length };
  }
  const about = ABOUT_BEHIND.exec(behind);
  return { comparison: null, isAbout: about !== null, length: about ? about[0].length : 0 };
}
