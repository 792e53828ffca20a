const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};

/** "百分之九十" to "90%", "两场" to "2场". */
export function readNumberWords(text: string): string {
  const percent = /^百分之(.+)$/.exec(text);
  if (percent) {
    const number = readChineseNumber(percent[1]);
    return number === null ? `${percent[1]}%` : `${number}%`;
  }
  const lead = /^([一二两三四五六七八九十])(?=[次场期个家套份项批篇本台辆名人件])/.exec(text);
  return lead ? CHINESE_DIGITS[lead[1]] + text.slice(1) : text;
}

/** 九十五 is 95; null for other texts. Up to 一百. */
function readChineseNumber(text: string): number | null {
  if (text === '百' || text === '一百') return 100;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const digit = (sign: string | undefined, missing: number): number => (sign ? Number(CHINESE_DIGITS[sign]) : missing);
  if (!match[2]) return match[1] && match[3] ? null : digit(match[1] || match[3], 0);
  return digit(match[1], 1) * 10 + digit(match[3], 0);
}
