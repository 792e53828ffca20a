import { z } from 'zod';

/** [code, name, 1 when code and name were seen together in published budgets] */
const subjectSchema = z.tuple([
  z.string().regex(/^[0-9]{3,7}$/),
  z.string().min(1),
  z.union([z.literal(0), z.literal(1)]),
]);

const fileSchema = z
  .object({
    version: z.literal(1),
    name: z.string().min(1),
    source: z.string(),
    functional: z.array(subjectSchema),
    departmentEconomic: z.array(subjectSchema),
    governmentEconomic: z.array(subjectSchema),
  })
  .strict();

export interface BudgetSubject {
  readonly code: string;
  readonly name: string;
  /** False for entries that nobody has yet seen in a published budget: good for a hint only. */
  readonly isConfirmed: boolean;
}

/** 政府收支分类科目 as far as this program knows them. Subjects are added every year: what is missing may well exist. */
export interface SubjectClassification {
  readonly name: string;
  find(code: string): BudgetSubject | undefined;
}

/**
 * Reads a file of assets/classifications.
 * @throws Error with a Chinese sentence when the file does not follow the schema.
 */
export function parseSubjectClassification(data: unknown): SubjectClassification {
  const result = fileSchema.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`科目表不符合格式：${issue.path.join('.') || '（整个文件）'}。`);
  }
  const { name, functional, departmentEconomic, governmentEconomic } = result.data;
  const subjects = new Map<string, BudgetSubject>();
  for (const [code, title, confirmed] of [...functional, ...departmentEconomic, ...governmentEconomic]) {
    subjects.set(code, { code, name: title, isConfirmed: confirmed === 1 });
  }
  return { name, find: (code) => subjects.get(code) };
}
