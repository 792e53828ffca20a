import type { IndicatorCatalogue } from '../../catalogue/indicator-catalogue';
import type { Form, Indicator } from '../../forms/form';
import { parseLevel1, parseLevel2 } from '../../forms/indicator-levels';
import { oncePer } from '../../forms/once-per';
import { codedNameOf, type IndicatorCode } from '../active-catalogue';
import { defineRule, type RuleContext } from '../define-rule';
import { printedCode } from '../level-code';
import { levelDigitsOf, type LevelDigits } from '../level-digits';
import { findRightLevel1 } from '../level-pair';

interface Levels {
  readonly level1: string | null;
  readonly level2: string | null;
  /** False when the digits are not printed on the labels: then they are held against codes only where others follow them. */
  readonly isPrinted: boolean;
  /** True where the second must begin with the first. */
  readonly isWithin: boolean;
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
    level1: '编码“{code}”{place}是“{digits}”，与一级指标“{label}”的编号“{expected}”不符；请改选编码或改正一级指标。',
    level2: '编码“{code}”{place}是“{digits}”，与二级指标“{label}”的编号“{expected}”不符；请改选编码或改正二级指标。',
    parent: '二级指标“{label}”的编号应以一级指标“{parent}”的编号“{expected}”开头；请改正编号。',
  },
  *check({ project }, problem, context) {
    for (const indicator of project.indicators) {
      const row = rowIn(context)(indicator);
      if (!isBroken(row) || findRightLevel1(indicator, context.profile.costLevel)) continue;
      const { levels, coded, digits } = row;
      if (!context.once(`code/level-mismatch ${levels.isPrinted}`, () => areFollowed(context, levels.isPrinted)))
        continue;
      const { level1Place, level2Place } = levelDigitsOf(context);
      const cell = coded === null ? indicator.name : coded.cell;
      const level1 = { label: indicator.level1.text.trim(), expected: levels.level1 || '' };
      const level2 = { label: indicator.level2.text.trim(), expected: levels.level2 || '' };
      if (coded !== null && digits !== null && differs(digits.level1, levels.level1)) {
        yield problem('level1', cell, { code: coded.code, place: level1Place, digits: digits.level1, ...level1 });
      } else if (coded !== null && digits !== null && differs(digits.level2, levels.level2)) {
        yield problem('level2', cell, { code: coded.code, place: level2Place, digits: digits.level2, ...level2 });
      } else if (isParentOther(levels)) {
        const { label } = level2;
        yield problem('parent', indicator.level2, { label, parent: level1.label, expected: level1.expected });
      }
    }
  },
});

/** What a row's code and its labels say of its levels. */
interface Row {
  readonly levels: Levels;
  readonly coded: IndicatorCode | null;
  /** Digits of the levels in the code; null without a code or for one that was built otherwise. */
  readonly digits: { readonly level1: string; readonly level2: string } | null;
}

const rowIn = (context: RuleContext): ((indicator: Indicator) => Row) =>
  rowsIn(context.catalogue)(levelDigitsOf(context));

function rowsWith(catalogue: IndicatorCatalogue | null) {
  return oncePer((scheme: LevelDigits) =>
    oncePer((indicator: Indicator): Row => {
      const coded = codedNameOf(indicator, catalogue) || null;
      const digits = coded && scheme.split(coded.code);
      return { levels: levelsOf(indicator, scheme, digits), coded, digits };
    }),
  );
}

const rowsWithoutCatalogue = rowsWith(null);
const rowsWithCatalogue = oncePer((catalogue: IndicatorCatalogue) => rowsWith(catalogue));
const rowsIn = (catalogue: IndicatorCatalogue | null): ReturnType<typeof rowsWith> =>
  catalogue === null ? rowsWithoutCatalogue : rowsWithCatalogue(catalogue);

function isBroken({ levels, digits }: Row): boolean {
  const isCodeOther =
    digits !== null && (differs(digits.level1, levels.level1) || differs(digits.level2, levels.level2));
  return isCodeOther || isParentOther(levels);
}

function differs(digits: string, expected: string | null): boolean {
  return expected !== null && digits !== '' && digits !== expected;
}

function isParentOther({ level1, level2, isWithin }: Levels): boolean {
  return isWithin && level1 !== null && level2 !== null && level2.lastIndexOf(level1, 0) !== 0;
}

function levelsOf(indicator: Indicator, scheme: LevelDigits, digits: Row['digits']): Levels {
  const { level1, level2, level1Kind, level2Kind } = indicator;
  const { level1Length, level2Length, isWithin } = scheme;
  const level1Code = codeOfLength(printedCode(level1.text, parseLevel1(level1.text)), level1Length);
  const level2Code = codeOfLength(printedCode(level2.text, parseLevel2(level2.text)), level2Length);
  const usual2 = level2Kind && scheme.level2Of(level2Kind);
  if (level1Code !== null || level2Code !== null) {
    const level2Digits = level2Code === null && scheme.isSure ? usual2 : level2Code;
    return { level1: level1Code, level2: level2Digits, isPrinted: true, isWithin: isWithin && level2Code !== null };
  }
  // Templates print 满意度 below 效益, 成本 by itself: where the second level agrees, the first is not held against the code.
  const isSecondRight = usual2 !== null && digits !== null && digits.level2 === usual2;
  const usual1 = level1Kind === null || isSecondRight ? null : scheme.level1Of(level1Kind);
  return { level1: usual1, level2: usual2, isPrinted: false, isWithin: false };
}

function codeOfLength(code: string | null, length: number): string | null {
  return code !== null && code.length === length ? code : null;
}

/** Offices may number otherwise: codes are held against the levels only where most of the workbook's codes follow them. */
function areFollowed(context: RuleContext, isPrinted: boolean): boolean {
  const countsOf = countsIn(rowIn(context));
  let following = 0;
  let others = 0;
  for (const form of context.workbookForms.forms) {
    const counts = countsOf(form)[isPrinted ? 'printed' : 'usual'];
    following += counts.following;
    others += counts.others;
  }
  if (isPrinted || levelDigitsOf(context).isSure) return following > others;
  return following >= 3 && following >= 4 * others;
}

/** How many codes of a form follow the digits of their levels, printed on the labels or usual, and how many do not. */
const countsIn = oncePer((rowOf: (indicator: Indicator) => Row) =>
  oncePer(({ projects }: Form) => {
    const counts = { printed: { following: 0, others: 0 }, usual: { following: 0, others: 0 } };
    for (const { indicators } of projects) {
      for (const indicator of indicators) {
        const { levels, digits } = rowOf(indicator);
        if (digits === null || (levels.level1 === null && levels.level2 === null)) continue;
        const isOther = differs(digits.level1, levels.level1) || differs(digits.level2, levels.level2);
        counts[levels.isPrinted ? 'printed' : 'usual'][isOther ? 'others' : 'following'] += 1;
      }
    }
    return counts;
  }),
);
