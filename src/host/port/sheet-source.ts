import type { CellRange } from '../../core/workbook/cell-address';
import type { SheetContent } from '../../core/workbook/workbook-snapshot';
import type { CellLook, SheetAppearance } from './appearance';

/** How a sheet is printed; null where the file does not say. */
export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape' | null;
  /** As in the file: 8 is A3, 9 is A4. */
  readonly paperSize: number | null;
  /** Percent; null where the sheet is fitted to pages. */
  readonly scale: number | null;
  /** Pages; 0 where the number is free. Null where the sheet is not fitted. */
  readonly fitsTo: { readonly width: number; readonly height: number } | null;
  /** Inches. */
  readonly margins: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly header: number;
    readonly footer: number;
  } | null;
  readonly isCenteredHorizontally: boolean;
  readonly isCenteredVertically: boolean;
  readonly printArea: CellRange | null;
  /** Rows printed on every page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
}

/** A sheet of an .xlsx file, for a host that must build it anew. */
export interface ReadSheet {
  readonly content: SheetContent;
  /** `SheetAppearance` points into these. */
  readonly styles: readonly CellLook[];
  readonly appearance: SheetAppearance;
  readonly page: PageSetup;
}

/**
 * Reads one sheet of a file; rejects with a HostError.
 * @param file The .xlsx file, Base64.
 * @param source Name of the sheet.
 */
export type SheetReader = (file: string, source: string) => Promise<ReadSheet>;
