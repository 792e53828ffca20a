import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { FieldKey, FormCell, IndicatorColumns } from './form';
import { isBlank } from './form';
import { bareLabel, findFieldKey } from './head-labels';
import { readCell, type FilledRows } from './sheet-view';

type ColumnRole = keyof IndicatorColumns;

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

/** The head of an indicator table, and project columns beside it where the table is a coded one. */
export interface IndicatorHeader {
  /** Last row of the head, zero-based. */
  readonly row: number;
  /** First row of the head; above `row` where the head is merged over two rows. */
  readonly top: number;
  readonly columns: IndicatorColumns;
  /** Columns beside the indicator columns: project fields (项目名称, 金额 …), and null for heads this program does not know. */
  readonly fieldColumns: readonly { readonly key: FieldKey | null; readonly label: FormCell }[];
  /** Heads of tables side by side with this one (实施期 beside 年度), which are not read. */
  readonly otherSets: readonly (readonly FormCell[])[];
  /**
   * Between which columns the table left of this one ends and this one begins, where both have all levels of their own:
   * they may be two forms.
   */
  readonly gap: { readonly leftEnd: number; readonly rightStart: number } | null;
}

/** What a row lacks that names some columns of an indicator table but not all that are needed. */
export interface IncompleteHeader {
  readonly row: number;
  readonly missing: string;
}

/** Finds the rows that head an indicator table: those naming 一级指标, 二级指标, a third level and a value column. */
export function findIndicatorHeaders(
  sheet: SheetSnapshot,
  filled: FilledRows,
): { readonly headers: readonly IndicatorHeader[]; readonly incomplete: readonly IncompleteHeader[] } {
  const headers: IndicatorHeader[] = [];
  const incomplete: IncompleteHeader[] = [];
  if (sheet.usedRange === null) return { headers, incomplete };
  filled.forEach((columns, row) => {
    const roles = columns.map((column) => roleOf(readCell(sheet, row, column)));
    if (roles.indexOf('level1') < 0 || roles.indexOf('level2') < 0) return;
    const header = readHeader(sheet, row);
    if ('missing' in header) incomplete.push(header);
    else headers.push(header);
  });
  return { headers, incomplete };
}

/** No table is that wide: a stray cell far to the right must not make every head a walk over 16 384 columns. */
const WIDEST_TABLE = 500;

interface HeadLabel {
  readonly role: ColumnRole;
  readonly label: FormCell;
}

function readHeader(sheet: SheetSnapshot, row: number): IndicatorHeader | IncompleteHeader {
  const used = sheet.usedRange;
  const labels: HeadLabel[] = [];
  const fieldColumns: { key: FieldKey | null; label: FormCell }[] = [];
  for (
    let column = used ? used.left : 0;
    used && column <= Math.min(used.right, used.left + WIDEST_TABLE);
    column += 1
  ) {
    const label = headCell(sheet, row, column);
    const role = roleOf(label);
    if (role) {
      labels.push({ role, label });
    } else if (!isBlank(label) && !sheet.isColumnHidden(column)) {
      const key = findFieldKey(label.text);
      const isTaken = key !== null && fieldColumns.some((known) => known.key === key);
      fieldColumns.push({ key: isTaken ? null : key, label });
    }
    column = Math.max(column, label.range.right);
  }
  const sets = splitIntoSets(labels);
  const complete = sets.filter((set) => hasRole(set, 'level2') && hasRole(set, 'name') && hasRole(set, 'value'));
  if (complete.length === 0)
    return { row, missing: labels.some(({ role }) => role === 'name') ? '指标值' : '三级指标' };
  const chosen = complete[complete.length - 1];
  const columns = columnsOf(chosen, labels);
  const cells = chosen.map(({ label }) => label);
  return {
    row: cells.reduce((bottom, cell) => Math.max(bottom, cell.range.bottom), row),
    top: cells.reduce((top, cell) => Math.min(top, cell.range.top), row),
    columns,
    fieldColumns,
    otherSets: sets.filter((set) => set !== chosen).map((set) => set.map(({ label }) => label)),
    gap: gapBetween(complete[complete.length - 2], chosen),
  };
}

function gapBetween(left: readonly HeadLabel[] | undefined, right: readonly HeadLabel[]): IndicatorHeader['gap'] {
  if (left === undefined || !hasRole(left, 'level1') || !hasRole(right, 'level1')) return null;
  return {
    leftEnd: Math.max(...left.map(({ label }) => label.range.right)),
    rightStart: Math.min(...right.map(({ label }) => label.range.left)),
  };
}

/**
 * Templates of the Ministry of Finance print two tables side by side, 实施期 on the left and 年度 on the right:
 * 一级 | 二级 | 三级 | 指标值 | 二级 | 三级 | 指标值. Each further 二级指标 begins another set; the first level may be shared.
 */
function splitIntoSets(labels: readonly HeadLabel[]): readonly (readonly HeadLabel[])[] {
  const sets: HeadLabel[][] = [[]];
  for (const label of labels) {
    const current = sets[sets.length - 1];
    const isLevel = label.role === 'level1' || label.role === 'level2';
    // In tables whose columns stand in another order 一级指标 may follow 二级指标: only a second one begins a set.
    const startsAnother = isLevel && hasRole(current, 'level2') && hasRole(current, label.role);
    if (startsAnother) sets.push([label]);
    else current.push(label);
  }
  return sets;
}

function hasRole(set: readonly HeadLabel[], role: ColumnRole): boolean {
  return set.some((label) => label.role === role);
}

/** Columns of one set; the first level comes from the table as a whole where the set has none of its own. */
function columnsOf(set: readonly HeadLabel[], all: readonly HeadLabel[]): IndicatorColumns {
  const first = (role: ColumnRole): FormCell | null => {
    const found =
      set.find((label) => label.role === role) ||
      (role === 'level1' ? all.find((label) => label.role === role) : undefined);
    return found ? found.label : null;
  };
  // Where 四级指标 or 指标内容 stands beside 三级指标, the last of them names what is measured.
  const names = set.filter(({ role }) => role === 'name');
  return {
    level1: first('level1') as FormCell,
    level2: first('level2') as FormCell,
    name: names[names.length - 1].label,
    value: first('value') as FormCell,
    periodValue: first('periodValue'),
    explanation: first('explanation'),
    nature: first('nature'),
    unit: first('unit'),
    weight: first('weight'),
  };
}

// Two-row heads: "绩效指标" over 一级/二级/三级, or 三级指标 | 指标值 beside them with the words in the row above or below.
function headCell(sheet: SheetSnapshot, row: number, column: number): FormCell {
  const here = readCell(sheet, row, column);
  if (!isBlank(here) && (roleOf(here) || findFieldKey(here.text))) return here;
  const used = sheet.usedRange;
  for (const neighbour of [row - 1, row + 1]) {
    if (!used || neighbour < used.top || neighbour > used.bottom) continue;
    const cell = readCell(sheet, neighbour, column);
    const isOneColumn = cell.range.left === cell.range.right || cell.range.left === here.range.left;
    if (isBlank(here) && isOneColumn && roleOf(cell)) return cell;
  }
  return here;
}

function roleOf(cell: FormCell): ColumnRole | undefined {
  if (cell.text.length > 30) return undefined;
  const label = bareLabel(cell.text);
  // 指标解释/计算方法: the first word says what the column is.
  return ROLE_BY_LABEL.get(label) || ROLE_BY_LABEL.get(label.split('/')[0]);
}

/** The heads of the columns a table has, left out ones left out. */
export function columnCells(header: IndicatorHeader): readonly FormCell[] {
  const { columns } = header;
  const all = [
    columns.level1,
    columns.level2,
    columns.name,
    columns.value,
    columns.periodValue,
    columns.explanation,
    columns.nature,
    columns.unit,
    columns.weight,
  ];
  return all.filter((cell): cell is FormCell => cell !== null);
}
