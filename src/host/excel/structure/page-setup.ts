import { formatRange } from '../../../core/workbook/cell-address';
import type { PageSetup } from '../../port/sheet-source';

/** The sizes that forms are printed on; others stay as the printer has them. */
const PAPER: Readonly<Record<number, Excel.PageLayout['paperSize']>> = {
  1: 'Letter',
  5: 'Legal',
  8: 'A3',
  9: 'A4',
  11: 'A5',
  12: 'B4',
  13: 'B5',
};

/** Puts the print setup of a new sheet into the request (ExcelApi 1.9). */
export function setPage(sheet: Excel.Worksheet, page: PageSetup): void {
  const { pageLayout } = sheet;
  if (page.orientation !== null) {
    pageLayout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  }
  const paper = page.paperSize === null ? undefined : PAPER[page.paperSize];
  if (paper !== undefined) pageLayout.paperSize = paper;
  if (page.fitsTo !== null) {
    const { width, height } = page.fitsTo;
    pageLayout.zoom = {
      ...(width > 0 ? { horizontalFitToPages: width } : {}),
      ...(height > 0 ? { verticalFitToPages: height } : {}),
    };
  } else if (page.scale !== null) pageLayout.zoom = { scale: page.scale };
  if (page.margins !== null) pageLayout.setPrintMargins('Inches', { ...page.margins });
  if (page.isCenteredHorizontally) pageLayout.centerHorizontally = true;
  if (page.isCenteredVertically) pageLayout.centerVertically = true;
  if (page.printArea !== null) pageLayout.setPrintArea(formatRange(page.printArea));
  if (page.titleRows !== null) {
    pageLayout.setPrintTitleRows(`$${page.titleRows.first + 1}:$${page.titleRows.last + 1}`);
  }
}
