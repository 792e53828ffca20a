import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { runCommandLine } from '../../../src/cli/command-line';
import { openXlsx } from '../../../src/host/xlsx';

const FILINGS = path.join(__dirname, '../../fixtures/filings');
const SCRIPT = path.join(__dirname, '../../support/compare-copies.py');
const PYTHON = '/usr/bin/python3';
const OFFICE = '/usr/bin/soffice';

interface Changes {
  readonly file: string;
  readonly edits: readonly { readonly sheet: string; readonly cell: string }[];
  readonly rows?: readonly { readonly sheet: string; readonly row: number; readonly change: string }[];
}

function hasReaders(): boolean {
  try {
    execFileSync(PYTHON, ['-c', 'import openpyxl, PIL'], { stdio: 'ignore' });
    return existsSync(OFFICE);
  } catch {
    return false;
  }
}

/** LibreOffice writes shares as percentages. */
function numberIn(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

let folder: string;
let reported: readonly Changes[] = [];

const python = (...args: readonly string[]): string => execFileSync(PYTHON, [SCRIPT, ...args], { encoding: 'utf8' });

/** What openpyxl sees beyond these changes, workbook by workbook. */
function differences(changes: readonly Changes[]): unknown {
  const list = path.join(folder, 'changes.json');
  const entries = changes.map(({ file, edits, rows }) => ({
    original: path.join(folder, file),
    copy: path.join(folder, '副本', file),
    changes: { edits, rows },
  }));
  writeFileSync(list, JSON.stringify(entries));
  return JSON.parse(python('compare', list));
}

(hasReaders() ? describe : describe.skip)(
  '别的程序看规范后的副本（没有 python3-openpyxl 或 LibreOffice 时跳过）',
  () => {
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'shenbao-readers-'));
      for (const name of readdirSync(FILINGS).filter((file) => file.endsWith('.xlsx'))) {
        copyFileSync(path.join(FILINGS, name), path.join(folder, name));
      }
      python('make', path.join(folder, '增删行.xlsx'));
      let printed = '';
      const stdout = { write: (text: string) => (printed += text) };
      const stdin = { isTTY: true, async *[Symbol.asyncIterator]() {} };
      const surroundings = { stdin, stdout, stderr: { write: () => true }, env: {}, cwd: () => folder };
      const args = ['normalize', '*.xlsx', '--output', '副本', '--format', 'json'];
      expect(await runCommandLine(args, surroundings)).toBe(1);
      reported = (JSON.parse(printed) as { workbooks: Changes[] }).workbooks;
    }, 60000);

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('openpyxl 只看到所说的改动：值、格式、合并、列宽、行高、数据验证、条件格式、名称、批注、图片、打印设置', () => {
      expect(reported.map(({ file, edits, rows }) => [file, edits.length > 0, rows ?? []]).sort()).toEqual([
        ['futian-qifu-2024.xlsx', true, []],
        ['futian-qifu-3forms-et-style.xlsx', true, []],
        ['futian-zhengwu-2023.xlsx', true, []],
        ['yantian-2023.xlsx', true, []],
        ['zhuhai-gaoxin-2024.xlsx', true, []],
        [
          '增删行.xlsx',
          true,
          [
            { ruleId: 'form/level2-row-missing', sheet: '缺 行', row: 17, change: 'insert' },
            { ruleId: 'form/redundant-row', sheet: '多行', row: 13, change: 'delete' },
          ],
        ],
      ]);
      // What is not announced is seen.
      const [first] = reported;
      const [{ sheet, cell }] = first.edits;
      const [unannounced, ...others] = differences([
        { ...first, edits: first.edits.slice(1) },
        ...reported,
      ]) as unknown[][];
      expect(others).toEqual(reported.map(() => []));
      expect(unannounced).toHaveLength(1);
      expect(JSON.stringify(unannounced)).toMatch(new RegExp(`${sheet}.*${cell}\\W`));
    }, 60000);

    test('LibreOffice 打开每个副本，各表文字、数字与写入的相同', () => {
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      const files = reported.map(({ file }) => path.join(folder, '副本', file));
      const options = ['--headless', profile, '--convert-to', filter, '--outdir', path.join(folder, 'csv'), ...files];
      execFileSync(OFFICE, options, { stdio: 'pipe', timeout: 120000 });
      let compared = 0;
      for (const file of files) {
        for (const sheet of openXlsx(readFileSync(file)).snapshot.sheets) {
          const name = `${path.basename(file, '.xlsx')}-${sheet.name}.csv`;
          const rows = Papa.parse<string[]>(readFileSync(path.join(folder, 'csv', name), 'utf8')).data;
          for (const { row, column, value, formula } of sheet.cells) {
            const shown = rows[row]?.[column] ?? '';
            // LibreOffice prints fifteen digits.
            const digits = (number: number): string => number.toPrecision(12);
            const expected = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : digits(Number(value));
            const found = typeof value === 'string' ? shown : digits(numberIn(shown));
            if (formula === null) expect([name, row, column, found]).toEqual([name, row, column, expected]);
            compared += 1;
          }
        }
      }
      expect(compared).toBeGreaterThan(2000);
    }, 120000);
  },
);
