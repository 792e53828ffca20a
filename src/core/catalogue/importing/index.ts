export * from './catalogue-import';
export { readCatalogueTables } from './read-catalogue-tables';
