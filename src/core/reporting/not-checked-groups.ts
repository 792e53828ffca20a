import type { NotChecked } from '../review/finding';

/** What was not checked for one and the same reason, however many rules, forms and projects it concerns. */
export interface NotCheckedGroup {
  /** Chinese sentence; where the reasons differ in nothing but a quoted name, it holds them all: 项目“甲”、“乙”涉密，未检查内容。 */
  readonly reason: string;
  readonly ruleIds: readonly string[];
  /** Ids of the forms, null for the workbook. */
  readonly forms: readonly (string | null)[];
}

interface Draft {
  readonly parts: ReasonParts;
  readonly names: Set<string>;
  readonly ruleIds: Set<string>;
  readonly forms: Set<string | null>;
}

/** A sentence around the first text it quotes; `name` is "" when it quotes none. */
interface ReasonParts {
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** Says each reason once, in the order of its first mention. */
export function groupNotChecked(notChecked: readonly NotChecked[], mostNames = Infinity): readonly NotCheckedGroup[] {
  const drafts = new Map<string, Draft>();
  for (const { ruleId, form, reason } of notChecked) {
    const parts = partsOf(reason);
    const key = JSON.stringify([parts.before, parts.after]);
    const draft = drafts.get(key) || { parts, names: new Set(), ruleIds: new Set(), forms: new Set() };
    draft.names.add(parts.name);
    draft.ruleIds.add(ruleId);
    draft.forms.add(form);
    drafts.set(key, draft);
  }
  return Array.from(drafts.values()).map(({ parts, names, ruleIds, forms }) => ({
    reason: parts.before + joinNames(Array.from(names), mostNames) + parts.after,
    ruleIds: Array.from(ruleIds),
    forms: Array.from(forms),
  }));
}

function partsOf(reason: string): ReasonParts {
  const start = reason.indexOf('“');
  const end = reason.indexOf('”', start);
  if (start < 0 || end < 0) return { before: reason, name: '', after: '' };
  return { before: reason.slice(0, start), name: reason.slice(start, end + 1), after: reason.slice(end + 1) };
}

function joinNames(names: readonly string[], most: number): string {
  if (names.length <= most) return names.join('、');
  return `${names.slice(0, most).join('、')}等 ${names.length} 项`;
}
