import { HostError } from '../../host/port/host-error';
import type { HostStorage } from '../../host/port/workbook-host';
import { EMPTY_HISTORY, type HistoryDocument, type KeptOperation } from './history-document';
import { readHistory, writeHistory, writeOperation } from './stored-history';

const KEY = 'history';

export const MOST_OPERATIONS = 30;

/** Characters, tried one after the other: some Excels keep less than others. */
const BUDGETS: readonly number[] = [1000000, 300000, 50000];

const UNREADABLE = '工作簿里的修改记录无法识别，以前的操作不能再撤销。';
const NEWER = '工作簿里的修改记录来自更新版本的申报表助手，本版本不能使用；这次的操作只能在关闭窗格前撤销。';
const NOT_KEPT = '修改记录没能存入工作簿，关闭窗格后不能再撤销。';

export interface Shelved {
  readonly document: HistoryDocument;
  /** Chinese sentence where the workbook's own record cannot be used, or not be kept. */
  readonly problem: string | null;
}

/**
 * Keeps the history in the workbook, bounded. What the workbook does not take, being too large or being refused, is kept as long as this object: undoing
 * needs it, whatever happens to the record.
 */
export class HistoryShelf {
  /** What the workbook holds, as last seen, and the history it stands for: the same, or more. */
  private text: string | null = null;
  private document: HistoryDocument = EMPTY_HISTORY;
  private problem: string | null = null;

  constructor(private readonly storage: HostStorage) {}

  /** @param isAnew Others may have written since. */
  async load(isAnew: boolean): Promise<Shelved> {
    let found: string;
    try {
      found = (await this.storage.get(KEY, isAnew)) || '';
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { document: this.document, problem: NOT_KEPT };
    }
    if (found !== this.text) {
      const history = found === '' ? EMPTY_HISTORY : readHistory(found);
      const isUsable = typeof history !== 'string';
      this.text = found;
      this.document = isUsable ? history : EMPTY_HISTORY;
      this.problem = isUsable ? null : history === 'newer' ? NEWER : UNREADABLE;
    }
    return { document: this.document, problem: this.problem };
  }

  /** Never fails because the workbook refuses; `load` says so then. */
  async save(document: HistoryDocument): Promise<void> {
    const done = document.done.slice(-MOST_OPERATIONS);
    const isShortened = document.isShortened || done.length < document.done.length;
    this.document = { ...document, done, isShortened };
    if (this.problem === NEWER) return;
    try {
      this.text = await this.write(this.document);
      this.problem = null;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.problem = NOT_KEPT;
    }
  }

  /** Takes the record out, whoever wrote it. Rejects where the workbook refuses. */
  async clear(): Promise<void> {
    await this.storage.set(KEY, '');
    this.forget();
  }

  /** Forgets what it knows: another workbook is shown. */
  forget(): void {
    this.text = null;
    this.document = EMPTY_HISTORY;
    this.problem = null;
  }

  private async write(document: HistoryDocument): Promise<string> {
    for (let place = 0; ; place += 1) {
      const text = fit(document, BUDGETS[place]);
      try {
        await this.storage.set(KEY, text);
        return text;
      } catch (error) {
        const isTooLarge = error instanceof HostError && error.code === 'file-too-large';
        if (!isTooLarge || place === BUDGETS.length - 1) throw error;
      }
    }
  }
}

/** As much of the history as fits: the oldest go first, of the latest its files, then all that undoing it takes. */
function fit({ done, undone, isShortened }: HistoryDocument, budget: number): string {
  if (done.length + undone.length === 0) return '';
  const ofDone = fitting(done, budget);
  const left = budget - ofDone.reduce((length, text) => length + text.length, 0);
  return writeHistory(ofDone, fitting(undone, left), isShortened || ofDone.length < done.length);
}

function fitting(operations: readonly KeptOperation[], budget: number): readonly string[] {
  const texts: string[] = [];
  let left = budget;
  for (let place = operations.length - 1; place >= 0; place -= 1) {
    // The latest is named in any case: whoever opens the workbook must not take back the one before it instead.
    const isLatest = place === operations.length - 1;
    const text = isLatest ? writeLatest(operations[place], left) : writeOperation(operations[place]);
    if (!isLatest && text.length > left) break;
    left -= text.length;
    texts.unshift(text);
  }
  return texts;
}

function writeLatest(operation: KeptOperation, budget: number): string {
  for (const omission of ['nothing', 'files'] as const) {
    const text = writeOperation(operation, omission);
    if (text.length <= budget) return text;
  }
  return writeOperation(operation, 'steps');
}
