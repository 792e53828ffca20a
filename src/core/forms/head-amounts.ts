import { Decimal } from 'decimal.js';
import { convertAmount, findMoneyUnit, parseAmount, type MoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import { findField, type Field, type Project } from './form';

/** The amount of a head field. */
export interface HeadAmount {
  readonly field: Field;
  readonly number: Decimal;
  /** From the cell, else from the label; null when neither names one. */
  readonly unit: MoneyUnit | null;
  /** Value of the last digit shown: 0.01 for "48.45". What is smaller may have been rounded away. */
  readonly step: Decimal;
  /** As shown, with the unit, for messages: "1,150.00万元". */
  readonly shown: string;
}

/** Reads the amount of a field; undefined when the cell holds no single number. */
export function readHeadAmount(field: Field): HeadAmount | undefined {
  const { value, text } = field.value;
  const written = parseAmount(text);
  if (typeof value !== 'number' && !written) return undefined;
  const decimals = written ? decimalsOf(text) : new Decimal(Number(value)).decimalPlaces();
  const step = new Decimal(10).pow(-decimals);
  const number = typeof value === 'number' ? new Decimal(value) : written ? written.number : new Decimal(0);
  // A number format may scale what it shows (1200000 as "120万元"): then nobody knows which of the two is meant.
  if (written && number.minus(written.number).abs().greaterThan(step)) return undefined;
  const ownUnit = written ? written.unit : null;
  const unit = ownUnit || findMoneyUnit(field.label.text);
  const shown = text.trim() + (ownUnit === null && unit !== null ? unit : '');
  return { field, number, unit, step, shown };
}

export interface TotalAndAnnual {
  readonly total: HeadAmount;
  readonly annual: HeadAmount;
  /** The annual amount in the unit of the total. */
  readonly annualInUnitOfTotal: Decimal;
  /** Half the last digit of the coarser of the two, in the unit of the total: what rounding may explain. */
  readonly tolerance: Decimal;
}

/** 项目总金额 and 本年度项目金额, both above zero and in units that can be compared; undefined otherwise. */
export function readTotalAndAnnual(project: Project): TotalAndAnnual | undefined {
  const totalField = findField(project, 'totalAmount');
  const annualField = findField(project, 'annualAmount');
  const total = totalField && readHeadAmount(totalField);
  const annual = annualField && readHeadAmount(annualField);
  if (!total || !annual || total.number.lessThanOrEqualTo(0) || annual.number.lessThanOrEqualTo(0)) return undefined;
  const { unit } = total;
  if ((unit === null) !== (annual.unit === null)) return undefined;
  const inUnitOfTotal = (number: Decimal): Decimal =>
    unit === null || annual.unit === null ? number : convertAmount(number, annual.unit, unit);
  const steps = Decimal.max(total.step, inUnitOfTotal(annual.step));
  return { total, annual, annualInUnitOfTotal: inUnitOfTotal(annual.number), tolerance: steps.dividedBy(2) };
}

/** True when one amount is 10 000 times the other, give or take 1 %: then 元 and 万元 were probably mixed up. */
export function areUnitsMixed(larger: Decimal, smaller: Decimal): boolean {
  const ratio = larger.dividedBy(smaller).dividedBy(10000);
  return ratio.minus(1).abs().lessThanOrEqualTo(0.01);
}

function decimalsOf(text: string): number {
  const match = /\.([0-9]+)/.exec(compactText(text));
  return match ? match[1].length : 0;
}
