export type { CharacterReadings } from './pinyin-text';
export { searchCatalogue, wantsReadings, type CatalogueQuery } from './search-catalogue';
