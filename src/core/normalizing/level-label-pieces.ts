import { normalizeWidth } from '../values/normalize-text';

/** A level's label taken apart. The pieces in their order are the label as it is to be written. */
export interface LabelPieces {
  /** Half width, without blanks: "*", "+", "★". */
  readonly mark: string;
  /** With the sign behind it: "11-", "1.". */
  readonly code: string;
  /** Without blanks, marks and 指标. */
  readonly name: string;
  readonly suffix: string;
  /** A note behind the name, "(必填)". */
  readonly bracket: string;
  /** "*" behind the name. */
  readonly endMark: string;
  readonly colon: string;
  /** True where blanks stand between its characters. */
  readonly isSpread: boolean;
}

const PIECES =
  /^([*＊+＋★☆●○◆▲△※#＃&＆^＾!！?？~～=＝\-－]*)\s*((?:[0-9０-９]{1,3}\s*[-－—–_.．、:：]?|[（(][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、.．])?)\s*([\u4e00-\u9fa5 \t\u00a0\u3000]+?)\s*((?:[（(][^（()）]{1,20}[)）])?)\s*([*＊★☆]*)\s*([:：]?)$/;

/** Takes a label of one line apart; null for one that is built otherwise. */
export function splitLevelLabel(text: string): LabelPieces | null {
  const match = PIECES.exec(text.trim());
  if (!match) return null;
  const [, mark, code, words, bracket, endMark, colon] = match;
  const blanks = /[\s\u00a0\u3000]+/g;
  const whole = words.replace(blanks, '');
  const hasSuffix = /.指标$/.test(whole);
  return {
    mark: normalizeWidth(mark),
    code: /^[0-9０-９]/.test(code) ? code.replace(/[０-９]/g, normalizeWidth) : code,
    name: hasSuffix ? whole.slice(0, -2) : whole,
    suffix: hasSuffix ? '指标' : '',
    bracket,
    endMark: normalizeWidth(endMark),
    colon,
    isSpread:
      whole.length > 1 &&
      words
        .replace(blanks, ' ')
        .split(' ')
        .every((piece) => piece.length === 1),
  };
}
