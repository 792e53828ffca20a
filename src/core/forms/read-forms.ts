import { formatRange } from '../workbook/cell-address';
import type { SheetContent, SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { joinBudgetTables, joinTables, type SheetTable } from './budget/read-budget-tables';
import type { Form, UnreadArea, WorkbookForms } from './form';
import { readSheet, type SheetReading } from './read-sheet';

/**
 * Finds and reads the forms of a workbook: forms P, C and O, budget tables and prose wherever they stand on their sheets.
 * Sheets and areas that hold something but are no such form come back as `unread`, each with the reason.
 */
export function readForms(snapshot: WorkbookSnapshot): WorkbookForms {
  return new FormReader().read(snapshot);
}

/**
 * Reads a workbook again and again as it is edited: sheets that come back as the very same content are not read again, and their
 * forms are the very same objects. What belongs to a content that is gone goes with it.
 */
export class FormReader {
  private readonly readings = new WeakMap<SheetContent, SheetReading>();
  private readonly joined = new WeakMap<SheetTable, { readonly next: SheetTable; readonly whole: SheetTable }>();
  private readonly budgetTables = new WeakMap<SheetTable, Form>();

  /** As readForms. */
  read(snapshot: WorkbookSnapshot): WorkbookForms {
    const forms: Form[] = [];
    const unread: UnreadArea[] = [];
    const tables: SheetTable[] = [];
    for (const sheet of snapshot.sheets) {
      const reading = this.readingOf(sheet);
      forms.push(...reading.forms);
      tables.push(...reading.tables);
      unread.push(...reading.unread);
    }
    const join = (first: SheetTable, next: SheetTable): SheetTable => this.join(first, next);
    forms.push(...joinBudgetTables(tables, join).map((table) => this.budgetTableOf(table)));
    return { forms: inOrderOfSheets(forms, snapshot), unread };
  }

  private readingOf(sheet: SheetSnapshot): SheetReading {
    const known = this.readings.get(sheet.content);
    if (known) return known;
    const reading = readSheet(sheet);
    this.readings.set(sheet.content, reading);
    return reading;
  }

  private join(first: SheetTable, next: SheetTable): SheetTable {
    const known = this.joined.get(first);
    if (known && known.next === next) return known.whole;
    const whole = joinTables(first, next);
    this.joined.set(first, { next, whole });
    return whole;
  }

  private budgetTableOf(table: SheetTable): Form {
    const known = this.budgetTables.get(table);
    if (known) return known;
    const { sheet, title, range } = table;
    const form: Form = {
      type: 'budget-table',
      ...table,
      id: `${sheet}!${formatRange(range)}`,
      caption: title ? title.text.trim() : sheet,
      projects: [],
    };
    this.budgetTables.set(table, form);
    return form;
  }
}

function inOrderOfSheets(forms: readonly Form[], snapshot: WorkbookSnapshot): readonly Form[] {
  const order = new Map(snapshot.sheets.map(({ name }, index) => [name, index] as const));
  const place = ({ sheet }: Form): number => order.get(sheet) || 0;
  return forms.slice().sort((a, b) => place(a) - place(b) || a.range.top - b.range.top || a.range.left - b.range.left);
}
