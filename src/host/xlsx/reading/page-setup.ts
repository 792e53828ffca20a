import { MAX_COLUMNS } from '../../../core/workbook/cell-address';
import type { PageSetup } from '../../port/sheet-source';
import { scanBytes, withoutPrefix } from '../xml/xml-scanner';
import { isTrue } from '../xml/xml-text';
import { resolveNames } from './defined-names';
import type { WorkbookRecord } from './workbook-reader';

type Changing<T> = { -readonly [Name in keyof T]: T[Name] };

/** How a sheet is printed; all that the file leaves open where there is no such sheet. */
export function readPageSetup(record: WorkbookRecord, sheet: string): PageSetup {
  const page: Changing<PageSetup> = {
    orientation: null,
    paperSize: null,
    scale: null,
    fitsTo: null,
    margins: null,
    isCenteredHorizontally: false,
    isCenteredVertically: false,
    printArea: null,
    titleRows: null,
  };
  const found = record.sheets.find(({ content }) => content.name === sheet);
  if (!found || !found.worksheet) return page;
  let isFitted = false;
  scanBytes(
    record.archive.read(found.worksheet.part),
    found.worksheet.part,
    record.limits,
    withoutPrefix({
      open(name, tag) {
        const inches = (side: string): number => Number(tag.rawAttribute(side)) || 0;
        if (name === 'pageSetUpPr') isFitted = isTrue(tag.rawAttribute('fitToPage'));
        else if (name === 'printOptions') {
          page.isCenteredHorizontally = isTrue(tag.rawAttribute('horizontalCentered'));
          page.isCenteredVertically = isTrue(tag.rawAttribute('verticalCentered'));
        } else if (name === 'pageMargins') {
          const [left, right, top, bottom] = ['left', 'right', 'top', 'bottom'].map(inches);
          page.margins = { left, right, top, bottom, header: inches('header'), footer: inches('footer') };
        } else if (name === 'pageSetup') {
          const orientation = tag.rawAttribute('orientation');
          page.orientation = orientation === 'landscape' || orientation === 'portrait' ? orientation : null;
          page.paperSize = Number(tag.rawAttribute('paperSize')) || null;
          const pages = (side: string): number => Number(tag.rawAttribute(side) ?? 1);
          if (isFitted) page.fitsTo = { width: pages('fitToWidth'), height: pages('fitToHeight') };
          else page.scale = Number(tag.rawAttribute('scale')) || null;
        }
      },
    }),
  );
  if (isFitted && page.fitsTo === null) page.fitsTo = { width: 1, height: 1 };
  const names = record.sheets.map(({ content }) => content.name);
  for (const { name, scope, range } of resolveNames(record.names, names)) {
    if (scope !== sheet) continue;
    if (name === '_xlnm.Print_Area') page.printArea = range;
    const isRows = range.left === 0 && range.right === MAX_COLUMNS - 1;
    if (name === '_xlnm.Print_Titles' && isRows) page.titleRows = { first: range.top, last: range.bottom };
  }
  return page;
}
