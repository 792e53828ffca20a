import { conceptTest, theLexicon } from './lexicon';
import { LATIN, segment, UNKNOWN } from './segment';
import type { MeasureKind, WordClass } from './words/word-data';

/** A word of a name that says something. */
export interface Part {
  /** Number of its meaning; -1 for a word that is not in the lexicon. */
  readonly concept: number;
  readonly wordClass: WordClass;
  /** As written (bare). */
  readonly text: string;
}

/** A bare name understood. */
export interface Reading {
  readonly text: string;
  /** What is asked for; null for a name without a word of measuring. */
  readonly measure: MeasureKind | null;
  /** The word it was found by; "" for none. */
  readonly measureText: string;
  /** How something was done, as concepts; sorted. */
  readonly aspects: readonly number[];
  readonly aspectText: string;
  /** What it is about, in order: without fillers, light verbs and generic words (项目 that are counted are kept). */
  readonly parts: readonly Part[];
  /** 项目, 工作, 任务, in order. */
  readonly generics: readonly Part[];
}

interface Token extends Part {
  readonly measure: MeasureKind | null;
}

/** Words that say two things at once, which other names say apart: 参训人员数量 is 培训人数, 参训率 is 培训参加率. */
const COUNTED_APART: Readonly<Record<string, readonly string[]>> = {
  学员: ['培训', '人员'],
  参训: ['培训'],
  参会人员: ['会议', '人员'],
  参与者: ['参加', '人员'],
  参观者: ['参观', '人员'],
  参展: ['展会', '参加'],
};
const SHARED_APART: Readonly<Record<string, readonly string[]>> = {
  参训: ['培训', '参加'],
  参展: ['展会', '参加'],
};

const PAID: Readonly<Record<string, string>> = { 补贴资金: '补贴', 奖励资金: '奖励', 扶持资金: '扶持' };
const isPaying = conceptTest(['发放']);
const isInTime = conceptTest(['及时']);
const isCompleted = conceptTest(['完成']);
const isProject = conceptTest(['项目']);
const isHousehold = conceptTest(['家庭', '农户', '住户', '户']);

/** Reads a bare name (see cleanName, standardSpellings). */
export function readName(text: string): Reading {
  const tokens = tokensOf(text);
  const { measure, measureText, end } = takeMeasure(tokens);
  const { aspects, aspectText, rest } = takeAspects(tokens.slice(0, end), measure);
  const isImplied = measure === null && aspectText !== '';
  const implied = isImplied ? impliedMeasure(aspectText) : measure;
  const parts = contentParts(rest, implied, aspects.length > 0);
  const generics = rest.filter(({ wordClass }) => wordClass === 'generic');
  return { text, measure: implied, measureText, aspects, aspectText, parts, generics };
}

function tokensOf(text: string): readonly Token[] {
  const { words, concepts } = theLexicon();
  const pieces = segment(text);
  const tokens: Token[] = [];
  for (let index = 0; index < pieces.count; index += 1) {
    const word = pieces.word[index];
    const surface = text.slice(pieces.start[index], pieces.end[index]);
    if (word === UNKNOWN || word === LATIN) {
      tokens.push({ concept: -1, wordClass: 'thing', text: surface, measure: null });
    } else {
      const { concept, measure } = words[word];
      const wordClass = concept >= 0 ? concepts[concept].wordClass : 'thing';
      tokens.push({ concept, wordClass, text: surface, measure });
    }
  }
  return tokens;
}

function takeMeasure(tokens: readonly Token[]): {
  readonly measure: MeasureKind | null;
  readonly measureText: string;
  readonly end: number;
} {
  let end = tokens.length;
  while (end > 1 && tokens[end - 1].wordClass === 'filler' && tokens[end - 1].measure === null) end -= 1;
  let measure: MeasureKind | null = null;
  let measureText = '';
  // 完成率情况, 活动场次数量: the first of several words of measuring decides.
  while (end > 0 && tokens[end - 1].measure !== null) {
    const found = tokens[end - 1].measure;
    // 数量、金额 asks for two things; 场次数量 and 数量情况 for one.
    if (measure !== null && found !== measure && measure !== 'state' && measure !== 'count') break;
    measure = found;
    measureText = tokens[end - 1].text;
    end -= 1;
  }
  return { measure, measureText, end };
}

function takeAspects(
  tokens: readonly Token[],
  measure: MeasureKind | null,
): { readonly aspects: readonly number[]; readonly aspectText: string; readonly rest: readonly Token[] } {
  const isOfDegree =
    measure === null || measure === 'rate' || measure === 'state' || measure === 'date' || measure === 'index';
  let found: number[] = [];
  const texts: string[] = [];
  let tail = isOfDegree;
  const rest: Token[] = [];
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const isAspect = token.wordClass === 'aspect' && (tail || isInTime(token.concept));
    if (isAspect) {
      if (found.indexOf(token.concept) < 0) found.push(token.concept);
      texts.unshift(token.text);
      continue;
    }
    // 完成 before its object is no more than a verb: 完成调研报告数量.
    const isVerb = isCompleted(token.concept);
    if (
      token.wordClass !== 'filler' &&
      token.wordClass !== 'adverb' &&
      token.wordClass !== 'light' &&
      token.wordClass !== 'generic'
    )
      tail = false;
    rest.unshift(isVerb ? { ...token, wordClass: 'light' } : token);
  }
  if (measure === 'date' && (found.length === 0 || found.some(isCompleted))) {
    found = found.filter((aspect) => !isCompleted(aspect) && !isInTime(aspect)).concat(theLexicon().conceptOf('及时'));
  }
  if (found.length > 1) found = found.filter((aspect) => !isCompleted(aspect));
  return { aspects: found.sort((a, b) => a - b), aspectText: texts.join(''), rest };
}

/** 满意度, 知晓率 and 覆盖面 ask for a share, 准确性 for how it stands. */
function impliedMeasure(aspectText: string): MeasureKind | null {
  if (/[率度面]$/.test(aspectText)) return 'rate';
  return /性$/.test(aspectText) ? 'state' : null;
}

const COUNTS_PEOPLE: readonly (MeasureKind | null)[] = ['count', 'people', 'person-times', 'times'];

function contentParts(tokens: readonly Token[], measure: MeasureKind | null, hasAspects: boolean): readonly Part[] {
  const lexicon = theLexicon();
  const parts: Part[] = [];
  const add = (concept: number, text: string): void => {
    const wordClass = concept >= 0 ? lexicon.concepts[concept].wordClass : 'thing';
    if (concept >= 0 && parts.some((part) => part.concept === concept)) return;
    parts.push({ concept, wordClass, text });
  };
  tokens.forEach((token, index) => {
    const { concept, text } = token;
    if (!saysSomething(tokens, index, measure, hasAspects)) return;
    const apart = concept < 0 ? undefined : takenApart(concept, measure, index === tokens.length - 1);
    if (apart !== undefined) {
      for (const word of apart) add(lexicon.conceptOf(word), text);
    } else if (token.measure !== null && concept < 0) {
      const thing = lexicon.measuredThings[token.measure];
      if (thing !== undefined) add(thing, text);
      else parts.push({ concept: -1, wordClass: 'thing', text });
    } else add(concept, text);
  });
  const isPaid = parts.some(({ concept }) => isPaying(concept));
  if (isPaid) parts.forEach((part, index) => (parts[index] = withoutMoney(part)));
  const counted = measure === null ? undefined : lexicon.measuredThings[measure];
  if (counted !== undefined && !isNamed(parts, measure)) {
    parts.push({ concept: counted, wordClass: 'weak', text: lexicon.concepts[counted].title });
  }
  return parts;
}

/** What is paid out is money: 补贴资金发放 is 补贴发放. */
function withoutMoney(part: Part): Part {
  if (part.concept < 0) return part;
  const { concepts, conceptOf } = theLexicon();
  const plain = PAID[concepts[part.concept].title];
  if (plain === undefined) return part;
  const concept = conceptOf(plain);
  return { concept, wordClass: concepts[concept].wordClass, text: part.text };
}

/** Whether a word is a part of what the name is about. The last word is what is measured, and counts whatever it is. */
function saysSomething(
  tokens: readonly Token[],
  index: number,
  measure: MeasureKind | null,
  hasAspects: boolean,
): boolean {
  const { wordClass, concept } = tokens[index];
  const isLast = index === tokens.length - 1;
  switch (wordClass) {
    case 'filler':
      return false;
    case 'adverb':
      return !isLast && !isDeed(tokens[index + 1]);
    case 'light':
      // 政策落实率 is no 政策宣传率 without its deed.
      return isLast && measure === 'rate' && !hasAspects && tokens.length > 1;
    case 'generic':
      // What is counted may be projects: 扶持企业项目数量 and 扶持项目企业数量 count different things.
      return measure === 'count' && (isProject(concept) || isLast);
    default:
      return true;
  }
}

function isDeed({ wordClass }: Token): boolean {
  return wordClass === 'action' || wordClass === 'light' || wordClass === 'aspect' || wordClass === 'adverb';
}

function takenApart(concept: number, measure: MeasureKind | null, isLast: boolean): readonly string[] | undefined {
  const { title } = theLexicon().concepts[concept];
  if (COUNTS_PEOPLE.indexOf(measure) >= 0) return COUNTED_APART[title];
  return measure === 'rate' && isLast ? SHARED_APART[title] : undefined;
}

/** True when what a word of measuring counts is named before it: 工作人员人数. */
function isNamed(parts: readonly Part[], measure: MeasureKind | null): boolean {
  return parts.some(({ wordClass, concept }) => {
    if (measure === 'people' || measure === 'person-times') return wordClass === 'person';
    return wordClass === 'body' || (measure === 'households' && isHousehold(concept));
  });
}
