import { isSameContent, type Edit } from '../../core/changes/change-set';
import { formatAddress, parseRange } from '../../core/workbook/cell-address';
import type { WorkbookChange } from '../port/workbook-host';
import type { Conversation } from './conversation';
import type { EditedSheets } from './edited-sheets';
import { hasApi, type Batch, type OfficeLibrary } from './office-library';
import type { OwnWrites, SheetEvent } from './own-writes';
import { formulaOf, valueOf } from './reading/cell-content';

type Listener = (change: WorkbookChange) => void;

/** What the two ways of watching, whole workbook and sheet by sheet, need of an event. */
type ChangeEvent = Pick<
  Excel.WorksheetChangedEventArgs,
  'address' | 'changeType' | 'worksheetId' | 'triggerSource' | 'source'
>;

/** A sheet that came or went. */
interface SheetChange {
  readonly worksheetId: string;
  readonly source?: string;
}

/** An event whose sheet has no name for us yet, and which may tell of edits of ours. */
interface Question {
  readonly sheetId: string;
  readonly ownEdits: readonly Edit[];
  readonly answer: (found: { readonly name: string | null; readonly isAsWritten: boolean }) => void;
}

/** Formats that we set ourselves are told of within this time, in milliseconds. */
const ECHO = 3000;

/**
 * Tells listeners what the user and co-authors change, and notes for the next read which sheets did. Handlers are
 * registered in Excel with the first listener and stay as long as the pane. Where Excel refuses them, being busy, say,
 * every later read tries again, and until then all sheets count as edited.
 */
export class EditWatch {
  private readonly listeners: Listener[] = [];
  private state: 'off' | 'registering' | 'on' = 'off';
  /** Handlers of a registration that failed in part are not heard any more. */
  private registration = 0;
  private questions: Question[] = [];
  private formatsAreOursUntil = 0;

  constructor(
    private readonly library: OfficeLibrary,
    private readonly conversation: Conversation,
    private readonly ownWrites: OwnWrites,
    private readonly edited: EditedSheets,
    private readonly now: () => number = Date.now,
  ) {
    conversation.onLost = () => this.lose();
  }

  add(listener: Listener): () => void {
    const entry: Listener = (change) => listener(change);
    this.listeners.push(entry);
    this.ensureHandlers();
    return () => {
      const place = this.listeners.indexOf(entry);
      if (place !== -1) this.listeners.splice(place, 1);
    };
  }

  /** Registers the handlers where somebody listens and it has not worked so far. */
  ensureHandlers(): void {
    if (this.state !== 'off' || this.listeners.length === 0 || !hasApi(this.library, 'sheetEvents')) return;
    this.state = 'registering';
    this.registration += 1;
    const register: Batch<void> = (context) => this.addHandlers(context, this.registration);
    this.conversation.run(register).then(
      () => {
        this.state = 'on';
        this.edited.startHearing();
      },
      () => this.lose(),
    );
  }

  /** What Excel tells of formats while marks are put on or taken off, and in the next moment, is about the marks. */
  async duringOwnFormats<T>(format: () => Promise<T>): Promise<T> {
    this.formatsAreOursUntil = Infinity;
    try {
      return await format();
    } finally {
      this.formatsAreOursUntil = this.now() + ECHO;
    }
  }

  private lose(): void {
    this.state = 'off';
    this.edited.stopHearing();
  }

  private async addHandlers(context: Excel.RequestContext, registration: number): Promise<void> {
    const { worksheets } = context.workbook;
    // Excel waits for the promise of a handler, and for nothing else.
    const heard =
      <E>(handle: (event: E) => void) =>
      async (event: E): Promise<void> => {
        if (registration === this.registration) handle(event);
      };
    const changed = heard((event: ChangeEvent) => void this.changed(event));
    const sheetChanged = heard(({ worksheetId }: { readonly worksheetId: string }) => this.sheetChanged(worksheetId));
    worksheets.onDeleted.add(heard((event: SheetChange) => this.sheetCameOrWent('deleted', event)));
    worksheets.onAdded.add(
      heard((event: SheetChange) => {
        this.sheetCameOrWent('added', event);
        const { worksheetId } = event;
        if (!hasApi(this.library, 'rangeAreas')) this.watchSheet(worksheetId, changed);
      }),
    );
    if (hasApi(this.library, 'calculatedEvents')) {
      // Formulas of a sheet that nobody edited, after F9 above all. Told to nobody: some never stop calculating.
      worksheets.onCalculated.add(
        heard(({ worksheetId }: { readonly worksheetId: string }) => this.edited.note(worksheetId)),
      );
    }
    if (hasApi(this.library, 'sortEvents')) {
      const sorted = heard(({ worksheetId }: { readonly worksheetId: string }) => void this.moved(worksheetId));
      worksheets.onRowSorted.add(sorted);
      worksheets.onColumnSorted.add(sorted);
    }
    if (hasApi(this.library, 'rowHiddenEvents')) worksheets.onRowHiddenChanged.add(sheetChanged);
    if (hasApi(this.library, 'sheetNameEvents')) {
      worksheets.onNameChanged.add(sheetChanged);
      worksheets.onMoved.add(sheetChanged);
    }
    if (hasApi(this.library, 'rangeAreas')) {
      worksheets.onChanged.add(changed);
      worksheets.onFormatChanged.add(
        heard((event: Pick<Excel.WorksheetFormatChangedEventArgs, 'worksheetId' | 'source'>) =>
          this.formatChanged(event),
        ),
      );
      await context.sync();
      return;
    }
    worksheets.load('items/id');
    await context.sync();
    for (const sheet of worksheets.items) sheet.onChanged.add(changed);
    await context.sync();
  }

  /** Below ExcelApi 1.9 a new sheet needs a handler of its own. */
  private watchSheet(id: string, changed: (event: ChangeEvent) => Promise<void>): void {
    const addHandler: Batch<void> = async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load('id');
      await context.sync();
      // Deleted again at once: nothing to watch.
      if (sheet.isNullObject) return;
      sheet.onChanged.add(changed);
      await context.sync();
    };
    this.conversation.run(addHandler).catch(() => this.lose());
  }

  private sheetCameOrWent(kind: SheetEvent, { worksheetId, source }: SheetChange): void {
    const isOurs = source !== 'Remote' && this.ownWrites.takeSheet(kind, worksheetId);
    if (isOurs) this.edited.note(worksheetId);
    else this.sheetChanged(worksheetId);
  }

  private sheetChanged(id: string): void {
    this.edited.note(id);
    this.tell({ kind: 'edited' });
  }

  /** Number formats are read, so the sheet is read anew; nobody checks again because of a color. */
  private formatChanged({
    worksheetId,
    source,
  }: Pick<Excel.WorksheetFormatChangedEventArgs, 'worksheetId' | 'source'>): void {
    if (source === 'Remote' || this.now() >= this.formatsAreOursUntil) this.edited.note(worksheetId);
  }

  private async changed(event: ChangeEvent): Promise<void> {
    this.edited.note(event.worksheetId);
    if (this.listeners.length === 0) return;
    const knowsSource = hasApi(this.library, 'triggerSource');
    if (knowsSource && event.triggerSource === 'ThisLocalAddin') return;
    const mayBeOurs = !knowsSource && event.source !== 'Remote';
    if (mayBeOurs && this.ownWrites.isFilling(event.worksheetId)) return;
    // Rows or columns that came or went move all that lies behind them.
    if (event.changeType !== 'RangeEdited') {
      if (mayBeOurs && this.ownWrites.takeRow(event.worksheetId, event.changeType, event.address)) return;
      await this.moved(event.worksheetId);
      return;
    }
    const ownEdits = (mayBeOurs && this.ownWrites.within(event.worksheetId, event.address)) || [];
    const { name, isAsWritten } = await this.lookAt(event.worksheetId, ownEdits);
    if (isAsWritten) return;
    const range = parseRange(event.address);
    this.tell(name !== null && range ? { kind: 'edited', sheet: name, range } : { kind: 'edited' });
  }

  private async moved(sheetId: string): Promise<void> {
    this.edited.note(sheetId);
    const { name } = await this.lookAt(sheetId, []);
    this.tell({ kind: 'edited', ...(name === null ? {} : { sheet: name }), isMoved: true });
  }

  /** Events that come together are looked into together. */
  private lookAt(sheetId: string, ownEdits: readonly Edit[]): Promise<Parameters<Question['answer']>[0]> {
    return new Promise((answer) => {
      this.questions.push({ sheetId, ownEdits, answer });
      if (this.questions.length > 1) return;
      let asked: readonly Question[] = [];
      const look: Batch<void> = (context) => {
        asked = this.questions;
        this.questions = [];
        return answerAll(context, asked);
      };
      // The listener hears of the edit even when Excel cannot say where it was.
      this.conversation.run(look).catch(() => {
        const unanswered = asked.concat(this.questions);
        this.questions = [];
        for (const question of unanswered) question.answer({ name: null, isAsWritten: false });
      });
    });
  }

  private tell(change: WorkbookChange): void {
    for (const listener of this.listeners.slice()) listener(change);
  }
}

/** Round trips: names; cells, where an event may be about an edit of ours. */
async function answerAll(context: Excel.RequestContext, questions: readonly Question[]): Promise<void> {
  const sheets = questions.map(({ sheetId }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('name');
    return sheet;
  });
  await context.sync();
  const cells = questions.map(({ ownEdits }, place) =>
    sheets[place].isNullObject
      ? []
      : ownEdits.map(({ address }) => {
          const cell = sheets[place].getRange(formatAddress(address));
          cell.load('values,formulas');
          return cell;
        }),
  );
  if (cells.some(({ length }) => length > 0)) await context.sync();
  questions.forEach(({ ownEdits, answer }, place) => {
    const found = cells[place].map((cell, index) => holds(cell, ownEdits[index]));
    answer({
      name: sheets[place].isNullObject ? null : sheets[place].name,
      isAsWritten: found.length > 0 && found.every((isSame) => isSame),
    });
  });
}

function holds(cell: Excel.Range, { after }: Edit): boolean {
  const raw: unknown = cell.values[0][0];
  const content = { value: valueOf(raw), formula: formulaOf(cell.formulas[0][0], raw), numberFormat: '' };
  return isSameContent(content, after);
}
