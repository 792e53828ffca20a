import type { HistoryView } from '../../../session/history/operation-history';
import type { Notice, NoticeAction } from '../pane-state';

/** A notice that offers no more than the history allows: others may have written to the workbook since. */
export function withoutVoid(notice: Notice | null, { undoable, redoable }: HistoryView): Notice | null {
  if (notice === null) return null;
  const isValid = (action: NoticeAction): boolean => {
    if (action.kind === 'undo') return undoable.length > 0 && undoable[0].id === action.entry;
    return action.kind !== 'redo' || (redoable.length > 0 && redoable[0].id === action.entry);
  };
  return notice.actions.every(isValid) ? notice : { ...notice, actions: notice.actions.filter(isValid) };
}
