import { oncePer } from '../../forms/once-per';
import type { Level2 } from '../../forms/indicator-levels';
import { bareText } from '../../values/normalize-text';
import { Best } from '../best';
import type { CatalogueEntry, IndicatorCatalogue } from '../indicator-catalogue';
import { findTyped, type CharacterReadings } from './pinyin-text';

export interface CatalogueQuery {
  /** Words, all of which must be met: part of a code, of a name or an alias, or the pinyin of a name or its initials ("fcqy"). */
  readonly text: string;
  /** Null: of all second levels. Entries whose second level is not known are under each of them. */
  readonly level2: Level2 | null;
  /** Most entries returned. */
  readonly limit: number;
}

/** How a word meets an entry, the best first. */
const RANKS = {
  wholeCode: 0,
  codeBegins: 1,
  wholeName: 2,
  nameBegins: 3,
  nameHolds: 4,
  aliasHolds: 5,
  pinyinBegins: 6,
  pinyinHolds: 7,
  codeHolds: 8,
} as const;

const WORST = 9;
/** Digits that are found within a code; fewer are found at its beginning only. */
const SHORTEST_PART_OF_CODE = 3;
/** "111002681-扶持企业数量" are two words. */
const CODE_BEFORE_NAME = /([0-9０-９])[-—–－_:：](?=[^0-9０-９])/g;
/** Names of this length and longer ones come in the order of the catalogue. */
const LONG = 99;

/** What of an entry is searched, as `bareText` writes it. */
interface SearchableEntry {
  readonly entry: CatalogueEntry;
  readonly code: string;
  readonly name: string;
  /** Each before a line break; "" without aliases. */
  readonly aliases: string;
}

const searchableEntriesOf = oncePer((catalogue: IndicatorCatalogue): readonly SearchableEntry[] =>
  catalogue.entries.map((entry) => ({
    entry,
    code: entry.code.toLowerCase(),
    name: bareText(entry.name),
    aliases: entry.aliases.map((alias) => `${bareText(alias)}\n`).join(''),
  })),
);

/** True for a text that may be pinyin: only then are readings needed. */
export function wantsReadings(text: string): boolean {
  return /[a-z]/.test(bareText(text));
}

/**
 * Entries that a person may mean by what was typed, the best first: those whose code or name begins with it before those that hold it,
 * then short names before long ones, then in the catalogue's order. Without a word: the first entries.
 * @param readings Null where none are at hand: then pinyin is not understood.
 */
export function searchCatalogue(
  catalogue: IndicatorCatalogue,
  { text, level2, limit }: CatalogueQuery,
  readings: CharacterReadings | null,
): readonly CatalogueEntry[] {
  const words = wordsOf(text);
  const best = new Best<CatalogueEntry>(limit);
  for (const searchable of searchableEntriesOf(catalogue)) {
    const { entry, name } = searchable;
    if (level2 !== null && entry.level2 !== null && entry.level2 !== level2) continue;
    if (words.length === 0) {
      if (best.isFull) break;
      best.offer(entry, 0);
      continue;
    }
    let rank = 0;
    for (const word of words) {
      const own = rankOf(searchable, word, readings);
      rank = own === WORST ? -1 : rank + own;
      if (rank < 0) break;
    }
    if (rank >= 0) best.offer(entry, -(rank * (LONG + 1) + Math.min(name.length, LONG)));
  }
  return best.items;
}

interface Word {
  readonly text: string;
  readonly mayBeCode: boolean;
  readonly mayBePinyin: boolean;
}

function wordsOf(text: string): readonly Word[] {
  return text
    .replace(CODE_BEFORE_NAME, '$1 ')
    .split(/[\s\u200b\ufeff]+/)
    .map(bareText)
    .filter((word) => word !== '')
    .map((word) => ({
      text: word,
      mayBeCode: /^[a-z]{0,4}[0-9]*$/.test(word),
      mayBePinyin: /[a-z]/.test(word),
    }));
}

function rankOf(
  { code, name, aliases }: SearchableEntry,
  { text, mayBeCode, mayBePinyin }: Word,
  readings: CharacterReadings | null,
): number {
  const inCode = mayBeCode ? code.indexOf(text) : -1;
  if (inCode === 0) return code === text ? RANKS.wholeCode : RANKS.codeBegins;
  const inName = name.indexOf(text);
  if (inName === 0) return name === text ? RANKS.wholeName : RANKS.nameBegins;
  if (inName > 0) return RANKS.nameHolds;
  if (aliases.indexOf(text) >= 0) return RANKS.aliasHolds;
  if (mayBePinyin && readings !== null) {
    const typed = findTyped(name, text, readings);
    if (typed >= 0) return typed === 0 ? RANKS.pinyinBegins : RANKS.pinyinHolds;
  }
  return inCode > 0 && text.length >= SHORTEST_PART_OF_CODE ? RANKS.codeHolds : WORST;
}
