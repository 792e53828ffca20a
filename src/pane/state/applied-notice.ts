import type { AppliedChange } from '../../session';
import { STRINGS } from '../strings';
import type { Notice, NoticeAction } from './pane-state';

/** Conflicts told one by one. */
const CONFLICTS_TOLD = 3;

/**
 * What to say of a change that was written, as far as it was.
 * @param text Said unless writing broke off.
 */
export function noticeOf(
  { conflicts, interruption }: AppliedChange,
  text: string,
  action: NoticeAction | null,
): Notice {
  const isSmooth = conflicts.length + interruption.length === 0;
  // What broke off says itself what is in effect and what is not.
  const told = interruption.length > 0 ? interruption : [text];
  const rest = conflicts.length > CONFLICTS_TOLD ? [STRINGS.moreConflicts(conflicts.length)] : [];
  return {
    tone: isSmooth ? 'done' : 'problem',
    text: [...told, ...conflicts.slice(0, CONFLICTS_TOLD), ...rest].join(''),
    action,
  };
}
