import { ExcelHost } from '../../../src/host/excel';
import { loadOffice } from '../../../src/host/excel/load-office';
import { refusalOf } from './open-in-excel';

interface FakeScript {
  src: string;
  onload(): void;
  onerror(): void;
}

type Surroundings = Record<string, unknown>;
type Outcome = 'Excel' | 'Word' | 'browser' | 'missing' | 'broken' | 'silent';

const IN_OFFICE: Surroundings = { external: { GetHostInfo: () => 'Excel|Win32|16.01|zh-CN' } };

/** A page into which office.js is loaded: what the script does to it, as observed. */
function pageIn(outcome: Outcome, surroundings: Surroundings = IN_OFFICE) {
  const sources: string[] = [];
  const history = { pushState: 'push', replaceState: 'replace' };
  const page = {
    setTimeout,
    clearTimeout,
    history: { ...history } as Record<string, unknown>,
    location: { href: 'https://intranet/taskpane.html' },
    name: '',
    sessionStorage: { getItem: () => null },
    external: {},
    ...surroundings,
    document: {
      createElement: (): Partial<FakeScript> => ({}),
      head: {
        appendChild(script: FakeScript) {
          sources.push(script.src);
          setImmediate(() => (outcome === 'missing' ? script.onerror() : load(script)));
        },
      },
    },
  };
  const load = (script: FakeScript): void => {
    page.history.pushState = null;
    page.history.replaceState = null;
    const host = outcome === 'browser' ? null : outcome;
    const onReady = (ready: (info: unknown) => void): void => {
      if (outcome === 'silent') return;
      if (outcome === 'Excel') Object.assign(page, { Excel: {} });
      setImmediate(() => ready({ host, platform: host && 'PC' }));
    };
    const context = { requirements: { isSetSupported: () => true }, document: { mode: 'readOnly' } };
    if (outcome !== 'broken') Object.assign(page, { Office: { onReady, context } });
    script.onload();
  };
  return { page: page as unknown as Window, sources, history };
}

test('in Excel: the script beside the page, and the page keeps its history', async () => {
  const { page, sources, history } = pageIn('Excel');
  const library = await loadOffice(page);
  expect(Object.keys(library ?? {})).toEqual(['Office', 'Excel']);
  expect(sources).toEqual(['office/office.js']);
  expect(page.history).toEqual(history);
  await loadOffice(page);
  expect(sources).toHaveLength(1);
});

test('a workbook opened for viewing is neither written nor marked', async () => {
  const host = await ExcelHost.connect(pageIn('Excel').page);
  expect(host?.capabilities).toEqual({
    write: false,
    mark: false,
    select: true,
    watch: true,
    structure: false,
  });
});

test('office.js itself may find nothing', async () => {
  expect(await ExcelHost.connect(pageIn('browser').page)).toBeNull();
});

test.each<[string, Surroundings]>([
  ['a plain tab', {}],
  [
    'a tab that keeps no data',
    {
      name: 'left by another page',
      sessionStorage: {
        getItem() {
          throw new Error('Access is denied.');
        },
      },
    },
  ],
])('%s: the script, which would call outside, is not loaded', async (_, surroundings) => {
  const { page, sources } = pageIn('Excel', surroundings);
  expect(await ExcelHost.connect(page)).toBeNull();
  expect(sources).toEqual([]);
});

test.each<[string, Surroundings]>([
  ['the address', { location: { href: 'https://intranet/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN' } }],
  ['the name of the frame', { name: '{"hostInfo":"Excel|Web|16.00|zh-CN"}' }],
  ['what an earlier page of the pane left', { sessionStorage: { getItem: () => 'Excel|Web|16.00|zh-CN' } }],
  ['the newer object of Excel', { agaveHost: { GetHostInfo: () => 'Excel|Mac|16.00|zh-CN' } }],
])('Excel is known by %s', async (_, surroundings) => {
  expect(await loadOffice(pageIn('Excel', surroundings).page)).not.toBeNull();
});

test.each([
  ['Word', 'not-supported', '申报表助手只能在 Excel 中使用。'],
  ['missing', 'lost-connection', '连接 Excel 的组件没有加载成功。'],
  ['broken', 'lost-connection', '连接 Excel 的组件没有加载成功。'],
  ['silent', 'lost-connection', 'Excel 没有应答。'],
] as const)('%s: %s', async (outcome, code, message) => {
  const refusal = await refusalOf(loadOffice(pageIn(outcome).page, 50));
  expect(refusal).toMatchObject({ code, message });
  expect(refusal.advice).toMatch(/。$/);
});
