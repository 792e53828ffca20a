import zhuhaiIndicators from '../../assets/catalogues/zhuhai-observed.json';
import divisionCodes from '../../assets/classifications/administrative-divisions.json';
import budgetSubjects from '../../assets/classifications/budget-subjects.json';
import general from '../../assets/profiles/general.json';
import shenzhen from '../../assets/profiles/shenzhen-second-level-project.json';
import zhuhai from '../../assets/profiles/zhuhai-coded-indicators.json';
import { parseCatalogue } from '../core/catalogue/indicator-catalogue';
import { parseSubjectClassification } from '../core/catalogue/subject-classification';
import { TEMPLATE_REPAIRS } from '../core/normalizing/repairs';
import { rulesAndRepairs } from '../core/normalizing/rules-and-repairs';
import { parseProfile } from '../core/review/profile';
import { requireKnownRules } from '../core/review/profile-text';
import { RULES } from '../core/rules';
import type { ReviewResources } from './review-resources';

/** Files of assets/profiles that extend the general one; a test compares this list with the folder. */
const SPECIFIC_PROFILES: readonly unknown[] = [shenzhen, zhuhai];

/**
 * The rules, profiles, classifications and indicators that ship with the program.
 * @throws Error with a Chinese sentence when one of the files does not follow its schema.
 */
export function loadBuiltinResources(): ReviewResources {
  const base = parseProfile(general);
  const profiles = [base, ...SPECIFIC_PROFILES.map((file) => parseProfile(file, [base]))];
  for (const profile of profiles) requireKnownRules(profile, rulesAndRepairs(RULES));
  return {
    rules: RULES,
    repairs: TEMPLATE_REPAIRS,
    profiles,
    divisionCodes: new Set(divisionCodes),
    catalogue: parseCatalogue(zhuhaiIndicators),
    subjects: parseSubjectClassification(budgetSubjects),
  };
}
