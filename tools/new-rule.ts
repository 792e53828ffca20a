// npm run new-rule area/name: writes a rule and its test to start from, and adds the rule to the list.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AREA_NAMES } from './rules/rule-docs';
import { ruleSource, ruleTestSource, withRule } from './rules/rule-skeleton';

const INDEX = 'src/core/rules/index.ts';

const [id = ''] = process.argv.slice(2);
const area = id.split('/')[0];
const rule = `src/core/rules/${id}.ts`;
const test = `test/core/rules/${id}.test.ts`;
const complaint = !/^[a-z]+\/[a-z][a-z0-9-]*$/.test(id)
  ? 'usage: npm run new-rule area/name, e.g. npm run new-rule value/unit-missing'
  : AREA_NAMES[area] === undefined
    ? `no area ${area}; there are ${Object.keys(AREA_NAMES).join(', ')} (names: tools/rules/rule-docs.ts)`
    : [rule, test].some((file) => existsSync(file))
      ? `${id} exists already`
      : null;

if (complaint !== null) {
  console.error(complaint);
  process.exitCode = 2;
} else {
  const index = withRule(readFileSync(INDEX, 'utf8'), id);
  for (const [file, source] of [
    [rule, ruleSource(id)],
    [test, ruleTestSource(id)],
  ]) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, source, { flag: 'wx' });
  }
  writeFileSync(INDEX, index);
  console.log(`written: ${rule}, ${test}, one line in ${INDEX}

next: 1. write the cases:  ${test}
      2. write the rule:   ${rule}
      3. run them:         npx jest ${test}
      4. document it:      npm run docs, and a line in CHANGELOG.md
      5. before the commit: npm test -- --unit`);
}
