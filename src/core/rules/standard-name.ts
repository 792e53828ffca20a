import type { Indicator } from '../forms/form';
import type { RuleContext } from './define-rule';

/** True for a name taken from the loaded catalogue: how it is worded is not up to the filer. */
export function isStandardName({ plainName }: Indicator, { catalogue }: RuleContext): boolean {
  return catalogue !== null && catalogue.findByName(plainName).length > 0;
}
