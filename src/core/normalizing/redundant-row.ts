import type { RowDeletion } from '../changes/row-change';
import { rowCells } from '../changes/apply-row-changes';
import type { FormCell, Indicator } from '../forms/form';
import { isNotApplicable } from '../values/special-texts';
import { formatAddress } from '../workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { RowRefusal } from './row-repairs';
import { refersToRow } from './row-references';

/** The removal of a row that says 不适用 beside filled ones; a refusal where anything else would go with it. */
export function planRedundantRow(
  indicator: Indicator,
  indicators: readonly Indicator[],
  sheet: SheetSnapshot,
  snapshot: WorkbookSnapshot,
): RowDeletion | RowRefusal {
  const { row, level1, level2, name, value } = indicator;
  const lines = [name, value].filter(({ range }) => range.top !== range.bottom);
  if (lines.length > 0) return { refusal: '本行的单元格与上下行合并，不能只删一行；请人工处理。' };
  if (sheet.mergedAreas.some(({ top, bottom }) => top === row && bottom > row)) {
    return { refusal: '本行是向下合并的单元格的首行，删去会丢失合并单元格的内容；请人工处理。' };
  }
  const bears = ({ address }: FormCell, other: FormCell): boolean =>
    address.row === row && other.address.row === row && address.column === other.address.column;
  const isBearer = indicators.some(
    (other) => other !== indicator && (bears(level1, other.level1) || bears(level2, other.level2)),
  );
  if (isBearer) return { refusal: '下面各行的指标级别写在本行，删去后就看不出来了；请人工处理。' };
  for (const { column, content } of rowCells(sheet, row)) {
    const isLevel = [level1, level2].some(({ address }) => address.row === row && address.column === column);
    const shown = sheet.cellAt(row, column);
    const place = formatAddress({ row, column });
    if (content.formula !== null) return { refusal: `${place} 有公式，删行会丢失公式；请人工处理。` };
    if (!isLevel && shown !== undefined && /\S/.test(shown.text) && !isNotApplicable(shown.text)) {
      return { refusal: `${place} 另写有内容，本行不能自动删去；请人工处理。` };
    }
  }
  if (refersToRow(snapshot, sheet.name, row)) return { refusal: '有公式引用本行，删行会改变公式；请人工处理。' };
  return { kind: 'delete', sheet: sheet.name, row, cells: rowCells(sheet, row) };
}
