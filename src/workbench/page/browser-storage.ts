import { HostError } from '../../host/port/host-error';
import type { HostStorage } from '../../host/port/workbook-host';

/** Settings in the browser's own storage, under a prefix of ours. */
export function browserStorage(prefix: string, storage: Storage = window.localStorage): HostStorage {
  return {
    async get(key) {
      return storage.getItem(prefix + key);
    },
    async set(key, value) {
      try {
        storage.setItem(prefix + key, value);
      } catch {
        throw new HostError(
          'not-supported',
          '浏览器没有保存这项设置。',
          '请检查浏览器是否禁止本站存储数据，或存储空间是否已满。',
        );
      }
    },
  };
}
