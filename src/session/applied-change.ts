import { invertChangeSet, type CellContent, type ChangeSet, type Conflict } from '../core/changes/change-set';
import { formatAddress, isSameAddress } from '../core/workbook/cell-address';
import type { ApplyResult } from '../host/port/workbook-host';

/** A change as it was written: what can be taken back, and what was refused. */
export interface AppliedChange {
  readonly label: string;
  readonly written: number;
  /** Takes back exactly what was written; null when nothing was. */
  readonly inverse: ChangeSet | null;
  /** One Chinese sentence for each cell that was left alone. */
  readonly conflicts: readonly string[];
}

export function describeApplied(changes: ChangeSet, result: ApplyResult): AppliedChange {
  // Conflicts may have crossed a window boundary: they are copies, so cells are compared, not objects.
  const edits = changes.edits.filter(
    (edit) =>
      !result.conflicts.some(
        ({ edit: refused }) => refused.sheet === edit.sheet && isSameAddress(refused.address, edit.address),
      ),
  );
  return {
    label: changes.label,
    written: result.written,
    inverse: edits.length === 0 ? null : invertChangeSet({ label: changes.label, edits }),
    conflicts: result.conflicts.map(describeConflict),
  };
}

function describeConflict({ edit, found }: Conflict): string {
  return `工作表“${edit.sheet}”的 ${formatAddress(edit.address)} 已被改动（现在是${describeContent(found)}），未写入。`;
}

function describeContent({ value, formula }: CellContent): string {
  if (formula !== null) return `公式“=${shorten(formula)}”`;
  if (value === null || value === '') return '空白';
  return `“${shorten(String(value))}”`;
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
