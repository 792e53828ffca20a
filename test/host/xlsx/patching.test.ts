import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from '../../../src/core/changes/change-set';
import { openXlsx } from '../../../src/host/xlsx';
import { buildXlsx, type BuiltSheet } from '../../support/build-xlsx';
import { changedParts, codeOf, contentOf, edit, listCells, readPart, withParts } from './workbook-edits';

const SHEET: BuiltSheet = {
  name: '表',
  cells: {
    A1: '项目名称',
    B2: 12.5,
    C3: { value: 100, numberFormat: '#,##0.00', bold: true },
    D4: { value: 3, formula: 'B2+1' },
    E5: true,
    A7: '合并',
  },
  merges: ['A7:C8'],
};

describe('写入各种内容', () => {
  const workbook = openXlsx(buildXlsx({ sheets: [SHEET] }), { name: '样表.xlsx' });

  test('数字、文字、布尔值、清空、公式、新单元格、新行，其余不变', () => {
    const after = openXlsx(
      workbook.patch([
        edit(workbook, '表', 'A1', { value: '440304231151500205016' }),
        edit(workbook, '表', 'B2', { value: null }),
        edit(workbook, '表', 'C3', { value: -0.1 }),
        edit(workbook, '表', 'E5', { value: 7, formula: 'C3*2' }),
        edit(workbook, '表', 'C2', { value: false }),
        edit(workbook, '表', 'F3', { value: '=SUM(A1) 是文字' }),
        edit(workbook, '表', 'A6', { value: '新行' }),
        edit(workbook, '表', 'B20', { value: 1e21 }),
      ]),
    );
    expect(listCells(after)).toEqual([
      '表!A1 = "440304231151500205016" {General}',
      '表!C2 = false {General}',
      '表!C3 = -0.1 {#,##0.00}',
      '表!F3 = "=SUM(A1) 是文字" {General}',
      '表!D4 = 3 [=B2+1] {General}',
      '表!E5 = 7 [=C3*2] {General}',
      '表!A6 = "新行" {General}',
      '表!A7 = "合并" {General}',
      '表!B20 = 1e+21 {General}',
      '表 merges A7:C8',
    ]);
  });

  test('改数字格式时复制原样式，只换格式，粗体保留', () => {
    const patched = workbook.patch([
      edit(workbook, '表', 'C3', { value: 100, numberFormat: '0.0000' }),
      edit(workbook, '表', 'B2', { value: '12.50', numberFormat: '@' }),
    ]);
    const after = openXlsx(patched);
    expect(listCells(after)).toEqual([
      '表!A1 = "项目名称" {General}',
      '表!B2 = "12.50" {@}',
      '表!C3 = 100 {0.0000}',
      '表!D4 = 3 [=B2+1] {General}',
      '表!E5 = true {General}',
      '表!A7 = "合并" {General}',
      '表 merges A7:C8',
    ]);
    const styles = readPart(patched, 'xl/styles.xml');
    expect(/<numFmts.*<\/numFmts>/.exec(styles)?.[0]).toBe(
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="0.0000"/></numFmts>',
    );
    expect(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0]).toBe(
      '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
        '<xf numFmtId="165" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
    );
  });

  test('只有涉及的部件变化，其余压缩数据逐字节相同', () => {
    const plain = openXlsx(
      buildXlsx({
        sheets: [
          { name: '甲', cells: { A1: 1 } },
          { name: '乙', cells: { A1: 2 } },
        ],
      }),
    );
    expect(changedParts(plain.bytes, plain.patch([edit(plain, '乙', 'A1', { value: 3 })]))).toEqual([
      'xl/worksheets/sheet2.xml',
    ]);
    // A formula anywhere: Excel is asked to calculate.
    const patched = workbook.patch([edit(workbook, '表', 'B2', { value: 13 })]);
    expect(changedParts(workbook.bytes, patched)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(readPart(patched, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
  });

  test('没有实际变化的修改不留痕迹', () => {
    const patched = workbook.patch([edit(workbook, '表', 'B2', { value: 12.5 }), edit(workbook, '表', 'F9', {})]);
    expect(changedParts(workbook.bytes, patched)).toEqual([]);
  });

  test('连续写入两次，撤销后内容复原', () => {
    const first = edit(workbook, '表', 'D4', { value: '改为文字' });
    const once = openXlsx(workbook.patch([first]));
    const second = edit(once, '表', 'A1', { value: '第二次' });
    const twice = openXlsx(once.patch([second]));
    expect(contentOf(twice, '表', 'D4').value).toBe('改为文字');
    const undone = openXlsx(
      twice.patch([
        { ...second, before: second.after, after: second.before },
        { ...first, before: first.after, after: first.before },
      ]),
    );
    expect(listCells(undone)).toEqual(listCells(workbook));
  });
});

describe('不能写入时说明原因', () => {
  const built = buildXlsx({
    sheets: [
      SHEET,
      { name: '锁', cells: { A1: '锁定', B1: { value: '可改', unlocked: true } }, isProtected: true },
      { name: '阵', cells: { A1: 1, B1: 2 } },
    ],
  });
  const workbook = openXlsx(
    withParts(built, {
      'xl/worksheets/sheet3.xml': (old) =>
        old
          .replace('<v>1</v>', '<f t="array" ref="A1:A2">B1:B2</f><v>1</v>')
          .replace('<v>2</v>', '<f t="array" ref="B1">SUM(C1:C2)</f><v>2</v>'),
    }),
  );
  const refusal = (...edits: Edit[]): string => codeOf(() => workbook.patch(edits));
  const stale = { value: '旧', formula: null, numberFormat: 'General' };

  test('内容已变', () => {
    expect(refusal({ ...edit(workbook, '表', 'A1', { value: 'x' }), before: stale })).toBe(
      'conflict/conflict: 工作表“表”的单元格 A1 的内容已经改变，没有写入。',
    );
    const twice = edit(workbook, '表', 'A1', { value: 'x' });
    expect(refusal(twice, twice)).toBe('conflict/conflict: 工作表“表”的单元格 A1 的内容已经改变，没有写入。');
  });

  test('工作表受保护，未锁定的单元格可写', () => {
    expect(refusal(edit(workbook, '锁', 'A1', { value: 'x' }))).toBe(
      'protected/protected: 工作表“锁”受保护，不能修改单元格 A1。',
    );
    expect(refusal(edit(workbook, '锁', 'C9', { value: 'x' }))).toBe(
      'protected/protected: 工作表“锁”受保护，不能修改单元格 C9。',
    );
    expect(contentOf(openXlsx(workbook.patch([edit(workbook, '锁', 'B1', { value: '已改' })])), '锁', 'B1').value).toBe(
      '已改',
    );
  });

  test('数组公式的一部分；单格数组公式可写', () => {
    const message = (cell: string): string =>
      `array-formula/not-supported: 工作表“阵”的单元格 ${cell} 属于数组公式或模拟运算表，不能单独修改。`;
    expect(refusal(edit(workbook, '阵', 'A1', { value: 'x' }))).toBe(message('A1'));
    expect(refusal(edit(workbook, '阵', 'A2', { value: 'x' }))).toBe(message('A2'));
    expect(listCells(openXlsx(workbook.patch([edit(workbook, '阵', 'B1', { value: 5 })])))).toContain(
      '阵!B1 = 5 {General}',
    );
  });

  test('被合并单元格遮住、工作表不存在、内容过长、无法保存的内容', () => {
    expect(refusal(edit(workbook, '表', 'B7', { value: 'x' }))).toBe(
      'covered-cell/not-supported: 工作表“表”的单元格 B7 被合并单元格遮住，不能写入。',
    );
    expect(refusal({ ...edit(workbook, '表', 'A1', { value: 'x' }), sheet: '无' })).toBe(
      'no-sheet/gone: 文件中没有工作表“无”。',
    );
    expect(refusal(edit(workbook, '表', 'A1', { value: '字'.repeat(32768) }))).toBe(
      'text-too-long/not-supported: 要写入工作表“表”的单元格 A1 的内容超过 Excel 允许的长度，没有写入。',
    );
    expect(refusal(edit(workbook, '表', 'A1', { value: '字'.repeat(32767) }))).toBe('no error');
    const unwritable = 'not-writable/not-supported: 要写入工作表“表”的单元格 A1 的内容无法保存在工作簿中，没有写入。';
    expect(refusal(edit(workbook, '表', 'A1', { value: NaN }))).toBe(unwritable);
    expect(refusal(edit(workbook, '表', 'A1', { value: Infinity }))).toBe(unwritable);
    expect(refusal(edit(workbook, '表', 'A1', { formula: '=A2' }))).toBe(unwritable);
    expect(refusal(edit(workbook, '表', 'A1', { formula: 'A2&"\u0001"' }))).toBe(unwritable);
  });
});

const temporary = mkdtempSync(join(tmpdir(), 'shenbao-xlsx-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const PYTHON = '/usr/bin/python3';
const FILING = join(__dirname, '../../fixtures/filings/futian-zhengwu-2023.xlsx');

function patchFiling(): string {
  const workbook = openXlsx(readFileSync(FILING), { name: 'futian-zhengwu-2023.xlsx' });
  const sheet = workbook.snapshot.sheets[0].name;
  const path = join(temporary, 'patched.xlsx');
  writeFileSync(
    path,
    workbook.patch([
      edit(workbook, sheet, 'B4', { value: 5 }),
      edit(workbook, sheet, 'D2', { value: '改名<&>\n第二行' }),
      edit(workbook, sheet, 'B2', { value: '440304231060100905099', numberFormat: '@' }),
      edit(workbook, sheet, 'A150', { value: null, formula: 'B4*2' }),
    ]),
  );
  return path;
}

const hasOpenpyxl = existsSync(PYTHON);
const hasSoffice = existsSync('/usr/bin/soffice');

(hasOpenpyxl ? test : test.skip)('openpyxl 读出同样的内容（没有 /usr/bin/python3 时跳过）', () => {
  const script =
    'import openpyxl,sys,json\n' +
    'ws=openpyxl.load_workbook(sys.argv[1]).worksheets[0]\n' +
    'print(json.dumps([[ws[a].value, ws[a].number_format] for a in ["B4","D2","B2","A150","A1"]]+[ws.dimensions,len(ws.merged_cells.ranges)]))';
  const output = execFileSync(PYTHON, ['-c', script, patchFiling()], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([
    [5, 'General'],
    ['改名<&>\n第二行', 'General'],
    ['440304231060100905099', '@'],
    ['=B4*2', 'General'],
    ['二级项目支出绩效目标申报表', 'General'],
    'A1:E150',
    66,
  ]);
});

(hasSoffice ? test : test.skip)(
  'LibreOffice 打开并重新计算（没有 /usr/bin/soffice 时跳过）',
  () => {
    const profile = `-env:UserInstallation=file://${join(temporary, 'profile')}`;
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
    const options = ['--headless', profile, '--convert-to', filter, '--outdir', temporary, patchFiling()];
    execFileSync('/usr/bin/soffice', options, { stdio: 'pipe', timeout: 60000 });
    const lines = readFileSync(join(temporary, 'patched.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('二级项目支出绩效目标申报表,,,,');
    expect(lines[1]).toBe('项目编码:,440304231060100905099,项目名称:,"改名<&>');
    expect(lines.filter((line) => line !== '').pop()).toBe('10,,,,');
  },
  90000,
);
