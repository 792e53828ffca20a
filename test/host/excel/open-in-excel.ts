import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { readSheetOfFile } from '../../../src/checking/lazy-sheet-reader';
import { createBrowserStorage } from '../../../src/host/excel/browser-storage';
import { ExcelHost } from '../../../src/host/excel';
import { HostError } from '../../../src/host/port/host-error';
import { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { loadOfficeClient } from '../../support/excel-host/office-client';
import { modelOf, type ModelWorkbook } from '../../support/excel-host/workbook-model';

export interface OpenedWorkbook {
  readonly host: ExcelHost;
  readonly excel: ExcelSimulator;
  readonly model: ModelWorkbook;
}

/** The adapter over the real client over a simulated Excel with these sheets open. */
export function openInExcel(sheets: readonly SheetContent[], level = '1.15', name = '申报表.xlsx'): OpenedWorkbook {
  return openModel(modelOf(name, sheets), level);
}

/** Another pane over a workbook that may have been open before. */
export function openModel(
  model: ModelWorkbook,
  level = '1.15',
  { mode = 'readWrite', patience }: { readonly mode?: ExcelSimulator['mode']; readonly patience?: number } = {},
): OpenedWorkbook {
  const excel = new ExcelSimulator(model, level);
  excel.mode = mode;
  const storage = createBrowserStorage(fakePage(), undefined);
  const host = ExcelHost.open(loadOfficeClient(excel), storage, { patience, readSheet: readSheetOfFile });
  return { host, excel, model };
}

/** Lets answers and events on their way arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function fakePage(): Window {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return { localStorage } as unknown as Window;
}

/** The HostError a call is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<HostError> {
  const reason: unknown = await call.catch((error: unknown) => error);
  if (!(reason instanceof HostError)) throw new Error(`no HostError but ${String(reason)}`);
  return reason;
}
