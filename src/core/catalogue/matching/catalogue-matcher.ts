import type { CatalogueEntry, IndicatorCatalogue } from '../indicator-catalogue';
import { isNamed } from '../indicator-catalogue';
import { nameKey } from '../name-keys';
import { cleanName, particularsOf, standardSpellings, type CleanName } from './clean-name';
import { compareReadings, type Comparison } from './compare';
import { contradictsValue } from './value-fit';
import type { CatalogueMatcher, Match, MatchCandidate, MatchDecision, MatchQuery } from './match';
import { LetterIndex } from './letter-index';
import { NameIndex } from './name-index';
import { readName, type Reading } from './reading';
import { reasonFor } from './reasons';

/** An entry compared with what was asked. */
export interface Judged {
  readonly entry: CatalogueEntry;
  readonly comparison: Comparison;
  readonly left: Reading;
  readonly right: Reading;
  /** True when the name is written as the catalogue writes it, or as an alias of it. */
  readonly isNamed: boolean;
  readonly isOtherLevel2: boolean;
  /** True when its value cannot be of this kind or unit. */
  readonly isOtherValue: boolean;
  /** True when place for doubt remains although the names agree: another year, a remark that may limit. */
  readonly isDoubtful: boolean;
  readonly score: number;
}

const DEFAULT_LIMIT = 5;
/** So many spellings are compared in full. */
const MOST_OWN = 24;
const MOST_OTHER = 8;
/** So many more entries that hold the letters. */
const MOST_BY_LETTERS = 8;
/** How much the letters count beside what they mean, where names are not the same. */
const LETTERS = 0.8;
/** Below, a candidate has hardly more than a letter in common. */
const LEAST_SCORE = 0.1;
/** Below, none is like what was asked; the nearest are named all the same, for who knows better. */
const LEAST_LIKELY = 0.22;
const MOST_UNLIKELY = 3;
/** Beside a much better one nobody looks at a candidate. */
const LEAST_OF_BEST = 0.35;
/** A hint at another second level must say nearly the same. */
const LEAST_HINT = 0.42;
/** Scores of names that are not the same stay below. */
const MOST_UNSAME = 0.89;
const OTHER_VALUE = 0.6;
/** Names without brackets are the same when their bare texts are. */
const BRACKET = /[(（]/;

/** Matches free names with the entries of one catalogue. The index is built by the first question. */
export class IndexedMatcher implements CatalogueMatcher {
  private index: NameIndex | null = null;
  private letters: LetterIndex | null = null;

  constructor(readonly catalogue: IndicatorCatalogue) {}

  match(query: MatchQuery, limit: number = DEFAULT_LIMIT): Match {
    const clean = cleanName(query.name);
    if (clean.spellings.length === 0) return { decision: 'none', candidates: [] };
    const judged = this.judge(query, clean);
    const own = judged.filter(({ isOtherLevel2, score }) => !isOtherLevel2 && score >= LEAST_SCORE);
    const hints = judged.filter(({ isOtherLevel2, score }) => isOtherLevel2 && score >= LEAST_HINT);
    const decision = decide(own, query);
    const shown =
      decision === 'none'
        ? own.slice(0, MOST_UNLIKELY)
        : own.filter(({ score }) => score >= LEAST_OF_BEST * own[0].score);
    return {
      decision,
      candidates: shown
        .concat(hints)
        .slice(0, Math.max(0, limit))
        .map((each) => candidateOf(each, clean)),
    };
  }

  private judge(query: MatchQuery, clean: CleanName): readonly Judged[] {
    this.index = this.index || new NameIndex(this.catalogue.entries);
    this.letters = this.letters || new LetterIndex(this.catalogue.entries);
    const { index, letters } = this;
    const isOwn = ({ level2 }: CatalogueEntry): boolean =>
      query.level2 === null || level2 === null || level2 === query.level2;
    const best = new Map<CatalogueEntry, Judged>();
    for (const spelling of clean.spellings) {
      const left = readName(spelling);
      const lettered = letters.nameOf(spelling);
      const consider = (entry: CatalogueEntry, right: Reading): void => {
        const comparison = compareReadings(left, right, index.weigh);
        const literal = letters.likeness(lettered, right.text);
        const judged = judge({ query, clean, entry, left, right, comparison, literal, isOther: !isOwn(entry) });
        const known = best.get(entry);
        if (known === undefined || isBetter(judged, known)) best.set(entry, judged);
      };
      for (const { entry, reading } of index.find(spelling, query.level2, MOST_OWN, MOST_OTHER))
        consider(entry, reading);
      // Other spellings only leave something out.
      if (spelling !== clean.spellings[0]) continue;
      for (const entry of letters.find(lettered, query.level2, MOST_BY_LETTERS)) {
        if (!best.has(entry)) consider(entry, readName(standardSpellings(entry.name)[0] || entry.name));
      }
    }
    const all: Judged[] = [];
    best.forEach((judged) => all.push(judged));
    return all.sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : a.entry.name.length - b.entry.name.length));
  }
}

function isBetter(left: Judged, right: Judged): boolean {
  return left.score > right.score;
}

interface ToJudge {
  readonly query: MatchQuery;
  readonly clean: CleanName;
  readonly entry: CatalogueEntry;
  readonly left: Reading;
  readonly right: Reading;
  readonly comparison: Comparison;
  /** Likeness of the letters. */
  readonly literal: number;
  readonly isOther: boolean;
}

function judge({ query, clean, entry, left, right, comparison, literal, isOther }: ToJudge): Judged {
  const named = left.text === right.text || isNamedWithBrackets(entry, query.name);
  const isOtherValue = contradictsValue(entry, query);
  const particulars = particularsOf(entry.name);
  const isOtherParticular = particulars.some((particular) => clean.particulars.indexOf(particular) < 0);
  const isDoubtful = isOtherParticular || left.text === clean.withoutDoubtfulPlace || isLimited(clean, entry);
  const raw = named
    ? 1
    : comparison.isSame
      ? 0.9 + 0.09 * comparison.literalness
      : Math.min(MOST_UNSAME, (comparison.score + LETTERS * literal) / (1 + LETTERS));
  const score = raw * (isOtherValue ? OTHER_VALUE : 1) * (isDoubtful && raw > MOST_UNSAME ? 0.92 : 1);
  return { entry, comparison, left, right, isNamed: named, isOtherLevel2: isOther, isOtherValue, isDoubtful, score };
}

function isNamedWithBrackets(entry: CatalogueEntry, written: string): boolean {
  return (BRACKET.test(entry.name) || BRACKET.test(written)) && isNamed(entry, written);
}

/** True when a remark of the written name, which the entry does not hold, may make it another indicator. */
function isLimited({ remarks }: CleanName, { name, aliases }: CatalogueEntry): boolean {
  if (remarks.length === 0) return false;
  const held = [name, ...aliases].map(nameKey);
  return remarks.some((remark) => held.every((text) => text.indexOf(remark) < 0));
}

/** What is decided agrees with what is shown. */
function shownScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function decide(own: readonly Judged[], query: MatchQuery): MatchDecision {
  if (own.every(({ score }) => shownScore(score) < LEAST_LIKELY)) return 'none';
  const sure = own.filter((each) => isSure(each));
  if (sure.length === 0) return 'likely';
  const named = sure.filter((each) => each.isNamed);
  // Without a second level a name that is only meant alike may stand for a row of any.
  if (query.level2 === null) return named.length === 1 && sure.length === 1 ? 'certain' : 'likely';
  if (named.length > 0) return named.length === 1 ? 'certain' : 'likely';
  return sure.length === 1 ? 'certain' : 'likely';
}

function isSure({ comparison, isNamed: named, isOtherValue, isDoubtful }: Judged): boolean {
  return !isOtherValue && !isDoubtful && (named || comparison.isSame);
}

function candidateOf(judged: Judged, clean: CleanName): MatchCandidate {
  const { entry, score, isOtherLevel2 } = judged;
  return { entry, score: shownScore(score), reason: reasonFor(judged, clean), isOtherLevel2 };
}
