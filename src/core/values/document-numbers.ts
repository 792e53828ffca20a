/** A document number (发文字号) in a running text: "深府规〔2021〕5号", also badly written ones. */
export interface DocumentNumber {
  /** As written, from the sender's sign to 号. */
  readonly text: string;
  readonly start: number;
  /** Behind 号. */
  readonly end: number;
  /** What stands before the brackets, e.g. "深府规"; "" when the text does not say. */
  readonly sender: string;
  readonly year: string;
  /** "" where the number was left out: 〔2021〕号, 〔2021〕××号. */
  readonly number: string;
  /** False for [] （） 【】 and the like in the place of 〔〕. */
  readonly hasRightBrackets: boolean;
  /** Offsets of the two brackets in the text. */
  readonly brackets: readonly [number, number];
}

const OPENING = '〔﹝\\[［(（【{｛<＜〈「';
const CLOSING = '〕﹞\\]］)）】}｝>＞〉」';
const DIGIT = '[0-9０-９]';
const BRACKETED = new RegExp(
  `([${OPENING}])\\s{0,2}([12１２][90９０]${DIGIT}{2})\\s{0,2}([${CLOSING}])\\s{0,4}(第?)\\s{0,4}` +
    `(${DIGIT}{0,5}(?:[-、和及至]${DIGIT}{1,5}){0,4}|[×xX*＊_＿○〇□]{1,8})\\s{0,4}号`,
  'g',
);

/** Han characters before the brackets: more are looked at than any sender's sign has. */
const LONGEST_SENDER = 20;
const HAN_AT_END = /[\u4e00-\u9fa5]{1,20}$/;
const LEAD_IN = /^.*(?:根据|依据|按照|依照|遵照|执行|落实|文件|通知|参照|《|[和与及见按的])(?=[\u4e00-\u9fa5]{2})/;
/** Numbers of contracts, tenders, cases and certificates are written in their own ways. */
const OTHER_REGISTER =
  /(?:编号|编码|代码|令|合同|合约|协议|案|证|案号|招标|采购|中标|标段|项目|发票|档案|宗地|地块|期|版)$/;
/** 地铁（2021）3号线: 号 counts something that stands there. */
const COUNTED_THING = /^(?:线|楼|院|栋|门|地|路|馆|机|井|泵|船|车|厂|店|房|台|公|窗|仓|坑|桥)/;

/** All document numbers with a year in brackets, in order. Brackets other than 〔〕 need a sender's sign before them. */
export function findDocumentNumbers(text: string): readonly DocumentNumber[] {
  const numbers: DocumentNumber[] = [];
  if (text.indexOf('号') < 0) return numbers;
  BRACKETED.lastIndex = 0;
  for (let match = BRACKETED.exec(text); match; match = BRACKETED.exec(text)) {
    const [whole, opening, year, closing, ordinal, digits] = match;
    const end = match.index + whole.length;
    const hasRightBrackets = /[〔﹝]/.test(opening) && /[〕﹞]/.test(closing);
    const before = HAN_AT_END.exec(
      text.slice(Math.max(0, match.index - LONGEST_SENDER), match.index).replace(/\s+$/, ''),
    );
    const run = before ? before[0] : '';
    if (!hasRightBrackets && (run === '' || isOfOtherRegister(run, ordinal, text.slice(end, end + 1)))) continue;
    const sender = run.replace(LEAD_IN, '');
    const blanks = /\s*$/.exec(text.slice(Math.max(0, match.index - 4), match.index));
    const start = match.index - (run === '' || !blanks ? 0 : blanks[0].length) - sender.length;
    const closingOffset = match.index + whole.indexOf(closing);
    numbers.push({
      text: text.slice(start, end),
      start,
      end,
      sender,
      year: toHalfWidth(year),
      number: /^[0-9０-９]/.test(digits) ? toHalfWidth(digits) : '',
      hasRightBrackets,
      brackets: [match.index, closingOffset],
    });
  }
  return numbers;
}

function isOfOtherRegister(run: string, ordinal: string, next: string): boolean {
  return OTHER_REGISTER.test(run) || (ordinal !== '' && /(?:字|公告|通告)$/.test(run)) || COUNTED_THING.test(next);
}

function toHalfWidth(text: string): string {
  return text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
