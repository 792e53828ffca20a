import type { Rule } from './define-rule';
import codeFormat from './code/format';
import codeLevelMismatch from './code/level-mismatch';
import explanationMissing from './explanation/missing';
import explanationRepeatsName from './explanation/repeats-name';
import formBlankRowUnmarked from './form/blank-row-unmarked';
import formDuplicateIndicator from './form/duplicate-indicator';
import formDuplicateProject from './form/duplicate-project';
import formLevel1Level2Mismatch from './form/level1-level2-mismatch';
import formLevel2LabelMarker from './form/level2-label-marker';
import formLevel2RowMissing from './form/level2-row-missing';
import formRequiredRowEmpty from './form/required-row-empty';
import formRowIncomplete from './form/row-incomplete';
import formTooFewQuantities from './form/too-few-quantities';
import formTypeMissing from './form/type-missing';
import headerAmountAsText from './header/amount-as-text';
import headerAmountInvalid from './header/amount-invalid';
import headerEnumValue from './header/enum-value';
import headerFieldMissing from './header/field-missing';
import headerNewProjectFlag from './header/new-project-flag';
import headerProjectCodeDigitsLost from './header/project-code-digits-lost';
import headerProjectCodeFormat from './header/project-code-format';
import headerProjectCodeInconsistent from './header/project-code-inconsistent';
import headerTotalBelowAnnual from './header/total-below-annual';
import headerTotalVsTerm from './header/total-vs-term';
import headerUnitNameVariant from './header/unit-name-variant';
import nameEdgePunctuation from './name/edge-punctuation';
import textFieldCopied from './text/field-copied';
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
  codeFormat,
  codeLevelMismatch,
  explanationMissing,
  explanationRepeatsName,
  formBlankRowUnmarked,
  formDuplicateIndicator,
  formDuplicateProject,
  formLevel1Level2Mismatch,
  formLevel2LabelMarker,
  formLevel2RowMissing,
  formRequiredRowEmpty,
  formRowIncomplete,
  formTooFewQuantities,
  formTypeMissing,
  headerAmountAsText,
  headerAmountInvalid,
  headerEnumValue,
  headerFieldMissing,
  headerNewProjectFlag,
  headerProjectCodeDigitsLost,
  headerProjectCodeFormat,
  headerProjectCodeInconsistent,
  headerTotalBelowAnnual,
  headerTotalVsTerm,
  headerUnitNameVariant,
  nameEdgePunctuation,
  textFieldCopied,
  textMarkup,
  valueDateYear,
  valueKindMismatch,
  valueOperatorImpossible,
  valueOperatorMissing,
  valueRateUnderQuantity,
  valueSatisfaction100,
  valueUnitMissing,
];
