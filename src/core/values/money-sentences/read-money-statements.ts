import { readBaseClause, readComparisonClause, type ComparisonClause } from './comparison-clause';
import { findAbsence } from './stated-absence';
import { splitMoneySentences, type MoneyClause, type MoneySentence } from './money-clauses';
import type {
  Comparison,
  ListStrength,
  MoneyStatements,
  PartList,
  StatedAbsence,
  StatedAmount,
} from './money-statement';
import { readNumberMarks } from './number-marks';
import { squeezeText } from './squeezed-text';

const INTRO =
  /^(?:(主要|其中主要|主要有)?(?:具体)?(?:包括|包含|分别[为是]|由)|(其中)(?:主要)?(包括)?|具体[为是]|具体如下|主要[为是用])(?:有|了|如下)?/;
/** What follows an amount and makes it a limit, a price or an attribute. */
const NO_STATEMENT_AFTER = /^(?:以上|以下|以内|之内|左右|上下|的|\/|每|余|多|标准|限额|为上限|规模|级)/;
const NO_STATEMENT_BEFORE =
  /(?:增加|减少|增长|下降|增|减|超过|不超过|单价|标准|限额|从|由|到|至|达到|每[^，]{0,4}|比|较|于|按|以上|价值|加上|扣除|剔除|不含|含)$/;
/** What is left after taking something off is not what the parts listed beside it add up to. */
const NET = /剔除|扣除|抵消|抵销|不含/;
/** Opens a comparison, whatever follows. */
const COMPARING = /^(?:比|较|与|同|和|相比)(?:上年|去年|上一年|20[0-9]{2}年)/;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})$/;
/** Such a label begins another statement, and no part of the list before it. */
const NEW_TOPIC = /^(?:20[0-9]{2}年|共计?|合计|总计|总|预算收入|预算支出|(?:部门)?(?:收入|支出)预算|收入总|支出总)/;
const YEAR = /(20[0-9]{2})年/;
const DESCRIPTION = /^(?:主要)?(?:用于|用作|系|是|安排用于)/;
const LEAD_LENGTH = 30;
/** Parts of a list that a comparison behind them may be about. */
const MOST_COMPARED = 20;
/** Clauses that describe a part. */
const MOST_DESCRIBED = 40;

interface DraftList {
  total: StatedAmount;
  strength: ListStrength;
  parts: StatedAmount[];
  followers: StatedAmount[];
  isUnclear: boolean;
  isClosed: boolean;
}

/** Reads what a paragraph says about money: amounts with their labels, lists of parts, comparisons with an earlier year. */
export function readMoneyStatements(text: string): MoneyStatements {
  const { text: squeezed, offsets } = squeezeText(text);
  const sentences = splitMoneySentences(squeezed, readNumberMarks(squeezed));
  const amounts: StatedAmount[] = [];
  const lists: PartList[] = [];
  const comparisons: Comparison[] = [];
  const absences: StatedAbsence[] = [];
  let openTotal: MoneyStatements['openTotal'] = null;
  let before: SentenceReading | null = null;
  sentences.forEach((sentence, index) => {
    const lead = index > 0 ? leadOf(sentences[index - 1]) : '';
    const reading = readSentence(sentence, index, lead, before);
    amounts.push(...reading.amounts);
    lists.push(...reading.lists);
    comparisons.push(...reading.comparisons);
    for (const clause of sentence.clauses) {
      const absence = findAbsence(clause.text);
      if (absence && clause.marks.length === 0)
        absences.push({ ...absence, start: clause.start, end: clause.start + clause.text.length });
    }
    openTotal = reading.openTotal;
    before = reading;
  });
  const last = sentences[sentences.length - 1];
  const isOpenEnd = last !== undefined && last.stop !== '。' && /[:：]\s*$/.test(text);
  return {
    amounts,
    lists,
    comparisons,
    absences,
    openTotal: isOpenEnd ? openTotal : null,
    offsetOf: (place) => offsets[Math.min(place, offsets.length - 1)],
  };
}

interface SentenceReading {
  readonly amounts: readonly StatedAmount[];
  readonly lists: readonly PartList[];
  readonly comparisons: readonly Comparison[];
  readonly openTotal: MoneyStatements['openTotal'];
  /** The only amount of the sentence. */
  readonly sole: StatedAmount | null;
  /** The year named last in it or before it. */
  readonly year: number | null;
}

function readSentence(
  sentence: MoneySentence,
  index: number,
  lead: string,
  before: SentenceReading | null,
): SentenceReading {
  const amounts: StatedAmount[] = [];
  const lists: DraftList[] = [];
  const comparisons: Comparison[] = [];
  let last: StatedAmount | null = null;
  let comparison: Comparison | null = null;
  let list: DraftList | null = null;
  let outer: DraftList | null = null;
  let ended: DraftList | null = null;
  let hasIntro = false;
  let { year } = before || { year: null };
  let openTotal: MoneyStatements['openTotal'] = null;
  let isOpaque = false;

  sentence.clauses.forEach((clause, position) => {
    const intro = INTRO.exec(clause.text);
    openTotal = null;
    if (intro) hasIntro = true;
    if (intro && (clause.marks.length <= 1 || clause.text.length === intro[0].length)) {
      const total = position === 0 ? before && before.sole : last;
      if (list && !namesAmounts(sentence, position)) {
        // 主要包括 without amounts describes a part.
      } else if (total && !isOpaque) {
        const strength = strengthOf(intro);
        if (list) {
          // A list within the list: where it ends, nobody can tell.
          list.isUnclear = true;
          outer = list;
        }
        list = { total, strength, parts: [], followers: [], isUnclear: outer !== null, isClosed: false };
        lists.push(list);
        openTotal = { total, strength };
      } else if (list) list.isUnclear = true;
    }
    const base = readBaseClause(clause);
    const compared =
      base && (COMPARING.test(clause.text) || isEarlier(base, last)) ? base : readComparisonClause(clause);
    if (compared) {
      comparison = joinComparison(compared, clause, position);
      return;
    }
    const named = YEAR.exec(clause.text.slice(0, LEAD_LENGTH));
    if (named) year = Number(named[1]);
    if (clause.marks.length === 0) return;
    const isRate = clause.marks.every(({ kind }) => kind !== 'amount');
    if (isRate) return;
    comparison = null;
    const stated = statedIn(clause, position, intro ? intro[0].length : 0);
    if (!stated) {
      if (list) list.isUnclear = true;
      last = null;
      isOpaque = true;
      return;
    }
    isOpaque = false;
    if (list && NEW_TOPIC.test(stated.label)) {
      ended = list;
      list = null;
      outer = null;
      hasIntro = false;
    }
    const member: StatedAmount = { ...stated, list, isPart: hasIntro };
    if (ended) ended.followers.push(member);
    if (list) {
      if (member.label === '' || DESCRIPTION.test(member.label)) list.isUnclear = true;
      list.parts.push(member);
      if (outer) outer.parts.push(member);
      if (/^等/.test(clause.text.slice(member.mark.end - clause.start))) list.strength = 'open';
    }
    amounts.push(member);
    last = member;
  });
  for (const draft of lists) draft.isClosed = sentence.stop === '。';
  return {
    amounts,
    lists,
    comparisons,
    openTotal,
    sole: amounts.length === 1 && !isOpaque ? amounts[0] : null,
    year,
  };

  function joinComparison(compared: ComparisonClause, clause: MoneyClause, position: number): Comparison | null {
    const goesOn =
      comparison !== null &&
      compared.label === '' &&
      compared.baseYear === null &&
      !compared.isFlat &&
      !comparison.isFlat &&
      ((comparison.change === null && comparison.rate === null) ||
        (compared.rate !== null && compared.change === null && comparison.rate === null) ||
        (compared.change !== null && comparison.change === null && compared.rate === null));
    if (goesOn && comparison) {
      const joined: Comparison = {
        ...comparison,
        change: comparison.change || compared.change,
        rate: comparison.rate || compared.rate,
        end: clause.start + clause.text.length,
      };
      comparisons[comparisons.length - 1] = joined;
      return joined;
    }
    const near = position === 0 ? before && before.sole : last;
    // In a long list nobody can tell what is compared.
    const value = near && near.list && near.list.parts.length > MOST_COMPARED ? null : near;
    const started: Comparison = {
      ...compared,
      value: compared.label === '' && !isOpaque ? value : null,
      others: value && value.list ? [value.list.total, ...value.list.parts.filter((part) => part !== value)] : [],
      sentence: index,
      start: clause.start,
      end: clause.start + clause.text.length,
    };
    comparisons.push(started);
    return started;
  }

  function statedIn(
    clause: MoneyClause,
    position: number,
    introLength: number,
  ): Omit<StatedAmount, 'list' | 'isPart'> | null {
    const [mark] = clause.marks;
    if (clause.marks.length !== 1 || mark.kind !== 'amount' || NET.test(clause.text)) return null;
    const label = clause.text.slice(introLength, mark.start - clause.start);
    if (NO_STATEMENT_BEFORE.test(label.slice(-8)) || COMPARING.test(label)) return null;
    if (NO_STATEMENT_AFTER.test(clause.text.slice(mark.end - clause.start, mark.end - clause.start + 4))) return null;
    const previous = position > 0 ? sentence.clauses[position - 1] : null;
    const isJoint =
      clause.lead === '、' && previous !== null && previous.marks.length === 0 && !NUMBERING.test(previous.text);
    return {
      mark,
      label,
      start: clause.start + introLength,
      isJoint,
      sentence: index,
      clause: position,
      lead,
      yearBefore: year,
      separator: clause.lead,
    };
  }
}

/** True where an amount follows before the next semicolon. */
function namesAmounts({ clauses }: MoneySentence, position: number): boolean {
  for (let index = position; index < clauses.length && index < position + MOST_DESCRIBED; index += 1) {
    if (index > position && clauses[index].lead === ';') return false;
    if (clauses[index].marks.some(({ kind }) => kind === 'amount')) return true;
  }
  return false;
}

/** "2024年预算数5万元" is what an amount of 2025 is compared with; without one, or beside an earlier one, it is a statement. */
function isEarlier({ baseYear, base }: ComparisonClause, value: StatedAmount | null): boolean {
  if (base === null) return true;
  if (!value) return false;
  if (baseYear === 'last' || baseYear === null) return true;
  const named = YEAR.exec(value.label);
  const year = named ? Number(named[1]) : value.yearBefore;
  return year !== null && baseYear < year;
}

function strengthOf(intro: RegExpExecArray): ListStrength {
  if (/主要/.test(intro[0])) return 'open';
  return intro[2] !== undefined && intro[3] === undefined ? 'among' : 'complete';
}

/** The whole of a sentence that is but a name. */
function leadOf({ clauses, stop }: MoneySentence): string {
  if (stop === '' || clauses.length > 2 || clauses.some(({ marks }) => marks.length > 0)) return '';
  const text = clauses.map((clause) => clause.text).join('、');
  return text.length <= LEAD_LENGTH ? text : '';
}
