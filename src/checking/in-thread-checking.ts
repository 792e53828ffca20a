import type { ReviewRunner } from '../session';
import { loadBuiltinResources } from '../session/builtin-resources';
import { createInThreadRunner } from '../session/checking/in-thread-runner';
import { LAZY_READERS } from './lazy-readers';
import { LAZY_TEMPLATES } from './lazy-templates';

/** What the worker does, on this thread. */
export function createInThreadChecking(): ReviewRunner {
  return createInThreadRunner(loadBuiltinResources(), LAZY_READERS, LAZY_TEMPLATES);
}
