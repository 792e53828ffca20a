import type { Answer } from './contender';
import type { LabelledRow } from './labelled-rows';

/** Decisions that are taken without asking anybody. */
export interface Certainty {
  readonly taken: number;
  /** Taken, and the first hit is an accepted code. */
  readonly right: number;
  /** Taken although no entry fits. */
  readonly takenWhereNoneFits: number;
}

export interface Accuracy {
  readonly rows: number;
  readonly rowsWithCode: number;
  /** Rows with a code whose first hit, or one of whose first three, is accepted. */
  readonly first: number;
  readonly firstThree: number;
}

/** A row beside what was found for it. */
export interface Outcome {
  readonly row: LabelledRow;
  readonly answer: Answer;
}

export const PRECISION_WANTED = 0.99;

export function accuracyOf(outcomes: readonly Outcome[]): Accuracy {
  const withCode = outcomes.filter(({ row }) => row.accepted.length > 0);
  const within = (count: number): number =>
    withCode.filter(({ row, answer }) => answer.hits.slice(0, count).some(({ code }) => row.accepted.includes(code)))
      .length;
  return { rows: outcomes.length, rowsWithCode: withCode.length, first: within(1), firstThree: within(3) };
}

/** What comes of taking the first hit of these rows. */
export function certaintyOf(taken: readonly Outcome[]): Certainty {
  return {
    taken: taken.length,
    right: taken.filter(isRight).length,
    takenWhereNoneFits: taken.filter(({ row }) => row.accepted.length === 0).length,
  };
}

/** The rows taken at each threshold worth trying, fewest first; ties are taken or left together. */
export function thresholds(outcomes: readonly Outcome[]): readonly Certainty[] {
  return [scoreOf, leadOf].flatMap((signal) => {
    const rated = outcomes.filter(({ answer }) => answer.hits.length > 0);
    const levels = [...new Set(rated.map(({ answer }) => signal(answer)))].sort((a, b) => b - a);
    return levels.map((level) => certaintyOf(rated.filter(({ answer }) => signal(answer) >= level)));
  });
}

/** The threshold with the most right decisions among those precise enough; null when there is none. */
export function bestThreshold(all: readonly Certainty[], precision: number): Certainty | null {
  const precise = all.filter(({ taken, right }) => right > 0 && right / taken >= precision);
  return precise.reduce<Certainty | null>((best, one) => (best === null || one.right > best.right ? one : best), null);
}

/** The most precise threshold with at least so many right decisions; null when there is none. */
export function mostPrecise(all: readonly Certainty[], right: number): Certainty | null {
  return all
    .filter((one) => one.right >= right)
    .reduce<Certainty | null>(
      (best, one) => (best === null || one.right / one.taken > best.right / best.taken ? one : best),
      null,
    );
}

function isRight({ row, answer }: Outcome): boolean {
  return answer.hits.length > 0 && row.accepted.includes(answer.hits[0].code);
}

function scoreOf({ hits }: Answer): number {
  return hits[0].score;
}

/** How far the first is before the second, as a share of its score. */
function leadOf({ hits }: Answer): number {
  return hits.length < 2 ? 1 : (hits[0].score - hits[1].score) / Math.max(hits[0].score, 1e-9);
}
