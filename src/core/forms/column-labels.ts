import type { FormCell, IndicatorColumns } from './form';
import { bareLabel } from './head-labels';

/** What a column of an indicator table holds. */
export type ColumnRole = keyof IndicatorColumns;

const COLUMN_LABELS: Readonly<Record<ColumnRole, readonly string[]>> = {
  level1: ['一级指标', '一级指标名称', '一级', '指标一级', '一级绩效指标', '一级指标类别'],
  level2: ['二级指标', '二级指标名称', '二级', '指标二级', '二级绩效指标', '二级指标类别'],
  name: [
    '三级指标',
    '三级指标名称',
    '三级',
    '指标三级',
    '三级绩效指标',
    '三级指标内容',
    '指标名称',
    '绩效指标名称',
    '指标内容',
    '具体指标',
    '四级指标',
  ],
  code: [
    '指标编码',
    '指标代码',
    '指标编号',
    '指标码',
    '三级指标编码',
    '三级指标代码',
    '三级指标编号',
    '三级编码',
    '三级代码',
    '三级指标码',
    '绩效指标编码',
    '绩效指标代码',
    '绩效指标编号',
    '标准指标编码',
    '标准指标代码',
    '指标库编码',
    '指标库代码',
  ],
  value: [
    '指标值',
    '目标值',
    '年度指标值',
    '年度目标值',
    '绩效指标值',
    '绩效目标值',
    '指标目标值',
    '本年度指标值',
    '本年指标值',
    '当年指标值',
    '预期指标值',
    '预期目标值',
    '全年指标值',
    '三级指标值',
    '指标值及单位',
    '指标值和单位',
    '目标值及单位',
    '绩效指标目标值',
    '年度绩效指标值',
    '年度预期指标值',
    '年初目标值',
    '年初指标值',
    '全年目标值',
    '预计当年实现',
    '预计当年实现值',
    '预期当年实现',
    '预期当年实现值',
    '当年预计实现',
    '当年预计实现值',
    '本年预计实现',
    '本年预计实现值',
    '预计本年实现',
    '预计本年实现值',
  ],
  periodValue: [
    '实施周期指标值',
    '实施期指标值',
    '中期指标值',
    '中长期指标值',
    '长期指标值',
    '总体指标值',
    '实施周期目标值',
    '实施期目标值',
    '全周期指标值',
  ],
  explanation: [
    '指标解释',
    '指标说明',
    '指标解释说明',
    '指标内容解释',
    '指标解释及说明',
    '指标释义',
    '解释',
    '说明',
    '解释说明',
  ],
  nature: ['指标性质', '指标方向', '指标值类型', '指标符号', '运算符号', '运算符', '比较符', '计算符号', '指标值符号'],
  unit: ['计量单位', '度量单位', '绩效度量单位', '单位', '指标单位', '指标值单位', '计量单位名称'],
  weight: [
    '分值',
    '权重',
    '分值权重',
    '指标分值',
    '指标权重',
    '分值或权重',
    '权重分值',
    '权重系数',
    '权重值',
    '权重%',
    '标准分值',
    '三级指标权重',
    '三级指标分值',
  ],
};

const ROLE_BY_LABEL = new Map<string, ColumnRole>();
for (const role of Object.keys(COLUMN_LABELS) as ColumnRole[]) {
  for (const label of COLUMN_LABELS[role]) ROLE_BY_LABEL.set(label, role);
}

/** The role of the column a cell heads; undefined for a cell that heads none. */
export function roleOf(cell: FormCell): ColumnRole | undefined {
  if (cell.text.length > 30) return undefined;
  const label = bareLabel(cell.text);
  // 指标解释/计算方法: the first word says what the column is.
  const [first] = label.split('/');
  const known = ROLE_BY_LABEL.get(label) || ROLE_BY_LABEL.get(first);
  // Some offices print 绩效 before every head: 绩效指标性质, 绩效度量单位. 绩效单位 alone may be an office.
  return known || (/^绩效(?!单位)/.test(first) ? ROLE_BY_LABEL.get(first.slice(2)) : undefined);
}

/** True for a head that speaks of codes without saying whose: right beside the names it is theirs. */
export function isBareCodeHead(cell: FormCell): boolean {
  return cell.text.length <= 30 && /^(?:编码|代码|编码号)$/.test(bareLabel(cell.text));
}

/** How surely a column names what is measured, 0 first: 四级指标 beside 三级指标 does, 指标内容 beside it describes it. */
export function nameRank(cell: FormCell): number {
  const label = bareLabel(cell.text);
  if (/四级/.test(label)) return 0;
  if (/三级/.test(label)) return 1;
  return /名称|具体/.test(label) ? 2 : 3;
}

/** True for 指标内容. */
export function isContentColumn(cell: FormCell): boolean {
  return bareLabel(cell.text) === '指标内容';
}

/** Which years the heads below a wider 指标值 speak of: 前年 | 上年 | 预计当年实现. Null for a head that names neither. */
export function yearOfValue({ text }: FormCell): 'current' | 'past' | null {
  const label = bareLabel(text);
  if (/^(?:近[两二三2-5]年|前年|上年|去年|上一?年度|前一年|历史|基期)/.test(label)) return 'past';
  return /当年|本年|年度/.test(label) || ROLE_BY_LABEL.get(label) === 'value' ? 'current' : null;
}
