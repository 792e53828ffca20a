import type { Rule } from './define-rule';
import textMarkup from './text/markup';

/** All rules, sorted by area and id. */
export const RULES: readonly Rule[] = [textMarkup];
