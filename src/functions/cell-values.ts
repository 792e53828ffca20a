import { CellError } from '../host/excel/custom-functions';

/** What `CODE` gives back. */
export type CodeOutput = 'codedName' | 'code' | 'name';

const OUTPUTS: Readonly<Record<string, CodeOutput>> = {
  '': 'codedName',
  '编码-名称': 'codedName',
  编码名称: 'codedName',
  编码: 'code',
  名称: 'name',
};

/**
 * The text of one cell; "" for a blank one, which Excel hands over as "", 0 or null, each version its own.
 * @param what Name of the argument, for the message.
 * @throws CellError for more than one cell.
 */
export function cellText(value: unknown, what: string): string {
  if (Array.isArray(value)) {
    const isOneCell = value.length === 1 && Array.isArray(value[0]) && value[0].length === 1;
    if (isOneCell) return cellText(value[0][0], what);
    throw new CellError('#VALUE!', `“${what}”只能是一个单元格，请把公式向下填充到每一行。`);
  }
  // A version of Excel that remembers an older functions.json hands over something of its own in place of a new argument.
  if (value === null || value === undefined || typeof value === 'object') return '';
  const text = String(value).trim();
  return text === '0' ? '' : text;
}

/** @throws CellError for anything but the three words. */
export function parseOutput(text: string): CodeOutput {
  const word = text.replace(/[\s\u3000]/g, '').replace(/[－—–]/g, '-');
  if (Object.prototype.hasOwnProperty.call(OUTPUTS, word)) return OUTPUTS[word];
  throw new CellError('#VALUE!', `输出“${text}”认不出，请写“编码”“名称”或“编码-名称”，也可以不写。`);
}
