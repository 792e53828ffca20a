import type { LargeStorage } from '../../src/host/port/large-storage';

/** A store that several sessions share, as panes on one machine do. */
export function memoryLargeStorage(): LargeStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    keys: async () => [...texts.keys()],
    get: async (key) => texts.get(key) ?? null,
    async write(changes) {
      for (const [key, text] of Object.entries(changes)) {
        if (text === null) texts.delete(key);
        else texts.set(key, text);
      }
    },
  };
}
