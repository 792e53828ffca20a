import type { FormCell } from '../../forms/form';
import { findDocumentNumbers, type DocumentNumber } from '../../values/document-numbers';
import { cellFix } from '../cell-fix';
import { defineTextRule } from '../define-text-rule';
import type { WrittenText } from '../written-texts';

/** The document numbers that stand in one cell, with the offset at which the cell's text begins in the whole text. */
interface CellNumbers {
  readonly cell: FormCell;
  readonly cellStart: number;
  readonly numbers: readonly DocumentNumber[];
}

/** Numbers one message names. */
const LONGEST_LIST = 5;

export default defineTextRule({
  id: 'text/document-number',
  severity: 'error',
  title: '发文字号应由发文机关代字、六角括号内的年份和编号组成',
  why: '文号是查找依据的唯一线索；缺少编号就无法核对，括号不规范会影响检索。',
  basis: '《党政机关公文格式》（GB/T 9704—2012）',
  example: { wrong: '南府规〔2022〕号', right: '南府规〔2022〕8号' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  messages: {
    missing: '文号{found}缺少编号，请按原文件补全。',
    brackets: { severity: 'info', text: '文号{found}的年份应加六角括号，应写为{expected}。' },
  },
  *check(text, problem) {
    for (const { cell, cellStart, numbers } of numbersByCell(text)) {
      const missing = numbers.filter(({ number }) => number === '');
      const bracketed = numbers.filter(({ number, hasRightBrackets }) => number !== '' && !hasRightBrackets);
      if (missing.length > 0) yield problem('missing', cell, { found: list(missing) }, { quote: missing[0].text });
      if (bracketed.length === 0) continue;
      const expected = list(bracketed, corrected);
      const fixed = withRightBrackets(cell, cellStart, bracketed);
      const fix = fixed === null ? undefined : cellFix('文号改用六角括号', cell, fixed);
      yield problem(
        'brackets',
        cell,
        { found: list(bracketed), expected },
        { expected, fix, quote: bracketed[0].text },
      );
    }
  },
});

function numbersByCell(text: WrittenText): readonly CellNumbers[] {
  const groups: { cell: FormCell; cellStart: number; numbers: DocumentNumber[] }[] = [];
  for (const number of findDocumentNumbers(text.text)) {
    const cell = text.cellAt(number.start);
    const last = groups[groups.length - 1];
    if (last && last.cell === cell) last.numbers.push(number);
    else groups.push({ cell, cellStart: startOfCell(text, cell, number.start), numbers: [number] });
  }
  return groups;
}

/** Where the text of the cell begins that holds this offset. */
function startOfCell(text: WrittenText, cell: FormCell, offset: number): number {
  if (text.project !== null || text.cellAt(0) === cell) return 0;
  let start = offset;
  while (start > 0 && text.cellAt(start - 1) === cell) start -= 1;
  return start;
}

function list(
  numbers: readonly DocumentNumber[],
  write: (number: DocumentNumber) => string = ({ text }) => text,
): string {
  const named = numbers.slice(0, LONGEST_LIST).map((number) => `“${write(number)}”`);
  return named.join('、') + (numbers.length > LONGEST_LIST ? '等' : '');
}

function corrected({ text, start, brackets: [opening, closing] }: DocumentNumber): string {
  const year = text.slice(opening + 1 - start, closing - start);
  return `${text.slice(0, opening - start)}〔${year}〕${text.slice(closing + 1 - start)}`;
}

/** The cell's text with all brackets replaced; null where the number runs on in another cell or the text is not what was typed. */
function withRightBrackets(cell: FormCell, cellStart: number, numbers: readonly DocumentNumber[]): string | null {
  if (cell.value !== cell.text) return null;
  const signs = cell.text.split('');
  for (const { text: found, start, brackets } of numbers) {
    const [opening, closing] = brackets.map((offset) => offset - cellStart);
    // Markup is blanked out in the text that was searched, so the numbers are compared bracket by bracket.
    if (signs[opening] !== found.charAt(brackets[0] - start) || signs[closing] !== found.charAt(brackets[1] - start))
      return null;
    signs[opening] = '〔';
    signs[closing] = '〕';
  }
  return signs.join('');
}
