import { findField, type Form, type FormCell } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { sheetOf, workbookOf, type CellSpec } from '../../support/build-form';

const read = (...sheets: readonly SheetContent[]): readonly Form[] => readForms(workbookOf(...sheets)).forms;
const at = (cell: FormCell): string => `${formatAddress(cell.address)} ${cell.text}`;

function grid(rows: readonly (readonly CellSpec[])[]): Record<string, CellSpec> {
  const cells: Record<string, CellSpec> = {};
  rows.forEach((row, index) => row.forEach((cell, column) => (cells[`${'ABCDEFGHIJ'[column]}${1 + index}`] = cell)));
  return cells;
}

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];
const ROW = ['产出指标', '数量指标', '补种乔木数量', '≥300株', '验收单'];

test.each([
  ['二级在一级之前', [1, 0, 2, 3, 4]],
  ['三级在一级之前', [2, 0, 1, 3, 4]],
  ['全部倒置', [4, 3, 2, 1, 0]],
])('指标列换了次序：%s', (_name, order) => {
  const [form] = read(
    sheetOf(
      '表一',
      grid([['项目名称', '街道绿化'], order.map((index) => HEAD[index]), order.map((index) => ROW[index])]),
    ),
  );
  const [{ level1, level2, name, value, explanation }] = form.projects[0].indicators;
  expect([level1, level2, name, value, explanation].map((cell) => cell?.text)).toEqual(ROW);
});

test('表头和标签带方括号说明，指标解释/计算方法也是解释列', () => {
  const cells = grid([
    ['【必填】项目名称', '街道绿化', '主管部门\n[按系统填写]', '城管局'],
    ['一级指标', '二级指标', '三级指标【必填】', '指标值', '指标解释/计算方法'],
    ROW,
  ]);
  const [form] = read(sheetOf('表一', cells));
  expect(form.projects[0].fields.map(({ key, value }) => [key, at(value)])).toEqual([
    ['projectName', 'B1 街道绿化'],
    ['primaryBudgetUnit', 'D1 城管局'],
  ]);
  expect(form.projects[0].indicators[0].explanation?.text).toBe('验收单');
});

test('没有标题的申报表上方另有项目清单或填报说明：不算表头字段', () => {
  const cells = grid([
    ['1.项目名称：与系统一致', null, null],
    [null, null, null],
    ['序号', '项目名称', '金额（万元）', '备注'],
    ['1', '街道绿化', '12.5', '无'],
    [null, null, null],
    ['项目名称', '街道绿化', '主管部门', '城管局'],
    HEAD,
    ROW,
  ]);
  const [form] = read(sheetOf('表一', cells));
  expect(form.projects[0].fields.map(({ value }) => at(value))).toEqual(['B6 街道绿化', 'D6 城管局']);
});

test('表后的审核意见跨列填写，不是指标', () => {
  const cells = grid([['项目名称', '街道绿化'], HEAD, ROW, ['审核意见', '同意申报。']]);
  const [form] = read(sheetOf('表一', cells, ['B4:E4']));
  expect(form.projects[0].indicators.map(({ name }) => at(name))).toEqual(['C3 补种乔木数量']);
});

test('首行之后留空的编码表：相邻的同名项目仍是两个', () => {
  const cells = grid([
    ['项目名称', '一级指标', '二级指标', '三级指标', '指标值'],
    ['馆舍维修', '产出指标', '数量指标', '维修馆舍数', '≥3处'],
    [null, '产出指标', '质量指标', '验收合格率', '100%'],
    ['馆舍维修', '产出指标', '数量指标', '维修面积', '≥900平方米'],
    [null, '产出指标', '质量指标', '验收合格率', '100%'],
  ]);
  const [form] = read(sheetOf('表一', cells));
  expect(form.projects.map((project) => findField(project, 'projectName')?.value.address.row)).toEqual([1, 3]);
});

describe('表中间的其他行不截断表', () => {
  const CODED = ['项目名称', '一级指标', '二级指标', '三级指标', '指标值'];
  const coded = (name: string | null, indicator: string): CellSpec[] => [
    name,
    '产出指标',
    '数量指标',
    indicator,
    '≥3项',
  ];
  const blank: CellSpec[] = [null];
  const namesOf = (form: Form): unknown =>
    form.projects.map(({ name, indicators }) => [name, ...indicators.map(({ plainName }) => plainName)]);

  test.each([
    ['小计行', [['小计', null, null, '2项', null]], []],
    ['合并的说明行', [['以上共一项']], ['A3:E3']],
    ['四个空行', [blank, blank, blank, blank], []],
  ])('编码表：%s', (_name, between, merges) => {
    const cells = grid([CODED, coded('馆舍维修', '维修馆舍数'), ...between, coded('阅读推广', '活动场次')]);
    expect(read(sheetOf('表一', cells, merges)).map(namesOf)).toEqual([
      [
        ['馆舍维修', '维修馆舍数'],
        ['阅读推广', '活动场次'],
      ],
    ]);
  });

  test.each([
    ['留空', null],
    ['重复', '馆舍维修'],
  ])('编码表换页后重复表头，%s的项目格属于上一页的项目', (_name, again) => {
    const cells = grid([
      CODED,
      coded('馆舍维修', '维修馆舍数'),
      CODED,
      coded(again, '维修面积'),
      coded('助残', '件数'),
    ]);
    expect(read(sheetOf('表一', cells)).map(namesOf)).toEqual([
      [
        ['馆舍维修', '维修馆舍数', '维修面积'],
        ['助残', '件数'],
      ],
    ]);
  });

  test.each(['项目支出绩效目标申报表（续）', '续表：项目支出绩效目标申报表', '项目支出绩效目标申报表'])(
    '申报表换页后重复标题和表头：%s',
    (title) => {
      const first = ['项目支出绩效目标申报表'];
      const cells = grid([first, ['项目名称', '街道绿化'], HEAD, ROW, [title], HEAD, ROW]);
      const forms = read(sheetOf('表一', cells));
      expect(forms.map(({ projects }) => projects[0].indicators.map(({ row }) => row))).toEqual([[3, 6]]);
    },
  );
});

describe('两张申报表左右并排', () => {
  const head = HEAD.slice(0, 4);
  const row = ROW.slice(0, 4);
  const fieldsAndRows = (sheet: SheetContent): unknown =>
    read(sheet).map(({ type, title, projects: [{ fields, indicators }] }) => [
      type,
      title && at(title),
      fields.map(({ value }) => at(value)),
      indicators.map(({ name }) => at(name)),
    ]);

  test('各读各的', () => {
    const cells = grid([
      ['项目支出绩效目标申报表', null, null, null, null, '项目支出绩效目标申报表'],
      ['项目名称', '街道绿化', '主管部门', '城管局', null, '项目名称', '河道保洁', '主管部门', '水务局'],
      ['年度目标', '补种乔木300株。', null, null, null, '年度目标', '保洁8公里。'],
      [...head, null, ...head],
      [...row, null, '产出指标', '数量指标', '保洁河长', '≥8公里'],
    ]);
    expect(fieldsAndRows(sheetOf('表一', cells, ['A1:D1', 'F1:I1', 'B3:D3', 'G3:I3']))).toEqual([
      [
        'project-target',
        'A1 项目支出绩效目标申报表',
        ['B2 街道绿化', 'D2 城管局', 'B3 补种乔木300株。'],
        ['C5 补种乔木数量'],
      ],
      ['project-target', 'F1 项目支出绩效目标申报表', ['G2 河道保洁', 'I2 水务局', 'G3 保洁8公里。'], ['H5 保洁河长']],
    ]);
  });

  test('又上下各两张，中间没有空列', () => {
    const rows = (left: string, right: string): CellSpec[][] => [
      ['项目名称', left, null, null, null, '项目名称', right],
      ['绩效指标', ...head, '绩效指标', ...head].slice(0, 10),
      [null, '产出指标', '数量指标', `${left}数`, '≥3处', null, '产出指标', '数量指标', `${right}数`, '≥3处'],
    ];
    const cells = grid([...rows('路灯', '公厕'), [null], ...rows('水库', '堤坝')]);
    expect(
      read(sheetOf('表一', cells)).map(({ projects: [{ name, indicators }] }) => [name, at(indicators[0].name)]),
    ).toEqual([
      ['路灯', 'D3 路灯数'],
      ['公厕', 'I3 公厕数'],
      ['水库', 'D7 水库数'],
      ['堤坝', 'I7 堤坝数'],
    ]);
  });

  test('一张表有两个名称栏，右边的指标表仍是年度的', () => {
    const cells = grid([
      ['项目名称', '水利建设', null, null, '二级项目名称', '水库加固'],
      [...head, ...head],
      ['产出指标', '数量指标', '加固水库数', '6座', '产出指标', '数量指标', '加固水库数', '2座'],
    ]);
    expect(fieldsAndRows(sheetOf('表一', cells))).toEqual([
      ['project-target', null, ['B1 水利建设', 'F1 水库加固'], ['G3 加固水库数']],
    ]);
  });
});

test.each([
  ['指标一级', '指标二级', '指标三级', '指标值及单位'],
  ['一级绩效指标', '二级绩效指标', '三级绩效指标', '年度绩效指标值'],
])('表头的别种叫法：%s', (...titles) => {
  const cells = grid([['项目名称', '街道绿化'], titles, ROW.slice(0, 4)]);
  expect(read(sheetOf('表一', cells))[0].projects[0].indicators.map(({ value }) => at(value))).toEqual(['D3 ≥300株']);
});

test('层级单独成行、指标写在其下各行：层级行不是指标', () => {
  const cells = grid([
    ['项目名称', '街道绿化'],
    HEAD.slice(0, 4),
    ['产出指标'],
    [null, '数量指标'],
    [null, null, '补种乔木数量', '≥300株'],
    [null, null, '补种灌木数量', '≥900株'],
    ['满意度指标'],
    [null, '服务对象满意度指标'],
    [null, null, '居民满意度', '≥90%'],
  ]);
  const [form] = read(sheetOf('表一', cells));
  expect(form.projects[0].indicators.map(({ level2Kind, name }) => `${level2Kind} ${at(name)}`)).toEqual([
    'quantity C5 补种乔木数量',
    'quantity C6 补种灌木数量',
    'serviceSatisfaction C9 居民满意度',
  ]);
});

test('表头比指标表宽：右边超出的标签和值也读到', () => {
  const cells = grid([
    ['项目名称', '街道绿化', '主管部门', '城管局', '实施单位', '绿化所', '项目类型', '履职类'],
    HEAD,
    ROW,
  ]);
  const [form] = read(sheetOf('表一', cells));
  expect(form.projects[0].fields.map(({ value }) => at(value))).toEqual([
    'B1 街道绿化',
    'D1 城管局',
    'F1 绿化所',
    'H1 履职类',
  ]);
});

test('表后的“单位：万元”行和填报示例不是指标', () => {
  const form = [['项目名称', '街道绿化'], HEAD, ROW];
  const cells = grid([...form, [null, null, null, '单位：万元'], ...form, ['填报示例：'], ROW]);
  const forms = read(sheetOf('表一', cells));
  expect(forms.map(({ projects }) => projects[0].indicators.map(({ row }) => row))).toEqual([[2], [6]]);
});

describe('陌生人做的大表', () => {
  const head = grid([['一级指标', '二级指标', '三级指标', '指标值']]);
  const indicator = (row: number): Record<string, CellSpec> => ({
    [`A${row}`]: '产出指标',
    [`B${row}`]: '数量指标',
    [`C${row}`]: '巡查次数',
    [`D${row}`]: '≥12次',
  });
  const rowsOf = (cells: Record<string, CellSpec>): readonly number[] =>
    read(sheetOf('表一', cells))[0].projects[0].indicators.map(({ row }) => row + 1);

  test('指标之间隔着几十万个空行', () => {
    expect(rowsOf({ ...head, ...indicator(2), ...indicator(500000) })).toEqual([2, 500000]);
  });

  test('两万行说明之下、最右一列有字的表', () => {
    const cells: Record<string, CellSpec> = { XFD1: '字' };
    for (let row = 1; row <= 20000; row += 1) cells[`A${row}`] = `说明第${row}条`;
    const below = Object.fromEntries(Object.entries(head).map(([cell, text]) => [`${cell[0]}20002`, text]));
    expect(rowsOf({ ...cells, ...below, ...indicator(20003) })).toEqual([20003]);
  });
});
