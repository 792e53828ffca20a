import { compactText } from '../values/normalize-text';
import type { FieldKey } from './form';

/** Labels of head fields as the templates of different cities print them, without marks, colon and notes in brackets. */
const LABELS: Readonly<Record<FieldKey, readonly string[]>> = {
  projectCode: ['项目编码', '项目代码', '项目编号'],
  projectName: [
    '项目名称',
    '二级项目名称',
    '子项目名称',
    '预算项目名称',
    '单位名称、项目名称',
    '单位名称/项目名称',
    '单位、项目名称',
    '单位/项目名称',
    '单位及项目名称',
  ],
  applicantUnit: [
    '申请单位',
    '申报单位',
    '填报单位',
    '项目单位',
    '项目申报单位',
    '项目申请单位',
    '填报部门',
    '申报部门',
    '实施单位',
    '项目实施单位',
  ],
  primaryBudgetUnit: ['一级预算单位', '一级预算单位名称', '主管部门', '主管单位', '预算主管部门', '一级预算部门'],
  budgetUnit: [
    '预算单位',
    '预算单位名称',
    '单位名称',
    '预算部门',
    '部门名称',
    '部门/单位名称',
    '单位/部门名称',
    '部门单位名称',
  ],
  implementationTerm: [
    '实施期限',
    '项目期限',
    '实施期',
    '项目周期',
    '项目实施期限',
    '实施年限',
    '项目实施期',
    '项目实施周期',
    '实施周期',
  ],
  projectType: ['项目类型', '项目类别', '项目分类'],
  isNewProject: ['是否新增项目', '是否新增', '是否为新增项目', '是否新项目'],
  allocationMethod: ['分配方式', '资金分配方式', '资金分配方法'],
  totalAmount: [
    '项目总金额',
    '项目总额',
    '项目资金总额',
    '项目总预算',
    '总金额',
    '资金总额',
    '中期规划金额',
    '实施期金额',
    '中期资金总额',
    '实施期资金总额',
  ],
  annualAmount: [
    '本年度项目金额',
    '年度项目金额',
    '本年度金额',
    '年度金额',
    '年度资金总额',
    '年度预算金额',
    '本年度预算金额',
    '本年预算金额',
    '年度预算',
    '当年金额',
    '当年预算金额',
    '当年预算',
    '当年预算数',
    '项目当年预算',
    '项目当年预算数',
    '当年资金总额',
    '本年度资金总额',
    '预算金额',
    '项目金额',
    '申请金额',
    '金额',
  ],
  policyBasis: [
    '政策依据',
    '立项依据',
    '项目立项依据',
    '设立依据',
    '项目依据',
    '文件依据',
    '项目设立依据',
    '资金设立依据',
    '专项资金设立依据',
    '专项设立依据',
  ],
  calculationBasis: [
    '测算依据',
    '项目测算依据',
    '预算测算依据',
    '资金测算依据',
    '测算过程',
    '测算说明',
    '测算依据及说明',
    '支出测算依据',
  ],
  annualGoal: [
    '年度目标',
    '本年度目标',
    '年度绩效目标',
    '本年度绩效目标',
    '项目年度目标',
    '项目年度绩效目标',
    '年度总体目标',
    '当年绩效目标',
    '当年目标',
    '全年绩效目标',
    '全年目标',
    '年度履职目标',
    '年度工作目标',
    '年度整体目标',
    '年度整体绩效目标',
    '预算年度绩效目标',
  ],
  longTermGoal: [
    '长期目标',
    '项目长期目标',
    '长期绩效目标',
    '中长期目标',
    '中长期绩效目标',
    '中期目标',
    '中期绩效目标',
    '实施期目标',
    '实施期绩效目标',
    '实施周期目标',
    '实施周期绩效目标',
  ],
  overallGoal: [
    '总体目标',
    '总体绩效目标',
    '项目总体目标',
    '项目总体绩效目标',
    '项目绩效目标',
    '年度总体绩效目标',
    '绩效总目标',
    '项目总目标',
    '整体目标',
    '整体绩效目标',
    '部门总体目标',
    '部门整体目标',
  ],
};

const KEY_BY_LABEL = new Map<string, FieldKey>();
for (const key of Object.keys(LABELS) as FieldKey[]) for (const label of LABELS[key]) KEY_BY_LABEL.set(label, key);

/** A label's bare words: without marks before it, year, notes in brackets and colon. */
export function bareLabel(text: string): string {
  let label = compactText(text)
    .replace(/^[*+★☆●○◆▲△※#]+/, '')
    .replace(/^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|\([一二三四五六七八九十0-9]{1,2}\))[、.]/, '')
    .replace(/[:*]+$/, '');
  label = label.replace(/\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】/g, '').replace(/[:*]+$/, '');
  return label.replace(/^(?:20[0-9]{2}|××|XX|xx|_+)年度?/, '年度');
}

/** The head field a label names, or null for a text that is no known label. */
export function findFieldKey(text: string): FieldKey | null {
  if (text.length > 60) return null;
  return KEY_BY_LABEL.get(bareLabel(text)) || null;
}

/** True for a text that ends in the unit of an amount without being one, 财政资金（元）: a label, never a value. */
export function endsInMoneyUnit(text: string): boolean {
  return text.length <= 60 && /^[^0-9]{2,20}\((?:[百千]?[万亿])?元\)$/.test(compactText(text));
}

/** True for a text that ends in a colon (after notes in brackets too) and is short enough to be a label. */
export function looksLikeLabel(text: string): boolean {
  const compact = compactText(text);
  return compact.length >= 3 && compact.length <= 30 && /[^0-9]:$/.test(compact);
}

/** Label and value written into one cell, "申报单位：福田区…"; undefined when the text is no such pair. */
export function splitInlineField(text: string): { readonly key: FieldKey; readonly valueText: string } | undefined {
  const match = /^([^:：]{2,40})[:：]\s*(\S[\s\S]*)$/.exec(text.trim());
  const key = match ? findFieldKey(match[1]) : null;
  return match && key !== null ? { key, valueText: match[2] } : undefined;
}
