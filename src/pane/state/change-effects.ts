import type { AppliedChange, ReviewSession } from '../../session';
import { STRINGS } from '../strings';
import type { FindingItem } from './checked-workbook';
import type { Notices } from './notices';
import type { Notice, NoticeAction } from './pane-state';
import { selectApplied } from './selectors';
import type { PaneStore } from './store';

/** What changes the workbook, and what takes it back. */
export interface ChangeEffects {
  fix(item: FindingItem): Promise<void>;
  /** @param key Of the applied change. */
  undo(key: string): Promise<void>;
}

export function createChangeEffects(
  session: ReviewSession,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  edited: () => void,
): ChangeEffects {
  return {
    async fix({ key, finding }) {
      try {
        const change = await session.applyFix(finding);
        const isWritten = change.inverse !== null;
        const text = isWritten ? STRINGS.fixed(change.label, finding.sheet, finding.cell) : STRINGS.fixRefused;
        const notice = noticeOf(change, text, isWritten ? { kind: 'undo', key } : null);
        dispatch({ type: 'fixApplied', applied: { key, findings: [key], change }, notice });
        if (isWritten) edited();
      } catch (error) {
        notices.showFailure(error);
      }
    },

    async undo(key) {
      const applied = selectApplied(getState(), key);
      if (applied === null) return;
      try {
        const change = await session.undo(applied.change);
        const isWritten = change.inverse !== null;
        const text = isWritten ? STRINGS.undone(applied.change.label) : STRINGS.undoRefused;
        dispatch({ type: 'fixUndone', key, notice: noticeOf(change, text, null) });
        if (isWritten) edited();
      } catch (error) {
        notices.showFailure(error);
      }
    },
  };
}

function noticeOf({ conflicts }: AppliedChange, text: string, action: NoticeAction | null): Notice {
  return { tone: conflicts.length === 0 ? 'done' : 'problem', text: [text, ...conflicts].join(''), action };
}
