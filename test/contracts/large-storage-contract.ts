import type { LargeStorage } from '../../src/host/port/large-storage';

/** What holds for every LargeStorage. @param open The same store each time within a test, and a new one for each test. */
export function describeLargeStorage(name: string, open: () => LargeStorage): void {
  describe(`${name} keeps the contract of LargeStorage`, () => {
    test('nothing is kept at first', async () => {
      const storage = open();
      expect(await storage.keys()).toEqual([]);
      expect(await storage.get('a')).toBeNull();
    });

    test('texts are kept under their keys, for others too, and replaced', async () => {
      await open().write({ a: '甲', 'b/c': '', d: '😀\n"\u0000' });
      await open().write({ a: '甲甲' });
      const storage = open();
      expect([...(await storage.keys())].sort()).toEqual(['a', 'b/c', 'd']);
      expect(await Promise.all(['a', 'b/c', 'd', 'e'].map((key) => storage.get(key)))).toEqual([
        '甲甲',
        '',
        '😀\n"\u0000',
        null,
      ]);
    });

    test('some are taken out while others are written', async () => {
      const storage = open();
      await storage.write({ a: '甲', b: '乙' });
      await storage.write({ a: null, c: '丙', never: null });
      expect([...(await storage.keys())].sort()).toEqual(['b', 'c']);
      expect(await storage.get('a')).toBeNull();
    });

    test('twenty megabytes', async () => {
      const text = '扶持企业数量'.repeat(3500000);
      await open().write({ large: text });
      expect((await open().get('large')) === text).toBe(true);
    });
  });
}
