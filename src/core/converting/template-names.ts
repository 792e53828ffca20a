import type { ColumnRole } from '../forms/column-labels';
import type { FieldKey } from '../forms/form';
import { LEVEL2_KINDS, LEVEL2_TITLES, type Level2 } from '../forms/indicator-levels';

/** Names that a template gives to cells of its head; also what the list of unplaced texts calls fields. */
export const FIELD_NAMES: Readonly<Record<FieldKey, string>> = {
  projectCode: '项目编码',
  projectName: '项目名称',
  applicantUnit: '申请单位',
  primaryBudgetUnit: '一级预算单位',
  budgetUnit: '预算单位',
  implementationTerm: '实施期限',
  projectType: '项目类型',
  isNewProject: '是否新增项目',
  allocationMethod: '分配方式',
  totalAmount: '项目总金额',
  annualAmount: '本年度项目金额',
  policyBasis: '政策依据',
  calculationBasis: '测算依据',
  annualGoal: '年度目标',
  longTermGoal: '长期目标',
  overallGoal: '总体目标',
};

/** Names of the columns of indicators. */
export const COLUMN_NAMES: Readonly<Record<ColumnRole, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  name: '三级指标',
  code: '指标编码',
  value: '指标值',
  periodValue: '实施周期指标值',
  explanation: '指标解释',
  nature: '指标性质',
  unit: '计量单位',
  weight: '分值',
};

/** The row of a table that is repeated for each indicator. */
export const TABLE_ROW_NAME = '指标行';
/** Two columns that say how a table writes first and second levels. */
export const LEVELS_NAME = '指标分类';
export const TEMPLATE_NAME = '模板名称';
export const TEMPLATE_NOTE = '模板说明';
export const YEAR_NAME = '年度';
export const AMOUNT_UNIT_NAME = '金额单位';
export const ASIDE_NAME = '未放入内容';
/** Before the label of a field that this program does not know: 栏目_资金来源. */
export const OWN_FIELD_PREFIX = '栏目_';

/** What a name of a template means. */
export type NameMeaning =
  | { readonly kind: 'field'; readonly key: FieldKey }
  | { readonly kind: 'own-field'; readonly label: string }
  | { readonly kind: 'column'; readonly role: ColumnRole }
  | { readonly kind: 'rows'; readonly level2: Level2 }
  | { readonly kind: 'other'; readonly name: string };

const MEANINGS = new Map<string, NameMeaning>();
for (const key of Object.keys(FIELD_NAMES) as FieldKey[]) MEANINGS.set(FIELD_NAMES[key], { kind: 'field', key });
for (const role of Object.keys(COLUMN_NAMES) as ColumnRole[]) {
  MEANINGS.set(COLUMN_NAMES[role], { kind: 'column', role });
}
for (const level2 of LEVEL2_KINDS) MEANINGS.set(rowsName(level2), { kind: 'rows', level2 });
for (const name of [
  TABLE_ROW_NAME,
  LEVELS_NAME,
  TEMPLATE_NAME,
  TEMPLATE_NOTE,
  YEAR_NAME,
  AMOUNT_UNIT_NAME,
  ASIDE_NAME,
]) {
  MEANINGS.set(name, { kind: 'other', name });
}

/** The name of the rows of a second level in a form: 数量指标行. */
export function rowsName(level2: Level2): string {
  return `${LEVEL2_TITLES[level2]}行`;
}

/** What a name means; undefined for a name that is none of a template's. */
export function meaningOf(name: string): NameMeaning | undefined {
  if (name.lastIndexOf(OWN_FIELD_PREFIX, 0) === 0 && name.length > OWN_FIELD_PREFIX.length) {
    return { kind: 'own-field', label: name.slice(OWN_FIELD_PREFIX.length) };
  }
  return MEANINGS.get(name);
}
