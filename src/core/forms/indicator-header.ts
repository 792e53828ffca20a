import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { FieldKey, FormCell, IndicatorColumns } from './form';
import { isBlank } from './form';
import { bareLabel, findFieldKey } from './head-labels';
import { readCell } from './sheet-view';

type ColumnRole = keyof IndicatorColumns;

const COLUMN_LABELS: Readonly<Record<ColumnRole, readonly string[]>> = {
  level1: ['一级指标', '一级指标名称', '一级'],
  level2: ['二级指标', '二级指标名称', '二级'],
  name: ['三级指标', '三级指标名称', '三级', '指标名称', '绩效指标名称', '指标内容', '具体指标', '四级指标'],
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
  nature: ['指标性质', '指标方向', '指标符号', '运算符号', '运算符', '比较符', '计算符号', '指标值符号'],
  unit: ['计量单位', '度量单位', '单位', '指标单位', '指标值单位', '计量单位名称'],
  weight: ['分值', '权重', '分值权重', '指标分值', '指标权重', '分值或权重'],
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
}

/** What a row lacks that names some columns of an indicator table but not all that are needed. */
export interface IncompleteHeader {
  readonly row: number;
  readonly missing: string;
}

/** Finds the rows that head an indicator table: those naming 一级指标, 二级指标, a third level and a value column. */
export function findIndicatorHeaders(
  sheet: SheetSnapshot,
  filled: ReadonlyMap<number, readonly number[]>,
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

function readHeader(sheet: SheetSnapshot, row: number): IndicatorHeader | IncompleteHeader {
  const used = sheet.usedRange;
  const found = new Map<ColumnRole, FormCell>();
  const fieldColumns: { key: FieldKey | null; label: FormCell }[] = [];
  let top = row;
  let bottom = row;
  for (let column = used ? used.left : 0; used && column <= used.right; column += 1) {
    const label = headCell(sheet, row, column);
    const role = roleOf(label);
    // Where 四级指标 or 指标内容 stands beside 三级指标, the last of them names what is measured.
    if (role && (role === 'name' || !found.has(role))) {
      found.set(role, label);
      top = Math.min(top, label.range.top);
      bottom = Math.max(bottom, label.range.bottom);
    }
    if (!role && !isBlank(label) && !sheet.isColumnHidden(column)) {
      const key = findFieldKey(label.text);
      const isTaken = key !== null && fieldColumns.some((known) => known.key === key);
      fieldColumns.push({ key: isTaken ? null : key, label });
    }
    column = Math.max(column, label.range.right);
  }
  const [level1, level2, name, value] = [
    found.get('level1'),
    found.get('level2'),
    found.get('name'),
    found.get('value'),
  ];
  if (!level1 || !level2 || !name || !value) return { row, missing: name ? '指标值' : '三级指标' };
  const optional = (role: ColumnRole): FormCell | null => found.get(role) || null;
  return {
    row: bottom,
    top,
    columns: {
      level1,
      level2,
      name,
      value,
      periodValue: optional('periodValue'),
      explanation: optional('explanation'),
      nature: optional('nature'),
      unit: optional('unit'),
      weight: optional('weight'),
    },
    fieldColumns,
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
  return ROLE_BY_LABEL.get(bareLabel(cell.text));
}
