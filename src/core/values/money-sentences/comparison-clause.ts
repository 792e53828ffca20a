import type { NumberMark } from './number-marks';
import { AMOUNT, PERCENT, type MoneyClause } from './money-clauses';

/** An increase (1), a decrease (-1), or either of them (0) where the form's "增加（减少）" was left standing. */
export type Direction = 1 | -1 | 0;

export interface DirectedNumber {
  readonly mark: NumberMark;
  readonly direction: Direction;
}

/** What a clause such as "比2022年预算500万元减少5万元" says. */
export interface ComparisonClause {
  /** What is compared, where the clause names it: "事业收入" in "事业收入比上年增加5万元". */
  readonly label: string;
  /** The year compared with; "last" for 上年; null where none is named. */
  readonly baseYear: number | 'last' | null;
  /** False for 执行数, 决算数 and the like. */
  readonly isBudgetBase: boolean;
  readonly base: NumberMark | null;
  readonly change: DirectedNumber | null;
  readonly rate: DirectedNumber | null;
  /** 持平; `isRough` for 基本持平. */
  readonly isFlat: boolean;
  readonly isRough: boolean;
}

const EITHER = '(?:增加|增长|增)[(/](?:减少|下降|减)\\)?|(?:减少|下降|减)[(/](?:增加|增长|增)\\)?|增减';
const UP = '增加|增长率|增长|上升|提高|增幅|涨幅|增';
const DOWN = '减少|下降率|下降|降低|压减|压缩|削减|缩减|降幅|减幅|减';
const NO_NUMBER = '[^\\ue000-\\ue002]';
const COMPARED = `(?:比|较|与|同|和|相比)(?:(上年|去年|上一年|20[0-9]{2}年)度?)(${NO_NUMBER}{0,24}?)(${AMOUNT})?(?:相比|对比|相较)?|(同比)`;
const CHANGE = new RegExp(
  `^(${NO_NUMBER}{0,40}?)(?:${COMPARED})?(?:有所|净|共|合计|预计|相应)?(?:(${EITHER})|(${UP})|(${DOWN}))(?:了|额|数)?(?:为|约|达)?([${AMOUNT}${PERCENT}])(?:\\((?:同比)?(?:${UP}|${DOWN})?(${PERCENT})\\))?`,
);
const FLAT = new RegExp(
  `^(${NO_NUMBER}{0,40}?)(?:${COMPARED})(?:(基本|大致|总体)(?:保持)?|保持)?(?:持平|一致|相同|无增减|没有增减|没有变化|无变化|未发生变化|不变)`,
);
/** "与上年50万元相比", "去年为50万元": what follows is compared with it. */
const PLAN =
  '(?:部门)?(?:收入|支出)?(?:年初|同期)?(?:预算|执行|决算|实际|完成)?(?:安排)?(?:数|额|金额|总额)?(?:的|为|是)?';
const BASE_ONLY = new RegExp(
  `^(?:(?:比|较|与|同|和|相比)?(上年|去年|上一年|20[0-9]{2}年)度?)(${PLAN})(?:(${AMOUNT})(?:相比|对比|比较|相较)?|相比|对比|比较|相较)$`,
);
const GENERIC_LABEL = /^(?:预算数?|总额|总量|总体|预算总额|经费|金额|费用|数额|规模)?$/;
const OTHER_BASE = /执行|决算|实际|完成|调整|批复后/;
const VAGUE_TAIL = /^(?:以上|以下|以内|左右|的|\/|每|到|至)/;

/** Reads a clause that compares with an earlier year; null for any other. */
export function readComparisonClause(clause: MoneyClause): ComparisonClause | null {
  return readFlat(clause) || readChange(clause);
}

/** Reads a clause that only says what the next one compares with; null for any other. */
export function readBaseClause({ shape, marks }: MoneyClause): ComparisonClause | null {
  const match = BASE_ONLY.exec(shape);
  if (!match || marks.length > 1) return null;
  return {
    label: '',
    baseYear: yearOf(match[1]),
    isBudgetBase: !OTHER_BASE.test(match[2]),
    base: match[3] === undefined ? null : marks[0],
    change: null,
    rate: null,
    isFlat: false,
    isRough: false,
  };
}

function readChange({ shape, marks, bracketed }: MoneyClause): ComparisonClause | null {
  const match = CHANGE.exec(shape);
  if (!match || VAGUE_TAIL.test(shape.slice(match[0].length))) return null;
  const [whole, label, year, baseText, baseSign, same, either, up, , , inBrackets] = match;
  const isCompared = year !== undefined || same !== undefined;
  // "主要是工资增加5万元" gives a reason, and nothing says of what.
  if (!isCompared && !GENERIC_LABEL.test(label)) return null;
  if (isLabelNumbered(whole)) return null;
  const own = marks.slice(baseSign === undefined ? 0 : 1);
  const [mark] = own;
  if (!mark || marks.length > (baseSign === undefined ? 1 : 2)) return null;
  const direction: Direction = either !== undefined ? 0 : up !== undefined ? 1 : -1;
  const rated: DirectedNumber | null =
    inBrackets !== undefined && bracketed.length === 1 ? { mark: bracketed[0], direction } : null;
  const number: DirectedNumber = { mark, direction };
  const isAmount = mark.kind === 'amount';
  return {
    label: GENERIC_LABEL.test(label) ? '' : label,
    baseYear: yearOf(year),
    isBudgetBase: !OTHER_BASE.test(baseText || ''),
    base: baseSign === undefined ? null : marks[0],
    change: isAmount ? number : null,
    rate: isAmount ? rated : number,
    isFlat: false,
    isRough: false,
  };
}

function readFlat({ shape, marks }: MoneyClause): ComparisonClause | null {
  const match = FLAT.exec(shape);
  if (!match) return null;
  const [, label, year, baseText, baseSign, , rough] = match;
  if (marks.length > (baseSign === undefined ? 0 : 1)) return null;
  return {
    label: GENERIC_LABEL.test(label) ? '' : label,
    baseYear: yearOf(year),
    isBudgetBase: !OTHER_BASE.test(baseText || ''),
    base: baseSign === undefined ? null : marks[0],
    change: null,
    rate: null,
    isFlat: true,
    isRough: rough !== undefined,
  };
}

/** The pattern must not have run over a bracket with numbers of its own. */
function isLabelNumbered(matched: string): boolean {
  return /\([^)]*[\ue000-\ue002][^)]*\)[^)]*[\ue000-\ue002]$/.test(matched);
}

function yearOf(text: string | undefined): number | 'last' | null {
  if (text === undefined) return null;
  return /^20/.test(text) ? Number(text.slice(0, 4)) : 'last';
}
