import { oncePer } from '../../forms/once-per';

/** All readings of one Chinese character in small letters, without tones, "ü" as "v"; empty for any other character. */
export type CharacterReadings = (character: string) => readonly string[];

/** Longer texts are not compared: the places in them are kept as bits of one number. */
const LONGEST_TYPED = 30;

const FIRST_LETTER = 97;
const CHARACTERS = 0x10000;

/** Which letters a character may begin with when it is typed, as bits; looked up once for each character. */
interface ReadingTable {
  readonly initials: Int32Array;
  readonly isKnown: Uint8Array;
  readonly readings: Map<number, readonly string[]>;
}

const tableOf = oncePer((_: CharacterReadings): ReadingTable => ({
  initials: new Int32Array(CHARACTERS),
  isKnown: new Uint8Array(CHARACTERS),
  readings: new Map(),
}));

/**
 * Where in a name that is written in small letters a text begins that was typed by pinyin: by initials ("fcqy" for 扶持企业), in full
 * ("fuchi"), or by both ("fuchiqy"), by any reading of a character; -1 where it does not.
 */
export function findTyped(name: string, typed: string, readings: CharacterReadings): number {
  if (typed === '' || typed.length > LONGEST_TYPED) return -1;
  const table = tableOf(readings);
  const first = typed.charCodeAt(0);
  const bit = bitOf(first);
  for (let start = 0; start < name.length; start += 1) {
    const character = name.charCodeAt(start);
    if (!table.isKnown[character]) learn(character, table, readings);
    const mayBegin = character === first || (table.initials[character] & bit) !== 0;
    if (mayBegin && isTypedFrom(name, start, typed, table, readings)) return start;
  }
  return -1;
}

function isTypedFrom(
  name: string,
  start: number,
  typed: string,
  table: ReadingTable,
  readings: CharacterReadings,
): boolean {
  // One bit for each number of typed characters that the name's characters so far may stand for.
  const whole = 1 << typed.length;
  let reached = 1;
  for (let index = start; index < name.length && reached !== 0; index += 1) {
    const character = name.charCodeAt(index);
    if (!table.isKnown[character]) learn(character, table, readings);
    let next = 0;
    for (let from = 0; from < typed.length; from += 1) {
      if ((reached & (1 << from)) === 0) continue;
      if (typed.charCodeAt(from) === character) next |= 1 << (from + 1);
      if ((table.initials[character] & bitOf(typed.charCodeAt(from))) === 0) continue;
      for (const reading of table.readings.get(character) || []) next |= endsOf(reading, typed, from);
    }
    if ((next & whole) !== 0) return true;
    reached = next;
  }
  return false;
}

/** How far a reading may reach in what was typed: its initial, all of it, or the beginning of it at the end. */
function endsOf(reading: string, typed: string, from: number): number {
  let length = 0;
  while (length < reading.length && reading.charCodeAt(length) === typed.charCodeAt(from + length)) length += 1;
  if (length === 0) return 0;
  let ends = 1 << (from + 1);
  if (length >= 2 && reading.charAt(1) === 'h') ends |= 1 << (from + 2);
  if (length === reading.length || from + length === typed.length) ends |= 1 << (from + length);
  return ends;
}

function learn(character: number, table: ReadingTable, readings: CharacterReadings): void {
  table.isKnown[character] = 1;
  const found = readings(String.fromCharCode(character));
  if (found.length === 0) return;
  const known = found.slice();
  // 绿 is typed "lv" or "lu".
  for (const reading of found) if (/v/.test(reading)) known.push(reading.replace('v', 'u'));
  table.readings.set(character, known);
  for (const reading of known) table.initials[character] |= bitOf(reading.charCodeAt(0));
}

function bitOf(character: number): number {
  const place = character - FIRST_LETTER;
  return place >= 0 && place < 26 ? 1 << place : 0;
}
