import path from 'node:path';
import { certainChoices, fillingChanges, proposeCodes, strippingChanges } from '../../core/coding';
import { cellKeyOf, type ChangeSet } from '../../core/changes/change-set';
import { toPrintable } from '../../core/reporting/text-layout';
import { readForms } from '../../core/forms/read-forms';
import { openXlsx, XlsxHost } from '../../host/xlsx';
import { loadBuiltinResources } from '../../session/builtin-resources';
import { EXIT_CLEAN, EXIT_LEFT_TO_PERSON } from '../exit-status';
import { explainFailure, readBytes } from '../read-file';
import type { Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import { writeFileAtomically } from '../write-file';
import { chooseCatalogue } from './choose-catalogue';
import { describeCoding, formatCoding, needsPerson, type CodingResult } from './code-report';
import { requireFreeOutput } from './output-file';

export interface CodeOptions {
  readonly catalogue?: string;
  readonly output: string;
  readonly format?: 'text' | 'json';
  readonly strip?: boolean;
  readonly force?: boolean;
}

/** `shenbao code`: writes a copy of a workbook with the certain codes filled in, or with all codes taken off. */
export async function runCode(file: string, options: CodeOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr } = surroundings;
  const cwd = surroundings.cwd();
  requireSameFormat(file, options.output);
  await requireFreeOutput(options.output, file, cwd, options.force === true);
  const catalogue = await chooseCatalogue(options.catalogue, loadBuiltinResources(), surroundings);
  const { host, warnings } = await openWorkbook(file, cwd);
  for (const warning of warnings) stderr.write(`${toPrintable(`${file}：${warning}`)}\n`);
  const snapshot = await host.read();
  const forms = readForms(snapshot);
  if (forms.forms.length === 0) throw new UsageError(`“${file}”里没有找到绩效目标申报表，没有写入。`);
  const plan = proposeCodes(forms, catalogue, snapshot);
  const choices = options.strip ? null : certainChoices(plan);
  const changes = choices === null ? strippingChanges(plan) : fillingChanges(plan, choices);
  await applyWhole(file, host, changes);
  await writeFileAtomically(options.output, cwd, host.save());
  const written = new Set(changes.edits.map(cellKeyOf));
  const result: CodingResult = { file, output: options.output, plan, written, choices };
  stdout.write(
    options.format === 'json' ? `${JSON.stringify(describeCoding(result), null, 2)}\n` : formatCoding(result),
  );
  return needsPerson(result) ? EXIT_LEFT_TO_PERSON : EXIT_CLEAN;
}

// A workbook with macros is not one without them: Excel opens neither under the other's name.
function requireSameFormat(file: string, output: string): void {
  const [given, wanted] = [path.extname(file).toLowerCase(), path.extname(output).toLowerCase()];
  if (given !== wanted) throw new UsageError(`--output 的扩展名要与原文件一样（${given || '没有扩展名'}）。`);
}

async function openWorkbook(file: string, cwd: string): Promise<{ host: XlsxHost; warnings: readonly string[] }> {
  try {
    const workbook = openXlsx(await readBytes(file, cwd), { name: path.basename(file) });
    return { host: new XlsxHost(workbook), warnings: workbook.warnings };
  } catch (error) {
    throw new UsageError(`不能读取“${file}”：${explainFailure(error)}`);
  }
}

async function applyWhole(file: string, host: XlsxHost, changes: ChangeSet): Promise<void> {
  try {
    await host.apply(changes);
  } catch (error) {
    throw new UsageError(`“${file}”没有写入：${explainFailure(error)}`);
  }
}
