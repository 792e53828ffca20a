import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import type { CatalogueName, CatalogueReference, CatalogueWorks } from '../catalogues/catalogue-works';
import type { ConversionWorks } from '../normalizing/conversion-works';
import type { RequestAnswers, RequestTask } from './conversion-tasks';
import type { WorkerMessage } from './messages';

type Answer = RequestAnswers[keyof RequestAnswers];

/** The worker's side of what is worked out with catalogues and templates. */
export interface CatalogueService {
  request(request: number, task: RequestTask): void;
  forget(request: number): void;
}

/** @param snapshotOf The workbook of these sheets, as they were sent last. */
export function serveCatalogues(
  works: CatalogueWorks,
  conversions: ConversionWorks,
  snapshotOf: (workbook: string, sheets: readonly number[]) => WorkbookSnapshot,
  send: (message: WorkerMessage) => void,
): CatalogueService {
  const wanted = new Set<number>();

  const answer = async (request: number, workOut: () => Promise<Answer>): Promise<void> => {
    // After the messages that are here already: one of them may say that nobody wants it any more.
    await nextTurn();
    if (!wanted.has(request)) return;
    try {
      send({ kind: 'answer', request, answer: await workOut() });
    } catch (error) {
      if (error instanceof HostError) {
        const { code, message, advice } = error;
        send({ kind: 'refused', request, code, message, advice });
      } else {
        const reason = error instanceof Error ? error.stack || error.message : String(error);
        send({ kind: 'broken', request, reason });
      }
    } finally {
      wanted.delete(request);
    }
  };

  return {
    request(request, task) {
      wanted.add(request);
      // At once: the sheets may be forgotten until it is its turn.
      const workOut = prepare(task, works, conversions, snapshotOf);
      void answer(request, workOut);
    },
    forget: (request) => void wanted.delete(request),
  };
}

function prepare(
  task: RequestTask,
  works: CatalogueWorks,
  conversions: ConversionWorks,
  snapshotOf: (workbook: string, sheets: readonly number[]) => WorkbookSnapshot,
): () => Promise<Answer> {
  switch (task.kind) {
    case 'inspectFile': {
      const { name, bytes, options } = task;
      return () => sentImport(works.inspect({ kind: 'file', name, bytes }, options));
    }
    case 'inspectWorkbook': {
      const snapshot = snapshotOf(task.workbook, task.sheets);
      return () => sentImport(works.inspect({ kind: 'workbook', snapshot }, task.options));
    }
    case 'propose': {
      const snapshot = snapshotOf(task.workbook, task.sheets);
      return () => works.propose(snapshot, sentReference(task.catalogue));
    }
    case 'search':
      return () => works.search(sentReference(task.catalogue), task.search);
    case 'export':
      return () => works.export(sentReference(task.catalogue), task.format);
    case 'compact':
      return () => works.compact(sentReference(task.catalogue));
    case 'templates':
      return () => conversions.templates();
    case 'inspectTemplate':
      return () => conversions.inspect(task.name, task.bytes);
    case 'projects': {
      const snapshot = snapshotOf(task.workbook, task.sheets);
      return () => conversions.projects(snapshot);
    }
    case 'convert': {
      const snapshot = snapshotOf(task.workbook, task.sheets);
      return () => conversions.convert(snapshot, task.keys, task.template);
    }
  }
}

/** A catalogue that the pane sent before it named it, unless others took its place since. */
export function sentReference(name: CatalogueName): CatalogueReference {
  return {
    ...name,
    load: () => Promise.reject(new HostError('conflict', '指标库刚刚被替换。', '请重试。')),
  };
}

async function sentImport(inspecting: ReturnType<CatalogueWorks['inspect']>): Promise<Answer> {
  const { file, ...found } = await inspecting;
  return { ...found, fileText: file === null ? null : JSON.stringify(file) };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
