import { SEVERITIES, type Finding } from '../core/review/finding';
import { parseAddress, rangeOfCell, type CellRange } from '../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../core/workbook/workbook-snapshot';
import type { CellMark } from '../host/port/workbook-host';

/** One mark per cell or merged area, with the highest severity found there; in the order of the findings. */
export function marksFor(findings: readonly Finding[], snapshot: WorkbookSnapshot | null): readonly CellMark[] {
  const places: string[] = [];
  const marks = new Map<string, CellMark>();
  for (const finding of findings) {
    const range = rangeOf(finding, snapshot);
    const place = `${finding.sheet}!${range.top},${range.left}`;
    const known = marks.get(place);
    if (!known) places.push(place);
    if (!known || SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(known.severity)) {
      marks.set(place, { sheet: finding.sheet, range, severity: finding.severity });
    }
  }
  return places.map((place) => marks.get(place) as CellMark);
}

/** The cells a finding stands for: the merged area, or the single cell. */
export function rangeOf(finding: Pick<Finding, 'sheet' | 'cell'>, snapshot: WorkbookSnapshot | null): CellRange {
  const address = parseAddress(finding.cell);
  if (!address) throw new Error(`A finding names no cell: ${finding.sheet}!${finding.cell}`);
  const sheet = snapshot === null ? undefined : snapshot.findSheet(finding.sheet);
  return sheet ? sheet.areaAt(address.row, address.column) : rangeOfCell(address);
}
