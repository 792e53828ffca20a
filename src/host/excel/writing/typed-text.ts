/** What Excel reads as the start of a formula; the full-width ones too, in an East Asian Excel. */
const FORMULA_START = /^[=+\-@＝＋－＠]/;

/** Texts that are values of their own. */
const CONSTANTS = /^(?:TRUE|FALSE|#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|GETTING_DATA))$/i;

const HAS_DIGIT = /[0-9０-９]/;

/** Everything that numbers, amounts, percentages, fractions, dates and times are made of. */
const WORDS_OF_NUMBERS =
  /jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|上午|下午|[ap]\.?m?\.?|e/gi;
const SIGNS_OF_NUMBERS = /[0-9０-９\s\u3000.,:/()+\-%$'．，：／（）＋－％＄¥￥€£年月日号时時分秒点]/g;

/**
 * True when Excel, given this text as if typed, would make a number, date, formula or other value of it. Says yes in
 * doubt: then the cell only becomes a text cell.
 */
export function excelWouldConvert(text: string): boolean {
  const trimmed = text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  if (FORMULA_START.test(trimmed) || CONSTANTS.test(trimmed)) return true;
  return HAS_DIGIT.test(trimmed) && trimmed.replace(WORDS_OF_NUMBERS, '').replace(SIGNS_OF_NUMBERS, '') === '';
}

/** Excel takes one leading apostrophe off, as the mark of a text. */
export function typedText(text: string): string {
  return text.charAt(0) === "'" ? `'${text}` : text;
}
