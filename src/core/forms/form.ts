import type { CellAddress, CellRange } from '../workbook/cell-address';
import type { CellValue } from '../workbook/workbook-snapshot';
import type { MoneyUnit } from '../values/amount';
import type { TargetValue } from '../values/target-value';
import type { BudgetTableContent } from './budget/budget-table';
import type { Level1, Level2 } from './indicator-levels';

/** A cell of a form: where it stands and what it shows. For a merged area the address is its top-left cell. */
export interface FormCell {
  readonly sheet: string;
  readonly address: CellAddress;
  /** The merged area, or the single cell. */
  readonly range: CellRange;
  /** What the cell shows, untrimmed; "" when blank. */
  readonly text: string;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly rawNumber: string | null;
}

/** Head fields of forms P and C. Labels as printed on the forms stand in `head-labels.ts`. */
export const FIELD_KEYS = [
  'projectCode',
  'projectName',
  'applicantUnit',
  'primaryBudgetUnit',
  'budgetUnit',
  'implementationTerm',
  'projectType',
  'isNewProject',
  'allocationMethod',
  'totalAmount',
  'annualAmount',
  'policyBasis',
  'calculationBasis',
  'annualGoal',
  'longTermGoal',
  'overallGoal',
] as const;

export type FieldKey = (typeof FIELD_KEYS)[number];

export interface Field {
  /** Null for a label this program does not know; it is read all the same. */
  readonly key: FieldKey | null;
  readonly label: FormCell;
  /** Where the value is spread over several rows (目标1, 目标2 …) the first cell with all texts, one a line. */
  readonly value: FormCell;
  /** The cells of a value that is spread over several; left out for a value in one cell. */
  readonly parts?: TextParts;
}

/** The cells a text stands in with the offset at which each one's text begins within it, in order; at least one. */
export type TextParts = readonly { readonly cell: FormCell; readonly start: number }[];

/** One third-level indicator row. Cells of columns the form does not have are null. */
export interface Indicator {
  /** Zero-based row on the sheet. */
  readonly row: number;
  readonly level1: FormCell;
  readonly level2: FormCell;
  /** Third-level indicator: its name, in coded tables `111002681-扶持企业数量`. */
  readonly name: FormCell;
  /** 指标编码 where it has a column of its own, beside the name. */
  readonly code: FormCell | null;
  readonly value: FormCell;
  /** 实施周期指标值: target for the whole term, beside the annual `value`. */
  readonly periodValue: FormCell | null;
  readonly explanation: FormCell | null;
  /** 指标性质 (≥, ≤, =, 定性) where it has a column of its own. */
  readonly nature: FormCell | null;
  /** 计量单位 where it has a column of its own. */
  readonly unit: FormCell | null;
  /** 分值 or 权重. */
  readonly weight: FormCell | null;
  /** Level read from its label; null when the label is blank or names no known level. */
  readonly level1Kind: Level1 | null;
  readonly level2Kind: Level2 | null;
  /** The name without code, marks of the template and surrounding blanks. */
  readonly plainName: string;
  /** `value`, together with `nature` and `unit` where the form splits it over columns. */
  readonly target: TargetValue;
}

/** One project: a whole form P, or one block of a coded table. */
export interface Project {
  /** Name for the user: project name, else sheet and row. */
  readonly name: string;
  readonly range: CellRange;
  readonly fields: readonly Field[];
  readonly indicators: readonly Indicator[];
  /** True when a text of the form says 涉密 … 不宜公开: rules about content stay silent. */
  readonly isSecret: boolean;
}

export type FormType = 'project-target' | 'coded-indicators' | 'overall-target' | 'budget-table' | 'prose';

/** Which columns the indicator table has: the cells of its head. */
export interface IndicatorColumns {
  readonly level1: FormCell;
  readonly level2: FormCell;
  readonly name: FormCell;
  readonly code: FormCell | null;
  readonly value: FormCell;
  readonly periodValue: FormCell | null;
  readonly explanation: FormCell | null;
  readonly nature: FormCell | null;
  readonly unit: FormCell | null;
  readonly weight: FormCell | null;
}

interface FormBase {
  /** Unique within the workbook and stable while the form stays where it is: "sheet!A1:E23". */
  readonly id: string;
  readonly sheet: string;
  readonly range: CellRange;
  readonly title: FormCell | null;
  /** For lists and reports: project name of form P, else the title, else the sheet's name. */
  readonly caption: string;
  /** One project for form P, one per block for form C and per unit for form O, none for prose. */
  readonly projects: readonly Project[];
}

interface IndicatorFormBase extends FormBase {
  readonly columns: IndicatorColumns;
  /** The cell near the title that says the year, "（2025年度）"; null when there is none. */
  readonly yearLine: FormCell | null;
  /** The cell near the title that says the unit of amounts, "单位：万元"; null when there is none. */
  readonly unitLine: FormCell | null;
}

/** Form P, 二级项目支出绩效目标申报表. */
export interface ProjectTargetForm extends IndicatorFormBase {
  readonly type: 'project-target';
  /** 备注 line below the table. */
  readonly remark: FormCell | null;
}

/** Form C, coded indicator table in the style of 珠海. */
export interface CodedIndicatorTable extends IndicatorFormBase {
  readonly type: 'coded-indicators';
}

/** One of the 年度主要任务 of a department. Cells of columns the form does not have are null. */
export interface Task {
  /** Zero-based row on the sheet. */
  readonly row: number;
  readonly name: FormCell;
  readonly content: FormCell | null;
  /** 总额 (or the only amount column). */
  readonly totalAmount: FormCell | null;
  /** 其中：财政拨款. */
  readonly fiscalAmount: FormCell | null;
  /** 其中：其他资金. */
  readonly otherAmount: FormCell | null;
}

/** Form O, 部门（单位）整体支出绩效目标表: its one project is the department itself; a table of several units has one for each. */
export interface OverallTargetForm extends IndicatorFormBase {
  readonly type: 'overall-target';
  readonly tasks: readonly Task[];
  /** 金额合计; its name is the label. Null when the form prints none. */
  readonly taskTotal: Task | null;
  /** Unit of the task amounts as the head or the sheet says it; null when nothing does. */
  readonly amountUnit: MoneyUnit | null;
}

/** A paragraph of prose; several cells where a page end or a cell border cut it. */
export interface Paragraph {
  /** A heading or a line of the contents, running text, or a cell of a table within the prose. */
  readonly kind: 'heading' | 'text' | 'table-cell';
  /** The texts of the cells joined. */
  readonly text: string;
  readonly parts: TextParts;
}

/** Form T, 文字部分 of a budget. */
export interface ProseSheet extends FormBase {
  readonly type: 'prose';
  readonly paragraphs: readonly Paragraph[];
}

/** Form B, one table of a department's budget; its rows may go on over several sheets. */
export interface BudgetTable extends FormBase, BudgetTableContent {
  readonly type: 'budget-table';
}

/** Forms with a table of indicators. */
export type IndicatorForm = ProjectTargetForm | CodedIndicatorTable | OverallTargetForm;

export type Form = IndicatorForm | ProseSheet | BudgetTable;

/** True for forms that hold indicators of projects. */
export function isIndicatorForm(form: Form): form is IndicatorForm {
  return form.type !== 'prose' && form.type !== 'budget-table';
}

/** A sheet or part of a sheet that holds something but was read as no form, with the reason for the user. */
export interface UnreadArea {
  readonly sheet: string;
  readonly range: CellRange;
  /** Chinese sentence. */
  readonly reason: string;
}

/** What the readers found in a workbook. */
export interface WorkbookForms {
  readonly forms: readonly Form[];
  readonly unread: readonly UnreadArea[];
}

/** True for a formula whose result is not stored in the file: nobody can tell what the cell shows. */
export function isUncalculated(cell: FormCell): boolean {
  return cell.formula !== null && cell.value === null;
}

/** True when the cell shows nothing but white space. */
export function isBlank(cell: FormCell): boolean {
  return !/\S/.test(cell.text) && !isUncalculated(cell);
}

/** The field of a project, or undefined when the form has no such label. */
export function findField(project: Project, key: FieldKey): Field | undefined {
  return project.fields.find((field) => field.key === key);
}

/** The text of a field with surrounding blanks removed; "" when the label is missing or its cell blank. */
export function textOf(project: Project, key: FieldKey): string {
  const field = findField(project, key);
  return field ? field.value.text.trim() : '';
}
