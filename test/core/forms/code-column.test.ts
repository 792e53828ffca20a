import { isIndicatorForm } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { codedTable, overallTarget, projectTarget, sheetOf, workbookOf, type CellSpec } from '../../support/build-form';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';

/** [head of the column of codes, code cells of the rows], "" for blank ones; the head null where there is no such column. */
function codesOf(sheet: SheetContent): readonly [string | null, readonly string[]] {
  const [form] = readForms(workbookOf(sheet)).forms;
  if (!isIndicatorForm(form)) throw new Error(form.type);
  const codes = form.projects.flatMap(({ indicators }) => indicators.map(({ code }) => (code ? code.text : '')));
  return [form.columns.code && form.columns.code.text, codes];
}

const withHeads = (heads: readonly string[], ...rows: readonly (readonly CellSpec[])[]): SheetContent => {
  const cells: Record<string, CellSpec> = { A1: '二级项目支出绩效目标申报表', A2: '项目名称:', B2: '社区图书馆运行' };
  [heads, ...rows].forEach((line, index) =>
    line.forEach((cell, column) => (cells[`${'ABCDEFGHIJ'[column]}${3 + index}`] = cell)),
  );
  return sheetOf('表一', cells);
};
const LEVELS = ['产出指标', '数量指标'];

describe('指标编码栏', () => {
  test.each([
    '指标编码',
    '指标代码',
    '三级指标编码',
    '三级指标代码',
    '*绩效指标编码',
    '指标编码（9位）',
    '编码',
    '代码',
  ])('名称旁的“%s”', (head) => {
    const before = withHeads(
      ['一级指标', '二级指标', head, '三级指标', '指标值'],
      [...LEVELS, '111000101', '图书采购数量', '≥3册'],
      [...LEVELS, null, '馆员培训人数', '≥3人'],
    );
    expect(codesOf(before)).toEqual([head, ['111000101', '']]);
    const behind = withHeads(
      ['一级指标', '二级指标', '三级指标', head, '指标值'],
      [...LEVELS, '图书采购数量', 111000101, '≥3册'],
    );
    expect(codesOf(behind)).toEqual([head, ['111000101']]);
  });

  test('不在名称旁的“指标编码”也是三级指标的', () => {
    const sheet = withHeads(
      ['指标编码', '一级指标', '二级指标', '三级指标', '指标值'],
      ['111000101', ...LEVELS, '图书采购数量', '≥3册'],
    );
    expect(codesOf(sheet)).toEqual(['指标编码', ['111000101']]);
  });

  test.each<[string, readonly string[], readonly CellSpec[]]>([
    [
      '不在名称旁的“编码”',
      ['编码', '一级指标', '二级指标', '三级指标', '指标值'],
      ['8', ...LEVELS, '图书采购数量', '≥3册'],
    ],
    ['序号', ['一级指标', '二级指标', '指标编号', '三级指标', '指标值'], [...LEVELS, 1, '图书采购数量', '≥3册']],
    [
      '一级、二级指标编码',
      ['一级指标编码', '一级指标', '二级指标编码', '二级指标', '三级指标', '指标值'],
      ['1', '产出指标', '11', '数量指标', '图书采购数量', '≥3册'],
    ],
    [
      '项目编码',
      ['项目编码', '一级指标', '二级指标', '三级指标', '指标值'],
      ['4403', ...LEVELS, '图书采购数量', '≥3册'],
    ],
  ])('%s不是三级指标的编码栏', (_name, heads, row) => {
    expect(codesOf(withHeads(heads, row))).toEqual([null, ['']]);
  });

  test('各级都有“编码”时取三级指标的', () => {
    const before = withHeads(
      ['编码', '一级指标', '编码', '二级指标', '编码', '三级指标', '指标值'],
      ['1', '产出指标', '11', '数量指标', '111000101', '图书采购数量', '≥3册'],
    );
    expect(codesOf(before)).toEqual(['编码', ['111000101']]);
    const behind = withHeads(
      ['一级指标', '编码', '二级指标', '编码', '三级指标', '编码', '指标值'],
      ['产出指标', '1', '数量指标', '11', '图书采购数量', '111000101', '≥3册'],
    );
    expect(codesOf(behind)).toEqual(['编码', ['111000101']]);
  });

  test('隐藏的辅助列不算', () => {
    const sheet = withHeads(
      ['一级指标', '二级指标', '指标编码', '三级指标', '指标值'],
      [...LEVELS, '111000101', '图书采购数量', '≥3册'],
    );
    expect(codesOf({ ...sheet, hiddenColumns: [2] })).toEqual([null, ['']]);
  });

  test('珠海的编码表和整体支出表没有编码栏，其他栏照旧', () => {
    expect(codesOf(codedTable())[0]).toBeNull();
    expect(codesOf(overallTarget())[0]).toBeNull();
    expect(codesOf(projectTarget())[0]).toBeNull();
  });

  test('编码表里的编码栏不当作项目的栏', () => {
    const sheet = withHeads(
      ['项目名称', '金额', '一级指标', '二级指标', '指标编码', '三级指标', '指标值'],
      ['甲项目', 100, ...LEVELS, '111000101', '图书采购数量', '≥3册'],
      ['乙项目', 100, ...LEVELS, '111000102', '馆员培训人数', '≥3人'],
    );
    const [form] = readForms(workbookOf(sheet)).forms;
    expect(form.projects.map(({ name, fields }) => [name, fields.map(({ label }) => label.text)])).toEqual([
      ['甲项目', ['项目名称', '金额']],
      ['乙项目', ['项目名称', '金额']],
    ]);
    expect(codesOf(sheet)).toEqual(['指标编码', ['111000101', '111000102']]);
  });
});
