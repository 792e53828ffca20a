import type { CellRange } from '../../../core/workbook/cell-address';
import type { CellLook, SheetAppearance } from '../../port/appearance';

/** Cells of one look. */
export interface LookRun {
  readonly range: CellRange;
  readonly look: CellLook;
}

/**
 * The cells of a rectangle from A1, in as few ranges of one look as can be found row by row. Where the two borders that neighbours share
 * differ, each cell stands alone.
 */
export function lookRuns(styles: readonly CellLook[], sheet: SheetAppearance, bounds: CellRange): readonly LookRun[] {
  const styleOf = styleFinder(sheet);
  const runs: LookRun[] = [];
  /** Of the row above, by their first column. */
  let open: Record<number, { style: number; place: number }> = {};
  for (let row = bounds.top; row <= bounds.bottom; row += 1) {
    const next: Record<number, { style: number; place: number }> = {};
    for (let left = bounds.left; left <= bounds.right;) {
      const style = styleOf(row, left);
      const look = styles[style] || styles[0];
      let right = left;
      while (right < bounds.right && styleOf(row, right + 1) === style && joinsAcross(look)) right += 1;
      const above = open[left];
      const isSame =
        above !== undefined && above.style === style && runs[above.place].range.right === right && joinsDown(look);
      const place = isSame ? above.place : runs.push({ range: { top: row, left, bottom: row, right }, look }) - 1;
      if (isSame) runs[place] = { look, range: { ...runs[place].range, bottom: row } };
      next[left] = { style, place };
      left = right + 1;
    }
    open = next;
  }
  return runs;
}

/** Index of the look of any cell. */
export function styleFinder({
  cells,
  rowStyles,
  columnStyles,
}: SheetAppearance): (row: number, column: number) => number {
  const own = new Map<number, number>();
  for (const { row, column, style } of cells) own.set(row * 16384 + column, style);
  return (row, column) => {
    const found = [own.get(row * 16384 + column), rowStyles.get(row), columnStyles.get(column)];
    return found.filter((style): style is number => style !== undefined)[0] || 0;
  };
}

/** Stretches of lines of one size, first and last; in order. */
export function sizeRuns(
  sizeOf: (line: number) => number,
  last: number,
): readonly { readonly first: number; readonly last: number; readonly size: number }[] {
  const runs: { first: number; last: number; size: number }[] = [];
  for (let line = 0; line <= last; line += 1) {
    const size = sizeOf(line);
    const run = runs[runs.length - 1];
    if (run && run.size === size) run.last = line;
    else runs.push({ first: line, last: line, size });
  }
  return runs;
}

function joinsAcross({ borders: { left, right } }: CellLook): boolean {
  return isSameBorder(left, right);
}

function joinsDown({ borders: { top, bottom } }: CellLook): boolean {
  return isSameBorder(top, bottom);
}

function isSameBorder(a: CellLook['borders']['top'], b: CellLook['borders']['top']): boolean {
  return a === b || (!!a && !!b && a.style === b.style && a.color === b.color);
}
