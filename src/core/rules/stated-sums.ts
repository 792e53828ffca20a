import type { ListStrength, PartList, StatedAmount } from '../values/money-sentences/money-statement';
import { canAddUp, roundingAllowance, sumOf } from '../values/money-sentences/part-sums';
import type { StatingParagraph } from './prose-statements';

export interface PlacedStatement {
  readonly amount: StatedAmount;
  readonly paragraph: StatingParagraph;
}

/** A total and its parts that do not add up to it. */
export interface StatedSum {
  readonly total: PlacedStatement;
  readonly parts: readonly PlacedStatement[];
}

/** Parts that are all there is of a whole, by words in their labels. */
const CLOSED_SETS: readonly (readonly RegExp[])[] = [
  [/基本支出/, /项目支出/],
  [/人员(?:经费|支出)/, /公用(?:经费|支出)/],
  [/货物/, /工程/, /服务/],
  [/因公出国/, /公务接待/, /公务用车/],
  [/公务用车购置/, /公务用车运行/],
  [/财政拨款/, /事业收入/, /其他收入/],
  [/一般公共预算/, /政府性基金/, /国有资本/],
];
/** Parts that overlap or were chosen for a purpose: no whole is made of them. */
const CHOSEN = /面向|预留|小微|小型|微型|中小企业|新增|重点|专项债|用于|其中|主要|比上年|结转|等/;
const MOST_PARAGRAPHS = 60;

/** The lists of prose, within sentences and over numbered paragraphs, whose parts cannot add up to the stated total. */
export function statedSums(paragraphs: readonly StatingParagraph[]): readonly StatedSum[] {
  const sums: StatedSum[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (const list of paragraph.statements.lists) {
      const parts = brokenParts(list);
      if (parts) {
        const place = (amount: StatedAmount): PlacedStatement => ({ amount, paragraph });
        sums.push({ total: place(list.total), parts: parts.map(place) });
      }
    }
    const below = numberedParts(paragraphs, index);
    if (below) sums.push(below);
  });
  return sums;
}

/** The parts of a list that does not add up in any reading; null where it does, or where its parts are not certain. */
function brokenParts(list: PartList): readonly StatedAmount[] | null {
  const { total, parts, followers, strength, isUnclear, isClosed } = list;
  if (isUnclear || !isClosed || parts.length < 2) return null;
  if (![total, ...parts].every(isCertain) || areOverlapping(parts)) return null;
  const possible = [...parts, ...followers];
  const mayEnd = (count: number): boolean => possible[count].separator !== '、';
  if (
    canAddUp(
      total.mark,
      possible.map(({ mark }) => mark),
      mayEnd,
    )
  )
    return null;
  return isWhole(total, parts, strength) ? parts : null;
}

/** True for parts that claim to be the whole: listed as such, more than the whole, or all there can be. */
function isWhole(total: StatedAmount, parts: readonly StatedAmount[], strength: ListStrength): boolean {
  if (strength === 'complete') return true;
  const marks = parts.map(({ mark }) => mark);
  const excess = sumOf(marks).minus(total.mark.number);
  if (excess.greaterThan(roundingAllowance(total.mark, marks))) return true;
  if (strength === 'open') return false;
  return CLOSED_SETS.some((set) => set.every((word) => parts.some(({ label }) => word.test(label))));
}

function isCertain({ mark, isJoint, label }: StatedAmount): boolean {
  return mark.isExact && !isJoint && label.length <= 60;
}

function areOverlapping(parts: readonly StatedAmount[]): boolean {
  const labels = new Set(parts.map(({ label }) => label));
  return labels.size < parts.length || parts.some(({ label }) => CHOSEN.test(label));
}

/** "项目支出850万元，具体包括：" and the numbered paragraphs below it, each of which opens with its own amount. */
function numberedParts(paragraphs: readonly StatingParagraph[], index: number): StatedSum | null {
  const { openTotal } = paragraphs[index].statements;
  if (!openTotal) return null;
  const parts: PlacedStatement[] = [];
  let style = '';
  for (let next = index + 1; next < paragraphs.length && next <= index + MOST_PARAGRAPHS; next += 1) {
    const paragraph = paragraphs[next];
    if (style === '') style = paragraph.numberStyle;
    if (style === '' || paragraph.isHeading) break;
    if (paragraph.numberStyle !== style) {
      // A paragraph without a number, or with one of another kind: the list is over, unless it goes on below.
      if (
        paragraphs
          .slice(next, next + MOST_PARAGRAPHS)
          .some((later) => later.numberStyle === style && later.number === parts.length + 1)
      )
        return null;
      break;
    }
    if (paragraph.number === 1 && parts.length > 0) break;
    const [first] = paragraph.statements.amounts;
    const isOpening = first !== undefined && first.sentence === 0 && first.clause <= 1 && first.list === null;
    if (!isOpening || paragraph.number !== parts.length + 1) return null;
    parts.push({ amount: first, paragraph });
  }
  const amounts = parts.map(({ amount }) => amount);
  const { total, strength } = openTotal;
  if (parts.length < 2 || ![total, ...amounts].every(isCertain) || areOverlapping(amounts)) return null;
  const marks = amounts.map(({ mark }) => mark);
  if (canAddUp(total.mark, marks, () => false) || !isWhole(total, amounts, strength)) return null;
  return { total: { amount: total, paragraph: paragraphs[index] }, parts };
}
