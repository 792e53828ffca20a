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

const SMALL_NUMBER = '[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';
const COUNTED = new RegExp(`^(${SMALL_NUMBER})(?=[次场期个家套份项批篇本台辆名人件户起宗座处天年周]|小时|分钟|工作日)`);
const TENTHS = /^([一二三四五六七八九])成(?=以上$|$)/;

/** "百分之九十" to "90%", "九成" to "90%", "两场" to "2场". */
export function readNumberWords(text: string): string {
  const percent = /^百分之(.+)$/.exec(text);
  if (percent) {
    const number = readChineseNumber(percent[1]);
    return number === null ? `${percent[1]}%` : `${number}%`;
  }
  const tenths = TENTHS.exec(text);
  if (tenths) return `${CHINESE_DIGITS[tenths[1]]}0%${text.slice(2)}`;
  const lead = COUNTED.exec(text);
  const number = lead && (CHINESE_DIGITS[lead[1]] || readChineseNumber(lead[1]));
  return lead && number !== null ? number + text.slice(lead[1].length) : text;
}

/** 九十五 is 95; null for other texts. Up to 一百. */
export function readChineseNumber(text: string): number | null {
  if (text === '百' || text === '一百') return 100;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const digit = (sign: string | undefined, missing: number): number => (sign ? Number(CHINESE_DIGITS[sign]) : missing);
  if (!match[2]) return match[1] && match[3] ? null : digit(match[1] || match[3], 0);
  return digit(match[1], 1) * 10 + digit(match[3], 0);
}
