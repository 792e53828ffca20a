import type { ReviewSession } from '../../session';
import { STRINGS } from '../strings';
import type { FindingItem } from './checked-workbook';
import type { HistoryKeeping } from './history/history-effects';
import type { Notices } from './notices';

/** What repairs a single finding. */
export interface ChangeEffects {
  fix(item: FindingItem): Promise<void>;
}

export function createChangeEffects(
  session: Pick<ReviewSession, 'applyFix'>,
  notices: Notices,
  history: Pick<HistoryKeeping, 'told'>,
): ChangeEffects {
  return {
    async fix({ key, finding }) {
      try {
        const outcome = await session.applyFix(finding);
        const { entry, label } = outcome;
        const text = entry === null ? STRINGS.fixRefused : STRINGS.fixed(label, finding.sheet, finding.cell);
        await history.told(outcome, text, [], [key]);
      } catch (error) {
        notices.showFailure(error);
      }
    },
  };
}
