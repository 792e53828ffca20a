import type { BudgetRow } from '../../../../src/core/forms/budget/budget-table';
import type { BudgetTable, FormCell } from '../../../../src/core/forms/form';
import { readForms } from '../../../../src/core/forms/read-forms';
import { formatAddress } from '../../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../../src/core/workbook/workbook-snapshot';
import { sheetOf, workbookOf, type CellSpec } from '../../../support/build-form';
import { below, pick, randomOf } from '../../../support/budget-book/random';
import { sheetOfPicture, sheetsOfPicture } from '../../../support/sheet-picture';

const at = (cell: FormCell | null): string => (cell ? `${formatAddress(cell.address)} ${cell.text.trim()}` : '');

function read(...sheets: readonly SheetContent[]): readonly BudgetTable[] {
  const { forms, unread } = readForms(workbookOf(...sheets));
  expect(unread).toEqual([]);
  return forms.filter((form): form is BudgetTable => form.type === 'budget-table');
}

const drawn = (picture: string): readonly BudgetTable[] => read(sheetOfPicture('表一', picture));
const rolesOf = ({ sections }: BudgetTable): readonly (readonly string[])[] =>
  sections.map(({ columns }) => columns.map(({ role, year }) => `${String(role)}${year === null ? '' : ` ${year}`}`));
const lineOf = ({ kind, code, name, unit, amounts }: BudgetRow): string =>
  [
    kind,
    code || '',
    name || (unit ? unit.text : ''),
    ...amounts.map(({ number, state }) => number?.toFixed() ?? state),
  ].join(' ');
const linesOf = ({ sections }: BudgetTable): readonly (readonly string[])[] =>
  sections.map(({ rows }) => rows.map(lineOf));

test('表号、标题、部门、单位、表头、说明各在其格', () => {
  const [table, ...others] = drawn(`表3
支出总表 | < | <
部门名称：南湖区文化服务中心 | | 单位：千元
科目编码 | 科目名称 | 支出总计
207 | 文化旅游体育与传媒支出 | #120.00
注：本表不含结转。`);
  expect(others).toEqual([]);
  expect([table.kind, table.unit, table.id, table.caption]).toEqual(['expenditure', '千元', '表一!A1:C6', '支出总表']);
  expect([table.title, table.label, table.department, table.unitCell].map(at)).toEqual([
    'A2 支出总表',
    'A1 表3',
    'A3 部门名称：南湖区文化服务中心',
    'C3 单位：千元',
  ]);
  expect(table.heads.map(at)).toEqual(['A4 科目编码', 'B4 科目名称', 'C4 支出总计']);
  expect(table.notes.map(at)).toEqual(['A6 注：本表不含结转。']);
});

test('多层合并的表头：每栏是什么、哪一年', () => {
  const [table] = drawn(`一般公共预算支出表
科目编码 | 科目名称 | 2024年执行数 | 2025年预算数 | < | < | < | 比上年增减 | < | 备注
^ | ^ | ^ | 合计 | 基本支出 | < | 项目支出 | 金额 | % | ^
^ | ^ | ^ | ^ | 人员经费 | 公用经费 | ^ | ^ | ^ | ^
207 | 文化旅游体育与传媒支出 | #100 | #120 | #50 | #10 | #60 | #20 | #20.0 | 含上级资金`);
  expect(rolesOf(table)).toEqual([
    ['last-year 2024', 'total 2025', 'personnel 2025', 'operating 2025', 'project 2025', 'change', 'change-rate'],
  ]);
  expect(table.sections[0].columns[2].label).toBe('2025年预算数/基本支出/人员经费');
});

test('左右并列的两个清单、三个清单', () => {
  const [two] = drawn(`部门收支总表
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、事业收入 | #5 | 一、教育支出 | #5`);
  expect(linesOf(two)).toEqual([['item  事业收入 5'], ['item  教育支出 5']]);
  expect(two.sections.map(({ side }) => side)).toEqual(['income', 'expenditure']);
  const [three] = drawn(`收支预算总表
收入 | < | 支出功能分类 | < | 支出经济分类 | <
项目 | 预算数 | 项目 | 预算数 | 项目 | 预算数
一、事业收入 | #5 | 一、教育支出 | #5 | 一、工资福利支出 | #5`);
  expect(linesOf(three)).toEqual([['item  事业收入 5'], ['item  教育支出 5'], ['item  工资福利支出 5']]);
});

test.each<[string, string, string]>([
  ['编码是文字', '2070104 | 图书馆', 'item 2070104 图书馆 5'],
  ['编码是数字', '#2070104 | 图书馆', 'item 2070104 图书馆 5'],
  ['编码和名称在一格', ' | 2070104-图书馆', 'item 2070104 图书馆 5'],
  ['编码在方括号里', ' | [2070104]图书馆', 'item 2070104 图书馆 5'],
  ['编码中间有短横', '207-01-04 | 图书馆', 'item 2070104 图书馆 5'],
  ['名称前有序号', '2070104 | （一）图书馆', 'item 2070104 图书馆 5'],
  ['合计在编码栏', '合 计 |', 'total  合计 5'],
  ['合计在名称栏', ' | 合计', 'total  合计 5'],
  ['单位编码', '142001 | 南湖区文化局', 'unit  南湖区文化局 5'],
])('一行怎样写：%s', (_name, texts, line) => {
  const [table] = drawn(`支出总表\n科目编码 | 科目名称 | 支出总计\n${texts} | #5\n208 | 社会保障和就业支出 | #1`);
  expect(linesOf(table)[0][0]).toBe(line);
});

test.each<[string, CellSpec, string]>([
  ['带千分位的文字', '1,234.50', '1234.5'],
  ['括号里的负数', '(5.00)', '-5'],
  ['短横', '-', 'blank'],
  ['破折号', '——', 'blank'],
  ['0.00', { value: 0, text: '0.00', numberFormat: '0.00' }, '0'],
  ['公式', { value: 12, text: '12', formula: '=SUM(C3:C4)' }, '12'],
  ['没有算出结果的公式', { value: null, formula: '=SUM(C3:C4)' }, 'unknown'],
  ['另有单位', '500万元', 'unknown'],
  ['文字', '待定', 'text'],
])('一格怎样写：%s', (_name, cell, expected) => {
  const cells = { A1: '支出总表', A2: '科目编码', B2: '科目名称', C2: '支出总计', A3: '207', B3: '某项支出', C3: cell };
  const more = { A4: '208', B4: '另一项支出', C4: 8, A5: '210', B5: '又一项支出', C5: 9 };
  const [table] = read(sheetOf('表一', { ...cells, ...more }));
  expect(linesOf(table)[0][0]).toBe(`item 207 某项支出 ${expected}`);
});

test('没有格式的整数和同栏的小数一样精确', () => {
  const cells = { A1: '支出总表', A2: '科目编码', B2: '科目名称', C2: '支出总计', A3: '207', B3: '某项支出', C3: 3 };
  const [table] = read(sheetOf('表一', { ...cells, A4: '208', B4: '另一项支出', C4: 3.57 }));
  expect(table.sections[0].rows.map(({ amounts: [{ step }] }) => step.toFixed())).toEqual(['0.01', '0.01']);
});

test('一张工作表里的几张表，各有标题和单位', () => {
  const tables = drawn(`收入总表
 | 单位：元
预算单位 | 合计 | 一般公共预算 | 政府性基金
图书馆 | #5 | #5 | #0

支出总表
 | | 单位：万元
科目编码 | 科目名称 | 支出总计
207 | 某项支出 | #5`);
  expect(tables.map(({ kind, unit, range }) => `${kind} ${String(unit)} ${range.top}-${range.bottom}`)).toEqual([
    'income 元 0-3',
    'expenditure 万元 5-8',
  ]);
});

test('一张表分在几张工作表、几页上', () => {
  const sheets = sheetsOfPicture(`=== 表3
支出总表
科目编码 | 科目名称 | 支出总计
合计 | | #9
207 | 某项支出 | #5
科目编码 | 科目名称 | 支出总计
20701 | 某款支出 | #5
=== 表3续
支出总表（续）
科目编码 | 科目名称 | 支出总计
208 | 另一项支出 | #4`);
  const tables = read(...sheets);
  expect(tables.map(linesOf)).toEqual([
    [['total  合计 9', 'item 207 某项支出 5', 'item 20701 某款支出 5', 'item 208 另一项支出 4']],
  ]);
});

test('隐藏的列不是表的内容，隐藏的行是', () => {
  const picture = sheetOfPicture(
    '表一',
    `支出总表
科目编码 | 科目名称 | 支出总计 | 辅助
207 | 某项支出 | #5 | #99
20701 | 某款支出 | #5 | #99`,
  );
  const [table] = read({ ...picture, hiddenColumns: [3], hiddenRows: [3] });
  expect(linesOf(table)).toEqual([['item 207 某项支出 5', 'item 20701 某款支出 5']]);
});

test('绩效表、人员名册不是预算表', () => {
  const { forms } = readForms(
    workbookOf(sheetOfPicture('名册', '单位 | 姓名 | 金额\n图书馆 | 张三 | #5\n图书馆 | 李四 | #6')),
  );
  expect(forms).toEqual([]);
});

test('乱七八糟的工作表不出错', () => {
  const words = [
    '支出总表',
    '收入',
    '支出',
    '项目',
    '预算数',
    '科目编码',
    '科目名称',
    '合计',
    '单位：万元',
    '207',
    '20701-某',
    '（续）',
  ];
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomOf(seed);
    const cells: Record<string, CellSpec> = {};
    for (let count = 0; count < 40; count += 1) {
      const address = `${'ABCDEF'[below(random, 6)]}${1 + below(random, 12)}`;
      cells[address] = random() < 0.3 ? below(random, 999) : pick(random, words);
    }
    const corner = below(random, 5);
    const merges = [`${'ABCDE'[corner]}2:${'BCDEF'[corner]}${2 + below(random, 3)}`, 'A9:C9'];
    expect(() => readForms(workbookOf(sheetOf('表一', cells, merges)))).not.toThrow();
  }
});
