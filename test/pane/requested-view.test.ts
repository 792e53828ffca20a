import { requestedView } from '../../src/pane/requested-view';

test.each([
  ['?view=codes', 'codes'],
  ['?_host_Info=Excel$Win32$16.01&view=settings', 'settings'],
  ['?host=frame&view=opinions&x=1', 'opinions'],
  ['?view=repairs', 'repairs'],
  ['?view=check', 'check'],
])('%s', (search, expected) => {
  expect(requestedView(search)).toBe(expected);
});

test.each(['', '?host=frame', '?view=', '?view=other', '?view=constructor', '?preview=codes', '?view=Codes'])(
  'nothing that we know: %s',
  (search) => {
    expect(requestedView(search)).toBeNull();
  },
);
