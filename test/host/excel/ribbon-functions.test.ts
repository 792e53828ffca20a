import { serveRibbon } from '../../../src/host/excel';

type Handler = (event: { completed: () => void }) => void;

/** A page whose office.js is there already, with or without a table of actions. */
function pageWith(actions?: { associate: jest.Mock }) {
  const office = { onReady: (ready: (info: unknown) => void) => ready({ host: 'Excel', platform: 'PC' }), actions };
  const page = {
    setTimeout,
    clearTimeout,
    external: { GetHostInfo: () => 'Excel|Win32|16.01|zh-CN' },
    Office: office,
    Excel: {},
  };
  return page as unknown as Window & Record<string, Handler>;
}

async function press(handler: Handler): Promise<number> {
  const completed = jest.fn();
  handler({ completed });
  await new Promise((resolve) => setImmediate(resolve));
  return completed.mock.calls.length;
}

test('a function is called by its name, and Excel is told when its work is done', async () => {
  const page = pageWith();
  let finish: () => void = () => undefined;
  const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  await serveRibbon({ toggleMarks: work }, page);
  const completed = jest.fn();
  page.toggleMarks({ completed });
  await new Promise((resolve) => setImmediate(resolve));
  expect([work.mock.calls.length, completed.mock.calls.length]).toEqual([1, 0]);
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  expect(completed).toHaveBeenCalledTimes(1);
});

test('Excel is told too when the work fails: the button would stay busy otherwise', async () => {
  const page = pageWith();
  await serveRibbon({ toggleMarks: () => Promise.reject(new Error('no')) }, page);
  expect(await press(page.toggleMarks)).toBe(1);
});

test('found before office.js has been loaded', () => {
  const page = { location: { href: 'https://server/commands.html' } } as unknown as Window & Record<string, Handler>;
  void serveRibbon({ toggleMarks: () => Promise.resolve() }, page);
  expect(typeof page.toggleMarks).toBe('function');
});

test('entered in the table of actions where Excel has one', async () => {
  const associate = jest.fn();
  const page = pageWith({ associate });
  await serveRibbon({ toggleMarks: () => Promise.resolve() }, page);
  expect(associate.mock.calls).toEqual([['toggleMarks', page.toggleMarks]]);
});

test('a page outside Office is left alone', async () => {
  const page = { location: { href: 'https://server/commands.html' }, name: '' } as unknown as Window;
  await expect(serveRibbon({ toggleMarks: () => Promise.resolve() }, page)).resolves.toBeUndefined();
});
