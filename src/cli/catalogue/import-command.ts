import path from 'node:path';
import { catalogueFileSchema } from '../../core/catalogue/catalogue-file';
import { catalogueToJson, type CatalogueImport } from '../../core/catalogue/importing';
import { toPrintable } from '../../core/reporting/text-layout';
import { loadBuiltinResources } from '../../session/builtin-resources';
import { EXIT_CLEAN, EXIT_FAILED, EXIT_LEFT_TO_PERSON } from '../exit-status';
import type { Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import { writeFileAtomically } from '../write-file';
import { describeImport, importLines } from './import-text';
import { requireFreeOutput } from './output-file';
import { readList } from './read-list';

export interface CheckListOptions {
  readonly format?: 'text' | 'json';
}

export interface ImportListOptions extends CheckListOptions {
  readonly output: string;
  readonly name?: string;
  readonly id?: string;
  readonly complete?: boolean;
  readonly force?: boolean;
}

/** `shenbao catalogue import`: makes a catalogue of an office's list, as a whole or not at all. */
export async function runImport(file: string, options: ImportListOptions, surroundings: Surroundings): Promise<number> {
  const cwd = surroundings.cwd();
  const { output, name, id, complete: isComplete } = options;
  if (path.extname(output).toLowerCase() !== '.json') throw new UsageError('--output 要写一个 .json 文件。');
  await requireFreeOutput(output, file, cwd, options.force === true);
  if (id !== undefined) requireId(id);
  const found = withId(await readList(file, cwd, { name, isComplete }), id);
  if (found.file !== null) await writeFileAtomically(output, cwd, catalogueToJson(found.file));
  printImport(file, found, options, surroundings);
  if (found.file === null) return EXIT_FAILED;
  surroundings.stderr.write(`已写入 ${toPrintable(output)}\n`);
  return statusOf(found);
}

/** `shenbao catalogue check`: what would come of a list, or what a catalogue holds; writes nothing. */
export async function runCheckList(
  file: string,
  options: CheckListOptions,
  surroundings: Surroundings,
): Promise<number> {
  const found = await readList(file, surroundings.cwd());
  printImport(file, found, options, surroundings);
  return found.file === null ? EXIT_FAILED : statusOf(found);
}

function requireId(id: string): void {
  if (!catalogueFileSchema.shape.id.safeParse(id).success) {
    throw new UsageError(`--id 不能是“${id}”：只用小写字母、数字和 -。`);
  }
  const { catalogue } = loadBuiltinResources();
  if (catalogue !== null && catalogue.id === id) {
    throw new UsageError(`--id 不能是“${id}”：这是内置指标库“${catalogue.name}”的编号，请换一个。`);
  }
}

function withId(found: CatalogueImport, id: string | undefined): CatalogueImport {
  return found.file === null || id === undefined ? found : { ...found, file: { ...found.file, id } };
}

function printImport(
  file: string,
  found: CatalogueImport,
  { format }: CheckListOptions,
  { stdout }: Surroundings,
): void {
  if (format === 'json') stdout.write(`${JSON.stringify(describeImport(file, found), null, 2)}\n`);
  else stdout.write([toPrintable(file), ...importLines(found), ''].join('\n'));
}

function statusOf({ rejected, conflicts }: CatalogueImport): number {
  return rejected.length + conflicts.length > 0 ? EXIT_LEFT_TO_PERSON : EXIT_CLEAN;
}
