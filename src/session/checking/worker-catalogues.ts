import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import {
  MOST_READY,
  type CatalogueDescription,
  type CatalogueName,
  type CatalogueReference,
  type CatalogueSearch,
  type CatalogueSource,
  type CatalogueWorks,
  type ExportFormat,
} from '../catalogues/catalogue-works';
import { ReviewCancelled } from '../time-slices';
import type { CatalogueAnswers, SentImport } from './catalogue-tasks';
import type { RequestAnswers, RequestTask } from './conversion-tasks';
import type { PaneMessage, WorkerMessage } from './messages';
import type { SheetTransfer } from './sheet-transfer';

interface WaitingRequest {
  resolve(answer: RequestAnswers[keyof RequestAnswers]): void;
  reject(error: Error): void;
}

type TaskOf<Kind> = Extract<RequestTask, { readonly kind: Kind }>;

const NEVER_CANCELLED = { aborted: false };

/** Works with catalogues in the worker. The text of an own one is sent when it is first named, once for each revision. */
export class WorkerCatalogues implements CatalogueWorks {
  private lastNumber = 0;
  private readonly waiting = new Map<number, WaitingRequest>();
  /** Revisions that the worker has, by id; the one sent last at the end. */
  private readonly sent = new Map<string, string>();
  /** The search of each second level that waits for its answer. */
  private readonly searches = new Map<string, number>();
  private lost: Error | null = null;

  /**
   * @param patience How long to wait for an answer, in milliseconds.
   * @param onLost Told that the worker does not do its work.
   */
  constructor(
    readonly builtin: readonly CatalogueDescription[],
    private readonly send: (message: PaneMessage) => void,
    private readonly sheets: SheetTransfer,
    private readonly patience: number,
    private readonly onLost: (reason: string) => void,
  ) {}

  /** True while the worker has something to work out: it may be silent on all else. */
  get isBusy(): boolean {
    return this.waiting.size > 0;
  }

  async inspect(source: CatalogueSource, options: ImportOptions): Promise<CatalogueImport> {
    if (source.kind === 'file') {
      const { name, bytes } = source;
      return importOf(await this.ask<'inspectFile'>({ kind: 'inspectFile', name, bytes, options }));
    }
    const { snapshot } = source;
    const found = await this.askOfWorkbook<'inspectWorkbook'>(snapshot, (workbook) => ({
      kind: 'inspectWorkbook',
      options,
      ...workbook,
    }));
    return importOf(found);
  }

  async propose(snapshot: WorkbookSnapshot, reference: CatalogueReference): Promise<CatalogueAnswers['propose']> {
    const catalogue = await this.bring(reference);
    return this.askOfWorkbook<'propose'>(snapshot, (workbook) => ({ kind: 'propose', catalogue, ...workbook }));
  }

  async search(reference: CatalogueReference, search: CatalogueSearch): Promise<CatalogueAnswers['search']> {
    const catalogue = await this.bring(reference);
    const kind = String(search.level2);
    const former = this.searches.get(kind);
    if (former !== undefined) this.forget(former);
    const asking = this.ask<'search'>({ kind: 'search', catalogue, search });
    const own = this.lastNumber;
    this.searches.set(kind, own);
    const over = (): void => {
      if (this.searches.get(kind) === own) this.searches.delete(kind);
    };
    asking.then(over, over);
    return asking;
  }

  async export(reference: CatalogueReference, format: ExportFormat): Promise<Uint8Array> {
    return this.ask<'export'>({ kind: 'export', catalogue: await this.bring(reference), format });
  }

  async compact(reference: CatalogueReference): Promise<string> {
    return this.ask<'compact'>({ kind: 'compact', catalogue: await this.bring(reference) });
  }

  /** Sends the text of an own catalogue where the worker does not have it yet. Rejects where it cannot be loaded. */
  async bring({ id, revision, load }: CatalogueReference): Promise<CatalogueName> {
    const name = { id, revision };
    const isBuiltin = this.builtin.some((one) => one.id === id);
    if (isBuiltin || this.sent.get(id) === revision) return name;
    const text = await load();
    if (this.sent.get(id) === revision) return name;
    this.send({ kind: 'catalogue', name, text });
    this.sent.delete(id);
    this.sent.set(id, revision);
    for (const other of Array.from(this.sent.keys())) if (this.sent.size > MOST_READY) this.sent.delete(other);
    return name;
  }

  receive(message: Extract<WorkerMessage, { readonly request: number }>): void {
    const request = this.waiting.get(message.request);
    if (request === undefined) return;
    switch (message.kind) {
      case 'answer':
        request.resolve(message.answer);
        return;
      case 'refused':
        request.reject(new HostError(message.code, message.message, message.advice));
        return;
      case 'broken':
        this.onLost(message.reason);
    }
  }

  lose(lost: Error): void {
    this.lost = lost;
    this.waiting.forEach((request) => request.reject(lost));
  }

  /** Rejects with a HostError that the worker refused with, or WorkerLost. */
  ask<Kind extends RequestTask['kind']>(task: TaskOf<Kind>): Promise<RequestAnswers[Kind]> {
    if (this.lost !== null) return Promise.reject(this.lost);
    this.lastNumber += 1;
    const request = this.lastNumber;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.onLost('it did not answer in time'), this.patience);
      const settle = (): void => {
        clearTimeout(timer);
        this.waiting.delete(request);
      };
      this.waiting.set(request, {
        resolve: (answer) => {
          settle();
          resolve(answer as RequestAnswers[Kind]);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      this.send({ kind: 'request', request, task });
    });
  }

  /** The same with a workbook, which is sent first. */
  askOfWorkbook<Kind extends RequestTask['kind']>(
    snapshot: WorkbookSnapshot,
    taskOf: (workbook: { readonly workbook: string; readonly sheets: readonly number[] }) => TaskOf<Kind>,
  ): Promise<RequestAnswers[Kind]> {
    if (this.lost !== null) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      this.sheets
        .bring(snapshot, NEVER_CANCELLED, (sheets) => {
          this.ask<Kind>(taskOf({ workbook: snapshot.name, sheets })).then(resolve, reject);
        })
        .catch(reject);
    });
  }

  private forget(request: number): void {
    const waiting = this.waiting.get(request);
    if (waiting === undefined) return;
    waiting.reject(new ReviewCancelled());
    this.send({ kind: 'forget', request });
  }
}

function importOf({ fileText, ...found }: SentImport): CatalogueImport {
  return { ...found, file: fileText === null ? null : JSON.parse(fileText) };
}
