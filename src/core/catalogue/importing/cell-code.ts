import { CODE_SHAPE } from '../catalogue-file';
import { isDateLike } from '../../values/indicator-code';
import { normalizeWidth } from '../../values/normalize-text';
import type { PlacedCell } from '../../workbook/workbook-snapshot';
import { shorten } from './listed-entry';
import { textOf } from './sheet-grid';

/** What is read from a cell that should hold a code: the code, or a Chinese sentence why it is none. */
export type ReadCode = { readonly code: string } | { readonly problem: string };

/** Excel keeps fifteen digits of a number. */
const MOST_DIGITS = 15;

const NO_CODE = '不是编码：编码应为4至16位数字，前面最多有4个字母';

const CODED =
  /^[\[【(（]?\s*([A-Za-zＡ-Ｚａ-ｚ]{0,4}[0-9０-９]{4,16})\s*[\]】)）]?([\s\u3000]*[-－—–−‑_＿.．、:：·|/~～]*[\s\u3000]*)(\S[\s\S]*)$/;
const DASH = /[-－—–−‑_＿]/;
const NAME_FIRST = /^([\s\S]*[^\s\-－—])\s*[(（\[【\-－—]\s*([A-Za-z]{0,4}[0-9]{6,16})\s*[)）\]】]?$/;

/** Without a mark between them, a name that begins with so many digits begins with a code; fewer behind letters. */
const SURE_LENGTH = 8;
const SURE_LENGTH_BEHIND_LETTERS = 6;
const SHORTEST_BEFORE_DIGIT = 6;
/** Longer texts are no names: looking for codes at their ends would take long. */
const LONGEST_CODED = 500;

/** Why the value of a cell is not there; null when it is. */
export function valueProblem(cell: PlacedCell | undefined): string | null {
  if (cell === undefined) return null;
  if (cell.isError) return `单元格是公式错误“${shorten(String(cell.value))}”`;
  if (cell.formula !== null && cell.value === null) return '公式没有计算结果，请用 Excel 打开并保存该文件后再导入';
  return null;
}

/** Reads a code, whether it stands as text or as a number. */
export function readCode(cell: PlacedCell): ReadCode {
  const problem = valueProblem(cell);
  if (problem !== null) return { problem };
  if (typeof cell.value === 'number') return numberCode(cell, cell.value);
  return textCode(textOf(cell));
}

function numberCode({ text, rawNumber }: PlacedCell, value: number): ReadCode {
  const digits = rawNumber !== null && /^[0-9]+$/.test(rawNumber) ? rawNumber : String(value);
  if (!/^[0-9]+$/.test(digits)) return { problem: `“${shorten(text)}”${NO_CODE}` };
  if (digits.length > MOST_DIGITS) {
    return { problem: '编码超过15位却以数字保存，末尾数字可能已丢失；请改为文本格式后重新填写' };
  }
  // Format 000000000 shows the zeros that the number has not kept.
  const code = /^0[0-9]+$/.test(text) && Number(text) === value ? text : digits;
  return CODE_SHAPE.test(code) ? { code } : { problem: `“${shorten(text)}”${NO_CODE}` };
}

function textCode(text: string): ReadCode {
  const plain = normalizeWidth(text).replace(/[\s']+/g, '');
  if (CODE_SHAPE.test(plain)) return { code: plain };
  const scientific = /^([0-9])(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})$/.exec(plain);
  if (scientific !== null) {
    const [, first, decimals = '', power] = scientific;
    if (decimals.length === Number(power)) return textCode(first + decimals);
    return { problem: `“${shorten(text)}”是科学计数法，末尾数字已丢失；请把该列改为文本格式后重新填写编码` };
  }
  const whole = /^([0-9]{4,15})\.0+$/.exec(plain);
  return whole === null ? { problem: `“${shorten(text)}”${NO_CODE}` } : { code: whole[1] };
}

/** Takes "111002681-扶持企业数量" or "扶持企业数量(111002681)" apart; undefined for a text without code. */
export function splitCodedName(text: string): { readonly code: string; readonly name: string } | undefined {
  if (text.length > LONGEST_CODED) return undefined;
  const match = CODED.exec(text);
  if (match !== null) {
    const [, written, marks, name] = match;
    const code = normalizeWidth(written);
    const digits = code.replace(/^[A-Za-z]+/, '');
    const isSure = digits.length >= (digits.length < code.length ? SURE_LENGTH_BEHIND_LETTERS : SURE_LENGTH);
    const isMarked = marks.trim() !== '' || /^[\[【]/.test(text);
    // 111000002-5G基站数量: a number behind a dash may be a name's, behind a point it goes on.
    const isName = !/^[0-9０-９]/.test(name) || (DASH.test(marks) && digits.length >= SHORTEST_BEFORE_DIGIT);
    if ((isMarked || isSure) && isName && !isDateLike(code)) return { code, name: name.trim() };
  }
  const behind = NAME_FIRST.exec(text);
  return behind === null || isDateLike(behind[2]) ? undefined : { code: behind[2], name: behind[1].trim() };
}
