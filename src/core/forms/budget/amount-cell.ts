import { Decimal } from 'decimal.js';
import { parseAmount } from '../../values/amount';
import { readMoneyCell } from '../../values/money-cell';
import type { SheetSnapshot } from '../../workbook/workbook-snapshot';
import type { FormCell } from '../form';
import { readCell } from '../sheet-view';
import type { AmountColumn } from './budget-table';

export type AmountState = 'amount' | 'blank' | 'unknown' | 'text';

/**
 * A cell of an amount column. What it shows is kept as a count of its last digit, exact and quick to add up; the decimal number
 * and the cell are made when asked for, since large tables hold hundreds of thousands of them.
 */
export class AmountCell {
  private madeNumber: Decimal | null = null;

  /** @param units How often the last digit printed: 357 for "3.57"; null without a number, or with too many digits to be exact. */
  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly row: number,
    readonly column: AmountColumn,
    readonly state: AmountState,
    readonly units: number | null,
    /** Decimals printed. */
    readonly places: number,
    private readonly whole: Decimal | null = null,
  ) {}

  get cell(): FormCell {
    return readCell(this.sheet, this.row, this.column.index);
  }

  /** As printed, in the unit of the table; null when blank, unknown or text. */
  get number(): Decimal | null {
    if (this.state !== 'amount') return null;
    if (this.madeNumber === null)
      this.madeNumber = this.whole || new Decimal(this.units as number).times(stepOf(this.places));
    return this.madeNumber;
  }

  /** Value of the last digit printed. */
  get step(): Decimal {
    return stepOf(this.places);
  }

  /** The same amount as part of another column, or with more decimals. */
  with({ column = this.column, places = this.places }: { column?: AmountColumn; places?: number }): AmountCell {
    const scaled = this.units === null ? null : this.units * Math.pow(10, places - this.places);
    const isExact = scaled !== null && Math.abs(scaled) <= LARGEST;
    return new AmountCell(this.sheet, this.row, column, this.state, isExact ? scaled : null, places, this.number);
  }
}

/** Counts up to here are exact, sums of a thousand of them too. */
const LARGEST = 9e12;

const STEPS: Decimal[] = [];

function stepOf(places: number): Decimal {
  if (STEPS[places] === undefined) STEPS[places] = new Decimal(10).pow(-places);
  return STEPS[places];
}

const PLAIN = /^-?(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.([0-9]{1,4}))?$/;

/** Reads a cell of an amount column. */
export function readAmountCell(sheet: SheetSnapshot, row: number, column: AmountColumn): AmountCell {
  if (sheet.mergedAreaAt(row, column.index) === undefined) {
    const placed = sheet.cellAt(row, column.index);
    if (placed === undefined) return new AmountCell(sheet, row, column, 'blank', null, 0);
    const { value, text, rawNumber } = placed;
    if (typeof value === 'number' && text === rawNumber && value % 1 === 0 && Math.abs(value) <= LARGEST)
      return new AmountCell(sheet, row, column, 'amount', value, 0);
    const match = PLAIN.exec(text);
    if (match) {
      const units = Number(text.replace(/[,.]/g, ''));
      if (Math.abs(units) <= LARGEST)
        return new AmountCell(sheet, row, column, 'amount', units, match[1] === undefined ? 0 : match[1].length);
    }
  }
  const shown = readCell(sheet, row, column.index);
  const read = readMoneyCell(shown);
  // 500万元 among amounts in 元: nobody adds that up without asking.
  const written = parseAmount(shown.text);
  if (written && written.unit !== null) return new AmountCell(sheet, row, column, 'unknown', null, 0);
  if (read.kind !== 'amount') return new AmountCell(sheet, row, column, read.kind, null, 0);
  const places = read.step.decimalPlaces();
  const units = read.number.dividedBy(read.step);
  const isExact = units.isInteger() && units.abs().lessThanOrEqualTo(LARGEST);
  return new AmountCell(sheet, row, column, 'amount', isExact ? units.toNumber() : null, places, read.number);
}

/** True where amounts add up to a total exactly, blank ones as nothing; false also where only decimal arithmetic can tell. */
export function addUpExactly(total: AmountCell, terms: readonly AmountCell[]): boolean {
  let { places } = total;
  for (const term of terms) if (term.places > places) ({ places } = term);
  let left = unitsIn(total, places);
  for (const term of terms) if (term.state !== 'blank') left -= unitsIn(term, places);
  return left === 0;
}

/** NaN for what cannot be said exactly: it never adds up. */
function unitsIn({ units, places: own }: AmountCell, places: number): number {
  if (units === null) return NaN;
  const scaled = own === places ? units : units * Math.pow(10, places - own);
  return Math.abs(scaled) <= LARGEST ? scaled : NaN;
}
