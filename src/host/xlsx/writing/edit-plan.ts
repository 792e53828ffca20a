import { isSameContent, type CellContent, type Edit } from '../../../core/changes/change-set';
import { containsCell, formatAddress, parseRange, type CellAddress } from '../../../core/workbook/cell-address';
import { MAX_FORMAT_LENGTH, MAX_FORMULA_LENGTH, MAX_TEXT_LENGTH } from '../limits';
import type { StoredCell } from '../reading/stored-cell';
import type { SheetRecord, Worksheet, WorkbookRecord } from '../reading/workbook-reader';
import { XlsxError, type XlsxErrorDetail } from '../xlsx-error';
import { scanBytes, withoutPrefix } from '../xml/xml-scanner';
import { isXmlText } from '../xml/xml-text';

/** What is to happen to one cell element. */
export interface PlannedCell extends CellAddress {
  /** Format the cell has now, or would have when written: of its row, else of its column. */
  readonly style: number;
  readonly isPresent: boolean;
  /** Null when the content stays and only the format changes. */
  readonly content: CellContent | null;
  /** Number format to change to; null when it stays. */
  readonly numberFormat: string | null;
  /** True when the cell's format marks its content as text (the apostrophe) and the new content is none. */
  readonly dropsQuotePrefix: boolean;
  readonly hadFormula: boolean;
}

export interface SheetPlan {
  readonly worksheet: Worksheet;
  readonly record: SheetRecord;
  /** Sorted by row, then column. */
  readonly cells: readonly PlannedCell[];
}

/** Finds a cell element, blank or not, by address. */
export function findStoredCell(cells: readonly StoredCell[], row: number, column: number): StoredCell | undefined {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell.row < row || (cell.row === row && cell.column < column)) low = middle + 1;
    else high = middle;
  }
  const cell = cells[low];
  return cell !== undefined && cell.row === row && cell.column === column ? cell : undefined;
}

/** The format of a cell, present or not: its own, of its row, else of its column. */
export function styleAt(worksheet: Worksheet, cell: StoredCell | undefined, { row, column }: CellAddress): number {
  if (cell) return cell.style;
  const ofColumn = worksheet.columnStyles.find(({ first, last }) => column >= first && column <= last);
  return worksheet.rowStyles.get(row) ?? ofColumn?.style ?? 0;
}

function contentOf(cell: StoredCell | undefined, numberFormat: string): CellContent {
  return { value: cell ? cell.value : null, formula: cell ? cell.formula : null, numberFormat };
}

/** Why Excel could not hold this content, if so. */
function refusalOfContent({ value, formula, numberFormat }: CellContent): XlsxErrorDetail | undefined {
  if (numberFormat === '' || numberFormat.length > MAX_FORMAT_LENGTH || !isXmlText(numberFormat)) return 'not-writable';
  if (formula !== null) {
    if (formula.length > MAX_FORMULA_LENGTH) return 'text-too-long';
    if (formula.trim() === '' || formula.startsWith('=') || !isXmlText(formula)) return 'not-writable';
  }
  if (typeof value === 'string' && value.length > MAX_TEXT_LENGTH) return 'text-too-long';
  return typeof value === 'number' && !Number.isFinite(value) ? 'not-writable' : undefined;
}

/** Rows of table titles: Excel keeps them a second time in the table's part and calls the file damaged when they differ. */
function readTableHeaders(record: WorkbookRecord, worksheet: Worksheet) {
  const headers: NonNullable<ReturnType<typeof parseRange>>[] = [];
  for (const { type, target } of worksheet.relationships) {
    if (type !== 'table' || !record.archive.has(target)) continue;
    scanBytes(
      record.archive.read(target),
      target,
      record.limits,
      withoutPrefix({
        open(name, tag) {
          const area = name === 'table' ? parseRange(tag.rawAttribute('ref') ?? '') : undefined;
          if (area && tag.rawAttribute('headerRowCount') !== '0') headers.push({ ...area, bottom: area.top });
        },
      }),
    );
  }
  return headers;
}

class SheetPlanner {
  private readonly planned = new Map<string, PlannedCell>();
  private headers: ReturnType<typeof readTableHeaders> | undefined;

  constructor(
    private readonly workbook: WorkbookRecord,
    private readonly record: SheetRecord,
    private readonly worksheet: Worksheet,
  ) {}

  add(edit: Edit): void {
    const { address, before, after } = edit;
    const { worksheet } = this;
    const { styles } = this.workbook;
    const cell = findStoredCell(worksheet.cells, address.row, address.column);
    const style = styleAt(worksheet, cell, address);
    const found = contentOf(cell, styles.numberFormatOf(style));
    const key = formatAddress(address);
    const changesContent = !isSameContent(found, after);
    const isInside = (area: Parameters<typeof containsCell>[0]): boolean => containsCell(area, address);
    const refuse = (detail: XlsxErrorDetail): never => {
      throw new XlsxError(detail, { sheet: edit.sheet, cell: key });
    };

    const cover = this.record.content.mergedAreas.find(isInside);
    if (cover && (cover.top !== address.row || cover.left !== address.column)) refuse('covered-cell');
    if (this.planned.has(key) || !isSameContent(found, before)) refuse('conflict');
    if (worksheet.isProtected && styles.isLocked(style)) refuse('protected');
    if (!worksheet.isOrdered) refuse('irregular-sheet');
    const refusal = refusalOfContent(after);
    if (refusal) refuse(refusal);
    if (changesContent) {
      const array = worksheet.arrayAreas.find(isInside);
      if (array && (array.top !== array.bottom || array.left !== array.right)) refuse('array-formula');
      this.headers = this.headers ?? readTableHeaders(this.workbook, worksheet);
      if (this.headers.some(isInside)) refuse('table-header');
    }
    const isFormatChange = after.numberFormat !== before.numberFormat && after.numberFormat !== found.numberFormat;
    const isText = after.formula === null && typeof after.value === 'string';
    this.planned.set(key, {
      ...address,
      style,
      isPresent: cell !== undefined,
      content: changesContent ? after : null,
      numberFormat: isFormatChange ? after.numberFormat : null,
      dropsQuotePrefix: changesContent && !isText && after.value !== null && styles.hasQuotePrefix(style),
      hadFormula: found.formula !== null,
    });
  }

  finish(): SheetPlan {
    // Edits that change nothing leave no trace in the file.
    const cells = [...this.planned.values()].filter((cell) => cell.content !== null || cell.numberFormat !== null);
    cells.sort((a, b) => a.row - b.row || a.column - b.column);
    return { worksheet: this.worksheet, record: this.record, cells };
  }
}

/** Checks every edit against the workbook and sorts them by sheet; throws at the first that cannot be written. */
export function planEdits(workbook: WorkbookRecord, edits: readonly Edit[]): SheetPlan[] {
  const planners = new Map<string, SheetPlanner>();
  for (const edit of edits) {
    let planner = planners.get(edit.sheet);
    if (!planner) {
      const record = workbook.sheets.find((sheet) => sheet.content.name === edit.sheet);
      if (!record || !record.worksheet) throw new XlsxError('no-sheet', { sheet: edit.sheet });
      planner = new SheetPlanner(workbook, record, record.worksheet);
      planners.set(edit.sheet, planner);
    }
    planner.add(edit);
  }
  return [...planners.values()].map((planner) => planner.finish()).filter((plan) => plan.cells.length > 0);
}
