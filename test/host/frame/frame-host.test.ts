import { FrameHost, serveWorkbookHost } from '../../../src/host/frame';
import { HostError } from '../../../src/host/port/host-error';
import type { RowChange } from '../../../src/core/changes/row-change';
import type { WorkbookChange, WorkbookHost } from '../../../src/host/port/workbook-host';
import { CONTRACT_NAME, CONTRACT_SHEETS, describeWorkbookHost } from '../../contracts/workbook-host-contract';
import { sheetOf } from '../../support/build-form';
import { MemoryHost } from '../../support/memory-host';
import { fakePage, FakeWindow } from './fake-windows';

const ORIGIN = 'http://localhost:3000';
const QUICK = { connect: 60, hello: 10, call: 40 };

describeWorkbookHost('MemoryHost', async () => {
  const host = new MemoryHost(CONTRACT_NAME, CONTRACT_SHEETS);
  return {
    host,
    typeText: async (address, text) => host.edit('目标表', address, text),
    close: async () => undefined,
  };
});

describeWorkbookHost('FrameHost', async () => {
  const memory = new MemoryHost(CONTRACT_NAME, CONTRACT_SHEETS);
  const { page, pane } = fakePage();
  const stop = serveWorkbookHost(memory, pane.asWindow(), ORIGIN, page.asWindow());
  return {
    host: await FrameHost.connect(pane.asWindow()),
    async typeText(address, text) {
      memory.edit('目标表', address, text);
      await Promise.resolve();
    },
    close: async () => stop(),
  };
});

describe('the bridge between page and pane', () => {
  function connected(host: WorkbookHost = new MemoryHost(CONTRACT_NAME, CONTRACT_SHEETS)) {
    const windows = fakePage();
    const stop = serveWorkbookHost(host, windows.pane.asWindow(), ORIGIN, windows.page.asWindow());
    return { ...windows, stop, frame: FrameHost.connect(windows.pane.asWindow(), QUICK) };
  }

  test('connects although the page comes up later than the pane', async () => {
    const { page, pane } = fakePage();
    const connecting = FrameHost.connect(pane.asWindow(), { ...QUICK, connect: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 35));
    serveWorkbookHost(new MemoryHost('a.xlsx', []), pane.asWindow(), ORIGIN, page.asWindow());
    expect((await (await connecting).read()).name).toBe('a.xlsx');
  });

  test('knows what the page can do', async () => {
    const { frame } = connected(new MemoryHost('a.xlsx', [], { write: false, structure: false }));
    expect((await frame).capabilities).toEqual({
      write: false,
      mark: true,
      select: true,
      watch: true,
      structure: false,
    });
  });

  test('hands over computed texts as plain ones', async () => {
    const sheet = sheetOf('表', { A1: 0.85 });
    const lazy = { ...sheet.cells[0] };
    Object.defineProperty(lazy, 'text', { get: () => '85%', enumerable: false });
    const { frame } = connected(new MemoryHost('a.xlsx', [{ ...sheet, cells: [lazy] }]));
    expect((await (await frame).read()).sheets[0].cellAt(0, 0)?.text).toBe('85%');
  });

  test('sends a sheet again only when it is another one', async () => {
    const memory = new MemoryHost(CONTRACT_NAME, CONTRACT_SHEETS);
    const { frame, pane } = connected(memory);
    const host = await frame;
    const sent: unknown[] = [];
    pane.addEventListener('message', ({ data }) => {
      if (data.kind === 'result') sent.push(data.result.sheets.map((sheet: object) => Object.keys(sheet).sort()[0]));
    });
    const first = await host.read();
    memory.edit('资金表', { row: 0, column: 1 }, 13);
    const second = await host.read('edited');
    expect(sent).toEqual([
      ['cells', 'cells'],
      ['sameAs', 'cells'],
    ]);
    expect(second.sheets[0].content).toBe(first.sheets[0].content);
    expect(second.sheets[1].cellAt(0, 1)?.value).toBe(13);
    const other = await FrameHost.connect(pane.asWindow(), QUICK);
    expect((await other.read()).sheets.map(({ name }) => name)).toEqual(['目标表', '资金表']);
  });

  test('a refusal keeps its code, its sentence and its advice', async () => {
    const host = new MemoryHost('a.xlsx', []);
    host.read = () => Promise.reject(new HostError('protected', '工作表受保护。', '请先撤销保护。'));
    const error: unknown = await (await connected(host).frame).read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'protected', message: '工作表受保护。', advice: '请先撤销保护。' });
  });

  test('a mistake of the page arrives as an internal HostError that names it', async () => {
    const host = new MemoryHost('a.xlsx', []);
    host.read = () => Promise.reject(new TypeError('x is undefined'));
    const error = (await (await connected(host).frame).read().catch((reason: unknown) => reason)) as HostError;
    expect(error).toBeInstanceOf(HostError);
    expect(error.code).toBe('internal');
    expect(error.advice).toContain('x is undefined');
  });

  test('tells of another workbook', async () => {
    const memory = new MemoryHost('a.xlsx', []);
    const frame = await connected(memory).frame;
    const changes: WorkbookChange[] = [];
    frame.watch((change) => changes.push(change));
    memory.open('b.xlsx', []);
    await Promise.resolve();
    expect(changes).toEqual([{ kind: 'opened' }]);
  });

  test('row changes, sheets and locked cells cross as they are', async () => {
    const memory = new MemoryHost(CONTRACT_NAME, CONTRACT_SHEETS, { structure: true });
    const heard: unknown[] = [];
    const content = { value: '甲', formula: null, numberFormat: 'General' };
    const insertion: RowChange = {
      kind: 'insert',
      sheet: '目标表',
      row: 3,
      like: 2,
      beside: [{ column: 0, content }],
      cells: [{ column: 1, content: { value: 5, formula: 'A1+1', numberFormat: '0.0' } }],
      mergedAreas: [{ top: 1, left: 0, bottom: 3, right: 0 }],
    };
    const deletion: RowChange = { kind: 'delete', sheet: '目标表', row: 1, cells: [{ column: 0, content }] };
    const conflict = { change: deletion, reason: '这一行已经改动' };
    const added = { name: '新表', file: 'UEsDBA==', source: '表' };
    const place = { sheet: '目标表', address: { row: 1, column: 1 } };
    const structure: Partial<WorkbookHost> = {
      changeRows: async (changes) => {
        heard.push(changes);
        return [conflict];
      },
      addSheets: async (...parameters) => void heard.push(parameters),
      removeSheets: async (names) => void heard.push(names),
      findLocked: async (cells) => {
        heard.push(cells);
        return [place];
      },
    };
    Object.assign(memory, structure);
    const frame = await connected(memory).frame;
    expect(frame.capabilities.structure).toBe(true);
    expect(await frame.changeRows([insertion, deletion])).toEqual([conflict]);
    await frame.addSheets([added], '资金表');
    await frame.removeSheets(['新表']);
    expect(await frame.findLocked([place, { ...place, sheet: '资金表' }])).toEqual([place]);
    expect(heard).toEqual([
      [insertion, deletion],
      [[added], '资金表'],
      ['新表'],
      [place, { ...place, sheet: '资金表' }],
    ]);
  });

  test('a page that never answers is a lost connection', async () => {
    const { pane } = fakePage();
    await expect(FrameHost.connect(pane.asWindow(), QUICK)).rejects.toMatchObject({ code: 'lost-connection' });
  });

  test('a page that goes silent is a lost connection', async () => {
    const { frame, stop } = connected();
    const host = await frame;
    stop();
    await expect(host.read()).rejects.toMatchObject({ code: 'lost-connection' });
  });

  test('an answer of the wrong shape is refused, not passed on', async () => {
    const host = new MemoryHost('a.xlsx', []);
    host.apply = async () => ({ written: 'many', conflicts: [] }) as never;
    const frame = await connected(host).frame;
    await expect(frame.apply({ label: '', edits: [] })).rejects.toMatchObject({ code: 'internal' });
  });

  test.each([
    ['from another window', (page: FakeWindow, request: object) => page.deliver(request, new FakeWindow(), ORIGIN)],
    [
      'from another origin',
      (page: FakeWindow, request: object, pane: FakeWindow) => page.deliver(request, pane, 'http://evil.example'),
    ],
    [
      'of another channel',
      (page: FakeWindow, request: object, pane: FakeWindow) => page.deliver({ ...request, channel: 'x' }, pane),
    ],
    [
      'with parameters that are none',
      (page: FakeWindow, request: object, pane: FakeWindow) =>
        page.deliver({ ...request, call: { method: 'select', sheet: 1, range: null } }, pane),
    ],
  ])('the page ignores a request %s', async (_, deliver) => {
    const memory = new MemoryHost(CONTRACT_NAME, CONTRACT_SHEETS);
    const { frame, page, pane, log } = connected(memory);
    await frame;
    const answersBefore = log.filter(({ to }) => to === 'pane').length;
    const range = { top: 0, left: 0, bottom: 0, right: 0 };
    const call = { method: 'select', sheet: '目标表', range };
    deliver(page, { channel: 'shenbao-workbook', kind: 'request', id: 7, call }, pane);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(memory.selection).toBeNull();
    expect(log.filter(({ to }) => to === 'pane')).toHaveLength(answersBefore);
  });

  test('the pane ignores changes that do not come from its page', async () => {
    const { frame, pane, page } = connected();
    const changes: WorkbookChange[] = [];
    (await frame).watch((change) => changes.push(change));
    const message = { channel: 'shenbao-workbook', kind: 'change', change: { kind: 'opened' } };
    pane.deliver(message, new FakeWindow());
    pane.deliver(message, page, 'http://evil.example');
    await Promise.resolve();
    expect(changes).toEqual([]);
  });
});
