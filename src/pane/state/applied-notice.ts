import type { OperationOutcome } from '../../session/history/operation-history';
import type { Notice, NoticeAction } from './pane-state';

/**
 * What to say of a change that was written, as far as it was.
 * @param text Said unless writing broke off.
 */
export function noticeOf(
  { conflicts, interruption }: Pick<OperationOutcome, 'conflicts' | 'interruption'>,
  text: string,
  actions: readonly NoticeAction[],
): Notice {
  const isSmooth = conflicts.length + interruption.length === 0;
  return {
    tone: isSmooth ? 'done' : 'problem',
    // What broke off says itself what is in effect and what is not.
    text: interruption.length > 0 ? interruption.join('') : text,
    details: conflicts,
    actions,
  };
}
