import type { CatalogueReaders, ReviewResources } from '../../../src/session';
import { NO_READERS } from '../../../src/session/catalogues/catalogue-readers';
import type { PaneMessage, WorkerMessage } from '../../../src/session/checking/messages';
import type { TemplateReaders } from '../../../src/session/normalizing/conversion-works';
import { serveChecking } from '../../../src/session/checking/serve-checking';
import type { OpenWorker } from '../../../src/session/checking/worker-runner';

/** The worker's own code on this thread: messages are cloned and arrive a turn later, as between threads. */
export function standInWorker(
  resources: () => ReviewResources,
  readers: CatalogueReaders = NO_READERS,
  templates?: TemplateReaders,
) {
  const toWorker: PaneMessage[] = [];
  const toPane: WorkerMessage[] = [];
  let fail: (reason: string) => void = () => undefined;
  let isOver = false;

  const later = (task: () => void): void => {
    setTimeout(() => {
      if (isOver) return;
      try {
        task();
      } catch (error) {
        fail(String(error));
      }
    }, 0);
  };

  const open: OpenWorker = ({ onMessage, onFailure }) => {
    let receive: (message: PaneMessage) => void = () => undefined;
    fail = onFailure;
    later(() => {
      receive = serveChecking(
        resources(),
        readers,
        (message) => {
          toPane.push(structuredClone(message));
          later(() => onMessage(structuredClone(message)));
        },
        templates,
      );
    });
    return {
      send(message) {
        const copy = structuredClone(message);
        toWorker.push(copy);
        later(() => receive(copy));
      },
      end: () => (isOver = true),
    };
  };

  return {
    open,
    /** Everything that crossed, in order. */
    toWorker,
    toPane,
    /** The worker dies: nothing is heard of it any more but, if so, this reason. */
    die(reason?: string) {
      isOver = true;
      if (reason !== undefined) fail(reason);
    },
    isOver: () => isOver,
  };
}

/** Kinds and numbers of messages: ["keep", "sheet 2", "cells", …]. */
export function kindsOf(messages: readonly (PaneMessage | WorkerMessage)[]): string[] {
  return messages.map(({ kind }) => kind);
}
