import { readChineseNumber } from './number-words';

/** A way of writing list numbers. A text may hold lists of several styles, one inside the other. */
export type NumberingStyle = 'han' | 'hanBracketed' | 'dot' | 'bracket' | 'bracketed' | 'circled' | 'shi';

/** A number at the head of an item. */
export interface ListMarker {
  readonly style: NumberingStyle;
  readonly number: number;
  /** As it stands in the text: "10.", "（二）", "一是". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True where it begins the text, a line or a sentence: there it is no part of the text. */
  readonly isFirm: boolean;
}

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const DIGITS = '[0-9０-９]{1,2}';
/** No digit follows (1.5万元, 1、2号楼), unless it is a year: 1.2025年新建. */
const NO_DECIMAL = '(?:(?=20[0-9]{2}年)|(?![0-9０-９]))';

/** What stands before a number that heads an item. */
const BOUNDARY = '(^|[\\s；;。：:！？!?，,、）)”》])';

const PATTERNS: readonly (readonly [NumberingStyle, RegExp])[] = [
  ['han', new RegExp(`${BOUNDARY}((${HAN_NUMBER})、)(?![一二三四五六七八九十])`, 'g')],
  ['hanBracketed', new RegExp(`${BOUNDARY}([（(](${HAN_NUMBER})[）)])`, 'g')],
  ['dot', new RegExp(`${BOUNDARY}((${DIGITS})[.．、]${NO_DECIMAL})`, 'g')],
  ['bracket', new RegExp(`${BOUNDARY}((${DIGITS})[)）])`, 'g')],
  ['bracketed', new RegExp(`${BOUNDARY}([（(](${DIGITS})[）)])`, 'g')],
  ['circled', new RegExp(`${BOUNDARY}(([①-⑳]))(?![-+＋÷×*/=＝、和])`, 'g')],
  ['shi', new RegExp(`${BOUNDARY}((${HAN_NUMBER})是)(?!否)`, 'g')],
];

/** The numbers that head items in a text, in order. References (第3条), decimals, dates and versions are none. */
export function findListMarkers(text: string): readonly ListMarker[] {
  const markers: ListMarker[] = [];
  for (const [style, pattern] of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index + match[1].length;
      const number = readNumber(match[3]);
      if (number === null || number === 0) continue;
      const isFirm =
        /^(?:|[\n；;。])$/.test(match[1]) ||
        /(?:^|[\n；;。])\s{0,20}$/.test(text.slice(Math.max(0, start - 20), start));
      markers.push({ style, number, text: match[2], start, end: start + match[2].length, isFirm });
    }
  }
  return markers.sort((a, b) => a.start - b.start);
}

function readNumber(writing: string): number | null {
  if (writing >= '①' && writing <= '⑳') return writing.charCodeAt(0) - 0x245f;
  if (/^[一二三四五六七八九十]/.test(writing)) return readChineseNumber(writing);
  return Number(writing.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
}

/** What is wrong with the numbering of a text. */
export type NumberingFlaw =
  | { readonly kind: 'repeated'; readonly marker: ListMarker }
  | { readonly kind: 'skipped'; readonly marker: ListMarker; readonly missing: string }
  | { readonly kind: 'alone'; readonly marker: ListMarker };

/** Place among the markers of the last item of a list that is still open. */
type OpenList = { last: number };

/** Farther jumps are no numbering: a number of something else stands there. */
const FARTHEST_SKIP = 3;

/** Lists one inside the other; more are no lists. */
const DEEPEST = 20;

/**
 * The first item that repeats the number of the one before it or skips one. Lists begin anew at 1 as often as they like, and a number of
 * another style in between may do so too: across it nothing is compared.
 */
export function findOrderFlaw(text: string, markers: readonly ListMarker[]): NumberingFlaw | null {
  const openLists = new Map<NumberingStyle, OpenList[]>();
  for (let index = 0; index < markers.length; index += 1) {
    const marker = markers[index];
    const lists = openLists.get(marker.style) || [];
    openLists.set(marker.style, lists);
    const continued = lastIndexOf(lists, ({ last }) => markers[last].number === marker.number - 1);
    if (continued >= 0) {
      lists.splice(continued + 1);
      lists[continued].last = index;
      continue;
    }
    const top = lists[lists.length - 1];
    const flaw = top && top.last === index - 1 ? flawBetween(text, markers[top.last], marker) : null;
    if (flaw !== null) return flaw;
    if (marker.number === 1 || !top) {
      if (lists.length >= DEEPEST) lists.shift();
      lists.push({ last: index });
    } else if (marker.number - markers[top.last].number <= FARTHEST_SKIP) top.last = index;
  }
  return null;
}

/** The second number of a list of one style that has no first. */
export function findMissingFirst(text: string, markers: readonly ListMarker[]): NumberingFlaw | null {
  if (markers.length < 2) return null;
  const [first] = markers;
  const isList = markers.every(({ style, number, isFirm }, index) => {
    return style === first.style && number === index + 2 && isFirm;
  });
  if (!isList || mentions(text.slice(0, first.start), 1) || /首先|其一/.test(text)) return null;
  return { kind: 'skipped', marker: first, missing: writeMarker(first, 1) };
}

function flawBetween(text: string, before: ListMarker, marker: ListMarker): NumberingFlaw | null {
  const between = text.slice(before.end, marker.start);
  if (marker.number === before.number) {
    const isSameItem = bareStart(text, before.end) === bareStart(text, marker.end);
    const startsAnew = marker.number === 1 && /[：:\n]|如下|其中|包括/.test(between.trim());
    // Another list may have begun in between without a clear first number: 讲课费1.课酬；2.交通费。场地费1.租金；2.布置费。
    const beganBetween = marker.number > 1 && mentions(between, 1);
    return isSameItem || startsAnew || beganBetween || !marker.isFirm ? null : { kind: 'repeated', marker };
  }
  const gap = marker.number - before.number;
  if (gap < 2 || gap > FARTHEST_SKIP || !marker.isFirm) return null;
  for (let number = before.number + 1; number < marker.number; number += 1) {
    if (mentions(between, number)) return null;
  }
  return { kind: 'skipped', marker, missing: writeMarker(marker, before.number + 1) };
}

/** The lone first number of a text that counts no further; null where anything may be read as the second. */
export function findLoneMarker(text: string, markers: readonly ListMarker[]): NumberingFlaw | null {
  if (markers.length !== 1 || markers[0].number !== 1) return null;
  const [marker] = markers;
  const rest = text.slice(marker.end);
  const isEnumeration = marker.style === 'shi' && (marker.isFirm || /[，,：:]$/.test(text.slice(0, marker.start)));
  const isStart = !/\S/.test(text.slice(0, marker.start)) || isEnumeration;
  const goesOn = mentions(rest, 2) || /其次|其二|另一|另外|此外|再次|再者|还有|也是|二来|二则|同时|最后|^一/.test(rest);
  return isStart && !goesOn ? { kind: 'alone', marker } : null;
}

/** True when a text holds a number in any writing that could head an item. */
function mentions(text: string, number: number): boolean {
  const han = writeHanNumber(number);
  const circled = number <= 20 ? String.fromCharCode(0x245f + number) : han;
  const full = String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return new RegExp(
    `(?:^|[^0-9.])(?:${number}|${full})\\s{0,2}(?:[.．、。)）:：]|[,，](?![0-9]))|\n\\s{0,9}${number}[^0-9]|${circled}|${han}[、是要则.．）),，:：]|第(?:${han}|${number})`,
  ).test(text);
}

function bareStart(text: string, offset: number): string {
  return text
    .slice(offset, offset + 40)
    .replace(/\s/g, '')
    .slice(0, 6);
}

/** The marker with another number in it: "10." with 11 is "11.". */
export function writeMarker({ style, text }: ListMarker, number: number): string {
  if (style === 'circled') return String.fromCharCode(0x245f + number);
  if (/[0-9]/.test(text)) return text.replace(/[0-9]{1,2}/, String(number));
  if (/[０-９]/.test(text)) return text.replace(/[０-９]{1,2}/, String(number));
  return text.replace(new RegExp(HAN_NUMBER), writeHanNumber(number));
}

function writeHanNumber(number: number): string {
  const signs = '一二三四五六七八九';
  const tens = Math.floor(number / 10);
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${signs.charAt(tens - 1)}十`;
  return head + (number % 10 === 0 ? '' : signs.charAt((number % 10) - 1));
}

/**
 * True when a text is one list of one style, every line and every clause between semicolons headed by a number, and nothing in it
 * refers to an item by its number: then the items may be counted anew.
 */
export function isFullyNumbered(text: string, markers: readonly ListMarker[]): boolean {
  if (markers.length < 2 || markers.length > 20 || markers[0].number !== 1) return false;
  const [{ style }] = markers;
  if (markers.some((marker, index) => marker.style !== style || (index > 0 && marker.number === 1))) return false;
  if (/第[0-9一二三四五六七八九十]{1,3}[项条点款]|上述|前[0-9一二三四五六七八九][项条点]|以上第/.test(text))
    return false;
  const heads = new Set(markers.map(({ start }) => start));
  let offset = 0;
  for (const piece of text.split(/[\n；;]/)) {
    const indent = piece.length - piece.replace(/^\s+/, '').length;
    if (/\S/.test(piece) && !heads.has(offset + indent)) return false;
    offset += piece.length + 1;
  }
  return true;
}

function lastIndexOf<Item>(items: readonly Item[], matches: (item: Item) => boolean): number {
  for (let index = items.length - 1; index >= 0; index -= 1) if (matches(items[index])) return index;
  return -1;
}
