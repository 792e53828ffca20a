import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../../src/cli/command-line';
import { openXlsx } from '../../../src/host/xlsx';

const FILINGS = path.join(__dirname, '../../fixtures/filings');
const PYTHON = '/usr/bin/python3';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shenbao-code-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function shenbao(...args: readonly string[]) {
  const printed = { stdout: '', stderr: '' };
  const into = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const stdin = { isTTY: true, async *[Symbol.asyncIterator]() {} };
  const surroundings = { stdin, stdout: into('stdout'), stderr: into('stderr'), env: {}, cwd: () => folder };
  return { status: await runCommandLine(args, surroundings), ...printed };
}

const bytesOf = (name: string) => readFileSync(path.join(folder, name));

/** What stands in every cell, by sheet and address. */
function cellsOf(name: string): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const sheet of openXlsx(bytesOf(name)).snapshot.sheets)
    for (const { row, column, value, formula, numberFormat } of sheet.cells)
      cells.set(`${sheet.name} ${row} ${column}`, [value, formula, numberFormat]);
  return cells;
}

const CHANGED = `
import json, sys
from openpyxl import load_workbook
one, other = (load_workbook(name) for name in sys.argv[1:3])
look = lambda cell: [repr(part) for part in (cell.font, cell.fill, cell.border, cell.alignment, cell.protection, cell.number_format)]
assert one.sheetnames == other.sheetnames
found = {}
for sheet in one:
    twin = other[sheet.title]
    assert sheet.dimensions == twin.dimensions
    assert sorted(map(str, sheet.merged_cells.ranges)) == sorted(map(str, twin.merged_cells.ranges))
    assert {k: v.width for k, v in sheet.column_dimensions.items()} == {k: v.width for k, v in twin.column_dimensions.items()}
    for row in sheet.iter_rows():
        for cell in row:
            same = twin[cell.coordinate]
            assert look(cell) == look(same), cell.coordinate
            if cell.value != same.value:
                found[sheet.title + '!' + cell.coordinate] = [cell.value, same.value]
print(json.dumps(found))
`;

const hasOpenpyxl = existsSync(PYTHON);

(hasOpenpyxl ? test : test.skip)(
  '副本与原文件只在写入的单元格不同，openpyxl 所见（没有 /usr/bin/python3 时跳过）',
  async () => {
    copyFileSync(path.join(FILINGS, 'futian-qifu-2024.xlsx'), path.join(folder, '甲.xlsx'));
    const original = bytesOf('甲.xlsx');
    const { status, stdout } = await shenbao('code', '甲.xlsx', '--output', '乙.xlsx', '--format', 'json');
    expect(status).toBe(1);
    expect(bytesOf('甲.xlsx').equals(original)).toBe(true);
    const changed: Record<string, [string, string]> = JSON.parse(
      execFileSync(PYTHON, ['-c', CHANGED, path.join(folder, '甲.xlsx'), path.join(folder, '乙.xlsx')], {
        encoding: 'utf8',
      }),
    );
    const { rows } = JSON.parse(stdout) as {
      rows: Record<'result' | 'sheet' | 'cell' | 'code' | 'standardName', string>[];
    };
    const filled = rows.filter(({ result }) => result === 'filled');
    expect(filled.length).toBeGreaterThan(0);
    for (const { sheet, cell, code, standardName } of filled) {
      const place = `${sheet}!${cell}`;
      expect([place, changed[place]?.[1]]).toEqual([place, `${code}-${standardName}`]);
      delete changed[place];
    }
    // What else was written are levels, with the digits of the codes before them.
    const bare = (label: string) => label.replace(/^(?:[0-9]+-|[*+])/, '').replace(/指标$/, '');
    for (const [before, after] of Object.values(changed)) expect(bare(after)).toBe(bare(before));
  },
  30000,
);

test('去掉编码再填回去，编码与原来的相同；去掉的都是编码', async () => {
  copyFileSync(path.join(FILINGS, 'zhuhai-gaoxin-2024.xlsx'), path.join(folder, '甲.xlsx'));
  expect((await shenbao('code', '甲.xlsx', '--strip', '--output', '乙.xlsx')).status).toBe(0);
  expect((await shenbao('code', '乙.xlsx', '--output', '丙.xlsx')).status).toBe(1);
  const [original, stripped, again] = ['甲.xlsx', '乙.xlsx', '丙.xlsx'].map(cellsOf);
  const coded = [...original].filter(([, content]) => /^[0-9]{9}-/.test(String(content)));
  const differing = coded.filter(([place, content]) => String(again.get(place)) !== String(content));
  expect(coded.length).toBe(62);
  const codes = [...stripped.values()].filter((content) => /^[0-9]{9}-/.test(String(content)));
  expect(codes).toEqual([]);
  // Two rows whose values leave a doubt, and 211003386, which contradicts itself.
  expect(differing.map(([, content]) => String(content).slice(0, 9)).sort()).toEqual([
    '111002008',
    '111002847',
    '211003386',
  ]);
});

test('没有可填的：说明副本与原文件内容相同；编码有错的要由人处理', async () => {
  copyFileSync(path.join(FILINGS, 'zhuhai-gaoxin-2024.xlsx'), path.join(folder, '甲.xlsx'));
  const { status, stdout } = await shenbao('code', '甲.xlsx', '--output', '乙.xlsx');
  expect(status).toBe(1);
  expect(stdout.split('\n')).toEqual([
    '甲.xlsx  指标库：珠海市绩效指标（公开文件所见）',
    '  已有编码，请核对',
    '    2024年项目绩效目标!H38  211003386-活动次数（数量指标）  编码“211003386”的一级指标位“2”与二级指标位“11”互相矛盾；请核对。',
    '',
    '共 62 个指标：已有编码 62。',
    '已写入 乙.xlsx，没有要改的单元格，副本与原文件内容相同。',
    '',
  ]);
  expect(cellsOf('乙.xlsx')).toEqual(cellsOf('甲.xlsx'));
});

test('填好的副本校验不出编码方面的问题；再填一次什么也不变', async () => {
  copyFileSync(path.join(FILINGS, 'futian-qifu-2024.xlsx'), path.join(folder, '甲.xlsx'));
  await shenbao('code', '甲.xlsx', '--output', '乙.xlsx');
  const { stdout } = await shenbao('check', '乙.xlsx', '--rule', 'code/*', '--format', 'json');
  expect(JSON.parse(stdout).workbooks[0].findings).toEqual([]);
  await shenbao('code', '乙.xlsx', '--output', '丙.xlsx');
  expect(cellsOf('丙.xlsx')).toEqual(cellsOf('乙.xlsx'));
});

test('--force 替换已有的文件，不留下临时文件', async () => {
  copyFileSync(path.join(FILINGS, 'zhuhai-gaoxin-2024.xlsx'), path.join(folder, '甲.xlsx'));
  copyFileSync(path.join(FILINGS, 'zhuhai-gaoxin-2024.xlsx'), path.join(folder, '乙.xlsx'));
  expect((await shenbao('code', '甲.xlsx', '--strip', '--output', '乙.xlsx', '--force')).status).toBe(0);
  expect(bytesOf('乙.xlsx').equals(bytesOf('甲.xlsx'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['乙.xlsx', '甲.xlsx']);
});
