import { acceptanceKey, type Acceptance } from '../../src/session';
import { createAcceptances } from '../../src/session/acceptances';
import type { ReportedFinding } from '../../src/session/checking/review-report';
import { MemoryHost } from '../support/memory-host';

function finding(change: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    ruleId: 'value/unit-missing',
    severity: 'warning',
    form: null,
    sheet: '图书',
    cell: 'D12',
    quote: '≥8000',
    message: '指标值没有单位。',
    expected: null,
    fix: null,
    subject: '藏书量',
    project: '',
    searchText: '',
    ...change,
  };
}

function open() {
  const { workbookStorage } = new MemoryHost('申报表.xlsx', []);
  return { storage: workbookStorage, acceptances: createAcceptances(workbookStorage) };
}

const kept: Acceptance = {
  ruleId: 'value/unit-missing',
  sheet: '图书',
  cell: 'D12',
  flaw: '≥8000\n指标值没有单位。\n藏书量\n',
  reason: '单位已说明',
  date: '2025-01-06',
};

test('nothing accepted at first', async () => {
  expect(await open().acceptances.read()).toEqual({ acceptances: [], problem: null });
});

test('accepted with a reason, and kept in the workbook', async () => {
  const { storage, acceptances } = open();
  expect(await acceptances.accept(finding(), ' 单位已说明 ', '2025-01-06')).toEqual({
    acceptances: [kept],
    problem: null,
  });
  expect(JSON.parse((await storage.get('acceptances')) ?? '')).toEqual({ version: 1, accepted: [kept] });
  expect(await createAcceptances(storage).read()).toEqual({ acceptances: [kept], problem: null });
});

test('accepted again: the new reason replaces the former', async () => {
  const { acceptances } = open();
  await acceptances.accept(finding(), '属于特殊情况', '2025-01-05');
  expect((await acceptances.accept(finding(), '单位已说明', '2025-01-06')).acceptances).toEqual([kept]);
});

test('the last one withdrawn leaves nothing in the workbook', async () => {
  const { storage, acceptances } = open();
  await acceptances.accept(finding(), '', '2025-01-06');
  await acceptances.withdraw([{ ...kept, reason: '' }]);
  expect(await storage.get('acceptances')).toBeNull();
});

test('withdrawn', async () => {
  const { acceptances } = open();
  await acceptances.accept(finding(), '', '2025-01-06');
  await acceptances.accept(finding({ cell: 'D13' }), '', '2025-01-06');
  const { acceptances: rest } = await acceptances.withdraw([{ ...kept, reason: '' }]);
  expect(rest.map(({ cell }) => cell)).toEqual(['D13']);
});

test('two panes over one workbook keep what the other accepted', async () => {
  const { storage, acceptances: mine } = open();
  const theirs = createAcceptances(storage);
  await mine.accept(finding(), '', '2025-01-06');
  await theirs.accept(finding({ cell: 'D13' }), '', '2025-01-06');
  await mine.accept(finding({ cell: 'D14' }), '', '2025-01-06');
  expect((await theirs.read()).acceptances.map(({ cell }) => cell)).toEqual(['D12', 'D13', 'D14']);
});

test('accepted in quick succession: none is lost', async () => {
  const { storage, acceptances } = open();
  const get = storage.get.bind(storage);
  storage.get = async (key) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return get(key);
  };
  await Promise.all(['D12', 'D13', 'D14'].map((cell) => acceptances.accept(finding({ cell }), '', '2025-01-06')));
  expect((await acceptances.read()).acceptances).toHaveLength(3);
});

test('one that failed does not stop the next', async () => {
  const { storage, acceptances } = open();
  const set = storage.set.bind(storage);
  storage.set = () => Promise.reject(new Error('protected'));
  await expect(acceptances.accept(finding(), '', '2025-01-06')).rejects.toThrow('protected');
  storage.set = set;
  expect((await acceptances.accept(finding(), '单位已说明', '2025-01-06')).acceptances).toEqual([kept]);
});

describe('which finding was accepted', () => {
  test.each([
    ['another text in the cell', { quote: '≥8001' }],
    ['another flaw of the same rule in the same cell', { message: '数字与单位之间有空格。' }],
    ['another indicator in the row', { subject: '新增藏书量' }],
    ['another project', { project: '图书馆开放' }],
    ['another cell', { cell: 'D13' }],
    ['another sheet', { sheet: '培训' }],
    ['another rule', { ruleId: 'value/unit' }],
  ])('%s is another one', (_what, change) => {
    expect(acceptanceKey(finding(change))).not.toBe(acceptanceKey(finding()));
  });

  test('severity, form and proposal do not matter', () => {
    const other = finding({ severity: 'error', form: 'x', expected: '≥8000册' });
    expect(acceptanceKey(other)).toBe(acceptanceKey(kept));
  });

  test('a long text is kept short, and a change far inside it is noticed', async () => {
    const quote = '甲'.repeat(32000);
    const { storage, acceptances } = open();
    const [{ flaw }] = (await acceptances.accept(finding({ quote }), '', '2025-01-06')).acceptances;
    expect(flaw).toBe(`${'甲'.repeat(60)}… 32014 1422119543`);
    expect(((await storage.get('acceptances')) ?? '').length).toBeLessThan(300);
    expect((await acceptances.read()).acceptances.map(acceptanceKey)).toEqual([acceptanceKey(finding({ quote }))]);
    const changed = `${'甲'.repeat(20000)}乙${'甲'.repeat(11999)}`;
    expect(acceptanceKey(finding({ quote: changed }))).not.toBe(acceptanceKey(finding({ quote })));
  });
});

test('a long text is not cut within a character of two units', async () => {
  const { acceptances } = open();
  const quote = `${'甲'.repeat(59)}${'😀'.repeat(200)}`;
  const [{ flaw }] = (await acceptances.accept(finding({ quote }), '', '2025-01-06')).acceptances;
  expect(flaw).toMatch(/^甲{59}… 473 \d+$/);
});

describe('what stands in the workbook is not trusted', () => {
  const UNREADABLE = '工作簿里“已接受”的记录无法识别，没有采用，全部问题照常列出。';

  test.each([
    ['cut off', '{"version":1,"accepted":[{"ruleId"'],
    ['no list', '{"version":1,"accepted":{}}'],
    ['a number as reason', JSON.stringify({ version: 1, accepted: [{ ...kept, reason: 7 }] })],
    ['no date', JSON.stringify({ version: 1, accepted: [{ ...kept, date: '昨天' }] })],
    ['something else', '"<root/>"'],
  ])('%s: none, and a word about it; the next acceptance begins anew', async (_what, text) => {
    const { storage, acceptances } = open();
    await storage.set('acceptances', text);
    expect(await acceptances.read()).toEqual({ acceptances: [], problem: UNREADABLE });
    expect(await acceptances.accept(finding(), '单位已说明', '2025-01-06')).toEqual({
      acceptances: [kept],
      problem: null,
    });
  });

  test('of a later version: left as it is', async () => {
    const { storage, acceptances } = open();
    const text = JSON.stringify({ version: 2, accepted: [], signatures: [] });
    await storage.set('acceptances', text);
    const refused = {
      acceptances: [],
      problem: '工作簿里“已接受”的记录来自更新版本的申报表助手，本版本不能使用，全部问题照常列出。',
    };
    expect(await acceptances.read()).toEqual(refused);
    expect(await acceptances.accept(finding(), '', '2025-01-06')).toEqual(refused);
    expect(await acceptances.withdraw([kept])).toEqual(refused);
    expect(await storage.get('acceptances')).toBe(text);
  });
});
