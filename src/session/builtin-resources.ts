import divisionCodes from '../../assets/classifications/administrative-divisions.json';
import general from '../../assets/profiles/general.json';
import { parseProfile } from '../core/review/profile';
import { RULES } from '../core/rules';
import type { ReviewResources } from './review-resources';

/** Every file of assets/profiles, the general one first; a test compares this list with the folder. */
const PROFILE_FILES: readonly unknown[] = [general];

/**
 * The rules, profiles and classifications that ship with the program.
 * @throws Error with a Chinese sentence when a profile file does not follow its schema.
 */
export function loadBuiltinResources(): ReviewResources {
  return {
    rules: RULES,
    profiles: PROFILE_FILES.map(parseProfile),
    divisionCodes: new Set(divisionCodes),
  };
}
