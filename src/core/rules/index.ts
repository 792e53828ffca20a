import type { Rule } from './define-rule';

/** All rules, sorted by area and id. */
export const RULES: readonly Rule[] = [];
