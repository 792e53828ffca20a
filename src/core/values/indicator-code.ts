/**
 * What stands before the name in a coded indicator: nine digits, first level (1), second level (2), serial (6), or "gx" and
 * digits for an indicator of the common library. How an office builds its codes stands in its catalogue (CodeScheme).
 */
export interface CodedName {
  /** Half-width digits, "gx" in lower case. */
  readonly code: string;
  readonly name: string;
  /** True when written as the office writes codes (nine half-width digits, gx and digits, or as its catalogue has it), a half-width "-" and a name. */
  readonly isCanonical: boolean;
  /** True when only full-width forms keep it from being canonical. */
  readonly isWideOnly: boolean;
}

export const CODE_LENGTH = 9;

/** Tells the codes of a catalogue from other digits. */
export type CodeTest = (code: string) => boolean;

const CODED =
  /^([A-Za-zＡ-Ｚａ-ｚ]{0,4}[0-9０-９]{4,16})(?![0-9０-９])([\s\u3000]*[-－—–−‑_＿.．、:：·|/~～]*[\s\u3000]*)([\s\S]*)$/;

/**
 * Reads the code before a name; undefined for names without one. Texts that merely begin with a number or a date have none.
 * @param isCode Where it says so, codes of other lengths and letters are read too.
 */
export function parseCodedName(text: string, isCode?: CodeTest): CodedName | undefined {
  const trimmed = text.trim();
  const match = CODED.exec(trimmed);
  if (!match) return undefined;
  const [, written, separator, name] = match;
  const code = plainCode(written);
  const isKnown = isCode !== undefined && isCode(code);
  if (!isKnown && !looksLikeCode(code)) return undefined;
  const isUsual = isKnown || isUsualCode(code);
  const hyphen = /[-－—–−‑]/.test(separator);
  // Offices' own letters (ISO, GB …) stand before numbers of other kinds too.
  if (!isUsual && /^[A-Za-z]/.test(code) && !hyphen) return undefined;
  // "100000元以上设备", "20240101-20240301": digits that are part of the words.
  if (separator.trim() === '' && name !== '' && !isUsualCode(code) && !(isKnown && code.length >= CODE_LENGTH)) {
    return undefined;
  }
  if (/^[0-9０-９]/.test(name) && !(hyphen && isUsual)) return undefined;
  const isCanonical = isUsual && isCanonicalText(trimmed);
  return {
    code,
    name: name.trim(),
    isCanonical,
    isWideOnly: isUsual && !isCanonical && isCanonicalText(halfWidth(trimmed)),
  };
}

/** What a cell of a column of codes holds. */
export interface WrittenCode {
  readonly code: string;
  /**
   * What is wrong with how it stands there: full-width signs or blanks within (`wide`), a number (`number`), a number that does not even show
   * its digits, "1.11E+08" (`hidden`).
   */
  readonly flaw: 'wide' | 'number' | 'hidden' | null;
}

interface CodeCell {
  readonly text: string;
  readonly value: string | number | boolean | null;
  readonly rawNumber: string | null;
}

/** Reads a cell of a column of codes; undefined where it holds none. A name behind the code is left out. */
export function readCodeCell(cell: CodeCell, isCode?: CodeTest): WrittenCode | undefined {
  const shown = cell.text.trim();
  if (typeof cell.value === 'number') {
    const digits = cell.rawNumber !== null && /^[0-9]+$/.test(cell.rawNumber) ? cell.rawNumber : digitsOf(cell.value);
    if (digits === null || !isCodeText(digits, isCode)) return undefined;
    return { code: withZeros(digits, isCode), flaw: shown === digits ? 'number' : 'hidden' };
  }
  const squeezed = halfWidth(shown).replace(/[\s\u3000\u200b\ufeff']+/g, '');
  if (isCodeText(squeezed, isCode)) {
    const code = plainCode(squeezed);
    return { code, flaw: shown.toLowerCase() === code.toLowerCase() ? null : 'wide' };
  }
  const coded = parseCodedName(shown, isCode);
  return coded && coded.name !== '' ? { code: coded.code, flaw: coded.isWideOnly ? 'wide' : null } : undefined;
}

/** True for what a number became that was shown in powers of ten and kept as text: its digits are gone. */
export function hasLostDigits(text: string): boolean {
  return /^[0-9](?:\.[0-9]+)?E\+?[0-9]{1,2}$/i.test(halfWidth(text.trim()));
}

/** True for digits that may say a year, a month or a day: 2025, 202512, 20251231. */
export function isDateLike(code: string): boolean {
  return /^(?:19|20)[0-9]{2}(?:(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)?$/.test(code);
}

/** True for a code of the common library ("gx010101"), which no office's rules of digits hold for. */
export function isCommonCode(code: string): boolean {
  return /^gx/i.test(code);
}

/** Writes a coded indicator or level label as the catalogue does: "111002681-扶持企业数量", "11-数量指标". */
export function formatCoded(code: string, name: string): string {
  return `${code}-${name}`;
}

/** True for text that is a code and nothing else, in half-width signs. */
function isCodeText(text: string, isCode: CodeTest | undefined): boolean {
  if (!/^[A-Za-z]{0,4}[0-9]{4,16}$/.test(text)) return false;
  return /[0-9]{6}/.test(text) || (isCode !== undefined && isCode(text));
}

/** Nine digits, or gx and digits: a code wherever it stands. */
function isUsualCode(code: string): boolean {
  return /^(?:[0-9]{9}|gx[0-9]{6,12})$/.test(code);
}

/** Six to twelve digits that are no date. */
function looksLikeCode(code: string): boolean {
  return /^[A-Za-z]{0,4}[0-9]{6,12}$/.test(code) && !isDateLike(code);
}

function isCanonicalText(text: string): boolean {
  return /^[A-Za-z]{0,4}[0-9]{4,16}-\s*\S/.test(text);
}

function plainCode(written: string): string {
  const code = halfWidth(written);
  return isCommonCode(code) ? code.toLowerCase() : code;
}

/** A number has lost the zeros its code began with. */
function withZeros(digits: string, isCode: CodeTest | undefined): string {
  if (isCode === undefined || isCode(digits)) return digits;
  return ['0', '00'].map((zeros) => zeros + digits).find(isCode) || digits;
}

function digitsOf(value: number): string | null {
  return value > 0 && value < 1e16 && Math.floor(value) === value ? String(value) : null;
}

function halfWidth(text: string): string {
  return text.replace(/[０-９－Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
