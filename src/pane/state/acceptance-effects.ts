import type { Acceptance, AcceptanceRecords, ReviewSession } from '../../session';
import { STRINGS } from '../strings';
import type { CheckEffects } from './check-effects';
import type { FindingItem } from './checked-workbook';
import { describeFailure } from './failure';
import type { Notices } from './notices';
import { selectAccepted } from './accepted-findings';
import type { PaneStore } from './store';

/** Findings that a reviewer accepts, kept in the workbook. */
export interface AcceptanceEffects {
  accept(item: FindingItem, reason: string): Promise<void>;
  withdraw(acceptances: readonly Acceptance[]): Promise<void>;
}

export interface AcceptanceReading extends AcceptanceEffects {
  /** What was accepted in the workbook open now; a word about what cannot be read, once for each workbook. */
  read(): Promise<void>;
  /** Another workbook is open now. */
  forget(): void;
}

export function createAcceptanceEffects(
  session: ReviewSession,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  checks: Pick<CheckEffects, 'refreshMarks'>,
  now: () => Date,
): AcceptanceReading {
  let workbook = 0;
  let toldProblem: string | null = null;

  const tell = (problem: string | null): void => {
    if (problem !== null && problem !== toldProblem) notices.show('problem', problem);
    toldProblem = problem;
  };

  const take = ({ acceptances }: AcceptanceRecords): void => {
    if (acceptances.length + getState().acceptances.length > 0) dispatch({ type: 'acceptancesRead', acceptances });
  };

  const refreshMarks = async (): Promise<void> => {
    if (getState().preferences.marks) await checks.refreshMarks(true);
  };

  const read = async (): Promise<void> => {
    const own = workbook;
    try {
      const records = await session.readAcceptances();
      if (own !== workbook) return;
      tell(records.problem);
      take(records);
    } catch (error) {
      const { message, advice } = describeFailure(error);
      if (own === workbook) tell(STRINGS.acceptancesUnread(message, advice));
    }
  };

  const change = async (changing: Promise<AcceptanceRecords>): Promise<boolean> => {
    const own = workbook;
    try {
      const records = await changing;
      if (own !== workbook) return false;
      if (records.problem !== null) notices.show('problem', records.problem);
      take(records);
      return records.problem === null;
    } catch (error) {
      notices.showFailure(error);
      return false;
    }
  };

  return {
    read,

    forget() {
      workbook += 1;
      toldProblem = null;
    },

    async accept(item, reason) {
      const { finding, key } = item;
      if (!(await change(session.accept(finding, reason, dateOf(now()))))) return;
      const accepted = selectAccepted(getState()).find((one) => one.item.key === key);
      notices.show(
        'done',
        STRINGS.findingAccepted(finding.sheet, finding.cell),
        accepted && { kind: 'withdraw', acceptance: accepted.acceptance },
      );
      await refreshMarks();
    },

    async withdraw(acceptances) {
      if (!(await change(session.withdraw(acceptances)))) return;
      notices.show('done', STRINGS.acceptancesWithdrawn(acceptances.length));
      await refreshMarks();
    },
  };
}

function dateOf(time: Date): string {
  const twoDigits = (count: number): string => (count < 10 ? `0${count}` : String(count));
  return [time.getFullYear(), twoDigits(time.getMonth() + 1), twoDigits(time.getDate())].join('-');
}
