/** A run of full-width signs and what it is in half width. */
export interface FullWidthRun {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Digits, letters and the percent sign; a point, hyphen or slash only beside a digit, since Chinese text has full-width ones of its own. */
const RUN = /[０-９Ａ-Ｚａ-ｚ％]+(?:[．－／](?=[０-９])[０-９Ａ-Ｚａ-ｚ％]+)*/g;
/** 1．5: a point that was left between half-width digits. */
const POINT = /[0-9](．)(?=[0-9０-９])/g;

/** Full-width digits, letters and percent signs of a text, in order; those of titles in 《》 are left out. */
export function findFullWidth(text: string): readonly FullWidthRun[] {
  if (!/[０-９Ａ-Ｚａ-ｚ％．]/.test(text)) return [];
  const found: FullWidthRun[] = [];
  const add = (start: number, signs: string): void => {
    if (!isInTitle(text, start)) found.push({ start, end: start + signs.length, by: halfWidth(signs) });
  };
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match; match = RUN.exec(text)) add(match.index, match[0]);
  POINT.lastIndex = 0;
  for (let match = POINT.exec(text); match; match = POINT.exec(text)) add(match.index + 1, match[1]);
  return found.sort((a, b) => a.start - b.start);
}

/** The text with these signs in half width. */
export function withoutFullWidth(text: string): string {
  let written = '';
  let done = 0;
  for (const { start, end, by } of findFullWidth(text)) {
    written += text.slice(done, start) + by;
    done = end;
  }
  return written + text.slice(done);
}

function isInTitle(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.lastIndexOf('《') > before.lastIndexOf('》') && text.indexOf('》', offset) >= 0;
}

function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
