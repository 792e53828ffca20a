import type { ChangeSet } from '../../core/changes/change-set';
import type { NewSheet } from '../../core/changes/operation';
import type { RowChange, RowConflict } from '../../core/changes/row-change';
import type { CellRange } from '../../core/workbook/cell-address';
import { WorkbookSnapshot, type SheetContent } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../port/host-error';
import type {
  ApplyResult,
  CellPlace,
  CellMark,
  HostCapabilities,
  HostStorage,
  ReadExtent,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../port/workbook-host';
import {
  CHANNEL,
  pageMessageSchema,
  resultSchemas,
  type Call,
  type Method,
  type PageMessage,
  type PaneMessage,
  type Result,
} from './messages';

export interface FrameTimeouts {
  /** How long the page may take to come up, its grid included. */
  readonly connect: number;
  /** Pause between two hellos. */
  readonly hello: number;
  /** How long one call may take. */
  readonly call: number;
}

const TIMEOUTS: FrameTimeouts = { connect: 60000, hello: 200, call: 30000 };

interface PendingCall {
  readonly method: Method;
  resolve(result: unknown): void;
  reject(error: HostError): void;
  readonly timer: number;
}

/** The workbook of the page around the pane, reached by messages. Page and pane come from the same origin. */
export class FrameHost implements WorkbookHost {
  private readonly pendingCalls = new Map<number, PendingCall>();
  private readonly listeners: ((change: WorkbookChange) => void)[] = [];
  private nextId = 1;
  /** The sheets as last read, and the number of the request. */
  private former: { readonly id: number | null; readonly sheets: readonly SheetContent[] } = { id: null, sheets: [] };

  readonly storage = this.storageOf('machine');
  readonly workbookStorage = this.storageOf('workbook');

  private constructor(
    private readonly pane: Window,
    private readonly timeouts: FrameTimeouts,
    readonly capabilities: HostCapabilities,
  ) {
    listenToPage(pane, (message) => this.receive(message));
  }

  /** Says hello to the page until it answers; rejects with `lost-connection` when it never does. */
  static connect(pane: Window = window, timeouts: FrameTimeouts = TIMEOUTS): Promise<FrameHost> {
    return new Promise((resolve, reject) => {
      const sayHello = (): void => sendToPage(pane, { channel: CHANNEL, kind: 'hello' });
      const helloTimer = pane.setInterval(sayHello, timeouts.hello);
      const stopListening = listenToPage(pane, (message) => {
        if (message.kind !== 'welcome') return;
        finish();
        resolve(new FrameHost(pane, timeouts, message.capabilities));
      });
      const connectTimer = pane.setTimeout(() => {
        finish();
        reject(lostConnection('工作台没有应答。'));
      }, timeouts.connect);
      const finish = (): void => {
        pane.clearInterval(helloTimer);
        pane.clearTimeout(connectTimer);
        stopListening();
      };
      sayHello();
    });
  }

  async read(extent?: ReadExtent): Promise<WorkbookSnapshot> {
    const { former } = this;
    const id = this.nextId;
    const { name, sheets: answered } = await this.call({ method: 'read', extent, after: former.id });
    const sheets = answered.map((sheet) => ('sameAs' in sheet ? former.sheets[sheet.sameAs] : sheet));
    this.former = { id, sheets };
    return new WorkbookSnapshot(name, sheets);
  }

  apply(changes: ChangeSet): Promise<ApplyResult> {
    return this.call({ method: 'apply', changes: { ...changes, edits: changes.edits.slice() } });
  }

  changeRows(changes: readonly RowChange[]): Promise<readonly RowConflict[]> {
    return this.call({ method: 'changeRows', changes: changes.slice() });
  }

  addSheets(sheets: readonly NewSheet[], after: string): Promise<void> {
    return this.call({ method: 'addSheets', sheets: sheets.slice(), after });
  }

  removeSheets(names: readonly string[]): Promise<void> {
    return this.call({ method: 'removeSheets', names: names.slice() });
  }

  findLocked(cells: readonly CellPlace[]): Promise<readonly CellPlace[]> {
    return this.call({ method: 'findLocked', cells: cells.slice() });
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return this.call({ method: 'mark', marks: marks.slice() });
  }

  select(sheet: string, range: CellRange): Promise<SelectResult> {
    return this.call({ method: 'select', sheet, range });
  }

  conceal(sheet: string): Promise<void> {
    return this.call({ method: 'conceal', sheet });
  }

  watch(listener: (change: WorkbookChange) => void): () => void {
    this.listeners.push(listener);
    return () => {
      const place = this.listeners.indexOf(listener);
      if (place !== -1) this.listeners.splice(place, 1);
    };
  }

  private storageOf(store: 'machine' | 'workbook'): HostStorage {
    return {
      get: (key) => this.call({ method: 'getSetting', store, key }),
      set: (key, value) => this.call({ method: 'setSetting', store, key, value }),
    };
  }

  private call<C extends Call>(call: C): Promise<Result<C['method']>> {
    return new Promise((resolve, reject) => {
      const id = this.nextId;
      this.nextId += 1;
      const timer = this.pane.setTimeout(() => {
        this.pendingCalls.delete(id);
        reject(lostConnection('工作台长时间没有应答。'));
      }, this.timeouts.call);
      this.pendingCalls.set(id, { method: call.method, resolve: resolve as PendingCall['resolve'], reject, timer });
      sendToPage(this.pane, { channel: CHANNEL, kind: 'request', id, call });
    });
  }

  private receive(message: PageMessage): void {
    if (message.kind === 'welcome') return;
    if (message.kind === 'change') {
      for (const listener of this.listeners.slice()) listener(message.change);
      return;
    }
    const pending = this.pendingCalls.get(message.id);
    if (!pending) return;
    this.pendingCalls.delete(message.id);
    this.pane.clearTimeout(pending.timer);
    if (message.kind === 'refusal') {
      pending.reject(new HostError(message.error.code, message.error.message, message.error.advice));
      return;
    }
    const result = resultSchemas[pending.method].safeParse(message.result);
    if (result.success) pending.resolve(result.data);
    else pending.reject(new HostError('internal', '工作台的应答无法识别。', '请刷新页面后重试。'));
  }
}

function listenToPage(pane: Window, receive: (message: PageMessage) => void): () => void {
  const listener = (event: MessageEvent): void => {
    if (event.source !== pane.parent || event.origin !== pane.location.origin) return;
    const parsed = pageMessageSchema.safeParse(event.data);
    if (parsed.success) receive(parsed.data);
  };
  pane.addEventListener('message', listener);
  return () => pane.removeEventListener('message', listener);
}

function sendToPage(pane: Window, message: PaneMessage): void {
  pane.parent.postMessage(message, pane.location.origin);
}

function lostConnection(message: string): HostError {
  return new HostError('lost-connection', message, '请刷新页面后重试；尚未保存的修改请先用「保存副本」存盘。');
}
