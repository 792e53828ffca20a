export { MOST_MEGABYTES, readCatalogueFile, refuseLargeFile } from './read-catalogue-file';
export { decodeText, encodingOf, type DecodeText, type TextEncodingName } from './text-encoding';
export { writeCatalogueFile, type CatalogueFormat } from './write-catalogue-file';
