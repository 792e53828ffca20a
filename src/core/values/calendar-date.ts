/** A date as a target names it; month and day are null where only the year or the month is given. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const YEAR = '((?:19|20)[0-9]{2})';
const DATE_PATTERNS: readonly RegExp[] = [
  new RegExp(`^${YEAR}年([0-9]{1,2})月(?:份)?([0-9]{1,2})[日号]`),
  new RegExp(`^${YEAR}[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})日?(?![0-9])`),
  new RegExp(`^${YEAR}年([0-9]{1,2})月(?:份)?(?:[底末初]|[上中下]旬)?`),
  new RegExp(`^${YEAR}[-/.]([0-9]{1,2})(?![0-9])`),
  new RegExp(`^${YEAR}年(?:度)?[底末初]?`),
];

/** Quarters and half years, by their last month. */
const PART_OF_YEAR = new RegExp(`^${YEAR}年度?(?:第?([一二三四1-4])季度|([上下])半年)[底末初]?`);
const LAST_MONTHS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, 上: 6, 下: 12 };

/** Reads the date at the start of a half-width text without blanks; undefined when there is none. */
export function parseCalendarDate(text: string): { readonly date: CalendarDate; readonly rest: string } | undefined {
  const part = PART_OF_YEAR.exec(text);
  if (part) {
    const name = part[2] || part[3];
    const month = LAST_MONTHS[name] || Number(name) * 3;
    return { date: { year: Number(part[1]), month, day: null }, rest: text.slice(part[0].length) };
  }
  for (const pattern of DATE_PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const month = match[2] === undefined ? null : Number(match[2]);
    const day = match[3] === undefined ? null : Number(match[3]);
    if (month !== null && (month < 1 || month > 12)) continue;
    if (day !== null && (day < 1 || day > 31)) continue;
    return { date: { year: Number(match[1]), month, day }, rest: text.slice(match[0].length) };
  }
  return undefined;
}

/** "2024年12月31日", "2024年12月" or "2024年". */
export function formatCalendarDate(date: CalendarDate): string {
  const month = date.month === null ? '' : `${date.month}月`;
  const day = date.day === null ? '' : `${date.day}日`;
  return `${date.year}年${month}${day}`;
}
