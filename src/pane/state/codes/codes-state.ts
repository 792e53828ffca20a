import type { CatalogueImport, ImportOptions } from '../../../core/catalogue/importing/catalogue-import';
import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import type { CodingPlan, CodingState } from '../../../core/coding/coding-plan';
import type { CatalogueSummary } from '../../../session/catalogues/catalogue-desk';
import type { Failure } from '../pane-state';
import { NOT_READ, type WorkbookReading } from '../reading/workbook-reading';

/** Rows to be coded, or what is done with catalogues. */
export type CodesPage = 'rows' | 'catalogues' | 'import';

/** What the user decided about a row. Rows without a decision go by the proposal. */
export interface CodingDecision {
  /** Null: the row is to stay without a code. */
  readonly entry: CatalogueEntry | null;
  readonly isTicked: boolean;
}

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
export interface CodesState extends WorkbookReading<CodingPlan> {
  readonly page: CodesPage;
  /** Null before they are read. */
  readonly catalogues: readonly CatalogueSummary[] | null;
  /** By key of the row. */
  readonly decisions: Readonly<Record<string, CodingDecision>>;
  /** Only rows in these states; none chosen means all. */
  readonly filter: readonly CodingState[];
  /** The user is asked whether the codes are really to be taken off. */
  readonly isStripAsked: boolean;
  readonly openImport: OpenImport | null;
}

export const INITIAL_CODES: CodesState = {
  ...NOT_READ,
  page: 'rows',
  catalogues: null,
  decisions: {},
  filter: [],
  isStripAsked: false,
  openImport: null,
};
