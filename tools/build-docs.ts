// npm run docs: writes docs/rules.md and docs/repairs.md from the rules' and repairs' own words. npm run docs -- --check: fails when one is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { TEMPLATE_REPAIRS } from '../src/core/normalizing/repairs';
import { RULES } from '../src/core/rules';
import { renderRepairDocs } from './rules/repair-docs';
import { makesFixes, renderRuleDocs } from './rules/rule-docs';

const ruleDocs = renderRuleDocs(RULES, (id) => makesFixes(readFileSync(`src/core/rules/${id}.ts`, 'utf8')));
keep('docs/rules.md', ruleDocs, `${RULES.length} rules`);
keep('docs/repairs.md', renderRepairDocs(TEMPLATE_REPAIRS), `${TEMPLATE_REPAIRS.length} repairs`);

function keep(file: string, text: string, content: string): void {
  const former = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!process.argv.includes('--check')) {
    if (former !== text) writeFileSync(file, text);
    console.log(`${file}: ${content}${former === text ? ', unchanged' : ''}`);
  } else if (former !== text) {
    console.error(`${file} is stale: run npm run docs and commit it.`);
    process.exitCode = 1;
  }
}
