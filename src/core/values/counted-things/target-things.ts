import type { TargetValue } from '../target-value';
import type { CountedThing } from './counted-thing';
import { unitAt } from './count-units';
import { findCountedThings } from './find-counted-things';
import { findImpliedUnit } from '../indicator-name';

/** The counted things of an indicator: its name with each number of its target value. Dates, spans of time and words give none. */
export function findTargetThings(name: string, target: TargetValue): readonly CountedThing[] {
  const what = withoutNumbers(name.replace(UNIT_NOTE, ''));
  if (target.kind === 'composite') {
    return target.parts.reduce<CountedThing[]>((all, part) => all.concat(thingsOf(what, name, part)), []);
  }
  return thingsOf(what, name, target);
}

function thingsOf(what: string, name: string, target: TargetValue): readonly CountedThing[] {
  const thing = (values: Pick<CountedThing, 'kind' | 'number' | 'unit'> & Partial<CountedThing>): CountedThing => ({
    what,
    isInherited: false,
    noun: '',
    high: null,
    scale: '',
    comparison: null,
    isApproximate: false,
    period: periodOf(name),
    year: null,
    standing: /人均|户均|生均|场均|亩均|平均|每[人户场期次个家名生班校村]/.test(name) ? 'each' : 'stated',
    isPlanned: true,
    offset: 0,
    quote: '',
    phrase: '',
    ...values,
  });
  if (target.kind === 'quantity') {
    const unit = unitAt(target.unit);
    if (/^元/.test(target.unit)) return [];
    if (unit === '' && target.unit !== '') return [];
    const noun = target.unit.slice(unit.length);
    const { number, comparison } = target;
    const scale = target.scale || noteScale(name);
    const own = `${what}${target.leadingText}${noun}`;
    const impliedUnit = unit !== '' ? unit : findImpliedUnit(name) || '';
    return [thing({ kind: 'count', what: own, noun, number, scale, comparison, unit: impliedUnit })];
  }
  if (target.kind === 'percentage') {
    if (target.isGrowth) return [];
    const { number, comparison } = target;
    return [thing({ kind: 'percentage', number, unit: '%', comparison })];
  }
  if (target.kind === 'range') {
    const isShare = target.unit === '%';
    const unit = isShare ? '%' : unitAt(target.unit);
    if (unit === '' && target.unit !== '') return [];
    const { low, high, scale } = target;
    return [thing({ kind: isShare ? 'percentage' : 'count', number: low, high, scale, unit })];
  }
  return [];
}

/** The unit in brackets at the end of a name: （万人次）, (单位：亩). */
const UNIT_NOTE = /[（(](?:单位[:：]?)?([十百千]?[万亿]|[百千])?[^（()）0-9]{0,4}[)）]\s{0,2}$/;

/** A name may say that its number is in tens of thousands: 接待人次（万人次）. */
function noteScale(name: string): string {
  const note = UNIT_NOTE.exec(name);
  return (note && note[1]) || '';
}

/** "走访6060家重点企业" names the same as "走访重点企业". */
function withoutNumbers(name: string): string {
  let bare = '';
  let end = 0;
  for (const { offset, quote } of findCountedThings(name)) {
    const start = name.lastIndexOf(quote, offset + quote.length);
    if (quote === '' || start < end) continue;
    bare += name.slice(end, start);
    end = start + quote.length;
  }
  return bare + name.slice(end);
}

function periodOf(name: string): CountedThing['period'] {
  if (/每个?月|月度|月均/.test(name)) return 'month';
  if (/每个?季|季度/.test(name)) return 'quarter';
  if (/每半年/.test(name)) return 'half-year';
  if (/每周|每星期/.test(name)) return 'week';
  if (/每[日天]|日均/.test(name)) return 'day';
  return /每年|全年|年度|年均/.test(name) ? 'year' : null;
}
