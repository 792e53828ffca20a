import { STRINGS } from '../strings';
import { describeFailure } from './failure';
import type { Notice, NoticeAction } from './pane-state';
import type { PaneStore } from './store';

/** Tells the user below the header what came of a gesture. */
export interface Notices {
  show(tone: Notice['tone'], text: string, action?: NoticeAction): void;
  showFailure(error: unknown): void;
}

export function createNotices({ dispatch }: Pick<PaneStore, 'dispatch'>): Notices {
  const show: Notices['show'] = (tone, text, action) =>
    dispatch({ type: 'noticeShown', notice: { tone, text, details: [], actions: action ? [action] : [] } });
  return {
    show,
    showFailure(error) {
      const { message, advice } = describeFailure(error);
      show('problem', STRINGS.withAdvice(message, advice));
    },
  };
}
