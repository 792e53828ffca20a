import { Decimal } from 'decimal.js';
import { formatCalendarDate, parseCalendarDate, type CalendarDate } from './calendar-date';
import { splitComparison, type Comparison } from './comparison';
import { compactText } from './normalize-text';
import { readNumberWords } from './number-words';
import { isNotApplicable, isSecretText } from './special-texts';

interface Measured {
  readonly comparison: Comparison | null;
  /** Decimal number without separators, e.g. "6060" or "1.5". */
  readonly number: string;
}

/** A counted or measured target: "≥5个", "1.2万人次", "30万元", "1家事务所". */
export interface Quantity extends Measured {
  readonly kind: 'quantity';
  /** Power of ten written as a word; it belongs to the number. */
  readonly scale: '' | '百' | '千' | '万' | '亿';
  /** What follows the number, e.g. "家", "人次", "个重点引进产业项目"; "" when nothing does. */
  readonly unit: string;
  /** Prose before the number ("招商展板制作>20"); "" in a clean value. */
  readonly leadingText: string;
}

/** "≥95%", "百分之九十五", a number cell formatted as percentage, "同比增长5%". */
export interface Percentage extends Measured {
  readonly kind: 'percentage';
  /** The number is a growth or decrease against a base, not a share. */
  readonly isGrowth: boolean;
  readonly leadingText: string;
}

/** "2024年12月31日前", "2024/12/31", "2024年1月-2024年12月" (then the end counts). */
export interface DateTarget extends CalendarDate {
  readonly kind: 'date';
  readonly isDeadline: boolean;
}

/** "1小时内", "≤30天", "12个月". */
export interface Duration extends Measured {
  readonly kind: 'duration';
  readonly unit: string;
}

/** "7*24小时", "每月5日前", "全年": a rhythm rather than an amount. */
export interface Schedule {
  readonly kind: 'schedule';
  readonly text: string;
}

/** "4期,500人次". */
export interface Composite {
  readonly kind: 'composite';
  readonly parts: readonly TargetValue[];
}

/** "2-3场", "80%-90%". */
export interface NumberRange {
  readonly kind: 'range';
  readonly low: string;
  readonly high: string;
  readonly scale: Quantity['scale'];
  /** "%" for percentages. */
  readonly unit: string;
}

export interface YesNo {
  readonly kind: 'yes-no';
  readonly isYes: boolean;
}

export interface Qualitative {
  readonly kind: 'qualitative';
  readonly text: string;
}

export interface PlainKind {
  readonly kind: 'not-applicable' | 'secret' | 'blank';
}

/** Holds digits but follows no known pattern. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly text: string;
}

export type TargetValue =
  | Quantity
  | Percentage
  | DateTarget
  | Duration
  | Schedule
  | Composite
  | NumberRange
  | YesNo
  | Qualitative
  | PlainKind
  | Unreadable;

const NUMBER = '([0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,15})(\\.[0-9]{1,6})?';
const SCALE = '([百千万亿]?)';
const TIME_UNITS = '(秒钟?|分钟|小时|个?工作日|个?自然日|天|日|周|个?星期|个?月|季度|个?年度?)';
const CHANGE = '(?:增长|递增|提高|提升|增加|上升|下降|递减|降低|减少|压缩|缩短)';
const GROWTH = new RegExp(
  `^(?:(?:同比|环比|(?:较|比|与)?(?:上年|上一年|去年|往年|基期|上年度)(?:同期)?(?:相比)?)${CHANGE}?|(?:(?:较|比|与)[^0-9%]{1,12}|每年|年均|逐年)?${CHANGE})(?:率|幅度)?(?:为)?`,
);

const QUANTITY = new RegExp(`^${NUMBER}${SCALE}([^0-9%‰<>=≥≤.,;:]{0,40})$`);
const PERCENTAGE = new RegExp(`^${NUMBER}([%‰])$`);
const DURATION = new RegExp(`^${NUMBER}${TIME_UNITS}(?:以内|之内|内|前)?(?:完成|响应|办结|处理|解决|到达|到场|修复)?$`);
const RANGE = new RegExp(`^${NUMBER}(%?)[-~—–至到]${NUMBER}${SCALE}([^0-9<>=≥≤.,;:]{0,20})$`);
const SCHEDULE =
  /^[0-9]{1,2}(?:天)?[*x×X][0-9]{1,2}(?:个?小时)?$|^全[年天]候?$|^(?:每|按)(?:年|季度?|月|周|日|天|半年)[^%]{0,20}$|^(?:实时|随时|常年|长期|全年.{0,8})$/;

/** Longer texts are prose: nothing in them is parsed, so no text however long costs time. */
const LONGEST_VALUE = 120;

/**
 * Reads the shown text of a target cell (指标值) after the grammar of the design: operator, number, unit and the other
 * kinds. Never throws; what it cannot place is `qualitative` (no digits) or `unreadable`.
 */
export function parseTargetValue(text: string): TargetValue {
  const compact = compactText(text);
  if (compact === '') return { kind: 'blank' };
  if (isNotApplicable(compact)) return { kind: 'not-applicable' };
  if (isSecretText(compact)) return { kind: 'secret' };
  if (compact.length > LONGEST_VALUE) return { kind: 'qualitative', text: compact };
  if (compact === '是' || compact === '否') return { kind: 'yes-no', isYes: compact === '是' };
  const bare = compact.replace(/[。;,.]+$/, '');
  return (
    parseDateTarget(bare) ||
    parseSingle(bare) ||
    parseComposite(bare) ||
    parseWithLeadingText(bare) ||
    (/[0-9]/.test(bare) ? { kind: 'unreadable', text: compact } : { kind: 'qualitative', text: compact })
  );
}

/** Canonical writing: signs for comparisons, no separators, no blanks. Parsing it gives the same value again. */
export function formatTargetValue(value: TargetValue): string {
  switch (value.kind) {
    case 'quantity':
      return `${value.leadingText}${value.comparison || ''}${value.number}${value.scale}${value.unit}`;
    case 'percentage':
      return `${value.leadingText}${value.comparison || ''}${value.number}%`;
    case 'date':
      return `${formatCalendarDate(value)}${value.isDeadline ? '前' : ''}`;
    case 'duration':
      return `${value.comparison || ''}${value.number}${value.unit}`;
    case 'range':
      return `${value.low}-${value.high}${value.scale}${value.unit}`;
    case 'composite':
      return value.parts.map(formatTargetValue).join(',');
    case 'yes-no':
      return value.isYes ? '是' : '否';
    case 'schedule':
    case 'qualitative':
    case 'unreadable':
      return value.text;
    case 'not-applicable':
      return '不适用';
    case 'secret':
      return '涉密内容不宜公开';
    case 'blank':
      return '';
  }
}

/** The number of a quantity with its scale worked in: "1.2" and 万 is 12000. */
export function scaledNumber(quantity: Pick<Quantity, 'number' | 'scale'>): Decimal {
  const factor = { '': 1, 百: 100, 千: 1000, 万: 10000, 亿: 100000000 }[quantity.scale];
  return new Decimal(quantity.number).times(factor);
}

function parseDateTarget(text: string): DateTarget | undefined {
  const body = text.replace(/^(?:≤|<=|截至|截止至?|于|在|预计|计划)/, '');
  const first = parseCalendarDate(body);
  if (!first) return undefined;
  let { date, rest } = first;
  const joined = /^(?:[-~—–]|至|到)(.*)$/.exec(rest);
  if (joined) {
    const end = parseCalendarDate(joined[1]) || parseCalendarDate(`${date.year}年${joined[1]}`);
    if (end) ({ date, rest } = end);
  }
  const isDeadline = /^(?:之?以?前|底前|为止|内)/.test(rest);
  const tail = rest.replace(/^(?:之?以?前|底前?|为止|内)/, '').replace(/^(?:全部|按时|按期|及时)/, '');
  if (!/^(?:完成)?(?:完工|办结|支付|拨付|发放|结束|交付|验收|到位|竣工|投入使用)?$/.test(tail)) return undefined;
  // "2024年" alone could be a count of years in nothing else than a date.
  return { kind: 'date', ...date, isDeadline };
}

function parseSingle(text: string): TargetValue | undefined {
  if (SCHEDULE.test(text)) return { kind: 'schedule', text };
  const { comparison, rest } = splitComparison(text);
  return parseMeasured(readNumberWords(rest), comparison) || parseGrowth(text) || undefined;
}

function parseMeasured(text: string, comparison: Comparison | null): TargetValue | undefined {
  const percentage = PERCENTAGE.exec(text);
  if (percentage) {
    const number = numberOf(percentage[1], percentage[2]);
    const percent = percentage[3] === '‰' ? new Decimal(number).dividedBy(10).toFixed() : number;
    return { kind: 'percentage', comparison, number: percent, isGrowth: false, leadingText: '' };
  }
  const range = RANGE.exec(text);
  if (range && comparison === null) {
    const unit = range[7] === '' && range[3] !== '' ? '%' : range[7];
    return {
      kind: 'range',
      low: numberOf(range[1], range[2]),
      high: numberOf(range[4], range[5]),
      scale: range[6] as Quantity['scale'],
      unit,
    };
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
  if (!quantity || /、/.test(quantity[4])) return undefined;
  return {
    kind: 'quantity',
    comparison,
    number: numberOf(quantity[1], quantity[2]),
    scale: quantity[3] as Quantity['scale'],
    unit: quantity[4],
    leadingText: '',
  };
}

function parseGrowth(text: string): Percentage | undefined {
  const lead = GROWTH.exec(text);
  if (!lead || lead[0].length === text.length) return undefined;
  const { comparison, rest } = splitComparison(text.slice(lead[0].length));
  const value = parseMeasured(readNumberWords(rest), comparison);
  if (!value || value.kind !== 'percentage') return undefined;
  return { ...value, isGrowth: true, leadingText: lead[0] };
}

function parseComposite(text: string): Composite | undefined {
  const parts = text.split(/[,;、/+]|(?:和|及|并)(?=[0-9≥≤<>])/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 8) return undefined;
  const values = parts.map((part) => parseSingle(part) || parseWithLeadingText(part));
  const isMeasured = values.every((value) => value !== undefined && value.kind !== 'schedule');
  return isMeasured ? { kind: 'composite', parts: values as TargetValue[] } : undefined;
}

/** "招商展板制作>20", "满意度≥95%": prose, then a value. */
function parseWithLeadingText(text: string): TargetValue | undefined {
  const start = text.search(/(?:大于等于|不少于|不低于|不超过|小于等于|大于|小于|超过|至少|达到|达|[<>=≥≤])?[0-9]/);
  if (start <= 0) return undefined;
  const leadingText = text.slice(0, start);
  if (/[0-9]/.test(leadingText)) return undefined;
  const { comparison, rest } = splitComparison(text.slice(start));
  const value = parseMeasured(rest, comparison);
  if (!value || (value.kind !== 'quantity' && value.kind !== 'percentage')) return undefined;
  return { ...value, leadingText };
}

function numberOf(whole: string, fraction: string | undefined): string {
  return new Decimal(whole.replace(/,/g, '') + (fraction || '')).toFixed();
}
