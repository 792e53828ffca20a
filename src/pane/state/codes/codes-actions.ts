import type { CatalogueImport, ImportOptions } from '../../../core/catalogue/importing/catalogue-import';
import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import type { CodingPlan, CodingState } from '../../../core/coding/coding-plan';
import type { CatalogueSummary } from '../../../session/catalogues/catalogue-desk';
import type { Failure } from '../pane-state';
import type { ReadingAction } from '../reading/workbook-reading';
import type { CodesPage } from './codes-state';

/** What changes in the section 编码. */
export type CodesAction =
  | ReadingAction
  | { readonly type: 'cataloguesRead'; readonly catalogues: readonly CatalogueSummary[] }
  | { readonly type: 'planRead'; readonly plan: CodingPlan }
  | { readonly type: 'planForgotten' }
  | { readonly type: 'rowsTicked'; readonly keys: readonly string[]; readonly isTicked: boolean }
  | { readonly type: 'entryChosen'; readonly key: string; readonly entry: CatalogueEntry | null }
  | { readonly type: 'stateToggled'; readonly state: CodingState }
  | { readonly type: 'filterCleared' }
  | { readonly type: 'stripAsked'; readonly isAsked: boolean }
  | { readonly type: 'pageChosen'; readonly page: CodesPage }
  | { readonly type: 'importStarted'; readonly fileName: string | null }
  | { readonly type: 'importReading' }
  | { readonly type: 'importRead'; readonly result: CatalogueImport; readonly options: ImportOptions }
  | { readonly type: 'importFailed'; readonly failure: Failure }
  | { readonly type: 'importSaving' }
  | { readonly type: 'importNamed'; readonly name: string }
  | { readonly type: 'importCompleted'; readonly isComplete: boolean };
