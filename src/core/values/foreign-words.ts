import { HAN } from './chinese-characters';

export interface ForeignWord {
  readonly word: string;
  /** From the blanks before the word to those behind it. */
  readonly start: number;
  readonly end: number;
}

const BETWEEN_HAN = new RegExp(
  `[${HAN}][ \\t\\u00a0\\u3000]{0,3}([a-z]{2,20})[ \\t\\u00a0\\u3000]{0,3}(?=[${HAN}])`,
  'g',
);

/**
 * English words for which Chinese has its own. Names, units and terms (app, wifi, km, docker) are countless: only what is surely
 * none of them stands here. Short words that slogans play with (in, on, go, we, up) are left out.
 */
const COMMON =
  /^(?:and|or|the|of|with|for|from|at|as|is|are|be|been|was|were|will|shall|should|that|this|these|those|which|but|not|also|into|than|then|their|its|such|other|others|each|about|between|through|under|after|before|during|etc|including|include|includes|services?|projects?|policy|policies|trainings?|meetings?|management|development|support|company|companies|enterprises?|government|public|economic|economy|social|society|quality|systems?|platforms?|works?|working|numbers?|total|years?|months?|people|promotion|activity|activities|industry|industrial|business|investment|innovation|information|technology|talents?|education|health|culture|construction|operation|maintenance|evaluation|performance|budget|costs?|annual|complete|completed|improve|improving|ensure|provide|effective|effectively|department|center|centre|community)$/;

/** How far back an opening quotation mark is looked for. */
const LONGEST_NAME = 60;

/** Lower-case English words between Chinese characters (`宣讲会 and 公益活动`), outside of quotation marks and titles. */
export function findForeignWords(text: string): readonly ForeignWord[] {
  const found: ForeignWord[] = [];
  BETWEEN_HAN.lastIndex = 0;
  for (let match = BETWEEN_HAN.exec(text); match; match = BETWEEN_HAN.exec(text)) {
    const start = match.index + 1;
    if (!COMMON.test(match[1]) || isQuoted(text, start)) continue;
    found.push({ word: match[1], start, end: match.index + match[0].length });
  }
  return found;
}

function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_NAME), offset);
  const opening = Math.max(...['“', '‘', '《', '「', '『'].map((mark) => before.lastIndexOf(mark)));
  const closing = Math.max(...['”', '’', '》', '」', '』'].map((mark) => before.lastIndexOf(mark)));
  return opening > closing;
}
