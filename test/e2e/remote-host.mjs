import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './workbench-page.mjs';

/** TypeScript that tests in the browser share with those of Jest. */
const PARTS = `
  export { CONTRACT_NAME, CONTRACT_SHEETS, describeWorkbookHost } from './test/contracts/workbook-host-contract';
  export { cleanRows, projectTarget } from './test/support/build-form';
  export { buildXlsx } from './test/support/build-xlsx';
  export { rowCells } from './src/core/changes/apply-row-changes';
  export { formatAddress, formatRange } from './src/core/workbook/cell-address';
  export { WorkbookSnapshot } from './src/core/workbook/workbook-snapshot';
  export { HostError } from './src/host/port/host-error';
  export { openXlsx } from './src/host/xlsx';
`;

/** Bundled on the fly. */
export async function loadParts() {
  const folder = mkdtempSync(path.join(tmpdir(), 'shenbao-e2e-'));
  const bundle = path.join(folder, 'parts.mjs');
  await build({
    stdin: { contents: PARTS, resolveDir: ROOT, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const parts = await import(pathToFileURL(bundle).href);
  rmSync(folder, { recursive: true, force: true });
  return parts;
}

/** Notes what the host tells of the user's edits, for `remoteHost` to hand on. */
export function listenToChanges(page) {
  return page.evaluate(() => {
    window.heardChanges = [];
    window.workbench.host.watch((change) => window.heardChanges.push(change));
  });
}

/** Opens a workbook in the place of the former; answers its host. */
export async function openBytes(page, parts, bytes, name) {
  await page.evaluate(([list, file]) => window.workbench.openBytes(new Uint8Array(list), file), [[...bytes], name]);
  await page.evaluate(() => window.heardChanges.splice(0));
  return remoteHost(page, parts, Date.now());
}

/** The host in the page as a `WorkbookHost` here; changes are handed on by `deliverChanges`. */
function remoteHost(page, parts, openedAt) {
  const listeners = new Set();
  const call = async (method, ...parameters) => {
    const answer = await page.evaluate(
      async ([name, values]) => {
        const { host } = window.workbench;
        try {
          if (name === 'get' || name === 'set') return { result: await host.storage[name](...values) };
          if (name === 'getNote') return { result: await host.workbookStorage.get(...values) };
          if (name === 'setNote') return { result: await host.workbookStorage.set(...values) };
          const result = await host[name](...values);
          if (name !== 'read') return { result };
          const plain = ({ row, column, value, text, formula, numberFormat, rawNumber, isError }) => {
            return { row, column, value, text, formula, numberFormat, rawNumber, isError };
          };
          const sheets = result.sheets.map(({ content }) => ({ ...content, cells: content.cells.map(plain) }));
          return { result: { name: result.name, sheets } };
        } catch ({ code, message, advice }) {
          return { error: { code, message, advice } };
        }
      },
      [method, parameters],
    );
    if (answer.error) throw new parts.HostError(answer.error.code, answer.error.message, answer.error.advice);
    return answer.result;
  };
  return {
    capabilities: { write: true, mark: true, select: true, watch: true, structure: true },
    async read() {
      const { name, sheets } = await call('read');
      return new parts.WorkbookSnapshot(name, sheets);
    },
    apply: (changes) => call('apply', changes),
    changeRows: (changes) => call('changeRows', changes),
    addSheets: (sheets, after) => call('addSheets', sheets, after),
    removeSheets: (names) => call('removeSheets', names),
    findLocked: (cells) => call('findLocked', cells),
    mark: (marks) => call('mark', marks),
    async select(sheet, range) {
      // The grid takes keys once it has drawn the new workbook.
      await page.waitForTimeout(Math.max(0, openedAt + 500 - Date.now()));
      return call('select', sheet, range);
    },
    conceal: (sheet) => call('conceal', sheet),
    storage: { get: (key) => call('get', key), set: (key, value) => call('set', key, value) },
    workbookStorage: { get: (key) => call('getNote', key), set: (key, value) => call('setNote', key, value) },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async deliverChanges() {
      const changes = await page.evaluate(() => window.heardChanges.splice(0));
      for (const change of changes) for (const listener of listeners) listener(change);
    },
  };
}

/** As a user does it: the cell is selected, the text typed, Enter pressed. */
export async function type(page, host, sheet, address, text) {
  await host.select(sheet, rangeOf(address));
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(250);
  await host.deliverChanges();
}

export function rangeOf({ row, column }) {
  return { top: row, left: column, bottom: row, right: column };
}
