import { parseAddress, parseRange, type CellRange } from '../../../src/core/workbook/cell-address';
import { accessDenied, ApiCollection, ApiError, ApiObject, invalidArgument, itemNotFound } from './api-object';
import { CustomXmlPartsApi } from './custom-xml-api';
import { insertFromFile } from './inserted-sheets';
import { RangeApi, RangeAreasApi, WHOLE_SHEET } from './range-api';
import { SettingsApi } from './settings-api';
import { FreezePanesApi, PageLayoutApi } from './sheet-look-api';
import { TablesApi } from './tables-api';
import { addSheet, usedRange, type ModelSheet, type ModelWorkbook } from './workbook-model';

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

  /** Known of Excel: a merged area is selected as a whole. */
  getSelectedRange(): RangeApi {
    const { sheets, activeSheet, selection } = this.model;
    const sheet = sheets.find(({ id }) => id === activeSheet);
    if (!sheet) throw itemNotFound();
    const { top, left, bottom, right } = selection;
    const area = sheet.mergedAreas.find(
      (merged) => top >= merged.top && left >= merged.left && bottom <= merged.bottom && right <= merged.right,
    );
    return new RangeApi(this, sheet, area ?? selection);
  }

  get protection(): StructureProtectionApi {
    return new StructureProtectionApi(this.model);
  }

  /** Ids of the new sheets. Named otherwise where a name is taken. */
  insertWorksheetsFromBase64(base64: string, options: InsertOptions): readonly string[] {
    const { sheetNamesToInsert = [], positionType, relativeTo } = options;
    if (this.model.isStructureProtected) throw accessDenied();
    const place = this.model.sheets.find(({ name }) => name === relativeTo);
    if (positionType !== 'After' || !place || sheetNamesToInsert.length === 0) throw invalidArgument('place or names');
    const inserted = sheetNamesToInsert.map((source) => {
      const sheet = insertFromFile(this.model, base64, source);
      if (!sheet) throw invalidArgument(source);
      return sheet;
    });
    const others = this.model.sheets.filter((sheet) => !inserted.includes(sheet));
    others.splice(others.indexOf(place) + 1, 0, ...inserted);
    this.model.sheets = others;
    for (const sheet of inserted) this.listener.added(sheet);
    return inserted.map(({ id }) => id);
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

interface InsertOptions {
  readonly sheetNamesToInsert?: readonly string[];
  readonly positionType?: string;
  readonly relativeTo?: string;
}

class StructureProtectionApi extends ApiObject {
  readonly className = 'WorkbookProtection';

  constructor(private readonly model: ModelWorkbook) {
    super();
  }

  get protected(): boolean {
    return this.model.isStructureProtected;
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

  /** Last in the workbook, until it is moved. */
  add(name?: string | null): WorksheetApi {
    const { model } = this.workbook;
    if (model.isStructureProtected) throw accessDenied();
    const named = name ?? `Sheet${model.sheets.length + 1}`;
    refuseName(this.workbook, named);
    const sheet = addSheet(model, {
      name: named,
      visibility: 'visible',
      cells: [],
      mergedAreas: [],
      hiddenRows: [],
      hiddenColumns: [],
      isProtected: false,
    });
    this.workbook.listener.added(sheet);
    return new WorksheetApi(this.workbook, sheet);
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

  set name(name: string) {
    if (this.workbook.model.isStructureProtected) throw accessDenied();
    if (name.toLowerCase() !== this.sheet.name.toLowerCase()) refuseName(this.workbook, name);
    this.sheet.name = name;
  }

  get position(): number {
    return this.workbook.model.sheets.indexOf(this.sheet);
  }

  set position(position: number) {
    const { model } = this.workbook;
    if (model.isStructureProtected) throw accessDenied();
    if (!Number.isInteger(position) || position < 0 || position >= model.sheets.length) throw invalidArgument('place');
    const others = model.sheets.filter((sheet) => sheet !== this.sheet);
    others.splice(position, 0, this.sheet);
    model.sheets = others;
  }

  get freezePanes(): FreezePanesApi {
    return new FreezePanesApi(this.sheet);
  }

  get pageLayout(): PageLayoutApi {
    return new PageLayoutApi(this.sheet);
  }

  get tabColor(): string {
    return this.sheet.tabColor;
  }

  set tabColor(color: string) {
    if (!/^#[0-9A-Fa-f]{6}$/.test(color)) throw invalidArgument('color');
    this.sheet.tabColor = color;
  }

  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }

  set showGridlines(shows: boolean) {
    this.sheet.showGridlines = shows;
  }

  /** Neither the last visible sheet nor one that is hidden from users goes. */
  delete(): void {
    const { model } = this.workbook;
    if (model.isStructureProtected) throw accessDenied();
    const others = model.sheets.filter((sheet) => sheet !== this.sheet);
    const shown = others.filter(({ visibility }) => visibility === 'Visible');
    if (shown.length === 0 || this.sheet.visibility === 'VeryHidden') {
      throw new ApiError('InvalidOperation', 'this sheet cannot be deleted');
    }
    model.sheets = others;
    if (model.activeSheet === this.sheet.id) model.activeSheet = shown[0].id;
    this.workbook.listener.deleted(this.sheet);
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
    const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(address);
    if (columns) {
      const [first, last] = [parseAddress(`${columns[1]}1`), parseAddress(`${columns[2]}1`)];
      if (first && last) return { ...WHOLE_SHEET, left: first.column, right: last.column };
    }
    const place = rows
      ? { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 }
      : parseRange(address);
    if (!place) throw invalidArgument(address);
    return place;
  }
}

function refuseName({ model }: WorkbookApi, name: string): void {
  const isTaken = model.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw new ApiError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  if (name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw invalidArgument('name');
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
