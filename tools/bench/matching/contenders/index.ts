import type { Contender } from '../contender';
import { flexSearch } from './flexsearch';
import { fuse } from './fuse';
import { fuzzySort } from './fuzzysort';
import { miniSearch } from './minisearch';
import { ourMatcher } from './our-matcher';
import { uFuzzy } from './ufuzzy';

export { ourMatcher };

/** Each library in all the settings it is tried with; which serves it best is found out by accuracy. */
export const libraries: readonly (readonly Contender[])[] = [miniSearch, fuse, fuzzySort, flexSearch, uFuzzy];
