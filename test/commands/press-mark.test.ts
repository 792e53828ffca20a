/** @jest-environment jsdom */
import { HostError } from '../../src/host/port/host-error';
import { readNotice } from '../../src/commands/notice';
import * as excel from '../../src/host/excel';

jest.mock('../../src/host/excel', () => ({
  ExcelHost: { connect: jest.fn() },
  serveRibbon: jest.fn(),
  showDialog: jest.fn(() => Promise.resolve()),
}));

const connect = excel.ExcelHost.connect as jest.Mock;
const shown = excel.showDialog as jest.Mock;

let press: () => Promise<void>;
beforeAll(async () => {
  await import('../../src/commands');
  press = (excel.serveRibbon as jest.Mock).mock.calls[0][0].toggleMarks;
});
beforeEach(() => shown.mockClear());

const markedHost = (mark: jest.Mock) => ({ capabilities: { mark: true }, hasMarks: async () => true, mark });

test('a failure is shown in a dialog, in the words of the host', async () => {
  connect.mockRejectedValueOnce(
    new HostError('not-supported', '这个版本的 Excel 太旧。', '需要 Excel 2019 & 更高版本。'),
  );
  await press();
  const address = String(shown.mock.calls[0][0]);
  expect(address.split('#')[0]).toBe('http://localhost/notice.html');
  expect(readNotice(new URL(address).hash)).toEqual({
    message: '这个版本的 Excel 太旧。',
    advice: '需要 Excel 2019 & 更高版本。',
  });
});

test('a mistake of ours too, without its technical words', async () => {
  connect.mockRejectedValueOnce(new TypeError('undefined is not a function'));
  await press();
  expect(readNotice(String(shown.mock.calls[0][0])).message).toBe('标记没有完成，程序出了意外的错误。');
});

test('nothing is shown where all went well, or where there is no Excel', async () => {
  connect.mockResolvedValueOnce(markedHost(jest.fn()));
  await press();
  connect.mockResolvedValueOnce(null);
  await press();
  expect(shown).not.toHaveBeenCalled();
});

test('pressed twice, the second waits for the first, although that failed', async () => {
  const steps: string[] = [];
  const slow = jest.fn(async () => {
    steps.push('first');
    await new Promise((resolve) => setTimeout(resolve, 5));
    steps.push('failed');
    throw new HostError('busy', '忙。');
  });
  connect.mockResolvedValueOnce(markedHost(slow));
  connect.mockResolvedValueOnce(markedHost(jest.fn(async () => void steps.push('second'))));
  await Promise.all([press(), press()]);
  expect(steps).toEqual(['first', 'failed', 'second']);
  expect(shown).toHaveBeenCalledTimes(1);
});
