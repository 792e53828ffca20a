import type { RowChange } from '../../../core/changes/row-change';
import { formatAddress, parseAddress } from '../../../core/workbook/cell-address';
import type { MarkSheet } from './mark-sheet';
import { fillsAfterRow, formatFills, noteFill, type FillsBySheet } from './stored-fills';

/** A cell of a new row, and the fill that it would have had without our marks: "#RRGGBB". */
export interface CellFill {
  readonly address: string;
  readonly fill: string;
}

/** Former fills of marked cells while rows come and go: below ExcelApi 1.6 a mark is a fill, and a new row inherits it from its neighbour. */
export class FillsOfRows {
  constructor(
    private fills: FillsBySheet,
    private readonly sheets: readonly MarkSheet[],
  ) {}

  /**
   * Lets the stored fills follow a row change.
   * @param source The row, as it stands afterwards, whose formats a new row has got.
   * @returns What the cells of a new row must be filled with, because they got a mark of ours.
   */
  follow(sheetId: string, change: RowChange, source: number): readonly CellFill[] {
    const own = this.fills[sheetId];
    if (!own) return [];
    const moved = fillsAfterRow(own, change);
    this.fills = { ...this.fills, [sheetId]: moved };
    if (change.kind === 'delete') return [];
    const inherited: CellFill[] = [];
    for (const address of Object.keys(moved)) {
      const cell = parseAddress(address);
      if (!cell || cell.row !== source) continue;
      inherited.push({ address: formatAddress({ row: change.row, column: cell.column }), fill: moved[address] });
    }
    return inherited;
  }

  /** For the workbook's setting; null when no cell is filled any more. */
  text(): string | null {
    const fills: FillsBySheet = {};
    for (const id of Object.keys(this.fills)) {
      for (const address of Object.keys(this.fills[id])) noteFill(fills, id, address, this.fills[id][address]);
    }
    return formatFills(fills, this.sheets);
  }
}
