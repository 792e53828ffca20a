import { KINDS } from './kinds';
import { NEAR_DEEDS } from './near-deeds';
import { NEAR_THINGS } from './near-things';
import type { WordRelations } from './word-data';

/** Matches by these are for a person to choose. */
export const WORD_RELATIONS: WordRelations = { near: [...NEAR_DEEDS, ...NEAR_THINGS], kinds: KINDS };
