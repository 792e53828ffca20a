import type { Calculation, CalculationTerm } from '../review/finding';
import { toPrintable, type MeasureWidth } from './text-layout';

export interface CalculationSpace {
  /** Width of a line. */
  readonly columns: number;
  readonly lines: number;
  readonly measure: MeasureWidth;
}

const LEAD = '算式：';
/** "A1 0 + ": no term is narrower. */
const NARROWEST_TERM = 7;

/**
 * What is added up, within the space: "算式：D8 112 + D9 476 = 588万元", with the labels where there is room for them. Of a
 * sum too long for the space the first terms.
 * @param sheet Sheet of the finding; only cells of other sheets are named with theirs.
 */
export function calculationLines(calculation: Calculation, sheet: string, space: CalculationSpace): string[] {
  const { terms, sum, unit } = calculation;
  const isSum = terms.length > 1 || terms.some(({ isSubtracted }) => isSubtracted);
  const result = isSum ? [`= ${sum}${toPrintable(unit)}`] : [];
  const withLabels = terms.map((term, index) => operatorOf(term, index) + labelled(term, sheet));
  const whole = layOut([...withLabels, ...result], space);
  if (whole.length <= space.lines) return whole;
  const mostTerms = Math.ceil((space.columns * space.lines) / NARROWEST_TERM);
  for (let shown = Math.min(terms.length, mostTerms); ; shown -= 1) {
    const hidden = terms.length - shown;
    const pieces = terms.slice(0, shown).map((term, index) => operatorOf(term, index) + bare(term, sheet));
    const lines = layOut([...pieces, ...(hidden > 0 ? [`+ …（另 ${hidden} 项）`] : []), ...result], space);
    if (lines.length <= space.lines || shown <= 1) return lines;
  }
}

/** Fills lines with pieces that are not to be broken. */
function layOut(pieces: readonly string[], { columns, measure }: CalculationSpace): string[] {
  const lines: string[] = [];
  let line = LEAD;
  for (const piece of pieces) {
    const longer = line === '' || line === LEAD ? line + piece : `${line} ${piece}`;
    if (line === '' || line === LEAD || measure(longer) <= columns) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = piece;
  }
  return [...lines, line];
}

function operatorOf({ isSubtracted }: CalculationTerm, index: number): string {
  if (isSubtracted) return index === 0 ? '-' : '- ';
  return index === 0 ? '' : '+ ';
}

function labelled(term: CalculationTerm, sheet: string): string {
  return `${toPrintable(term.label)}（${placeOf(term, sheet)}）${term.number}`;
}

function bare(term: CalculationTerm, sheet: string): string {
  return `${placeOf(term, sheet)} ${term.number}`;
}

function placeOf(term: CalculationTerm, sheet: string): string {
  return term.sheet === sheet ? term.cell : `${toPrintable(term.sheet)}!${term.cell}`;
}
