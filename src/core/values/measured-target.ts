import { Decimal } from 'decimal.js';
import type { Comparison } from './comparison';
import type { NumberRange, Percentage, Quantity, TargetValue } from './target-value';

const NUMBER = '([0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,15})(\\.[0-9]{1,6})?';
const SCALE = '([百千万亿]?)';
const TIME_UNITS = '(秒钟?|分钟|小时|个?工作日|个?自然日|天|日|周|个?星期|个?月|季度|个?年度?)';

const QUANTITY = new RegExp(`^(-?)${NUMBER}${SCALE}(?:[余多](?=[^0-9]))?([^0-9%‰<>=≥≤.,;:]{0,40})$`);
const PERCENTAGE = new RegExp(`^(-?)${NUMBER}(%|‰|个百分点)(?:左右)?$`);
const RATIO = new RegExp(`^${NUMBER}:${NUMBER}$`);
const TOLERANCE = new RegExp(`^±${NUMBER}${SCALE}(%?[^0-9<>=≥≤.,;:]{0,20})$`);
const BETWEEN = new RegExp(`^${NUMBER}(%?)[≤<][^0-9%‰<>=≥≤.,;:]{1,20}[≤<]${NUMBER}(%?)$`);
const DURATION = new RegExp(`^${NUMBER}${TIME_UNITS}(?:以内|之内|内|前)?(?:完成|响应|办结|处理|解决|到达|到场|修复)?$`);
const RANGE = new RegExp(`^${NUMBER}(%?)[-~—–至到]${NUMBER}${SCALE}([^0-9<>=≥≤.,;:]{0,20}?)(?:之间)?$`);

/** Reads a half-width text without blanks whose comparison was taken off: a number with what it counts, a range, a ratio. */
export function parseMeasured(text: string, comparison: Comparison | null): TargetValue | undefined {
  const percentage = PERCENTAGE.exec(text);
  if (percentage) return percentageOf(percentage, comparison);
  const range = comparison === null || comparison === '≤' ? parseRange(text) : undefined;
  if (range && (comparison === null || range.low.charAt(0) === '-')) return range;
  const ratio = RATIO.exec(text);
  if (ratio) {
    return { kind: 'ratio', comparison, left: numberOf(ratio[1], ratio[2]), right: numberOf(ratio[3], ratio[4]) };
  }
  const duration = DURATION.exec(text);
  if (duration) {
    const isLimit = /(?:内|前)(?:[^内前]*)$/.test(text);
    return {
      kind: 'duration',
      comparison: comparison === null && isLimit ? '≤' : comparison,
      number: numberOf(duration[1], duration[2]),
      unit: duration[3],
    };
  }
  const quantity = QUANTITY.exec(text);
  if (!quantity || /、/.test(quantity[5])) return undefined;
  return {
    kind: 'quantity',
    comparison,
    number: signed(quantity[1], numberOf(quantity[2], quantity[3])),
    scale: quantity[4] as Quantity['scale'],
    unit: quantity[5],
    leadingText: '',
  };
}

function percentageOf(match: RegExpExecArray, comparison: Comparison | null): Percentage {
  const number = signed(match[1], numberOf(match[2], match[3]));
  const isPoints = match[4] === '个百分点';
  return {
    kind: 'percentage',
    comparison,
    number: match[4] === '‰' ? new Decimal(number).dividedBy(10).toFixed() : number,
    isGrowth: isPoints,
    unit: isPoints ? '个百分点' : '%',
    leadingText: '',
  };
}

function parseRange(text: string): NumberRange | undefined {
  const tolerance = TOLERANCE.exec(text);
  if (tolerance) {
    const high = numberOf(tolerance[1], tolerance[2]);
    return { kind: 'range', low: `-${high}`, high, scale: tolerance[3] as Quantity['scale'], unit: tolerance[4] };
  }
  const between = BETWEEN.exec(text);
  if (between) {
    const unit = between[3] || between[6];
    return {
      kind: 'range',
      low: numberOf(between[1], between[2]),
      high: numberOf(between[4], between[5]),
      scale: '',
      unit,
    };
  }
  const range = RANGE.exec(text);
  if (!range) return undefined;
  return {
    kind: 'range',
    low: numberOf(range[1], range[2]),
    high: numberOf(range[4], range[5]),
    scale: range[6] as Quantity['scale'],
    unit: range[7] === '' && range[3] !== '' ? '%' : range[7],
  };
}

function numberOf(whole: string, fraction: string | undefined): string {
  return new Decimal(whole.replace(/,/g, '') + (fraction || '')).toFixed();
}

/** Minus zero is zero. */
function signed(minus: string, number: string): string {
  return minus === '' || number === '0' ? number : `-${number}`;
}
