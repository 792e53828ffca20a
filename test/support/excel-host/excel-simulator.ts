import { formatRange, type CellAddress, type CellRange } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { BatchProcessor, KeptObjects } from './batch-processor';
import { enteredValue } from './typed-entry';
import { ACTION, EVENT, EVENT_CATEGORY, type EventEntry, type RequestBody, type ResponseBody } from './wire';
import { WorkbookApi, type TriggerSource } from './workbook-api';
import { addSheet, cellAt, changeCell, sheetNamed, type ModelSheet, type ModelWorkbook } from './workbook-model';

/** Excel on the web refuses more, either way. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface RequestRecord {
  readonly request: RequestBody;
  readonly requestLength: number;
  readonly responseLength: number;
}

/** Clean-up that `Excel.run` sends by itself after a batch; nobody waits for it. */
function isCleanUp({ request: { Actions } }: RequestRecord): boolean {
  const releases = Actions.filter(({ Name }) => Name === '_RemoveReference');
  return (
    releases.length > 0 &&
    Actions.every((action) => action.ActionType === ACTION.instantiate || releases.includes(action))
  );
}

/** Excel with one workbook open, as office.js sees it: batches in, answers and events out. */
export class ExcelSimulator {
  readonly requests: RequestRecord[] = [];
  /** A user is typing into a cell: Excel refuses every batch. */
  isEditingCell = false;
  payloadLimit = PAYLOAD_LIMIT;
  /** Called before every batch. */
  beforeBatch: () => void = () => undefined;
  private readonly root: WorkbookApi;
  private readonly kept = new KeptObjects();
  private readonly listeners: ((entries: readonly EventEntry[]) => void)[] = [];
  private nextEvent = 1;

  constructor(
    readonly model: ModelWorkbook,
    /** Highest version of ExcelApi that is announced; newer members are answered ApiNotFound. */
    readonly level: string,
  ) {
    this.root = new WorkbookApi(model, (sheet, place, source) => this.tellChanged(sheet, place, source));
  }

  /** Requests that somebody waited for. */
  get roundTrips(): number {
    return this.requests.filter((record) => !isCleanUp(record)).length;
  }

  onEvent(listener: (entries: readonly EventEntry[]) => void): void {
    this.listeners.push(listener);
  }

  /** Body text in, body text out. */
  execute(bodyText: string): string {
    this.beforeBatch();
    const request = JSON.parse(bodyText) as RequestBody;
    const answer = JSON.stringify(this.answer(request, bodyText.length));
    this.requests.push({ request, requestLength: bodyText.length, responseLength: answer.length });
    return answer.length > this.payloadLimit ? JSON.stringify(refusal('ResponsePayloadSizeLimitExceeded')) : answer;
  }

  /** The user types a text into a cell. */
  type(sheetName: string, { row, column }: CellAddress, text: string): void {
    const sheet = sheetNamed(this.model, sheetName);
    changeCell(sheet, row, column, enteredValue(text, cellAt(sheet, row, column).numberFormat));
    this.tellChanged(sheet, { top: row, left: column, bottom: row, right: column }, 'Unknown');
  }

  /** The user inserts a row: only told, not done. */
  tellRowInserted(sheetName: string, row: number): void {
    const { id } = sheetNamed(this.model, sheetName);
    this.emit(EVENT.changed, id, { ...changeOf(id, `${row + 1}:${row + 1}`, 'Unknown'), changeType: 'RowInserted' });
  }

  addSheet(content: SheetContent): void {
    const { id } = addSheet(this.model, content);
    this.emit(EVENT.added, 'Workbook', { worksheetId: id, source: 'Local' });
  }

  deleteSheet(sheetName: string): void {
    const { id } = sheetNamed(this.model, sheetName);
    this.model.sheets = this.model.sheets.filter((sheet) => sheet.id !== id);
    this.emit(EVENT.deleted, 'Workbook', { worksheetId: id, source: 'Local' });
  }

  private answer(request: RequestBody, length: number): ResponseBody {
    if (this.isEditingCell) return refusal('InvalidOperationInCellEditMode');
    if (length > this.payloadLimit) return refusal('RequestPayloadSizeLimitExceeded');
    return new BatchProcessor(this.root, this.kept, this.level, request).process();
  }

  private tellChanged(sheet: ModelSheet, place: CellRange, source: TriggerSource): void {
    this.emit(EVENT.changed, sheet.id, changeOf(sheet.id, formatRange(place), source));
  }

  private emit(type: number, target: string, payload: object): void {
    const text = JSON.stringify(payload);
    const targets = target === 'Workbook' ? [target] : [target, 'Workbook'];
    const entries = targets.map((name): EventEntry => {
      this.nextEvent += 1;
      return [EVENT_CATEGORY, type, name, text, this.nextEvent, false];
    });
    // By itself: whether before or after the answer to its batch, Excel does not promise.
    setImmediate(() => this.listeners.forEach((listener) => listener(entries)));
  }
}

function changeOf(worksheetId: string, address: string, triggerSource: TriggerSource): object {
  return { changeType: 'RangeEdited', source: 'Local', address, worksheetId, triggerSource, shiftDirection: 'None' };
}

function refusal(Code: string): ResponseBody {
  return { Results: [], TraceIds: [], Error: { Code, Message: Code, HttpStatusCode: 400 } };
}
