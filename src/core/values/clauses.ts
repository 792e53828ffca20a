import { HAN } from './chinese-characters';

/** How much of a text's end is looked at. */
const TAIL = 100;

/** `…，区`, `…，确保`. The clause before the comma has five characters or more: shorter ones are items of a list. */
const AFTER_COMMA = new RegExp(`[^，,、；;。：:！？!?\\s]{5}[，,][，, \\u3000]{0,3}([${HAN}]{1,2})$`);
const AFTER_STOP = new RegExp(`[^。；\\s][。；][ \\u3000]{0,3}([${HAN}])$`);

/** One character that says all there is to say. */
const SHORT_ANSWER = /^[等是否无有略完毕好优良中差止元次个项家场年月日起]$/;

/** Two characters that want an object or a clause, and so end no sentence. Words that may end one (实现, 提高) are left out. */
const OPEN_WORD =
  /^(?:推动|确保|达到|打造|营造|构建|根据|按照|为了|以及|并且|而且|从而|因此|由于|对于|关于|其中|包括|例如|比如|不断|切实|充分|努力|着力|使得|促使|围绕|针对|借助|争取|力争|用于)$/;

const CONJUNCTION = /(?:以及|及其|并且|或者|而且|从而|因而|但是|不但|不仅|例如|比如|以便|乃至)$/;
const SHORT_CONJUNCTION = new RegExp(`[${HAN}》）)”]{3}[和与及或并]$`);
const WORD_ENDING_LIKE_IT =
  /(?:[饱共缓平温总中祥调随谦亲议求柔颐之]和|[参给赋授付赠不]与|[普涉以波触提顾危惠殃企推言谈论兼遍累不所能]及|[合兼归吞裁一撤]并)$/;

/**
 * The last characters of a text that breaks off: on one or two characters after a comma, on one after a stop, on a conjunction or
 * on a 、. Null where it ends as texts end, with or without a stop. Rather silent than wrong: a word that may end a sentence does.
 */
export function findBrokenEnd(text: string): string | null {
  const tail = text.trim().slice(-TAIL);
  const line = tail.slice(tail.lastIndexOf('\n') + 1);
  const isBroken = /[^、\s]、$/.test(line) || endsOnConjunction(line) || endsAfterComma(line) || endsAfterStop(line);
  return isBroken ? line.slice(-12) : null;
}

function endsOnConjunction(line: string): boolean {
  return CONJUNCTION.test(line) || (SHORT_CONJUNCTION.test(line) && !WORD_ENDING_LIKE_IT.test(line));
}

function endsAfterComma(line: string): boolean {
  const match = AFTER_COMMA.exec(line);
  if (!match) return false;
  return match[1].length === 1 ? !SHORT_ANSWER.test(match[1]) : OPEN_WORD.test(match[1]);
}

function endsAfterStop(line: string): boolean {
  const match = AFTER_STOP.exec(line);
  return match !== null && !SHORT_ANSWER.test(match[1]);
}
