import type { CatalogueImport, ImportOptions } from '../../../core/catalogue/importing/catalogue-import';
import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import type { CodingPlan, CodingState } from '../../../core/coding/coding-plan';
import type { CatalogueSummary } from '../../../session/catalogues/catalogue-desk';
import type { Failure } from '../pane-state';

/** Rows to be coded, or what is done with catalogues. */
export type CodesPage = 'rows' | 'catalogues' | 'import';

/** What the user decided about a row. Rows without a decision go by the proposal. */
export interface CodingDecision {
  /** Null: the row is to stay without a code. */
  readonly entry: CatalogueEntry | null;
  readonly isTicked: boolean;
}

export type CodesActivity =
  | { readonly kind: 'idle' }
  /** `isQuiet`: what is listed stays; nobody waits for it. */
  | { readonly kind: 'reading'; readonly isQuiet: boolean; readonly isStalled: boolean }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A list of indicators that is being looked at; nothing of it is kept yet. */
export interface OpenImport {
  /** Null for the open workbook. */
  readonly fileName: string | null;
  readonly activity: 'reading' | 'idle' | 'saving';
  /** By which `result` was read. */
  readonly options: ImportOptions;
  /** Null while it is read for the first time, and where that failed. */
  readonly result: CatalogueImport | null;
  readonly failure: Failure | null;
  /** As the user wants to have them kept. */
  readonly name: string;
  readonly isComplete: boolean;
}

/** The section 编码 of the pane. */
export interface CodesState {
  readonly page: CodesPage;
  /** Null before they are read. */
  readonly catalogues: readonly CatalogueSummary[] | null;
  /** Null before the workbook is read. */
  readonly plan: CodingPlan | null;
  readonly activity: CodesActivity;
  /** The workbook was edited after it was read for `plan`. */
  readonly isOutdated: boolean;
  /** Reading after an edit was refused because the workbook is busy; it will be tried again. */
  readonly isPostponed: boolean;
  /** By key of the row. */
  readonly decisions: Readonly<Record<string, CodingDecision>>;
  /** Only rows in these states; none chosen means all. */
  readonly filter: readonly CodingState[];
  /** The user is asked whether the codes are really to be taken off. */
  readonly isStripAsked: boolean;
  readonly openImport: OpenImport | null;
}

export const INITIAL_CODES: CodesState = {
  page: 'rows',
  catalogues: null,
  plan: null,
  activity: { kind: 'idle' },
  isOutdated: false,
  isPostponed: false,
  decisions: {},
  filter: [],
  isStripAsked: false,
  openImport: null,
};
