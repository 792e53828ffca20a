import { HostError } from '../../host/port/host-error';
import type { LargeStorage } from '../../host/port/large-storage';

/** Where nothing large can be kept: there is nothing, and keeping is refused. */
export const NO_LARGE_STORAGE: LargeStorage = {
  keys: () => Promise.resolve([]),
  get: () => Promise.resolve(null),
  write: () =>
    Promise.reject(
      new HostError('not-supported', '这里不能在本机保存导入的内容。', '请在 Excel 或工作台的窗格中导入。'),
    ),
};
