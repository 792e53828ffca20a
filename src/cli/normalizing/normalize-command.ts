import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileFailure } from '../../core/reporting/report';
import { toPrintable } from '../../core/reporting/text-layout';
import { loadBuiltinResources } from '../../session/builtin-resources';
import { chooseCatalogue } from '../catalogue/choose-catalogue';
import { EXIT_CLEAN, EXIT_FAILED, EXIT_LEFT_TO_PERSON } from '../exit-status';
import { explainFileError } from '../file-error';
import { findWorkbooks } from '../find-workbooks';
import { loadProfile } from '../load-profile';
import { startProgress } from '../progress';
import { explainFailure, readBytes } from '../read-file';
import type { Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import { writeFileAtomically } from '../write-file';
import { chooseTemplate } from './convert-to-template';
import { CopyGuard, placeCopies } from './copy-places';
import {
  describeNormalizing,
  formatNormalizing,
  needsPerson,
  type NormalizedBatch,
  type NormalizedFile,
} from './normalize-report';
import { normalizeWorkbook, type NormalizingMeans } from './normalize-workbook';

export interface NormalizeOptions {
  /** Folder. */
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly format?: 'text' | 'json';
  readonly profile?: string;
  readonly catalogue?: string;
  readonly force?: boolean;
  /** Id or name of a template that ships with the program, or a file. */
  readonly template?: string;
}

/** `shenbao normalize`: writes copies of workbooks in the template's writing, or only says what it would write. */
export async function runNormalize(
  patterns: readonly string[],
  options: NormalizeOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr } = surroundings;
  const cwd = surroundings.cwd();
  const { output, dryRun: isTrial = false } = options;
  if (output === undefined && !isTrial) {
    throw new UsageError('请用 --output 写明放副本的文件夹；只看会改什么，请用 --dry-run。');
  }
  const means = await meansOf(options, surroundings);
  const found = await findWorkbooks(patterns, cwd);
  const { skipped, copies } =
    output === undefined
      ? { skipped: [], copies: found.files.map((file) => ({ file, copy: null })) }
      : placeCopies(found.files, output, cwd);
  const notes = [
    ...found.skipped.map((file) => `已跳过 ${file}：Excel 打开工作簿时生成的临时文件。`),
    ...skipped.map((file) => `已跳过 ${file}：在放副本的文件夹里。`),
  ];

  const guard = new CopyGuard(
    copies.map(({ file }) => file),
    cwd,
    options.force === true,
  );
  const progress = startProgress(copies.length, stderr, '规范中');
  const workbooks: NormalizedFile[] = [];
  const failures: FileFailure[] = [...found.failures];
  for (const [index, { file, copy }] of copies.entries()) {
    progress.update(index, file);
    try {
      if (copy !== null && !isTrial) await guard.require(copy);
      const normalized = await normalizeWorkbook(file, await readBytes(file, cwd), means, {
        onProgress: ({ done, total }) => progress.update(index + done / total, file),
        onWarning: (warning) => notes.push(`${file}：${warning}`),
      });
      if (copy !== null && !isTrial) await writeCopy(copy, cwd, normalized.bytes);
      workbooks.push({ ...normalized, file, copy: isTrial ? null : copy });
    } catch (error) {
      failures.push({ file, reason: error instanceof UsageError ? error.message : explainFailure(error) });
    }
  }
  progress.stop();
  for (const note of notes) stderr.write(`${toPrintable(note)}\n`);
  const batch: NormalizedBatch = { workbooks, failures };
  stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(describeNormalizing(batch), null, 2)}\n`
      : formatNormalizing(batch, isTrial),
  );
  if (failures.length > 0) return EXIT_FAILED;
  return workbooks.some(needsPerson) ? EXIT_LEFT_TO_PERSON : EXIT_CLEAN;
}

async function meansOf(
  { profile, catalogue, template }: NormalizeOptions,
  surroundings: Surroundings,
): Promise<NormalizingMeans> {
  const builtin = loadBuiltinResources();
  return {
    ...(await loadProfile(profile, builtin, surroundings.cwd())),
    rules: builtin.rules,
    repairs: builtin.repairs,
    divisionCodes: builtin.divisionCodes,
    catalogue: await chooseCatalogue(catalogue, builtin, surroundings),
    subjects: builtin.subjects,
    template: template === undefined ? null : await chooseTemplate(template, surroundings.cwd()),
  };
}

async function writeCopy(copy: string, cwd: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(path.resolve(cwd, copy));
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`不能建立文件夹“${path.dirname(copy)}”：${explainFileError(error)}`);
  }
  await writeFileAtomically(copy, cwd, bytes);
}
