/** Writes what the pane asks its worker about catalogues, and what Node answers but to the last, which it packs otherwise: FILE. */
import { writeFileSync } from 'node:fs';
import { LAZY_READERS } from '../../../src/checking/lazy-readers';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import type { CatalogueReference, CatalogueWorks } from '../../../src/session/catalogues/catalogue-works';
import { createCatalogueWorks } from '../../../src/session/catalogues/create-catalogue-works';
import type { CatalogueTask } from '../../../src/session/checking/catalogue-tasks';
import type { PaneMessage } from '../../../src/session/checking/messages';

const [to] = process.argv.slice(2);
const works: CatalogueWorks = createCatalogueWorks(loadBuiltinResources(), LAZY_READERS);
const builtin: CatalogueReference = { id: 'zhuhai-observed', revision: '', load: () => Promise.reject(new Error()) };
const catalogue = { id: builtin.id, revision: builtin.revision };

const workbook = await works.export(builtin, 'xlsx');
const searches = ['psxcp', '宣传', '1110'].map((text) => ({ text, level2: null, limit: 5 }));
const tasks: CatalogueTask[] = [
  ...searches.map((search) => ({ kind: 'search', catalogue, search }) as const),
  // As numbers: a typed array is none in JSON.
  { kind: 'inspectFile', name: '本局指标库.xlsx', bytes: Array.from(workbook) as unknown as Uint8Array, options: {} },
  { kind: 'export', catalogue, format: 'csv' },
  { kind: 'export', catalogue, format: 'json' },
  { kind: 'export', catalogue, format: 'xlsx' },
];
const messages: PaneMessage[] = tasks.map((task, index) => ({ kind: 'request', request: index + 1, task }));

const { file, ...found } = await works.inspect({ kind: 'file', name: '本局指标库.xlsx', bytes: workbook }, {});
const answers = [
  ...(await Promise.all(searches.map((search) => works.search(builtin, search)))),
  { ...found, fileText: JSON.stringify(file) },
  Array.from(await works.export(builtin, 'csv')),
  Array.from(await works.export(builtin, 'json')),
];
writeFileSync(to, JSON.stringify({ messages, answers }));
