/** 2025/12/31, 2025.12.31日, 2025-1-5: the same mark twice. */
const NUMERIC_DAY =
  /(^|[^0-9])((?:19|20)[0-9]{2})[ ]?([-/.])[ ]?(0?[1-9]|1[0-2])[ ]?\3[ ]?(0?[1-9]|[12][0-9]|3[01])[ ]?日?(?![0-9]|[/.][0-9]|-(?!(?:19|20)[0-9]{2})[0-9])/g;
/** 2025年06月05号 */
const CHINESE_DAY =
  /((?:19|20)[0-9]{2})[ ]?年[ ]?0?([1-9]|1[0-2])[ ]?月(?:份)?[ ]?0?([1-9]|[12][0-9]|3[01])[ ]?[日号](?!线)/g;
/** 2025年06月 */
const PADDED_MONTH = /((?:19|20)[0-9]{2})年0([1-9])月(?![ ]?[0-9])/g;
/** 2025/12前, 2025.6底前: a month, since a limit of time follows. */
const NUMERIC_MONTH = /^((?:19|20)[0-9]{2})[-/.](0?[1-9]|1[0-2])(?=月?底?(?:之|以)?前)月?/;
const BEFORE = /([年月日底])(?:之|以)前/g;

/**
 * A text with its dates written as official documents have them: 2025年12月31日, 2025年6月, no 0 before a digit, 前 instead of 之前. Dates that do not exist, and
 * those of which a part would have to be guessed, stay as they are.
 */
export function writeDates(text: string): string {
  if (!/(?:19|20)[0-9]{2}/.test(text)) return text;
  return text
    .replace(NUMERIC_DAY, (found, lead: string, year: string, _mark: string, month: string, day: string) =>
      isDay(year, month, day) ? `${lead}${year}年${Number(month)}月${Number(day)}日` : found,
    )
    .replace(CHINESE_DAY, (found, year: string, month: string, day: string) =>
      isDay(year, month, day) ? `${year}年${Number(month)}月${Number(day)}日` : found,
    )
    .replace(PADDED_MONTH, '$1年$2月')
    .replace(NUMERIC_MONTH, (_match, year: string, month: string) => `${year}年${Number(month)}月`)
    .replace(BEFORE, '$1前');
}

/** False for a 30 February: whoever meant another day is to see it. */
function isDay(year: string, month: string, day: string): boolean {
  return Number(day) <= new Date(Number(year), Number(month), 0).getDate();
}
