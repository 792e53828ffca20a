import type { CellRange } from '../../../core/workbook/cell-address';
import type { CellMark, MarkSeverity } from '../../port/workbook-host';
import { sheetGone, sheetProtected, toHostError } from '../excel-error';
import { hasApi, type OfficeLibrary } from '../office-library';
import { askTogether, type Question } from '../reading/question';
import type { ReadCompanion } from '../reading/read-companion';
import { describeSheet, type NamedSheet } from '../sheets';
import type { FillsOfRows } from './fills-of-rows';
import { FormerFills } from './former-fills';
import {
  addMarkFormat,
  askFormulaFormats,
  askMarkFormats,
  planAdditions,
  SEVERITIES,
  type MarkAddition,
  type MarkFormat,
} from './mark-formats';
import { coverSameCells, mergeRanges } from './mark-ranges';
import { markSheetOf, type MarkSheet } from './mark-sheet';
import { sendChanges } from './send-changes';

/** How long after Excel told which marks there are that is relied on, in milliseconds. */
const FRESHNESS = 60000;

/** Characters of one request; Excel on the web takes no more than 5 MB. */
const REQUEST_LENGTH = 4500000;

const DELETION_LENGTH = 400;

/** What was last found out about the marks in the workbook. */
interface KnownMarks {
  readonly since: number;
  readonly sheets: readonly MarkSheet[];
  /** By the id of the sheet. */
  readonly formats: Readonly<Record<string, readonly MarkFormat[]>>;
}

interface SheetChange {
  readonly sheet: MarkSheet;
  readonly deleted: readonly MarkFormat[];
  readonly added: readonly MarkAddition[];
}

/**
 * The marks in the workbook, of whatever sitting or machine: conditional formats, or fills below ExcelApi 1.6, where
 * those of a newer Excel can be neither seen nor taken off. A read finds out which there are at no extra cost, so that
 * marking after it takes one round trip, for fills two.
 */
export class CellMarks implements ReadCompanion {
  private known: KnownMarks | null = null;
  /** What a read, or a search, is finding out. */
  private formats: Record<string, readonly MarkFormat[]> = {};
  private formulaFormats: Record<string, readonly string[]> = {};
  private sheets: readonly MarkSheet[] = [];
  private readonly fills = new FormerFills();
  /** An adding of marks did not come to its end, and what it left has not been taken off since. */
  private hasBrokenOff = false;

  constructor(
    private readonly library: OfficeLibrary,
    private readonly now: () => number = Date.now,
  ) {}

  askFirst(context: Excel.RequestContext): readonly Question[] {
    this.known = null;
    this.formats = {};
    this.formulaFormats = {};
    return [this.fills.askStored(context)];
  }

  askSurvey(sheetId: string, sheet: Excel.Worksheet): readonly Question[] {
    if (!hasApi(this.library, 'conditionalFormats')) return [];
    return [askFormulaFormats(sheet, (ids) => (this.formulaFormats[sheetId] = ids))];
  }

  askLast(sheets: readonly NamedSheet[]): readonly Question[] {
    this.sheets = sheets.map(markSheetOf);
    const options = { hasRangeAreas: hasApi(this.library, 'rangeAreas'), hasBrokenOff: this.hasBrokenOff };
    return sheets.reduce<Question[]>((questions, sheet) => {
      const { id } = sheet.sheet;
      this.formats[id] = [];
      const take = (formats: readonly MarkFormat[]): void => {
        this.formats[id] = this.formats[id].concat(formats);
      };
      return questions.concat(askMarkFormats(sheet, this.formulaFormats[id] || [], options, take));
    }, []);
  }

  answered(): void {
    this.known = { since: this.now(), sheets: this.sheets, formats: this.formats };
  }

  /** Marks that stand in cells, where rows are to come or go; what is known of marks is void then. Asked for like `askFirst`. */
  askFillsOfRows(context: Excel.RequestContext): Question {
    this.known = null;
    return this.fills.askStored(context);
  }

  /** Null when no mark stands in a cell. @param sheets All of the workbook. */
  fillsOfRows(sheets: readonly NamedSheet[]): FillsOfRows | null {
    return this.fills.ofRows(sheets.map(markSheetOf));
  }

  storeFills(context: Excel.RequestContext, fills: FillsOfRows): void {
    this.fills.store(context, fills);
  }

  /** True when there are marks of ours. Three round trips at most. */
  async exist(context: Excel.RequestContext): Promise<boolean> {
    const { formats } = await this.find(context);
    return !this.fills.isEmpty || Object.keys(formats).some((id) => formats[id].length > 0);
  }

  /**
   * Replaces all marks of ours. One round trip after a read (two for fills; and two more to take off fills where
   * conditional formats are used); otherwise, or when the workbook has changed since, up to three before it. Sheets
   * whose marks are as wanted are not touched. Sheets whose protection forbids formats are left alone; marks of sheets
   * that are gone are left out: after all others are done, rejects with `protected` or `gone`.
   */
  async replace(context: Excel.RequestContext, marks: readonly CellMark[]): Promise<void> {
    const { refused, missing } = await this.writeFresh(context, marks);
    if (missing) throw sheetGone(missing);
    if (refused) {
      const isMarked = marks.some(({ sheet }) => sheet === refused.name);
      throw sheetProtected(refused.name, isMarked ? '无法标记问题单元格' : '无法清除先前的标记');
    }
  }

  private async writeFresh(context: Excel.RequestContext, marks: readonly CellMark[]): Promise<Marked> {
    const { known } = this;
    if (known !== null && this.now() - known.since < FRESHNESS && missingSheet(known, marks) === undefined) {
      try {
        return await this.write(context, known, marks);
      } catch (error) {
        // A sheet or a mark is gone, or a sheet protected, since we looked.
        if (['gone', 'protected'].indexOf(toHostError(error).code) === -1) throw error;
      }
    }
    return this.write(context, await this.find(context), marks);
  }

  private async find(context: Excel.RequestContext): Promise<KnownMarks> {
    const { worksheets } = context.workbook;
    const list: Question = {
      ask() {
        worksheets.load('items/id,items/name,items/protection/protected,items/protection/options');
        return () => undefined;
      },
      divide: () => null,
    };
    await askTogether(context, [list, ...this.askFirst(context)]);
    await askTogether(
      context,
      worksheets.items.reduce<Question[]>((asked, sheet) => asked.concat(this.askSurvey(sheet.id, sheet)), []),
    );
    await askTogether(context, this.askLast(worksheets.items.map(describeSheet)));
    this.answered();
    return this.known as KnownMarks;
  }

  private async write(context: Excel.RequestContext, known: KnownMarks, marks: readonly CellMark[]): Promise<Marked> {
    const { sheets } = known;
    // Good for one marking: before the next, the ribbon's button or a colleague may have marked too.
    this.known = null;
    const hasFormats = hasApi(this.library, 'conditionalFormats');
    const filled =
      hasFormats && this.fills.isEmpty ? undefined : await this.fills.replace(context, sheets, hasFormats ? [] : marks);
    const changes = sheets
      .map((sheet) => this.changeOf(sheet, known.formats[sheet.id] || [], hasFormats ? marks : []))
      .filter(({ deleted, added }) => deleted.length > 0 || added.length > 0);
    try {
      await this.writeFormats(
        context,
        changes.filter(({ sheet }) => sheet.allowsFormats),
      );
      this.hasBrokenOff = false;
    } catch (error) {
      // A busy Excel has begun nothing.
      if (toHostError(error).code !== 'busy') this.hasBrokenOff = true;
      throw error;
    }
    const refused = changes.filter(({ sheet }) => !sheet.allowsFormats)[0];
    return { refused: refused ? refused.sheet : filled, missing: missingSheet(known, marks) };
  }

  private changeOf(sheet: MarkSheet, own: readonly MarkFormat[], marks: readonly CellMark[]): SheetChange {
    const wanted = SEVERITIES.map((severity) => ({
      severity,
      ranges: mergeRanges(
        marks.filter((mark) => mark.sheet === sheet.name && mark.severity === severity).map(({ range }) => range),
      ),
    }));
    if (isAsWanted(own, wanted)) return { sheet, deleted: [], added: [] };
    const hasRangeAreas = hasApi(this.library, 'rangeAreas');
    const added = wanted.reduce<MarkAddition[]>(
      (additions, { severity, ranges }) => additions.concat(planAdditions(severity, ranges, sheet.name, hasRangeAreas)),
      [],
    );
    return { sheet, deleted: own, added };
  }

  private async writeFormats(context: Excel.RequestContext, changes: readonly SheetChange[]): Promise<void> {
    let length = 0;
    let isFirst = true;
    const send = async (): Promise<void> => {
      await sendChanges(context, isFirst);
      isFirst = false;
      length = 0;
    };
    for (const { sheet, deleted, added } of changes) {
      const place = context.workbook.worksheets.getItem(sheet.id);
      const formats = deleted.length === 0 ? null : place.getRange().conditionalFormats;
      for (const format of deleted) {
        if ((length += DELETION_LENGTH) > REQUEST_LENGTH) await send();
        if (formats !== null) formats.getItem(format.id).delete();
      }
      for (const addition of added) {
        if ((length += addition.length) > REQUEST_LENGTH) await send();
        addMarkFormat(place, addition, hasApi(this.library, 'rangeAreas'));
      }
    }
    if (changes.length > 0) await send();
  }
}

interface WantedMarks {
  readonly severity: MarkSeverity;
  readonly ranges: readonly CellRange[];
}

function isAsWanted(own: readonly MarkFormat[], wanted: readonly WantedMarks[]): boolean {
  if (own.some((format) => format.ranges === null || !wanted.some(({ severity }) => severity === format.severity))) {
    return false;
  }
  return wanted.every(({ severity, ranges }) => {
    const present = own.filter((format) => format.severity === severity);
    return coverSameCells(
      present.reduce<CellRange[]>((all, format) => all.concat(format.ranges || []), []),
      ranges,
    );
  });
}

/** What could not be marked: the first sheet that protection did not let change, and the first that is gone. */
interface Marked {
  readonly refused: MarkSheet | undefined;
  readonly missing: string | undefined;
}

/** Name of the first marked sheet that the workbook does not have. */
function missingSheet({ sheets }: KnownMarks, marks: readonly CellMark[]): string | undefined {
  const names: Record<string, true> = {};
  for (const { name } of sheets) names[name] = true;
  return marks.map(({ sheet }) => sheet).filter((name) => !names[name])[0];
}
