import type { NormalizationPlan } from '../../../core/normalizing/normalization-plan';
import type { ReviewSession } from '../../../session';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import type { HistoryKeeping } from '../history/history-effects';
import type { Notices } from '../notices';
import { createReader, type Reader } from '../reading/reading-effects';
import type { Turns } from '../reading/turns';
import type { PaneStore } from '../store';
import type { NormalizingAction } from './normalizing-reducer';
import { selectWriting } from './normalizing-selectors';

/** What the user does in the section 规范 with the repairs of the workbook. */
export interface NormalizingEffects {
  /** Reads the workbook as it is now and plans its repairs. */
  planRepairs(): Promise<void>;
  cancelPlanning(): void;
  /** Writes what is ticked and shown. */
  normalize(): Promise<void>;
}

/** With what the rest of the pane tells the section. */
export interface NormalizingSection extends NormalizingEffects {
  readonly reader: Reader;
  /** The rules that repairs follow from are others now. */
  beginAnew(): Promise<void>;
}

export function createNormalizingEffects(
  { normalization }: Pick<ReviewSession, 'normalization'>,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  history: Pick<HistoryKeeping, 'told'>,
  turns: Turns,
): NormalizingSection {
  const tell = (action: NormalizingAction): void => dispatch({ type: 'normalizing', action });

  const reader = createReader<NormalizationPlan>({
    reading: () => getState().normalizing,
    isShown: () => getState().section === 'repairs' && getState().normalizing.page === 'repairs',
    isAutomatic: () => getState().preferences.autoRecheck,
    isWatched: getState().capabilities.watch,
    tell,
    turns,
    work(signal, onProgress) {
      const { profileId, catalogueId } = getState().preferences;
      return normalization.plan({ profileId, catalogueId, signal, onProgress });
    },
    take: (plan) => tell({ type: 'planRead', plan }),
  });

  return {
    reader,
    planRepairs: () => reader.read(),
    cancelPlanning: () => reader.cancel(),
    beginAnew: () => reader.beginAnew(() => tell({ type: 'planForgotten' })),

    async normalize() {
      const { plan } = getState().normalizing;
      const { keys } = selectWriting(getState());
      if (plan === null || keys.length === 0) return;
      try {
        await reader.write(async () => {
          const outcome = await normalization.apply(plan, keys);
          const { entry, cells, rows } = outcome;
          const text = entry === null ? NORMALIZING_STRINGS.nothingApplied : NORMALIZING_STRINGS.applied(cells, rows);
          await history.told(outcome, text);
        });
      } catch (error) {
        notices.showFailure(error);
      }
    },
  };
}
