import type { Rule } from './define-rule';
import textMarkup from './text/markup';
import valueDateYear from './value/date-year';
import valueKindMismatch from './value/kind-mismatch';
import valueOperatorImpossible from './value/operator-impossible';
import valueOperatorMissing from './value/operator-missing';
import valueRateUnderQuantity from './value/rate-under-quantity';
import valueSatisfaction100 from './value/satisfaction-100';
import valueUnitMissing from './value/unit-missing';

/** All rules, sorted by area and id. */
export const RULES: readonly Rule[] = [
  textMarkup,
  valueDateYear,
  valueKindMismatch,
  valueOperatorImpossible,
  valueOperatorMissing,
  valueRateUnderQuantity,
  valueSatisfaction100,
  valueUnitMissing,
];
