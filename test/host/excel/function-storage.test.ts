import {
  createFunctionStorage,
  openFunctionStorage,
  type RuntimeStorage,
} from '../../../src/host/excel/function-storage';
import { HostError } from '../../../src/host/port/host-error';

/** A store as Excel has it, with what stands in it and, where wanted, room for so many characters only. */
function runtimeStorage(room = Infinity) {
  const items = new Map<string, string>();
  const used = (): number => [...items].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const storage: RuntimeStorage = {
    getItem: async (key) => items.get(key) ?? null,
    setItem: async (key, value) => {
      const former = items.get(key);
      items.set(key, value);
      if (used() <= room) return;
      if (former === undefined) items.delete(key);
      else items.set(key, former);
      throw new Error('QuotaExceededError');
    },
    removeItem: async (key) => void items.delete(key),
    getKeys: async () => [...items.keys()],
  };
  return { items, storage };
}

const LONG = '扶持企业数量'.repeat(200000);

async function refusalOf(work: Promise<unknown>): Promise<[string, string]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HostError);
  const { message, advice } = error as HostError;
  return [message, advice];
}

const NOT_READ = [
  '没有读到供单元格函数使用的内容。',
  '请在申报表助手的窗格中重新选择指标库，然后按 Ctrl+Alt+F9 重新计算。',
];
const NOT_KEPT = [
  '供单元格函数使用的内容没有保存成功，可能是太大，或空间不足。',
  '请换一个较小的指标库；窗格中的其他功能不受影响。',
];

test('a text comes back as it was set, however long it is', async () => {
  const { items, storage } = runtimeStorage();
  const texts = createFunctionStorage(storage);
  expect(await texts.get('catalogue')).toBeNull();
  for (const text of ['短', LONG, LONG.slice(1), 'x'.repeat(500000), 'x'.repeat(500001), '短']) {
    await texts.set('catalogue', text);
    expect((await texts.get('catalogue')) === text).toBe(true);
  }
  expect([...items]).toEqual([['catalogue', '短']]);
});

test('no item is longer than half a million characters', async () => {
  const { items, storage } = runtimeStorage();
  await createFunctionStorage(storage).set('catalogue', LONG);
  expect([...items.values()].map(({ length }) => length).sort((one, other) => other - one)).toEqual([
    500000,
    500000,
    200000,
    items.get('catalogue')?.length,
  ]);
});

test('"" takes an entry out and leaves others alone', async () => {
  const { items, storage } = runtimeStorage();
  const texts = createFunctionStorage(storage);
  await texts.set('catalogue', LONG);
  await texts.set('catalogue-revision', 'a@1');
  await texts.set('catalogue', '');
  expect([...items]).toEqual([['catalogue-revision', 'a@1']]);
  expect(await texts.get('catalogue')).toBeNull();
});

test('what did not fit is no text at all, not the former one and not half of it', async () => {
  const { items, storage } = runtimeStorage(1_000_000);
  const texts = createFunctionStorage(storage);
  await texts.set('catalogue', '从前的');
  expect(await refusalOf(texts.set('catalogue', LONG))).toEqual(NOT_KEPT);
  expect(await refusalOf(texts.get('catalogue'))).toEqual(NOT_READ);
  expect([...items.keys()]).toEqual(['catalogue']);
  await texts.set('catalogue', '说明');
  expect(await texts.get('catalogue')).toBe('说明');
});

test('a long text in place of another needs no room for both', async () => {
  const { storage } = runtimeStorage(1_300_000);
  const texts = createFunctionStorage(storage);
  await texts.set('catalogue', LONG);
  const other = LONG.replace(/扶/g, '帮');
  await texts.set('catalogue', other);
  expect((await texts.get('catalogue')) === other).toBe(true);
});

test('read while it is being written, it is refused', async () => {
  const { items, storage } = runtimeStorage();
  const texts = createFunctionStorage(storage);
  await texts.set('catalogue', LONG);
  items.set('catalogue:1', '短了');
  expect(await refusalOf(texts.get('catalogue'))).toEqual(NOT_READ);

  await texts.set('catalogue', LONG);
  const head = items.get('catalogue') ?? '';
  const asked = {
    ...storage,
    getItem: async (key: string) => {
      const value = items.get(key) ?? null;
      // Another window replaces it by a text of the same length after the head was read.
      if (key === 'catalogue:2') items.set('catalogue', head.replace(/\d+$/, '1'));
      return value;
    },
  };
  expect(await refusalOf(createFunctionStorage(asked).get('catalogue'))).toEqual(NOT_READ);
});

test('a store that does not answer is said to be one', async () => {
  const broken = () => Promise.reject(new Error('no'));
  const texts = createFunctionStorage({ getItem: broken, setItem: broken, removeItem: broken, getKeys: broken });
  expect(await refusalOf(texts.get('catalogue'))).toEqual(NOT_READ);
  expect(await refusalOf(texts.set('catalogue', 'x'))).toEqual(NOT_KEPT);
});

describe('in which Excel', () => {
  const libraryWith = (sets: readonly string[]) =>
    ({
      Office: {
        context: { requirements: { isSetSupported: (name: string, level: string) => sets.includes(name + level) } },
      },
    }) as unknown as Parameters<typeof openFunctionStorage>[1];
  const page = { OfficeRuntime: { storage: runtimeStorage().storage } } as unknown as Window;

  test('in one that has functions in cells', async () => {
    const texts = openFunctionStorage(page, libraryWith(['CustomFunctionsRuntime1.1']));
    await texts?.set('catalogue', '内容');
    expect(await texts?.get('catalogue')).toBe('内容');
  });

  test('in no other: Excel 2019 would fill a store that nobody reads', () => {
    expect(openFunctionStorage(page, libraryWith(['ExcelApi1.7']))).toBeUndefined();
    expect(openFunctionStorage({} as Window, libraryWith(['CustomFunctionsRuntime1.1']))).toBeUndefined();
  });
});
