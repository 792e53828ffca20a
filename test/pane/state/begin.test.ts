import { initialState, type PaneStart } from '../../../src/pane/state/pane-state';
import { parseCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import { sampleResources } from '../../session/sample-review';
import { SAMPLE_CATALOGUE } from '../../support/sample-catalogue';
import { openSample } from '../open-sample';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function begin(start: PaneStart) {
  const sample = openSample({
    resources: { ...sampleResources(), catalogue: parseCatalogue(SAMPLE_CATALOGUE) },
  });
  await sample.session.savePreferences({ marks: false, autoRecheck: true, profileId: 'strict', catalogueId: null });
  sample.effects.start(start);
  await jest.advanceTimersByTimeAsync(500);
  return sample;
}

test('校验: checked at once, by the profile that the user has set', async () => {
  const { store } = await begin('check');
  expect(store.getState()).toMatchObject({
    section: 'findings',
    activity: { kind: 'idle' },
    result: { review: { profile: { id: 'strict' } } },
  });
});

test('编码: proposed at once, nothing is checked', async () => {
  const { store } = await begin('codes');
  const { section, codes, result, activity } = store.getState();
  expect([section, result, activity]).toEqual(['codes', null, { kind: 'idle' }]);
  expect(codes.plan?.rows.map(({ cell, name }) => `${cell} ${name}`).slice(0, 2)).toEqual([
    'C12 图书采购数量',
    'C13 馆员培训人数',
  ]);
});

test('意见: checked, and shown there', async () => {
  const { store } = await begin('opinions');
  expect(store.getState().section).toBe('opinions');
  expect(store.getState().result).not.toBeNull();
});

test('设置: nothing is checked', async () => {
  const { store, session } = await begin('settings');
  expect(store.getState()).toEqual({
    ...initialState(session),
    preferences: { marks: false, autoRecheck: true, profileId: 'strict', catalogueId: null },
    history: { undoable: [], redoable: [], note: null },
    areSettingsOpen: true,
  });
});
