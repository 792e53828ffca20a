import { cellKeyOf, type Edit } from '../../core/changes/change-set';
import type { Step } from '../../core/changes/operation';
import type { RowChange } from '../../core/changes/row-change';
import { rangeAfterRow } from '../../core/changes/shift-references';
import { rangeOfCell, topLeft, type CellRange } from '../../core/workbook/cell-address';
import { HostError } from '../../host/port/host-error';
import type { ApplyResult, ReformattedCell, WorkbookHost } from '../../host/port/workbook-host';
import { describeConflict, describeInterruption, describeRowConflict } from './describe-conflicts';
import { takenBackBy, type PlannedStep } from './plan-transition';

type Place = Pick<Edit, 'sheet' | 'address'>;

/** What came of writing planned steps. */
export interface CarriedOut {
  /** Steps that are in effect, or may be; edits that needed not be written are among them. */
  readonly steps: readonly Step[];
  /** The cells that were really written, where they stand now. */
  readonly written: readonly Place[];
  /** The steps that take these back. */
  readonly inverse: readonly Step[];
  /** Steps that are not in effect, or may not be, though nothing spoke against them. */
  readonly rest: readonly Step[];
  /** Chinese sentences. */
  readonly conflicts: readonly string[];
  readonly interruption: readonly string[];
}

/**
 * Writes steps one after the other, until one breaks off. Rejects with what the host says where nothing is in effect.
 * @param isInverse What was written is taken back: cells get exactly what they held, number formats included.
 */
export async function carryOut(
  host: WorkbookHost,
  label: string,
  planned: readonly PlannedStep[],
  isInverse: boolean,
): Promise<CarriedOut> {
  const steps: Step[] = [];
  let written: readonly Place[] = [];
  const inverse: Step[] = [];
  const conflicts: string[] = [];
  const end = (place: number, interruption: readonly string[], rest: readonly Step[]): CarriedOut => ({
    steps,
    written,
    inverse,
    rest: rest.concat(planned.slice(place + 1).map(({ step }) => step)),
    conflicts,
    interruption,
  });

  for (let place = 0; place < planned.length; place += 1) {
    const { step, settled, inverse: foreseen } = planned[place];
    try {
      if (step.kind === 'cells') {
        const edits = step.changes.edits;
        const changes = isInverse ? { label, edits, isInverse: true as const } : { label, edits };
        const result: ApplyResult = edits.length === 0 ? { written: 0, conflicts: [] } : await host.apply(changes);
        const inEffect = editsInEffect(edits, result);
        conflicts.push(...result.conflicts.map(describeConflict));
        written = written.concat(inEffect.map(({ sheet, address }) => ({ sheet, address })));
        if (inEffect.length + settled.length > 0) {
          const done = { ...step, changes: { ...step.changes, edits: inEffect } };
          steps.push({ ...step, changes: { ...step.changes, edits: inEffect.concat(settled) } });
          inverse.unshift(takenBackBy(done, settled));
        }
        if (result.interruption !== undefined) {
          const { unwritten, uncertain } = result.interruption;
          const rest = { ...step, changes: { ...step.changes, edits: unwritten.concat(uncertain) } };
          return end(place, describeInterruption(written.length, result.interruption), [rest]);
        }
        continue;
      }
      if (step.kind === 'rows') {
        const refused = await host.changeRows(step.changes);
        if (refused.length > 0) {
          conflicts.push(...refused.map(describeRowConflict));
          const others = step.changes.length - refused.length;
          if (others > 0) conflicts.push(`一同进行的另外 ${others} 处行的增删也没有进行。`);
          if (place + 1 < planned.length) conflicts.push('其后的修改没有进行。');
          return end(place, [], []);
        }
        written = followRows(written, step.changes);
      } else if (step.kind === 'addSheets') {
        await host.addSheets(step.sheets, step.after);
      } else {
        await host.removeSheets(step.sheets.map(({ name }) => name));
      }
      steps.push(step);
      inverse.unshift(...foreseen);
    } catch (error) {
      if (steps.length === 0 || !(error instanceof HostError)) throw error;
      const progress = `已写入 ${written.length} 处单元格，其余的修改没有进行。`;
      return end(place, [error.message, progress].concat(error.advice === '' ? [] : [error.advice]), [step]);
    }
  }
  return end(planned.length, [], []);
}

/** Cells of a row that went are named no more. */
function followRows(places: readonly Place[], changes: readonly RowChange[]): readonly Place[] {
  const ofSheet = new Map<string, RowChange[]>();
  for (const change of changes) {
    const others = ofSheet.get(change.sheet);
    if (others) others.push(change);
    else ofSheet.set(change.sheet, [change]);
  }
  const followed: Place[] = [];
  for (const { sheet, address } of places) {
    let range: CellRange | null = rangeOfCell(address);
    for (const change of ofSheet.get(sheet) || []) range = range === null ? null : rangeAfterRow(range, change);
    if (range !== null) followed.push({ sheet, address: topLeft(range) });
  }
  return followed;
}

/**
 * Those of the edits that are in effect, or may be, with the number formats that the host had to change.
 * Edits may have crossed a window boundary: they are copies, so cells are compared, not objects.
 */
export function editsInEffect(edits: readonly Edit[], { conflicts, interruption, reformatted }: ApplyResult): Edit[] {
  const unwritten = conflicts
    .map(({ edit }) => edit)
    .concat(interruption === undefined ? [] : interruption.unwritten)
    .map(cellKeyOf);
  const keys = new Set(unwritten);
  const formats = new Map((reformatted || []).map((cell) => [cellKeyOf(cell), cell] as const));
  return edits
    .filter((edit) => !keys.has(cellKeyOf(edit)))
    .map((edit) => withFormats(edit, formats.get(cellKeyOf(edit))));
}

/** What the host had to do to the cell beside what was asked for is taken back with it. */
function withFormats(edit: Edit, reformatted: ReformattedCell | undefined): Edit {
  if (reformatted === undefined) return edit;
  const { from, to } = reformatted;
  return { ...edit, before: { ...edit.before, numberFormat: from }, after: { ...edit.after, numberFormat: to } };
}
