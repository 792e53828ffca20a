import { isPossibleParent, LEVEL1_TITLES, LEVEL2_TITLES } from '../../forms/indicator-levels';
import { compactText } from '../../values/normalize-text';
import { comparableText, compareTexts } from '../../values/text-similarity';
import type { CatalogueEntry, CodeScheme } from '../catalogue-file';
import { splitCode, type CodeParts } from '../code-scheme';
import type { RowRemark } from './catalogue-import';
import { chooseScheme, contradiction } from './choose-scheme';
import { resolveLevels } from './entry-levels';
import { kindOfName } from './entry-words';
import { placeText, remark, shorten, type ListedEntry, type SourcePlace } from './listed-entry';

/** Entries that agree with each other, and what was said about the others. */
export interface SettledEntries {
  readonly entries: readonly CatalogueEntry[];
  readonly codeScheme: CodeScheme | null;
  readonly rejected: readonly RowRemark[];
  readonly duplicates: readonly RowRemark[];
  readonly conflicts: readonly RowRemark[];
}

/** Where no more codes than these are built otherwise, one of another length is a slip. */
const FEW = 0.05;
/** Names from here on alike are two names of one indicator. */
const ALIKE = 0.5;

interface KeptEntry {
  readonly place: SourcePlace;
  entry: CatalogueEntry;
  /** Year of the name that the entry goes by. */
  nameYear: number | null;
}

/**
 * Holds the entries of a list against each other and against the way their codes are built. The order stays; of several with
 * one code the first is kept, or the newest where years are stated.
 */
export function settleEntries(listed: readonly ListedEntry[], schemes: readonly CodeScheme[]): SettledEntries {
  const codeScheme = chooseScheme(listed, schemes);
  const settling = new Settling(codeScheme, listed, schemes);
  for (const entry of listed) settling.add(entry);
  return { codeScheme, ...settling.result() };
}

class Settling {
  private readonly kept: KeptEntry[] = [];
  private readonly byCode = new Map<string, KeptEntry>();
  private readonly byName = new Map<string, KeptEntry>();
  private readonly rejected: RowRemark[] = [];
  private readonly duplicates: RowRemark[] = [];
  private readonly conflicts: RowRemark[] = [];
  private readonly unknownLevels = new Set<string>();
  private readonly groups: ReadonlySet<string>;
  private readonly isUniform: boolean;
  private readonly lengthWithZeros: number;

  constructor(
    private readonly scheme: CodeScheme | null,
    listed: readonly ListedEntry[],
    private readonly schemes: readonly CodeScheme[],
  ) {
    this.groups = groupCodes(listed);
    const built = scheme === null ? 0 : listed.filter(({ code }) => splitCode(code, scheme) !== null).length;
    this.isUniform = listed.length - built <= Math.max(1, listed.length * FEW);
    this.lengthWithZeros = lengthWithZeros(listed);
  }

  result(): Omit<SettledEntries, 'codeScheme'> {
    const { rejected, duplicates, conflicts } = this;
    return { entries: this.kept.map(({ entry }) => entry), rejected, duplicates, conflicts };
  }

  add(listed: ListedEntry): void {
    const { place, code, name } = listed;
    const shown = `${code} ${name}`;
    if (this.groups.has(code)) {
      this.rejected.push(remark(place, shown, '是上级分类，其下另有指标'));
      return;
    }
    const own = this.scheme === null ? null : splitCode(code, this.scheme);
    const misshapen = this.misshapen(listed, own);
    if (misshapen !== null) {
      this.rejected.push(remark(place, shown, misshapen));
      return;
    }
    const parts = own || this.partsOfLetters(code);
    const against = parts === null ? null : contradiction(listed, parts);
    if (against !== null) {
      this.conflicts.push(remark(place, shown, `${against}，没有收入`));
      return;
    }
    const entry = this.entryOf(listed, parts);
    const former = this.byCode.get(code.toLowerCase());
    if (former === undefined) this.keep(listed, entry, shown);
    else this.repeat(former, listed, entry, shown);
  }

  private keep(listed: ListedEntry, entry: CatalogueEntry, shown: string): void {
    const { place, year } = listed;
    const kept: KeptEntry = { place, entry, nameYear: year };
    const nameKey = `${entry.level2 || ''} ${compactText(entry.name).toLowerCase()}`;
    const namesake = this.byName.get(nameKey);
    if (namesake === undefined) this.byName.set(nameKey, kept);
    else {
      const under = entry.level2 === null ? '' : `在${LEVEL2_TITLES[entry.level2]}下`;
      const reason = `同一名称${under}已有编码“${namesake.entry.code}”（${placeText(namesake.place, place)}），两条都已收入，请核实是否重复`;
      this.conflicts.push(remark(place, shown, reason));
    }
    this.kept.push(kept);
    this.tellLevels(listed, entry, shown);
    this.byCode.set(entry.code.toLowerCase(), kept);
  }

  private repeat(former: KeptEntry, { place, year }: ListedEntry, entry: CatalogueEntry, shown: string): void {
    const first = former.entry;
    if (isSameName(first.name, entry.name)) {
      if (first.level2 === null || entry.level2 === null || first.level2 === entry.level2) {
        this.duplicates.push(remark(place, shown, `与${placeText(former.place, place)}重复，只收入一次`));
        return;
      }
      const reason = `同一编码在${placeText(former.place, place)}属${LEVEL2_TITLES[first.level2]}，这里属${LEVEL2_TITLES[entry.level2]}；这一行没有收入`;
      this.conflicts.push(remark(place, shown, reason));
      return;
    }
    if (former.nameYear !== null && year !== null && former.nameYear !== year && isRenamed(first.name, entry.name)) {
      this.rename(former, entry, year, place, shown);
      return;
    }
    const reason = `编码“${first.code}”在${placeText(former.place, place)}的名称是“${first.name}”，这里是“${entry.name}”；这一行没有收入`;
    this.conflicts.push(remark(place, shown, reason));
  }

  /** The newest name is the name; the others are known by. */
  private rename(former: KeptEntry, entry: CatalogueEntry, year: number, place: SourcePlace, shown: string): void {
    const first = former.entry;
    const isNewer = former.nameYear === null || year > former.nameYear;
    const [current, old] = isNewer ? [entry, first] : [first, entry];
    const aliases = [...current.aliases];
    for (const alias of [old.name, ...old.aliases]) {
      if (!isSameName(alias, current.name) && !aliases.some((known) => isSameName(known, alias))) aliases.push(alias);
    }
    const years = [first.year, entry.year].filter((known): known is number => known !== null);
    former.entry = { ...current, code: first.code, aliases, year: Math.min(...years) };
    if (isNewer) former.nameYear = year;
    const reason = `与${placeText(former.place, place)}编码相同而年度不同，以较新的“${current.name}”为名称，“${old.name}”作为曾用名收入`;
    this.conflicts.push(remark(place, shown, reason));
  }

  private entryOf(listed: ListedEntry, parts: CodeParts | null): CatalogueEntry {
    const { code, name, unit, direction, explanation, year, source } = listed;
    const { level1, level2 } = resolveLevels(listed, parts, this.scheme);
    const kind = listed.kind === undefined ? kindOfName(name, level2) : listed.kind;
    const aliases = listed.aliases.length === 0 ? [] : listed.aliases.filter((alias) => !isSameName(alias, name));
    return { code, name, level1, level2, unit, kind, direction, explanation, aliases, year, source };
  }

  private tellLevels({ place, level2: stated }: ListedEntry, { level1, level2 }: CatalogueEntry, shown: string): void {
    if (level1 !== null && level2 !== null && !isPossibleParent(level1, level2)) {
      const reason = `${LEVEL2_TITLES[level2]}不属于${LEVEL1_TITLES[level1]}，已按原样收入，请核实`;
      this.conflicts.push(remark(place, shown, reason));
    }
    if (level2 !== null || stated === null || stated.label === '' || this.unknownLevels.has(stated.label)) return;
    this.unknownLevels.add(stated.label);
    const reason = `“${shorten(stated.label)}”不是通用的二级指标类型，其下的指标已收入，类型作未知处理`;
    this.conflicts.push(remark(place, shown, reason));
  }

  /** Letters tell the common indicators among those of an office. */
  private partsOfLetters(code: string): CodeParts | null {
    if (!/^[A-Za-z]/.test(code)) return null;
    for (const scheme of this.schemes) {
      const parts = scheme.prefix === '' ? null : splitCode(code, scheme);
      if (parts !== null) return parts;
    }
    return null;
  }

  private misshapen({ code, isNumber }: ListedEntry, own: CodeParts | null): string | null {
    const { scheme } = this;
    if (isNumber && code.length < this.lengthWithZeros) {
      return `编码以数字保存，前面的“0”可能已丢失（库中其他编码是${this.lengthWithZeros}位）；请改为文本格式后补上`;
    }
    if (scheme === null || !this.isUniform || own !== null) return null;
    const letters = code.replace(/[0-9]+$/, '');
    if (letters.toLowerCase() !== scheme.prefix.toLowerCase()) return null;
    const length = scheme.parts.reduce((sum, part) => sum + part.length, 0);
    return `编码是${code.length - letters.length}位数字，库中其他编码是${length}位`;
  }
}

/** Codes that others in the list go on from: groups of a list in levels, 1101 above 110101. */
function groupCodes(listed: readonly ListedEntry[]): ReadonlySet<string> {
  const groups = new Set<string>();
  for (let index = 0; index + 1 < listed.length; index += 1) {
    const { code } = listed[index];
    const next = listed[index + 1].code;
    if (next.length > code.length && next.lastIndexOf(code, 0) === 0) groups.add(code);
  }
  return groups;
}

/** How long the codes are that begin with a zero, which a number loses; 0 where there are none or they differ. */
function lengthWithZeros(listed: readonly ListedEntry[]): number {
  let length = 0;
  for (const { code } of listed) {
    if (code.charAt(0) !== '0') continue;
    if (length !== 0 && length !== code.length) return 0;
    length = code.length;
  }
  return length;
}

function isSameName(one: string, other: string): boolean {
  return one === other || compactText(one) === compactText(other);
}

function isRenamed(one: string, other: string): boolean {
  return compareTexts(comparableText(one), comparableText(other)) >= ALIKE;
}
