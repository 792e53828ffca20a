/// <reference types="office-js" />

/** The two globals of office.js that the adapter talks to. */
export interface OfficeLibrary {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
}

/** One conversation with Excel: what is asked for between two `sync` calls travels in one request. */
export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** Levels of the Excel API from which on something works. */
export const API_LEVELS = {
  /** `getItemOrNullObject`, `getUsedRangeOrNullObject`: nothing works without. */
  minimum: '1.4',
  /** `Workbook.customXmlParts`. */
  customXmlParts: '1.5',
  conditionalFormats: '1.6',
  /** `Workbook.name`, `Worksheet.onChanged`. */
  sheetEvents: '1.7',
  /** `Workbook.protection`. */
  structureProtection: '1.7',
  /** `Worksheet.freezePanes`, `tabColor`, `RangeFormat.textOrientation`. */
  freezePanes: '1.7',
  /** `Worksheet.showGridlines`. */
  gridlines: '1.8',
  /** `WorksheetCollection.onCalculated`. */
  calculatedEvents: '1.8',
  /** `Worksheet.getRanges`, `WorksheetCollection.onChanged`. */
  rangeAreas: '1.9',
  /** `Worksheet.pageLayout`, `RangeFont.strikethrough`, `RangeFormat.indentLevel`. */
  pageLayout: '1.9',
  /** `WorksheetCollection.onRowSorted`, `onColumnSorted`. */
  sortEvents: '1.10',
  rowHiddenEvents: '1.11',
  mergedAreas: '1.13',
  /** `Workbook.insertWorksheetsFromBase64`. */
  insertSheets: '1.13',
  /** `triggerSource` of a change tells whether it was ours. */
  triggerSource: '1.14',
  /** `WorksheetCollection.onNameChanged`, `onMoved`. */
  sheetNameEvents: '1.17',
} as const;

export type ApiFeature = keyof typeof API_LEVELS;

/** True when this Excel, with this client, has the API for it. */
export function hasApi(library: OfficeLibrary, feature: ApiFeature): boolean {
  return library.Office.context.requirements.isSetSupported('ExcelApi', API_LEVELS[feature]);
}
