import { ACTION_WORDS } from './actions';
import { BUILT_THINGS } from './built-things';
import { EFFECT_THINGS } from './effect-things';
import { EVENT_WORDS } from './events';
import { OFFICE_THINGS } from './office-things';
import { PEOPLE_WORDS } from './people';
import { PUBLIC_THINGS } from './public-things';
import { QUALITY_WORDS } from './qualities';
import type { WordGroups } from './word-data';

/** Every group of words with its class; no word stands in two of them. */
export const ALL_WORDS: readonly WordGroups[] = [
  ...QUALITY_WORDS,
  ACTION_WORDS,
  EVENT_WORDS,
  ...PEOPLE_WORDS,
  OFFICE_THINGS,
  PUBLIC_THINGS,
  BUILT_THINGS,
  EFFECT_THINGS,
].map(({ wordClass, groups, words = [] }) => {
  const single = words.reduce<readonly string[]>((all, line) => all.concat(line.split(' ')), []);
  return { wordClass, groups: groups.concat(single) };
});
