import stringWidth from 'string-width';
import { buildReport, type CheckedWorkbook, type FileFailure, type ReviewBatch } from '../core/reporting/report';
import { toPrintable } from '../core/reporting/text-layout';
import { formatTextReport } from '../core/reporting/text-report';
import { findAcrossWorkbooks } from '../core/review/across-workbooks';
import type { Severity } from '../core/review/finding';
import type { Profile } from '../core/review/profile';
import type { ReviewOptions } from '../core/review/run-review';
import type { Rule } from '../core/rules/define-rule';
import { loadBuiltinResources } from '../session/builtin-resources';
import { chooseCatalogue } from './catalogue/choose-catalogue';
import { checkWorkbook } from './check-workbook';
import { exitStatusOf } from './exit-status';
import { findWorkbooks } from './find-workbooks';
import { loadProfile } from './load-profile';
import { createPainter, wantsColor } from './painter';
import { startProgress, type Progress } from './progress';
import { selectRules } from './select-rules';
import type { Surroundings } from './surroundings';
import { writeFileAtomically } from './write-file';

export interface CheckOptions {
  readonly format?: 'text' | 'json';
  readonly output?: string;
  readonly profile?: string;
  /** A catalogue's file, or the id of one that ships with the program. */
  readonly catalogue?: string;
  readonly severity?: Severity;
  readonly rule?: readonly string[];
  /** False after --no-color. */
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** `shenbao check`: reviews every workbook named, prints or writes the report, gives the exit status. */
export async function runCheck(
  patterns: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr } = surroundings;
  const cwd = surroundings.cwd();
  const builtin = loadBuiltinResources();
  const reviewOptions: ReviewOptions = {
    rules: selectRules(builtin.rules, options.rule),
    ...(await loadProfile(options.profile, builtin, cwd)),
    divisionCodes: builtin.divisionCodes,
    catalogue: await chooseCatalogue(options.catalogue, builtin, surroundings),
    subjects: builtin.subjects,
  };
  const found = await findWorkbooks(patterns, cwd);
  const notes = found.skipped.map((file) => `已跳过 ${file}：Excel 打开工作簿时生成的临时文件。`);
  const progress = startProgress(found.files.length, options.quiet ? null : stderr);
  const checked = await checkAll(found.files, cwd, reviewOptions, progress, notes);
  progress.stop();
  if (!options.quiet) for (const note of notes) stderr.write(`${toPrintable(note)}\n`);
  const profiles = 'profile' in reviewOptions && reviewOptions.profile ? [reviewOptions.profile] : builtin.profiles;
  const workbooks = addFindingsAcross(checked.workbooks, reviewOptions.rules, profiles);
  const batch: ReviewBatch = { workbooks, failures: [...found.failures, ...checked.failures] };
  const text = formatBatch(batch, options, surroundings);
  if (options.output === undefined) stdout.write(text);
  else {
    await writeFileAtomically(options.output, cwd, text);
    if (!options.quiet) stderr.write(`结果已写入 ${toPrintable(options.output)}\n`);
  }
  return exitStatusOf(batch);
}

/** What only several of the workbooks together show is listed with the workbook it stands in. */
function addFindingsAcross(
  workbooks: readonly CheckedWorkbook[],
  rules: readonly Rule[],
  profiles: readonly Profile[],
): readonly CheckedWorkbook[] {
  const rule = rules.find(({ id }) => id === 'budget/cross-table');
  if (!rule || workbooks.length < 2) return workbooks;
  const across = findAcrossWorkbooks(workbooks, rule, profiles);
  return workbooks.map((workbook) => {
    const more = across.get(workbook.file);
    if (!more) return workbook;
    return { ...workbook, review: { ...workbook.review, findings: [...workbook.review.findings, ...more] } };
  });
}

async function checkAll(
  files: readonly string[],
  cwd: string,
  options: ReviewOptions,
  progress: Progress,
  notes: string[],
): Promise<ReviewBatch> {
  const workbooks: CheckedWorkbook[] = [];
  const failures: FileFailure[] = [];
  for (const [index, file] of files.entries()) {
    progress.update(index, file);
    const result = await checkWorkbook(file, cwd, options, {
      onProgress: ({ done, total }) => progress.update(index + done / total, file),
      onWarning: (warning) => notes.push(`${file}：${warning}`),
    });
    if ('review' in result) workbooks.push(result);
    else failures.push(result);
  }
  return { workbooks, failures };
}

function formatBatch(batch: ReviewBatch, options: CheckOptions, { stdout, env }: Surroundings): string {
  const leastSeverity = options.severity ?? 'info';
  if (options.format === 'json') return JSON.stringify(buildReport(batch, leastSeverity), null, 2) + '\n';
  const isOnScreen = options.output === undefined;
  return formatTextReport(batch, {
    measure: stringWidth,
    painter: createPainter(isOnScreen && wantsColor(options.color, env, stdout)),
    columns: isOnScreen && stdout.isTTY ? (stdout.columns ?? null) : null,
    leastSeverity,
    isBrief: options.quiet === true,
  });
}
