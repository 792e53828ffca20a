import { z } from 'zod';
import { FIELD_KEYS } from '../forms/form';
import { LEVEL2_KINDS } from '../forms/indicator-levels';

/** What an office may set without programming. Files in assets/profiles follow this schema. */
export const profileSchema = z
  .object({
    version: z.literal(1),
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Shown to the user, e.g. "通用". */
    name: z.string().min(1),
    description: z.string(),
    /** Severity per rule id; "off" switches a rule off. Rules not named keep their own. */
    severities: z.record(z.string(), z.enum(['error', 'warning', 'info', 'off'])),
    /** Numbers that rules decide by: rule id, then the threshold's name (docs/rules.md lists them). */
    thresholds: z.record(z.string(), z.record(z.string(), z.number().finite())),
    /** Second-level types that each form P must have a row of. */
    requiredLevel2: z.array(z.enum(LEVEL2_KINDS)),
    /** Canonical writings of choice fields. A value outside a complete list is a finding; an incomplete list only settles the writing. */
    enumerations: z.object({
      projectType: z.object({ values: z.array(z.string()), isComplete: z.boolean() }),
      allocationMethod: z.object({ values: z.array(z.string()), isComplete: z.boolean() }),
      isNewProject: z.object({ values: z.array(z.string()), isComplete: z.boolean() }),
    }),
    /** Head fields that may stay blank. Every other field whose label a form prints must be filled. */
    optionalFields: z.array(z.enum(FIELD_KEYS)),
    /** True where digits 7-8 of a project code are the year of the project's first budget (header/new-project-flag). */
    codeYearIsFirstBudgetYear: z.boolean(),
    /** Whether 成本 is a first level of its own (财预〔2021〕101号), a second level under 产出, or both are accepted. */
    costLevel: z.enum(['first', 'second', 'either']),
    /** What the weights of a form may add up to, where it has such a column; empty: weights are not added up. */
    weightTotals: z.array(z.number().positive()),
    /** Where the filing year is taken from, first found first. */
    filingYearSources: z.array(z.enum(['title', 'goals', 'dates'])),
    /** Groups of units that mean the same in this office, e.g. ["次", "场", "期"]. */
    unitSynonyms: z.array(z.array(z.string())),
    /** True where third-level indicators carry codes of a catalogue (code/missing). */
    wantsIndicatorCodes: z.boolean(),
    /** Width of punctuation in Chinese text (text/width-mixed). */
    punctuationWidth: z.enum(['full', 'half']),
  })
  .strict();

export type Profile = z.infer<typeof profileSchema>;

/**
 * Reads a profile file.
 * @throws Error with a Chinese sentence naming the first key that is wrong.
 */
export function parseProfile(data: unknown): Profile {
  const result = profileSchema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`校验方案不符合格式：${issue.path.join('.') || '（整个文件）'}：${explainIssue(issue)}。`);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  array: '列表',
  object: '一组键和值',
  boolean: 'true 或 false',
};

function explainIssue(issue: z.ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.received === 'undefined' ? '缺少这一项' : `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_enum_value') return `不认识“${issue.received}”，可以写：${issue.options.join('、')}`;
  if (issue.code === 'invalid_literal') return `应为 ${JSON.stringify(issue.expected)}`;
  if (issue.code === 'unrecognized_keys') return `多出了不认识的项：${issue.keys.join('、')}`;
  if (issue.code === 'invalid_string') return '只能用小写英文字母、数字和“-”';
  if (issue.code === 'too_small') return '不能为空';
  return issue.message;
}
