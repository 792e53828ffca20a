import type { ChangeSet, Edit } from '../../core/changes/change-set';
import { isSameAddress } from '../../core/workbook/cell-address';
import type { AppliedChange, ReviewSession } from '../../session';
import { STRINGS } from '../strings';
import { noticeOf } from './applied-notice';
import type { FindingItem } from './checked-workbook';
import type { Notices } from './notices';
import { selectApplied } from './selectors';
import type { PaneStore } from './store';

/** What changes the workbook, and what takes it back. */
export interface ChangeEffects {
  fix(item: FindingItem): Promise<void>;
  /** Repairs several findings by one change. */
  fixAll(items: readonly FindingItem[]): Promise<void>;
  /** @param key Of the applied change. */
  undo(key: string): Promise<void>;
}

export function createChangeEffects(
  session: ReviewSession,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  edited: () => void,
): ChangeEffects {
  let repairs = 0;

  const applied = (
    key: string,
    findings: readonly string[],
    change: AppliedChange,
    text: (isWritten: boolean) => string,
  ): void => {
    const isWritten = change.inverse !== null;
    const notice = noticeOf(change, text(isWritten), isWritten ? { kind: 'undo', key } : null);
    dispatch({ type: 'fixApplied', applied: { key, findings, change }, notice });
    if (isWritten) edited();
  };

  return {
    async fix({ key, finding }) {
      try {
        const change = await session.applyFix(finding);
        applied(key, [key], change, (isWritten) =>
          isWritten ? STRINGS.fixed(change.label, finding.sheet, finding.cell) : STRINGS.fixRefused,
        );
      } catch (error) {
        notices.showFailure(error);
      }
    },

    async fixAll(items) {
      try {
        const findings = items.map(({ finding }) => finding);
        const { change, taken, left } = await session.applyFixes(findings, STRINGS.repairLabel(items.length));
        // Fewer than were asked for where some were left: as many as taking back will change.
        const counted = { ...change, label: STRINGS.repairLabel(change.written) };
        const repaired = new Set(taken);
        const keys = items.filter(({ finding }) => repaired.has(finding)).map(({ key }) => key);
        repairs += 1;
        applied(`repairs ${repairs}`, keys, counted, (isWritten) => {
          const done = isWritten ? STRINGS.repairsDone(change.written) : STRINGS.repairsRefused;
          return left.length === 0 ? done : done + STRINGS.repairsLeft(left.length);
        });
      } catch (error) {
        notices.showFailure(error);
      }
    },

    async undo(key) {
      const former = selectApplied(getState(), key);
      if (former === null) return;
      try {
        const change = await session.undo(former.change);
        const isWritten = change.inverse !== null;
        const text = isWritten ? STRINGS.undone(former.change.label) : STRINGS.undoRefused;
        const rest = change.interruption.length === 0 ? null : restOf(former.change, change);
        if (rest === null) {
          dispatch({ type: 'fixUndone', key, notice: noticeOf(change, text, null) });
        } else {
          const notice = noticeOf(change, text, { kind: 'undo', key });
          dispatch({ type: 'fixApplied', applied: { ...former, change: rest }, notice });
        }
        if (isWritten) edited();
      } catch (error) {
        notices.showFailure(error);
      }
    },
  };
}

/** Taking back broke off: what is still to be taken back; null when nothing is. */
function restOf(change: AppliedChange, undone: AppliedChange): AppliedChange | null {
  if (change.inverse === null) return null;
  const isUndone = (edit: Edit): boolean =>
    undone.inverse !== null &&
    undone.inverse.edits.some((other) => other.sheet === edit.sheet && isSameAddress(other.address, edit.address));
  const edits = change.inverse.edits.filter((edit) => !isUndone(edit));
  const inverse: ChangeSet = { ...change.inverse, edits };
  return edits.length === 0 ? null : { ...change, inverse };
}
