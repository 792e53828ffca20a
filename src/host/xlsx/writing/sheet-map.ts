import type { XlsxLimits } from '../limits';
import { parseCellReference } from '../reading/sheet-reader';
import { scanText, withoutPrefix } from '../xml/xml-scanner';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a cell element stands in the text of its worksheet part. */
export interface CellPlace {
  readonly column: number;
  readonly start: number;
  readonly openEnd: number;
  end: number;
  formula: Span | null;
  /** Children that are no content and outlive it. */
  readonly extensions: Span[];
}

export interface RowPlace {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  readonly isEmpty: boolean;
  readonly cells: CellPlace[];
}

/** Places of the rows asked for, and enough to insert others. */
export interface SheetMap {
  readonly rows: ReadonlyMap<number, RowPlace>;
  /** Row numbers and starts of all row elements, in file order. */
  readonly rowNumbers: readonly number[];
  readonly rowStarts: readonly number[];
  readonly sheetData: { readonly start: number; readonly openEnd: number; readonly closeStart: number } | null;
  readonly dimension: { readonly start: number; readonly end: number; readonly ref: string } | null;
}

/** Locates rows and cells in a worksheet part. */
export function mapSheet(text: string, part: string, wanted: ReadonlySet<number>, limits: XlsxLimits): SheetMap {
  const rows = new Map<number, RowPlace>();
  const rowNumbers: number[] = [];
  const rowStarts: number[] = [];
  let sheetData: { start: number; openEnd: number; closeStart: number } | null = null;
  let dimension: SheetMap['dimension'] = null;
  let number = -1;
  let column = -1;
  let row: RowPlace | null = null;
  let cell: CellPlace | null = null;
  let child: { readonly name: string; readonly start: number; readonly depth: number } | null = null;
  let depth = 0;
  scanText(
    text,
    part,
    limits,
    withoutPrefix({
      open(name, tag, isEmpty, start, end) {
        if (name === 'sheetData') sheetData = { start, openEnd: end, closeStart: end };
        else if (name === 'dimension') dimension = { start, end, ref: tag.rawAttribute('ref') ?? '' };
        else if (name === 'row') {
          const stated = tag.rawAttribute('r');
          number = stated === undefined ? number + 1 : Number(stated) - 1;
          column = -1;
          rowNumbers.push(number);
          rowStarts.push(start);
          if (wanted.has(number)) {
            row = { row: number, start, openEnd: end, closeStart: end, end, isEmpty, cells: [] };
            rows.set(number, row);
          }
        } else if (name === 'c' && row) {
          const stated = tag.rawAttribute('r');
          column = stated === undefined ? column + 1 : (parseCellReference(stated)?.column ?? column + 1);
          cell = { column, start, openEnd: end, end, formula: null, extensions: [] };
          row.cells.push(cell);
        } else if (cell && !child) child = { name, start, depth };
        if (!isEmpty) depth += 1;
      },
      close(name, start, end) {
        if (start !== end) depth -= 1;
        if (child && child.depth === depth) {
          if (cell && child.name === 'f') cell.formula = { start: child.start, end };
          else if (cell && child.name !== 'v' && child.name !== 'is') cell.extensions.push({ start: child.start, end });
          child = null;
        } else if (name === 'c' && cell) {
          cell.end = end;
          cell = null;
        } else if (name === 'row' && row) {
          Object.assign(row, { closeStart: start, end });
          row = null;
        } else if (name === 'sheetData' && sheetData && start !== end) sheetData.closeStart = start;
      },
    }),
  );
  return { rows, rowNumbers, rowStarts, sheetData, dimension };
}
