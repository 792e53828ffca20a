/** Something of a form that the target template has no place for. */
export interface UnplacedText {
  readonly project: string;
  /** Label of the field, or of the column, as printed: "政策依据", "指标解释". */
  readonly label: string;
  /** The indicator it belongs to, "数量指标：培训人数"; "" for what belongs to the project as a whole. */
  readonly indicator: string;
  readonly text: string;
  /** Where it stands in the source: sheet and A1 address. */
  readonly sheet: string;
  readonly cell: string;
}

/** One sheet that a conversion makes. */
export interface ConvertedSheet {
  /** Free in the workbook. */
  readonly name: string;
  readonly projects: readonly string[];
  /** Fields and indicator rows that found their place. */
  readonly fieldCount: number;
  readonly indicatorCount: number;
  /** Also listed on the sheet, beside the form. */
  readonly unplaced: readonly UnplacedText[];
  /** Chinese sentences about what was decided: a level that the template calls otherwise, say. */
  readonly remarks: readonly string[];
}
