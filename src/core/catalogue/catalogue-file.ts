import { z } from 'zod';
import { LEVEL2_KINDS } from '../forms/indicator-levels';

/** What the value of a standard indicator is. Lengths, areas and amounts of money are counts with a unit of measure. */
export const ENTRY_KINDS = ['count', 'rate', 'date', 'yes-no', 'text'] as const;

const LEVEL1_KINDS = ['output', 'benefit', 'satisfaction', 'cost', 'process'] as const;

/** Digits, or up to four letters and digits. */
export const CODE_SHAPE = /^[A-Za-z]{0,4}[0-9]{4,16}$/;
export const LONGEST_NAME = 200;

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const entrySchema = z
  .object({
    /** As the office writes it: digits, or letters and digits ("111002681", "gx010101"). */
    code: z.string().regex(CODE_SHAPE),
    name: z.string().min(1).max(LONGEST_NAME),
    level1: z.enum(LEVEL1_KINDS).nullable().default(null),
    level2: z.enum(LEVEL2_KINDS).nullable().default(null),
    /** 计量单位, e.g. "家", "平方米"; "%" for rates needs no mention. */
    unit: z.string().min(1).nullable().default(null),
    kind: z.enum(ENTRY_KINDS).nullable().default(null),
    /** Whether a greater or a smaller value is the better one. */
    direction: z.enum(['higher', 'lower']).nullable().default(null),
    /** 指标解释 of the library. */
    explanation: z.string().min(1).nullable().default(null),
    /** Other writings of the name that count as the same, former names among them. */
    aliases: z.array(z.string().min(1)).default([]),
    /** First year of the library that holds it. */
    year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR).nullable().default(null),
    /** Where this entry was taken from, when not from where the others were. */
    source: z.string().min(1).nullable().default(null),
  })
  .strict();

const codeSchemeSchema = z
  .object({
    /** Letters before the digits ("gx"); "" when there are none. */
    prefix: z.string().regex(/^[A-Za-z]{0,4}$/),
    /** The parts of the digits in order. */
    parts: z
      .array(
        z
          .object({
            meaning: z.enum(['level1', 'level2', 'scenario', 'serial']),
            length: z.number().int().min(1).max(12),
          })
          .strict(),
      )
      .min(1),
    /** True where the digits of the second level begin with those of the first ("1" and "11"). */
    isLevel2WithinLevel1: z.boolean(),
    /** What the digits of the levels stand for, as far as known. */
    level1: z.record(z.string(), z.enum(LEVEL1_KINDS)),
    level2: z.record(z.string(), z.enum(LEVEL2_KINDS)),
    /** What the office prints behind those digits, e.g. "数量指标" for "11-数量指标"; left out where it is not known. */
    level1Labels: z.record(z.string(), z.string().min(1)).optional(),
    level2Labels: z.record(z.string(), z.string().min(1)).optional(),
  })
  .strict();

/** All of a catalogue file but its entries. */
export const catalogueHeadSchema = z
  .object({
    version: z.literal(1),
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Shown to the user, e.g. "珠海市绩效指标库". */
    name: z.string().min(1),
    /** Where the entries come from. */
    source: z.string().min(1),
    /** False for a list of observed entries: a code that is missing from it may well exist. */
    isComplete: z.boolean(),
    /** How codes are built; null when nothing is known of it. */
    codeScheme: codeSchemeSchema.nullable(),
  })
  .strict();

/** A catalogue of standard indicators as a file (assets/catalogues); docs/indicator-catalogues.md describes it. */
export const catalogueFileSchema = catalogueHeadSchema.extend({ entries: z.array(entrySchema) }).strict();

export type CatalogueFile = z.infer<typeof catalogueFileSchema>;

/** One standard indicator. Unknown properties are null. */
export type CatalogueEntry = Readonly<z.infer<typeof entrySchema>>;

export type EntryKind = (typeof ENTRY_KINDS)[number];

export type CodeScheme = Readonly<z.infer<typeof codeSchemeSchema>>;

type EntryKey = keyof CatalogueEntry;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isOneOf =
  (values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.indexOf(value) >= 0;

/** What the schema asks of each value that is stated, and how a user is told so. */
const FIELDS: Readonly<Record<EntryKey, { readonly isRight: (value: unknown) => boolean; readonly demand: string }>> = {
  code: {
    isRight: (value) => typeof value === 'string' && CODE_SHAPE.test(value),
    demand: '编码（code）应为4至16位数字，前面最多有4个字母，并且是文本',
  },
  name: {
    isRight: (value) => isText(value) && (value as string).length <= LONGEST_NAME,
    demand: `名称（name）应为1至${LONGEST_NAME}个字`,
  },
  level1: { isRight: isOneOf(LEVEL1_KINDS), demand: `一级指标（level1）应为 ${LEVEL1_KINDS.join('、')} 之一` },
  level2: { isRight: isOneOf(LEVEL2_KINDS), demand: `二级指标（level2）应为 ${LEVEL2_KINDS.join('、')} 之一` },
  unit: { isRight: isText, demand: '计量单位（unit）应为文字' },
  kind: { isRight: isOneOf(ENTRY_KINDS), demand: `取值类型（kind）应为 ${ENTRY_KINDS.join('、')} 之一` },
  direction: { isRight: isOneOf(['higher', 'lower']), demand: '指标方向（direction）应为 higher 或 lower' },
  explanation: { isRight: isText, demand: '指标解释（explanation）应为文字' },
  aliases: { isRight: (value) => Array.isArray(value) && value.every(isText), demand: '别名（aliases）应为文字的列表' },
  year: {
    isRight: (value) => typeof value === 'number' && value % 1 === 0 && value >= FIRST_YEAR && value <= LAST_YEAR,
    demand: `年度（year）应为${FIRST_YEAR}至${LAST_YEAR}的整数`,
  },
  source: { isRight: isText, demand: '来源（source）应为文字' },
};

const FIELD_KEYS = Object.keys(FIELDS) as EntryKey[];

/**
 * Reads one entry, what is left out as null. The schema has the last word; what is plainly right does not wait for it, since
 * it takes more than a second for 100 000 entries.
 */
export function readEntry(data: unknown): z.SafeParseReturnType<unknown, CatalogueEntry> {
  const entry = readPlainEntry(data);
  return entry === null ? entrySchema.safeParse(data) : { success: true, data: entry };
}

function readPlainEntry(data: unknown): CatalogueEntry | null {
  if (typeof data !== 'object' || data === null) return null;
  const written = data as Partial<Record<EntryKey, unknown>>;
  const entry: Partial<Record<EntryKey, unknown>> = {};
  let stated = 0;
  for (const key of FIELD_KEYS) {
    const value = written[key];
    if (value !== undefined) stated += 1;
    if (value !== undefined && value !== null && !FIELDS[key].isRight(value)) return null;
    entry[key] = value === undefined ? null : value;
  }
  if (written.aliases === null || entry.code === null || entry.name === null) return null;
  if (entry.aliases === null) entry.aliases = [];
  return Object.keys(written).length === stated ? (entry as unknown as CatalogueEntry) : null;
}

/** What is wrong with an entry: a Chinese clause. */
export function explainEntryIssue({ code, path }: z.ZodIssue): string {
  const field = FIELD_KEYS.filter((key) => key === path[0])[0];
  if (field !== undefined) return FIELDS[field].demand;
  return code === 'unrecognized_keys' ? '有不认识的项目' : '应当有编码（code）和名称（name）';
}
