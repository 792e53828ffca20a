/** What planning is told beside what a review is. */
export interface NormalizationWish {
  /** Keys (acceptanceKey) of findings that the user accepted. */
  readonly accepted: readonly string[];
  /** Keys (cellKeyOf) of cells that sheet protection keeps from being written. */
  readonly locked: readonly string[];
}
