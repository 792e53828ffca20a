import { z } from 'zod';
import { LEVEL2_KINDS } from '../forms/indicator-levels';

/** What the value of a standard indicator is. Lengths, areas and amounts of money are counts with a unit of measure. */
export const ENTRY_KINDS = ['count', 'rate', 'date', 'yes-no', 'text'] as const;

const LEVEL1_KINDS = ['output', 'benefit', 'satisfaction', 'cost', 'process'] as const;

const entrySchema = z
  .object({
    /** As the office writes it: digits, or letters and digits ("111002681", "gx010101"). */
    code: z.string().regex(/^[A-Za-z]{0,4}[0-9]{4,16}$/),
    name: z.string().min(1).max(200),
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
    year: z.number().int().min(1990).max(2100).nullable().default(null),
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

/** A catalogue of standard indicators as a file (assets/catalogues); docs/indicator-catalogues.md describes it. */
export const catalogueFileSchema = z
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
    entries: z.array(entrySchema),
  })
  .strict();

export type CatalogueFile = z.infer<typeof catalogueFileSchema>;

/** One standard indicator. Unknown properties are null. */
export type CatalogueEntry = Readonly<z.infer<typeof entrySchema>>;

export type EntryKind = (typeof ENTRY_KINDS)[number];

export type CodeScheme = Readonly<z.infer<typeof codeSchemeSchema>>;
