import type { CellAddress, CellRange } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { isAtLeast } from './api-levels';
import { BatchProcessor, KeptObjects, type BreakOff } from './batch-processor';
import { enteredValue } from './typed-entry';
import { ACTION, EVENT, EVENT_CATEGORY, type EventEntry, type RequestBody, type ResponseBody } from './wire';
import { placeText } from './range-api';
import { WorkbookApi, type ChangeType, type TriggerSource } from './workbook-api';
import { addSheet, cellAt, changeCell, sheetNamed, type ModelSheet, type ModelWorkbook } from './workbook-model';

/** Excel on the web refuses more bytes, either way. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** From here on a change event tells whether an add-in made it. */
const TRIGGER_SOURCE_LEVEL = '1.14';

/** Refusals of a whole batch, before or after it is looked at. */
export type RefusalCode =
  | 'InvalidOperationInCellEditMode'
  | 'InvalidOrTimedOutSession'
  | 'WriteNotSupportedWhenModalDialogOpen'
  | 'ActivityLimitReached'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

export type Outcome = { readonly body: string } | { readonly refusal: RefusalCode };

/** One batch; lengths in bytes. */
export interface RequestRecord {
  readonly request: RequestBody;
  readonly requestLength: number;
  readonly responseLength: number;
  /** Codes of what went wrong with it. */
  readonly error?: string;
}

type Predicate = (request: RequestBody) => boolean;

interface PlannedFailure extends BreakOff {
  /** The batch that is to fail: the first of which this holds. */
  readonly when: Predicate;
}

/** Clean-up that `Excel.run` sends by itself after a batch; nobody waits for it. */
function isCleanUp({ request: { Actions } }: RequestRecord): boolean {
  const releases = Actions.filter(({ Name }) => Name === '_RemoveReference');
  return (
    releases.length > 0 &&
    Actions.every((action) => action.ActionType === ACTION.instantiate || releases.includes(action))
  );
}

/** Told by every pane when it has come up, whatever it does. */
function isStartUp({ request: { Actions } }: RequestRecord): boolean {
  return Actions.some(({ Name }) => Name === 'NotifyActionHandlerReady');
}

/** Excel with one workbook open, as office.js sees it: batches in, answers and events out. */
export class ExcelSimulator {
  /** Every batch so far, for counting and for looking at what went wrong. */
  readonly requests: RequestRecord[] = [];
  /** What this host lacks and the adapter asked for; a test with one fails. */
  readonly defects: string[] = [];
  /** Opened for viewing only, or for editing. */
  mode: 'readOnly' | 'readWrite' = 'readWrite';
  /** A user is typing into a cell: Excel refuses every batch. */
  isEditingCell = false;
  /** Another reason to refuse every batch. */
  refusal: RefusalCode | null = null;
  /** Nothing is answered any more. */
  isConnectionLost = false;
  /** Milliseconds before an answer. */
  delay = 0;
  payloadLimit = PAYLOAD_LIMIT;
  /** No event of its own: the test tells them as it wants. */
  isQuiet = false;
  /** Answers batches that are about something else than the workbook. */
  service: (request: RequestBody) => ResponseBody | null = () => null;
  /** Called before every batch. */
  beforeBatch: (request: RequestBody) => void = () => undefined;
  private readonly root: WorkbookApi;
  private readonly kept = new KeptObjects();
  private readonly listeners: ((entries: readonly EventEntry[]) => void)[] = [];
  private readonly failures: PlannedFailure[] = [];
  private nextEvent = 1;

  constructor(
    readonly model: ModelWorkbook,
    /** Highest version of ExcelApi that is announced; newer members are answered ApiNotFound. */
    readonly level: string,
  ) {
    this.root = new WorkbookApi(model, {
      changed: (sheet, place, source, type) => this.tellChanged(sheet, place, source, 'Local', type),
      formatted: ({ id }, place) =>
        this.emit(EVENT.formatChanged, id, { worksheetId: id, address: placeText(place), source: 'Local' }),
      added: ({ id }) => this.emit(EVENT.added, 'Workbook', { worksheetId: id, source: 'Local' }),
      deleted: ({ id }) => this.emit(EVENT.deleted, 'Workbook', { worksheetId: id, source: 'Local' }),
    });
  }

  /** Requests that somebody waited for. */
  get roundTrips(): number {
    return this.requests.filter((record) => !isCleanUp(record) && !isStartUp(record)).length;
  }

  onEvent(listener: (entries: readonly EventEntry[]) => void): void {
    this.listeners.push(listener);
  }

  /** The next batch of which `when` holds breaks off after so many changes; these stay done. */
  failNext(code: string, afterChanges = 0, when: Predicate = () => true): void {
    this.failures.push({ code, afterChanges, when });
  }

  /** Body text in, body text out; refusals of the whole batch are worded as an answer. */
  execute(bodyText: string): string {
    const outcome = this.answer(bodyText);
    return 'body' in outcome ? outcome.body : JSON.stringify(refusalBody(outcome.refusal));
  }

  /** The same, as slow as Excel is to be; never settles when the connection is lost. */
  async answerLater(bodyText: string): Promise<Outcome> {
    await new Promise<void>((resolve) => {
      if (this.delay > 0) setTimeout(resolve, this.delay);
      else setImmediate(resolve);
    });
    if (this.isConnectionLost) return new Promise(() => undefined);
    try {
      return this.answer(bodyText);
    } catch (error) {
      this.defects.push(String(error));
      throw error;
    }
  }

  answer(bodyText: string): Outcome {
    const request = JSON.parse(bodyText) as RequestBody;
    this.beforeBatch(request);
    const requestLength = Buffer.byteLength(bodyText);
    const refusal = this.refusalOf(requestLength);
    if (refusal !== null) {
      this.requests.push({ request, requestLength, responseLength: 0, error: refusal });
      return { refusal };
    }
    const response =
      this.service(request) ??
      new BatchProcessor(this.root, this.kept, this.level, request, this.breakOffOf(request)).process();
    const body = JSON.stringify(response);
    const responseLength = Buffer.byteLength(body);
    const isTooLong = responseLength > this.payloadLimit;
    const error = isTooLong ? 'ResponsePayloadSizeLimitExceeded' : response.Error?.Code;
    this.requests.push({ request, requestLength, responseLength, ...(error === undefined ? {} : { error }) });
    return isTooLong ? { refusal: 'ResponsePayloadSizeLimitExceeded' } : { body };
  }

  /** The user types a text into a cell. */
  type(sheetName: string, address: CellAddress, text: string): void {
    this.enter(sheetName, address, text, 'Local');
  }

  /** Somebody else, who has the workbook open too, types a text into a cell. */
  typeElsewhere(sheetName: string, address: CellAddress, text: string): void {
    this.enter(sheetName, address, text, 'Remote');
  }

  /** The user inserts a row: only told, not done. */
  tellRowInserted(sheetName: string, row: number): void {
    const { id } = sheetNamed(this.model, sheetName);
    const change = this.changeOf(id, `${row + 1}:${row + 1}`, 'Unknown', 'Local');
    this.emit(EVENT.changed, id, { ...change, changeType: 'RowInserted' });
  }

  /** Something on a sheet is told that this host does not do by itself. */
  tell(event: number, sheetName: string, payload: object): void {
    const { id } = sheetNamed(this.model, sheetName);
    this.emit(event, id, { worksheetId: id, ...payload });
  }

  addSheet(content: SheetContent): void {
    const { id } = addSheet(this.model, content);
    this.emit(EVENT.added, 'Workbook', { worksheetId: id, source: 'Local' });
  }

  deleteSheet(sheetName: string): void {
    const { id } = sheetNamed(this.model, sheetName);
    this.model.sheets = this.model.sheets.filter((sheet) => sheet.id !== id);
    if (this.model.activeSheet === id) this.model.activeSheet = this.model.sheets[0].id;
    this.emit(EVENT.deleted, 'Workbook', { worksheetId: id, source: 'Local' });
  }

  /** Told to nobody: the event came with ExcelApi 1.17. */
  renameSheet(sheetName: string, newName: string): void {
    sheetNamed(this.model, sheetName).name = newName;
  }

  private refusalOf(requestLength: number): RefusalCode | null {
    if (this.isEditingCell) return 'InvalidOperationInCellEditMode';
    return requestLength > this.payloadLimit ? 'RequestPayloadSizeLimitExceeded' : this.refusal;
  }

  private breakOffOf(request: RequestBody): BreakOff | undefined {
    const place = this.failures.findIndex(({ when }) => when(request));
    return place === -1 ? undefined : this.failures.splice(place, 1)[0];
  }

  private enter(sheetName: string, { row, column }: CellAddress, text: string, source: Source): void {
    const sheet = sheetNamed(this.model, sheetName);
    changeCell(sheet, row, column, enteredValue(text, cellAt(sheet, row, column).numberFormat));
    this.tellChanged(sheet, { top: row, left: column, bottom: row, right: column }, 'Unknown', source);
  }

  private tellChanged(
    sheet: ModelSheet,
    place: CellRange,
    trigger: TriggerSource,
    source: Source = 'Local',
    changeType: ChangeType = 'RangeEdited',
  ): void {
    const change = this.changeOf(sheet.id, placeText(place), trigger, source);
    this.emit(EVENT.changed, sheet.id, { ...change, changeType });
  }

  private changeOf(worksheetId: string, address: string, triggerSource: TriggerSource, source: Source): object {
    const change = { changeType: 'RangeEdited', source, address, worksheetId, shiftDirection: 'None' };
    return isAtLeast(this.level, TRIGGER_SOURCE_LEVEL) ? { ...change, triggerSource } : change;
  }

  private emit(type: number, target: string, payload: object): void {
    if (this.isQuiet) return;
    const text = JSON.stringify(payload);
    const targets = target === 'Workbook' ? [target] : [target, 'Workbook'];
    const entries = targets.map((name): EventEntry => {
      this.nextEvent += 1;
      return [EVENT_CATEGORY, type, name, text, this.nextEvent, false];
    });
    this.tellEntries(entries);
  }

  /** By itself: whether before or after the answer to its batch, Excel does not promise. */
  tellEntries(entries: readonly EventEntry[]): void {
    setImmediate(() => this.listeners.forEach((listener) => listener(entries)));
  }
}

type Source = 'Local' | 'Remote';

function refusalBody(Code: RefusalCode): ResponseBody {
  return { Results: [], TraceIds: [], Error: { Code, Message: Code, HttpStatusCode: 400 } };
}
