import type { Edit } from '../../../core/changes/change-set';
import type { WorkbookRecord } from '../reading/workbook-reader';
import { writeArchive } from '../zip/zip-writer';
import { planEdits, type SheetPlan } from './edit-plan';
import { PackageWriter } from './package-writer';
import { writeSheet } from './sheet-writer';
import { StyleWriter } from './style-writer';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml';
const STRICT_RELATIONSHIPS = `${STRICT}/officeDocument/relationships`;
const STRICT_MAIN = `${STRICT}/spreadsheetml/main`;

/** The least that a styles part must hold. */
function blankStyles(namespace: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
  );
}

function hasFormulas(workbook: WorkbookRecord): boolean {
  return workbook.sheets.some(({ worksheet }) => worksheet?.cells.some((cell) => cell.formula !== null));
}

function highestStyle(workbook: WorkbookRecord): number {
  let highest = 0;
  for (const { worksheet } of workbook.sheets) {
    if (!worksheet) continue;
    for (const { style } of worksheet.cells) highest = Math.max(highest, style);
    for (const style of worksheet.rowStyles.values()) highest = Math.max(highest, style);
    for (const { style } of worksheet.columnStyles) highest = Math.max(highest, style);
  }
  return highest;
}

function writeSheets(writer: PackageWriter, workbook: WorkbookRecord, plans: readonly SheetPlan[]): void {
  const { limits, relationships, archive } = workbook;
  const link = relationships.find(({ type, target }) => type === 'styles' && archive.has(target));
  const isStrict = writer.read(workbook.workbookPart).includes(STRICT_MAIN);
  const text = link ? writer.read(link.target) : blankStyles(isStrict ? STRICT_MAIN : MAIN);
  const part = link ? link.target : 'xl/styles.xml';
  const styles = new StyleWriter(text, part, highestStyle(workbook), limits);
  for (const plan of plans) {
    const { part: sheetPart } = plan.worksheet;
    writer.write(sheetPart, writeSheet(writer.read(sheetPart), plan, styles, limits));
  }
  const changed = styles.build();
  if (changed !== null && link) writer.write(part, changed);
  else if (changed !== null) {
    const type = `${isStrict ? STRICT_RELATIONSHIPS : RELATIONSHIPS}/styles`;
    writer.addPart(workbook.workbookPart, type, part, STYLES_TYPE, changed);
  }
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
  if (plans.length > 0) writeSheets(writer, workbook, plans);
  const changed = plans.flatMap((plan) => plan.cells).filter((cell) => cell.content !== null);
  const changesFormulas = changed.some((cell) => cell.hadFormula || cell.content?.formula !== null);
  if (changed.length > 0 && (changesFormulas || hasFormulas(workbook)))
    writer.requestCalculation(workbook.workbookPart);
  const chain = workbook.relationships.find(({ type }) => type === 'calcChain');
  // A chain that names a cell without a formula makes Excel call the file damaged; Excel rebuilds a missing one.
  if (changesFormulas && chain) writer.removePart(workbook.workbookPart, chain.target);
  return { bytes: writeArchive(workbook.archive, writer.changes), plans };
}
