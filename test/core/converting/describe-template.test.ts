import { describeTemplate } from '../../../src/core/converting/describe-template';
import type { NamedRange } from '../../../src/core/converting/template-description';
import { parseRange } from '../../../src/core/workbook/cell-address';
import { projectTarget, sheetOf, workbookOf, type CellSpec } from '../../support/build-form';
import { convert } from '../../support/converted-sheets';

/** 南湖区's own form: other labels, another order, its own field. */
const CELLS: Readonly<Record<string, CellSpec>> = {
  A1: '南湖区项目绩效目标表',
  A2: '项目',
  B2: null,
  C2: '当年安排（元）',
  D2: null,
  A3: '钱从哪里来',
  A4: '为什么做',
  A6: '类',
  B6: '型',
  C6: '指标',
  D6: '目标',
  A7: '成效',
  B7: '社会效益',
  A8: '产出',
  B8: '数量',
  C8: '不适用',
  D8: '不适用',
  A9: '产出',
  B9: '数量',
};
const NAMES: Readonly<Record<string, string>> = {
  项目名称: 'B2',
  本年度项目金额: 'D2',
  栏目_资金来源: 'B3:D3',
  政策依据: 'B4:D4',
  一级指标: 'A6',
  二级指标: 'B6',
  三级指标: 'C6',
  指标值: 'D6',
  社会效益指标行: 'C7',
  数量指标行: 'C8:C9',
  '_xlnm.Print_Area': 'A1:D9',
};

function describeOwn(
  names: Readonly<Record<string, string | undefined>> = NAMES,
  cells: Readonly<Record<string, CellSpec>> = CELLS,
  merges: readonly string[] = ['A1:D1', 'B3:D3', 'B4:D4'],
) {
  const workbook = workbookOf(sheetOf('申报表', cells, merges), sheetOf('说明', { A1: '说明' }));
  const ranges = Object.entries(names).map(([name, text]): NamedRange => {
    const [sheet, range] = (text ?? '').includes('!') ? (text ?? '').split('!') : ['申报表', text ?? ''];
    return { name, sheet, range: parseRange(range) ?? { top: 0, left: 0, bottom: 0, right: 0 } };
  });
  return describeTemplate(workbook, ranges, '南湖区.xlsx');
}

test("an office's own template: other labels, another order, a field of its own", () => {
  const { description, problems } = describeOwn();
  expect(problems).toEqual([]);
  if (description === null) throw new Error('no description');
  expect([
    description.name,
    description.kind,
    description.rows.map(({ level2Kind, first, last }) => [level2Kind, first, last]),
  ]).toEqual([
    '南湖区',
    'form-per-project',
    [
      ['socialBenefit', 6, 6],
      ['quantity', 7, 8],
    ],
  ]);
  const source = workbookOf(
    projectTarget({ fields: { annualAmount: { value: 100.5, text: '100.50', numberFormat: '#,##0.00' } } }),
  );
  const { snapshot, plans } = convert(source, description);
  const [sheet] = snapshot.sheets;
  const at = (row: number, column: number) => sheet.cellAt(row, column)?.value ?? null;
  expect([at(1, 1), at(1, 3), at(3, 1)]).toEqual([
    '社区图书馆运行',
    1005000,
    '《公共图书馆管理办法》（南府规〔2022〕8号）第十二条。',
  ]);
  expect([6, 7, 8, 9].map((row) => [at(row, 0), at(row, 1), at(row, 2), at(row, 3)].join('|'))).toEqual([
    '成效|社会效益|社区图书借阅量增长率|≥5%',
    '成效|可持续影响指标|全年开放天数|≥300天',
    '产出|数量|图书采购数量|≥8000册',
    '产出|数量|馆员培训人数|≥120人',
  ]);
  expect(plans[0].sheet.remarks.length).toBeGreaterThan(2);
});

test.each<[string, Readonly<Record<string, string | undefined>>, string]>([
  [
    'names that mean nothing',
    { 是否: '申报表!A1' },
    '这个文件没有给单元格命名，不是模板。请按说明给要填写的单元格命名（选中单元格，在编辑栏左边的名称框里输入名称）。',
  ],
  ['no third level', { 项目名称: 'B2' }, '没有名为“三级指标”的单元格，不知道三级指标写在哪一列。'],
  [
    'a misspelt name',
    { ...NAMES, 项目名稱: 'B3' },
    '名称“项目名稱”（申报表!B3）不在可用的名称之内：如果是本单位自己的栏目，请改为“栏目_项目名稱”；与模板无关的请删除。',
  ],
  [
    'a name on another sheet',
    { ...NAMES, 政策依据: '说明!A1' },
    '名称“政策依据”在工作表“说明”上，应与“三级指标”在同一张工作表“申报表”。',
  ],
  ['two columns in one', { ...NAMES, 指标值: 'C6' }, '“三级指标”和“指标值”在同一列（申报表!C6）。'],
  [
    'a row that says something else',
    { ...NAMES, 质量指标行: 'C7', 社会效益指标行: undefined },
    '“质量指标行”（申报表!C7）这一行写的是“社会效益”，名称与内容不符。',
  ],
  [
    'two kinds in one row',
    { ...NAMES, 质量指标行: 'C6', 时效指标行: 'C6' },
    '“质量指标行”和“时效指标行”是同一行（第 6 行）。',
  ],
  ['two fields in one cell', { ...NAMES, 总体目标: 'B4:D4' }, '“政策依据”和“总体目标”在同一处（申报表!B4:D4）。'],
  [
    'the inside of a merged cell',
    { ...NAMES, 政策依据: 'C4' },
    '名称“政策依据”（申报表!C4）在合并单元格中间，请选中整个合并单元格后重新命名。',
  ],
  [
    'form and table at once',
    { ...NAMES, 指标行: 'A9:D9' },
    '既有“指标行”又有“社会效益指标行”（申报表!C7）：汇总表用前者，申报表用后者，请删去一种。',
  ],
  [
    'no rows',
    { ...NAMES, 社会效益指标行: undefined, 数量指标行: undefined },
    '没有找到指标行：申报表请给各二级指标所在的行命名（例如“数量指标行”），汇总表请给要重复的一行命名为“指标行”。',
  ],
  ['no project name', { ...NAMES, 项目名称: undefined }, '工作表“申报表”没有名为“项目名称”的单元格。'],
  [
    'nothing set for printing',
    { ...NAMES, '_xlnm.Print_Area': undefined },
    '工作表“申报表”没有设置打印区域：未放入的内容列在打印区域右侧，请选中整张表，点“页面布局”中的“打印区域”。',
  ],
])('a template with %s is refused in a sentence that says where', (_what, names, problem) => {
  const given = Object.fromEntries(Object.entries(names).filter(([, place]) => place !== undefined));
  const { description, problems } = describeOwn(given);
  expect(description).toBeNull();
  expect(problems).toContain(problem);
});
