import {
  cellKeyOf,
  invertChangeSet,
  type CellContent,
  type ChangeSet,
  type Conflict,
  type Edit,
} from '../core/changes/change-set';
import { formatAddress } from '../core/workbook/cell-address';
import type { ApplyResult, Interruption, ReformattedCell } from '../host/port/workbook-host';

/** Cells named in one sentence. */
const NAMED_CELLS = 20;

/** A change as it was written: what can be taken back, and what was refused. */
export interface AppliedChange {
  readonly label: string;
  readonly written: number;
  /** Takes back exactly what is in effect, or may be; null when nothing is. */
  readonly inverse: ChangeSet | null;
  /** One Chinese sentence for each cell that was left alone. */
  readonly conflicts: readonly string[];
  /** Where writing broke off half-way: Chinese sentences that say why, what is in effect, what is not, what to do. */
  readonly interruption: readonly string[];
}

/** @param moved Edits that were not asked for, because another cell may stand at their address now. */
export function describeApplied(changes: ChangeSet, result: ApplyResult, moved: readonly Edit[] = []): AppliedChange {
  // Edits may have crossed a window boundary: they are copies, so cells are compared, not objects.
  const undone = result.conflicts
    .map(({ edit }) => edit)
    .concat(result.interruption === undefined ? [] : result.interruption.unwritten)
    .concat(moved);
  const undoneKeys = new Set(undone.map(cellKeyOf));
  const reformatted = new Map((result.reformatted || []).map((cell) => [cellKeyOf(cell), cell] as const));
  const edits = changes.edits
    .filter((edit) => !undoneKeys.has(cellKeyOf(edit)))
    .map((edit) => withFormats(edit, reformatted.get(cellKeyOf(edit))));
  return {
    label: changes.label,
    written: result.written,
    inverse: edits.length === 0 ? null : invertChangeSet({ label: changes.label, edits }),
    conflicts: result.conflicts.map(describeConflict).concat(moved.map(describeMoved)),
    interruption: result.interruption === undefined ? [] : describeInterruption(result.written, result.interruption),
  };
}

/** What the host had to do to the cell beside what was asked for is taken back with it. */
function withFormats(edit: Edit, reformatted: ReformattedCell | undefined): Edit {
  if (reformatted === undefined) return edit;
  const { from, to } = reformatted;
  return { ...edit, before: { ...edit.before, numberFormat: from }, after: { ...edit.after, numberFormat: to } };
}

function describeInterruption(
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

function describeConflict({ edit, found }: Conflict): string {
  return `工作表“${edit.sheet}”的 ${formatAddress(edit.address)} 已被改动（现在是${describeContent(found)}），未写入。`;
}

function describeMoved({ sheet, address }: Edit): string {
  return `工作表“${sheet}”插入、删除或排序过行列，${formatAddress(address)} 可能已经移动，未写入。`;
}

function describeContent({ value, formula }: CellContent): string {
  if (formula !== null) return `公式“=${shorten(formula)}”`;
  if (value === null || value === '') return '空白';
  return `“${shorten(String(value))}”`;
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
