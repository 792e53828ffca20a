import { isNamed, type CatalogueEntry, type IndicatorCatalogue } from '../core/catalogue/indicator-catalogue';
import { matcherOf, type MatchCandidate } from '../core/catalogue/matching';
import { LEVEL2_TITLES, parseLevel2, type Level2 } from '../core/forms/indicator-levels';
import { formatCoded, parseCodedName, type CodedName } from '../core/values/indicator-code';
import { CellError } from '../host/excel/custom-functions';
import type { CodeOutput } from './cell-values';

/** Candidates that a message names: it is shown in a small window. */
const MOST_NAMED = 3;
const WHERE_TO_CHOOSE = '请在申报表助手的窗格（“申报表”选项卡的“编码”）中选择';

export interface CodeQuestion {
  /** As written, with or without a code; not blank. */
  readonly name: string;
  /** 数量指标, 11-数量指标; "" when it is not known. */
  readonly level2: string;
  readonly output: CodeOutput;
}

/**
 * The entry that a cell asks for.
 * @throws CellError unless the match is certain: a wrong code costs more than a missing one.
 */
export function findCode(catalogue: IndicatorCatalogue, { name, level2, output }: CodeQuestion): string {
  const kind = parseLevel2Cell(level2);
  const coded = parseCodedName(name);
  if (coded !== undefined) return written(checkedEntry(catalogue, coded, kind), output);
  const { decision, candidates } = matcherOf(catalogue).match({ name, level2: kind }, MOST_NAMED);
  if (decision === 'certain') return written(candidates[0].entry, output);
  throw new CellError('#N/A', decision === 'none' ? noneOf(catalogue, name, candidates) : severalOf(name, candidates));
}

/**
 * The entry of a code that stands there already: checked, never replaced by another.
 * @throws CellError where the catalogue does not have it, or has it as something else.
 */
function checkedEntry(catalogue: IndicatorCatalogue, { code, name }: CodedName, level2: Level2 | null): CatalogueEntry {
  const entry = catalogue.findByCode(code);
  if (entry === undefined) throw new CellError('#N/A', `编码“${code}”不在指标库“${catalogue.name}”中，请核对。`);
  const refuse = (is: string, not: string): never => {
    throw new CellError('#N/A', `编码“${code}”在指标库“${catalogue.name}”中是“${is}”，与“${not}”不符，请核对。`);
  };
  if (name !== '' && !isNamed(entry, name)) refuse(entry.name, shortened(name));
  if (level2 !== null && entry.level2 !== null && entry.level2 !== level2) {
    refuse(LEVEL2_TITLES[entry.level2], LEVEL2_TITLES[level2]);
  }
  return entry;
}

/** @throws CellError for a text that is no second level: a code of another one would be wrong. */
function parseLevel2Cell(text: string): Level2 | null {
  if (text === '') return null;
  const { kind } = parseLevel2(text);
  if (kind !== null) return kind;
  throw new CellError(
    '#VALUE!',
    `二级指标“${shortened(text)}”认不出，应为“数量指标”“质量指标”“时效指标”等，也可以留空。`,
  );
}

function written({ code, name }: CatalogueEntry, output: CodeOutput): string {
  if (output === 'codedName') return formatCoded(code, name);
  return output === 'code' ? code : name;
}

function noneOf({ name: title }: IndicatorCatalogue, name: string, candidates: readonly MatchCandidate[]): string {
  const hints = candidates.filter(({ isOtherLevel2 }) => isOtherLevel2);
  const elsewhere = hints.length > 0 ? `只有其他二级指标下的${listed(hints)}。` : '';
  return `指标库“${title}”中没有与“${shortened(name)}”相近的条目。${elsewhere}`;
}

function severalOf(name: string, candidates: readonly MatchCandidate[]): string {
  const count = candidates.length === 1 ? '有一个相近条目，还不能确定' : '有几个相近条目';
  return `“${shortened(name)}”${count}，${WHERE_TO_CHOOSE}：${listed(candidates)}。`;
}

function listed(candidates: readonly MatchCandidate[]): string {
  return candidates
    .map(({ entry, isOtherLevel2 }) => {
      const level = isOtherLevel2 && entry.level2 !== null ? `（${LEVEL2_TITLES[entry.level2]}）` : '';
      return `${formatCoded(entry.code, entry.name)}${level}`;
    })
    .join('、');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
