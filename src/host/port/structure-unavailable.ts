import { HostError } from './host-error';

/** Where rows and sheets cannot come or go. */
export function structureUnavailable(): HostError {
  return new HostError('not-supported', '这里不能增删行和工作表。', '请在 Excel 中打开后再试。');
}
