import { parseRange } from '../../../src/core/workbook/cell-address';
import { accessDenied, ApiObject, invalidArgument } from './api-object';
import { RangeApi } from './range-api';
import type { ModelSheet } from './workbook-model';

export class FreezePanesApi extends ApiObject {
  readonly className = 'WorksheetFreezePanes';

  constructor(private readonly sheet: ModelSheet) {
    super();
  }

  freezeAt(range: unknown): void {
    if (!(range instanceof RangeApi) || range.place.top !== 0 || range.place.left !== 0) {
      throw invalidArgument('a range from A1');
    }
    this.sheet.frozen = { rows: range.rowCount, columns: range.columnCount };
  }

  freezeRows(count?: number | null): void {
    this.sheet.frozen = { rows: count ?? 0, columns: 0 };
  }

  freezeColumns(count?: number | null): void {
    this.sheet.frozen = { rows: 0, columns: count ?? 0 };
  }
}

const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'];

export class PageLayoutApi extends ApiObject {
  readonly className = 'PageLayout';

  constructor(private readonly sheet: ModelSheet) {
    super();
  }

  get orientation(): unknown {
    return this.sheet.page.orientation ?? 'Portrait';
  }

  set orientation(orientation: unknown) {
    this.set('orientation', orientation, orientation === 'Portrait' || orientation === 'Landscape');
  }

  get paperSize(): unknown {
    return this.sheet.page.paperSize ?? 'A4';
  }

  set paperSize(size: unknown) {
    this.set('paperSize', size, /^(?:A[345]|B[45]|Letter|Legal)$/.test(String(size)));
  }

  get zoom(): unknown {
    return this.sheet.page.zoom ?? { scale: 100 };
  }

  set zoom(zoom: unknown) {
    this.set('zoom', zoom, typeof zoom === 'object' && zoom !== null);
  }

  get centerHorizontally(): unknown {
    return this.sheet.page.centerHorizontally ?? false;
  }

  set centerHorizontally(isCentered: unknown) {
    this.set('centerHorizontally', isCentered, typeof isCentered === 'boolean');
  }

  get centerVertically(): unknown {
    return this.sheet.page.centerVertically ?? false;
  }

  set centerVertically(isCentered: unknown) {
    this.set('centerVertically', isCentered, typeof isCentered === 'boolean');
  }

  setPrintMargins(unit: unknown, margins: unknown): void {
    const names = typeof margins === 'object' && margins !== null ? Object.keys(margins) : [''];
    this.set(
      'margins',
      { unit, ...(margins as object) },
      unit === 'Inches' && names.every((name) => MARGINS.includes(name)),
    );
  }

  setPrintArea(area: unknown): void {
    this.set('printArea', area, parseRange(String(area)) !== undefined);
  }

  setPrintTitleRows(rows: unknown): void {
    this.set('titleRows', rows, /^\$\d+:\$\d+$/.test(String(rows)));
  }

  private set(name: string, value: unknown, isValid: boolean): void {
    if (this.sheet.isProtected) throw accessDenied();
    if (!isValid) throw invalidArgument(name);
    this.sheet.page[name] = value;
  }
}
