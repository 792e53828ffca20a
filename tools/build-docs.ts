// npm run docs: writes docs/rules.md from the rules' own words. npm run docs -- --check: fails when it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../src/core/rules';
import { makesFixes, renderRuleDocs } from './rules/rule-docs';

const FILE = 'docs/rules.md';

const text = renderRuleDocs(RULES, (id) => makesFixes(readFileSync(`src/core/rules/${id}.ts`, 'utf8')));
const former = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
if (!process.argv.includes('--check')) {
  if (former !== text) writeFileSync(FILE, text);
  console.log(`${FILE}: ${RULES.length} rules${former === text ? ', unchanged' : ''}`);
} else if (former !== text) {
  console.error(`${FILE} is stale: run npm run docs and commit it.`);
  process.exitCode = 1;
}
