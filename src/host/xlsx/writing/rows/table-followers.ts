import type { RowChange } from '../../../../core/changes/row-change';
import { rangeAfterRow } from '../../../../core/changes/shift-references';
import { parseRange, type CellRange } from '../../../../core/workbook/cell-address';
import type { XmlNode } from '../../xml/xml-tree';
import { FormulaFollower, RangesFollower, TextSlot } from './range-followers';
import { refuseRows, type RowFollower } from './row-follower';

/** Refuses rows within a table. */
class TableGuard implements RowFollower {
  constructor(
    private readonly sheet: string,
    private range: CellRange,
  ) {}

  follow(change: RowChange): void {
    const { sheet, kind, row } = change;
    if (sheet !== this.sheet) return;
    const { top, bottom } = this.range;
    if (row <= bottom && (kind === 'insert' ? row > top : row >= top)) {
      refuseRows(sheet, `第 ${row + 1} 行在表格（套用了表格格式的区域）之中`);
    }
    this.range = rangeAfterRow(this.range, change) ?? this.range;
  }

  write(): void {
    // Only watches.
  }
}

/** What in a table's part refers to rows. */
export function tableFollowers(root: XmlNode, sheet: string): RowFollower[] {
  const range = parseRange(root.attribute('ref') ?? '') ?? refuseRows(sheet, '表格的区域不明');
  const followers: RowFollower[] = [new TableGuard(sheet, range)];
  const obstacle = (row: number): string => `第 ${row + 1} 行在表格之中`;
  for (const node of root.descendants()) {
    const slot = /^(?:table|autoFilter|sortState|sortCondition)$/.test(node.name)
      ? TextSlot.ofAttribute(node, 'ref')
      : null;
    if (slot) followers.push(new RangesFollower(slot, sheet, { obstacle }));
    if (/^(?:calculatedColumnFormula|totalsRowFormula)$/.test(node.name) && !node.isEmpty) {
      followers.push(new FormulaFollower(TextSlot.ofText(node), sheet));
    }
  }
  return followers;
}
