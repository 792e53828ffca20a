import type { Form, Indicator } from '../../forms/form';
import { parseLevel1, parseLevel2, type Level1, type Level2 } from '../../forms/indicator-levels';
import { oncePer } from '../../forms/once-per';
import { CODE_LENGTH, isCommonCode, parseCodedName } from '../../values/indicator-code';
import { defineRule, type RuleContext } from '../define-rule';
import { findRightLevel1 } from '../level-pair';

/** Digits of the levels where the labels print none; checked only where the other codes of the workbook follow them. */
const LEVEL1_DIGITS: Readonly<Partial<Record<Level1, string>>> = { output: '1', benefit: '2', satisfaction: '3' };
const LEVEL2_DIGITS: Readonly<Partial<Record<Level2, string>>> = {
  quantity: '11',
  quality: '12',
  timeliness: '13',
  cost: '14',
  economicBenefit: '21',
  socialBenefit: '22',
  ecologicalBenefit: '23',
  sustainableImpact: '24',
  serviceSatisfaction: '31',
};

interface Levels {
  readonly level1: string | null;
  readonly level2: string | null;
  /** False when the digits are not printed on the labels. */
  readonly isPrinted: boolean;
}

export default defineRule({
  id: 'code/level-mismatch',
  severity: 'error',
  title: '指标编码应与一级、二级指标一致',
  why: '编码的前三位表示指标类别，与所在行不符时系统会归错类。',
  basis: '填报惯例',
  example: {
    wrong: '1-产出指标 | 12-质量指标 | 111002681-扶持企业数量',
    right: '1-产出指标 | 11-数量指标 | 111002681-扶持企业数量',
  },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [{ rule: 'form/level1-level2-mismatch', within: 'row' }],
  messages: {
    level1: '编码“{code}”第1位是“{digits}”，与一级指标“{label}”的编号“{expected}”不符；请改选编码或改正一级指标。',
    level2: '编码“{code}”第2、3位是“{digits}”，与二级指标“{label}”的编号“{expected}”不符；请改选编码或改正二级指标。',
    parent: '二级指标“{label}”的编号应以一级指标“{parent}”的编号“{expected}”开头；请改正编号。',
  },
  *check({ project }, problem, context) {
    for (const indicator of project.indicators) {
      const levels = levelsOf(indicator);
      if (!isBroken(levels, codeOf(indicator)) || findRightLevel1(indicator, context.profile.costLevel)) continue;
      const { isPrinted } = levels;
      if (!context.once(`code/level-mismatch ${isPrinted}`, () => areFollowed(context, isPrinted))) continue;
      const { name } = indicator;
      const code = codeOf(indicator);
      const level1 = { label: indicator.level1.text.trim(), expected: levels.level1 || '' };
      const level2 = { label: indicator.level2.text.trim(), expected: levels.level2 || '' };
      if (code !== null && levels.level1 !== null && code.charAt(0) !== levels.level1) {
        yield problem('level1', name, { code, digits: code.charAt(0), ...level1 });
      } else if (code !== null && levels.level2 !== null && code.slice(1, 3) !== levels.level2) {
        yield problem('level2', name, { code, digits: code.slice(1, 3), ...level2 });
      } else if (levels.level1 !== null && levels.level2 !== null && levels.level2.charAt(0) !== levels.level1) {
        const { label } = level2;
        yield problem('parent', indicator.level2, { label, parent: level1.label, expected: levels.level1 });
      }
    }
  },
});

function isBroken({ level1, level2 }: Levels, code: string | null): boolean {
  const isCodeOther =
    code !== null &&
    ((level1 !== null && code.charAt(0) !== level1) || (level2 !== null && code.slice(1, 3) !== level2));
  return isCodeOther || (level1 !== null && level2 !== null && level2.charAt(0) !== level1);
}

function codeOf({ name }: Indicator): string | null {
  const coded = parseCodedName(name.text);
  return coded && coded.code.length === CODE_LENGTH && !isCommonCode(coded.code) ? coded.code : null;
}

function levelsOf({ level1, level2, level1Kind, level2Kind }: Indicator): Levels {
  const printed1 = parseLevel1(level1.text).code;
  const printed2 = parseLevel2(level2.text).code;
  const level1Code = printed1 !== null && printed1.length === 1 ? printed1 : null;
  const level2Code = printed2 !== null && printed2.length === 2 ? printed2 : null;
  if (level1Code !== null || level2Code !== null) return { level1: level1Code, level2: level2Code, isPrinted: true };
  return {
    level1: (level1Kind && LEVEL1_DIGITS[level1Kind]) || null,
    level2: (level2Kind && LEVEL2_DIGITS[level2Kind]) || null,
    isPrinted: false,
  };
}

/** Offices may number otherwise: codes are held against the levels only where most of the workbook's codes follow them. */
function areFollowed(context: RuleContext, isPrinted: boolean): boolean {
  let following = 0;
  let others = 0;
  for (const form of context.workbookForms.forms) {
    const counts = countsOf(form)[isPrinted ? 'printed' : 'usual'];
    following += counts.following;
    others += counts.others;
  }
  return isPrinted ? following > others : following >= 3 && following >= 4 * others;
}

/** How many codes of a form follow the digits of their levels, printed on the labels or usual, and how many do not. */
const countsOf = oncePer(({ projects }: Form) => {
  const counts = { printed: { following: 0, others: 0 }, usual: { following: 0, others: 0 } };
  for (const { indicators } of projects) {
    for (const indicator of indicators) {
      const { level1, level2, isPrinted } = levelsOf(indicator);
      const code = codeOf(indicator);
      if (code === null || (level1 === null && level2 === null)) continue;
      const follows1 = level1 === null || code.charAt(0) === level1;
      const follows2 = level2 === null || code.slice(1, 3) === level2;
      counts[isPrinted ? 'printed' : 'usual'][follows1 && follows2 ? 'following' : 'others'] += 1;
    }
  }
  return counts;
});
