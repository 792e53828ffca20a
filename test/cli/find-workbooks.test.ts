import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findWorkbooks } from '../../src/cli/find-workbooks';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shenbao-find-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
}

test('a file named outright is taken whatever its ending, once, in the order given', async () => {
  put('乙.xls', '甲.xlsx');
  expect((await findWorkbooks(['乙.xls', './甲.xlsx', '甲.xlsx'], folder)).files).toEqual(['乙.xls', '甲.xlsx']);
});

test('an absolute path stays absolute', async () => {
  put('甲.xlsx');
  const file = path.join(folder, '甲.xlsx');
  expect((await findWorkbooks([file], '/')).files).toEqual([file]);
});

test('numbers in names count as numbers, Chinese is sorted by pinyin', async () => {
  put('第10批.xlsx', '第9批.xlsx', '安排.xlsx', '张三/b.xlsx', '李四/a.xlsx');
  expect((await findWorkbooks(['.'], folder)).files).toEqual([
    '安排.xlsx',
    '第9批.xlsx',
    '第10批.xlsx',
    '李四/a.xlsx',
    '张三/b.xlsx',
  ]);
});

test('a name with brackets is a file before it is a pattern', async () => {
  put('申报表[终稿].xlsx', '申报表终.xlsx');
  expect((await findWorkbooks(['申报表[终稿].xlsx'], folder)).files).toEqual(['申报表[终稿].xlsx']);
  expect((await findWorkbooks(['申报表[终中].xlsx'], folder)).files).toEqual(['申报表终.xlsx']);
});

test('a link to the folder above leads in no circle', async () => {
  put('收件/甲.xlsx');
  symlinkSync('..', path.join(folder, '收件/上级'));
  expect((await findWorkbooks(['收件'], folder)).files).toEqual(['收件/甲.xlsx']);
});

test('nothing but lock files is a failure, not a clean result', async () => {
  put('收件/~$甲.xlsx');
  expect(await findWorkbooks(['收件'], folder)).toEqual({
    files: [],
    skipped: ['收件/~$甲.xlsx'],
    failures: [{ file: '收件', reason: '文件夹里没有 .xlsx 或 .xlsm 工作簿。' }],
  });
  expect((await findWorkbooks(['收件/~$甲.xlsx'], folder)).failures).toEqual([
    { file: '收件/~$甲.xlsx', reason: '没有可以校验的工作簿。' },
  ]);
});

test('an empty name is not the working folder', async () => {
  put('甲.xlsx');
  expect(await findWorkbooks([''], folder)).toEqual({
    files: [],
    failures: [{ file: '“”', reason: '文件名是空的。' }],
    skipped: [],
  });
});
