import { createStore, keys, promisifyRequest, type UseStore } from 'idb-keyval';
import { HostError } from '../port/host-error';
import type { LargeStorage } from '../port/large-storage';

const DATABASE = 'shenbao';
const STORE = 'texts';

const ALLOW = '请允许本站在这台电脑上保存数据（不要用无痕或隐私浏览方式），然后重试。';
const FREE = '请移除不用的指标库，或清理磁盘空间，然后重试。';

/** Milliseconds: some browsers open no database and say nothing; whoever waits for one is told. */
const PATIENCE = 30000;

/**
 * Large texts in the browser's database. Where there is none, or it is full, that is said when it is used.
 * @param patience How long to wait for the database, in milliseconds; usually left out.
 */
export function createIndexedStorage(patience: number = PATIENCE): LargeStorage {
  let opened: UseStore | null = null;

  const inStore = async <Result>(isWriting: boolean, work: (use: UseStore) => Promise<Result>): Promise<Result> => {
    try {
      if (opened === null) opened = createStore(DATABASE, STORE);
      return await within(patience, work(opened));
    } catch (error) {
      // A connection that broke is opened anew the next time.
      opened = null;
      throw refusal(error, isWriting);
    }
  };

  return {
    keys: () => inStore(false, async (use) => (await keys(use)).map(String)),

    async get(key) {
      const text: unknown = await inStore(false, (use) => use('readonly', (store) => promisifyRequest(store.get(key))));
      return typeof text === 'string' ? text : null;
    },

    write: (texts) => inStore(true, (use) => use('readwrite', (store) => writeAll(store, texts))),
  };
}

function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
    const settle = (): void => clearTimeout(timer);
    work.then(settle, settle);
    work.then(resolve, reject);
  });
}

function writeAll(store: IDBObjectStore, texts: Readonly<Record<string, string | null>>): Promise<void> {
  const { transaction } = store;
  try {
    for (const key of Object.keys(texts)) {
      const text = texts[key];
      if (text === null) store.delete(key);
      else store.put(text, key);
    }
  } catch (error) {
    // A text that is refused at once, because it is too long, does not end what was begun before it.
    transaction.abort();
    throw error;
  }
  return promisifyRequest(transaction);
}

function refusal(error: unknown, isWriting: boolean): HostError {
  const { name = '' } = (error || {}) as { readonly name?: string };
  if (name === 'QuotaExceededError') return new HostError('not-supported', '本机留给申报表助手的存储空间已满。', FREE);
  return isWriting
    ? new HostError('not-supported', '浏览器没有在本机保存内容。', ALLOW)
    : new HostError('not-supported', '浏览器不让读取保存在本机的内容。', ALLOW);
}
