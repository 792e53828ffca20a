import { HostError } from '../../host/port/host-error';
import { STRINGS } from '../strings';
import type { Failure } from './pane-state';

/** What to tell the user about a rejected call: the host's own words, or that the mistake is ours. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof HostError) {
    const technical = error.code === 'internal' ? `${error.code}: ${error.message}` : null;
    return { message: error.message, advice: error.advice, technical };
  }
  const technical = error instanceof Error ? error.stack || error.message : String(error);
  return { message: STRINGS.unexpectedFailure, advice: STRINGS.unexpectedAdvice, technical };
}
