import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createIndexedStorage } from '../../../src/host/browser';
import { HostError } from '../../../src/host/port/host-error';
import { describeLargeStorage } from '../../contracts/large-storage-contract';
import { memoryLargeStorage } from '../../support/memory-large-storage';

const browser = globalThis as { indexedDB?: unknown };

beforeEach(() => (browser.indexedDB = new IDBFactory()));
afterEach(() => {
  jest.restoreAllMocks();
  delete browser.indexedDB;
});

describeLargeStorage('the browser’s database', () => createIndexedStorage());

let shared = memoryLargeStorage();
beforeEach(() => (shared = memoryLargeStorage()));
describeLargeStorage('the store of the tests', () => shared);

async function refusalOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HostError);
  const { code, message, advice } = error as HostError;
  return [code, message, advice];
}

const ALLOW = '请允许本站在这台电脑上保存数据（不要用无痕或隐私浏览方式），然后重试。';

describe('a browser that refuses', () => {
  const missing: readonly [string, () => void][] = [
    ['no database in this web view', () => delete browser.indexedDB],
    [
      'access is forbidden',
      () =>
        Object.defineProperty(globalThis, 'indexedDB', {
          configurable: true,
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        }),
    ],
    [
      'it does not open',
      () => {
        browser.indexedDB = {
          open() {
            const request = { error: new DOMException('', 'InvalidStateError'), onerror: () => undefined };
            setTimeout(() => request.onerror(), 0);
            return request;
          },
        };
      },
    ],
  ];

  test.each(missing)('%s', async (_name, refuse) => {
    refuse();
    const storage = createIndexedStorage();
    expect(await refusalOf(storage.write({ a: '甲' }))).toEqual(['not-supported', '浏览器没有在本机保存内容。', ALLOW]);
    expect(await refusalOf(storage.keys())).toEqual(['not-supported', '浏览器不让读取保存在本机的内容。', ALLOW]);
    expect(await refusalOf(storage.get('a'))).toEqual(['not-supported', '浏览器不让读取保存在本机的内容。', ALLOW]);
  });

  test('a database that never opens', async () => {
    browser.indexedDB = { open: () => ({}) };
    expect(await refusalOf(createIndexedStorage(20).get('a'))).toEqual([
      'not-supported',
      '浏览器不让读取保存在本机的内容。',
      ALLOW,
    ]);
  });

  test('what was refused once may be allowed later', async () => {
    delete browser.indexedDB;
    const storage = createIndexedStorage();
    await refusalOf(storage.keys());
    browser.indexedDB = new IDBFactory();
    expect(await storage.keys()).toEqual([]);
  });

  test('no space for all of it: nothing of it is kept, and that is said', async () => {
    const storage = createIndexedStorage();
    await storage.write({ a: '甲', b: '乙' });
    const put = IDBObjectStore.prototype.put;
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (key === 'd') throw new DOMException('', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    expect(await refusalOf(storage.write({ a: null, b: '改', c: '丙', d: '丁' }))).toEqual([
      'not-supported',
      '本机留给申报表助手的存储空间已满。',
      '请移除不用的指标库，或清理磁盘空间，然后重试。',
    ]);
    expect([...(await storage.keys())].sort()).toEqual(['a', 'b']);
    expect([await storage.get('a'), await storage.get('b')]).toEqual(['甲', '乙']);
  });
});
