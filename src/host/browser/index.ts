export { createIndexedStorage } from './indexed-storage';
