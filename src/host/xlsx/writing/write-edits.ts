import type { Edit } from '../../../core/changes/change-set';
import type { WorkbookRecord } from '../reading/workbook-reader';
import { writeArchive } from '../zip/zip-writer';
import { planEdits, type SheetPlan } from './edit-plan';
import { PackageWriter } from './package-writer';
import { writeSheet } from './sheet-writer';
import { writeWithStyles } from './styles-part';

/** True when any cell of the workbook has a formula. */
export function hasFormulas(workbook: WorkbookRecord): boolean {
  return workbook.sheets.some(({ worksheet }) => worksheet?.cells.some((cell) => cell.formula !== null));
}

/** A written file and what was planned for it, so that the result can be proven. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly plans: readonly SheetPlan[];
}

/** Writes edits into a copy of the package, of which only the parts concerned change. */
export function writeEdits(workbook: WorkbookRecord, edits: readonly Edit[]): Written {
  const plans = planEdits(workbook, edits);
  const writer = new PackageWriter(workbook.archive, workbook.limits);
  if (plans.length > 0) {
    writeWithStyles(writer, workbook, (styles) => {
      for (const plan of plans) {
        const { part } = plan.worksheet;
        writer.write(part, writeSheet(writer.read(part), plan, styles, workbook.limits));
      }
    });
  }
  const changed = plans.flatMap((plan) => plan.cells).filter((cell) => cell.content !== null);
  const changesFormulas = changed.some((cell) => cell.hadFormula || cell.content?.formula !== null);
  if (changed.length > 0 && (changesFormulas || hasFormulas(workbook)))
    writer.requestCalculation(workbook.workbookPart);
  if (changesFormulas) removeCalculationChain(writer, workbook);
  return { bytes: writeArchive(workbook.archive, writer.changes), plans };
}

/** A chain that names a cell without a formula makes Excel call the file damaged; Excel rebuilds a missing one. */
export function removeCalculationChain(writer: PackageWriter, { relationships, workbookPart }: WorkbookRecord): void {
  const chain = relationships.find(({ type }) => type === 'calcChain');
  if (chain) writer.removePart(workbookPart, chain.target);
}
