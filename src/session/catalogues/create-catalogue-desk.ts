import type { CodingPlan } from '../../core/coding/coding-plan';
import { fillingChanges } from '../../core/coding/fill-codes';
import { strippingChanges } from '../../core/coding/strip-codes';
import type { ChangeSet } from '../../core/changes/change-set';
import { isSameAddress } from '../../core/workbook/cell-address';
import { HostError } from '../../host/port/host-error';
import type { CellPlace, WorkbookHost } from '../../host/port/workbook-host';
import { describeLocked } from '../history/describe-conflicts';
import type { OperationHistory, OperationOutcome } from '../history/operation-history';
import type { MovedCells } from '../moved-cells';
import { ReviewCancelled } from '../time-slices';
import type { CatalogueDesk, CatalogueSummary } from './catalogue-desk';
import type { CatalogueName, CatalogueReference, CatalogueWorks } from './catalogue-works';
import type { OwnCatalogue, OwnCatalogues } from './own-catalogues';
import { unusable } from './unusable-catalogue';

export interface DeskMeans {
  readonly host: Pick<WorkbookHost, 'read' | 'findLocked'>;
  readonly works: CatalogueWorks;
  readonly own: OwnCatalogues;
  readonly moved: MovedCells;
  readonly history: Pick<OperationHistory, 'perform'>;
  /** What is kept under an id became another, or none. */
  readonly onKept: () => void;
}

export function createCatalogueDesk({ host, works, own, moved, history, onKept }: DeskMeans): CatalogueDesk {
  const { builtin } = works;
  const readAt = new WeakMap<CodingPlan, number>();
  const searches = new Map<string, number>();
  /** Chinese sentences. */
  const unreadable = new Map<string, string>();

  /** Leaves cells alone that have moved, or that protection locks: a host refuses all of a change for one of these. */
  const writeOpenCells = async (plan: CodingPlan, changes: ChangeSet): Promise<OperationOutcome> => {
    const places = changes.edits.map(({ sheet, address }): CellPlace => ({ sheet, address }));
    // A sheet that is gone is named by the history.
    const locked = await host.findLocked(places).catch((): readonly CellPlace[] => []);
    const isLocked = ({ sheet, address }: CellPlace): boolean =>
      locked.some((cell) => cell.sheet === sheet && isSameAddress(cell.address, address));
    const open = { ...changes, edits: changes.edits.filter((edit) => !isLocked(edit)) };
    const outcome = await history.perform(
      { label: changes.label, steps: [{ kind: 'cells', changes: open }] },
      (sheet) => moved.hasMovedSince({ sheet }, readAt.get(plan) || 0),
    );
    if (locked.length === 0) return outcome;
    return { ...outcome, conflicts: locked.map(describeLocked).concat(outcome.conflicts) };
  };

  const usable = async (id: string | null): Promise<CatalogueReference> => {
    const reference = await referenceOf(id, works, own);
    if (reference === undefined) {
      throw id === null
        ? new HostError('not-supported', '没有装入指标库。', '请先导入本单位的指标库。')
        : new HostError('gone', '所选的指标库已被移除。', '请重新选择指标库。');
    }
    return reference;
  };

  // That a catalogue cannot be read is found out when it is first used.
  const using = async <Result>(reference: CatalogueReference, working: Promise<Result>): Promise<Result> => {
    try {
      return await working;
    } catch (error) {
      const isUnreadable = error instanceof HostError && error.code === 'unreadable-file';
      if (isUnreadable) unreadable.set(keyOf(reference), (error as HostError).message);
      throw error;
    }
  };

  return {
    async list() {
      // A store that refuses holds nothing for us; whoever keeps a catalogue is told.
      const kept = await own.list().catch((): readonly OwnCatalogue[] => []);
      return [
        ...builtin.map((one): CatalogueSummary => ({ ...one, isBuiltin: true, problem: null })),
        ...kept.map((one) => summaryOf({ ...one, problem: one.problem || unreadable.get(keyOf(one)) || null })),
      ];
    },

    inspectFile: (name, bytes, options = {}) => works.inspect({ kind: 'file', name, bytes }, options),

    async inspectWorkbook(options = {}) {
      return works.inspect({ kind: 'workbook', snapshot: await host.read('edited') }, options);
    },

    async keep(file) {
      const taken = builtin.find(({ id }) => id === file.id);
      if (taken !== undefined) {
        throw new HostError(
          'conflict',
          `编号“${file.id}”是内置指标库“${taken.name}”的，没有保存。`,
          '请给指标库另取编号后重新导入。',
        );
      }
      const kept = await own.keep(file);
      onKept();
      return summaryOf(kept);
    },

    async remove(id) {
      await own.remove(id);
      onKept();
    },

    async export(id, format) {
      const known = builtin.find((one) => one.id === id) || (await own.find(id));
      const reference = await usable(id);
      const bytes = await using(reference, works.export(reference, format));
      return { fileName: `${fileNameOf(known === undefined ? id : known.name)}.${format}`, bytes };
    },

    async search(catalogueId, search) {
      const kind = String(search.level2);
      const number = (searches.get(kind) || 0) + 1;
      searches.set(kind, number);
      const refuseSuperseded = (): void => {
        if (searches.get(kind) !== number) throw new ReviewCancelled();
      };
      const reference = await usable(catalogueId);
      refuseSuperseded();
      const found = await using(reference, works.search(reference, search));
      refuseSuperseded();
      return found;
    },

    async propose(catalogueId) {
      const reference = await usable(catalogueId);
      const began = moved.now;
      const snapshot = await host.read('edited');
      const plan = await using(reference, works.propose(snapshot, reference));
      readAt.set(plan, began);
      return plan;
    },

    fill: (plan, choices) => writeOpenCells(plan, fillingChanges(plan, choices)),
    strip: (plan, keys) => writeOpenCells(plan, strippingChanges(plan, keys)),
  };
}

/**
 * The catalogue of that id; undefined where there is none.
 * @param id Null: the one that ships with the program. Rejects with a HostError where it cannot be used.
 */
export async function referenceOf(
  id: string | null,
  { builtin }: Pick<CatalogueWorks, 'builtin'>,
  own: OwnCatalogues,
): Promise<CatalogueReference | undefined> {
  const shipped = id === null ? builtin[0] : builtin.find((one) => one.id === id);
  if (shipped !== undefined) {
    return { id: shipped.id, revision: '', load: () => Promise.reject(new Error(`${shipped.id} is not loaded`)) };
  }
  if (id === null) return undefined;
  const kept = await own.find(id);
  if (kept === undefined) return undefined;
  if (kept.problem !== null) throw unusable(kept.problem);
  return own.referenceTo(kept);
}

function keyOf({ id, revision }: CatalogueName): string {
  return `${id}@${revision}`;
}

function summaryOf({ id, name, source, entryCount, isComplete, problem }: OwnCatalogue): CatalogueSummary {
  return { id, name, source, entryCount, isComplete, isBuiltin: false, problem };
}

/** What every system takes as a name. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_').slice(0, 100) || 'catalogue';
}
