import type { Rule } from './define-rule';
import basisLumpSum from './basis/lump-sum';
import basisNoAmount from './basis/no-amount';
import basisPriceWithoutQuantity from './basis/price-without-quantity';
import basisSumMismatch from './basis/sum-mismatch';
import budgetAmountInvalid from './budget/amount-invalid';
import budgetChange from './budget/change';
import budgetColumnSum from './budget/column-sum';
import budgetCrossTable from './budget/cross-table';
import budgetEmptyTableNote from './budget/empty-table-note';
import budgetHierarchySum from './budget/hierarchy-sum';
import budgetIncomeExpenditure from './budget/income-expenditure';
import budgetOverallScope from './budget/overall-scope';
import budgetRounding from './budget/rounding';
import budgetRowSum from './budget/row-sum';
import budgetSubjectCode from './budget/subject-code';
import budgetSubjectName from './budget/subject-name';
import budgetTableMissing from './budget/table-missing';
import codeFormat from './code/format';
import codeLevelMismatch from './code/level-mismatch';
import codeMissing from './code/missing';
import codeNameMismatch from './code/name-mismatch';
import codeUnknown from './code/unknown';
import codeValueKind from './code/value-kind';
import explanationGeneric from './explanation/generic';
import explanationMissing from './explanation/missing';
import explanationRepeatsName from './explanation/repeats-name';
import explanationUnrelated from './explanation/unrelated';
import formBlankRowUnmarked from './form/blank-row-unmarked';
import formDuplicateIndicator from './form/duplicate-indicator';
import formDuplicateProject from './form/duplicate-project';
import formLevel1Level2Mismatch from './form/level1-level2-mismatch';
import formLevel2LabelMarker from './form/level2-label-marker';
import formLevel2RowMissing from './form/level2-row-missing';
import formPartlySecret from './form/partly-secret';
import formRedundantRow from './form/redundant-row';
import formRequiredRowEmpty from './form/required-row-empty';
import formRowIncomplete from './form/row-incomplete';
import formTextSharedByProjects from './form/text-shared-by-projects';
import formTooFewQuantities from './form/too-few-quantities';
import formTypeMissing from './form/type-missing';
import formWeightTotal from './form/weight-total';
import goalLongTermAnnualWords from './goal/long-term-annual-words';
import goalNotCovered from './goal/not-covered';
import goalNotQuantified from './goal/not-quantified';
import goalNumberConflict from './goal/number-conflict';
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
import nameCompound from './name/compound';
import nameEdgePunctuation from './name/edge-punctuation';
import nameNotAnIndicator from './name/not-an-indicator';
import nameSatisfactionName from './name/satisfaction-name';
import nameValueEmbedded from './name/value-embedded';
import proseChangeRate from './prose/change-rate';
import proseGrowthFromZero from './prose/growth-from-zero';
import proseNumberMismatch from './prose/number-mismatch';
import proseSumMismatch from './prose/sum-mismatch';
import textAmountUnitMixed from './text/amount-unit-mixed';
import textCitationIncomplete from './text/citation-incomplete';
import textDocumentNumber from './text/document-number';
import textDoubledWords from './text/doubled-words';
import textFieldCopied from './text/field-copied';
import textForeignWord from './text/foreign-word';
import textMarkup from './text/markup';
import textNumberFormat from './text/number-format';
import textNumbering from './text/numbering';
import textPolicyUncited from './text/policy-uncited';
import textSpacesInChinese from './text/spaces-in-chinese';
import textStrayEdge from './text/stray-edge';
import textTruncated from './text/truncated';
import textWidthMixed from './text/width-mixed';
import valueAmountAgainstTarget from './value/amount-against-target';
import valueCostDirection from './value/cost-direction';
import valueCostNotCost from './value/cost-not-cost';
import valueCrossProjectConflict from './value/cross-project-conflict';
import valueDateYear from './value/date-year';
import valueExtraText from './value/extra-text';
import valueKindMismatch from './value/kind-mismatch';
import valueOperatorImpossible from './value/operator-impossible';
import valueOperatorMissing from './value/operator-missing';
import valueOperatorStyle from './value/operator-style';
import valuePercentForNonRate from './value/percent-for-non-rate';
import valuePeriodAnnualConflict from './value/period-annual-conflict';
import valueRateUnderQuantity from './value/rate-under-quantity';
import valueSatisfaction100 from './value/satisfaction-100';
import valueUnitIncomplete from './value/unit-incomplete';
import valueUnitMismatch from './value/unit-mismatch';
import valueUnitMissing from './value/unit-missing';
import valueVague from './value/vague';

/** All rules, sorted by area and id. */
export const RULES: readonly Rule[] = [
  basisLumpSum,
  basisNoAmount,
  basisPriceWithoutQuantity,
  basisSumMismatch,
  budgetAmountInvalid,
  budgetChange,
  budgetColumnSum,
  budgetCrossTable,
  budgetEmptyTableNote,
  budgetHierarchySum,
  budgetIncomeExpenditure,
  budgetOverallScope,
  budgetRounding,
  budgetRowSum,
  budgetSubjectCode,
  budgetSubjectName,
  budgetTableMissing,
  codeFormat,
  codeLevelMismatch,
  codeMissing,
  codeNameMismatch,
  codeUnknown,
  codeValueKind,
  explanationGeneric,
  explanationMissing,
  explanationRepeatsName,
  explanationUnrelated,
  formBlankRowUnmarked,
  formDuplicateIndicator,
  formDuplicateProject,
  formLevel1Level2Mismatch,
  formLevel2LabelMarker,
  formLevel2RowMissing,
  formPartlySecret,
  formRedundantRow,
  formRequiredRowEmpty,
  formRowIncomplete,
  formTextSharedByProjects,
  formTooFewQuantities,
  formTypeMissing,
  formWeightTotal,
  goalLongTermAnnualWords,
  goalNotCovered,
  goalNotQuantified,
  goalNumberConflict,
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
  nameCompound,
  nameEdgePunctuation,
  nameNotAnIndicator,
  nameSatisfactionName,
  nameValueEmbedded,
  proseChangeRate,
  proseGrowthFromZero,
  proseNumberMismatch,
  proseSumMismatch,
  textAmountUnitMixed,
  textCitationIncomplete,
  textDocumentNumber,
  textDoubledWords,
  textFieldCopied,
  textForeignWord,
  textMarkup,
  textNumberFormat,
  textNumbering,
  textPolicyUncited,
  textSpacesInChinese,
  textStrayEdge,
  textTruncated,
  textWidthMixed,
  valueAmountAgainstTarget,
  valueCostDirection,
  valueCostNotCost,
  valueCrossProjectConflict,
  valueDateYear,
  valueExtraText,
  valueKindMismatch,
  valueOperatorImpossible,
  valueOperatorMissing,
  valueOperatorStyle,
  valuePercentForNonRate,
  valuePeriodAnnualConflict,
  valueRateUnderQuantity,
  valueSatisfaction100,
  valueUnitIncomplete,
  valueUnitMismatch,
  valueUnitMissing,
  valueVague,
];
