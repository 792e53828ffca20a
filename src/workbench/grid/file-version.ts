import { cellKeyOf, isSameContent, type Edit } from '../../core/changes/change-set';
import type { WorkbookFile } from '../workbook-file';
import type { TouchedCell } from './cell-contents';
import { addressAfter, editsBetween, fileAfter, isInverse, type StructureChange } from './structure-change';
import { countStructure, type StructureCount } from './structure-count';

interface Origin {
  readonly version: FileVersion;
  readonly change: StructureChange;
  /** Edits since the file was opened that are in `file` now, where they stand in it. */
  readonly carried: readonly Edit[];
}

/** A version to be shown, and what is to be edited in it. */
export interface NextVersion {
  readonly version: FileVersion;
  readonly edits: readonly Edit[];
}

/**
 * What cells hold that the file after the change says otherwise: edits that are not in it, and results that the grid calculated.
 * @param former Cells touched before the change.
 */
export function touchedAfter(
  { version, edits }: NextVersion,
  change: StructureChange,
  former: readonly TouchedCell[],
): TouchedCell[] {
  const cells = new Map<string, TouchedCell>();
  for (const edit of edits) {
    const { sheet, address, after } = edit;
    cells.set(cellKeyOf(edit), { sheet, address, now: { ...after, text: '', isError: false } });
  }
  for (const { sheet, address: before, now } of former) {
    const address = now.formula === null ? null : addressAfter(sheet, before, change);
    if (address === null) continue;
    const key = cellKeyOf({ sheet, address });
    const cell = cells.get(key)?.now ?? version.file.snapshot.findSheet(sheet)?.cellAt(address.row, address.column);
    if (!cell || cell.formula === null) continue;
    cells.set(key, { sheet, address, now: { ...now, formula: cell.formula, numberFormat: cell.numberFormat } });
  }
  return [...cells.values()];
}

/**
 * The file that the grid stands on. Cells are patched into it when it is saved; rows and sheets cannot be, so each change of them makes a new
 * file with all edits so far. Taking the change back leads back to the file before it: what was opened is given out as it was.
 */
export class FileVersion {
  constructor(
    readonly file: WorkbookFile,
    private readonly origin: Origin | null = null,
  ) {}

  /** @param edits What differs from `file`. Throws `HostError`; then nothing was changed. */
  after(change: StructureChange, edits: readonly Edit[]): NextVersion {
    const next = fileAfter(edits.length > 0 ? this.file.withEdits(edits) : this.file, change);
    if (this.origin && isInverse(this.origin.change, change)) {
      const { version } = this.origin;
      const remaining = editsBetween(version.file.snapshot, next.snapshot);
      if (remaining !== null) return { version, edits: remaining };
    }
    const carried: Edit[] = [];
    for (const edit of this.editsSinceOpened(edits)) {
      const address = addressAfter(edit.sheet, edit.address, change);
      if (address !== null) carried.push({ ...edit, address });
    }
    return { version: new FileVersion(next, { version: this, change, carried }), edits: [] };
  }

  /** What differs from the file that was opened, where it stands now; rows and sheets that came are not cells that were edited. */
  editsSinceOpened(edits: readonly Edit[]): Edit[] {
    const all = new Map((this.origin?.carried ?? []).map((edit) => [cellKeyOf(edit), edit] as const));
    for (const edit of edits) {
      const before = all.get(cellKeyOf(edit))?.before ?? edit.before;
      all.set(cellKeyOf(edit), { ...edit, before });
    }
    return [...all.values()].filter(
      ({ before, after }) => !isSameContent(before, after) || before.numberFormat !== after.numberFormat,
    );
  }

  get structureCount(): StructureCount {
    return countStructure(this.changes);
  }

  private get changes(): readonly StructureChange[] {
    return this.origin ? [...this.origin.version.changes, this.origin.change] : [];
  }
}
