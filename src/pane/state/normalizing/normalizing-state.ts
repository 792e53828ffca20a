import type { NormalizationPlan } from '../../../core/normalizing/normalization-plan';
import { NOT_READ, type WorkbookReading } from '../reading/workbook-reading';

/** The section 规范 of the pane: repairs of the workbook, or forms in another template. */
export interface NormalizingState extends WorkbookReading<NormalizationPlan> {
  readonly page: 'repairs' | 'templates';
  /** Keys of repairs that the user took out of those to be made. */
  readonly unticked: ReadonlySet<string>;
  /** Only repairs with this text are listed. */
  readonly text: string;
}

export const INITIAL_NORMALIZING: NormalizingState = { ...NOT_READ, page: 'repairs', unticked: new Set(), text: '' };
