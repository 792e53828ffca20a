import {
  compactCatalogue,
  compactProblem,
  FUNCTION_CATALOGUE_KEY,
  FUNCTION_CATALOGUE_REVISION_KEY,
  readCompactCatalogue,
} from '../../../src/session/catalogues/compact-catalogue';
import { DEFAULT_PREFERENCES, createReviewSession } from '../../../src/session';
import type { HostStorage } from '../../../src/host/port/workbook-host';
import { memoryLargeStorage } from '../../support/memory-large-storage';
import { openDesk, OWN, THREADS } from './open-desk';

describe('what crosses to functions in cells', () => {
  test('code, name, second level and aliases of each entry', () => {
    const { file, problem } = readCompactCatalogue(compactCatalogue(OWN));
    expect(problem).toBeNull();
    expect(file).toMatchObject({
      id: 'nanhu',
      name: '南湖区指标库',
      source: '测试',
      isComplete: true,
      codeScheme: null,
    });
    const kept = OWN.entries.map(({ code, name, level2, aliases }) => ({ code, name, level2, aliases }));
    expect(file?.entries.map(({ code, name, level2, aliases }) => ({ code, name, level2, aliases }))).toEqual(kept);
    expect(file?.entries[0]).toMatchObject({ level1: null, unit: null, kind: null });
  });

  const UNREADABLE = '自定义函数没有读到所用的指标库，请在申报表助手的窗格（“编码”）中重新选择指标库。';

  test.each([
    ['nothing', null, null],
    ['nothing any more', '', null],
    ['a problem', compactProblem('太大了。'), '太大了。'],
    ['cut off', compactCatalogue(OWN).slice(0, 200), UNREADABLE],
    ['of a later version', '{"version":2}', UNREADABLE],
  ])('%s', (_name, text, problem) => expect(readCompactCatalogue(text)).toEqual({ file: null, problem }));
});

function functionStorage() {
  const texts = new Map<string, string>();
  const storage: HostStorage = {
    get: async (key) => texts.get(key) ?? null,
    set: async (key, text) => void texts.set(key, text),
  };
  return { texts, storage };
}

async function openWithFunctions(startRunner = THREADS[0][1]) {
  const { texts, storage } = functionStorage();
  const { host } = await openDesk();
  const withFunctions = Object.assign(host, { functionStorage: storage });
  const session = createReviewSession(withFunctions, await startRunner(), memoryLargeStorage());
  const read = () => readCompactCatalogue(texts.get(FUNCTION_CATALOGUE_KEY) ?? null);
  return { session, texts, storage, read };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Nobody waits for what functions read: until it says so. */
async function eventually(check: () => void): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    try {
      return check();
    } catch {
      await pause(10);
    }
  }
  check();
}

/** For what is not to happen. */
const settled = () => pause(100);

describe.each(THREADS)('the catalogue in use is where functions in cells read it, worked out %s', (_name, start) => {
  test('chosen, replaced, removed', async () => {
    const { session, texts, read } = await openWithFunctions(start);
    await session.catalogues.keep(OWN);
    await settled();
    expect(texts.size).toBe(0);
    await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'nanhu' });
    await eventually(() => expect(read().file?.entries).toHaveLength(12));
    await eventually(() => expect(texts.get(FUNCTION_CATALOGUE_REVISION_KEY)).toBeDefined());
    const first = texts.get(FUNCTION_CATALOGUE_REVISION_KEY);
    expect(first).toMatch(/^nanhu@/);

    await session.catalogues.keep({ ...OWN, entries: OWN.entries.slice(0, 3) });
    await eventually(() => expect(read().file?.entries).toHaveLength(3));
    await eventually(() => expect(texts.get(FUNCTION_CATALOGUE_REVISION_KEY)).not.toBe(first));

    await session.catalogues.remove('nanhu');
    await eventually(() => expect(read()).toEqual({ file: null, problem: null }));
    await eventually(() => expect(texts.get(FUNCTION_CATALOGUE_REVISION_KEY)).toBe(''));
  });
});

test('a choice that changes nothing writes nothing', async () => {
  const { session, storage, texts } = await openWithFunctions();
  await session.catalogues.keep(OWN);
  await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'nanhu' });
  await eventually(() => expect(texts.get(FUNCTION_CATALOGUE_REVISION_KEY)).toMatch(/^nanhu@/));
  const set = jest.spyOn(storage, 'set');
  await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'nanhu', marks: false });
  await settled();
  expect(set).not.toHaveBeenCalled();
});

test('a catalogue too large for functions: they are told, and do not go by the former one', async () => {
  const { session, texts, storage, read } = await openWithFunctions();
  const small = { ...OWN, id: 'small', entries: OWN.entries.slice(0, 1) };
  await session.catalogues.keep(small);
  await session.catalogues.keep(OWN);
  await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'small' });
  await eventually(() => expect(texts.get(FUNCTION_CATALOGUE_REVISION_KEY)).toMatch(/^small@/));
  jest.spyOn(storage, 'set').mockImplementation(async (key, text) => {
    if (text.length > 500) throw new Error('quota');
    texts.set(key, text);
  });
  await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'nanhu' });
  const problem = '所选的指标库不能用于自定义函数（可能太大），请在窗格中填入编码，或改用较小的指标库。';
  await eventually(() => expect(read()).toEqual({ file: null, problem }));

  await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'small' });
  await eventually(() => expect(read().file?.id).toBe('small'));
});

test('where functions cannot be reached at all, settings are kept all the same', async () => {
  const { session, storage } = await openWithFunctions();
  jest.spyOn(storage, 'get').mockRejectedValue(new Error('gone'));
  jest.spyOn(storage, 'set').mockRejectedValue(new Error('gone'));
  await session.catalogues.keep(OWN);
  await session.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'nanhu' });
  await settled();
  expect((await session.readPreferences()).catalogueId).toBe('nanhu');
});
