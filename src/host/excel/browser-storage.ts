import type { HostStorage } from '../port/workbook-host';

const PREFIX = 'shenbao:';

/**
 * Settings in the browser's store. Where the browser refuses one (Internet Explorer in a locked-down zone, a full or
 * switched-off store), they last until the pane is closed.
 * @param partitionKey Set by Excel on the web, where panes of several sites share one store.
 */
export function createBrowserStorage(page: Window, partitionKey: string | undefined): HostStorage {
  const kept: Record<string, string> = {};
  const nameOf = (key: string): string => `${partitionKey || ''}${PREFIX}${key}`;

  return {
    get(key) {
      const name = nameOf(key);
      if (Object.prototype.hasOwnProperty.call(kept, name)) return Promise.resolve(kept[name]);
      try {
        return Promise.resolve(page.localStorage.getItem(name));
      } catch {
        // A store that cannot be read holds nothing for us.
        return Promise.resolve(null);
      }
    },
    set(key, value) {
      const name = nameOf(key);
      try {
        page.localStorage.setItem(name, value);
        delete kept[name];
      } catch {
        // Better for this sitting than not at all.
        kept[name] = value;
      }
      return Promise.resolve();
    },
  };
}
