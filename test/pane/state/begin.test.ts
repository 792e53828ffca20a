import { selectItems } from '../../../src/pane/state/selectors';
import { initialState, type PaneStart } from '../../../src/pane/state/pane-state';
import { SAMPLE_RULES, sampleResources } from '../../session/sample-review';
import { openSample } from '../open-sample';

const codeRule = { ...SAMPLE_RULES[3], id: 'code/missing' };

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function begin(start: PaneStart) {
  const sample = openSample({ resources: sampleResources([...SAMPLE_RULES, codeRule]) });
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

test('编码: checked, and only what the rules about codes found', async () => {
  const { store } = await begin('codes');
  expect(store.getState().filter).toEqual({ severities: [], area: 'code', ruleId: null, text: '' });
  expect(selectItems(store.getState()).map(({ finding }) => `${finding.cell} ${finding.ruleId}`)).toEqual([
    'D12 code/missing',
    'D13 code/missing',
  ]);
  store.dispatch({ type: 'ruleChosen', ruleId: null });
  expect(selectItems(store.getState()).length).toBeGreaterThan(2);
});

test.each(['repairs', 'opinions'] as const)('%s: checked, and shown there', async (start) => {
  const { store } = await begin(start);
  expect(store.getState().section).toBe(start);
  expect(store.getState().result).not.toBeNull();
});

test('设置: nothing is checked', async () => {
  const { store, session } = await begin('settings');
  expect(store.getState()).toEqual({
    ...initialState(session),
    preferences: { marks: false, autoRecheck: true, profileId: 'strict', catalogueId: null },
    areSettingsOpen: true,
  });
});
