import { Decimal } from 'decimal.js';
import { unitAt } from './count-units';

/** A number with its unit as a text writes it at some place. */
export interface WrittenNumber {
  readonly kind: 'count' | 'percentage' | 'money';
  readonly number: string;
  readonly high: string | null;
  readonly scale: string;
  readonly unit: string;
  readonly isApproximate: boolean;
  /** Characters taken, from the first figure to the end of the unit. */
  readonly length: number;
}

const FIGURES = /^([0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,12})(\.[0-9]{1,6})?/;
const BETWEEN = /^\s{0,2}(?:[-~～—–]{1,2}|至|到)\s{0,2}(?=[0-9])/;
const SCALE = /^\s{0,2}([十百千]?[万亿]|[十百千])(?![分佳强企县村里吨米瓦克年人工万])/;
const SCALE_BEFORE_UNIT = /^\s{0,2}([十百千]?[万亿]|[十百千])(?=人|吨|米|瓦)/;
const PARTLY = /^\s{0,2}[余多来几]/;
const CHINESE_DIGITS = '一二三四五六七八九';

/** Reads figures with their unit at the start of a text; undefined where no unit of counting, share or money follows. */
export function readNumber(text: string): WrittenNumber | undefined {
  const first = FIGURES.exec(text);
  if (!first) return undefined;
  let at = first[0].length;
  let number = numberOf(first);
  let high: string | null = null;
  let lowUnit = '';
  const afterLow = readScaleAndUnit(text.slice(at, at + 16));
  const joined =
    BETWEEN.exec(text.slice(at, at + 8)) ||
    (afterLow && BETWEEN.exec(text.slice(at + afterLow.length, at + afterLow.length + 8)));
  if (joined) {
    const start = at + (BETWEEN.test(text.slice(at, at + 8)) ? 0 : (afterLow as Ending).length) + joined[0].length;
    const second = FIGURES.exec(text.slice(start));
    if (second) {
      if (start - joined[0].length > at && afterLow) {
        lowUnit = afterLow.unit;
        number = withPower(number, afterLow.scale);
      }
      high = numberOf(second);
      at = start + second[0].length;
    }
  }
  const ending = readScaleAndUnit(text.slice(at, at + 16));
  if (!ending) return undefined;
  if (high !== null && lowUnit !== '' && lowUnit !== ending.unit) return undefined;
  if (high !== null && lowUnit !== '') high = withPower(high, ending.scale);
  return {
    kind: ending.kind,
    number,
    high,
    scale: high !== null && lowUnit !== '' ? '' : ending.scale,
    unit: ending.unit,
    isApproximate: ending.isApproximate,
    length: at + ending.length,
  };
}

interface Ending {
  readonly kind: WrittenNumber['kind'];
  readonly scale: string;
  readonly unit: string;
  readonly isApproximate: boolean;
  readonly length: number;
}

function readScaleAndUnit(text: string): Ending | undefined {
  let rest = text;
  const take = (pattern: RegExp): string => {
    const match = pattern.exec(rest);
    if (!match) return '';
    rest = rest.slice(match[0].length);
    return match[1] === undefined ? match[0] : match[1];
  };
  let isApproximate = take(PARTLY) !== '';
  const scale = take(SCALE) || take(SCALE_BEFORE_UNIT);
  isApproximate = take(PARTLY) !== '' || isApproximate;
  take(/^\s{1,2}/);
  take(/^(?:以上|以下|以内)(?=[\u4e00-\u9fa5])/);
  const ending = (kind: Ending['kind'], unit: string): Ending => ({
    kind,
    scale,
    unit,
    isApproximate,
    length: text.length - rest.length,
  });
  if (take(/^%/) !== '') return ending('percentage', '%');
  if (take(/^元(?!旦|素|器件|件|月)/) !== '') return ending('money', '元');
  // 个月, 个工作日 and 个百分点 are no counts of things.
  if (/^个?(?:月|工作日|自然日|小时|百分点|季度|年|星期|周|学期|日|天)/.test(rest)) return undefined;
  const unit = unitAt(rest);
  if (unit === '') return undefined;
  rest = rest.slice(unit.length);
  return ending('count', unit);
}

const WORD_NUMBER =
  /^([二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百(?:零?[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)?|[两三四五六七八九])([余多来几]?)(场次|场|批次|人次|家|台|套|辆|座|栋|册|份|篇|名|户|间|所|株|次|期)(.?)/;

/** Words that hold a number word and count nothing: 三次产业, 二期工程, 两次全会. */
const WORD_NAMES =
  /^(?:[一二三四五六七八九十]次(?:产业|供水|党代会|全会|会议)|[二三四五六七八九十]期|三家巷|八家子|十家)/;

/** Reads a number written in words with its unit: 两场, 十二期, 三十余家. Undefined for names such as 三次产业. */
export function readWordNumber(text: string): WrittenNumber | undefined {
  const match = WORD_NUMBER.exec(text);
  if (!match || (WORD_NAMES.test(text) && match[2] === '')) return undefined;
  const unit = match[3];
  if (unitAt(unit + match[4]) !== unit) return undefined;
  return {
    kind: 'count',
    number: String(numberOfWords(match[1])),
    high: null,
    scale: '',
    unit,
    isApproximate: match[2] !== '',
    length: match[1].length + match[2].length + unit.length,
  };
}

function numberOfWords(words: string): number {
  if (words === '两') return 2;
  const digit = (sign: string): number => (sign === '' ? 0 : CHINESE_DIGITS.indexOf(sign) + 1);
  const match = /^(?:(.)百零?)?(?:(.?)十)?(.?)$/.exec(words);
  if (!match) return 0;
  const tens = match[2] === undefined ? 0 : match[2] === '' ? 1 : digit(match[2]);
  return digit(match[1] || '') * 100 + tens * 10 + digit(match[3]);
}

function numberOf(match: RegExpExecArray): string {
  return new Decimal(match[1].replace(/,/g, '') + (match[2] || '')).toFixed();
}

function withPower(number: string, scale: string): string {
  return new Decimal(number)
    .times(scale.indexOf('亿') >= 0 ? 1e8 : scale.indexOf('万') >= 0 ? 1e4 : 1)
    .times(/^百/.test(scale) ? 100 : /^千/.test(scale) ? 1000 : /^十/.test(scale) ? 10 : 1)
    .toFixed();
}
