/** Name of the rule in rules/index.ts: "value/unit-missing" is valueUnitMissing. */
export function importNameOf(id: string): string {
  return id.replace(/[/-]([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** A rule file that compiles; its test fails until the rule is written. */
export function ruleSource(id: string): string {
  return `import { defineRule } from '../define-rule';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  title: '（必须成立的事，一行，不加句号）',
  why: '（为什么要紧。）',
  basis: '填报惯例',
  example: { wrong: '（错误写法）', right: '（正确写法）' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    wrong: '“{text}”（哪里不对），请（怎么改）。',
  },
  *check({ project }, problem) {
    for (const { value } of project.indicators) {
      if (value.text !== '（错误写法）') continue;
      yield problem('wrong', value, { text: value.text });
    }
  },
});
`;
}

export function ruleTestSource(id: string): string {
  return `import rule from '../../../../src/core/rules/${id}';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    正确写法: projectTarget({ rows: cleanRows({ 数量: [['培训人数', '≥120人', '参加培训的人数。']] }) }),
  },
  fails: {
    错误写法: {
      form: projectTarget({ rows: cleanRows({ 数量: [['培训人数', '（错误写法）', '参加培训的人数。']] }) }),
      findings: [['D12', '（写出整句，先写用例再写规则）。']],
    },
  },
});
`;
}

/** rules/index.ts with one more rule: its import and its place in the list, both sorted. */
export function withRule(index: string, id: string): string {
  const imports = index.match(/^import \w+ from '\.\/[a-z-]+\/[a-z0-9-]+';$/gm) ?? [];
  const ids = imports.map((line) => line.replace(/.*'\.\/(.*)';/, '$1'));
  if (ids.includes(id)) throw new Error(`${id} is in rules/index.ts already`);
  const list = /RULES: readonly Rule\[\] = \[[^\]]*\];/;
  if (!list.test(index)) throw new Error('rules/index.ts has no list RULES');
  const all = [...ids, id].sort();
  const importLines = all.map((each) => `import ${importNameOf(each)} from './${each}';`).join('\n');
  const entries = all.map((each) => `  ${importNameOf(each)},\n`).join('');
  const withoutImports = imports.reduce((text, line) => text.replace(`${line}\n`, ''), index);
  return withoutImports
    .replace(list, `RULES: readonly Rule[] = [\n${entries}];`)
    .replace(/^(import type \{ Rule \} from '\.\/define-rule';)$/m, `$1\n${importLines}`);
}
