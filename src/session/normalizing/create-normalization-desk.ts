import { cellKeyOf } from '../../core/changes/change-set';
import type { NormalizationPlan, PlannedRepair } from '../../core/normalizing/normalization-plan';
import { sayingEachOnce } from '../../core/normalizing/saying-each-once';
import { operationOf } from '../../core/normalizing/operation-of';
import { formatAddress } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CellPlace, WorkbookHost } from '../../host/port/workbook-host';
import { acceptanceKey, type Acceptances } from '../acceptances';
import type { ProfileWish, ReviewRunner } from '../checking/review-runner';
import type { OperationHistory } from '../history/operation-history';
import type { MovedCells } from '../moved-cells';
import { throwIfCancelled, type CancelSignal } from '../time-slices';
import type { NormalizationDesk } from './normalization-desk';

export interface NormalizationMeans {
  readonly host: Pick<WorkbookHost, 'read' | 'findLocked' | 'capabilities'>;
  readonly runner: Pick<ReviewRunner, 'plan' | 'rulebook'>;
  readonly acceptances: Pick<Acceptances, 'read'>;
  readonly history: Pick<OperationHistory, 'perform'>;
  readonly moved: MovedCells;
  /** By what the workbook is to be checked. */
  readonly wishOf: (profileId: string | null, catalogueId: string | null) => Promise<ProfileWish>;
}

/** Where cells are locked, others may have to be repaired otherwise, and they may be locked, too. */
const MOST_PLANS = 3;

const LOCKED = '本格受工作表保护，不能写入；请撤销工作表保护后再规范。';

const NO_STRUCTURE = '这里不能增删行；请在较新的 Excel 中打开后再规范，或人工增删。';

const NEVER_CANCELLED: CancelSignal = { aborted: false };

export function createNormalizationDesk({
  host,
  runner,
  acceptances,
  history,
  moved,
  wishOf,
}: NormalizationMeans): NormalizationDesk {
  const read = new WeakMap<NormalizationPlan, { readonly snapshot: WorkbookSnapshot; readonly at: number }>();

  return {
    async plan({ profileId = null, catalogueId = null, signal = NEVER_CANCELLED, onProgress = () => undefined } = {}) {
      const at = moved.now;
      const snapshot = await host.read('edited');
      throwIfCancelled(signal);
      onProgress({ done: 0, total: runner.rulebook.rules.length, caption: snapshot.name });
      const wish = await wishOf(profileId, catalogueId);
      // What cannot be read accepts nothing; where findings are listed the user is told.
      const accepted = (await acceptances.read()).acceptances.map(acceptanceKey);
      const locked = new Set<string>();
      const asked = new Set<string>();
      for (let plans = 1; ; plans += 1) {
        const means = { ...wish, accepted, locked: Array.from(locked) };
        const plan = await runner.plan(snapshot, means, signal, onProgress);
        const found = await host.findLocked(placesIn(plan, asked));
        throwIfCancelled(signal);
        for (const place of found) locked.add(cellKeyOf(place));
        if (found.length === 0 || plans === MOST_PLANS) {
          const writable = withoutLocked(host.capabilities.structure ? plan : withoutRows(plan), locked);
          read.set(writable, { snapshot, at });
          return writable;
        }
      }
    },

    async apply(plan, keys) {
      const known = read.get(plan);
      if (known === undefined) throw new Error('The plan was not made by this desk.');
      const operation = operationOf(known.snapshot, plan, keys, `规范 ${keys.length} 处`);
      return history.perform(operation, (sheet) => moved.hasMovedSince({ sheet }, known.at));
    },
  };
}

/** The cells that a plan writes, each asked about once. */
function placesIn({ repairs }: NormalizationPlan, asked: Set<string>): readonly CellPlace[] {
  const places: CellPlace[] = [];
  for (const { edits } of repairs) {
    for (const { sheet, address } of edits) {
      const key = cellKeyOf({ sheet, address });
      if (asked.has(key)) continue;
      asked.add(key);
      places.push({ sheet, address });
    }
  }
  return places;
}

function withoutRows({ repairs, left }: NormalizationPlan): NormalizationPlan {
  const refused = repairs
    .filter(({ row }) => row !== null)
    .map(({ ruleIds: [ruleId], sheet, cell, project }) => {
      return { ruleId, sheet, cell, project, reason: NO_STRUCTURE, kind: 'refused' as const };
    });
  return { repairs: repairs.filter(({ row }) => row === null), left: left.concat(refused) };
}

function withoutLocked(plan: NormalizationPlan, locked: ReadonlySet<string>): NormalizationPlan {
  const isLocked = ({ edits }: PlannedRepair): boolean => edits.some((edit) => locked.has(cellKeyOf(edit)));
  const refused = plan.repairs.filter(isLocked);
  if (refused.length === 0) return plan;
  const left = refused.map(({ ruleIds, sheet, edits, project }) => {
    const { address } = edits.filter((edit) => locked.has(cellKeyOf(edit)))[0];
    return {
      ruleId: ruleIds[0],
      sheet,
      cell: formatAddress(address),
      project,
      reason: LOCKED,
      kind: 'refused' as const,
    };
  });
  return { repairs: plan.repairs.filter((repair) => !isLocked(repair)), left: sayingEachOnce(plan.left.concat(left)) };
}
