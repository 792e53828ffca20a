import { Decimal } from 'decimal.js';
import { convertAmount, type MoneyUnit } from '../amount';

/** An amount of money or a percentage in squeezed text. */
export interface NumberMark {
  readonly kind: 'amount' | 'percent' | 'points';
  /** From the sign or first digit to the end of the unit. */
  readonly start: number;
  readonly end: number;
  /** Money in 元, percentages as printed. */
  readonly number: Decimal;
  /** Value of the last digit printed, as `number`. */
  readonly step: Decimal;
  /** As printed; null for percentages. */
  readonly unit: MoneyUnit | null;
  /** False for 约, 余, 左右, ranges and limits. */
  readonly isExact: boolean;
}

const RUN = /[0-9][0-9,]{0,24}(?:\.[0-9]{1,10})?/g;
const STRICT = /^(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,3}(?:,[0-9]{4}){1,4})(?:\.[0-9]{1,10})?$/;
const UNIT = /^(余|多)?(?:([千万亿]?元)(?![旦宵素年化])|(%)|(个百分点))/;
const VAGUE_BEFORE =
  /(?:约|近|超过?|不超过|不足|不低于|不少于|不高于|逾|将近|大约|至少|至多|[0-9.,](?:元|%)?(?:-|~|～|至|到))$/;
const VAGUE_AFTER = /^(?:左右|以上|以下|以内|之内|上下|余|多|(?:-|~|至|到)[0-9])/;

/** All amounts and percentages of a squeezed text, in order. */
export function readNumberMarks(text: string): readonly NumberMark[] {
  const marks: NumberMark[] = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match; match = RUN.exec(text)) {
    const digits = match[0];
    const unit = UNIT.exec(text.slice(match.index + digits.length, match.index + digits.length + 6));
    if (!unit || !STRICT.test(digits)) continue;
    const before = text.slice(Math.max(0, match.index - 5), match.index);
    // A dash after a digit or a word is no sign: 50-60万元, 预算-100万元 alike.
    const isNegative = /(?:^|[^0-9%元])-$/.test(before);
    const money = unit[2] as MoneyUnit | undefined;
    const number = new Decimal(`${isNegative ? '-' : ''}${digits.replace(/,/g, '')}`);
    const fraction = digits.indexOf('.') < 0 ? 0 : digits.length - digits.indexOf('.') - 1;
    const step = new Decimal(10).pow(-fraction);
    const end = match.index + digits.length + unit[0].length;
    marks.push({
      kind: money ? 'amount' : unit[3] ? 'percent' : 'points',
      start: match.index - (isNegative ? 1 : 0),
      end,
      number: money ? convertAmount(number, money, '元') : number,
      step: money ? convertAmount(step, money, '元') : step,
      unit: money || null,
      isExact: unit[1] === undefined && !VAGUE_BEFORE.test(before) && !VAGUE_AFTER.test(text.slice(end, end + 3)),
    });
    RUN.lastIndex = end;
  }
  return marks;
}
