import { createOwnCatalogues } from '../../../src/session/catalogues/own-catalogues';
import { HostError } from '../../../src/host/port/host-error';
import { memoryLargeStorage } from '../../support/memory-large-storage';
import { OWN, refusalOf } from './open-desk';

const SUMMARY = { id: 'nanhu', name: '南湖区指标库', source: '测试', entryCount: 12, isComplete: true };

test('what one pane keeps the other lists, and reads as it was', async () => {
  const storage = memoryLargeStorage();
  const kept = await createOwnCatalogues(storage).keep(OWN);
  expect(kept).toEqual({ ...SUMMARY, revision: expect.any(String), problem: null });
  const other = createOwnCatalogues(storage);
  await other.keep({ ...OWN, id: 'beihu', name: '北湖区指标库' });
  expect((await other.list()).map(({ id, name }) => [id, name])).toEqual([
    ['beihu', '北湖区指标库'],
    ['nanhu', '南湖区指标库'],
  ]);
  expect(await other.find('nanhu')).toEqual(kept);
  expect(await other.find('donghu')).toBeUndefined();
  const { id, revision, load } = other.referenceTo(kept);
  expect([id, revision]).toEqual(['nanhu', kept.revision]);
  expect(JSON.parse(await load())).toEqual(OWN);
});

test('lists are read without the catalogues’ texts', async () => {
  const storage = memoryLargeStorage();
  await createOwnCatalogues(storage).keep(OWN);
  const read: string[] = [];
  const watched = { ...storage, get: (key: string) => (read.push(key), storage.get(key)) };
  expect(await createOwnCatalogues(watched).list()).toHaveLength(1);
  expect(read).toEqual(['catalogue-summary/nanhu']);
});

test('one of the same id is replaced, under another revision; nothing of the former is left', async () => {
  const storage = memoryLargeStorage();
  const own = createOwnCatalogues(storage);
  const former = await own.keep(OWN);
  const kept = await own.keep({ ...OWN, entries: OWN.entries.slice(0, 2) });
  expect(kept.revision).not.toBe(former.revision);
  expect(await own.list()).toEqual([{ ...SUMMARY, entryCount: 2, revision: kept.revision, problem: null }]);
  expect([...storage.texts.keys()].sort()).toEqual([
    'catalogue-summary/nanhu',
    `catalogue-text/nanhu/${kept.revision}`,
  ]);
  expect(await refusalOf(own.referenceTo(former).load())).toEqual({
    code: 'gone',
    message: '这个指标库的内容已不在本机。',
    advice: '请重新导入这个指标库，或改用其他指标库。',
  });
});

test('removed whole, and only that one', async () => {
  const storage = memoryLargeStorage();
  const own = createOwnCatalogues(storage);
  await own.keep(OWN);
  await own.keep({ ...OWN, id: 'nanhu-2' });
  await own.remove('nanhu');
  await own.remove('never');
  expect((await own.list()).map(({ id }) => id)).toEqual(['nanhu-2']);
  expect(storage.texts.size).toBe(2);
});

test('a store that refuses leaves the former one as it was', async () => {
  const storage = memoryLargeStorage();
  const former = await createOwnCatalogues(storage).keep(OWN);
  const full = { ...storage, write: () => Promise.reject(new HostError('not-supported', '空间已满。', '请清理。')) };
  const own = createOwnCatalogues(full);
  expect(await refusalOf(own.keep({ ...OWN, entries: [] }))).toEqual({
    code: 'not-supported',
    message: '空间已满。',
    advice: '请清理。',
  });
  expect(await own.list()).toEqual([former]);
  expect(JSON.parse(await own.referenceTo(former).load())).toEqual(OWN);
});

test('what cannot be used is listed with the reason', async () => {
  const storage = memoryLargeStorage();
  const own = createOwnCatalogues(storage);
  const { revision } = await own.keep(OWN);
  await own.keep({ ...OWN, id: 'newer', name: '丙库' });
  const newer = JSON.parse(storage.texts.get('catalogue-summary/newer') as string);
  await storage.write({
    [`catalogue-text/nanhu/${revision}`]: null,
    'catalogue-summary/newer': JSON.stringify({ ...newer, fileVersion: 2, more: true }),
    'catalogue-summary/odd': '{"name":',
  });
  expect((await own.list()).map(({ id, name, problem }) => [id, name, problem])).toEqual([
    ['newer', '丙库', '这个指标库是用更新版本的申报表助手保存的，本版本不能使用。'],
    ['nanhu', '南湖区指标库', '这个指标库的内容已不在本机。请重新导入。'],
    ['odd', 'odd', '这个指标库的记录无法识别。'],
  ]);
  await own.remove('odd');
  expect((await own.list()).map(({ id }) => id)).toEqual(['newer', 'nanhu']);
});
