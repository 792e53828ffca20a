import { parseRange, type CellRange } from '../../../src/core/workbook/cell-address';
import { accessDenied, ApiCollection, ApiError, ApiObject, invalidArgument, itemNotFound } from './api-object';
import { CustomXmlPartsApi } from './custom-xml-api';
import { RangeApi, RangeAreasApi, WHOLE_SHEET } from './range-api';
import { SettingsApi } from './settings-api';
import { TablesApi } from './tables-api';
import { usedRange, type ModelSheet, type ModelWorkbook } from './workbook-model';

/** Excel refuses longer addresses; the sheet's name counts for each area. */
const MAX_ADDRESS = 8192;

export type TriggerSource = 'ThisLocalAddin' | 'Unknown';

export type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted';

/** Told of what happens in the workbook. */
export interface ChangeListener {
  changed(sheet: ModelSheet, place: CellRange, source: TriggerSource, type: ChangeType): void;
  formatted(sheet: ModelSheet, place: CellRange): void;
  added(sheet: ModelSheet): void;
  deleted(sheet: ModelSheet): void;
}

/** The root of the object model. */
export class WorkbookApi extends ApiObject {
  readonly className = 'Workbook';

  constructor(
    readonly model: ModelWorkbook,
    readonly listener: ChangeListener,
  ) {
    super();
  }

  tellChanged(sheet: ModelSheet, place: CellRange, source: TriggerSource, type: ChangeType = 'RangeEdited'): void {
    this.listener.changed(sheet, place, source, type);
  }

  tellFormatted(sheet: ModelSheet, place: CellRange): void {
    this.listener.formatted(sheet, place);
  }

  get name(): string {
    return this.model.name;
  }

  get worksheets(): WorksheetsApi {
    return new WorksheetsApi(this);
  }

  get tables(): TablesApi {
    return new TablesApi(this, this.model.sheets);
  }

  get settings(): SettingsApi {
    return new SettingsApi(this.model);
  }

  get customXmlParts(): CustomXmlPartsApi {
    return new CustomXmlPartsApi(this.model);
  }

  activate(sheet: ModelSheet): void {
    if (sheet.visibility !== 'Visible') throw new ApiError('InvalidOperation', 'a hidden sheet cannot be activated');
    this.model.activeSheet = sheet.id;
  }
}

class WorksheetsApi extends ApiCollection<WorksheetApi> {
  readonly className = 'WorksheetCollection';

  constructor(private readonly workbook: WorkbookApi) {
    super();
  }

  get items(): readonly WorksheetApi[] {
    return this.workbook.model.sheets.map((sheet) => new WorksheetApi(this.workbook, sheet));
  }

  getItemOrNullObject(key: string): WorksheetApi | null {
    return this.items.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  getActiveWorksheet(): WorksheetApi {
    return this.getItem(this.workbook.model.activeSheet);
  }

  getItem(key: string): WorksheetApi {
    const sheet = this.getItemOrNullObject(key);
    if (sheet === null) throw itemNotFound();
    return sheet;
  }
}

class WorksheetApi extends ApiObject {
  readonly className = 'Worksheet';

  constructor(
    private readonly workbook: WorkbookApi,
    private readonly sheet: ModelSheet,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, string>> {
    return { Id: this.sheet.id };
  }

  get id(): string {
    return this.sheet.id;
  }

  get name(): string {
    return this.sheet.name;
  }

  get visibility(): string {
    return this.sheet.visibility;
  }

  /** The last visible sheet cannot be hidden; where the one in front is, another comes to the front. */
  set visibility(visibility: string) {
    const { model } = this.workbook;
    if (model.isStructureProtected) throw accessDenied();
    if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') {
      throw invalidArgument(visibility);
    }
    const others = model.sheets.filter((sheet) => sheet !== this.sheet && sheet.visibility === 'Visible');
    if (visibility !== 'Visible' && others.length === 0)
      throw new ApiError('InvalidOperation', 'no visible sheet left');
    this.sheet.visibility = visibility;
    if (visibility !== 'Visible' && model.activeSheet === this.sheet.id) model.activeSheet = others[0].id;
  }

  get protection(): ProtectionApi {
    return new ProtectionApi(this.sheet);
  }

  get tables(): TablesApi {
    return new TablesApi(this.workbook, [this.sheet]);
  }

  activate(): void {
    this.workbook.activate(this.sheet);
  }

  getRange(address?: string | null): RangeApi {
    return this.rangeAt(address ? this.placeOf(address) : WHOLE_SHEET);
  }

  getRanges(addresses: string): RangeAreasApi {
    const places = addresses.split(',').map((address) => this.placeOf(address));
    if (addresses.length + places.length * (this.sheet.name.length + 3) > MAX_ADDRESS)
      throw invalidArgument('too long');
    return new RangeAreasApi(this.workbook, this.sheet, places);
  }

  getUsedRangeOrNullObject(valuesOnly?: boolean | null): RangeApi | null {
    const place = usedRange(this.sheet, valuesOnly === true);
    return place && this.rangeAt(place);
  }

  /** The top-left cell of a blank sheet. */
  getUsedRange(valuesOnly?: boolean | null): RangeApi {
    return this.rangeAt(usedRange(this.sheet, valuesOnly === true) ?? { top: 0, left: 0, bottom: 0, right: 0 });
  }

  private rangeAt(place: CellRange): RangeApi {
    return new RangeApi(this.workbook, this.sheet, place);
  }

  private placeOf(address: string): CellRange {
    const rows = /^([1-9]\d*):([1-9]\d*)$/.exec(address);
    const place = rows
      ? { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 }
      : parseRange(address);
    if (!place) throw invalidArgument(address);
    return place;
  }
}

class ProtectionApi extends ApiObject {
  readonly className = 'WorksheetProtection';

  constructor(private readonly sheet: ModelSheet) {
    super();
  }

  get protected(): boolean {
    return this.sheet.isProtected;
  }

  get options(): { readonly allowFormatCells: boolean } | null {
    return this.sheet.isProtected ? { allowFormatCells: this.sheet.allowsFormats } : null;
  }
}
