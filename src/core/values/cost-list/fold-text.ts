const SINGLE: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\r': '\n',
  '￥': '¥',
  '【': '(',
  '】': ')',
  '×': '*',
  '✕': '*',
  '✖': '*',
  '╳': '*',
  '∗': '*',
  '⁎': '*',
  '﹡': '*',
  '〜': '~',
  '∼': '~',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
};

const FOLDED = /[\u3000\u00a0\r￥【】×✕✖╳∗⁎﹡〜∼—–―−]|[\uff01-\uff5e]/g;

/** What stands behind this many characters is not read: nobody writes a list that long. */
export const LONGEST_TEXT = 20000;

/** Half width and one writing per sign, character by character, so that every offset still holds; cut after LONGEST_TEXT. */
export function foldText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(FOLDED, (sign) => SINGLE[sign] || String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Brackets further apart are slips: what stands between is not bracketed. */
const LONGEST_BRACKET = 300;

/** For each position of a folded text where the innermost bracket around it begins, and for each bracket its partner; -1 for none. */
export interface Brackets {
  readonly around: readonly number[];
  readonly partner: readonly number[];
}

/** Finds the pairs of round brackets. */
export function findBrackets(text: string): Brackets {
  const partner: number[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    partner.push(-1);
    const sign = text.charAt(index);
    if (sign === '(') open.push(index);
    const last = open[open.length - 1];
    if (sign !== ')' || last === undefined) continue;
    open.pop();
    if (index - last > LONGEST_BRACKET) continue;
    partner[last] = index;
    partner[index] = last;
  }
  const around: number[] = [];
  const inside: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (partner[index] >= 0 && partner[index] < index) inside.pop();
    around.push(inside.length > 0 ? inside[inside.length - 1] : -1);
    if (partner[index] > index) inside.push(index);
  }
  return { around, partner };
}
