/** What Excel reads as the start of a formula. */
const FORMULA_START = /^[=+\-@]/;

/** Texts that are values of their own: truths and errors, those of later versions included. */
const CONSTANTS = /^(?:TRUE|FALSE|#[A-Z0-9/_]+[!?]?)$/i;

const HAS_DIGIT = /[0-9]/;

/** A date or time in Chinese numerals: 二〇二四年, 十月, 九时. */
const CHINESE_UNITS = /[年月日号號时時点點分秒]/;

/** Everything that numbers, amounts, percentages, fractions, dates and times are made of. */
const WORDS_OF_NUMBERS =
  /jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|rmb|cny|usd|us(?=\$)|hk(?=\$)|上午|下午|凌晨|早上|中午|晚上|[ap]\.?m?\.?|e/gi;
const SIGNS_OF_NUMBERS = /[0-9\s.,:/()+\-−–%‰^$'’¥€£₩〇零一二三四五六七八九十廿卅年月日号號时時点點分秒]/g;

/**
 * True when Excel, in Chinese at its most eager, would make a number, date, formula or other value of this text as if it
 * were typed. Says yes in doubt: then the cell only becomes a text cell.
 */
export function excelWouldConvert(text: string): boolean {
  const typed = halfWidth(text).replace(/^\s+|\s+$/g, '');
  if (FORMULA_START.test(typed) || CONSTANTS.test(typed)) return true;
  if (!HAS_DIGIT.test(typed) && !CHINESE_UNITS.test(typed)) return false;
  return typed.replace(WORDS_OF_NUMBERS, '').replace(SIGNS_OF_NUMBERS, '') === '';
}

/** An East Asian Excel takes full-width digits and signs for the plain ones. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, '¥')
    .replace(/\u3000/g, ' ');
}

/** Excel takes one leading apostrophe off, as the mark of a text. */
export function typedText(text: string): string {
  return text.charAt(0) === "'" ? `'${text}` : text;
}
