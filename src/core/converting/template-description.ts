import type { FieldKey } from '../forms/form';
import type { ColumnRole } from '../forms/column-labels';
import type { Level1, Level2 } from '../forms/indicator-levels';
import type { MoneyUnit } from '../values/amount';
import type { CellAddress, CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';

/** One form for each project, or one table for all of them. */
export type TemplateKind = 'form-per-project' | 'table-of-projects';

/** Where a field goes. */
export interface TemplateField {
  /** As printed beside it, without colon: "本年度项目金额（万元）". */
  readonly label: string;
  /** Of the value; in a table only its columns count. */
  readonly range: CellRange;
  readonly numberFormat: string;
  /** Of an amount, where the template names one; null for other fields. */
  readonly unit: MoneyUnit | null;
}

/** Rows of one second level in a form, directly below each other. */
export interface TemplateRows {
  readonly level1Kind: Level1 | null;
  readonly level2Kind: Level2;
  /** As printed. */
  readonly level1: string;
  readonly level2: string;
  readonly first: number;
  readonly last: number;
}

/** How a table writes the levels. */
export interface TemplateLevel {
  readonly level1Kind: Level1 | null;
  readonly level2Kind: Level2 | null;
  readonly level1: string;
  readonly level2: string;
}

/** What a template says of itself by the names of its cells. */
export interface TemplateDescription {
  readonly name: string;
  readonly description: string;
  readonly kind: TemplateKind;
  /** The sheet that is copied, as it stands in the template. */
  readonly sheet: SheetSnapshot;
  readonly fields: ReadonlyMap<FieldKey, TemplateField>;
  /** Fields that this program does not know, by the bare words of their labels. */
  readonly ownFields: ReadonlyMap<string, TemplateField>;
  /** Columns of the indicators. 一级指标, 二级指标, 三级指标 and 指标值 are always there. */
  readonly columns: ReadonlyMap<ColumnRole, number>;
  /** In a form: from top to bottom; none in a table. */
  readonly rows: readonly TemplateRows[];
  /** In a table the row that is repeated, zero-based; -1 in a form. */
  readonly tableRow: number;
  /** In a table. */
  readonly levels: readonly TemplateLevel[];
  /** The cell that says the year, "20××年度"; null where none does. */
  readonly year: CellAddress | null;
  /** Where the list begins of what has no place. */
  readonly aside: CellAddress;
  readonly printArea: CellRange;
  /** Titles of the template, compact: a source that says the same says nothing more. */
  readonly title: string;
}

/** A name as it stands in the file of a template. */
export interface NamedRange {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

/** What a file says of itself as a template; without a description where something is wrong, which the problems say in Chinese sentences. */
export interface DescribedTemplate {
  readonly description: TemplateDescription | null;
  readonly problems: readonly string[];
}
