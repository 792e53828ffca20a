import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { PlacedCell, SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { shownNumber } from './layout';
import type { BudgetBook, PlacedEntry } from './book';
import { below, pick, type Random } from './random';

export const BREAKS = ['amount', 'total', 'code', 'deleted-row', 'exchanged-names'] as const;

export interface BrokenBook {
  readonly kind: (typeof BREAKS)[number];
  readonly sheets: readonly SheetContent[];
  /** What was done, for the reader of a failure. */
  readonly description: string;
  /** Cells as "sheet!A1" that were changed, or that stood in one sum with them. */
  readonly cells: ReadonlySet<string>;
}

/** Breaks exactly one thing; undefined where a book has nothing of that kind to break. */
export function breakBook(book: BudgetBook, kind: BrokenBook['kind'], random: Random): BrokenBook | undefined {
  switch (kind) {
    case 'amount':
      return breakAmount(book, random, kind, ({ kind: of }) => of !== 'total');
    case 'total':
      return breakAmount(book, random, kind, ({ kind: of }) => of === 'total');
    case 'code':
      return breakCode(book, random);
    case 'deleted-row':
      return deleteRow(book, random);
    default:
      return exchangeNames(book, random);
  }
}

type Change = (cell: PlacedCell) => PlacedCell | null;

function breakAmount(
  book: BudgetBook,
  random: Random,
  kind: BrokenBook['kind'],
  isWanted: (entry: PlacedEntry) => boolean,
): BrokenBook | undefined {
  const places = book.entries
    .filter(isWanted)
    .flatMap((entry) =>
      entry.amountColumns
        .map((column) => ({ entry, column, cell: cellAt(book, entry, column) }))
        .filter(({ cell }) => cell !== undefined && numberOf(cell) !== undefined),
    );
  if (places.length === 0) return undefined;
  const { entry, column, cell } = pick(random, places);
  const before = numberOf(cell as PlacedCell) as number;
  const after = before + (random() < 0.5 ? 1 : -1) * (30 + below(random, 5000));
  const shown = shownNumber(after, book.layout);
  const { value, text } =
    typeof shown === 'string' ? { value: shown, text: shown } : (shown as { value: number; text: string });
  const sheets = changed(book, entry.sheet, (old) =>
    old.row === entry.row && old.column === column
      ? { ...old, value, text, rawNumber: typeof value === 'number' ? String(value) : null }
      : old,
  );
  const address = cellsOf([entry], [column]);
  return { kind, sheets, description: `${[...address].join('')}: ${before} → ${after}`, cells: address };
}

/** A digit lost, another 款 of the same 类, or another 类 that nobody knows. */
function breakCode(book: BudgetBook, random: Random): BrokenBook | undefined {
  const coded = book.entries.filter(({ kind, code }) => kind === 'coded' && code !== null && code.length > 3);
  if (coded.length === 0 || book.layout.code === 'three-columns') return undefined;
  const entry = pick(random, coded);
  const { code, codeColumn } = entry as PlacedEntry & { code: string; codeColumn: number };
  const after = pick(random, [code.slice(0, -1), `${code.slice(0, 3)}98${code.slice(5)}`, `29${code.slice(2)}`]);
  const sheets = changed(book, entry.sheet, (old) => {
    if (old.row !== entry.row || old.column !== codeColumn) return old;
    const text = old.text.replace(code, after);
    return { ...old, text, value: typeof old.value === 'number' ? Number(after) : text };
  });
  const near = relatives(book, entry);
  return {
    kind: 'code',
    sheets,
    description: `${entry.sheet} ${entry.row + 1}: ${code} → ${after}`,
    cells: cellsOf(near),
  };
}

/** The row of a subject that has others beside or below it; of a list, one that says something. */
function deleteRow(book: BudgetBook, random: Random): BrokenBook | undefined {
  const rows = book.entries.filter((entry) => {
    const hasAmount = entry.amountColumns.some((column) => {
      const cell = cellAt(book, entry, column);
      return cell !== undefined && Math.abs(numberOf(cell) || 0) > 25;
    });
    if (!hasAmount || entry.nameColumn > 3) return false;
    if (entry.kind === 'item') return isAlone(book, entry) && isOfList(book, entry);
    return entry.kind === 'coded' && (siblings(book, entry).length > 1 || children(book, entry).length > 0);
  });
  if (rows.length === 0) return undefined;
  const entry = pick(random, rows);
  const near = relatives(book, entry);
  const cells = new Set([
    ...cellsOf(near.filter(({ row }) => row < entry.row)),
    ...cellsOf(near.filter(({ row }) => row > entry.row).map(up)),
  ]);
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== entry.sheet) return sheet;
    const moved = sheet.cells
      .filter(({ row }) => row !== entry.row)
      .map((cell) => (cell.row > entry.row ? { ...cell, row: cell.row - 1 } : cell));
    const mergedAreas = sheet.mergedAreas.map((area) =>
      area.top > entry.row ? { ...area, top: area.top - 1, bottom: area.bottom - 1 } : area,
    );
    return { ...sheet, cells: moved, mergedAreas, hiddenRows: [] };
  });
  return { kind: 'deleted-row', sheets, description: `${entry.sheet} ${entry.row + 1}: ${entry.name}`, cells };

  function up(other: PlacedEntry): PlacedEntry {
    return other.sheet === entry.sheet ? { ...other, row: other.row - 1 } : other;
  }
}

/** Names of two subjects that cannot be taken for each other. */
function exchangeNames(book: BudgetBook, random: Random): BrokenBook | undefined {
  const coded = book.entries.filter(({ kind }) => kind === 'coded');
  if (coded.length < 2) return undefined;
  const first = pick(random, coded);
  const others = coded.filter(
    ({ table, level, name }: PlacedEntry & { level?: number }) =>
      table === first.table &&
      level === undefined &&
      !name.includes(first.name.slice(0, 4)) &&
      !first.name.includes(name.slice(0, 4)),
  );
  if (others.length === 0) return undefined;
  const second = pick(random, others);
  const rename = (sheets: readonly SheetContent[], entry: PlacedEntry, name: string): readonly SheetContent[] =>
    changed({ ...book, sheets }, entry.sheet, (old) => {
      if (old.row !== entry.row || old.column !== entry.nameColumn) return old;
      const text = old.text.replace(entry.name, name);
      return { ...old, text, value: text };
    });
  const sheets = rename(rename(book.sheets, first, second.name), second, first.name);
  const description = `${first.sheet} ${first.row + 1} ${first.name} ↔ ${second.row + 1} ${second.name}`;
  return { kind: 'exchanged-names', sheets, description, cells: cellsOf([first, second]) };
}

/** The entry, those above and below it by code, and the totals of its table. */
function relatives(book: BudgetBook, entry: PlacedEntry): readonly PlacedEntry[] {
  return book.entries.filter(
    (other) =>
      other.table === entry.table &&
      (other.kind === 'total' ||
        (other.row === entry.row && other.sheet === entry.sheet) ||
        (entry.code !== null &&
          other.code !== null &&
          (other.code === entry.code.slice(0, -2) || other.code.slice(0, -2) === entry.code))),
  );
}

function siblings(book: BudgetBook, { table, code }: PlacedEntry): readonly PlacedEntry[] {
  return book.entries.filter(
    (other) =>
      other.table === table &&
      other.kind === 'coded' &&
      other.code !== null &&
      code !== null &&
      other.code.length === code.length &&
      other.code.slice(0, -2) === (code.length === 3 ? other.code.slice(0, -2) : code.slice(0, -2)),
  );
}

function children(book: BudgetBook, { table, code }: PlacedEntry): readonly PlacedEntry[] {
  return book.entries.filter(
    (other) =>
      other.table === table && other.kind === 'coded' && other.code !== null && other.code.slice(0, -2) === code,
  );
}

function isAlone(book: BudgetBook, { sheet, row }: PlacedEntry): boolean {
  return book.entries.filter((other) => other.sheet === sheet && other.row === row).length === 1;
}

function isOfList(book: BudgetBook, { table }: PlacedEntry): boolean {
  const items = book.entries.filter((other) => other.table === table && other.kind === 'item');
  return items.length > 2;
}

function changed({ sheets }: Pick<BudgetBook, 'sheets'>, name: string, change: Change): readonly SheetContent[] {
  return sheets.map((sheet) =>
    sheet.name !== name
      ? sheet
      : { ...sheet, cells: sheet.cells.map(change).filter((cell): cell is PlacedCell => cell !== null) },
  );
}

function cellAt({ sheets }: BudgetBook, { sheet, row }: PlacedEntry, column: number): PlacedCell | undefined {
  const found = sheets.find(({ name }) => name === sheet);
  return found && found.cells.find((cell) => cell.row === row && cell.column === column);
}

function numberOf({ value, text }: PlacedCell): number | undefined {
  if (typeof value === 'number') return value;
  const match = /^(\(|-)?([\d,]+(?:\.\d+)?)\)?$/.exec(text);
  return match ? Number(match[2].replace(/,/g, '')) * (match[1] ? -1 : 1) : undefined;
}

function cellsOf(entries: readonly PlacedEntry[], columns?: readonly number[]): ReadonlySet<string> {
  const cells = entries.flatMap(({ sheet, row, codeColumn, nameColumn, amountColumns }) =>
    (columns || [...(codeColumn === null ? [] : [codeColumn]), nameColumn, ...amountColumns]).map(
      (column) => `${sheet}!${formatAddress({ row, column })}`,
    ),
  );
  return new Set(cells);
}
