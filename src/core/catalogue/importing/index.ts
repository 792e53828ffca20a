export * from './catalogue-import';
export { catalogueToJson, catalogueToRows, CODE_COLUMN } from './catalogue-export';
export { isCatalogueData, readCatalogueData } from './read-catalogue-data';
export { readCatalogueTables } from './read-catalogue-tables';
