import type { CodingPlan, CodingRow } from '../../../core/coding/coding-plan';
import { cellKeyOf } from '../../../core/changes/change-set';
import type { ReviewSession } from '../../../session';
import type { OperationOutcome } from '../../../session/history/operation-history';
import { CODE_STRINGS } from '../../code-strings';
import type { HistoryKeeping } from '../history/history-effects';
import type { Notices } from '../notices';
import { createReader, type Reader } from '../reading/reading-effects';
import { createTurns } from '../reading/turns';
import type { PaneStore } from '../store';
import { searchOptions, type FoundOptions } from './code-options';
import type { CodesAction } from './codes-actions';
import { selectFilling } from './codes-selectors';
import type { CodesState } from './codes-state';

/** What the user does in the section 编码 with the rows of the workbook. */
export interface CodeEffects {
  /** Reads the workbook as it is now and proposes codes. */
  proposeCodes(): Promise<void>;
  /** Writes what is ticked and shown. */
  fillCodes(): Promise<void>;
  /** Takes codes off the rows of these keys, off all rows when left out. */
  stripCodes(keys?: readonly string[]): Promise<void>;
  /** Rejects where the catalogue cannot be searched. */
  searchCodes(row: CodingRow, text: string): Promise<FoundOptions>;
}

/** With what the rest of the pane tells the section. */
export interface CodeSection extends CodeEffects {
  readonly reader: Reader;
  /** Codes come from another catalogue now: nothing of the former proposal may be filled in. */
  beginAnew(): Promise<void>;
}

export function createCodeEffects(
  session: Pick<ReviewSession, 'catalogues'>,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  history: Pick<HistoryKeeping, 'told'>,
  readCatalogues: () => Promise<void>,
): CodeSection {
  const { catalogues } = session;
  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });
  const codes = (): CodesState => getState().codes;
  const catalogueId = (): string | null => getState().preferences.catalogueId;

  const reader = createReader<CodingPlan>({
    reading: codes,
    isShown: () => getState().section === 'codes',
    isAutomatic: () => getState().preferences.autoRecheck,
    isWatched: getState().capabilities.watch,
    tell,
    turns: createTurns(),
    async work() {
      const listed = codes().catalogues === null ? readCatalogues() : Promise.resolve();
      const [plan] = await Promise.all([catalogues.propose(catalogueId()), listed]);
      return plan;
    },
    take: (plan) => tell({ type: 'planRead', plan }),
  });

  const write = async (
    writing: () => Promise<OperationOutcome>,
    describe: (outcome: OperationOutcome) => string,
  ): Promise<void> => {
    try {
      await reader.write(async () => {
        const outcome = await writing();
        await history.told(outcome, describe(outcome));
      });
    } catch (error) {
      notices.showFailure(error);
    }
  };

  return {
    reader,
    proposeCodes: () => reader.read(),

    async fillCodes() {
      const { plan } = codes();
      const { choices, rowCount } = selectFilling(codes());
      if (plan === null || rowCount === 0) return;
      const rows = plan.rows.filter(({ key }) => choices[key] !== undefined);
      await write(
        () => catalogues.fill(plan, choices),
        (outcome) => {
          const count = writtenRows(rows, outcome);
          return count === 0 ? CODE_STRINGS.nothingFilled : CODE_STRINGS.filled(count);
        },
      );
    },

    async stripCodes(keys) {
      const { plan } = codes();
      if (plan === null) return;
      const rows = plan.rows.filter(
        ({ key, state }) => state === 'coded' && (keys === undefined || keys.indexOf(key) >= 0),
      );
      await write(
        () => catalogues.strip(plan, keys),
        (outcome) => {
          const count = writtenRows(rows, outcome);
          return count === 0 ? CODE_STRINGS.nothingStripped : CODE_STRINGS.stripped(count);
        },
      );
    },

    searchCodes: (row, text) => searchOptions(catalogues, catalogueId(), row, text),

    beginAnew: () => reader.beginAnew(() => tell({ type: 'planForgotten' })),
  };
}

/** Rows whose name or code was written, as far as is in effect or may be. */
function writtenRows(rows: readonly CodingRow[], outcome: OperationOutcome): number {
  const written = new Set(outcome.written.map(cellKeyOf));
  return rows.filter(({ places: { name, code } }) =>
    [name, code].some((place) => place !== null && written.has(cellKeyOf(place))),
  ).length;
}
