/** What stands before the name in a coded indicator: nine digits, first level (1), second level (2), serial (6). */
export interface CodedName {
  /** Half-width digits. */
  readonly code: string;
  readonly name: string;
  /** True when written as nine half-width digits, a half-width "-" and a name. */
  readonly isCanonical: boolean;
  /** True when only full-width forms keep it from being canonical. */
  readonly isWideOnly: boolean;
}

export const CODE_LENGTH = 9;

const CODED = /^([0-9０-９]{6,12})([\s\u3000]*[-－—–−‑_＿.．、:：·|/~～]*[\s\u3000]*)(?![0-9０-９])([\s\S]*)$/;

/** Reads the code before a name; undefined for names without one. Texts that merely begin with a number or a date have none. */
export function parseCodedName(text: string): CodedName | undefined {
  const trimmed = text.trim();
  const match = CODED.exec(trimmed);
  if (!match) return undefined;
  const [, digits, separator, name] = match;
  const code = toHalfWidth(digits);
  const hasSeparator = separator.trim() !== '';
  if (!hasSeparator && code.length !== CODE_LENGTH) return undefined;
  if (/^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-3][0-9])?$/.test(code)) return undefined;
  const isCanonical = /^[0-9]{9}-\s*\S/.test(trimmed);
  const isWideOnly = !isCanonical && /^[0-9]{9}-\s*\S/.test(toHalfWidth(trimmed));
  return { code, name: name.trim(), isCanonical, isWideOnly };
}

/** Writes a coded indicator or level label as the catalogue does: "111002681-扶持企业数量", "11-数量指标". */
export function formatCoded(code: string, name: string): string {
  return `${code}-${name}`;
}

function toHalfWidth(text: string): string {
  return text.replace(/[０-９－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
