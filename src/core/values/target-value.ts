import { Decimal } from 'decimal.js';
import { formatCalendarDate, parseCalendarDate, type CalendarDate } from './calendar-date';
import { splitComparison, type Comparison } from './comparison';
import { compactText } from './normalize-text';
import { readNumberWords } from './number-words';
import { isNotApplicable, isSecretText } from './special-texts';
import { parseMeasured } from './measured-target';

interface Measured {
  readonly comparison: Comparison | null;
  /** Decimal number without separators, e.g. "6060", "1.5" or "-3". */
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
  /** "个百分点" is the difference of two shares. */
  readonly unit: '%' | '个百分点';
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

/** "2-3场", "80%-90%", "80%≤x≤90%", "±5%". */
export interface NumberRange {
  readonly kind: 'range';
  readonly low: string;
  readonly high: string;
  readonly scale: Quantity['scale'];
  /** "%" for percentages. */
  readonly unit: string;
}

/** "1:20": so many of one to so many of another. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly comparison: Comparison | null;
  readonly left: string;
  readonly right: string;
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
  | Ratio
  | YesNo
  | Qualitative
  | PlainKind
  | Unreadable;

const CHANGE = '(?:增长|递增|提高|提升|增加|上升|扩大|下降|递减|降低|减少|压缩|压减|缩短|缩减|削减|节约|节省)';
const GROWTH = new RegExp(
  `^(?:(?:同比|环比|(?:较|比|与)?(?:上年|上一年|去年|往年|基期|上年度)(?:同期)?(?:相比)?)${CHANGE}?|(?:(?:较|比|与)[^0-9%]{1,12}|每年|年均|逐年)?${CHANGE})(?:率|幅度)?(?:为)?`,
);
const SCHEDULE =
  /^[0-9]{1,2}(?:天)?[*x×X][0-9]{1,2}(?:个?小时)?$|^全[年天]候?$|^(?:每|按)(?:年|季度?|月|周|日|天|半年)[^%]{0,20}$|^(?:实时|随时|常年|长期|全年.{0,8})$/;

/** A day or month without its year: "12月底前", "6月30日前完成". */
const YEARLY_DATE =
  /^[0-9]{1,2}月份?(?:(?:[0-9]{1,2}[日号]|[底末初]|[上中下]旬)(?:之?以?前|为?止)?|之?以?前)(?:完成|办结|发放|支付)?$/;

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
  const bare = compact.replace(/[。;,.]+$/, '').replace(/\(含(?:本数|[0-9]{1,4}%?)?\)/g, '');
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
      return `${value.leadingText}${value.comparison || ''}${value.number}${value.unit}`;
    case 'date':
      return `${formatCalendarDate(value)}${value.isDeadline ? '前' : ''}`;
    case 'duration':
      return `${value.comparison || ''}${value.number}${value.unit}`;
    case 'range':
      return value.low === `-${value.high}`
        ? `±${value.high}${value.scale}${value.unit}`
        : `${value.low}-${value.high}${value.scale}${value.unit}`;
    case 'ratio':
      return `${value.comparison || ''}${value.left}:${value.right}`;
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
  if (SCHEDULE.test(text) || YEARLY_DATE.test(text)) return { kind: 'schedule', text };
  const { comparison, rest } = splitComparison(text);
  return parseMeasured(readNumberWords(rest), comparison) || parseGrowth(text) || undefined;
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
  const joined = text.replace(/([0-9]),(?=[0-9]{3}(?![0-9]))/g, '$1');
  const listed = joined.split(/[,;、]|(?:和|及|并)(?=[0-9≥≤<>])/).filter((part) => part !== '');
  // A slash may belong to a unit (元/人), so it parts values only where nothing else does.
  const parts = listed.length > 1 ? listed : joined.split(/[/+]/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 8) return undefined;
  const values = parts.map((part) => parseSingle(part) || parseWithLeadingText(part));
  const isMeasured = values.every((value) => value !== undefined && value.kind !== 'schedule');
  return isMeasured ? { kind: 'composite', parts: values as TargetValue[] } : undefined;
}

/** "招商展板制作>20", "满意度≥95%": prose, then a value. */
function parseWithLeadingText(text: string): TargetValue | undefined {
  const start = text.search(
    /(?:大于等于|不少于|不低于|不超过|小于等于|大于|小于|超过|至少|控制在|保持在|达到|达|[<>=≥≤]{1,2})?[0-9]/,
  );
  if (start <= 0) return undefined;
  const leadingText = text.slice(0, start);
  if (/[0-9]/.test(leadingText)) return undefined;
  const { comparison, rest } = splitComparison(text.slice(start));
  const value = parseMeasured(rest, comparison);
  if (!value || (value.kind !== 'quantity' && value.kind !== 'percentage')) return undefined;
  return { ...value, leadingText };
}
