import type { CodesAction } from '../../src/pane/state/codes/codes-actions';
import { parseAddress, type CellAddress } from '../../src/core/workbook/cell-address';
import type { CatalogueReaders } from '../../src/session';
import { createReviewSession } from '../../src/session';
import { createInThreadRunner } from '../../src/session/checking/in-thread-runner';
import { readCatalogueTables, type CatalogueImport } from '../../src/core/catalogue/importing';
import { createPaneEffects } from '../../src/pane/state/effects';
import { initialState } from '../../src/pane/state/pane-state';
import { createPaneStore, type PaneStore } from '../../src/pane/state/store';
import { memoryLargeStorage } from '../support/memory-large-storage';
import { MemoryHost } from '../support/memory-host';
import { sampleResources } from '../session/sample-review';
import { CATALOGUE, codesSheets, proposeSampleCodes } from './sample-codes';
import type { SampleOptions } from './open-sample';

/** What the reader of files is asked for and answers. */
export interface CodesOptions extends SampleOptions {
  readonly readFile?: CatalogueReaders['readFile'];
}

/** Nothing in it but the entries of the sample catalogue, under another name. */
export const IMPORTED: CatalogueImport = {
  tables: [
    {
      sheet: 'Sheet1',
      head: { top: 0, left: 0, bottom: 1, right: 2 },
      rowCount: 12,
      columns: [
        { role: 'code', column: 0, heading: '代码' },
        { role: 'name', column: 1, heading: '指标 / 名称' },
        { role: null, column: 2, heading: '备注' },
      ],
    },
  ],
  file: {
    version: 1,
    id: 'own-library',
    name: '区指标库',
    source: '区指标库.xlsx',
    isComplete: false,
    codeScheme: null,
    entries: CATALOGUE.entries.slice(0, 3).map((entry) => ({ ...entry, aliases: entry.aliases.slice() })),
  },
  problem: null,
  rejected: [{ sheet: 'Sheet1', cell: 'A9', text: '总计', reason: '没有编码。' }],
  duplicates: [],
  conflicts: [],
};

/** The pane without its screen, over a workbook whose indicators lack codes; see `codesSheets` and `proposeSampleCodes`. */
export function openCodes(options: CodesOptions = {}) {
  const { sheets = codesSheets(), capabilities = {}, around = (change) => change() } = options;
  const host = new MemoryHost('申报表.xlsx', sheets, capabilities);
  const resources = { ...sampleResources(), catalogue: CATALOGUE };
  const readers: CatalogueReaders = {
    readFile: options.readFile ?? (async () => IMPORTED),
    readWorkbook: async (snapshot, options) => readCatalogueTables(snapshot, snapshot.name, options),
    writeFile: async ({ name }, format) => Uint8Array.from(Buffer.from(`${name} ${format}`)),
    loadReadings: async () => (character) => ({ 阅: ['yue'], 读: ['du'] })[character] ?? [],
  };
  const largeStorage = memoryLargeStorage();
  const session = createReviewSession(host, createInThreadRunner(resources, readers), largeStorage);
  let proposed = 0;
  session.catalogues.propose = async (id) => {
    proposed += 1;
    const plan = proposeSampleCodes(await host.read());
    return id === null || id === CATALOGUE.id ? plan : { ...plan, catalogue: { ...plan.catalogue, id } };
  };
  const bare = createPaneStore(initialState(session));
  const store: PaneStore = { ...bare, dispatch: (action) => around(() => bare.dispatch(action)) };
  const effects = createPaneEffects(session, store, () => new Date(2025, 0, 6, 9, 5));
  return { host, session, store, effects, largeStorage, proposals: () => proposed };
}

/** The same at its section 编码, on Jest's own clock. */
export async function openedCodes(options: CodesOptions = {}) {
  const sample = openCodes(options);
  sample.effects.start();
  await jest.advanceTimersByTimeAsync(0);
  await sample.effects.chooseSection('codes');
  const tell = (action: CodesAction): void => sample.store.dispatch({ type: 'codes', action });
  return { ...sample, tell, codes: () => sample.store.getState().codes };
}

export function at(cell: string): CellAddress {
  return parseAddress(cell) as CellAddress;
}

/** What stands in cells of a sheet. */
export async function texts(host: MemoryHost, sheet: string, ...cells: readonly string[]): Promise<readonly unknown[]> {
  const snapshot = (await host.read()).findSheet(sheet);
  return cells.map((cell) => snapshot?.cellAt(at(cell).row, at(cell).column)?.value ?? null);
}
