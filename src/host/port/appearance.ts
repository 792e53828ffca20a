import type { CellAddress } from '../../core/workbook/cell-address';

/** How a workbook looks: what a grid needs beside the snapshot to show it as Excel does. Colours are "#RRGGBB". */
export interface WorkbookAppearance {
  /** Looks of cells; `StyledCell.style`, `rowStyles` and `columnStyles` index into this list. */
  readonly styles: readonly CellLook[];
  /** In the order of the workbook, hidden sheets included. */
  readonly sheets: readonly SheetAppearance[];
}

export interface FontLook {
  readonly name: string;
  /** Points; fractions such as 10.5 (五号) are kept. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
  readonly color: string | null;
}

export type BorderStyle =
  | 'thin'
  | 'hair'
  | 'dotted'
  | 'dashed'
  | 'dashDot'
  | 'dashDotDot'
  | 'double'
  | 'medium'
  | 'mediumDashed'
  | 'mediumDashDot'
  | 'mediumDashDotDot'
  | 'slantDashDot'
  | 'thick';

export interface BorderLook {
  readonly style: BorderStyle;
  readonly color: string;
}

export interface CellLook {
  readonly font: FontLook;
  readonly fill: string | null;
  readonly horizontal:
    'general' | 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  readonly vertical: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
  readonly wrapsText: boolean;
  readonly indent: number;
  /** Degrees counter-clockwise, -90 to 90; 255 for stacked letters. */
  readonly rotation: number;
  readonly numberFormat: string;
  readonly borders: {
    readonly top?: BorderLook;
    readonly right?: BorderLook;
    readonly bottom?: BorderLook;
    readonly left?: BorderLook;
  };
  /** False only where the file unlocks the cell (matters on protected sheets). */
  readonly isLocked: boolean;
}

/** A cell that has a look of its own, with or without content. */
export interface StyledCell extends CellAddress {
  readonly style: number;
  /** Runs of differently formatted text; absent when the text has one look. */
  readonly richText?: readonly { readonly text: string; readonly font: FontLook | null }[];
}

export interface SheetAppearance {
  readonly name: string;
  /** Sorted by row, then column; covers merged areas' inner cells too (their borders show). */
  readonly cells: readonly StyledCell[];
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly columnStyles: ReadonlyMap<number, number>;
  /** Pixels at 96 dpi; only rows and columns that differ from the default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor: string | null;
  readonly showsGridlines: boolean;
  readonly notes: readonly { readonly address: CellAddress; readonly text: string }[];
}
