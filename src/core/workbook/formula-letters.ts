/**
 * Letters and digits of all scripts, as far as formulas hold them outside of texts, for a class of a regular expression: all but
 * signs and punctuation. Web views of old know no \p{L}.
 */
const BEYOND_ASCII =
  '\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029' +
  '\\u3031-\\u3035\\u3038-\\u303c\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\ud7ff\\ud800-\\udfff' +
  '\\uf900-\\ufdff\\ufe70-\\ufefc\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/** What a name in a formula begins with, besides "_" and "\". */
export const FORMULA_LETTER = `A-Za-z${BEYOND_ASCII}`;

/** What a name in a formula goes on with, besides "\" and "?". */
export const FORMULA_WORD = `0-9_.${FORMULA_LETTER}`;
