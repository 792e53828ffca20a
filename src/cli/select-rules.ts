import type { Rule } from '../core/rules/define-rule';
import { UsageError } from './usage-error';

/** The rules that any of the patterns names; "*" stands for any text. All rules when no pattern is given. */
export function selectRules(rules: readonly Rule[], patterns: readonly string[] | undefined): readonly Rule[] {
  if (patterns === undefined) return rules;
  const selected = new Set<Rule>();
  for (const pattern of patterns) {
    const matching = rules.filter(({ id }) => matches(pattern, id));
    if (matching.length === 0) throw new UsageError(`没有与“${pattern}”匹配的规则；全部规则见 shenbao rules`);
    for (const rule of matching) selected.add(rule);
  }
  return rules.filter((rule) => selected.has(rule));
}

function matches(pattern: string, id: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(id);
}
