import { isSecretText } from '../../values/special-texts';
import { findMeasure, withoutNotes, type Measure, type MeasureKind } from '../../values/measure-words';
import { defineRule } from '../define-rule';
import { isStandardName } from '../standard-name';

/** What joins two measures; only behind a character that words of measuring end in, so that 参与率 and 宣传和推广次数 stay whole. */
const JOINT = /([率度数量次例重比面额程长积入值])(?:以及|[、,;和与+]|及(?![时格]))/g;
/** 1. (2) ② before the second of several items in one cell. */
const NUMBERING = /^(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.、)](?![0-9]))/;

/** Longer texts are no names. */
const LONGEST_NAME = 200;

const SHARED: readonly MeasureKind[] = ['share', 'degree'];
/** A set phrase: 知名度和美誉度. */
const FIXED_PAIR = /^(?:知名|美誉|认可|曝光)度$/;
/** One thing seen from two ends: 起止时间, 上限和下限. */
const SPANS =
  /(?:时间|日期|年限|期限|时限|周期|名次|排名|等级|指数|系数|成本|费用|造价|单价|增长|下降|增幅|降幅|频率)$/;
const INNER_MEASURE = /[^效频]率|(?:满意|知晓|参与|认可|知名|美誉|舒适)度|数量|[人次场户]数|人次|面积|金额|比例/;

export default defineRule({
  id: 'name/compound',
  severity: 'warning',
  title: '一个三级指标只考核一件事',
  why: '两个指标合成一个，只有一个目标值，分别完成多少无法核对，也无法评分。',
  basis: '填报惯例',
  example: { wrong: '阅览室舒适度和使用率 ≥90%', right: '阅览室使用率 ≥90%（舒适度另列一行）' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    joined: '三级指标“{name}”把“{first}”和“{second}”合在一起，请拆成两个指标，分别填写目标值。',
  },
  *check({ project }, problem, context) {
    for (const indicator of project.indicators) {
      const { name, plainName } = indicator;
      if (plainName.length > LONGEST_NAME || isSecretText(name.text) || isStandardName(indicator, context)) continue;
      const pair = findJoinedMeasures(plainName);
      if (pair) yield problem('joined', name, { name: plainName, first: pair[0], second: pair[1] });
    }
  },
});

/** The two measures a name joins, in its words; null for one measure, however many things it is taken of. */
function findJoinedMeasures(name: string): readonly [string, string] | null {
  const core = withoutNotes(name.replace(/\s*\n\s*/g, ';'));
  const parts = core.replace(JOINT, '$1\n').split('\n');
  if (parts.length < 2) return null;
  const [first, second] = parts.slice(-2).map((part) => part.replace(NUMBERING, ''));
  const [left, right] = [findMeasure(first), findMeasure(second)];
  return left && right && areTwoMeasures(left, right) ? [first, second] : null;
}

function areTwoMeasures(left: Measure, right: Measure): boolean {
  if (FIXED_PAIR.test(left.word) && FIXED_PAIR.test(right.word)) return false;
  // 满意度和舒适度提升率, 教师人数和学生人数比例: the words before are what the last one is taken of.
  if (INNER_MEASURE.test(right.stem) || SPANS.test(left.word) || SPANS.test(right.word)) return false;
  if (SHARED.indexOf(left.kind) >= 0) return left.word !== right.word || right.stem !== '';
  // 发放人数和金额准确率 is one rate of two things; 参训人数和合格率 are two measures.
  return SHARED.indexOf(right.kind) < 0 || right.stem === '';
}
