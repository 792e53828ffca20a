import type { RowChange } from '../../../core/changes/row-change';
import { rangeAfterRow } from '../../../core/changes/shift-references';
import type { CellRange } from '../../../core/workbook/cell-address';
import type { SheetContent } from '../../../core/workbook/workbook-snapshot';
import { HostError } from '../../port/host-error';
import { sheetProtected } from '../excel-error';
import { hasApi, type OfficeLibrary } from '../office-library';
import { PLACE_PROPERTIES, rangeOf } from '../reading/merged-areas';
import { askTogether, type Question } from '../reading/question';
import { readBodies } from '../reading/sheet-bodies';
import { SheetReading } from '../reading/sheet-reading';
import { surveySheet } from '../reading/sheet-survey';
import { describeSheet, type NamedSheet } from '../sheets';

/** A sheet whose rows are to come or go, as it stands now. */
export interface RowSheet extends NamedSheet {
  readonly content: SheetContent;
  readonly tables: readonly SheetTable[];
}

/** A table of the user's (Ctrl+T). */
interface SheetTable {
  readonly name: string;
  readonly range: CellRange;
}

/**
 * Round trips: sheets; what is used on them; cells. Sheets that are gone are left out of `concerned`; rejects with `protected` at the
 * first that is.
 * @param others Asked together with the sheets.
 */
export async function readRowSheets(
  context: Excel.RequestContext,
  library: OfficeLibrary,
  names: readonly string[],
  others: readonly Question[],
): Promise<{ readonly all: readonly NamedSheet[]; readonly concerned: readonly RowSheet[] }> {
  const { worksheets } = context.workbook;
  const list: Question = {
    ask() {
      worksheets.load('items/id,items/name,items/protection/protected,items/protection/options');
      return () => undefined;
    },
    divide: () => null,
  };
  await askTogether(context, [list, ...others]);
  const all = worksheets.items.map(describeSheet);
  const sheets = all.filter(({ name }) => names.indexOf(name) >= 0);
  for (const { name, isProtected } of sheets) if (isProtected) throw sheetProtected(name, '不能增删行');

  const surveys = sheets.map(({ sheet }) => surveySheet(sheet, hasApi(library, 'mergedAreas')));
  const tables: SheetTable[][] = sheets.map(() => []);
  const tableQuestions: Question[] = [];
  const listed = sheets.map(({ sheet }, place) => askTables(sheet, tables[place], tableQuestions));
  await askTogether(
    context,
    surveys.reduce<Question[]>((all, { questions }) => all.concat(questions), listed),
  );
  const readings = sheets.map(({ sheet }, place) => new SheetReading(sheet, surveys[place].survey));
  await readBodies(context, readings, hasApi(library, 'rangeAreas'), tableQuestions);
  const concerned = sheets.map((sheet, place): RowSheet => ({
    ...sheet,
    tables: tables[place],
    content: { ...readings[place].body(), name: sheet.name, visibility: 'visible', isProtected: false },
  }));
  return { all, concerned };
}

function askTables({ tables }: Excel.Worksheet, found: SheetTable[], more: Question[]): Question {
  const askPlace = (table: Excel.Table): Question => ({
    ask() {
      const range = table.getRange();
      range.load(PLACE_PROPERTIES);
      return () => void found.push({ name: table.name, range: rangeOf(range) });
    },
    divide: () => null,
  });
  return {
    ask() {
      tables.load('items/name');
      return () => more.push(...tables.items.map(askPlace));
    },
    divide: () => null,
  };
}

/** Excel refuses to move whole rows through most tables, and repairs none of what was done before. */
export function refuseTables(sheets: readonly RowSheet[], changes: readonly RowChange[]): void {
  for (const { name, tables } of sheets) {
    const own = changes.filter(({ sheet }) => sheet === name);
    for (const table of tables) {
      let range: CellRange | null = table.range;
      for (const change of own) {
        if (range === null) break;
        const { top, bottom }: CellRange = range;
        const { kind, row } = change;
        if (row <= bottom && (kind === 'insert' ? row > top : row >= top)) {
          throw new HostError(
            'not-supported',
            `工作表「${name}」第 ${row + 1} 行在表格「${table.name}」（Ctrl+T 建的）中，不能在那里增删整行。`,
            '请选中该表格，在「表设计」选项卡中点「转换为区域」，然后重试。',
          );
        }
        range = rangeAfterRow(range, change);
      }
    }
  }
}
