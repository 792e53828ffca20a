import type { FormType } from '../forms/form';

/** Kinds of forms as users call them. */
export const FORM_TYPE_NAMES: Readonly<Record<FormType, string>> = {
  'project-target': '项目支出绩效目标申报表',
  'coded-indicators': '编码指标表',
  'overall-target': '整体支出绩效目标表',
  'budget-table': '部门预算表',
  prose: '文字部分',
};
