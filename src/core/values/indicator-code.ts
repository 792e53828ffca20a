/**
 * What stands before the name in a coded indicator: nine digits, first level (1), second level (2), serial (6), or "gx" and
 * digits for an indicator of the common library. How an office builds its codes stands in its catalogue (CodeScheme).
 */
export interface CodedName {
  /** Half-width digits, "gx" in lower case. */
  readonly code: string;
  readonly name: string;
  /** True when written as nine half-width digits (or gx and digits), a half-width "-" and a name. */
  readonly isCanonical: boolean;
  /** True when only full-width forms keep it from being canonical. */
  readonly isWideOnly: boolean;
}

export const CODE_LENGTH = 9;

const CODED =
  /^((?:[gｇ][xｘ])?[0-9０-９]{6,12})([\s\u3000]*[-－—–−‑_＿.．、:：·|/~～]*[\s\u3000]*)(?![0-9０-９])([\s\S]*)$/i;

const CANONICAL = /^(?:[0-9]{9}|gx[0-9]{6,12})-\s*\S/i;

/** Reads the code before a name; undefined for names without one. Texts that merely begin with a number or a date have none. */
export function parseCodedName(text: string): CodedName | undefined {
  const trimmed = text.trim();
  const match = CODED.exec(trimmed);
  if (!match) return undefined;
  const [, digits, separator, name] = match;
  const code = toHalfWidth(digits).toLowerCase();
  const hasSeparator = separator.trim() !== '';
  if (!hasSeparator && !isCommonCode(code) && code.length !== CODE_LENGTH) return undefined;
  if (/^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-3][0-9])?$/.test(code)) return undefined;
  const isCanonical = CANONICAL.test(trimmed);
  const isWideOnly = !isCanonical && CANONICAL.test(toHalfWidth(trimmed));
  return { code, name: name.trim(), isCanonical, isWideOnly };
}

/** True for a code of the common library ("gx010101"), which no office's rules of digits hold for. */
export function isCommonCode(code: string): boolean {
  return /^gx/i.test(code);
}

/** Writes a coded indicator or level label as the catalogue does: "111002681-扶持企业数量", "11-数量指标". */
export function formatCoded(code: string, name: string): string {
  return `${code}-${name}`;
}

function toHalfWidth(text: string): string {
  return text.replace(/[０-９－ｇｘＧＸ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
