import type { LevelLabel } from '../forms/indicator-levels';
import { normalizeWidth } from '../values/normalize-text';

/** The code printed before a level's name, "11" of "11-数量指标"; null for none and for a number of a list, "1.数量指标". */
export function printedCode(text: string, { code }: LevelLabel<string>): string | null {
  return code === null || /^[^0-9]*[0-9]{1,3}\s*[.、:)]|^[^0-9]*[0-9]{1,3}\s/.test(normalizeWidth(text.trim()))
    ? null
    : code;
}

/** Marks with which templates pick out rows, as "*" does. Anything else before a label is a slip. */
const EMPHASIS = /^[*★☆●○◆▲△※]+/;

/** True for a level label written as catalogues do, "11-数量指标", a mark of the template before it or not. */
export function isCodedLabel(text: string): boolean {
  return /^[0-9]+-\s*[^0-9\s]/.test(text.trim().replace(EMPHASIS, ''));
}

/** The mark with which the template picks out a row, "*"; "" for none. */
export function emphasisOf({ mark }: LevelLabel<string>): string {
  const found = EMPHASIS.exec(mark);
  return found !== null && found[0] === mark ? mark : '';
}
