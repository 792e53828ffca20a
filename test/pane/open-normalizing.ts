import type { ChangeSet } from '../../src/core/changes/change-set';
import type { LeftToPerson, NormalizationPlan, PlannedRepair } from '../../src/core/normalizing/normalization-plan';
import { formatAddress } from '../../src/core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { createReviewSession, type ReviewSession } from '../../src/session';
import { createInThreadRunner } from '../../src/session/checking/in-thread-runner';
import { createPaneEffects } from '../../src/pane/state/effects';
import { initialState } from '../../src/pane/state/pane-state';
import { createPaneStore, type PaneStore } from '../../src/pane/state/store';
import { MemoryHost } from '../support/memory-host';
import { sampleResources, sampleSheets } from '../session/sample-review';
import type { SampleOptions } from './open-sample';

export interface NormalizingOptions extends SampleOptions {
  /** Planned besides what `planTildes` finds. */
  readonly more?: Partial<NormalizationPlan>;
}

/** Cells with "~" become cells without. */
export function planTildes({ sheets }: WorkbookSnapshot): readonly PlannedRepair[] {
  const repairs: PlannedRepair[] = [];
  for (const { name, cells } of sheets) {
    for (const { row, column, text, value, numberFormat } of cells) {
      if (text.indexOf('~') < 0) continue;
      const address = { row, column };
      const cell = formatAddress(address);
      const before = { value, formula: null, numberFormat };
      const edit = { sheet: name, address, before, after: { ...before, value: text.replace(/~/g, '') } };
      const project = name === '图书' ? '社区图书馆运行' : '';
      repairs.push({
        key: `${name}!${cell}`,
        ruleIds: ['sample/tilde'],
        label: '删除波浪号',
        sheet: name,
        cell,
        project,
        edits: [edit],
        row: null,
      });
    }
  }
  return repairs;
}

export const LEFT: readonly LeftToPerson[] = [
  {
    ruleId: 'a/b',
    sheet: '图书',
    cell: 'D12',
    project: '社区图书馆运行',
    reason: '“若干册”不明确。',
    kind: 'judgement',
  },
  { ruleId: 'a/c', sheet: '图书', cell: 'B5', project: '社区图书馆运行', reason: '这一格是公式。', kind: 'refused' },
];

/** The pane without its screen, over the sample workbook, with a desk that plans as the tests want it. */
export function openNormalizing(options: NormalizingOptions = {}) {
  const { sheets = sampleSheets(), capabilities = {}, around = (change) => change(), more = {} } = options;
  const host = new MemoryHost('申报表.xlsx', sheets, capabilities);
  let planned = 0;
  const real = createReviewSession(host, createInThreadRunner(sampleResources()));
  const session: ReviewSession = {
    ...real,
    normalization: {
      async plan() {
        planned += 1;
        const { repairs = [], left = LEFT } = more;
        return { repairs: [...planTildes(await host.read()), ...repairs], left };
      },
      apply(plan, keys) {
        const edits = plan.repairs
          .filter(({ key }) => keys.indexOf(key) >= 0)
          .reduce((all: ChangeSet['edits'], repair) => all.concat(repair.edits), []);
        const label = `规范 ${keys.length} 处`;
        return real.history.perform({ label, steps: [{ kind: 'cells', changes: { label, edits } }] });
      },
    },
  };
  const bare = createPaneStore(initialState(session));
  const store: PaneStore = { ...bare, dispatch: (action) => around(() => bare.dispatch(action)) };
  const effects = createPaneEffects(session, store, () => new Date(2025, 0, 6, 9, 5));
  return { host, session, store, effects, plans: () => planned };
}
