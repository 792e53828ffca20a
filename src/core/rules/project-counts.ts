import { findField, type FieldKey, type FormCell, type Indicator, type Project } from '../forms/form';
import { bareLabel } from '../forms/head-labels';
import type { CountedThing } from '../values/counted-things/counted-thing';
import { findCountedThings } from '../values/counted-things/find-counted-things';
import { findTargetThings } from '../values/counted-things/target-things';
import { maskMarkup } from '../values/markup';
import { isNotApplicable, isSecretText } from '../values/special-texts';
import { formatAddress } from '../workbook/cell-address';

/** A counted thing with the cell it stands in. */
export interface PlacedThing {
  readonly thing: CountedThing;
  readonly cell: FormCell;
  /** What the user calls it: "测算依据". */
  readonly label: string;
  /** With the cell: "测算依据"（B8）. */
  readonly place: string;
  /** The number as the user reads it there: "红色教育培训2场". */
  readonly shown: string;
}

/** The counted thing of an indicator's target value. */
export interface PlacedTarget extends PlacedThing {
  readonly indicator: Indicator;
  /** "D12". */
  readonly address: string;
}

/** Shares of change: a growth of 5 % is no target that another growth could hold. */
const CHANGE = /增长|增幅|增速|同比|环比|提高|提升|增加|上升|下降|降低|减少|压缩|压减|节约|降幅/;

/** A text holds more numbers than these only where it is no text any more. */
const MOST_THINGS = 200;

/** The counted things a field's text names; none for blank, n/a and secret fields. */
export function countedInField(project: Project, key: FieldKey): readonly PlacedThing[] {
  const field = findField(project, key);
  if (!field || isNotApplicable(field.value.text) || isSecretText(field.value.text)) return [];
  const parts = field.parts || [{ cell: field.value, start: 0 }];
  const label = bareLabel(field.label.text);
  return findCountedThings(maskMarkup(field.value.text))
    .slice(0, MOST_THINGS)
    .map((thing) => {
      const before = parts.filter(({ start }) => start <= thing.offset);
      const { cell } = before[before.length - 1] || parts[0];
      return { thing, cell, label, place: placeOf(label, cell), shown: thing.phrase };
    });
}

/** The counted things of all target values of a project. */
export function countedInTargets(project: Project): readonly PlacedTarget[] {
  const targets: PlacedTarget[] = [];
  for (const indicator of project.indicators) {
    const { plainName, target, value } = indicator;
    if (isNotApplicable(plainName) || isSecretText(plainName)) continue;
    const shown = shownTarget(indicator);
    for (const thing of findTargetThings(plainName, target)) {
      targets.push({
        thing,
        cell: value,
        label: '指标值',
        place: placeOf('指标值', value),
        shown,
        indicator,
        address: formatAddress(value.address),
      });
    }
  }
  return targets;
}

/** True for a number that says how much is to be done, in the filing year as far as known, exactly enough to compare. */
export function isComparable(thing: CountedThing, filingYear: number | null): boolean {
  if (thing.kind === 'money' || thing.standing !== 'stated' || thing.isApproximate || thing.period === 'term')
    return false;
  if (thing.kind === 'percentage' && CHANGE.test(thing.what)) return false;
  return isDated(thing, filingYear);
}

/** True unless the text says it of another year than the filing year. */
export function isDated(thing: CountedThing, filingYear: number | null): boolean {
  return thing.year === null || filingYear === null || thing.year === filingYear;
}

/** The value with the unit that stands in a column of its own. */
function shownTarget({ value, nature, unit }: Indicator): string {
  const parts = [nature, value, unit].map((cell) => (cell === null ? '' : cell.text.trim()));
  return parts.join('');
}

function placeOf(label: string, cell: FormCell): string {
  return `“${label}”（${formatAddress(cell.address)}）`;
}
