import * as React from 'react';
import type { Calculation, CalculationTerm } from '../../core/review/finding';
import { compactText } from '../../core/values/normalize-text';
import type { Place } from '../state/checked-workbook';
import { STRINGS } from '../strings';
import { AlignedNumber, decimalsOf } from './AlignedNumber';

interface CalculationViewProps {
  readonly calculation: Calculation;
  /** Sheet of the finding: only the cells of other sheets are named with theirs. */
  readonly sheet: string;
  /** Shows a cell; null where the workbook cannot. */
  readonly onSelect: ((place: Place) => void) | null;
}

/** Sums up to this length are shown whole, longer ones begin with SHOWN_FIRST. */
const SHOWN_WHOLE = 10;
const SHOWN_FIRST = 8;

/** A sum as on paper: what is added up, the line, the sum, what the sheet states, and how far the two are apart. */
export function CalculationView(props: CalculationViewProps): React.ReactElement {
  const { calculation, sheet, onSelect } = props;
  const { total, terms, sum, difference, allowance, unit } = calculation;
  const [isUnfolded, setUnfolded] = React.useState(false);
  const list = React.useRef<HTMLUListElement>(null);
  const isFolded = !isUnfolded && terms.length > SHOWN_WHOLE;
  const numbers = [sum, difference, allowance, total.number, ...terms.map(({ number }) => number)];
  const decimals = Math.max(...numbers.map(decimalsOf));
  const isLess = difference.charAt(0) === '-';

  // Its button goes away: the keyboard goes on with the first of the terms it brought.
  React.useEffect(() => {
    const next = isUnfolded && list.current !== null ? list.current.children[SHOWN_FIRST] : undefined;
    const focusable = next && next.firstElementChild;
    if (focusable instanceof HTMLElement) focusable.focus();
  }, [isUnfolded]);

  const lineOf = (term: CalculationTerm, label: string, number: string, spoken: string): React.ReactElement => {
    const isElsewhere = term.sheet !== sheet;
    const place = isElsewhere ? STRINGS.cellOfSheet(term.sheet, term.cell) : term.cell;
    const line = (
      <Line label={isElsewhere && isNamedBy(label, term.sheet) ? '' : label} number={number} decimals={decimals}>
        <span className={isElsewhere ? 'line-place line-place-elsewhere' : 'line-place'}>{place}</span>
      </Line>
    );
    if (onSelect === null) return line;
    return (
      <button
        type="button"
        className="line-button"
        aria-label={STRINGS.spokenNumber(spoken, speak(term.number), unit, place)}
        onClick={() => onSelect(term)}
      >
        {line}
      </button>
    );
  };

  return (
    <section className="calculation" aria-label={STRINGS.calculationLabel}>
      <p className="calculation-head">
        <span>{STRINGS.calculationHeading}</span>
        {unit !== '' && <span>{STRINGS.unitOf(unit)}</span>}
      </p>
      <ul ref={list}>
        {(isFolded ? terms.slice(0, SHOWN_FIRST) : terms).map((term, index) => (
          <li key={index}>
            {lineOf(term, term.label, signed(term), term.isSubtracted ? STRINGS.subtracted(term.label) : term.label)}
          </li>
        ))}
      </ul>
      {isFolded && (
        <button type="button" className="text-button calculation-more" onClick={() => setUnfolded(true)}>
          {STRINGS.moreTerms(terms.length - SHOWN_FIRST)}
        </button>
      )}
      <ul className="calculation-result">
        {isSum(terms) && (
          <li>
            <Line
              label={hasSubtracted(terms) ? STRINGS.calculated : STRINGS.sumOfTerms}
              number={sum}
              decimals={decimals}
            />
          </li>
        )}
        <li>{lineOf(total, STRINGS.stated, total.number, STRINGS.statedOf(total.label))}</li>
        <li>
          <Line label={STRINGS.difference} number={isLess ? difference : `+${difference}`} decimals={decimals}>
            <span className="visually-hidden">{isLess ? STRINGS.statedIsLess : STRINGS.statedIsMore}</span>
          </Line>
        </li>
        <li className="quiet">
          <Line label={STRINGS.allowance} number={`±${allowance}`} decimals={decimals} />
        </li>
      </ul>
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly number: string;
  readonly decimals: number;
  /** Stands behind the label. */
  readonly children?: React.ReactNode;
}

function Line({ label, number, decimals, children }: LineProps): React.ReactElement {
  return (
    <span className="line">
      <span className="line-label">
        {label} {children}
      </span>
      <AlignedNumber number={number} decimals={decimals} />
    </span>
  );
}

/** The sheet "表1 收支总表" says that its number is that of 收支总表. */
function isNamedBy(label: string, sheet: string): boolean {
  return compactText(sheet).indexOf(compactText(label)) >= 0;
}

/** A single number that ought to equal the total is no sum. */
function isSum(terms: readonly CalculationTerm[]): boolean {
  return terms.length > 1 || hasSubtracted(terms);
}

function hasSubtracted(terms: readonly CalculationTerm[]): boolean {
  return terms.some(({ isSubtracted }) => isSubtracted);
}

function signed({ number, isSubtracted }: CalculationTerm): string {
  if (!isSubtracted) return number;
  return number.charAt(0) === '-' ? `-(${number})` : `-${number}`;
}

/** Screen readers pass over signs. */
function speak(number: string): string {
  return number.charAt(0) === '-' ? STRINGS.negative(number.slice(1)) : number;
}
