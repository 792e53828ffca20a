import type { FieldKey } from '../forms/form';
import { bareLabel, findFieldKey } from '../forms/head-labels';
import { convertAmount, findMoneyUnit, formatAmount } from '../values/amount';
import type { CarriedField } from './carried-project';
import { valueOf, type Leftover, type PlacedValue } from './placement';
import type { TemplateDescription, TemplateField } from './template-description';
import { FIELD_NAMES } from './template-names';

export interface PlacedField {
  readonly field: TemplateField;
  readonly value: PlacedValue;
}

export interface PlacedFields {
  readonly placed: readonly PlacedField[];
  readonly left: readonly Leftover[];
  /** Chinese sentences. */
  readonly remarks: readonly string[];
}

/** Fields that say nearly the same: where a template has the second only, it gets what stands in the first. */
const NEAREST: readonly (readonly [FieldKey, FieldKey])[] = [
  ['applicantUnit', 'budgetUnit'],
  ['budgetUnit', 'applicantUnit'],
  ['overallGoal', 'annualGoal'],
  ['overallGoal', 'longTermGoal'],
  ['longTermGoal', 'overallGoal'],
  ['annualGoal', 'overallGoal'],
];

/** Brings the fields of a project to those of a template, by what they mean. */
export function placeFields(carried: readonly CarriedField[], template: TemplateDescription): PlacedFields {
  const placed: PlacedField[] = [];
  const left: Leftover[] = [];
  const remarks: string[] = [];
  const taken = new Set<TemplateField>();
  const waiting: CarriedField[] = [];

  const place = (source: CarriedField, field: TemplateField | undefined): boolean => {
    if (field === undefined || taken.has(field)) return false;
    const value = fieldValue(source, field, remarks);
    if (value === null) return false;
    taken.add(field);
    placed.push({ field, value });
    return true;
  };

  for (const source of carried) {
    const field =
      source.key === null ? template.ownFields.get(bareLabel(source.label)) : template.fields.get(source.key);
    if (!place(source, field)) waiting.push(source);
  }
  const isThere = (key: FieldKey): boolean => carried.some((source) => source.key === key);
  for (const source of waiting) {
    const nearest = NEAREST.find(([from, to]) => {
      const field = template.fields.get(to);
      return (
        from === source.key && !template.fields.has(from) && !isThere(to) && field !== undefined && !taken.has(field)
      );
    });
    const field = nearest && template.fields.get(nearest[1]);
    if (field && place(source, field)) {
      remarks.push(`“${nameOf(source)}”的内容填在“${field.label}”栏。`);
    } else {
      left.push({ label: labelInList(source), indicator: '', text: textInList(source), from: source });
    }
  }
  return { placed, left, remarks };
}

/** Null where the template's unit is one that the amount cannot be brought to. */
function fieldValue(source: CarriedField, field: TemplateField, remarks: string[]): PlacedValue {
  const { amount } = source;
  if (amount === null) return valueOf(source, field.numberFormat);
  const { unit } = field;
  if (unit === null && amount.unit === null) return amount.number.toNumber();
  if (unit === null || amount.unit === null) {
    const who = unit === null ? '模板' : '原表';
    remarks.push(`“${nameOf(source)}”${who}没有写明金额单位，没有换算，列在表的右侧。`);
    return null;
  }
  const number = convertAmount(amount.number, amount.unit, unit);
  if (!number.equals(number.toNumber())) return null;
  if (amount.unit !== unit) {
    remarks.push(`“${nameOf(source)}”由${amount.unit}换算为${unit}。`);
  }
  return number.toNumber();
}

function nameOf({ key, label }: CarriedField): string {
  return key === null ? label : FIELD_NAMES[key];
}

/** As printed; an amount's label says its unit, also where a line above the form said it. */
function labelInList({ label, key, amount }: CarriedField): string {
  const unit = amount === null ? null : amount.unit;
  if (unit === null || findMoneyUnit(label) === unit) return label;
  const named = `${label}（${unit}）`;
  return findFieldKey(named) === key ? named : label;
}

function textInList({ amount, text }: CarriedField): string {
  return amount === null ? text : formatAmount(amount.number);
}
