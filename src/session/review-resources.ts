import type { IndicatorCatalogue } from '../core/catalogue/indicator-catalogue';
import type { SubjectClassification } from '../core/catalogue/subject-classification';
import type { TemplateRepair } from '../core/normalizing/define-repair';
import type { Profile } from '../core/review/profile';
import type { Rule } from '../core/rules/define-rule';

/** What a review needs beside the workbook. */
export interface ReviewResources {
  readonly rules: readonly Rule[];
  /** What normalising does beside the fixes of rules; none when left out. */
  readonly repairs?: readonly TemplateRepair[];
  /** At least one; the first is the one for all cases. */
  readonly profiles: readonly Profile[];
  /** Six-digit division codes (GB/T 2260); null when no list was loaded. */
  readonly divisionCodes: ReadonlySet<string> | null;
  /** Standard indicators with their codes; null when no catalogue was loaded. */
  readonly catalogue: IndicatorCatalogue | null;
  /** 政府收支分类科目; null when no list was loaded. */
  readonly subjects: SubjectClassification | null;
}

/** Rules that a profile leaves switched on. */
export function activeRules(rules: readonly Rule[], profile: Profile): readonly Rule[] {
  return rules.filter((rule) => profile.severities[rule.id] !== 'off');
}
