/**
 * Scores the matching on labelled names: node tools/run-ts.mjs tools/match-score.ts FILE.tsv [--catalogue FILE] [--list all|wrong|certain|none]
 * A line is name, second level and accepted codes (several with commas, "-" for none), divided by tabs.
 */
import { readFileSync } from 'node:fs';
import { parseCatalogue } from '../src/core/catalogue/indicator-catalogue';
import { matcherOf, type Match, type MatchQuery } from '../src/core/catalogue/matching';
import { parseLabelledRows } from './bench/matching/labelled-rows';
import zhuhai from '../assets/catalogues/zhuhai-observed.json';

interface Labelled {
  readonly name: string;
  readonly level2: MatchQuery['level2'];
  readonly accepted: readonly string[];
  readonly match: Match;
}

const [file, ...options] = process.argv.slice(2);
const optionOf = (name: string): string | null => {
  const index = options.indexOf(`--${name}`);
  return index < 0 ? null : options[index + 1];
};
const catalogueFile = optionOf('catalogue');
const catalogue = parseCatalogue(catalogueFile === null ? zhuhai : JSON.parse(readFileSync(catalogueFile, 'utf8')));
const matcher = matcherOf(catalogue);

const rows: Labelled[] = parseLabelledRows(readFileSync(file, 'utf8')).map(({ query, accepted }) => ({
  name: query.name,
  level2: query.level2,
  accepted,
  match: matcher.match(query, 10),
}));

const rankOf = ({ match, accepted }: Labelled): number =>
  match.candidates.findIndex(({ entry }) => accepted.includes(entry.code));
const withCode = rows.filter(({ accepted }) => accepted.length > 0);
const withoutCode = rows.filter(({ accepted }) => accepted.length === 0);
const certain = rows.filter(({ match }) => match.decision === 'certain');
const certainRight = certain.filter((row) => rankOf(row) === 0);
const share = (part: number, whole: number): string =>
  `${part}/${whole} = ${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)}%`;

console.log(`rows ${rows.length}, with a code ${withCode.length}, without ${withoutCode.length}`);
console.log(`certain and right    ${share(certainRight.length, certain.length)}`);
console.log(`certain, of rows with a code ${share(certainRight.length, withCode.length)}`);
console.log(`certain on "-" rows  ${withoutCode.filter(({ match }) => match.decision === 'certain').length}`);
console.log(
  `none on "-" rows     ${share(withoutCode.filter(({ match }) => match.decision === 'none').length, withoutCode.length)}`,
);
console.log(`first                ${share(withCode.filter((row) => rankOf(row) === 0).length, withCode.length)}`);
console.log(
  `among first three    ${share(withCode.filter((row) => rankOf(row) >= 0 && rankOf(row) < 3).length, withCode.length)}`,
);
console.log(`none though a code fits ${withCode.filter(({ match }) => match.decision === 'none').length}`);

const list = optionOf('list');
const isListed = (row: Labelled): boolean => {
  const rank = rankOf(row);
  if (list === 'certain') return row.match.decision === 'certain';
  if (list === 'none') return row.accepted.length === 0 || row.match.decision === 'none';
  if (list === 'all') return true;
  return row.accepted.length > 0 ? rank !== 0 : row.match.decision === 'certain';
};
if (list !== null) {
  for (const row of rows.filter(isListed)) {
    console.log(`\n${row.name} [${row.level2}] accepted ${row.accepted.join(',') || '-'}: ${row.match.decision}`);
    for (const { entry, score, reason } of row.match.candidates.slice(0, 4)) {
      const mark = row.accepted.includes(entry.code) ? '+' : ' ';
      console.log(`  ${mark} ${score.toFixed(3)} ${entry.code}-${entry.name} (${reason})`);
    }
  }
}
