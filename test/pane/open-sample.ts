import { createReviewSession, type ReviewResources } from '../../src/session';
import { createInThreadRunner } from '../../src/session/checking/in-thread-runner';
import type { HostCapabilities } from '../../src/host/port/workbook-host';
import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { createPaneEffects } from '../../src/pane/state/effects';
import { initialState } from '../../src/pane/state/pane-state';
import { createPaneStore, type PaneStore } from '../../src/pane/state/store';
import { MemoryHost } from '../support/memory-host';
import { sampleResources, sampleSheets } from '../session/sample-review';

export interface SampleOptions {
  readonly sheets?: readonly SheetContent[];
  readonly capabilities?: Partial<HostCapabilities>;
  readonly resources?: ReviewResources;
  /** Texts of profiles that were imported before. */
  readonly profileFiles?: readonly string[];
  /** Runs each change of the state, for views that must be told of it (React's act). */
  readonly around?: (change: () => void) => void;
}

/** The pane without its screen, over the sample workbook; it is always five past nine. */
export function openSample(options: SampleOptions = {}) {
  const { sheets = sampleSheets(), capabilities = {}, resources = sampleResources(), around = run } = options;
  const host = new MemoryHost('申报表.xlsx', sheets, capabilities);
  const stored = (options.profileFiles ?? []).map((text) => ({ ...JSON.parse(text), text }));
  if (stored.length > 0) void host.storage.set('shenbao.profiles', JSON.stringify(stored));
  const session = createReviewSession(host, createInThreadRunner(resources));
  const bare = createPaneStore(initialState(session));
  const store: PaneStore = { ...bare, dispatch: (action) => around(() => bare.dispatch(action)) };
  const effects = createPaneEffects(session, store, () => new Date(2025, 0, 6, 9, 5));
  return { host, session, store, effects };
}

function run(change: () => void): void {
  change();
}
