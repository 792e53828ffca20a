import type { Profile } from '../core/review/profile';
import type { Rule } from '../core/rules/define-rule';

/** What a review needs beside the workbook. */
export interface ReviewResources {
  readonly rules: readonly Rule[];
  /** At least one; the first is used until the user chooses. */
  readonly profiles: readonly Profile[];
  /** Six-digit division codes (GB/T 2260); null when no list was loaded. */
  readonly divisionCodes: ReadonlySet<string> | null;
}

/** The profile of this id, or the first one when the id is unknown (a profile may have been withdrawn since). */
export function getProfile(resources: ReviewResources, id: string | null): Profile {
  return resources.profiles.find((profile) => profile.id === id) || resources.profiles[0];
}

/** Rules that a profile leaves switched on. */
export function activeRules(rules: readonly Rule[], profile: Profile): readonly Rule[] {
  return rules.filter((rule) => profile.severities[rule.id] !== 'off');
}
