import {
  formatAddress,
  formatRange,
  parseAddress,
  type CellAddress,
  type CellRange,
} from '../../../src/core/workbook/cell-address';
import type { Finding, Severity } from '../../../src/core/review/finding';
import { shownText } from '../../support/excel-host/typed-entry';
import { cellAt, sheetNamed, type ModelSheet, type ModelWorkbook } from '../../support/excel-host/workbook-model';

const COLUMNS = 16384;

/** What a user sees of a mark. */
const SEVERITY_OF_FILL: Readonly<Record<string, Severity>> = {
  '#FDE7E9': 'error',
  '#FFF4CE': 'warning',
  '#E8F1FB': 'info',
};

const GRAVEST_LAST: readonly Severity[] = ['info', 'warning', 'error'];

/** Zero-based address of "B9". */
export function addressOf(cell: string): CellAddress {
  const address = parseAddress(cell);
  if (!address) throw new Error(`no address: ${cell}`);
  return address;
}

export function valueAt(model: ModelWorkbook, sheet: string, cell: string): unknown {
  const { row, column } = addressOf(cell);
  return cellAt(sheetNamed(model, sheet), row, column).value;
}

/** "表 B9", as selected in the workbook. */
export function selectionOf({ sheets, activeSheet, selection }: ModelWorkbook): string {
  return `${sheets.find(({ id }) => id === activeSheet)?.name} ${formatRange(selection)}`;
}

/** "表 B9 error": the cells that show one of our colours, with what the colour tells; sorted. */
export function marksOf(model: ModelWorkbook): readonly string[] {
  const marks: string[] = [];
  for (const sheet of model.sheets) {
    for (const [place, fill] of shownFills(sheet)) {
      const severity = SEVERITY_OF_FILL[fill];
      if (severity !== undefined) marks.push(`${sheet.name} ${place} ${severity}`);
    }
  }
  return marks.sort();
}

/** The same, as the findings ask for it: the gravest of a cell counts. */
export function marksExpected(findings: readonly Finding[]): readonly string[] {
  const marks = new Map<string, Severity>();
  for (const wanted of GRAVEST_LAST) {
    for (const { sheet, cell, severity } of findings) if (severity === wanted) marks.set(`${sheet} ${cell}`, severity);
  }
  return [...marks].map(([place, severity]) => `${place} ${severity}`).sort();
}

/** All that a user would miss in the file, were it different, a line for each thing. */
export function contentOf({
  sheets,
  activeSheet: _,
  selection: _selection,
  nextId: _id,
  ...rest
}: ModelWorkbook): string[] {
  return [JSON.stringify(rest), ...sheets.flatMap(linesOf)];
}

function linesOf({ cells, hiddenRows, hiddenColumns, conditionalFormats, ...sheet }: ModelSheet): string[] {
  const lines = [...cells].map(([place, cell]) => {
    // The text a file shows is not kept once a cell is written to.
    const described = { ...cell, text: shownText(cell) };
    return `${sheet.name} ${Math.floor(place / COLUMNS)} ${place % COLUMNS} ${JSON.stringify(described)}`;
  });
  const formats = conditionalFormats.map((format) => `${sheet.name} ${JSON.stringify(format)}`);
  return [JSON.stringify({ ...sheet, hidden: [[...hiddenRows], [...hiddenColumns]] }), ...lines.sort(), ...formats];
}

/** Of a merged area only the first cell is seen. */
function shownFills(sheet: ModelSheet): ReadonlyMap<string, string> {
  const fills = new Map<string, string>();
  for (const [place, { fill }] of sheet.cells) {
    if (fill !== null) fills.set(formatAddress({ row: Math.floor(place / COLUMNS), column: place % COLUMNS }), fill);
  }
  // Highest priority first: what is set last wins here.
  for (const { ranges, fill } of [...sheet.conditionalFormats].reverse()) {
    for (const range of ranges) for (const cell of cellsOf(range)) fills.set(formatAddress(cell), fill);
  }
  for (const { top, left, ...area } of sheet.mergedAreas) {
    for (const cell of cellsOf({ top, left, ...area })) {
      if (cell.row !== top || cell.column !== left) fills.delete(formatAddress(cell));
    }
  }
  return fills;
}

function cellsOf({ top, left, bottom, right }: CellRange): readonly CellAddress[] {
  const cells: CellAddress[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  return cells;
}
