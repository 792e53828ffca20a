import { compactText } from '../values/normalize-text';

/** A line shorter than that was not cut by the end of a page. */
const SHORTEST_CUT_LINE = 20;
const LONGEST_HEADING = 40;

const NUMBERED =
  /^(?:第[一二三四五六七八九十百0-9]{1,3}[部分章节条项款]|\(?[一二三四五六七八九十]{1,3}[)、.]|\(?[0-9]{1,2}(?:[)、]|\.(?![0-9]))|\(?[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}[^0-9%元万亿个人次家]|[①-⑳]|[一二三四五六七八九十]是|其[一二三]|附件|附表|附注|[备附]?注:|[a-z][.)、]|[-—·•●◆■○※★☆*])/i;
const PAGE_NUMBER = /^[-—–]?(?:第?[0-9]{1,3}页?(?:[/,，]?共?[0-9]{1,3}页)?)[-—–]?$/;
const STOPPED = /[。;!?:…”"’』」》〉】〕\])]$|\.{3}$/;
const OPEN_END = /[,、(\[{“‘《〈【〔/+]$/;
const OPEN_START = /^[,、。;)\]}”’》〉】〕%]/;
const CONTENTS_LINE = /[.…·]{3}\(?[0-9]{0,3}\)?$/;

/** True for a text that says something in a sentence: long enough and with a mark inside or at its end. */
export function isSentence(text: string): boolean {
  const compact = compactText(text);
  return compact.length >= 8 && /[\u4e00-\u9fff]/.test(compact) && /[。;,!?]/.test(compact) && !isHeading(text);
}

/** True for a heading, a title or a line of the contents: short, without stops. */
export function isHeading(text: string): boolean {
  const compact = compactText(text);
  if (CONTENTS_LINE.test(compact)) return true;
  return compact.length <= LONGEST_HEADING && !/[。;!?,]/.test(compact) && !/[:、]$/.test(compact);
}

/** "- 3 -", "第3页 共12页": what a printed page leaves between two halves of a paragraph. */
export function isPageNumber(text: string): boolean {
  return text.length <= 20 && PAGE_NUMBER.test(compactText(text));
}

/** True where a line breaks off without a stop and the next one is its rest: no heading, no item of a list. */
export function canGoOn(before: string, after: string): boolean {
  if (opensNext(before, after)) return true;
  const above = compactText(before);
  const below = compactText(after);
  if (above.length < SHORTEST_CUT_LINE || CONTENTS_LINE.test(above) || STOPPED.test(above)) return false;
  if (isHeading(before) || NUMBERED.test(below)) return false;
  return !isHeading(after);
}

/** True where the marks themselves say that two lines are one: a comma at the end, or a stop at the start. */
export function opensNext(before: string, after: string): boolean {
  const above = compactText(before);
  const below = compactText(after);
  if (above === '' || below === '' || CONTENTS_LINE.test(above)) return false;
  if (OPEN_START.test(below)) return !isHeading(before) || above.length >= SHORTEST_CUT_LINE;
  return OPEN_END.test(above) && above.length >= SHORTEST_CUT_LINE && !NUMBERED.test(below);
}
