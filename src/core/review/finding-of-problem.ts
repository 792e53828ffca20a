import type { Problem, Rule } from '../rules/define-rule';
import { formatAddress } from '../workbook/cell-address';
import type { Finding } from './finding';
import type { Profile } from './profile';

/** A rule's problem as the user sees it: with the severity of the profile, else of the message, else of the rule. */
export function findingOfProblem(rule: Rule, problem: Problem, profile: Profile, form: string | null): Finding {
  const configured = profile.severities[rule.id];
  return {
    ruleId: rule.id,
    severity: configured && configured !== 'off' ? configured : problem.severity || rule.severity,
    form,
    sheet: problem.sheet,
    cell: formatAddress(problem.address),
    quote: problem.quote,
    message: problem.message,
    expected: problem.expected,
    fix: problem.fix,
    ...(problem.calculation === null ? {} : { calculation: problem.calculation }),
  };
}
