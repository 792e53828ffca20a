/** Chinese characters, for use inside the brackets of a regular expression. */
export const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff';

const ONLY_HAN = new RegExp(`^[${HAN}]+$`);

/** True for a text of one or more Chinese characters and nothing else. */
export function isHan(text: string): boolean {
  return ONLY_HAN.test(text);
}

/** True when the character at this place is a Chinese one: as isHan, for loops over long texts. */
export function isHanAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}
