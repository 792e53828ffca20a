import { timeWords } from '../../../src/pane/state/history/time-words';

test('the time of an entry, in local time', () => {
  expect(timeWords(new Date(2025, 0, 6, 9, 5).toISOString())).toBe('2025年1月6日 09:05');
  expect(timeWords('gestern')).toBe('');
});
