import { splitCode } from '../catalogue/code-scheme';
import {
  isNamed,
  type CatalogueEntry,
  type EntryKind,
  type IndicatorCatalogue,
} from '../catalogue/indicator-catalogue';
import { matcherOf, type Match, type MatchQuery } from '../catalogue/matching';
import type { Indicator } from '../forms/form';
import {
  isCost,
  isPossibleParent,
  LEVEL1_TITLES,
  LEVEL2_TITLES,
  parseLevel1,
  parseLevel2,
} from '../forms/indicator-levels';
import { oncePer } from '../forms/once-per';
import { bareText, compactText } from '../values/normalize-text';
import { isNotApplicable } from '../values/special-texts';
import type { TargetValue } from '../values/target-value';
import { contradictionOf, kindName } from './entry-contradiction';
import { printedCode } from './level-code';

/** What a catalogue offers for a row; `certain` only where nothing in the row speaks against it. */
export interface StandardMatch extends Match {
  /** Chinese sentence: why the best candidate is not certain, or where else the catalogue lists the name; null where there is nothing to say. */
  readonly note: string | null;
}

/** Units that mean the same whatever the office; what a profile adds is not asked here. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '届', '轮'],
  ['项', '件', '宗', '起'],
  ['人', '名', '位'],
  ['家', '户'],
  ['份', '册', '本'],
  ['套', '台', '部'],
  ['篇', '条', '则'],
];

/** Finds the standard indicator of a row that has no code: kept for as long as row and catalogue are. */
export const standardMatchOf = (indicator: Indicator, catalogue: IndicatorCatalogue): StandardMatch =>
  matchesIn(catalogue)(indicator);

const matchesIn = oncePer((catalogue: IndicatorCatalogue) =>
  oncePer((indicator: Indicator): StandardMatch => {
    const match = matcherOf(catalogue).match(queryOf(indicator));
    const best = match.candidates.filter(({ isOtherLevel2 }) => match.decision !== 'none' || isOtherLevel2)[0];
    if (best === undefined) return { ...match, note: null };
    const isCertain = match.decision === 'certain';
    const isSame = isCertain || isNamed(best.entry, indicator.plainName);
    const objection = isSame ? objectionTo(best.entry, indicator, catalogue) : null;
    const note = best.isOtherLevel2 && !isSame ? hintAt(best.entry) : objection;
    return isCertain && (note !== null || best.isOtherLevel2)
      ? { ...match, decision: 'likely', note }
      : { ...match, note };
  }),
);

function queryOf(indicator: Indicator): MatchQuery {
  const { plainName, level2Kind, target } = indicator;
  const written = indicator.unit && !isNotApplicable(indicator.unit.text) ? indicator.unit.text.trim() : '';
  const unit = written || (target.kind === 'quantity' ? target.unit : '');
  return { name: plainName, level2: level2Kind, unit: unit || null, kind: kindOf(target) };
}

/** What a row's value shows its indicator to be; a bare number may be a share without its sign. */
function kindOf(target: TargetValue): EntryKind | null {
  switch (target.kind) {
    case 'quantity':
      return target.unit === '' ? null : 'count';
    case 'percentage':
      return 'rate';
    case 'date':
    case 'yes-no':
      return target.kind;
    case 'qualitative':
      return 'text';
    default:
      return null;
  }
}

/** What in the row speaks against an entry whose name agrees; null for nothing. */
function objectionTo(entry: CatalogueEntry, indicator: Indicator, catalogue: IndicatorCatalogue): string | null {
  if (!isConsistent(entry, catalogue)) {
    return `指标库中“${entry.name}”的编码“${entry.code}”与它所列的类别不符；请核对指标库后再选。`;
  }
  if (!isInPlace(entry, indicator)) return placeNote(entry, indicator);
  const printed = otherDigits(entry, indicator, catalogue);
  if (printed !== null) return `“${printed}”的编号与编码“${entry.code}”不符；请核对后再选。`;
  const wrong = contradictionOf(entry, indicator, SAME_UNITS);
  if (wrong !== null) {
    const value = wrong.cell.text.trim();
    return wrong.unit === null
      ? `指标库中“${entry.name}”的取值是${kindName(entry)}，本行填的是“${value}”；请核对后再选。`
      : `指标库中“${entry.name}”以“${entry.unit}”计量，本行填的是“${value}”；请核对后再选。`;
  }
  const remark = lostRemark(entry, indicator);
  return remark === null ? null : `填入后名称为“${entry.name}”，原有的“${remark}”不再保留；请核对后再选。`;
}

/** False for an entry whose code says another type than the entry itself. */
function isConsistent({ code, level1, level2 }: CatalogueEntry, { codeScheme }: IndicatorCatalogue): boolean {
  const parts = codeScheme && splitCode(code, codeScheme);
  if (!parts) return true;
  const isSame1 = parts.level1 === null || level1 === null || parts.level1 === level1;
  const isSame2 = parts.level2 === null || level2 === null || parts.level2 === level2;
  return parts.isPossible && isSame1 && isSame2;
}

/** False where the row stands under another type than the catalogue lists the entry under. */
function isInPlace(entry: CatalogueEntry, { level1Kind, level2Kind }: Indicator): boolean {
  if (entry.level2 !== null && level2Kind !== null && entry.level2 !== level2Kind) return false;
  if (level1Kind === null || level1Kind === 'process' || level1Kind === entry.level1) return true;
  if (entry.level2 !== null) return isPossibleParent(level1Kind, entry.level2);
  return entry.level1 === null || (level1Kind === 'cost' && isCost(level2Kind));
}

/** Where the catalogue lists something alike, when not under the row's type. */
function hintAt({ name, level2 }: CatalogueEntry): string | null {
  return level2 === null ? null : `指标库在${LEVEL2_TITLES[level2]}下有相近的“${name}”。`;
}

function placeNote(entry: CatalogueEntry, { level1Kind, level2Kind, level1, level2 }: Indicator): string {
  const isLevel2 = entry.level2 !== null && entry.level2 !== level2Kind;
  const right = isLevel2 ? entry.level2 && LEVEL2_TITLES[entry.level2] : entry.level1 && LEVEL1_TITLES[entry.level1];
  const label = isLevel2 ? parseLevel2(level2.text).name : parseLevel1(level1.text).name;
  if (!right) return `指标库中“${entry.name}”没有列出类别；请核对后再选。`;
  const isKnown = isLevel2 ? level2Kind !== null : level1Kind !== null;
  return isKnown
    ? `指标库中“${entry.name}”属${right}，本行填在“${label}”下；请核对后再选。`
    : `指标库中“${entry.name}”属${right}，本行的类别认不出；请核对后再选。`;
}

/** The level label of the row whose printed digits are not those of the entry's code; null for none. */
function otherDigits(entry: CatalogueEntry, indicator: Indicator, { codeScheme }: IndicatorCatalogue): string | null {
  const parts = codeScheme && splitCode(entry.code, codeScheme);
  if (!parts) return null;
  const [level1, level2] = [indicator.level1.text.trim(), indicator.level2.text.trim()];
  if (isOther(printedCode(level2, parseLevel2(level2)), parts.level2Digits)) return level2;
  return isOther(printedCode(level1, parseLevel1(level1)), parts.level1Digits) ? level1 : null;
}

function isOther(printed: string | null, digits: string): boolean {
  return printed !== null && digits !== '' && printed.length === digits.length && printed !== digits;
}

/** A remark in brackets that the standard name does not have; null for none. */
function lostRemark(entry: CatalogueEntry, { plainName }: Indicator): string | null {
  const remark = /\([^()]{1,60}\)(?=[。.;,、:!]*$)/.exec(compactText(plainName));
  if (remark === null) return null;
  const isKnown = [entry.name, ...entry.aliases].some((name) => bareText(name).indexOf(bareText(remark[0])) >= 0);
  return isKnown ? null : remark[0];
}
