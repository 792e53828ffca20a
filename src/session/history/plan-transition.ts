import { applyChangeSet } from '../../core/changes/apply-change-set';
import { applyOperation } from '../../core/changes/apply-operation';
import { applyRowChanges } from '../../core/changes/apply-row-changes';
import { BLANK_CONTENT, invertChangeSet, isSameContent, type Edit } from '../../core/changes/change-set';
import { invertStep } from '../../core/changes/invert-operation';
import type { NewSheet, Operation, Step } from '../../core/changes/operation';
import { contentOf } from '../../core/changes/placed-cell';
import { RefusedRows } from '../../core/changes/refused-rows';
import type { RowChange } from '../../core/changes/row-change';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { describeConflict, describeLostSheet, describeMoved, describeRowConflict } from './describe-conflicts';

/** What the workbook may not have undergone since the operation was made. */
export interface Expectations {
  /** Whether a row, as counted before the operation, stands where it stood. */
  stands(sheet: string, row: number): boolean;
  /** Whether a sheet that is to go is as it was added. */
  isAsAdded(sheet: SheetSnapshot): boolean;
  /** True for taking back and doing again: cells that hold already what they should are part of what is in effect. */
  readonly isReturn: boolean;
}

/** A step that the workbook allows, in addresses as they really are, and without what it does not allow. */
export interface PlannedStep {
  readonly step: Step;
  /** Edits that need not be written, and count as written. */
  readonly settled: readonly Edit[];
  /** The steps that take it back, settled edits included. */
  readonly inverse: readonly Step[];
}

export interface TransitionPlan {
  /** None that does nothing. */
  readonly steps: readonly PlannedStep[];
  /** Chinese sentences. */
  readonly conflicts: readonly string[];
}

/** What of an operation can be done with the workbook as it is. */
export function planTransition(
  snapshot: WorkbookSnapshot,
  operation: Operation,
  expectations: Expectations,
): TransitionPlan {
  const planner = new Planner(snapshot, expectations);
  operation.steps.forEach((step) => planner.add(step));
  return planner;
}

/** The edits of a step, and others that are in effect with them, taken back. */
export function takenBackBy({ changes }: CellsStep, others: readonly Edit[]): Step {
  return { kind: 'cells', changes: invertChangeSet({ label: '', edits: changes.edits.concat(others) }) };
}

type CellsStep = Extract<Step, { readonly kind: 'cells' }>;

class Planner implements TransitionPlan {
  readonly steps: PlannedStep[] = [];
  readonly conflicts: string[] = [];
  private readonly refused = new Map<string, RefusedRows>();
  private readonly made: RowChange[] = [];

  constructor(
    private snapshot: WorkbookSnapshot,
    private readonly expectations: Expectations,
  ) {}

  add(step: Step): void {
    switch (step.kind) {
      case 'cells':
        return this.addCells(step);
      case 'rows':
        return this.addRows(step);
      case 'addSheets':
        return this.addNewSheets(step);
      case 'removeSheets':
        return this.addRemovals(step);
    }
  }

  private addCells(step: CellsStep): void {
    const edits: Edit[] = [];
    const settled: Edit[] = [];
    for (const asked of step.changes.edits) {
      const { sheet, before, after, address } = asked;
      const found = this.snapshot.findSheet(sheet);
      const row = this.refusedOf(sheet).rowOf(address.row);
      if (!found) {
        this.conflicts.push(describeLostSheet(asked));
      } else if (row === null || !this.stands(sheet, row)) {
        this.conflicts.push(describeMoved(asked));
      } else {
        const edit = row === address.row ? asked : { ...asked, address: { ...address, row } };
        const cell = found.cellAt(row, address.column);
        const content = cell ? contentOf(cell) : BLANK_CONTENT;
        if (isSameContent(content, before)) edits.push(edit);
        else if (this.expectations.isReturn && isSameContent(content, after)) settled.push(edit);
        else this.conflicts.push(describeConflict({ edit, found: content }));
      }
    }
    if (edits.length + settled.length === 0) return;
    const changes = { ...step.changes, edits };
    this.take({ ...step, changes }, applyChangeSet(this.snapshot, changes).snapshot, settled);
  }

  private addRows({ changes }: Extract<Step, { readonly kind: 'rows' }>): void {
    const made: RowChange[] = [];
    let after = this.snapshot;
    for (const change of changes) {
      const refused = this.refusedOf(change.sheet);
      const placed = refused.place(change);
      const reason = placed === null ? '前一处行的增删没有进行' : this.refusalOf(placed);
      const result = placed === null || reason !== null ? null : applyRowChanges(after, [placed]);
      if (placed === null || result === null || result.conflicts.length > 0) {
        const found = result === null ? reason : result.conflicts[0].reason;
        this.conflicts.push(describeRowConflict({ change: placed || change, reason: found || '' }));
        refused.refuse(change);
        continue;
      }
      refused.pass(change);
      made.push(placed);
      this.made.push(placed);
      after = result.snapshot;
    }
    if (made.length > 0) this.take({ kind: 'rows', changes: made }, after);
  }

  private addNewSheets(step: Extract<Step, { readonly kind: 'addSheets' }>): void {
    const names = new Set(this.snapshot.sheets.map(({ name }) => name.toLowerCase()));
    const sheets = step.sheets.filter(({ name }) => {
      const isTaken = names.has(name.toLowerCase());
      if (isTaken) this.conflicts.push(`已有名为“${name}”的工作表，没有添加。`);
      return !isTaken;
    });
    const last = this.snapshot.sheets[this.snapshot.sheets.length - 1];
    const after = this.snapshot.findSheet(step.after) ? step.after : last.name;
    if (sheets.length > 0) this.take({ kind: 'addSheets', sheets, after }, this.snapshot);
  }

  private addRemovals(step: Extract<Step, { readonly kind: 'removeSheets' }>): void {
    const going = step.sheets.filter((sheet) => this.mayGo(sheet));
    const names = new Set(going.map(({ name }) => name));
    const isOneLeft = this.snapshot.sheets.some(({ name, visibility }) => visibility === 'visible' && !names.has(name));
    const sheets = isOneLeft ? going : going.slice(1);
    if (!isOneLeft && going.length > 0) {
      this.conflicts.push(`工作表“${going[0].name}”是最后一张可见的工作表，没有删除。`);
    }
    if (sheets.length === 0) return;
    const removal: Step = { kind: 'removeSheets', sheets, after: step.after };
    this.take(removal, applyOperation(this.snapshot, { label: '', steps: [removal] }).snapshot);
  }

  private mayGo({ name }: NewSheet): boolean {
    const sheet = this.snapshot.findSheet(name);
    if (sheet && this.expectations.isAsAdded(sheet)) return true;
    this.conflicts.push(
      sheet ? `工作表“${name}”添加后被改动过，没有删除。` : `工作表“${name}”已被删除或改名，没有再动。`,
    );
    return false;
  }

  private take(step: Step, after: WorkbookSnapshot, settled: readonly Edit[] = []): void {
    const inverse = step.kind === 'cells' ? [takenBackBy(step, settled)] : invertStep(this.snapshot, step);
    this.steps.push({ step, settled, inverse });
    this.snapshot = after;
  }

  private refusedOf(sheet: string): RefusedRows {
    const refused = this.refused.get(sheet) || new RefusedRows();
    this.refused.set(sheet, refused);
    return refused;
  }

  private refusalOf({ kind, sheet, ...change }: RowChange): string | null {
    const row = kind === 'insert' && 'like' in change ? change.like : change.row;
    return this.stands(sheet, row) ? null : '插入、删除或排序过行列';
  }

  /** Rows that the operation itself brought stand where it put them. */
  private stands(sheet: string, row: number): boolean {
    let origin = row;
    for (const change of this.made.slice().reverse()) {
      if (change.sheet !== sheet) continue;
      if (change.kind === 'insert' && change.row === origin) return true;
      if (change.kind === 'insert') origin -= origin > change.row ? 1 : 0;
      else origin += origin >= change.row ? 1 : 0;
    }
    return this.expectations.stands(sheet, origin);
  }
}
