import { percent, printTable } from '../table';
import {
  accuracyOf,
  bestThreshold,
  certaintyOf,
  mostPrecise,
  PRECISION_WANTED,
  thresholds,
  type Accuracy,
  type Certainty,
  type Outcome,
} from './accuracy';
import type { Contender } from './contender';
import { libraries, ourMatcher } from './contenders';
import { loadLabelledSets, type LabelledSet } from './labelled-rows';

const HEAD = [
  'matcher',
  'first',
  'first three',
  'certain right',
  'coverage',
  'where none fits',
  'right at our coverage',
  'setting',
];

/**
 * Prints, for every labelled set, how often each finds an accepted code and what it could fill in without asking. Libraries get
 * the setting and the threshold that serve them best on the very rows they are measured on.
 * @returns The setting of each library with the most rows right, for measuring its speed.
 */
export function compareAccuracy(): readonly Contender[] {
  const sets = loadLabelledSets();
  for (const set of sets) {
    const rows = set.rows.filter(({ accepted }) => accepted.length > 0).length;
    printTable(
      `${set.title}: ${set.rows.length}, ${rows} of them with a code, ${set.catalogue.entries.length} entries`,
      [HEAD, ...rowsOf(set)],
    );
  }
  console.log(
    [
      `certain right: share of right ones among decisions without asking; for libraries at the threshold of score or lead with the`,
      `most of them at ${PRECISION_WANTED * 100} % or more. coverage: such right decisions among rows with a code. where none fits: rows without a code that were`,
      `decided all the same. right at our coverage: what the library's share of right ones is when it decides as many rows.`,
    ].join('\n'),
  );
  return libraries.map((settings) => bestOf(settings, sets));
}

function rowsOf(set: LabelledSet): readonly (readonly string[])[] {
  const ours = outcomesOf(ourMatcher, set);
  const certain = certaintyOf(ours.filter(({ answer }) => answer.isCertain));
  const others = libraries.map((settings) => {
    const library = bestOf(settings, [set]);
    const outcomes = outcomesOf(library, set);
    const tried = thresholds(outcomes);
    const best = bestThreshold(tried, PRECISION_WANTED);
    const alike = mostPrecise(tried, certain.right);
    const atOurs = alike === null ? 'never reached' : percent(alike.right, alike.taken);
    return [...figures(library, accuracyOf(outcomes), best), atOurs, library.setting];
  });
  return [
    [...figures(ourMatcher, accuracyOf(ours), certain), percent(certain.right, certain.taken), ourMatcher.setting],
    ...others,
  ];
}

function figures({ name }: Contender, found: Accuracy, certain: Certainty | null): readonly string[] {
  return [
    name,
    percent(found.first, found.rowsWithCode),
    percent(found.firstThree, found.rowsWithCode),
    certain === null ? 'no threshold' : percent(certain.right, certain.taken),
    percent(certain === null ? 0 : certain.right, found.rowsWithCode),
    certain === null ? '0' : String(certain.takenWhereNoneFits),
  ];
}

function bestOf(settings: readonly Contender[], sets: readonly LabelledSet[]): Contender {
  const rated = settings.map((setting) => {
    const all = sets.map((set) => accuracyOf(outcomesOf(setting, set)));
    return { setting, found: all.reduce((sum, { first, firstThree }) => sum + first + firstThree / 1000, 0) };
  });
  return rated.reduce((best, one) => (one.found > best.found ? one : best)).setting;
}

function outcomesOf(contender: Contender, { catalogue, rows }: LabelledSet): readonly Outcome[] {
  const search = contender.build(catalogue);
  return rows.map((row) => ({ row, answer: search(row.query) }));
}
