import { importNameOf, ruleSource, withRule } from '../../tools/rules/rule-skeleton';
import { makesFixes, renderRuleDocs } from '../../tools/rules/rule-docs';
import { defineRule } from '../../src/core/rules/define-rule';

const INDEX = `import type { Rule } from './define-rule';
import textMarkup from './text/markup';
import valueUnitMissing from './value/unit-missing';

/** All rules, sorted by area and id. */
export const RULES: readonly Rule[] = [
  textMarkup,
  valueUnitMissing,
];
`;

test('a new rule goes to its place in the imports and in the list', () => {
  expect(withRule(INDEX, 'value/satisfaction-100')).toBe(`import type { Rule } from './define-rule';
import textMarkup from './text/markup';
import valueSatisfaction100 from './value/satisfaction-100';
import valueUnitMissing from './value/unit-missing';

/** All rules, sorted by area and id. */
export const RULES: readonly Rule[] = [
  textMarkup,
  valueSatisfaction100,
  valueUnitMissing,
];
`);
  expect(() => withRule(INDEX, 'text/markup')).toThrow('text/markup is in rules/index.ts already');
});

test('an empty list takes its first rule', () => {
  const empty = `import type { Rule } from './define-rule';\n\nexport const RULES: readonly Rule[] = [];\n`;
  expect(withRule(empty, 'form/row-incomplete')).toBe(`import type { Rule } from './define-rule';
import formRowIncomplete from './form/row-incomplete';

export const RULES: readonly Rule[] = [
  formRowIncomplete,
];
`);
});

test('names in code follow the id', () => {
  expect(importNameOf('form/level1-level2-mismatch')).toBe('formLevel1Level2Mismatch');
  expect(ruleSource('name/compound')).toContain("id: 'name/compound'");
});

test('a row of the documentation says everything about its rule', () => {
  const rule = defineRule({
    id: 'text/markup',
    severity: 'error',
    title: '没有<p>|标记',
    why: '看不懂。',
    basis: '填报惯例',
    example: { wrong: '<p>1*2', right: '1' },
    forms: ['project-target'],
    messages: { tags: '有标记。', other: { severity: 'info', text: '也许有。' } },
    *check() {},
  });
  expect(renderRuleDocs([rule], () => true)).toContain(
    '| `text/markup` | 错误（个别情形：提示） | 没有&lt;p>\\|标记 | 填报惯例 | 项目支出绩效目标申报表 | 是 | ✗ &lt;p>1\\*2<br>✓ 1 | 看不懂。 |',
  );
  expect(() => renderRuleDocs([{ ...rule, id: 'misc/odd' }], () => false)).toThrow('misc/odd');
});

test('a rule makes fixes when its code does, not when a comment speaks of them', () => {
  expect(makesFixes("import { cellFix } from '../cell-fix';")).toBe(true);
  expect(makesFixes('yield problem("a", cell, {}, { fix: { label, edits } });')).toBe(true);
  expect(makesFixes('// no fix: a person has to decide\n/* fix */')).toBe(false);
});

test('thresholds of the rules are listed with their default and meaning', () => {
  const rule = defineRule({
    id: 'form/sample',
    severity: 'info',
    title: '标题',
    why: '原因',
    basis: '填报惯例',
    example: { wrong: '错', right: '对' },
    forms: ['project-target'],
    thresholds: { items: { value: 3, meaning: '测算依据列出的支出项数|条' } },
    messages: {},
    *check() {},
  });
  expect(renderRuleDocs([rule], () => false)).toContain(
    '| 规则 | 名称 | 默认值 | 含义 |\n|---|---|---|---|\n| `form/sample` | `items` | 3 | 测算依据列出的支出项数\\|条 |\n',
  );
  expect(renderRuleDocs([], () => false)).toContain('目前没有这样的数值。');
});
