import type { CellContent, Conflict, Edit } from '../../core/changes/change-set';
import type { RowConflict } from '../../core/changes/row-change';
import { formatAddress } from '../../core/workbook/cell-address';
import type { Interruption } from '../../host/port/workbook-host';

/** Cells named in one sentence. */
const NAMED_CELLS = 20;

/** One Chinese sentence: which cell was left alone, and why. */
export function describeConflict({ edit, found }: Pick<Conflict, 'edit' | 'found'>): string {
  return `工作表“${edit.sheet}”的 ${formatAddress(edit.address)} 已被改动（现在是${describeContent(found)}），未写入。`;
}

/** Of an edit whose cell may stand elsewhere now. */
export function describeMoved({ sheet, address }: Pick<Edit, 'sheet' | 'address'>): string {
  return `工作表“${sheet}”插入、删除或排序过行列，${formatAddress(address)} 可能已经移动，未写入。`;
}

export function describeLocked({ sheet, address }: Pick<Edit, 'sheet' | 'address'>): string {
  return `工作表“${sheet}”受保护，${formatAddress(address)} 已锁定，未写入。`;
}

export function describeLostSheet({ sheet, address }: Pick<Edit, 'sheet' | 'address'>): string {
  return `工作表“${sheet}”已不存在，${formatAddress(address)} 未写入。`;
}

export function describeRowConflict({ change, reason }: RowConflict): string {
  const what = change.kind === 'insert' ? '插入' : '删除';
  return `工作表“${change.sheet}”${reason}，没有${what}第 ${change.row + 1} 行。`;
}

/** Chinese sentences: why writing broke off, what is in effect, what is not, what to do. */
export function describeInterruption(
  written: number,
  { message, advice, unwritten, uncertain }: Interruption,
): readonly string[] {
  const sentences = [message];
  if (written > 0) sentences.push(`已写入 ${written} 处。`);
  if (unwritten.length > 0) sentences.push(`没有写入 ${unwritten.length} 处：${listCells(unwritten)}。`);
  if (uncertain.length > 0) {
    sentences.push(`不能确定是否写入 ${uncertain.length} 处，请核对：${listCells(uncertain)}。`);
  }
  return advice === '' ? sentences : [...sentences, advice];
}

/** "工作表“表”的 B2、B3；工作表“表二”的 C1 等" */
function listCells(edits: readonly Edit[]): string {
  const cellsOf = new Map<string, string[]>();
  for (const { sheet, address } of edits.slice(0, NAMED_CELLS)) {
    const cells = cellsOf.get(sheet) || [];
    cells.push(formatAddress(address));
    cellsOf.set(sheet, cells);
  }
  const lists: string[] = [];
  cellsOf.forEach((cells, sheet) => lists.push(`工作表“${sheet}”的 ${cells.join('、')}`));
  return lists.join('；') + (edits.length > NAMED_CELLS ? ' 等' : '');
}

function describeContent({ value, formula }: CellContent): string {
  if (formula !== null) return `公式“=${shorten(formula)}”`;
  if (value === null || value === '') return '空白';
  return `“${shorten(String(value))}”`;
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
