import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseCatalogue, type IndicatorCatalogue } from '../../core/catalogue/indicator-catalogue';
import type { ReviewResources } from '../../session/review-resources';
import type { Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import { remarkLines } from './import-text';
import { readList } from './read-list';

/** The catalogue of that id, else the one made of that file; the one that ships with the program when none is named. */
export async function chooseCatalogue(
  name: string | undefined,
  { catalogue }: Pick<ReviewResources, 'catalogue'>,
  surroundings: Surroundings,
): Promise<IndicatorCatalogue> {
  if (catalogue !== null && (name === undefined || name === catalogue.id)) return catalogue;
  if (name === undefined) throw new UsageError('没有内置的指标库，请用 --catalogue 写明指标库文件。');
  if (name === '') throw new UsageError('--catalogue 后面是空的，请写指标库文件。');
  const cwd = surroundings.cwd();
  if (!existsSync(path.resolve(cwd, name))) {
    const builtin = catalogue === null ? '' : `内置指标库有：${catalogue.id}（${catalogue.name}）。`;
    throw new UsageError(`没有“${name}”这个指标库：找不到这个文件。${builtin}`);
  }
  const list = await readList(name, cwd);
  const notes = remarkLines(list);
  if (notes.length > 0) surroundings.stderr.write([`指标库“${name}”：`, ...notes, ''].join('\n'));
  if (list.file === null) throw new UsageError(`不能使用指标库“${path.basename(name)}”：${list.problem}`);
  return parseCatalogue(list.file);
}
