import type { Indicator, IndicatorForm } from '../forms/form';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';

interface NewRow {
  /** Where it will stand. */
  readonly row: number;
  /** The row that it is made after: the one above it or, before it comes, the one at its place. */
  readonly like: number;
  /** Rows of the first level that it continues; none where it has a level cell of its own. */
  readonly group: readonly Indicator[];
  readonly indicators: readonly Indicator[];
}

/**
 * The merged areas that will touch a new row of an indicator table: those that reach over it, those of its group and of the table that grow
 * by it, and those within the row like it. Null where an area is in the way.
 */
export function areasOfNewRow(
  sheet: SheetSnapshot,
  { columns, range }: IndicatorForm,
  { row, like, group, indicators }: NewRow,
): readonly CellRange[] | null {
  const areas: CellRange[] = [];
  const within: CellRange[] = [];
  const own = [
    columns.level2,
    columns.name,
    columns.value,
    columns.explanation,
    columns.periodValue,
    columns.nature,
    columns.unit,
  ];
  const isOwnColumn = ({ left, right }: CellRange): boolean =>
    own.some((head) => head !== null && head.address.column >= left && head.address.column <= right);
  const level1Column = columns.level1.address.column;
  const covers = ({ left, right }: CellRange, column: number): boolean => column >= left && column <= right;
  const firstOfGroup = Math.min(...group.map((one) => one.row));
  const firstOfTable = Math.min(...indicators.map((one) => one.row));
  const lastOfTable = Math.max(...indicators.map((one) => one.row));
  for (const area of sheet.mergedAreas) {
    if (area.right < range.left || area.left > range.right) continue;
    const isOver = area.top < row && area.bottom >= row;
    if (isOver) {
      const isOfOtherGroup = covers(area, level1Column) && group.length === 0;
      if (isOwnColumn(area) || isOfOtherGroup) return null;
      areas.push({ ...area, bottom: area.bottom + 1 });
      continue;
    }
    const touches = area.top <= like && area.bottom >= like;
    if (!touches) continue;
    const isEnding = like < row && area.bottom === like && area.top < like && !isOwnColumn(area);
    const isOfGroup = group.length > 0 && area.top <= firstOfGroup;
    const isOfTable = like === lastOfTable && area.top <= firstOfTable;
    if (isEnding && (isOfGroup || isOfTable)) areas.push({ ...area, bottom: row });
    // A table's area that would begin below the new row cannot be made to begin at it.
    else if (like === row && area.top === row && row === firstOfTable && area.bottom >= lastOfTable) return null;
    else if (area.left < area.right) within.push({ ...area, top: row, bottom: row });
  }
  const level1 = sheet.areaAt(like, level1Column);
  const isMergedElsewhere = indicators.some((one) => one.level1.range.bottom > one.level1.range.top);
  // The only row of its group, in a table that merges the level over the rows of a group.
  if (group.length === 1 && isMergedElsewhere && like < row && level1.top === like && level1.bottom === like) {
    areas.push({ ...level1, bottom: row });
  }
  return areas.concat(within.filter((area) => !areas.some((other) => overlap(other, area))));
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
