import type { Quantity } from './cost-item';
import { foldText } from './fold-text';
import { readNumbers, type NumberToken } from './number-tokens';

/** 三百元, 贰拾万元整. */
const IN_WORDS = /[〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟几数][万亿]?元(?![旦宵素件化])/;
/** A table squeezed into a cell: its unit stands in the head, its numbers have none. */
const TABLE_HEAD = /[(:]\s?(?:单位\s?:?\s?)?[千百万亿]?元\s?[)/,;\s]|[(:]\s?[千百万亿]?元\s?$|单价|金额/;

/** 200*12*5=12000: a sum worked out, its unit left to the reader. */
const FORMULA = /[0-9][\u4e00-\u9fa5]{0,4}\s?[*+]\s?[0-9.]{1,12}[\u4e00-\u9fa5]{0,4}\s?=\s?[0-9]{3}/;

/** 培训费700000.00: a number right behind what is paid. */
const BEHIND_SPENDING = /(?:费用?|经费|资金|款|补贴|补助|工资|金额)\s?[:(]?\s?$/;

/** 65W for 65万. */
const LETTER = /[0-9]\s?[wW](?![a-zA-Z])/;

/** True when a text names an amount of money or a unit price, in digits or in words. */
export function holdsMoney(text: string): boolean {
  const folded = foldText(text);
  const numbers = readNumbers(folded);
  if (
    numbers.some(({ kind }) => kind === 'money') ||
    IN_WORDS.test(folded) ||
    FORMULA.test(folded) ||
    LETTER.test(folded) ||
    numbers.some((token) => isBareAmount(folded, token))
  )
    return true;
  return TABLE_HEAD.test(folded) && numbers.some(({ kind }) => kind === 'plain' || kind === 'count');
}

function isBareAmount(text: string, { kind, number, start }: NumberToken): boolean {
  if (kind !== 'plain' || number === null || number.lessThan(10)) return false;
  return BEHIND_SPENDING.test(text.slice(Math.max(0, start - 6), start));
}

/** The counted things of a text: 36名, 5-7个; dates, ordinals, money and percentages are none. */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const { kind, number, highest, unit } of readNumbers(foldText(text))) {
    if (kind === 'count' && number !== null) found.push({ number, highest, unit });
  }
  return found;
}
