import type { TemplateRepair } from '../define-repair';

/** All template repairs, sorted by id. */
export const TEMPLATE_REPAIRS: readonly TemplateRepair[] = [];
