import type { Edit } from '../changes/change-set';
import type { RowChange } from '../changes/row-change';

/** One repair: what one gesture ticks or unticks. All of it is written, or none. */
export interface PlannedRepair {
  /** Unique in the plan, and the same in any plan made of the same workbook. */
  readonly key: string;
  /** Rules whose flaws it mends, in the order they were mended; at least one. Ids of rules and of template repairs. */
  readonly ruleIds: readonly string[];
  /** What it does, the same for all of one kind: "删除网页标记". Of several kinds at one cell the first. */
  readonly label: string;
  readonly sheet: string;
  /** A1 address of the first cell, or of the first cell of the row that comes or goes, in the workbook as it stands. */
  readonly cell: string;
  /** Name of the project or form; "" outside of any. */
  readonly project: string;
  /** Of the workbook as it stands; several where a text runs over several cells, or a row has several blanks. */
  readonly edits: readonly Edit[];
  /** Of the workbook as it stands with the edits of the plan; at most one. What stands beside it, and which merged areas reach over it, is found when the operation is made. */
  readonly row: RowChange | null;
}

/** What normalising leaves to a person. */
export interface LeftToPerson {
  readonly ruleId: string;
  readonly sheet: string;
  /** A1 address in the workbook as it stands. */
  readonly cell: string;
  readonly project: string;
  /** Chinese sentence: what is wrong, or why the repair was not proposed. */
  readonly reason: string;
  /** `refused`: a repair is known, but this cell is not to be written (formula, locked, sheet shared by two forms …). `judgement`: a person must decide. */
  readonly kind: 'refused' | 'judgement';
}

/** What brings a workbook into the template's writing, in its order; plain data. Applied to the workbook it was made of, planning again gives no repair. */
export interface NormalizationPlan {
  readonly repairs: readonly PlannedRepair[];
  readonly left: readonly LeftToPerson[];
}
