import { parseCodedName } from '../values/indicator-code';
import { compactText } from '../values/normalize-text';
import { isNotApplicable, isSecretText } from '../values/special-texts';
import { parseTargetValue, type TargetValue } from '../values/target-value';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, isUncalculated, type FormCell, type Indicator, type IndicatorColumns } from './form';
import { parseLevel1, parseLevel2 } from './indicator-levels';
import type { IndicatorHeader } from './indicator-header';
import { readCell } from './sheet-view';

/** Blank rows inside a table that a user may have inserted; more of them end the table. */
const LONGEST_GAP = 2;

const REMARK = /^(?:备\s*注|附\s*注|注|说\s*明|填[报表写]说明|注意)(?:\s*[:：]|[0-9１-９一]|\s*$)/;

export interface IndicatorRows {
  readonly indicators: readonly Indicator[];
  /** The remark line below the table, or null. */
  readonly remark: FormCell | null;
  /** Last row that belongs to the table or its remark, zero-based. */
  readonly bottom: number;
}

/**
 * Reads the rows below a head down to `lastRow` (inclusive), the remark line included.
 * @param above Last row of the same table above a repeated head: levels left blank below belong to it.
 */
export function readIndicatorRows(
  sheet: SheetSnapshot,
  header: IndicatorHeader,
  lastRow: number,
  above?: Indicator,
): IndicatorRows {
  const { columns } = header;
  const indicators: Indicator[] = [];
  let bottom = header.row;
  let gap = 0;
  const lastSureRow = findLastSureRow(sheet, columns, header.row, lastRow);
  let carried: { readonly level1: FormCell; readonly level2: FormCell } | null = above || null;
  for (let row = header.row + 1; row <= lastRow; row += 1) {
    const cells = cellsOf(sheet, row, columns);
    const isRowBlank = isBlank(cells.level1) && isBlank(cells.level2) && isBlank(cells.name) && isBlank(cells.value);
    if (isRowBlank && (!cells.explanation || isBlank(cells.explanation))) {
      gap += 1;
      if (gap > LONGEST_GAP && row >= lastSureRow) break;
      continue;
    }
    if (isSum(sheet, row, header)) continue;
    if (isLine(cells.level1, columns)) {
      const remark = REMARK.test(cells.level1.text.trim()) ? cells.level1 : null;
      if (!remark && !announces(cells.level1) && row < lastSureRow) continue;
      return {
        indicators: withoutHeadings(indicators),
        remark,
        bottom: remark ? Math.max(bottom, remark.range.bottom) : bottom,
      };
    }
    const level1Label = parseLevel1(cells.level1.text);
    const level2Label = parseLevel2(cells.level2.text);
    if (level1Label.kind === null && level2Label.kind === null && isFooter(cells)) {
      if (announces(cells.level1) || row >= lastSureRow) break;
      continue;
    }
    // Level cells left blank after the first row of a group belong to the row above.
    const level1: FormCell = isBlank(cells.level1) && carried ? carried.level1 : cells.level1;
    const continues: boolean =
      isBlank(cells.level2) && carried !== null && (isBlank(cells.level1) || isSameCell(cells.level1, carried.level1));
    const level2: FormCell = continues && carried ? carried.level2 : cells.level2;
    carried = { level1, level2 };
    // A name merged over several rows is one indicator.
    const previous = indicators[indicators.length - 1];
    if (previous && isSameCell(previous.name, cells.name) && isSameCell(previous.value, cells.value)) continue;
    indicators.push(indicatorOf(row, { ...cells, level1, level2 }));
    bottom = Math.max(bottom, row, cells.name.range.bottom, cells.value.range.bottom);
    gap = 0;
  }
  return { indicators: withoutHeadings(indicators), remark: null, bottom };
}

/**
 * Some systems print the levels on rows of their own and the names on the rows below them: 产出指标 / 数量指标 / 指标 … Where no
 * name stands beside a level, rows without a name are such headings.
 */
function withoutHeadings(indicators: readonly Indicator[]): readonly Indicator[] {
  const named = indicators.filter(({ name }) => !isBlank(name));
  const isAbove = ({ row, level1, level2 }: Indicator): boolean =>
    level2.range.bottom < row && level1.range.bottom < row && !isBlank(level2);
  if (named.length < 2 || !named.every(isAbove)) return indicators;
  return indicators.filter(({ name, value }) => !isBlank(name) || !isBlank(value));
}

/**
 * The last row that is surely one of this table (both levels known, name and value filled); -1 for none. What stands
 * above it (小计, a caption, blank rows) does not end the table. Found once: asked row by row, a long sheet would take hours.
 */
function findLastSureRow(sheet: SheetSnapshot, columns: IndicatorColumns, top: number, lastRow: number): number {
  for (let row = lastRow; row > top; row -= 1) {
    const { level1, level2, name, value } = cellsOf(sheet, row, columns);
    if (isBlank(name) || isBlank(value) || isSameCell(name, value)) continue;
    if (parseLevel1(level1.text).kind !== null && parseLevel2(level2.text).kind !== null) return row;
  }
  return -1;
}

/** Where a project says that all its content is classified. */
export function areAllSecret(indicators: readonly Indicator[]): boolean {
  const filled = indicators.filter((indicator) => !isBlank(indicator.name) && !isNotApplicable(indicator.name.text));
  return filled.length > 0 && filled.every((indicator) => isSecretText(indicator.name.text));
}

/** The indicator's name alone: "111002681-扶持企业数量" and "1.扶持企业数量" keep their words. */
export function plainNameOf(text: string): string {
  const coded = parseCodedName(text);
  return coded ? coded.name : text.trim();
}

type RowCells = Pick<
  Indicator,
  'level1' | 'level2' | 'name' | 'code' | 'value' | 'periodValue' | 'explanation' | 'nature' | 'unit' | 'weight'
>;

function cellsOf(sheet: SheetSnapshot, row: number, columns: IndicatorColumns): RowCells {
  const at = (column: FormCell): FormCell => readCell(sheet, row, column.address.column);
  const optional = (column: FormCell | null): FormCell | null => column && at(column);
  return {
    level1: at(columns.level1),
    level2: at(columns.level2),
    name: at(columns.name),
    code: optional(columns.code),
    value: at(columns.value),
    periodValue: optional(columns.periodValue),
    explanation: optional(columns.explanation),
    nature: optional(columns.nature),
    unit: optional(columns.unit),
    weight: optional(columns.weight),
  };
}

function indicatorOf(row: number, cells: RowCells): Indicator {
  return {
    row,
    ...cells,
    level1Kind: parseLevel1(cells.level1.text).kind,
    level2Kind: parseLevel2(cells.level2.text).kind,
    plainName: plainNameOf(cells.name.text),
    target: targetOf(cells),
  };
}

/** The target of a row, composed where the template splits it: 指标性质 "≥" + 指标值 "95" + 计量单位 "%". */
function targetOf(cells: RowCells): TargetValue {
  if (isUncalculated(cells.value)) return { kind: 'unreadable', text: `=${cells.value.formula}` };
  const whole = parseTargetValue(cells.value.text);
  if (whole.kind !== 'quantity' && whole.kind !== 'percentage') return whole;
  const nature = cells.nature && /[≥≤<>=＞＜＝]/.test(cells.nature.text) ? cells.nature.text : '';
  const unit = cells.unit && !isNotApplicable(cells.unit.text) ? cells.unit.text : '';
  const needsUnit = whole.kind === 'quantity' && whole.unit === '';
  const needsSign = whole.comparison === null;
  if ((nature === '' || !needsSign) && (unit === '' || !needsUnit)) return whole;
  return parseTargetValue(`${needsSign ? nature : ''}${cells.value.text.trim()}${needsUnit ? unit : ''}`);
}

// Below the table people sign: 填报人：… 审核人：…, or a text stands over several of its columns: 审核意见 | 同意申报。
function isFooter(cells: RowCells): boolean {
  if (!isBlank(cells.name) && (isSameCell(cells.level2, cells.name) || isSameCell(cells.name, cells.value)))
    return true;
  // 单位：万元 above the next form may stand in any column.
  const isPair = /^[^:：0-9]{2,8}[:：]/.test(cells.value.text.trim());
  return (isBlank(cells.name) && (isBlank(cells.value) || isPair)) || announces(cells.level1);
}

/** Words that people sign under or that head an opinion, also without a colon: 填报人 | 张某 | 审核人 | 李某. */
const SIGNATURE =
  /^(?:单位|部门|项目|财务|主管部门|财政部门)?(?:负责人|填报人|填表人|经办人|制表人|联系人|审核人|复核人|分管领导|联系电话|填报日期|填表日期|审核意见|审批意见|意见)$/;

// 填报人：… ends a table, and so does 填报示例：, whatever rows follow.
function announces(level1: FormCell): boolean {
  return /[:：]/.test(level1.text) || SIGNATURE.test(compactText(level1.text));
}

// A cell that reaches from the level columns over the name column is a line of text, no indicator row.
function isLine(level1: FormCell, columns: IndicatorColumns): boolean {
  if (isBlank(level1)) return false;
  const ends = [columns.level1.address.column, columns.name.address.column];
  if (level1.range.left <= Math.min(...ends) && level1.range.right >= Math.max(...ends)) return true;
  return REMARK.test(level1.text.trim()) && parseLevel1(level1.text).kind === null;
}

// 小计 and 合计 stand in the level columns or, in coded tables, in a project column.
function isSum(sheet: SheetSnapshot, row: number, { columns, fieldColumns }: IndicatorHeader): boolean {
  const heads = [columns.level1, columns.level2, columns.name, ...fieldColumns.map(({ label }) => label)];
  return heads.some((head) =>
    /^(?:小计|合计|总计)[:：]?$/.test(compactText(readCell(sheet, row, head.address.column).text)),
  );
}

function isSameCell(a: FormCell, b: FormCell): boolean {
  return a.address.row === b.address.row && a.address.column === b.address.column;
}
