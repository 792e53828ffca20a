import { compactText } from './normalize-text';

const CHINESE_YEARS = '一二三四五六七八九十';
const LONGEST_TERM = 30;

/**
 * Years of an 实施期限: "3", "3年", "三年", "36个月", "2024-2026", "2024年1月至2026年12月", "3年（2024-2026年）". Undefined for
 * anything that names no number of whole budget years (长期, 2024年起, 2023年7月-2024年6月).
 */
export function parseTermYears(text: string): number | undefined {
  const compact = compactText(text).replace(/\([^()]*\)$/, '');
  const years = yearsOf(compact);
  return years !== undefined && years >= 1 && years <= LONGEST_TERM ? years : undefined;
}

function yearsOf(text: string): number | undefined {
  const count = /^(?:共|为期)?([0-9]{1,2})(?:\.0{1,2})?(?:个?年度?|年期)?$/.exec(text);
  if (count) return Number(count[1]);
  const words = /^([一二两三四五六七八九十])(?:个?年度?|年期)$/.exec(text);
  if (words) return words[1] === '两' ? 2 : CHINESE_YEARS.indexOf(words[1]) + 1;
  const months = /^([0-9]{1,3})个月$/.exec(text);
  if (months) return Number(months[1]) % 12 === 0 ? Number(months[1]) / 12 : undefined;
  return yearsOfSpan(text);
}

const YEAR_AND_MONTH = '(20[0-9]{2})(?:年度?(?:([0-9]{1,2})月(?:[0-9]{1,2}日)?)?|[./]([0-9]{1,2})(?:[./][0-9]{1,2})?)?';
const SPAN = new RegExp(`^${YEAR_AND_MONTH}(?:-|~|—+|–|至|到)${YEAR_AND_MONTH}$`);

/** A span counts only where it covers whole budget years: January to December, or years alone. */
function yearsOfSpan(text: string): number | undefined {
  const match = SPAN.exec(text);
  if (!match) return undefined;
  const firstMonth = Number(match[2] || match[3] || 1);
  const lastMonth = Number(match[5] || match[6] || 12);
  return firstMonth === 1 && lastMonth === 12 ? Number(match[4]) - Number(match[1]) + 1 : undefined;
}
