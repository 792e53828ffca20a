import { formatAddress } from '../../../core/workbook/cell-address';
import type { CellMark } from '../../port/workbook-host';
import { askTogether, type Question } from '../reading/question';
import { FillsOfRows } from './fills-of-rows';
import { FILLS, SEVERITIES } from './mark-formats';
import type { MarkSheet } from './mark-sheet';
import { sendChanges } from './send-changes';
import { formatFills, noteFill, parseFills, type FillsBySheet } from './stored-fills';

/** Name of the workbook's setting that keeps the former fills. */
const SETTING = 'shenbao.formerFills';

/** What Excel says of a cell without a fill. A white one reads alike, and becomes one without. */
const NO_FILL = '#FFFFFF';

const OUR_FILLS: readonly string[] = SEVERITIES.map((severity) => FILLS[severity]);

const CELLS_PER_REQUEST = 1000;

/** Of a large marked range so many cells are filled. */
const CELLS_PER_MARK = 1000;

interface Place {
  readonly sheet: MarkSheet;
  readonly address: string;
}

interface Change extends Place {
  readonly fill: string;
}

/**
 * Marks where add-ins cannot set conditional formats (below ExcelApi 1.6): the cells are filled, and their former fills
 * are kept in a setting of the workbook until they are put back, by whatever Excel opens it. Not put back is what Excel
 * does not tell below 1.9: patterns, and that a colour was the theme's. Cells that the user has moved
 * since, by inserting rows, are not found again and stay filled; row changes of ours take their fills along (`ofRows`).
 */
export class FormerFills {
  private stored: unknown = null;

  /** True when nothing of ours is filled. */
  get isEmpty(): boolean {
    return this.stored === null;
  }

  askStored({ workbook }: Excel.RequestContext): Question {
    return {
      ask: () => {
        const setting = workbook.settings.getItemOrNullObject(SETTING);
        setting.load('value');
        return () => {
          this.stored = setting.isNullObject ? null : setting.value;
        };
      },
      divide: () => null,
    };
  }

  /** To be asked after `askStored`; null when nothing is filled. */
  ofRows(sheets: readonly MarkSheet[]): FillsOfRows | null {
    return this.isEmpty ? null : new FillsOfRows(parseFills(this.stored, sheets), sheets);
  }

  /** Puts what they have become into the request. */
  store({ workbook }: Excel.RequestContext, fills: FillsOfRows): void {
    const text = fills.text();
    if (text !== null) workbook.settings.add(SETTING, text);
    else workbook.settings.getItem(SETTING).delete();
  }

  /**
   * Fills these cells and puts back all others that are ours: two round trips for every 1000 cells, one when nothing
   * changes, none when nothing is or was filled. Former fills are stored before anything is filled. Cells whose fill is
   * not ours any more are left alone, and so are protected sheets; returns the first that would have changed.
   */
  async replace(
    context: Excel.RequestContext,
    sheets: readonly MarkSheet[],
    marks: readonly CellMark[],
  ): Promise<MarkSheet | undefined> {
    const stored = parseFills(this.stored, sheets);
    const wanted = wantedFills(sheets, marks);
    const kept: FillsBySheet = {};
    for (const { id, allowsFormats } of sheets) if (!allowsFormats && stored[id]) kept[id] = stored[id];
    const writable = sheets.filter(({ allowsFormats }) => allowsFormats);
    const places = listPlaces(writable, [stored, wanted]);
    const current = await readFills(context, places);

    // All that is ours at any time while writing.
    const meanwhile: FillsBySheet = { ...kept };
    const changes: Change[] = [];
    places.forEach(({ sheet, address }, place) => {
      const found = current[place];
      const before = fillAt(stored, sheet.id, address);
      const isOurs = before !== undefined && OUR_FILLS.indexOf(found) !== -1;
      const former = isOurs ? before : found;
      const mark = fillAt(wanted, sheet.id, address);
      if (mark === undefined && !isOurs) return;
      noteFill(meanwhile, sheet.id, address, former);
      if (mark !== undefined) noteFill(kept, sheet.id, address, former);
      const fill = mark === undefined ? former : mark;
      if (fill !== found) changes.push({ sheet, address, fill });
    });
    await this.write(context, changes, formatFills(meanwhile, sheets), formatFills(kept, sheets));
    return sheets.filter(({ id, allowsFormats }) => !allowsFormats && (stored[id] || wanted[id]))[0];
  }

  private async write(
    context: Excel.RequestContext,
    changes: readonly Change[],
    meanwhile: string | null,
    after: string | null,
  ): Promise<void> {
    if (changes.length === 0 && after === this.stored) return;
    const { settings, worksheets } = context.workbook;
    for (let start = 0; start === 0 || start < changes.length; start += CELLS_PER_REQUEST) {
      if (start === 0 && meanwhile !== null) settings.add(SETTING, meanwhile);
      for (const { sheet, address, fill } of changes.slice(start, start + CELLS_PER_REQUEST)) {
        setFill(worksheets.getItem(sheet.id).getRange(address), fill);
      }
      if (start + CELLS_PER_REQUEST >= changes.length) {
        if (after !== null) settings.add(SETTING, after);
        else if (meanwhile !== null || this.stored !== null) settings.getItem(SETTING).delete();
      }
      await sendChanges(context, start === 0);
      if (start === 0 && meanwhile !== null) this.stored = meanwhile;
    }
    this.stored = after;
  }
}

/** @param fill "#RRGGBB". */
export function setFill({ format }: Excel.Range, fill: string): void {
  if (fill === NO_FILL) format.fill.clear();
  else format.fill.color = fill;
}

function wantedFills(sheets: readonly MarkSheet[], marks: readonly CellMark[]): FillsBySheet {
  const fills: FillsBySheet = {};
  for (const severity of SEVERITIES) {
    for (const { sheet: name, range } of marks.filter((mark) => mark.severity === severity)) {
      const sheet = sheets.filter((one) => one.name === name)[0];
      let left = sheet ? CELLS_PER_MARK : 0;
      for (let row = range.top; row <= range.bottom && left > 0; row += 1) {
        for (let column = range.left; column <= range.right && left > 0; column += 1, left -= 1) {
          noteFill(fills, sheet.id, formatAddress({ row, column }), FILLS[severity]);
        }
      }
    }
  }
  return fills;
}

/** Each cell once. */
function listPlaces(sheets: readonly MarkSheet[], fills: readonly FillsBySheet[]): Place[] {
  return sheets.reduce<Place[]>((places, sheet) => {
    const cells: Record<string, true> = {};
    for (const bySheet of fills) for (const address of Object.keys(bySheet[sheet.id] || {})) cells[address] = true;
    return places.concat(Object.keys(cells).map((address) => ({ sheet, address })));
  }, []);
}

function fillAt(fills: FillsBySheet, sheetId: string, address: string): string | undefined {
  return fills[sheetId] && fills[sheetId][address];
}

async function readFills(context: Excel.RequestContext, places: readonly Place[]): Promise<readonly string[]> {
  const found: string[] = [];
  const questions = places.map(({ sheet, address }, place): Question => ({
    ask() {
      const { fill } = context.workbook.worksheets.getItem(sheet.id).getRange(address).format;
      fill.load('color');
      return () => {
        found[place] = fill.color ? fill.color.toUpperCase() : NO_FILL;
      };
    },
    divide: () => null,
  }));
  for (let start = 0; start < questions.length; start += CELLS_PER_REQUEST) {
    await askTogether(context, questions.slice(start, start + CELLS_PER_REQUEST));
  }
  return found;
}
