import type { Indicator, Project, WorkbookForms } from '../forms/form';
import { oncePer } from '../forms/once-per';
import { isBenefit, isSatisfaction } from '../forms/indicator-levels';
import { aspectAgreement, aspectsOf, isOtherMeasure } from '../values/measured-aspect';
import { bareText } from '../values/normalize-text';
import { isNotApplicable, isSecretText } from '../values/special-texts';
import { comparableText, type ComparableText } from '../values/text-similarity';
import { finalMeasure, pairsOf, subjectOf, withoutMeasure } from './explanation-subject';

/** A named row of a form, made ready for being held against explanations. */
export interface ExplainedRow {
  readonly indicator: Indicator;
  readonly project: Project;
  readonly bareName: string;
  /** Name, value and unit. */
  readonly own: ComparableText;
  readonly name: ComparableText;
  /** The name without how it is measured. */
  readonly subject: ComparableText;
  /** Pairs of characters of the subject. */
  readonly pairs: readonly string[];
  /** What the name closes with ("里程"); "" when it is no measure. */
  readonly measure: string;
  /** A row about effects, which may be explained by what brings them about. */
  readonly isEffect: boolean;
}

/** The named rows of a workbook by what they are about: by pairs of characters. */
export type RowsByPair = ReadonlyMap<string, readonly ExplainedRow[]>;

/** Rows listed for one pair of characters; more would only say that the pair is common. */
const MOST_LISTED = 100;

/** The named rows of a project; none of a classified one. */
export const explainedRowsOf = oncePer((project: Project): readonly ExplainedRow[] =>
  project.isSecret ? [] : project.indicators.filter(isNamed).map((indicator) => rowOf(indicator, project)),
);

/** The rows of all projects by what they are about. */
export function explainedRowsByPair({ forms }: WorkbookForms): RowsByPair {
  const byPair = new Map<string, ExplainedRow[]>();
  for (const { projects } of forms) {
    for (const project of projects) {
      for (const row of explainedRowsOf(project)) {
        for (const pair of row.pairs) {
          const listed = byPair.get(pair);
          if (listed === undefined) byPair.set(pair, [row]);
          else if (listed.length < MOST_LISTED) listed.push(row);
        }
      }
    }
  }
  return byPair;
}

/**
 * The row of the same project that an explanation is about instead of its own: it says that row's name and nearly nothing else.
 * Null when it may be meant for its own row all the same.
 */
export function findOtherRow(
  text: string,
  row: ExplainedRow,
  rows: readonly ExplainedRow[],
  likeness: number,
): ExplainedRow | null {
  const explained = subjectOf(text);
  const measure = finalMeasure(text);
  let best: ExplainedRow | null = null;
  let most = 0;
  for (const other of rows) {
    if (other === row || (row.isEffect && !other.isEffect)) continue;
    // What is measured of a thing told in other words may well be its own row's: 供给场次 are 演出场次.
    if (measure !== '' && measure === row.measure && measure !== other.measure) continue;
    const isNamedWhole = isSaid(other, text);
    const score = isNamedWhole ? NAMED_WHOLE : likenessOf(explained, measure, other);
    if (score < likeness || score <= most || !isOwnExcluded(row, text, isNamedWhole)) continue;
    if (!isNamedWhole && measuresRather(text, row, other)) continue;
    best = other;
    most = score;
  }
  return best;
}

/** A row of another project that an explanation seems to be copied from: it is about the same things. */
export function findRowElsewhere(text: string, row: ExplainedRow, byPair: RowsByPair): ExplainedRow | null {
  const explained = subjectOf(text);
  const pairs = pairsOf(explained);
  const characters = Array.from(explained.features).filter((feature) => feature.length === 1);
  const seen = new Set<ExplainedRow>();
  for (const pair of pairs) {
    for (const other of byPair.get(pair) || []) {
      if (other.project === row.project || seen.has(other)) continue;
      seen.add(other);
      const shared = pairs.filter((one) => other.subject.features.has(one));
      const isTwoWords = shared.some((one) => shared.some((two) => !touches(one, two)));
      const common = characters.filter((character) => other.subject.features.has(character)).length;
      if (isTwoWords && common >= characters.length * MOST_CHARACTERS) return other;
      if (shared.length >= 2 && shared.length === pairs.length) return other;
    }
  }
  return null;
}

/**
 * A row of another project, out of `rows`, whose subject an explanation repeats word for word (残疾儿童康复救助效果, 残疾儿童康复救助人数), while
 * something of it stands nowhere in its own project.
 */
export function findNamesakeElsewhere(
  text: string,
  row: ExplainedRow,
  rows: () => RowsByPair,
  written: ReadonlySet<string> | null,
): ExplainedRow | null {
  const words = withoutMeasure(text);
  const pairs = pairsOf(subjectOf(text));
  if (written === null || words.length < SHORTEST_SUBJECT) return null;
  const strange = pairs.filter((pair) => !written.has(pair));
  for (const pair of strange) {
    for (const other of rows().get(pair) || []) {
      if (other.project !== row.project && withoutMeasure(other.bareName) === words) return other;
    }
  }
  return null;
}

const SHORTEST_SUBJECT = 5;
const MOST_CHARACTERS = 0.6;
/** A subject of one word ("日常养护里程" is about 日常) is not told apart by it. */
const FEWEST_PAIRS = 2;
const SHORTEST_NAME = 4;
const NAMED_WHOLE = 2;

function rowOf(indicator: Indicator, project: Project): ExplainedRow {
  const { plainName, value, unit, level2Kind } = indicator;
  const subject = subjectOf(plainName);
  return {
    indicator,
    project,
    bareName: bareText(plainName),
    own: comparableText(`${plainName}。${value.text}${unit ? unit.text : ''}`),
    name: comparableText(plainName),
    subject,
    pairs: pairsOf(subject),
    measure: finalMeasure(plainName),
    isEffect: isBenefit(level2Kind) || isSatisfaction(level2Kind),
  };
}

function isNamed({ plainName }: Indicator): boolean {
  return /\S/.test(plainName) && !isNotApplicable(plainName) && !isSecretText(plainName);
}

/** True when the explanation is the other row's name, perhaps with a measure or 完成情况 after it. */
function isSaid({ bareName }: ExplainedRow, text: string): boolean {
  const core = bareText(text);
  if (bareName.length < SHORTEST_NAME || core.lastIndexOf(bareName, 0) !== 0) return false;
  return withoutMeasure(core.slice(bareName.length)) === '';
}

function likenessOf(explained: ComparableText, measure: string, other: ExplainedRow): number {
  if (pairsOf(explained).length < FEWEST_PAIRS || pairsOf(other.subject).length < FEWEST_PAIRS) return 0;
  let shared = 0;
  explained.features.forEach((feature) => {
    if (other.subject.features.has(feature)) shared += feature.length > 1 ? 1 : 0.25;
  });
  const isSameMeasure = measure !== '' && measure === other.measure;
  return shared / Math.max(explained.weight, other.subject.weight) + (isSameMeasure ? SAME_MEASURE : 0);
}

const SAME_MEASURE = 0.15;

/** 完成及时率 names no thing of its own: any thing of the project may be what is to be in time. */
function isOwnExcluded({ indicator, name, subject }: ExplainedRow, text: string, isNamedWhole: boolean): boolean {
  const isSpecific = pairsOf(isNamedWhole ? name : subject).length >= FEWEST_PAIRS;
  return isSpecific || isOtherMeasure(aspectsOf(indicator.plainName), aspectsOf(text));
}

/** True when the explanation measures what its own row measures, and not what the other does. */
function measuresRather(text: string, row: ExplainedRow, other: ExplainedRow): boolean {
  const aspects = aspectsOf(text);
  const [own, others] = [row, other].map(({ indicator }) => aspectAgreement(aspects, aspectsOf(indicator.plainName)));
  return own > others;
}

function touches(pair: string, other: string): boolean {
  return pair === other || pair.charAt(1) === other.charAt(0) || other.charAt(1) === pair.charAt(0);
}
