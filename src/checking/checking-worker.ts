import type { PaneMessage, WorkerMessage } from '../session';
import { loadBuiltinResources } from '../session/builtin-resources';
import { serveChecking } from '../session/checking/serve-checking';
import { LAZY_READERS } from './lazy-readers';
import { LAZY_TEMPLATES } from './lazy-templates';

/** The global scope of a worker, as far as it is used: the browser's types know that of a page only. */
interface WorkerScope {
  onmessage: ((event: { readonly data: PaneMessage }) => void) | null;
  postMessage(message: WorkerMessage): void;
}

const scope = self as unknown as WorkerScope;
const receive = serveChecking(
  loadBuiltinResources(),
  LAZY_READERS,
  (message) => scope.postMessage(message),
  LAZY_TEMPLATES,
);
scope.onmessage = ({ data }) => receive(data);
