import { z } from 'zod';
import { FIELD_KEYS } from '../forms/form';
import { LEVEL2_KINDS } from '../forms/indicator-levels';
import { explainIssue } from './profile-issue';

const choices = z.object({ values: z.array(z.string().min(1)), isComplete: z.boolean() }).strict();

/** What shows that a workbook is one of an office's own. Every characteristic that is given must be there. */
const recognitionSchema = z
  .object({
    formTypes: z.array(z.enum(['project-target', 'coded-indicators', 'overall-target'])).min(1),
    /** Words of which the title of a form holds one. */
    titles: z.array(z.string().min(1)).default([]),
    /** Head labels as printed; three quarters of them will do. */
    labels: z.array(z.string().min(1)).default([]),
    /** Heads of columns of the indicator table. */
    columns: z.array(z.string().min(1)).default([]),
    /** Digits that codes before the names of third-level indicators have; null: codes prove nothing. */
    indicatorCodeDigits: z.number().int().positive().nullable().default(null),
    /** First digits of project codes. */
    divisionPrefixes: z.array(z.string().regex(/^[0-9]{2,6}$/)).default([]),
    /** Words in the title, the units' names or the name of the sheet; they count where no project code says more. */
    places: z.array(z.string().min(1)).default([]),
  })
  .strict();

export type Recognition = z.infer<typeof recognitionSchema>;

/** What an office may set without programming. Files in assets/profiles follow this schema; docs/profiles.md explains it. */
export const profileSchema = z
  .object({
    version: z.literal(1),
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Shown to the user, e.g. "通用". */
    name: z.string().min(1).max(30),
    description: z.string().max(300).default(''),
    /** Id of the profile that gives what the file leaves out. */
    extends: z.string().optional(),
    /** Severity per rule id; "off" switches a rule off. Rules not named keep their own. */
    severities: z.record(z.string(), z.enum(['error', 'warning', 'info', 'off'])),
    /** Numbers that rules decide by: rule id, then the threshold's name (docs/rules.md lists them). */
    thresholds: z.record(z.string(), z.record(z.string(), z.number())),
    /** Second-level types that each form P must have a row of. */
    requiredLevel2: z.array(z.enum(LEVEL2_KINDS)),
    /** True where the office's template is known to print all of them; false: only where the workbook itself shows it. */
    isTemplateKnown: z.boolean(),
    /** Canonical writings of choice fields. A value outside a complete list is a finding; an incomplete list only settles the writing. */
    enumerations: z.object({ projectType: choices, allocationMethod: choices, isNewProject: choices }).strict(),
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
    /** Titles of the tables that a department's budget here consists of (budget/table-missing); empty: not known. */
    budgetTables: z.array(z.string().min(1)).default([]),
    /** Width of punctuation in Chinese text (text/width-mixed, template/punctuation-width). */
    punctuationWidth: z.enum(['full', 'half']),
    /** Whether level labels of form P end in 指标 (template/level-label): `with-suffix` 产出指标, or `as-printed`: as most of the workbook has them. */
    levelLabels: z.enum(['with-suffix', 'as-printed']).default('as-printed'),
    /** Null: used only where a person chooses it. */
    recognition: recognitionSchema.nullable().default(null),
  })
  .strict();

export type Profile = z.infer<typeof profileSchema>;

/**
 * Reads a profile file; what it leaves out comes from the profile that it extends, one of `bases`.
 * @throws Error with a Chinese sentence naming the first key that is wrong.
 */
export function parseProfile(data: unknown, bases: readonly Profile[] = []): Profile {
  const result = profileSchema.safeParse(isTable(data) && data.extends !== undefined ? complete(data, bases) : data);
  if (!result.success) {
    const [issue] = result.error.issues;
    refuse(issue.path.join('.') || '（整个文件）', explainIssue(issue));
  }
  const profile = result.data;
  if (profile.recognition !== null && countCharacteristics(profile.recognition) < 2) {
    refuse('recognition', '至少要写两类特征（标题、栏目、列名、编码、地名等），只凭一类容易认错');
  }
  return profile;
}

function refuse(place: string, reason: string): never {
  throw new Error(`校验方案不符合格式：${place}：${reason}。`);
}

type Table = Readonly<Record<string, unknown>>;

const OWN_KEYS: readonly (keyof Profile)[] = ['version', 'id', 'name', 'description', 'extends', 'recognition'];

function complete(data: Table, bases: readonly Profile[]): Table {
  const base = bases.find(({ id }) => id === data.extends);
  if (base === undefined) {
    const known = bases.map(({ id, name }) => `${id}（${name}）`).join('、');
    refuse('extends', `没有“${String(data.extends)}”这个方案，可以写：${known || '（无）'}`);
  }
  const inherited: Record<string, unknown> = { ...base };
  // What a profile is called and recognised by, each file says itself.
  for (const key of OWN_KEYS) delete inherited[key];
  return merge(inherited, data);
}

/** Tables are joined key by key; lists and single values of the file replace those of its base. */
function merge(base: Table, file: Table): Table {
  const merged: Record<string, unknown> = { ...base, ...file };
  for (const key of Object.keys(base)) {
    const [inherited, own] = [base[key], merged[key]];
    if (isTable(inherited) && isTable(own) && own !== inherited) merged[key] = merge(inherited, own);
  }
  return merged;
}

function isTable(data: unknown): data is Table {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function countCharacteristics(recognition: Recognition): number {
  const { titles, labels, columns, indicatorCodeDigits, divisionPrefixes, places } = recognition;
  const lists = [titles, labels, columns, divisionPrefixes, places].filter(({ length }) => length > 0);
  return lists.length + (indicatorCodeDigits === null ? 0 : 1);
}
