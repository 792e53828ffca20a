import { catalogueFileSchema, type CatalogueFile } from '../../src/core/catalogue/catalogue-file';
import { createChosenCatalogue } from '../../src/functions/chosen-catalogue';
import { createCodeFunction } from '../../src/functions/code-function';
import { CellError, type CellFunction } from '../../src/host/excel/custom-functions';
import { HostError } from '../../src/host/port/host-error';
import type { HostStorage } from '../../src/host/port/workbook-host';
import {
  compactCatalogue,
  compactProblem,
  FUNCTION_CATALOGUE_KEY,
  FUNCTION_CATALOGUE_REVISION_KEY,
} from '../../src/session/catalogues/compact-catalogue';

const entry = (code: string, name: string, level2: string) => ({ code, name, level2 });

const OWN: CatalogueFile = catalogueFileSchema.parse({
  version: 1,
  id: 'nanhu',
  name: '南湖区指标库',
  source: '测试',
  isComplete: true,
  codeScheme: null,
  entries: [
    entry('111000101', '图书采购数量', 'quantity'),
    entry('112000102', '图书验收合格率', 'quality'),
    // The same name twice under one level: nobody but a person can tell which.
    entry('111000303', '社区书屋建设数量', 'quantity'),
    entry('111000304', '社区书屋建设数量', 'quantity'),
    entry('331000105', '读者满意度', 'serviceSatisfaction'),
  ],
});

/** What the pane keeps for functions, and how often it is read. */
function storageWith(texts: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(texts));
  const reads: string[] = [];
  const storage: HostStorage = {
    get: async (key) => {
      reads.push(key);
      return kept.get(key) ?? null;
    },
    set: async (key, text) => void kept.set(key, text),
  };
  return { storage, reads };
}

const chosen = (file: CatalogueFile, revision = '1') => ({
  [FUNCTION_CATALOGUE_KEY]: compactCatalogue(file),
  [FUNCTION_CATALOGUE_REVISION_KEY]: `${file.id}@${revision}`,
});

const codeFunction = (storage: HostStorage, now?: () => number): CellFunction =>
  createCodeFunction(createChosenCatalogue(() => storage, now));

/** "kind message" of what a cell was refused with. */
async function refusal(answer: Promise<string>): Promise<string> {
  const error = await answer.then(
    (text) => new Error(`answered ${text}`),
    (reason: Error) => reason,
  );
  expect(error).toBeInstanceOf(CellError);
  return `${(error as CellError).kind} ${error.message}`;
}

const builtin = codeFunction(storageWith({}).storage);
const own = codeFunction(storageWith(chosen(OWN)).storage);

describe('the catalogue that ships with the program, where none was chosen', () => {
  test.each([
    [['扶持企业数量', '数量指标'], '111002681-扶持企业数量'],
    [['扶持企业数量', '11-数量指标', null], '111002681-扶持企业数量'],
    [['扶持企业数量', '数量', '编码'], '111002681'],
    [['扶持企业数量', '数量指标', '名称'], '扶持企业数量'],
    [['扶持企业数量', '数量指标', '编码－名称'], '111002681-扶持企业数量'],
    [['111002681-扶持企业数量', '数量指标', '编码'], '111002681'],
    [['１１１００２６８１－扶持企业数量', '数量指标'], '111002681-扶持企业数量'],
    [[111002681, '数量指标'], '111002681-扶持企业数量'],
    [[[['扶持企业数量']], [['数量指标']], [['编码']]], '111002681'],
    // As an Excel that remembers a functions.json without the third argument calls it.
    [['扶持企业数量', '数量指标', { address: 'Sheet1!A1' }], '111002681-扶持企业数量'],
  ])('%j', async (values, expected) => {
    await expect(builtin(...values)).resolves.toBe(expected);
  });
});

test.each([[''], [0], ['0'], [null], [undefined], ['  ']])('a blank name (%j) has a blank code', async (blank) => {
  const { storage, reads } = storageWith({});
  await expect(codeFunction(storage)(blank, '数量指标', '编码')).resolves.toBe('');
  expect(reads).toEqual([]);
});

test('a blank second level is not known: what only one entry is named is still certain', async () => {
  for (const blank of ['', 0, null]) await expect(own('图书采购数量', blank)).resolves.toBe('111000101-图书采购数量');
});

describe('refused with a sentence that says what to do', () => {
  const CHOOSE = '请在申报表助手的窗格（“申报表”选项卡的“编码”）中选择';

  test('several entries fit', async () => {
    expect(await refusal(own('社区书屋建设数量', '数量指标'))).toBe(
      `#N/A “社区书屋建设数量”有几个相近条目，${CHOOSE}：111000303-社区书屋建设数量、111000304-社区书屋建设数量。`,
    );
  });

  test('nothing fits', async () => {
    expect(await refusal(own('隧道掘进长度', '数量指标'))).toBe(
      '#N/A 指标库“南湖区指标库”中没有与“隧道掘进长度”相近的条目。',
    );
  });

  test('the same name under another second level is never given', async () => {
    const text = await refusal(own('读者满意度', '数量指标'));
    expect(text).toMatch(/^#N\/A /);
    expect(text).toContain('331000105-读者满意度（服务对象满意度指标）');
  });

  test.each([
    ['112000102-图书采购数量', '“112000102”在指标库“南湖区指标库”中是“图书验收合格率”，与“图书采购数量”不符，请核对。'],
    ['112000102-图书验收合格率', '“112000102”在指标库“南湖区指标库”中是“质量指标”，与“数量指标”不符，请核对。'],
    ['112000999-图书采购数量', '“112000999”不在指标库“南湖区指标库”中，请核对。'],
  ])('a code that stands there is checked, not replaced: %s', async (name, expected) => {
    expect(await refusal(own(name, '数量指标'))).toBe(`#N/A 编码${expected}`);
  });

  test('values that make no sense', async () => {
    expect(await refusal(own('图书采购数量', '人员指标'))).toBe(
      '#VALUE! 二级指标“人员指标”认不出，应为“数量指标”“质量指标”“时效指标”等，也可以留空。',
    );
    expect(await refusal(own('图书采购数量', '数量指标', '代码'))).toBe(
      '#VALUE! 输出“代码”认不出，请写“编码”“名称”或“编码-名称”，也可以不写。',
    );
    expect(await refusal(own([['图书采购数量'], ['读者满意度']], '数量指标'))).toBe(
      '#VALUE! “名称”只能是一个单元格，请把公式向下填充到每一行。',
    );
  });

  test('no sentence is long, however long the name is', async () => {
    const text = await refusal(own('隧道'.repeat(5000), '数量指标'));
    expect(text.length).toBeLessThan(120);
  });
});

describe('the catalogue chosen in the pane', () => {
  test('it alone is asked, not the one that ships with the program', async () => {
    await expect(own('图书采购数量', '数量指标')).resolves.toBe('111000101-图书采购数量');
    expect(await refusal(own('扶持企业数量', '数量指标'))).toBe(
      '#N/A 指标库“南湖区指标库”中没有与“扶持企业数量”相近的条目。',
    );
  });

  test('another one chosen later is used by the next calculation', async () => {
    let time = 0;
    const { storage } = storageWith({});
    const code = codeFunction(storage, () => time);
    await expect(code('扶持企业数量', '数量指标')).resolves.toBe('111002681-扶持企业数量');
    for (const [key, text] of Object.entries(chosen(OWN))) await storage.set(key, text);
    time += 3000;
    await expect(code('图书采购数量', '数量指标')).resolves.toBe('111000101-图书采购数量');
    const renamed = { ...OWN, entries: OWN.entries.map((one) => ({ ...one, code: `9${one.code}` })) };
    for (const [key, text] of Object.entries(chosen(renamed, '2'))) await storage.set(key, text);
    time += 3000;
    await expect(code('图书采购数量', '数量指标')).resolves.toBe('9111000101-图书采购数量');
  });

  const NOT_READ = '#N/A 没有读到在申报表助手的窗格中选择的指标库。请重新选择，然后按 Ctrl+Alt+F9 重新计算。';

  test.each([
    ['is too large for functions', { [FUNCTION_CATALOGUE_KEY]: compactProblem('太大了。') }, '#N/A 太大了。'],
    [
      'is damaged',
      { [FUNCTION_CATALOGUE_KEY]: '{"version":1,' },
      '#N/A 自定义函数没有读到所用的指标库，请在申报表助手的窗格（“编码”）中重新选择指标库。',
    ],
    ['is gone', { [FUNCTION_CATALOGUE_REVISION_KEY]: 'nanhu@1' }, NOT_READ],
  ])('it %s: no other one stands in for it', async (_what, texts, expected) => {
    expect(await refusal(codeFunction(storageWith(texts).storage)('扶持企业数量', '数量指标'))).toBe(expected);
  });

  test('a store that cannot be read, and can be later', async () => {
    let time = 0;
    const { storage } = storageWith(chosen(OWN));
    const failures: unknown[] = [new HostError('internal', '没有读到。', '请重试。'), new Error('no')];
    const get: HostStorage['get'] = (key) =>
      failures.length > 0 ? Promise.reject(failures.shift()) : storage.get(key);
    const code = codeFunction({ ...storage, get }, () => time);
    expect(await refusal(code('图书采购数量', '数量指标'))).toBe('#N/A 没有读到。请重试。');
    time += 3000;
    expect(await refusal(code('图书采购数量', '数量指标'))).toBe(NOT_READ);
    time += 3000;
    await expect(code('图书采购数量', '数量指标')).resolves.toBe('111000101-图书采购数量');
  });

  test('an Excel without such a store', async () => {
    const code = createCodeFunction(
      createChosenCatalogue(() => {
        throw new CellError('#N/A', '没有存储。');
      }),
    );
    expect(await refusal(code('图书采购数量', '数量指标'))).toBe('#N/A 没有存储。');
  });
});

test('a worksheet full of formulas reads the store once and gets every answer', async () => {
  const { storage, reads } = storageWith(chosen(OWN));
  const code = codeFunction(storage, () => 0);
  const names = ['图书采购数量', '隧道掘进长度', '', '图书采购数量'];
  const cells = Array.from({ length: 5000 }, (_cell, place) =>
    code(names[place % names.length], '数量指标', '编码').catch((error: CellError) => error.kind),
  );
  const answers = await Promise.all(cells);
  expect([...new Set(answers)]).toEqual(['111000101', '#N/A', '']);
  expect(answers.filter((answer) => answer === '111000101')).toHaveLength(2500);
  expect(reads).toEqual([FUNCTION_CATALOGUE_REVISION_KEY, FUNCTION_CATALOGUE_KEY]);
});
