import { showDialog } from '../../../src/host/excel';

type Opened = (result: {
  status: string;
  value: { addEventHandler: (event: string, handler: () => void) => void };
}) => void;

/** An office.js with dialogs, or without; the user closes the dialog by `close`. */
function officeWith({ hasDialogs = true, status = 'succeeded' } = {}) {
  let close: () => void = () => undefined;
  const displayDialogAsync = jest.fn((_address: string, _options: object, opened: Opened) =>
    opened({ status, value: { addEventHandler: (event, handler) => event === 'closed' && (close = handler) } }),
  );
  const isSetSupported = (name: string): boolean => hasDialogs && name === 'DialogApi';
  const office = {
    EventType: { DialogEventReceived: 'closed' },
    context: { requirements: { isSetSupported }, ui: { displayDialogAsync } },
  } as unknown as typeof Office;
  return { library: { Office: office }, displayDialogAsync, close: () => close() };
}

test('opens the page and waits until the user has closed it', async () => {
  const { library, displayDialogAsync, close } = officeWith();
  let isClosed = false;
  const closed = showDialog('https://server/notice.html#a', library).then(() => (isClosed = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(displayDialogAsync.mock.calls[0].slice(0, 2)).toEqual([
    'https://server/notice.html#a',
    { width: 32, height: 26, displayInIframe: true },
  ]);
  expect(isClosed).toBe(false);
  close();
  await closed;
});

test.each([
  ['another dialog is open', officeWith({ status: 'failed' }).library],
  ['this Excel has no dialogs', officeWith({ hasDialogs: false }).library],
  ['office.js was not loaded', {}],
])('does not wait where %s', (_reason, library) =>
  expect(showDialog('https://server/notice.html', library)).resolves.toBeUndefined(),
);
