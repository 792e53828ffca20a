import type { Profile } from '../core/review/profile';
import type { ReviewProgress } from '../core/review/run-review';
import type { Finding } from '../core/review/finding';
import type { CellRange } from '../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../core/workbook/workbook-snapshot';
import type { LargeStorage } from '../host/port/large-storage';
import type {
  CellMark,
  HostCapabilities,
  ReadExtent,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../host/port/workbook-host';
import { createAcceptances, type Acceptance, type AcceptanceRecords, type AcceptedFlaw } from './acceptances';
import type { CatalogueDesk } from './catalogues/catalogue-desk';
import type { CatalogueReference } from './catalogues/catalogue-works';
import { createCatalogueDesk, referenceOf } from './catalogues/create-catalogue-desk';
import { createFunctionCatalogue } from './catalogues/function-catalogue';
import { createOwnCatalogues } from './catalogues/own-catalogues';
import { NO_LARGE_STORAGE } from './catalogues/no-large-storage';
import { marksFor, rangeOf } from './cell-marks';
import type { ReviewReport } from './checking/review-report';
import type { ProfileWish, ReviewRunner, Rulebook } from './checking/review-runner';
import { createOperationHistory } from './history/create-operation-history';
import type { OperationHistory, OperationOutcome } from './history/operation-history';
import { MovedCells } from './moved-cells';
import type { ConversionDesk } from './normalizing/conversion-desk';
import type { NormalizationDesk } from './normalizing/normalization-desk';
import { createNormalizationDesk } from './normalizing/create-normalization-desk';
import { createConversionDesk } from './normalizing/create-conversion-desk';
import { createOwnTemplates } from './normalizing/own-templates';
import { createOwnProfiles, type OwnProfile, type ProfileImport } from './own-profiles';
import { readPreferences, savePreferences, type Preferences } from './preferences';
import { throwIfCancelled, type CancelSignal } from './time-slices';

export interface ReviewRun {
  /** Left out, or unknown because it was removed: chosen by what the forms look like. */
  readonly profileId?: string | null;
  /** Left out, null, or unknown because it was removed: the catalogue that ships with the program. */
  readonly catalogueId?: string | null;
  /** How much of the workbook is read anew; all of it when left out. */
  readonly extent?: ReadExtent;
  readonly signal?: CancelSignal;
  /** First called as soon as the workbook is read. */
  readonly onProgress?: (progress: ReviewProgress) => void;
}

/** What a user can do with one open workbook. Rejections are HostErrors, ReviewCancelled or defects of ours. */
export interface ReviewSession {
  readonly rulebook: Rulebook;
  readonly capabilities: HostCapabilities;
  /** Reads the workbook as it is now and runs the profile's rules over it. */
  review(run?: ReviewRun): Promise<ReviewReport>;
  /** Marks the cells of these findings and no others. */
  mark(findings: readonly Finding[]): Promise<void>;
  clearMarks(): Promise<void>;
  /** Shows the finding's cell. */
  select(finding: Pick<Finding, 'sheet' | 'cell'>): Promise<SelectResult>;
  selectRange(sheet: string, range: CellRange): Promise<SelectResult>;
  /** Hides a sheet again that selecting had to show. */
  conceal(sheet: string): Promise<void>;
  /** Writes the finding's fix; cells that changed since the review are left alone and named. */
  applyFix(finding: Finding): Promise<OperationOutcome>;
  watch(listener: (change: WorkbookChange) => void): () => void;
  /** Findings that were accepted in this workbook, on whatever machine. */
  readAcceptances(): Promise<AcceptanceRecords>;
  /**
   * Keeps in the workbook that a finding is accepted.
   * @param date yyyy-mm-dd
   */
  accept(finding: AcceptedFlaw, reason: string, date: string): Promise<AcceptanceRecords>;
  withdraw(acceptances: readonly Acceptance[]): Promise<AcceptanceRecords>;
  readPreferences(): Promise<Preferences>;
  savePreferences(preferences: Preferences): Promise<void>;
  /** Profiles that the user imported on this machine. */
  readOwnProfiles(): Promise<readonly OwnProfile[]>;
  /** Keeps a profile file for this and later sessions, unless something is wrong in it. */
  importProfile(text: string): Promise<ProfileImport>;
  removeProfile(id: string): Promise<void>;
  readonly catalogues: CatalogueDesk;
  readonly history: OperationHistory;
  readonly normalization: NormalizationDesk;
  readonly conversions: ConversionDesk;
}

const NEVER_CANCELLED: CancelSignal = { aborted: false };

/**
 * @param runner One of the session's own: it keeps what it knows of the workbook.
 * @param largeStorage For the user's own catalogues; without it none can be kept.
 */
export function createReviewSession(
  host: WorkbookHost,
  runner: ReviewRunner,
  largeStorage: LargeStorage = NO_LARGE_STORAGE,
): ReviewSession {
  const { rulebook } = runner;
  // Merged areas are taken from the workbook as it was last reviewed.
  let snapshot: WorkbookSnapshot | null = null;
  const moved = new MovedCells();
  let reviewedAt = moved.now;
  const history = createOperationHistory({
    host,
    onMoved: (sheet) => moved.note({ kind: 'edited', sheet, isMoved: true }),
  });
  const own = createOwnProfiles(host.storage, rulebook);
  const ownCatalogues = createOwnCatalogues(largeStorage);
  const acceptances = createAcceptances(host.workbookStorage);
  let lastMarking: Promise<void> = Promise.resolve();

  // Marks asked for in quick succession are put on one after the other: the last request wins in every host.
  const putMarks = (marks: readonly CellMark[]): Promise<void> => {
    const marking = lastMarking.then(
      () => host.mark(marks),
      () => host.mark(marks),
    );
    lastMarking = marking;
    return marking;
  };

  // A storage that refuses is reported where the settings are read.
  const usableProfiles = async (): Promise<readonly Profile[]> => {
    const imported = await own.read().catch((): readonly OwnProfile[] => []);
    return imported.map(({ profile }) => profile).filter((profile): profile is Profile => profile !== null);
  };

  // Null where the catalogue in use cannot be read: no other one stands in for it.
  const catalogueInUse = (id: string): Promise<CatalogueReference | null | undefined> =>
    referenceOf(id, runner.catalogues, ownCatalogues).catch(() => null);

  const wishOf = async (profileId: string | null, catalogueId: string | null): Promise<ProfileWish> => {
    const wish: ProfileWish = { profileId, ownProfiles: await usableProfiles() };
    const catalogue = catalogueId === null ? undefined : await catalogueInUse(catalogueId);
    return catalogue === undefined ? wish : { ...wish, catalogue };
  };

  const functionCatalogue = createFunctionCatalogue(
    host.functionStorage,
    async () => {
      const { catalogueId } = await readPreferences(host.storage);
      if (catalogueId === null) return null;
      const chosen = await referenceOf(catalogueId, runner.catalogues, ownCatalogues);
      return chosen === undefined || chosen.revision === '' ? null : chosen;
    },
    (catalogue) => runner.catalogues.compact(catalogue),
  );

  return {
    rulebook,
    capabilities: host.capabilities,

    async review({
      profileId = null,
      catalogueId = null,
      extent,
      signal = NEVER_CANCELLED,
      onProgress = () => undefined,
    } = {}) {
      const began = moved.now;
      const read = await host.read(extent);
      throwIfCancelled(signal);
      onProgress({ done: 0, total: rulebook.rules.length, caption: read.name });
      const report = await runner.review(read, await wishOf(profileId, catalogueId), signal, onProgress);
      snapshot = read;
      reviewedAt = began;
      return report;
    },

    mark: (findings) => putMarks(marksFor(findings, snapshot)),
    clearMarks: () => putMarks([]),

    select: (finding) => host.select(finding.sheet, rangeOf(finding, snapshot)),
    selectRange: (sheet, range) => host.select(sheet, range),
    conceal: (sheet) => host.conceal(sheet),

    async applyFix({ fix, ruleId, sheet, cell }) {
      if (fix === null) throw new Error(`The finding has no fix: ${ruleId} at ${sheet}!${cell}`);
      const { label, edits } = fix;
      const reviewed = reviewedAt;
      const operation = { label, steps: [{ kind: 'cells' as const, changes: { label, edits } }] };
      return history.perform(operation, (name) => moved.hasMovedSince({ sheet: name }, reviewed));
    },

    watch: (listener) =>
      host.watch((change) => {
        moved.note(change);
        if (change.kind === 'opened') history.forget();
        listener(change);
      }),
    readAcceptances: () => acceptances.read(),
    accept: (finding, reason, date) => acceptances.accept(finding, reason, date),
    withdraw: (withdrawn) => acceptances.withdraw(withdrawn),
    readPreferences: () => readPreferences(host.storage),
    async savePreferences(preferences) {
      await savePreferences(host.storage, preferences);
      void functionCatalogue.update();
    },
    readOwnProfiles: () => own.read(),
    importProfile: (text) => own.add(text),
    removeProfile: (id) => own.remove(id),
    catalogues: createCatalogueDesk({
      host,
      works: runner.catalogues,
      own: ownCatalogues,
      moved,
      history,
      onKept: () => void functionCatalogue.update(),
    }),
    history,
    normalization: createNormalizationDesk({ host, runner, acceptances, history, moved, wishOf }),
    conversions: createConversionDesk({
      host,
      works: runner.conversions,
      own: createOwnTemplates(largeStorage),
      history,
    }),
  };
}
