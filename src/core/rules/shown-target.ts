import type { Indicator } from '../forms/form';
import { formatTargetValue } from '../values/target-value';

/** The target for messages: as typed, or put together where the form splits it over columns ("≥95%" of ≥ | 95 | %). */
export function shownTarget({ value, nature, unit, target }: Indicator): string {
  const isSplit = nature !== null || unit !== null;
  const isMeasured = target.kind === 'quantity' || target.kind === 'percentage' || target.kind === 'range';
  return isSplit && isMeasured ? formatTargetValue(target) : value.text.trim();
}
