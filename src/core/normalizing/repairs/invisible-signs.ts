import { containsCell } from '../../workbook/cell-address';
import { readCell } from '../../forms/sheet-view';
import { defineFormRepair } from '../define-repair';
import { typedTextOf } from '../typed-text';

/** Blanks without width, marks of writing direction, soft hyphens; and the signs of control that no program writes on purpose. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f]/g;
/** Blanks that a line does not break at. */
const UNBROKEN = /[\u00a0\u2007\u202f]/g;

export default defineFormRepair({
  id: 'template/invisible-signs',
  label: '删去看不见的字符',
  title: '文字中不应有看不见的字符，空格用普通空格',
  why: '从网页复制来的零宽字符和不间断空格看不出来，却使查找、比对和导入失败。',
  basis: '填报惯例',
  example: { wrong: '培训[零宽空格]人数', right: '培训人数' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  *propose(form, repair, context) {
    const sheet = context.sheetOf(form);
    if (sheet === undefined) return;
    for (const { row, column, value } of sheet.cellsOfRows(form.range.top, form.range.bottom)) {
      if (!containsCell(form.range, { row, column }) || typeof value !== 'string' || visible(value) === value) continue;
      const cell = readCell(sheet, row, column);
      const text = typedTextOf(cell);
      if (text !== null && /\S/.test(visible(text))) yield repair.write(cell, visible(text));
    }
  },
});

function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(UNBROKEN, ' ');
}
