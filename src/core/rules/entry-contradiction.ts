import type { CatalogueEntry, EntryKind } from '../catalogue/indicator-catalogue';
import type { FormCell, Indicator } from '../forms/form';
import { parseTargetValue, type TargetValue } from '../values/target-value';

/** A target that cannot be one of a standard indicator. */
export interface Contradiction {
  readonly cell: FormCell;
  /** The unit it is counted in instead of the entry's; null where the value is of another kind. */
  readonly unit: string | null;
}

/**
 * The first target of a row that a standard indicator cannot have: of another kind, or counted in another unit. Null where none is.
 * @param unitSynonyms Groups of units of which each may stand for the others.
 */
export function contradictionOf(
  entry: CatalogueEntry,
  indicator: Indicator,
  unitSynonyms: readonly (readonly string[])[],
): Contradiction | null {
  for (const { cell, target } of targetsOf(indicator)) {
    if (entry.kind !== null && contradicts(target, entry.kind)) return { cell, unit: null };
    const unit = unitOf(target);
    if (unit !== null && isOtherUnit(unit, entry, unitSynonyms)) return { cell, unit };
  }
  return null;
}

const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  count: '数量',
  rate: '比率',
  date: '日期',
  'yes-no': '是/否',
  text: '文字说明',
};

/** What the value of an entry must be, for messages; "" where the catalogue does not say. */
export function kindName({ kind }: CatalogueEntry): string {
  return kind === null ? '' : KIND_NAMES[kind];
}

/** Values that say something else than the library asks for, whatever the indicator is about. */
const CONTRADICTIONS: Readonly<Record<EntryKind, readonly TargetValue['kind'][]>> = {
  count: ['date', 'yes-no'],
  rate: ['date', 'yes-no', 'schedule'],
  date: ['percentage', 'yes-no'],
  'yes-no': ['quantity', 'percentage', 'date', 'duration', 'range', 'qualitative'],
  text: [],
};

/** The annual value, then that of the whole term where it has a column of its own. */
function targetsOf(indicator: Indicator): readonly { readonly cell: FormCell; readonly target: TargetValue }[] {
  const { value, target, periodValue } = indicator;
  const annual = { cell: value, target };
  return periodValue === null ? [annual] : [annual, { cell: periodValue, target: parseTargetValue(periodValue.text) }];
}

function contradicts(target: TargetValue, kind: EntryKind): boolean {
  if (kind === 'yes-no' && target.kind === 'qualitative') return !ANSWER.test(target.text);
  if (target.kind === 'percentage' && kind === 'count') return !target.isGrowth;
  if (target.kind === 'quantity') {
    // A bare number may be a rate without its sign; a date may be told in words.
    if (kind === 'rate') return COUNTED.test(target.unit) && target.leadingText === '';
    if (kind === 'date') return COUNTED.test(target.unit);
    if (kind === 'yes-no') return target.unit !== '' || Number(target.number) > 1;
  }
  return CONTRADICTIONS[kind].indexOf(target.kind) >= 0;
}

/** 是 or 否 said at more length, or as 有, 达到. */
const ANSWER = /^(?:[是否](?:[(,;:/、].*|的)?|[有无能]|达到|未达到|符合|不符合|实现|未实现)[。.]?$/;

/** Classifiers that count things: nothing measured in them is a share or a date. */
const COUNTED = /^(?:[个家户人名位次场期项件宗套台部份册本篇条处座所辆批组起栋幢间盏株头]|人次|场次|家次|户次)/;

/** The classifier a quantity begins with ("家" in "1家事务所"), null for other values. */
function unitOf(target: TargetValue): string | null {
  if (target.kind !== 'quantity' || target.leadingText !== '') return null;
  const unit = /^(?:人次|场次|家次|户次|平方米|平方公里|公里|万?元)/.exec(target.unit) || COUNTED.exec(target.unit);
  return unit && unit[0];
}

/** 个 counts anything; of the others, two that no group of the profile holds together count different things. */
function isOtherUnit(found: string, { unit }: CatalogueEntry, unitSynonyms: readonly (readonly string[])[]): boolean {
  if (unit === null || found === unit || found === '个' || unit === '个' || !isClassifier(unit)) return false;
  if (found.lastIndexOf(unit, 0) === 0 || unit.lastIndexOf(found, 0) === 0) return false;
  return !unitSynonyms.some((group) => group.indexOf(found) >= 0 && group.indexOf(unit) >= 0);
}

function isClassifier(unit: string): boolean {
  return COUNTED.test(unit) || /^(?:平方米|平方公里|公里|万?元)$/.test(unit);
}
