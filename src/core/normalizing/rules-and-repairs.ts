import type { Rule } from '../rules/define-rule';
import { ruleOfRepair } from './define-repair';
import { TEMPLATE_REPAIRS } from './repairs';

type KnownRule = Pick<Rule, 'id' | 'thresholds'>;

/** All that a profile may switch off by its id: the rules, and the repairs that normalising makes beside their fixes. */
export function rulesAndRepairs(rules: readonly KnownRule[]): readonly KnownRule[] {
  return rules.concat(TEMPLATE_REPAIRS.map(ruleOfRepair));
}
