/** A text without blanks and in one writing per sign, with the place of each character in the text as written. */
export interface SqueezedText {
  readonly text: string;
  /** The offset in the written text of each character, and of the end. */
  readonly offsets: readonly number[];
}

const SINGLE: Readonly<Record<string, string>> = { '﹪': '%', '−': '-', '–': '-', '―': '-', '﹐': '，', '\r': '\n' };

/** Removes blanks and writes digits, letters, brackets, colons and semicolons in half width; commas between digits stay half width. */
export function squeezeText(written: string): SqueezedText {
  const signs: string[] = [];
  const offsets: number[] = [];
  for (let index = 0; index < written.length; index += 1) {
    const sign = fold(written.charAt(index));
    if (sign === '' || (sign === '\n' && signs[signs.length - 1] === '\n')) continue;
    const isGrouping =
      /[0-9]/.test(signs[signs.length - 1] || '') &&
      /^[\s\u200b]{0,3}[0-9\uff10-\uff19]/.test(written.slice(index + 1, index + 5));
    signs.push(sign === ',' && !isGrouping ? '，' : sign);
    offsets.push(index);
  }
  offsets.push(written.length);
  return { text: signs.join(''), offsets };
}

function fold(sign: string): string {
  if (SINGLE[sign] !== undefined) return SINGLE[sign];
  if (sign !== '\n' && /[\s\u200b\ufeff]/.test(sign)) return '';
  if (sign === '，' || sign === '！' || sign === '？') return sign;
  const code = sign.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}
