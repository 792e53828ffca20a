import type { HostStorage } from '../../host/port/workbook-host';
import { GridHost, type Refusal } from './grid-host';
import { UniverGrid } from './univer-grid';

export type { GridHost, Refusal } from './grid-host';
export type { StructureCount } from './structure-count';

/** Starts the spreadsheet component in an element. Loaded on demand: it is by far the largest part of the page. */
export function startGrid(
  container: HTMLElement,
  storage: HostStorage,
  events: { refuse(refusal: Refusal): void; editsChanged(): void; warn(warnings: readonly string[]): void },
): { host: GridHost; grid: UniverGrid } {
  const grid = new UniverGrid(container);
  return { grid, host: new GridHost(grid, storage, events.refuse, events.editsChanged, events.warn) };
}
