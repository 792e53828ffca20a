import path from 'node:path';
import { applyChangeSet } from '../../core/changes/apply-change-set';
import { cellKeyOf, type Edit } from '../../core/changes/change-set';
import type { RowChange } from '../../core/changes/row-change';
import type { Form } from '../../core/forms/form';
import { readForms } from '../../core/forms/read-forms';
import { placeRowChanges } from '../../core/normalizing/place-row-changes';
import type { LeftToPerson, NormalizationPlan, PlannedRepair } from '../../core/normalizing/normalization-plan';
import { planInSteps, type PlanningOptions } from '../../core/normalizing/plan-normalization';
import type { ReviewOptions, ReviewProgress } from '../../core/review/run-review';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import { openXlsx, XlsxHost, type XlsxWorkbook } from '../../host/xlsx';
import { acceptanceKey, createAcceptances } from '../../session/acceptances';
import { describeFinding } from '../../session/checking/report-in-steps';
import { UsageError } from '../usage-error';
import { convertAll, type Conversion, type Template } from './convert-to-template';

/** A row that came or went. */
export interface MadeRow {
  readonly repair: PlannedRepair;
  /** As it was made, after those of the sheet before it. */
  readonly change: RowChange;
}

/** A copy of a workbook in the template's writing. */
export interface NormalizedWorkbook {
  /** The file as it is to be written; the bytes of the original where nothing was to be done. */
  readonly bytes: Uint8Array;
  /** Repairs whose cells were written, in the order of the plan. */
  readonly written: readonly PlannedRepair[];
  /** In the order they were made. */
  readonly rows: readonly MadeRow[];
  readonly left: readonly LeftToPerson[];
  /** Null where no template was asked for. */
  readonly conversion: Conversion | null;
}

export interface NormalizingListener {
  onProgress(progress: ReviewProgress): void;
  /** @param warning Chinese sentence. */
  onWarning(warning: string): void;
}

export type NormalizingMeans = ReviewOptions &
  Pick<PlanningOptions, 'repairs'> & { readonly template: Template | null };

/**
 * A copy with all repairs made that nobody has to decide about.
 * @throws HostError where the file cannot be read or written. @throws UsageError where it holds no form.
 */
export async function normalizeWorkbook(
  file: string,
  bytes: Uint8Array,
  means: NormalizingMeans,
  listener: NormalizingListener,
): Promise<NormalizedWorkbook> {
  const workbook = openXlsx(bytes, { name: path.basename(file) });
  workbook.warnings.forEach((warning) => listener.onWarning(warning));
  const { snapshot } = workbook;
  const { forms } = readForms(snapshot);
  if (forms.length === 0) throw new UsageError('没有找到申报表，没有写入。');
  const host = new XlsxHost(workbook);
  const { acceptances, problem } = await createAcceptances(host.workbookStorage).read();
  if (problem !== null) listener.onWarning(problem);
  const accepted = new Set(acceptances.map(acceptanceKey));
  const plan = runThrough(
    planInSteps(snapshot, {
      ...means,
      locked: lockedCellsOf(workbook, forms),
      isAccepted: (finding, form, cell) =>
        accepted.size > 0 && accepted.has(acceptanceKey({ ...describeFinding(finding, form ?? undefined), cell })),
    }),
    listener,
  );
  const repaired = await makeRepairs(host, snapshot, plan);
  if (means.template === null) return { ...repaired, conversion: null, bytes: host.save() };
  const converted = convertAll(openXlsx(host.save(), { name: workbook.name }), means.template);
  const warnings = converted.workbook.warnings.filter((warning) => workbook.warnings.indexOf(warning) < 0);
  warnings.forEach((warning) => listener.onWarning(warning));
  return { ...repaired, conversion: converted.conversion, bytes: converted.workbook.bytes };
}

function runThrough(steps: ReturnType<typeof planInSteps>, { onProgress }: NormalizingListener): NormalizationPlan {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value);
  }
}

/** Cells of forms, and others that hold something, which sheet protection keeps from being written. */
function lockedCellsOf(workbook: XlsxWorkbook, forms: readonly Form[]): ReadonlySet<string> {
  const locked = new Set<string>();
  const protectedSheets = workbook.snapshot.sheets.filter(({ isProtected }) => isProtected);
  if (protectedSheets.length === 0) return locked;
  const note = (sheet: string, row: number, column: number): void => {
    const place = { sheet, address: { row, column } };
    if (workbook.isLocked(sheet, place.address)) locked.add(cellKeyOf(place));
  };
  for (const { name, cells } of protectedSheets) {
    for (const { row, column } of cells) note(name, row, column);
    for (const { sheet, range } of forms) {
      if (sheet !== name) continue;
      for (let row = range.top; row <= range.bottom; row += 1)
        for (let column = range.left; column <= range.right; column += 1) note(name, row, column);
    }
  }
  return locked;
}

async function makeRepairs(
  host: XlsxHost,
  snapshot: WorkbookSnapshot,
  { repairs, left }: NormalizationPlan,
): Promise<Omit<NormalizedWorkbook, 'bytes' | 'conversion'>> {
  const edits = repairs.reduce<readonly Edit[]>((all, repair) => all.concat(repair.edits), []);
  const changes = { label: '规范', edits };
  const { conflicts } = await host.apply(changes);
  if (conflicts.length > 0) throw new Error('A repair expects something else in a cell than it holds.');
  const { rows, refused } = await makeRows(host, applyChangeSet(snapshot, changes).snapshot, repairs);
  return {
    written: repairs.filter((repair) => repair.edits.length > 0),
    rows,
    left: [...left, ...refused],
  };
}

/** Rows sheet by sheet: where something on a sheet cannot follow its rows, the other sheets are none the worse. */
async function makeRows(
  host: XlsxHost,
  edited: WorkbookSnapshot,
  repairs: readonly PlannedRepair[],
): Promise<{ readonly rows: readonly MadeRow[]; readonly refused: readonly LeftToPerson[] }> {
  const wanted = repairs.filter(({ row }) => row !== null);
  const rows: MadeRow[] = [];
  const refused: LeftToPerson[] = [];
  for (const sheet of Array.from(new Set(wanted.map((repair) => repair.sheet)))) {
    const ofSheet = wanted.filter((repair) => repair.sheet === sheet);
    const refuse = (reason: string, made: readonly PlannedRepair[] = []): void => {
      for (const repair of ofSheet) {
        if (made.includes(repair)) continue;
        const { ruleIds, cell, project } = repair;
        refused.push({ ruleId: ruleIds[0], sheet, cell, project, reason, kind: 'refused' });
      }
    };
    const intended = ofSheet.map(({ row }) => row as RowChange);
    const { changes, intents } = placeRowChanges(edited, intended);
    try {
      const conflicts = await host.changeRows(changes);
      if (conflicts.length > 0) {
        refuse(`没有增删行：${conflicts[0].reason}。`);
        continue;
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      refuse(error.message + error.advice);
      continue;
    }
    const made = intents.map((intent) => ofSheet[intended.indexOf(intent)]);
    changes.forEach((change, index) => rows.push({ repair: made[index], change }));
    refuse('工作表的合并单元格不允许在这里增删行，请人工处理。', made);
  }
  return { rows, refused };
}
