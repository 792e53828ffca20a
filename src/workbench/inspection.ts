import type { Edit } from '../core/changes/change-set';
import type { CellAddress, CellRange } from '../core/workbook/cell-address';
import type { CellMark, WorkbookHost } from '../host/port/workbook-host';
import type { GridHost } from './grid';
import type { UniverGrid } from './grid/univer-grid';
import type { Workbench } from './workbench';

/** What the grid shows: a canvas has no texts in the document, so tests and assistive scripts ask here. */
export interface WorkbenchInspection {
  readonly host: WorkbookHost;
  openBytes(bytes: Uint8Array, name: string): void;
  saveBytes(): Uint8Array;
  dirtyEdits(): readonly Edit[];
  activeSelection(): { readonly sheet: string; readonly range: CellRange } | null;
  /** Names of the sheets with a tab, and the zero-based row at the top of the one that is shown. */
  view(): { readonly sheets: readonly string[]; readonly firstRow: number };
  markedCells(): readonly CellMark[];
  /** Gives the keyboard to the selected cell, as a click into it does. */
  focusGrid(): void;
  /** The text as shown, e.g. "85%". */
  cellText(sheet: string, address: CellAddress): Promise<string>;
}

declare global {
  interface Window {
    workbench?: WorkbenchInspection;
  }
}

export function inspectionOf(host: GridHost, grid: UniverGrid, workbench: Workbench): WorkbenchInspection {
  return {
    host,
    openBytes: (bytes, name) => workbench.show(bytes, name),
    saveBytes: () => workbench.savedBytes(),
    dirtyEdits: () => host.edits(),
    activeSelection() {
      const worksheet = grid.workbook.getActiveSheet();
      const range = worksheet.getSelection()?.getActiveRange()?.getRange();
      if (!range) return null;
      const { startRow: top, startColumn: left, endRow: bottom, endColumn: right } = range;
      return { sheet: worksheet.getSheetName(), range: { top, left, bottom, right } };
    },
    view() {
      const shown = grid.workbook.getSheets().filter((worksheet) => !worksheet.isSheetHidden());
      const { sheetViewStartRow } = grid.workbook.getActiveSheet().getScrollState();
      return { sheets: shown.map((worksheet) => worksheet.getSheetName()), firstRow: sheetViewStartRow };
    },
    focusGrid: () => grid.focus(),
    markedCells: () => host.shownMarks(),
    async cellText(sheet, { row, column }) {
      const snapshot = await host.read();
      return snapshot.findSheet(sheet)?.shownCellAt(row, column)?.text ?? '';
    },
  };
}
