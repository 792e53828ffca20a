import type { CountedThing } from '../../../../src/core/values/counted-things/counted-thing';

/**
 * Everything a counted thing says but where it stands, in one line: "举办培训↑ ≥5~7万场 month 2025 each 约 !". ↑ words taken over,
 * 约 approximate, ! planned.
 */
export function describeThing(thing: CountedThing): string {
  const { number, high, scale, unit, comparison } = thing;
  const amount = `${comparison ?? ''}${number}${high === null ? '' : `~${high}`}${scale}${unit}`;
  return [
    `${thing.what}${thing.isInherited ? '↑' : ''}`,
    amount,
    thing.kind === 'count' ? '' : thing.kind,
    thing.noun === '' ? '' : `（${thing.noun}）`,
    thing.period ?? '',
    thing.year ?? '',
    thing.standing === 'stated' ? '' : thing.standing,
    thing.isApproximate ? '约' : '',
    thing.isPlanned ? '!' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
