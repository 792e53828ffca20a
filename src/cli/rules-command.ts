import stringWidth from 'string-width';
import { SEVERITY_NAMES } from '../core/reporting/text-report';
import { padEnd } from '../core/reporting/text-layout';
import { FORM_TYPE_NAMES } from '../core/reporting/form-type-names';
import type { Rule } from '../core/rules/define-rule';
import { RULES } from '../core/rules';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

export interface RulesOptions {
  readonly format?: 'text' | 'json';
}

/** `shenbao rules`: the list of rules, or everything about one. */
export function runRules(id: string | undefined, { format = 'text' }: RulesOptions, { stdout }: Surroundings): void {
  const rules = id === undefined ? RULES : RULES.filter((rule) => rule.id === id);
  if (id !== undefined && rules.length === 0) {
    const near = RULES.filter((rule) => rule.id.includes(id)).map((rule) => rule.id);
    const hint = near.length > 0 ? `相近的有：${near.join('、')}` : '全部规则见 shenbao rules';
    throw new UsageError(`没有“${id}”这条规则；${hint}`);
  }
  if (format === 'json') {
    const plain = rules.map(describeRule);
    stdout.write(JSON.stringify(id === undefined ? plain : plain[0], null, 2) + '\n');
  } else {
    stdout.write(id === undefined ? ruleTable(rules) : rulePage(rules[0]));
  }
}

function describeRule({ id, severity, title, why, basis, example, forms, thresholds }: Rule): object {
  return { id, severity, title, why, basis, example, forms, thresholds };
}

function ruleTable(rules: readonly Rule[]): string {
  const columns = Math.max(0, ...rules.map(({ id }) => stringWidth(id)));
  const lines = rules.map(
    ({ id, severity, title }) => `${padEnd(id, columns, stringWidth)}  ${SEVERITY_NAMES[severity]}  ${title}`,
  );
  return [...lines, '', `共 ${rules.length} 条规则；shenbao rules 规则编号 说明其中一条。`, ''].join('\n');
}

function rulePage({ id, severity, title, why, basis, example, forms, thresholds }: Rule): string {
  const types = forms.map((type) => FORM_TYPE_NAMES[type]);
  return [
    `${id}  ${SEVERITY_NAMES[severity]}`,
    '',
    title,
    '',
    `为什么    ${why}`,
    `依据      ${basis}`,
    `适用表    ${types.join('、')}`,
    `错误示例  ${example.wrong}`,
    `正确示例  ${example.right}`,
    ...Object.keys(thresholds).map((name) => {
      const { value, meaning } = thresholds[name];
      return `可调数值  ${name} = ${value}（${meaning}）`;
    }),
    '',
  ].join('\n');
}
