import { splitCode } from '../catalogue/code-scheme';
import { isNamed, type CatalogueEntry, type IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import type { Indicator } from '../forms/form';
import { LEVEL1_TITLES, LEVEL2_TITLES, type Level1, type Level2 } from '../forms/indicator-levels';
import { isLikeName, type catalogueUse, type IndicatorCode } from '../rules/active-catalogue';
import { formatCoded } from '../values/indicator-code';
import { bareText } from '../values/normalize-text';

/** What is wrong with the code a row has, or with the name beside it: a Chinese sentence, null for nothing. */
export function noteOnCode(
  { code, name, isCanonical, cell }: IndicatorCode,
  indicator: Indicator,
  catalogue: IndicatorCatalogue,
  use: ReturnType<typeof catalogueUse>,
): string | null {
  if (use === 'other') return `编码与指标库“${catalogue.name}”不是一套，未核对。`;
  const entry = catalogue.findByCode(code);
  const contradiction =
    contradictionWithin(code, catalogue) || contradictionOfLevels(code, entry, indicator, catalogue);
  if (contradiction !== null) return contradiction;
  if (entry === undefined) return noteOnUnknown(code, name, catalogue);
  if (name === '') return `编码后没有名称，指标库中是“${entry.name}”；请补上名称。`;
  if (bareText(name) === bareText(entry.name)) {
    const expected = cell === indicator.code ? entry.code : formatCoded(entry.code, entry.name);
    return isCanonical ? null : `编码的写法不规范，应为“${expected}”。`;
  }
  if (isNamed(entry, name)) return `指标库中的名称是“${entry.name}”。`;
  const named = catalogue.findByName(name);
  if (named.length > 0) {
    const right = named.map((other) => other.code).join('或');
    return `指标库中“${code}”是“${entry.name}”，“${name}”的编码是“${right}”；请按实际要报的指标改正编码或名称。`;
  }
  if (isLikeName(entry, name)) return `指标库中“${code}”的名称是“${entry.name}”，写法不同；请改用指标库的名称。`;
  return `指标库中“${code}”是“${entry.name}”，与所填名称不是一项；请核对编码和名称。`;
}

function noteOnUnknown(code: string, name: string, catalogue: IndicatorCatalogue): string {
  const named = name === '' ? [] : catalogue.findByName(name);
  if (named.length === 1) {
    return `编码“${code}”不在指标库中，库中“${named[0].name}”的编码是“${named[0].code}”；请核对。`;
  }
  return catalogue.isComplete
    ? `编码“${code}”不在指标库中；请核对。`
    : `编码“${code}”不在指标库中，指标库不完整，无法核对。`;
}

/** A code whose digits exclude each other. */
function contradictionWithin(code: string, { codeScheme }: IndicatorCatalogue): string | null {
  const parts = codeScheme && splitCode(code, codeScheme);
  if (!parts || parts.isPossible) return null;
  return `编码“${code}”的一级指标位“${parts.level1Digits}”与二级指标位“${parts.level2Digits}”互相矛盾；请核对。`;
}

/** A code of another level than the row stands under. */
function contradictionOfLevels(
  code: string,
  entry: CatalogueEntry | undefined,
  { level1Kind, level2Kind }: Indicator,
  { codeScheme }: IndicatorCatalogue,
): string | null {
  const parts = codeScheme && splitCode(code, codeScheme);
  const level2: Level2 | null = (entry && entry.level2) || (parts && parts.level2) || null;
  const level1: Level1 | null = (entry && entry.level1) || (parts && parts.level1) || null;
  if (level2 !== null && level2Kind !== null && level2 !== level2Kind) {
    return `编码“${code}”属${LEVEL2_TITLES[level2]}，本行是${LEVEL2_TITLES[level2Kind]}；请核对。`;
  }
  // Where second levels agree, templates differ in the first: 满意度 below 效益, 成本 by itself.
  if (level1 !== null && level1Kind !== null && level1 !== level1Kind && (level2 === null || level2Kind === null)) {
    return `编码“${code}”属${LEVEL1_TITLES[level1]}，本行是${LEVEL1_TITLES[level1Kind]}；请核对。`;
  }
  return null;
}
