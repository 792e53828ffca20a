import { loadBuiltinResources } from '../builtin-resources';
import { createInThreadRunner } from './in-thread-runner';
import type { ReviewRunner } from './review-runner';

/** Checks by what ships with the program, on this thread. */
export function createBuiltinRunner(): ReviewRunner {
  return createInThreadRunner(loadBuiltinResources());
}
