/** Full-width letters, digits and signs to half width, one character for one: offsets hold. Chinese punctuation stays. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (sign) => {
    if (sign === '\u3000' || sign === '\u00a0') return ' ';
    return /[，；：！？（）]/.test(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

/** Put in place of digits that count nothing, so that offsets hold. */
const MASK = '\u0001';

/** Texts whose digits are names, dates or codes. Each pattern is bounded, so that any text takes linear time. */
const NAMES: readonly RegExp[] = [
  /《[^《》\n]{0,80}》/g,
  /〈[^〈〉\n]{0,80}〉/g,
  /“[^“”。；;\n]{0,24}”/g,
  /"[^"。；;\n]{0,24}"/g,
  /‘[^‘’。；;\n]{0,24}’/g,
  /「[^「」\n]{0,24}」/g,
  // 〔2021〕5号, [2021] 5 号, (2021)第5号
  /[〔\[【(（]\s{0,2}(?:19|20)[0-9]{2}\s{0,2}[〕\]】)）]\s{0,2}第?\s{0,2}[0-9]{0,5}\s{0,2}号?/g,
  // 2024年12月31日, 2024-12-31, 2024/12/31
  /(?:19|20)[0-9]{2}\s?[-/.]\s?[01]?[0-9]\s?[-/.]\s?[0-3]?[0-9](?![0-9])/g,
  /(?:19|20)[0-9]{2}\s{0,2}(?:年度?)?\s{0,2}[-~～—–至到]{1,2}\s{0,2}(?:19|20)?[0-9]{2}\s{0,2}年/g,
  /(?:19|20)[0-9]{2}\s{0,2}年/g,
  /[0-9]{1,2}\s?[-~～—–至到]{1,2}\s?[0-9]{1,2}\s?月/g,
  /[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?[日号]/g,
  // 20+8, 5+3+1, 1/3, 7*24, 7×24
  /[0-9]{1,4}(?:\s?\+\s?[0-9N]{1,4})+/g,
  /[0-9]{1,3}\/[0-9]{1,3}(?![0-9万亿])/g,
  /[0-9]{1,2}\s?天?\s?[*xX×]\s?24(?![0-9])/g,
  /[*xX×]\s{0,2}100\s?%/g,
  /[0-9]{1,2}[:：][0-9]{2}(?![0-9])/g,
  // 第3次, 前20名, 表5, 附件3, 目标1, 标段2
  /(?:第|附件|附表|序号|编号|标段|包组|No\.?)\s{0,2}[0-9]{1,5}/g,
  /(?:目标|任务|指标|(?:^|[^\u4e00-\u9fa5]|[附见如])[表图])\s{0,2}[0-9]{1,2}(?=\s{0,2}(?:[:：、)）]|\.(?![0-9])))/g,
  /(?:^|[^底之以日月年])前\s{0,2}[0-9]{1,4}/g,
  // PM2.5, C25, H7N9, V3.0, A4
  /[A-Za-z][-.]?[0-9]{1,6}(?:\.[0-9]{1,4})*(?![0-9])/g,
  // 12345热线, 2.0版, 110报警
  /[0-9]{2,8}\s{0,2}(?:政务)?(?:服务)?(?:热线|专线|平台|报警|急救|工程|行动|计划|版)/g,
  /[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}\s{0,2}版/g,
];

/** 1. 2、 (3) at the start of a line or of a clause. */
const LIST_NUMBER =
  /(^|[\n\r。；;：:，,元]|[^0-9.]\s)(\s{0,8}[(（]?\s{0,2})([0-9]{1,2})(\s{0,2}(?:[、)）]|\.(?!\s{0,2}[0-9])|\.\s{1,4}(?=[0-9])))/g;
/** "1.20台": nobody has a fifth of a thing, so the first figure numbers the item. */
const LIST_NUMBER_AND_COUNT =
  /(^|[\n\r。；;])(\s{0,8})([0-9]{1,2})(\.)(?=[1-9][0-9]{0,5}\s?(?:台|套|辆|名|人|场|家|个|期|次|户|件|部|座|所))/g;

/** Blanks out digits that are no numbers of anything: names, dates, documents, codes, list numbers. Same length. */
export function maskNames(folded: string): string {
  let masked = folded;
  for (const pattern of NAMES) masked = masked.replace(pattern, blankDigits);
  const keep = (_all: string, lead: string, gap: string, digits: string, mark: string): string =>
    lead + gap + blankDigits(digits) + mark;
  const part = (_all: string, lead: string, gap: string, digits: string): string =>
    `${lead}${gap}${blankDigits(digits)} `;
  return masked.replace(LIST_NUMBER_AND_COUNT, part).replace(LIST_NUMBER, keep);
}

function blankDigits(text: string): string {
  return text.replace(/[0-9]/g, MASK);
}
