import path from 'node:path';
import { catalogueFileOf, type IndicatorCatalogue } from '../../core/catalogue/indicator-catalogue';
import { toPrintable } from '../../core/reporting/text-layout';
import { writeCatalogueFile } from '../../host/catalogue-files';
import { loadBuiltinResources } from '../../session/builtin-resources';
import type { ExportFormat } from '../../session/catalogues/catalogue-works';
import { EXIT_CLEAN } from '../exit-status';
import type { Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import { writeFileAtomically } from '../write-file';
import { chooseCatalogue } from './choose-catalogue';
import { wordLine } from './match-words';
import { requireFreeOutput } from './output-file';

export interface ExportOptions {
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly force?: boolean;
}

export interface ListOptions {
  readonly format?: 'text' | 'json';
}

/** Files that a catalogue can be written as. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['json', 'csv', 'xlsx'];

/** `shenbao catalogue export`: a catalogue as a file for programs or for people. */
export async function runExport(name: string, options: ExportOptions, surroundings: Surroundings): Promise<number> {
  const { output } = options;
  const format = options.format ?? formatOf(output);
  if (output === undefined && format === 'xlsx') throw new UsageError('工作簿不能输出到屏幕，请用 --output 写明文件。');
  const cwd = surroundings.cwd();
  if (output !== undefined) await requireFreeOutput(output, name, cwd, options.force === true);
  const catalogue = await chooseCatalogue(name, loadBuiltinResources(), surroundings);
  const bytes = writeCatalogueFile(catalogueFileOf(catalogue), format);
  if (output === undefined) surroundings.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  else {
    await writeFileAtomically(output, cwd, bytes);
    surroundings.stderr.write(`已写入 ${toPrintable(output)}：条目 ${catalogue.entries.length}\n`);
  }
  return EXIT_CLEAN;
}

/** `shenbao catalogue list`: the catalogues that ship with the program. */
export function runListCatalogues({ format = 'text' }: ListOptions, { stdout }: Surroundings): void {
  const { catalogue } = loadBuiltinResources();
  const catalogues = catalogue === null ? [] : [catalogue];
  if (format === 'json') stdout.write(`${JSON.stringify(catalogues.map(describe), null, 2)}\n`);
  else for (const one of catalogues) stdout.write(listLine(one));
}

function describe({ id, name, source, isComplete, entries }: IndicatorCatalogue): object {
  return { id, name, source, isComplete, entryCount: entries.length };
}

function listLine({ id, name, source, entries }: IndicatorCatalogue): string {
  return `${wordLine([id, name, `条目 ${entries.length}`, `来源：${source}`])}\n`;
}

function formatOf(output: string | undefined): ExportFormat {
  if (output === undefined) return 'json';
  const extension = path.extname(output).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((one) => one === extension);
  if (format === undefined)
    throw new UsageError(`从“${output}”看不出格式，请用 --format 写明：${EXPORT_FORMATS.join('、')}。`);
  return format;
}
