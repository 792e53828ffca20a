import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { runCommandLine } from '../../../src/cli/command-line';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import { openXlsx } from '../../../src/host/xlsx';
import { createAcceptances } from '../../../src/session/acceptances';
import { XlsxHost } from '../../../src/host/xlsx';
import { SCENARIO_FILES } from '../../scenarios/scenario-files';

const FILINGS = path.join(__dirname, '../../fixtures/filings');

// Whole filings, on machines that do other things as well.
jest.setTimeout(60000);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shenbao-normalize-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Edit {
  readonly ruleId: string;
  readonly sheet: string;
  readonly cell: string;
  readonly writtenTo?: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly format?: string;
}

interface Result {
  readonly workbooks: readonly {
    readonly file: string;
    readonly edits: readonly Edit[];
    readonly left: readonly unknown[];
  }[];
}

async function shenbao(...args: readonly string[]) {
  const printed = { stdout: '', stderr: '' };
  const into = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const stdin = { isTTY: true, async *[Symbol.asyncIterator]() {} };
  const surroundings = { stdin, stdout: into('stdout'), stderr: into('stderr'), env: {}, cwd: () => folder };
  return { status: await runCommandLine(args, surroundings), ...printed };
}

const bytesOf = (name: string): Buffer => readFileSync(path.join(folder, name));

/** What stands in every cell, by sheet and address. */
function cellsOf(name: string): Readonly<Record<string, readonly [value: unknown, format: string, formula: unknown]>> {
  const cells: Record<string, readonly [unknown, string, unknown]> = {};
  for (const sheet of openXlsx(bytesOf(name)).snapshot.sheets)
    for (const { row, column, value, formula, numberFormat } of sheet.cells)
      cells[`${sheet.name}!${formatAddress({ row, column })}`] = [value, numberFormat, formula];
  return cells;
}

/** The sheets without their cells: names, merged areas, what is hidden, protection. */
const frameOf = (name: string) =>
  openXlsx(bytesOf(name)).snapshot.sheets.map(({ content }) => ({ ...content, cells: null }));

// One of each layout; independent readers look at all of them.
const FILES = ['futian-zhengwu-2023.xlsx', 'yantian-2023.xlsx', 'zhuhai-gaoxin-2024.xlsx'];

test.each(FILES)('副本与原文件恰好在列出的格不同：%s', async (file) => {
  copyFileSync(path.join(FILINGS, file), path.join(folder, file));
  const { status, stdout } = await shenbao('normalize', file, '--output', '规范后', '--format', 'json');
  expect(status).toBe(1);
  expect(bytesOf(file).equals(readFileSync(path.join(FILINGS, file)))).toBe(true);
  const copy = `规范后/${file}`;
  expect(frameOf(copy)).toEqual(frameOf(file));

  const expected: Record<string, readonly [unknown, string, unknown]> = { ...cellsOf(file) };
  const [{ edits }] = (JSON.parse(stdout) as Result).workbooks;
  expect(edits.length).toBeGreaterThan(10);
  for (const { sheet, cell, writtenTo, before, after, format } of edits) {
    const place = `${sheet}!${writtenTo ?? cell}`;
    const [value, former] = expected[place] ?? [null, 'General'];
    expect([place, before]).toEqual([place, value]);
    expect([place, value, former]).not.toEqual([place, after, format ?? former]);
    expected[place] = [after, format ?? former, null];
  }
  expect(cellsOf(copy)).toEqual(expected);

  // Pictures, validations of other sheets, print settings, properties: the parts that hold none of these cells are the same bytes.
  const [parts, written] = [unzipSync(bytesOf(file)), unzipSync(bytesOf(copy))];
  expect(Object.keys(written).sort()).toEqual(Object.keys(parts).sort());
  const others = Object.keys(parts).filter((part) => !/worksheets\/sheet[0-9]+\.xml$|xl\/styles\.xml$/.test(part));
  const isSame = (part: string): boolean => Buffer.from(parts[part]).equals(Buffer.from(written[part]));
  expect(others.filter((part) => !isSame(part))).toEqual([]);
});

test('副本再规范一次没有要改的；--dry-run 列出的与写入的相同，什么也不写', async () => {
  copyFileSync(path.join(FILINGS, 'futian-qifu-3forms-et-style.xlsx'), path.join(folder, '甲.xlsx'));
  const trial = await shenbao('normalize', '甲.xlsx', '--dry-run', '--format', 'json');
  expect(readdirSync(folder)).toEqual(['甲.xlsx']);
  const { stdout } = await shenbao('normalize', '甲.xlsx', '--output', '乙', '--format', 'json');
  expect(trial.stdout).toBe(stdout);
  const again = await shenbao('normalize', '乙/甲.xlsx', '--output', '丙', '--format', 'json');
  const [{ edits, left }] = (JSON.parse(again.stdout) as Result).workbooks;
  expect(edits).toEqual([]);
  expect(left).toEqual((JSON.parse(stdout) as Result).workbooks[0].left);
  expect(bytesOf('丙/甲.xlsx').equals(bytesOf('乙/甲.xlsx'))).toBe(true);
});

test('增删行：副本里各行在该在的位置，行数不变的表不动', async () => {
  writeFileSync(path.join(folder, '甲.xlsx'), SCENARIO_FILES['缺行和多行']());
  await shenbao('normalize', '甲.xlsx', '--output', '乙');
  const [before, after] = [cellsOf('甲.xlsx'), cellsOf('乙/甲.xlsx')];
  const labels = (cells: typeof before, sheet: string) =>
    Array.from({ length: 12 }, (_, index) => cells[`${sheet}!B${12 + index}`]?.[0] ?? null);
  expect(labels(after, '表一')).toEqual(labels(before, '表一'));
  expect(labels(after, '表二')).toEqual([
    '数量指标',
    '质量指标',
    '时效指标',
    '成本指标',
    '经济效益指标',
    '社会效益指标',
    '生态效益指标',
    '可持续影响指标',
    '服务对象满意度指标',
    '其他满意度指标',
    null,
    null,
  ]);
  expect(after['表二!D17']).toEqual(['≥5%', 'General', null]);
});

test('宏原样保留；已存在的副本用 --force 替换，不留下临时文件', async () => {
  const macros = new Uint8Array([1, 2, 3, 4]);
  const parts = { ...unzipSync(SCENARIO_FILES['写得马虎']()), 'xl/vbaProject.bin': macros };
  writeFileSync(path.join(folder, '甲.xlsm'), zipSync(parts));
  mkdirSync(path.join(folder, '乙'));
  writeFileSync(path.join(folder, '乙/甲.xlsm'), '旧的副本');
  expect((await shenbao('normalize', '甲.xlsm', '--output', '乙')).status).toBe(2);
  expect(bytesOf('乙/甲.xlsm').toString()).toBe('旧的副本');
  expect((await shenbao('normalize', '甲.xlsm', '--output', '乙', '--force')).status).toBe(1);
  expect(unzipSync(bytesOf('乙/甲.xlsm'))['xl/vbaProject.bin']).toEqual(macros);
  expect(cellsOf('乙/甲.xlsm')['表一!D14'][0]).toBe('2025年12月31日前');
  expect(readdirSync(path.join(folder, '乙'))).toEqual(['甲.xlsm']);
});

test('没有共同写法的文件夹：各自的下级文件夹不互相覆盖', async () => {
  for (const name of ['甲/表.xlsx', '乙/丙/表.xlsx']) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), SCENARIO_FILES['规范申报表']());
  }
  expect((await shenbao('normalize', '甲/表.xlsx', '乙', '--output', '规范后')).status).toBe(0);
  expect(['甲/表.xlsx', '乙/丙/表.xlsx'].map((name) => existsSync(path.join(folder, '规范后', name)))).toEqual([
    true,
    true,
  ]);
});

test('已接受的问题不改，也不再列出', async () => {
  const host = new XlsxHost(openXlsx(SCENARIO_FILES['网页标记']()));
  writeFileSync(path.join(folder, '甲.xlsx'), host.save());
  const { stdout } = await shenbao('check', '甲.xlsx', '--rule', 'text/markup', '--format', 'json');
  const [finding] = JSON.parse(stdout).workbooks[0].findings;
  await createAcceptances(host.workbookStorage).accept(
    { ...finding, subject: '年度目标', project: '' },
    '',
    '2025-11-20',
  );
  writeFileSync(path.join(folder, '乙.xlsx'), host.save());
  const edited = await shenbao('normalize', '甲.xlsx', '--dry-run', '--format', 'json');
  const accepted = await shenbao('normalize', '乙.xlsx', '--dry-run', '--format', 'json');
  const cells = (text: string) => (JSON.parse(text) as Result).workbooks[0].edits.map(({ cell }) => cell);
  expect([cells(edited.stdout), cells(accepted.stdout)]).toEqual([['B9'], []]);
});

test('--template：转换出的表在原有各表之后，原有各表与不转换时相同', async () => {
  copyFileSync(path.join(FILINGS, 'futian-qifu-3forms-et-style.xlsx'), path.join(folder, '甲.xlsx'));
  const options = ['--output', '乙', '--format', 'json', '--template', '珠海·编码指标表'];
  const { stdout } = await shenbao('normalize', '甲.xlsx', ...options);
  await shenbao('normalize', '甲.xlsx', '--output', '丙');
  const [{ sheets, notConverted }] = JSON.parse(stdout).workbooks;
  const [converted, plain] = ['乙/甲.xlsx', '丙/甲.xlsx'].map(cellsOf);
  const names = openXlsx(bytesOf('丙/甲.xlsx')).snapshot.sheets.map(({ name }) => name);
  expect(openXlsx(bytesOf('乙/甲.xlsx')).snapshot.sheets.map(({ name }) => name)).toEqual([...names, sheets[0].name]);
  expect(sheets[0].projects.length + notConverted.length).toBe(3);
  const own = Object.entries(converted).filter(([place]) => names.includes(place.slice(0, place.lastIndexOf('!'))));
  expect(Object.fromEntries(own)).toEqual(plain);
});
