import { certainChoices, type CodingPlan } from '../../../src/core/coding';
import { ReviewCancelled, type ReviewRunner } from '../../../src/session';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { HostError } from '../../../src/host/port/host-error';
import { cleanRows, projectTarget, sheetOf } from '../../support/build-form';
import { memoryLargeStorage } from '../../support/memory-large-storage';
import { openDesk, OWN, refusalOf, THREADS } from './open-desk';

const BUILTIN = { id: 'zhuhai-observed', isBuiltin: true, problem: null, isComplete: false };
const UTF8 = new TextEncoder();

const LIST = UTF8.encode(
  '指标编码,指标名称,一级指标,二级指标\n111000101,图书采购数量,产出指标,数量指标\n331000105,读者满意度,满意度指标,服务对象满意度指标\n',
);

const REMOVED = { code: 'gone', message: '所选的指标库已被移除。', advice: '请重新选择指标库。' };

function nameAt(sheets: readonly SheetContent[], row: number): unknown {
  return sheets[0].cells.find((cell) => cell.row === row && cell.column === 2)?.value;
}

async function contents(host: Awaited<ReturnType<typeof openDesk>>['host']) {
  return (await host.read()).sheets.map(({ content }) => content);
}

function states({ rows }: CodingPlan): Record<string, string> {
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

describe.each(THREADS)('%s', (_name, start: () => Promise<ReviewRunner>) => {
  test('catalogues that ship with the program, then the user’s own', async () => {
    const { desk } = await openDesk(start);
    const [builtin, ...others] = await desk.list();
    expect(builtin).toMatchObject(BUILTIN);
    expect(builtin.entryCount).toBeGreaterThan(20);
    expect(builtin.source).not.toBe('');
    expect(others).toEqual([]);
    const kept = await desk.keep(OWN);
    expect(kept).toEqual({
      id: 'nanhu',
      name: '南湖区指标库',
      source: '测试',
      entryCount: 12,
      isComplete: true,
      isBuiltin: false,
      problem: null,
    });
    expect((await desk.list()).slice(1)).toEqual([kept]);
  });

  test('a list is read out of a file, kept, and its entries are found', async () => {
    const { desk } = await openDesk(start);
    const found = await desk.inspectFile('本局指标.csv', LIST, { name: '本局指标库', isComplete: true });
    expect(found).toMatchObject({ problem: null, rejected: [], duplicates: [], conflicts: [] });
    const { file } = found;
    expect(file).toMatchObject({ name: '本局指标库', isComplete: true });
    expect(file?.entries.map(({ code, name, level2 }) => [code, name, level2])).toEqual([
      ['111000101', '图书采购数量', 'quantity'],
      ['331000105', '读者满意度', 'serviceSatisfaction'],
    ]);
    expect((await desk.list()).length).toBe(1);
    const { id } = await desk.keep(file as NonNullable<typeof file>);
    const search = async (text: string, level2: 'quantity' | null = null) =>
      (await desk.search(id, { text, level2, limit: 5 })).map(({ code }) => code);
    expect(await search('采购')).toEqual(['111000101']);
    expect(await search('tscg')).toEqual(['111000101']);
    expect(await search('duzhemanyidu')).toEqual(['331000105']);
    expect(await search('33')).toEqual(['331000105']);
    expect(await search('33', 'quantity')).toEqual([]);
  });

  test('files that hold no list end in a sentence, others in a refusal; nothing is kept', async () => {
    const { desk } = await openDesk(start);
    const found = await desk.inspectFile('空.csv', UTF8.encode('姓名,电话\n甲,1\n'));
    expect([found.file, found.problem]).toEqual([null, expect.stringMatching(/没有找到指标表/)]);
    expect(await refusalOf(desk.inspectFile('图.png', new Uint8Array([137, 80, 78, 71, 0, 0, 255, 1])))).toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/^文件“图\.png”.*。$/),
    });
    expect(await desk.list()).toHaveLength(1);
  });

  test('a list is read out of the open workbook', async () => {
    const list = sheetOf('指标库', { A1: '指标编码', B1: '指标名称', A2: '111000101', B2: '图书采购数量' });
    const { desk } = await openDesk(start, undefined, [list]);
    const { file, tables } = await desk.inspectWorkbook({ name: '本局指标库' });
    expect(file?.entries.map(({ code, name }) => [code, name])).toEqual([['111000101', '图书采购数量']]);
    expect(tables.map(({ sheet, rowCount }) => [sheet, rowCount])).toEqual([['指标库', 1]]);
  });

  test('codes are proposed, filled in, found right by a check, and taken back to the cell', async () => {
    const { host, session, desk } = await openDesk(start);
    await desk.keep(OWN);
    const before = await contents(host);
    const plan = await desk.propose('nanhu');
    expect(plan.catalogue).toEqual({ id: 'nanhu', name: '南湖区指标库', isComplete: true });
    expect(states(plan)).toMatchObject({ 图书采购数量: 'certain', 读者满意度: 'certain', 不适用: 'left' });

    const applied = await desk.fill(plan, certainChoices(plan));
    expect([applied.conflicts, applied.interruption]).toEqual([[], []]);
    const filled = await contents(host);
    expect(nameAt(filled, 11)).toBe('111000101-图书采购数量');
    const again = await desk.propose('nanhu');
    expect(states(again)).toMatchObject({ 图书采购数量: 'coded', 读者满意度: 'coded' });

    const codes = async (catalogueId: string | null) =>
      (await session.review({ catalogueId })).findings.filter(({ ruleId }) => /^code\/(?!missing)/.test(ruleId));
    expect(await codes('nanhu')).toEqual([]);

    const undone = await session.history.undo();
    expect(undone.conflicts).toEqual([]);
    expect(await contents(host)).toEqual(before);
  });

  test('a locked cell of a protected sheet is left alone and named; the others are filled in', async () => {
    const { host, desk } = await openDesk(start);
    await desk.keep(OWN);
    const plan = await desk.propose('nanhu');
    jest
      .spyOn(host, 'findLocked')
      .mockImplementation(async (cells) => cells.filter(({ address }) => address.row === 11));
    const { conflicts, cells } = await desk.fill(plan, certainChoices(plan));
    expect(conflicts).toContain('工作表“表一”受保护，C12 已锁定，未写入。');
    expect(cells).toBeGreaterThan(1);
    const filled = await contents(host);
    expect(nameAt(filled, 11)).toBe('图书采购数量');
    expect(states(await desk.propose('nanhu'))).toMatchObject({ 图书采购数量: 'certain', 读者满意度: 'coded' });
  });

  test('codes are taken off again, those of some rows or all; names stay', async () => {
    const { host, desk } = await openDesk(start);
    await desk.keep(OWN);
    const plan = await desk.propose('nanhu');
    await desk.fill(plan, certainChoices(plan));
    const coded = await desk.propose('nanhu');
    const [first] = coded.rows.filter(({ state }) => state === 'coded');
    await desk.strip(coded, [first.key]);
    expect(nameAt(await contents(host), 11)).toBe('图书采购数量');
    const rest = await desk.propose('nanhu');
    expect(states(rest)).toMatchObject({ 图书采购数量: 'certain', 读者满意度: 'coded' });
    await desk.strip(rest);
    expect(states(await desk.propose('nanhu'))).toMatchObject({ 图书采购数量: 'certain', 读者满意度: 'certain' });
  });

  test('what was kept anew under an id is gone by at once', async () => {
    const { desk } = await openDesk(start);
    await desk.keep(OWN);
    expect(states(await desk.propose('nanhu'))).toMatchObject({ 图书采购数量: 'certain' });
    await desk.keep({ ...OWN, entries: OWN.entries.filter(({ name }) => name !== '图书采购数量') });
    expect(states(await desk.propose('nanhu')).图书采购数量).not.toBe('certain');
    expect(await desk.search('nanhu', { text: '图书采购数量', level2: null, limit: 5 })).toEqual([]);
    await desk.remove('nanhu');
    expect(await refusalOf(desk.propose('nanhu'))).toEqual(REMOVED);
    expect(await refusalOf(desk.search('nanhu', { text: '', level2: null, limit: 5 }))).toEqual(REMOVED);
    expect(await refusalOf(desk.export('nanhu', 'json'))).toEqual(REMOVED);
  });

  test('a catalogue that this version cannot read is refused with the reason', async () => {
    const storage = memoryLargeStorage();
    const { desk } = await openDesk(start, storage);
    await desk.keep(OWN);
    const textKey = [...storage.texts.keys()].find((key) => key.startsWith('catalogue-text/')) as string;
    storage.texts.set(textKey, '{"version":1,"id":"nanhu"');
    const refusal = {
      code: 'unreadable-file',
      message: '所选的指标库不能使用：指标库的内容不完整。',
      advice: '请重新导入这个指标库，或改用其他指标库。',
    };
    expect((await desk.list())[1].problem).toBeNull();
    expect(await refusalOf(desk.propose('nanhu'))).toEqual(refusal);
    expect(await refusalOf(desk.propose('nanhu'))).toEqual(refusal);
    expect((await desk.list())[1].problem).toBe(refusal.message);
    storage.texts.delete(textKey);
    expect(await refusalOf(desk.propose('nanhu'))).toMatchObject({
      message: '所选的指标库不能使用：这个指标库的内容已不在本机。请重新导入。',
    });
    await desk.keep(OWN);
    expect((await desk.list())[1].problem).toBeNull();
    expect((await desk.propose('nanhu')).rows.length).toBeGreaterThan(5);
  });

  test('exported under its name, and read again as it was', async () => {
    const { desk } = await openDesk(start);
    await desk.keep({ ...OWN, name: '南湖区/2025:指标库' });
    const { fileName, bytes } = await desk.export('nanhu', 'json');
    expect(fileName).toBe('南湖区_2025_指标库.json');
    const { file } = await desk.inspectFile(fileName, bytes);
    expect(file).toEqual({ ...OWN, name: '南湖区/2025:指标库' });
    for (const format of ['csv', 'xlsx'] as const) {
      const exported = await desk.export('nanhu', format);
      expect(exported.fileName).toBe(`南湖区_2025_指标库.${format}`);
      const entries = (await desk.inspectFile(exported.fileName, exported.bytes)).file?.entries;
      expect(entries?.map(({ code, name }) => [code, name])).toEqual(OWN.entries.map(({ code, name }) => [code, name]));
    }
    const builtin = await desk.export('zhuhai-observed', 'json');
    expect(builtin.fileName).toMatch(/^珠海.*\.json$/);
  });

  test('codes are held against the catalogue in use', async () => {
    const rows = cleanRows({ 数量: [['111000101-图书购买册数', '≥8000册', '以入库单为准。']] });
    const { session, desk } = await openDesk(start, undefined, [projectTarget({ rows })]);
    await desk.keep(OWN);
    const review = async (catalogueId: string | null) => {
      const { findings, notChecked } = await session.review({ catalogueId });
      return {
        found: findings
          .filter(({ ruleId }) => /^code\/(?!missing)/.test(ruleId))
          .map(({ ruleId, cell }) => [ruleId, cell]),
        unchecked: [...new Set(notChecked.map(({ reason }) => reason).filter((reason) => /指标编码/.test(reason)))],
      };
    };
    const own = await review('nanhu');
    expect(own.found).toContainEqual(['code/name-mismatch', 'C12']);
    const renamed = OWN.entries.map((entry) =>
      entry.code === '111000101' ? { ...entry, aliases: ['图书购买册数'] } : entry,
    );
    await desk.keep({ ...OWN, entries: renamed });
    expect((await review('nanhu')).found).not.toContainEqual(['code/name-mismatch', 'C12']);
    // One that was removed: that of the program.
    expect((await review('gone')).found).toEqual((await review(null)).found);
  });
});

test('a chosen catalogue that cannot be read: codes are not checked, and by no other one', async () => {
  const storage = memoryLargeStorage();
  const rows = cleanRows({ 数量: [['111000101-图书购买册数', '≥8000册', '以入库单为准。']] });
  const { session } = await openDesk(
    undefined,
    { ...storage, keys: () => Promise.reject(new HostError('gone', '无。')) },
    [projectTarget({ rows })],
  );
  const { notChecked } = await session.review({ catalogueId: 'nanhu' });
  expect(notChecked.map(({ reason }) => reason)).toContain('没有装入指标库，未核对指标编码。');
});

test('a store that refuses holds nothing, and says so where something is to be kept', async () => {
  const refusing = {
    ...memoryLargeStorage(),
    keys: () => Promise.reject(new HostError('not-supported', '读不到。', '请允许。')),
  };
  const { desk } = await openDesk(undefined, refusing);
  expect((await desk.list()).map(({ id }) => id)).toEqual(['zhuhai-observed']);
  expect(await refusalOf(desk.keep(OWN))).toEqual({ code: 'not-supported', message: '读不到。', advice: '请允许。' });
});

test('the id of a catalogue that ships with the program is not given away', async () => {
  const { desk } = await openDesk();
  const [{ id, name }] = await desk.list();
  expect(await refusalOf(desk.keep({ ...OWN, id }))).toEqual({
    code: 'conflict',
    message: `编号“zhuhai-observed”是内置指标库“${name}”的，没有保存。`,
    advice: '请给指标库另取编号后重新导入。',
  });
  expect(await desk.list()).toHaveLength(1);
});

test('cells that changed or moved since the proposal are left alone and named', async () => {
  const { host, session, desk } = await openDesk();
  session.watch(() => undefined);
  await desk.keep(OWN);
  const plan = await desk.propose('nanhu');
  host.edit('表一', { row: 11, column: 2 }, '别的');
  const changed = await desk.fill(plan, certainChoices(plan));
  expect(changed.conflicts).toEqual(['工作表“表一”的 C12 已被改动（现在是“别的”），未写入。']);
  expect(changed.cells).toBeGreaterThan(0);

  const later = await desk.propose('nanhu');
  const before = await contents(host);
  host.insertRow('表一', 100);
  const moved = await desk.strip(later);
  expect(moved.cells).toBe(0);
  expect(moved.conflicts[0]).toMatch(/插入、删除或排序过行列，[A-C]\d+ 可能已经移动，未写入。$/);
  expect(await contents(host)).toEqual(before);

  const fresh = await desk.propose('nanhu');
  expect((await desk.strip(fresh)).conflicts).toEqual([]);
});

test('a search gives way to the next one in the same second level only', async () => {
  const { desk } = await openDesk();
  const search = (text: string, level2: 'quantity' | null) => desk.search(null, { text, level2, limit: 3 });
  const first = search('宣', null);
  const beside = search('宣传', 'quantity');
  const second = search('宣传', null);
  await expect(first).rejects.toBeInstanceOf(ReviewCancelled);
  expect((await beside).length).toBeGreaterThan(0);
  expect((await second).length).toBeGreaterThan(0);
});
