import { z } from 'zod';
import { SEVERITIES, type Calculation, type Finding, type NotChecked, type Severity } from '../review/finding';
import type { Review } from '../review/run-review';
import { formatRange } from '../workbook/cell-address';

const severitySchema = z.enum(['error', 'warning', 'info']);

const formSchema = z
  .object({
    id: z.string(),
    type: z.enum(['project-target', 'coded-indicators', 'overall-target', 'budget-table', 'prose']),
    sheet: z.string(),
    range: z.string(),
    /** Title as printed on the form; "" when it has none. */
    title: z.string(),
  })
  .strict();

const termSchema = z
  .object({
    label: z.string(),
    sheet: z.string(),
    cell: z.string(),
    /** As printed, thousands separated. */
    number: z.string(),
    isSubtracted: z.boolean(),
  })
  .strict();

const calculationSchema = z
  .object({
    /** What the sheet states. */
    total: termSchema,
    terms: z.array(termSchema),
    sum: z.string(),
    /** Stated less computed, with its sign. */
    difference: z.string(),
    /** What the rounding of printed numbers may explain. */
    allowance: z.string(),
    /** "" when the sheet names none. */
    unit: z.string(),
  })
  .strict();

const findingSchema = z
  .object({
    ruleId: z.string(),
    severity: severitySchema,
    /** Id of the form; null when the cell stands outside every form. */
    form: z.string().nullable(),
    sheet: z.string(),
    cell: z.string(),
    quote: z.string(),
    message: z.string(),
    expected: z.string().nullable(),
    fixable: z.boolean(),
    /** Only for findings about sums and equalities. */
    calculation: calculationSchema.optional(),
  })
  .strict();

const notCheckedSchema = z
  .object({
    /** "*" when no rule could look at it, e.g. a sheet that was not recognised. */
    ruleId: z.string(),
    form: z.string().nullable(),
    reason: z.string(),
  })
  .strict();

const profileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** True when nobody named it: it was chosen by what the forms look like. */
    isAutomatic: z.boolean(),
  })
  .strict();

const workbookSchema = z
  .object({
    file: z.string(),
    profile: profileSchema,
    forms: z.array(formSchema),
    findings: z.array(findingSchema),
    notChecked: z.array(notCheckedSchema),
  })
  .strict();

const failureSchema = z.object({ file: z.string(), reason: z.string() }).strict();

/** The JSON report (`shenbao check --format json`). A change that breaks readers raises `version`. */
export const reportSchema = z
  .object({
    version: z.literal(1),
    workbooks: z.array(workbookSchema),
    /** Files that could not be read, with the reason. */
    failures: z.array(failureSchema),
  })
  .strict();

export type Report = z.infer<typeof reportSchema>;
export type FileFailure = z.infer<typeof failureSchema>;

/** A workbook that was read and reviewed, under the name the user gave. */
export interface CheckedWorkbook {
  readonly file: string;
  readonly review: Review;
}

/** What one run over several files came to. */
export interface ReviewBatch {
  readonly workbooks: readonly CheckedWorkbook[];
  readonly failures: readonly FileFailure[];
}

const NO_FORM = '没有找到可以校验的申报表。';
// Prefix that the review gives to the reason when a rule threw.
const BROKEN_RULE = '规则运行出错';

/** What a review did not check; a workbook without any form says so first. */
export function notCheckedOf({ workbookForms, notChecked }: Review): readonly NotChecked[] {
  return workbookForms.forms.length > 0 ? notChecked : [{ ruleId: '*', form: null, reason: NO_FORM }, ...notChecked];
}

/**
 * Files that were not checked as they should have been: unreadable, without any form, or with a rule that broke down. A rule
 * that declines (a secret project, no catalogue loaded) is none of these.
 */
export function listUncheckedFiles(batch: ReviewBatch): readonly FileFailure[] {
  const unchecked = [...batch.failures];
  for (const { file, review } of batch.workbooks) {
    const broken = review.notChecked.filter(({ reason }) => reason.indexOf(BROKEN_RULE) === 0);
    const ids = Array.from(new Set(broken.map(({ ruleId }) => ruleId)));
    if (review.workbookForms.forms.length === 0) unchecked.push({ file, reason: NO_FORM });
    else if (ids.length > 0) unchecked.push({ file, reason: `${BROKEN_RULE}：${ids.join('、')}。` });
  }
  return unchecked;
}

/** True when a severity is as grave as the least one asked for. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** The report as plain data, ready for JSON, with the findings of the least severity and above. */
export function buildReport(batch: ReviewBatch, leastSeverity: Severity = 'info'): Report {
  return {
    version: 1,
    workbooks: batch.workbooks.map(({ file, review }) => ({
      file,
      profile: { ...review.profile },
      forms: review.workbookForms.forms.map((form) => ({
        id: form.id,
        type: form.type,
        sheet: form.sheet,
        range: formatRange(form.range),
        title: form.title === null ? '' : form.title.text.trim(),
      })),
      findings: review.findings.filter((finding) => isAtLeast(finding.severity, leastSeverity)).map(reportFinding),
      notChecked: notCheckedOf(review).map(({ ruleId, form, reason }) => ({ ruleId, form, reason })),
    })),
    failures: batch.failures.map(({ file, reason }) => ({ file, reason })),
  };
}

function reportFinding(finding: Finding): Report['workbooks'][number]['findings'][number] {
  const { ruleId, severity, form, sheet, cell, quote, message, expected, fix, calculation } = finding;
  const reported = { ruleId, severity, form, sheet, cell, quote, message, expected, fixable: fix !== null };
  return calculation === undefined ? reported : { ...reported, calculation: reportCalculation(calculation) };
}

function reportCalculation(calculation: Calculation): z.infer<typeof calculationSchema> {
  const { total, terms, sum, difference, allowance, unit } = calculation;
  return { total, terms: [...terms], sum, difference, allowance, unit };
}
