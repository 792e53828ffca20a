import { WorkbookSnapshot, type SheetContent, type SheetVisibility } from '../../../core/workbook/workbook-snapshot';
import type { ReadExtent } from '../../port/workbook-host';
import type { EditedSheets, Moment } from '../edited-sheets';
import { officeCodeOf } from '../excel-error';
import { hasApi, type OfficeLibrary } from '../office-library';
import { describeSheet, fileNameOf } from '../sheets';
import { reachesBeyondSheet } from './formula-reach';
import { askTogether, type Question } from './question';
import type { ReadCompanion } from './read-companion';
import { readBodies } from './sheet-bodies';
import { SheetReading, type SheetBody } from './sheet-reading';
import { surveySheet, type SheetSurvey } from './sheet-survey';

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** A sheet as it was when last read. */
interface KnownSheet {
  readonly content: SheetContent;
  /** True when edits elsewhere may change what its formulas return. */
  readonly reachesOut: boolean;
}

interface LastRead {
  readonly moment: Moment;
  readonly byId: Readonly<Record<string, KnownSheet>>;
}

/**
 * Reads the workbook in three round trips: sheets; what is used, merged and hidden on each; cells. One more for every
 * further 10 000 cells of the used ranges, and a few more where Excel refuses an answer, where an error stands that no
 * formula returned, and, below ExcelApi 1.9, where lines are hidden among more than a thousand.
 *
 * Below ExcelApi 1.13 merged areas stay unknown: the snapshot has none, and readers of forms see blanks in their place.
 * Of 431 findings in the filings of the tests one is missed then (test/host/excel/findings.test.ts).
 */
export class WorkbookReader {
  private last: LastRead | null = null;

  constructor(
    private readonly library: OfficeLibrary,
    private readonly edited: EditedSheets,
    private readonly companions: readonly ReadCompanion[],
  ) {}

  /**
   * With `edited`, sheets that are known to be as they were come back as the same contents, in two round trips. Sheets
   * whose formulas look beyond their own are read again after any edit. What Excel tells nobody of, hidden columns, below
   * ExcelApi 1.8 what was calculated by hand, below 1.9 number formats, below 1.11 hidden rows, is found out when the sheet is edited, or with `whole`.
   */
  async read(context: Excel.RequestContext, extent: ReadExtent): Promise<WorkbookSnapshot> {
    const last = extent === 'edited' ? this.last : null;
    this.last = null;
    try {
      return await this.readSince(context, last);
    } catch (error) {
      // A sheet was deleted since it was listed.
      if (officeCodeOf(error) !== 'ItemNotFound') throw error;
      return this.readSince(context, null);
    }
  }

  /** True when the sheet was not protected at the last read. */
  isUnprotected(name: string): boolean {
    const known = this.last === null ? {} : this.last.byId;
    return Object.keys(known).some((id) => known[id].content.name === name && !known[id].content.isProtected);
  }

  private async readSince(context: Excel.RequestContext, last: LastRead | null): Promise<WorkbookSnapshot> {
    const moment = this.edited.now();
    const surveys: Record<string, SheetSurvey> = {};
    const first: Question[] = [this.askList(context)];
    for (const companion of this.companions)
      first.push(...companion.askFirst(context, last === null ? 'whole' : 'edited'));
    if (last !== null) first.push(...this.askKnown(context, last, surveys));
    await askTogether(context, first);

    const { items } = context.workbook.worksheets;
    const kept = last === null ? {} : this.keptOf(last, items);
    const second: Question[] = [];
    for (const sheet of items) {
      if (last === null || !last.byId[sheet.id]) second.push(...this.askCompanions(sheet.id, sheet));
      if (!kept[sheet.id] && !surveys[sheet.id]) second.push(...this.askSurvey(sheet.id, sheet, surveys));
    }
    await askTogether(context, second);

    const unread = items.filter(({ id }) => !kept[id]);
    const readings = await this.readCells(
      context,
      items,
      unread.map((sheet) => new SheetReading(sheet, surveys[sheet.id])),
    );
    for (const companion of this.companions) if (companion.answered) companion.answered();
    const byId: Record<string, KnownSheet> = {};
    unread.forEach((sheet, place) => {
      const body = readings[place].body();
      byId[sheet.id] = { content: { ...looksOf(sheet), ...body }, reachesOut: reachesOut(body) };
    });
    for (const sheet of items) if (kept[sheet.id]) byId[sheet.id] = renewed(kept[sheet.id], sheet);
    this.last = { moment, byId };
    return new WorkbookSnapshot(
      this.knowsName() ? context.workbook.name : fileNameOf(this.library),
      items.map(({ id }) => byId[id].content),
    );
  }

  private knowsName(): boolean {
    return hasApi(this.library, 'sheetEvents');
  }

  private askList({ workbook }: Excel.RequestContext): Question {
    return {
      ask: () => {
        if (this.knowsName()) workbook.load('name');
        workbook.worksheets.load(
          'items/id,items/name,items/visibility,items/protection/protected,items/protection/options',
        );
        return () => undefined;
      },
      divide: () => null,
    };
  }

  /** What can be asked before Excel has said which sheets there are now. */
  private askKnown(
    { workbook }: Excel.RequestContext,
    { moment, byId }: LastRead,
    surveys: Record<string, SheetSurvey>,
  ): Question[] {
    const ids = Object.keys(byId);
    const isAnyEdited = ids.some((id) => !this.edited.isUnedited(id, moment));
    const questions: Question[] = [];
    for (const id of ids) {
      const sheet = workbook.worksheets.getItem(id);
      questions.push(...this.askCompanions(id, sheet));
      const mayDiffer = isAnyEdited && (byId[id].reachesOut || !this.edited.isUnedited(id, moment));
      if (mayDiffer) questions.push(...this.askSurvey(id, sheet, surveys));
    }
    return questions;
  }

  private askCompanions(id: string, sheet: Excel.Worksheet): Question[] {
    return this.companions.reduce<Question[]>(
      (questions, companion) => questions.concat(companion.askSurvey ? companion.askSurvey(id, sheet) : []),
      [],
    );
  }

  private askSurvey(id: string, sheet: Excel.Worksheet, surveys: Record<string, SheetSurvey>): Question[] {
    const { survey, questions } = surveySheet(sheet, hasApi(this.library, 'mergedAreas'));
    surveys[id] = survey;
    return questions;
  }

  /** Sheets whose cells need not be read. */
  private keptOf({ moment, byId }: LastRead, sheets: readonly Excel.Worksheet[]): Readonly<Record<string, KnownSheet>> {
    const isSame = ({ id, name }: Excel.Worksheet): boolean =>
      byId[id] !== undefined && byId[id].content.name === name && this.edited.isUnedited(id, moment);
    // Names of sheets stand in the formulas of others.
    const isAnyEdited = sheets.length !== Object.keys(byId).length || !sheets.every(isSame);
    const kept: Record<string, KnownSheet> = {};
    for (const { id } of sheets) {
      const isKept =
        byId[id] !== undefined && this.edited.isUnedited(id, moment) && !(isAnyEdited && byId[id].reachesOut);
      if (isKept) kept[id] = byId[id];
    }
    return kept;
  }

  private async readCells(
    context: Excel.RequestContext,
    sheets: readonly Excel.Worksheet[],
    readings: readonly SheetReading[],
  ): Promise<readonly SheetReading[]> {
    const others: Question[] = [];
    const named = sheets.map(describeSheet);
    for (const companion of this.companions) if (companion.askLast) others.push(...companion.askLast(named));
    await readBodies(context, readings, hasApi(this.library, 'rangeAreas'), others);
    return readings;
  }
}

function looksOf(sheet: Excel.Worksheet): Pick<SheetContent, 'name' | 'visibility' | 'isProtected'> {
  return {
    name: sheet.name,
    visibility: VISIBILITIES[sheet.visibility],
    isProtected: sheet.protection.protected,
  };
}

/** The very same content, unless the sheet has another name or is shown or protected otherwise. */
function renewed({ content, reachesOut }: KnownSheet, sheet: Excel.Worksheet): KnownSheet {
  const looks = looksOf(sheet);
  const isSame =
    content.name === looks.name && content.visibility === looks.visibility && content.isProtected === looks.isProtected;
  return { content: isSame ? content : { ...content, ...looks }, reachesOut };
}

function reachesOut({ cells }: SheetBody): boolean {
  return cells.some(({ formula }) => formula !== null && reachesBeyondSheet(formula));
}
