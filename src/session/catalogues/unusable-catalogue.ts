import { HostError } from '../../host/port/host-error';

/** @param problem Chinese sentence: why a catalogue cannot be used. */
export function unusable(problem: string): HostError {
  return new HostError(
    'unreadable-file',
    `所选的指标库不能使用：${problem}`,
    '请重新导入这个指标库，或改用其他指标库。',
  );
}
