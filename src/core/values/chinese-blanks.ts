import { HAN } from './chinese-characters';

export interface BlankRun {
  readonly start: number;
  readonly end: number;
  /** Chinese characters without mark or blank before and behind it, at most 40 each. */
  readonly before: string;
  readonly after: string;
}

const BLANKS = new RegExp(`[${HAN}]([ \\t\\u00a0\\u2002\\u2003\\u3000]{1,3})(?=[${HAN}])`, 'g');
const LONGEST_WORD = 40;
const LAST_WORD = new RegExp(`[${HAN}]+$`);
const FIRST_WORD = new RegExp(`^[${HAN}]+`);

/** Numbers and headings that are set off by a blank: 第一部分 概况, 附件一 清单, 一 总则. */
const SET_OFF =
  /(?:第[一二三四五六七八九十百]{1,4}[部分章节条篇编卷步期批阶段项款类讲课]{1,2}|附[件表录图注][一二三四五六七八九十]{0,2}|^[一二三四五六七八九十]{1,3}|[号注])$/;

/** A body that issues documents, before the next one or before the title. */
const BODY = '(?:委|中央|政府|局|厅|部|办|室|院|署|会|联|人大|政协|中心|银行|处|所|队|集团|公司|大学|学校)';
const BODY_END = new RegExp(`${BODY}$`);
const BODY_OR_TITLE = new RegExp(`^(?:关于|印发|转发|联合)|^.{0,38}${BODY}(?:$|关于|印发|联合|公告|令|等)`);

/** 填表人 … 联系电话 …: words of a line that ends a form. */
const SIGNATURE = /^(?:填表|填报|制表|审核|复核|负责|联系|单位|日期|签字|签章|盖章|电话)/;
const SIGNED_BY = /(?:[表报核责系办]人|单位|部门|日期|电话|职务|姓名)$/;

/** Names of two characters are spread to the width of three: 组长张 三. */
const SURNAME =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]$/;

/**
 * One to three blanks between Chinese characters that nothing calls for. Left out: titles in 《》, issuing bodies and document numbers,
 * headings, names spread to equal width (张 三, 目 录), and longer gaps, which lay out a line.
 */
export function findChineseBlanks(text: string): readonly BlankRun[] {
  const found: BlankRun[] = [];
  BLANKS.lastIndex = 0;
  for (let match = BLANKS.exec(text); match; match = BLANKS.exec(text)) {
    const start = match.index + 1;
    const end = start + match[1].length;
    const last = LAST_WORD.exec(text.slice(Math.max(0, start - LONGEST_WORD), start));
    const first = FIRST_WORD.exec(text.slice(end, end + LONGEST_WORD));
    const run = { start, end, before: last ? last[0] : '', after: first ? first[0] : '' };
    if (!isCalledFor(text, run)) found.push(run);
  }
  return found;
}

function isCalledFor(text: string, { start, before, after }: BlankRun): boolean {
  if (after.length === 1 && (before.length === 1 || SURNAME.test(before))) return true;
  // 优 良 中 差四档: single characters in a row.
  if (before.length === 1 && /\S[ \u3000]$/.test(text.slice(Math.max(0, start - 3), start - 1))) return true;
  if (SET_OFF.test(before) || SIGNATURE.test(after) || SIGNED_BY.test(before)) return true;
  if (BODY_END.test(before) && BODY_OR_TITLE.test(after)) return true;
  const head = text.slice(Math.max(0, start - 100), start);
  return head.lastIndexOf('《') > head.lastIndexOf('》');
}

/** True where the blank can only be a slip of the key: a piece of one or two characters stands on one side of it. */
export function isInsideWord({ before, after }: BlankRun): boolean {
  if (Math.min(before.length, after.length) > 2) return false;
  const doubled = [1, 2, 3, 4].some(
    (length) => before.length >= length && before.slice(-length) === after.slice(0, length),
  );
  return !doubled;
}
