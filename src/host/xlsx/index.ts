export * from './appearance';
export type { DefinedName } from './reading/defined-names';
export { DEFAULT_LIMITS, type XlsxLimits } from './limits';
export { XlsxError, type XlsxErrorDetail, type XlsxErrorPlace } from './xlsx-error';
export { XlsxHost, type Selection } from './xlsx-host';
export { openXlsx, XlsxWorkbook, type OpenOptions } from './xlsx-workbook';
export { NATIVE_CODEC, PORTABLE_CODEC, type ZipCodec } from './zip/zip-codec';
