import { isBlank, type FormCell, type Indicator } from '../../forms/form';
import { otherCountedThing } from '../../values/things-by-unit';
import { aspectsOf, isOtherMeasure, type Aspect } from '../../values/measured-aspect';
import { bareText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { comparableText, type ComparableText } from '../../values/text-similarity';
import { defineRule } from '../define-rule';
import {
  explainedRowsByPair,
  explainedRowsOf,
  findNamesakeElsewhere,
  findOtherRow,
  findRowElsewhere,
  type RowsByPair,
} from '../explained-rows';
import {
  isGenericExplanation,
  OPENING,
  pairsOf,
  pairsWrittenIn,
  subjectOf,
  withoutOpening,
} from '../explanation-subject';

/** An explanation of more characters tells many things; which of them it is about cannot be told. */
const LONGEST_JUDGED = 60;
/** Forms of more rows are lists; each row is held against so many of them. */
const MOST_COMPARED = 300;
/** Formulas and sources say how a number comes about, in words of their own. */
const METHOD =
  /[÷×*\/=＝％%]|之比|比值|公式|占.{1,20}(?:比|的)|以.{1,20}为准|依据|根据|按照?.{1,12}(?:计算|统计|核定|确定)|台账|资料|问卷|抽样|数据来源|查阅|查看|抽查|包括|包含|是指|即/;

export default defineRule({
  id: 'explanation/unrelated',
  severity: 'warning',
  title: '指标解释应说明本行的指标',
  why: '解释多是从别的行或别的项目复制来忘了改，审核人无法判断指标按什么考核。',
  basis: '填报惯例',
  example: { wrong: '道路养护里程：考核图书采购数量', right: '道路养护里程：考核全年养护县乡道路的公里数' },
  forms: ['project-target'],
  yieldsTo: [{ rule: 'explanation/repeats-name', within: 'cell' }],
  thresholds: {
    likeness: { value: 0.7, meaning: '解释与另一行指标名称重合到这个程度（0到1）才认为说的是那一行' },
  },
  messages: {
    otherRow: '指标解释“{found}”说的是第{row}行的“{other}”，与本行指标“{name}”不符；请核对是否填错行或复制后忘了修改。',
    otherProject:
      '指标解释“{found}”说的像是项目“{project}”的“{other}”，与本行指标“{name}”不符；请核对是否复制后忘了修改。',
    otherThing: '指标解释“{found}”说的是{thing}，而指标“{name}”的目标值“{value}”以“{unit}”计；请核对解释是否填错行。',
    foreign: '指标解释“{found}”与指标“{name}”说的不是一件事，本项目其他内容也没有提到；请按本行指标重写解释。',
  },
  *check({ project }, problem, context, thresholds) {
    const rows = (): RowsByPair =>
      context.once('explanation/unrelated', () => explainedRowsByPair(context.workbookForms));
    const own = explainedRowsOf(project);
    let written: ReadonlySet<string> | null | undefined;
    for (const row of own) {
      const cell = judgedExplanation(row.indicator);
      if (cell === null) continue;
      const text = withoutOpening(cell.text);
      if (isAkin(comparableText(text), row.own)) continue;
      const { plainName: name, target, value } = row.indicator;
      const found = cell.text.trim();
      const other = findOtherRow(text, row, own.slice(0, MOST_COMPARED), thresholds.likeness);
      if (other !== null) {
        const { plainName } = other.indicator;
        yield problem('otherRow', cell, { found, name, row: other.indicator.row + 1, other: plainName });
        continue;
      }
      const counted = pairsOf(row.name).length >= 2 ? otherCountedThing(text, target) : null;
      if (counted !== null) {
        yield problem('otherThing', cell, { found, name, value: value.text.trim(), ...counted });
        continue;
      }
      if (written === undefined) written = pairsWrittenIn(project);
      const namesake = findNamesakeElsewhere(text, row, rows, written);
      if (namesake === null && !(OPENING.test(bareText(cell.text)) && isForeign(text, written))) continue;
      const copied = namesake || findRowElsewhere(text, row, rows());
      if (copied !== null) {
        const { plainName } = copied.indicator;
        yield problem('otherProject', cell, { found, name, project: copied.project.name, other: plainName });
      } else if (pairsOf(row.subject).length === 0 && isOtherThanTime(name, text)) {
        yield problem('foreign', cell, { found, name });
      }
    }
  },
});

/** The explanation of a row where it says something of its own and says it shortly. */
function judgedExplanation({ explanation }: Indicator): FormCell | null {
  if (explanation === null || isBlank(explanation)) return null;
  const text = explanation.text.trim();
  if (text.length > LONGEST_JUDGED || isNotApplicable(text) || isSecretText(text)) return null;
  if (METHOD.test(text) || isGenericExplanation(text)) return null;
  return explanation;
}

/** Something in common is enough: whoever wrote it had this row in mind. */
function isAkin(explained: ComparableText, own: ComparableText): boolean {
  let characters = 0;
  let isAkinByPair = false;
  explained.features.forEach((feature) => {
    if (!own.features.has(feature)) return;
    if (feature.length > 1) isAkinByPair = true;
    else characters += 1;
  });
  return isAkinByPair || characters > 1;
}

/** True when nothing the explanation is about stands anywhere else in the project. */
function isForeign(text: string, written: ReadonlySet<string> | null): boolean {
  const pairs = pairsOf(subjectOf(text));
  if (written === null || written.size < FEWEST_WRITTEN || pairs.length < 2) return false;
  return pairs.every((pair) => !written.has(pair));
}

/** A project that says less of itself may be about anything. */
const FEWEST_WRITTEN = 40;

/** True when the name asks for a time, and the explanation closes with another measure and says nothing of time. */
function isOtherThanTime(name: string, text: string): boolean {
  const closing = aspectsOf(bareText(text).slice(-TAIL));
  return (
    aspectsOf(bareText(name).slice(-TAIL)).has('time') && isOtherMeasure(TIME, closing) && !aspectsOf(text).has('time')
  );
}

const TIME: ReadonlySet<Aspect> = new Set<Aspect>(['time']);

/** So many characters hold the measure that a text closes with. */
const TAIL = 6;
