import type { FormCell, OverallTargetForm, Task } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatTargetValue } from '../../../src/core/values/target-value';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { overallTarget, sheetOf, workbookOf, type CellSpec } from '../../support/build-form';
import { LINEAR_WORK_MS } from '../../support/time-limits';

const at = (cell: FormCell | null): string => (cell ? `${formatAddress(cell.address)} ${cell.text}` : '');

function read(sheet: SheetContent): OverallTargetForm {
  const { forms } = readForms(workbookOf(sheet));
  expect(forms.map(({ type }) => type)).toEqual(['overall-target']);
  return forms[0] as OverallTargetForm;
}

function fieldsOf({ projects }: OverallTargetForm): Record<string, string> {
  return Object.fromEntries(projects[0].fields.map(({ key, label, value }) => [key ?? `(${label.text})`, at(value)]));
}

const taskOf = (task: Task): readonly string[] =>
  [task.name, task.content, task.totalAmount, task.fiscalAmount, task.otherAmount].map(at);

/** Cells of consecutive rows from A1 on. */
function grid(rows: readonly (readonly CellSpec[])[]): Record<string, CellSpec> {
  const cells: Record<string, CellSpec> = {};
  rows.forEach((row, index) => row.forEach((cell, column) => (cells[`${'ABCDEFGHIJ'[column]}${index + 1}`] = cell)));
  return cells;
}

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值'];
const ROW = ['产出指标', '数量指标', '图书采购数量', '≥8000册'];

test('部门整体支出绩效目标表：字段、任务、合计、目标、指标各在其格', () => {
  const form = read(overallTarget());
  expect([form.id, form.caption, form.projects[0].name, form.amountUnit]).toEqual([
    '整体支出!A1:G22',
    '部门整体支出绩效目标表',
    '南湖区文化服务中心',
    '万元',
  ]);
  expect(at(form.yearLine)).toBe('A2 （2025年度）');
  expect(fieldsOf(form)).toEqual({
    budgetUnit: 'C3 南湖区文化服务中心',
    primaryBudgetUnit: 'F3 南湖区文化和旅游局',
    annualGoal: 'B10 2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。',
  });
  expect(form.tasks.map(taskOf)).toEqual([
    ['B6 公共阅读服务', 'C6 采购并上架新书，开展社区阅读推广。', 'E6 60.00', 'F6 60.00', 'G6 0.00'],
    ['B7 馆员队伍建设', 'C7 组织馆员参加业务培训和岗位考核。', 'E7 15.00', 'F7 15.00', 'G7 0.00'],
    ['B8 馆舍设备维护', 'C8 维护馆舍和自助借还设备，保障安全开放。', 'E8 25.00', 'F8 25.00', 'G8 0.00'],
  ]);
  expect(form.taskTotal && taskOf(form.taskTotal)).toEqual(['B9 金额合计', '', 'E9 100.00', 'F9 100.00', 'G9 0.00']);
  expect(form.projects[0].indicators).toHaveLength(11);
  expect(at(form.projects[0].indicators[0].value)).toBe('E12 ≥8000册');
});

test('没有标题：表头列出带金额的任务，也是整体支出表', () => {
  const cells = grid([
    ['单位名称', '城南中学', null, '单位：元'],
    ['重点工作任务', '工作内容', '金额', '备注'],
    ['教学设备更新', '更新实验室设备', 120000, null],
    ['教师培训', '组织骨干教师培训', 30000, null],
    ['合计', null, 150000, null],
    ['年度绩效目标', '改善办学条件。', null, null],
    HEAD,
    ROW,
  ]);
  const form = read(sheetOf('表一', cells));
  expect(form.tasks.map(taskOf)).toEqual([
    ['A3 教学设备更新', 'B3 更新实验室设备', 'C3 120000', '', ''],
    ['A4 教师培训', 'B4 组织骨干教师培训', 'C4 30000', '', ''],
  ]);
  expect([form.taskTotal && taskOf(form.taskTotal), form.amountUnit]).toEqual([
    ['A5 合计', '', 'C5 150000', '', ''],
    '元',
  ]);
  expect(fieldsOf(form)).toEqual({ budgetUnit: 'B1 城南中学', annualGoal: 'B6 改善办学条件。' });
});

test('目标分行编号：一个字段，各行各在其格', () => {
  const cells = grid([
    ['部门（单位）整体支出绩效目标申报表', null, null, null, null],
    ['部门名称', '水务局', null, null, null],
    ['年度总体目标', '目标1：', '保障供水安全。', null, null],
    [null, '目标2：', '治理河道3条。', null, null],
    [null, '目标3：', '……', null, null],
    ['年度绩效指标', ...HEAD],
    [null, ...ROW],
  ]);
  const merged = read(sheetOf('表一', cells, ['A1:E1', 'A3:A5', 'C3:E3', 'C4:E4', 'C5:E5', 'A6:A7']));
  const blank = read(sheetOf('表一', cells, ['A1:E1']));
  for (const form of [merged, blank]) {
    const goal = form.projects[0].fields.find(({ key }) => key === 'annualGoal');
    expect(goal?.parts?.map(({ cell }) => at(cell))).toEqual(['C3 保障供水安全。', 'C4 治理河道3条。', 'C5 ……']);
    expect(goal?.value.text).toBe('保障供水安全。\n治理河道3条。\n……');
    expect(form.projects[0].indicators).toHaveLength(1);
  }
});

describe('各地的版式', () => {
  const indicatorsOf = ({ projects: [{ indicators }] }: OverallTargetForm): unknown =>
    indicators.map(({ name, target }) => [at(name), formatTargetValue(target)]);

  test('履职目标分行，任务没有金额，下有预算情况和未知的层级', () => {
    const cells = grid([
      ['部门（单位）整体绩效目标申报表', null, null, null, null],
      ['（2025年度）', null, null, null, null],
      ['部门（单位）名称', '长湖县水利局', null, null, null],
      ['年度履职目标', '目标1：保障全县供水安全', null, null, null],
      [null, '目标2：治理河道3条', null, null, null],
      ['年度主要任务', '任务名称', '主要内容', null, null],
      [null, '河道治理', '治理三条中小河流', null, null],
      [null, '水库管护', '管护小型水库12座', null, null],
      ['预算情况', '部门预算总额（万元）', null, 1200.5, null],
      [null, '1、资金来源：（1）财政性资金', null, 1200.5, null],
      [null, '（2）其他资金', null, 0, null],
      [null, '2、资金结构：（1）基本支出', null, 800.5, null],
      [null, '（2）项目支出', null, 400, null],
      [...HEAD, '指标值说明'],
      ['投入管理指标', '工作目标管理', '年度履职目标相关性', '相关', '与职责一致'],
      ['产出指标', '重点工作任务完成', '河道治理完成率', '100%', '验收单'],
      ['效益指标', '满意度', '群众满意度', '≥90%', '问卷'],
    ]);
    const merges = ['A1:E1', 'A2:E2', 'B3:E3', 'A4:A5', 'B4:E4', 'B5:E5', 'A6:A8', 'A9:A13'];
    const form = read(sheetOf('表一', cells, merges));
    expect(fieldsOf(form)).toEqual({
      budgetUnit: 'B3 长湖县水利局',
      annualGoal: 'B4 目标1：保障全县供水安全\n目标2：治理河道3条',
    });
    expect(form.tasks.map(taskOf)).toEqual([
      ['B7 河道治理', 'C7 治理三条中小河流', '', '', ''],
      ['B8 水库管护', 'C8 管护小型水库12座', '', '', ''],
    ]);
    expect(indicatorsOf(form)).toEqual([
      ['C15 年度履职目标相关性', '相关'],
      ['C16 河道治理完成率', '100%'],
      ['C17 群众满意度', '≥90%'],
    ]);
  });

  test('基本信息和预算情况成组，不是任务', () => {
    const cells = grid([
      ['部门整体支出绩效目标表', null, null, null, null],
      ['部门名称', '城关镇人民政府', null, '联系人', '张某'],
      ['部门基本信息', '部门所属领域', '一般公共服务', '直属单位包括', '无'],
      [null, '内设职能部门', '党政办等5个', '编制控制数', 45],
      ['当年预算情况（万元）', '收入预算合计', 1840.2, '其中：上级财政拨款', 0],
      [null, '本级财政安排', 1840.2, '其他资金', 0],
      HEAD,
      ROW,
    ]);
    const form = read(sheetOf('表一', cells, ['A1:E1', 'A3:A4', 'A5:A6']));
    expect([fieldsOf(form), form.tasks, form.taskTotal]).toEqual([{ budgetUnit: 'B2 城关镇人民政府' }, [], null]);
  });

  test('指标性质、度量单位各占一列，总体目标当作年度目标', () => {
    const cells = grid([
      ['部门整体支出绩效目标申报表（2025年度）', null, null, null, null, null],
      ['部门（单位）名称', '长湖区园林局', null, null, null, null],
      ['总体资金情况（万元）', '预算支出总额', '财政拨款', null, '其他资金', null],
      [null, 3000.5, 3000.5, null, 0, null],
      ['整体绩效目标', '新增绿地8公顷。', null, null, null, null],
      ['一级指标', '二级指标', '三级指标', '指标性质', '绩效指标值', '绩效度量单位'],
      ['产出指标', '数量指标', '新增绿地面积', '≥', '8', '公顷'],
    ]);
    const form = read(sheetOf('表一', cells, ['A1:F1', 'B2:F2', 'A3:A4', 'B5:F5']));
    expect(fieldsOf(form)).toEqual({ budgetUnit: 'B2 长湖区园林局', annualGoal: 'B5 新增绿地8公顷。' });
    expect(indicatorsOf(form)).toEqual([['C7 新增绿地面积', '≥8公顷']]);
  });

  test('任务按职责合并多行，金额以元计，层级单独成行', () => {
    const cells = grid([
      ['部门整体支出绩效目标表', null, null, null, null, null],
      ['部门名称', '长湖州农业农村局', null, null, null, null],
      ['部门总体目标', '部门职责', '负责全州农业农村工作。', null, null, null],
      [null, '总体绩效目标（2025-2027年期间）', '粮食产量稳定。', null, null, null],
      ['一、部门年度目标', null, null, null, null, null],
      ['预算年度（2025年）绩效目标', '播种粮食120万亩。', null, null, null, null],
      ['二、部门年度重点工作任务', null, null, null, null, null],
      ['部门职能职责', '主要内容', '对应项目', '预算申报金额（元）', null, null],
      [null, null, null, '总额', '财政拨款', '其他资金'],
      ['粮食生产', '粮食高产示范', '粮食专项', 1200000, 1200000, 0],
      [null, '种子储备', '种子专项', 300000, 300000, 0],
      ['农民培训', '高素质农民培育', '培训专项', 500000, 400000, 100000],
      ['三、部门整体支出绩效指标', null, null, null, null, null],
      [...HEAD, '度量单位', '指标值设定依据'],
      ['产出指标', null, null, null, null, null],
      [null, '数量指标', null, null, null, null],
      [null, null, '粮食播种面积', '≥120', '万亩', '统计年报'],
      [null, null, '培训农民人次', '≥3000', '人次', '签到表'],
    ]);
    const merges = ['A1:F1', 'A3:A4', 'C3:F3', 'C4:F4', 'B6:F6', 'A8:A9', 'B8:B9', 'C8:C9', 'D8:F8', 'A10:A11'];
    const form = read(sheetOf('表一', cells, merges));
    expect(fieldsOf(form)).toEqual({
      budgetUnit: 'B2 长湖州农业农村局',
      '(部门职责)': 'C3 负责全州农业农村工作。',
      overallGoal: 'C4 粮食产量稳定。',
      annualGoal: 'B6 播种粮食120万亩。',
    });
    expect([form.amountUnit, form.tasks.map(taskOf)]).toEqual([
      '元',
      [
        ['A10 粮食生产', 'B10 粮食高产示范', 'D10 1200000', 'E10 1200000', 'F10 0'],
        ['A10 粮食生产', 'B11 种子储备', 'D11 300000', 'E11 300000', 'F11 0'],
        ['A12 农民培训', 'B12 高素质农民培育', 'D12 500000', 'E12 400000', 'F12 100000'],
      ],
    ]);
    expect(indicatorsOf(form)).toEqual([
      ['C17 粮食播种面积', '≥120万亩'],
      ['C18 培训农民人次', '≥3000人次'],
    ]);
  });

  test('任务编码另成一列，整张表缩进，隐藏了一列', () => {
    const cells: Record<string, CellSpec> = {};
    for (const [address, cell] of Object.entries(
      grid([
        ['2025年单位整体支出绩效目标申报表', null, null, null, null, null, null],
        ['金额单位：元', null, null, null, null, null, null],
        ['单位名称', '长湖市第二中学', null, '主管部门', '长湖市教育局', null, null],
        ['年度主要任务', '任务编码', '任务名称', '主要内容', '资金总额', '其中：财政拨款', '其中：非财政拨款'],
        [null, 'R01', '教学设备更新', '更新实验室设备40套', 800000, 800000, 0],
        [null, 'R02', '校舍维修', '维修教学楼2栋', 350000, 300000, 50000],
        [null, '合计', null, null, 1150000, 1100000, 50000],
        ['年度绩效目标', '更新设备40套。', null, null, null, null, null],
        ['绩效指标', ...HEAD, '分值', null],
        [null, ...ROW, 20, null],
      ]),
    ))
      cells[`${'BCDEFGHIJK'['ABCDEFGHIJ'.indexOf(address[0])]}${Number(address.slice(1)) + 2}`] = cell;
    for (let row = 3; row <= 12; row += 1) cells[`A${row}`] = row;
    const merges = ['B3:H3', 'B4:H4', 'C5:D5', 'F5:H5', 'B6:B9', 'C9:E9', 'C10:H10', 'B11:B12'];
    const form = read(sheetOf('表一', cells, merges, { hiddenColumns: [0] }));
    expect([at(form.unitLine), form.amountUnit, fieldsOf(form)]).toEqual([
      'B4 金额单位：元',
      '元',
      { budgetUnit: 'C5 长湖市第二中学', primaryBudgetUnit: 'F5 长湖市教育局', annualGoal: 'C10 更新设备40套。' },
    ]);
    expect(form.tasks.map(taskOf)).toEqual([
      ['D7 教学设备更新', 'E7 更新实验室设备40套', 'F7 800000', 'G7 800000', 'H7 0'],
      ['D8 校舍维修', 'E8 维修教学楼2栋', 'F8 350000', 'G8 300000', 'H8 50000'],
    ]);
    expect(form.taskTotal && taskOf(form.taskTotal)).toEqual(['C9 合计', '', 'F9 1150000', 'G9 1100000', 'H9 50000']);
    expect(form.projects[0].indicators[0].weight?.text).toBe('20');
  });

  test('换页后任务和指标的标题、表头都重复', () => {
    const taskHead = [
      ['年度主要任务', '任务名称', '主要内容', '预算金额（万元）', null, null],
      [null, null, null, '总额', '财政拨款', '其他资金'],
    ];
    const indicatorHead = ['年度绩效指标', ...HEAD, null];
    const again = ['部门整体支出绩效目标表（续）', null, null, null, null, null];
    const cells = grid([
      ['部门整体支出绩效目标表', null, null, null, null, null],
      ['部门名称', '长湖市民政局', null, null, null, null],
      ...taskHead,
      [null, '养老服务', '建设养老驿站', 100, 100, 0],
      again,
      ...taskHead,
      [null, '社会救助', '发放低保金', 200, 200, 0],
      [null, '金额合计', null, 300, 300, 0],
      ['年度总体目标', '建设养老驿站5个。', null, null, null, null],
      indicatorHead,
      [null, '产出指标', '数量指标', '建设养老驿站数', '≥5个', null],
      again,
      indicatorHead,
      [null, '效益指标', '社会效益指标', '老人生活质量', '提高', null],
    ]);
    const merges = ['A1:F1', 'D3:F3', 'A3:A5', 'A6:F6', 'A7:A10', 'D7:F7', 'B11:F11', 'A12:A13', 'A14:F14', 'A15:A16'];
    const form = read(sheetOf('表一', cells, merges));
    expect(form.tasks.map(({ name }) => at(name))).toEqual(['B5 养老服务', 'B9 社会救助']);
    expect(form.taskTotal && at(form.taskTotal.totalAmount)).toBe('D10 300');
    expect(fieldsOf(form)).toEqual({ budgetUnit: 'B2 长湖市民政局', annualGoal: 'B11 建设养老驿站5个。' });
    expect(form.projects[0].indicators.map(({ name }) => at(name))).toEqual(['D13 建设养老驿站数', 'D16 老人生活质量']);
  });

  test('单位列在指标左侧：每个单位一份', () => {
    const cells = grid([
      ['整体支出绩效目标表', null, null, null, null, null, null, null, null],
      ['填报部门：长湖县司法局', null, null, null, null, null, null, null, '单位：万元'],
      ['单位名称', '资金总额', '整体绩效目标', '一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '度量单位'],
      ['长湖县司法局', 800, '普法宣传24次。', '产出指标', '数量指标', '普法宣传次数', '≥', '24', '次'],
      [null, null, null, '满意度指标', '服务对象满意度指标', '群众满意度', '≥', '95', '%'],
      ['长湖县公证处', 90, '办理公证600件。', '产出指标', '数量指标', '办理公证件数', '≥', '600', '件'],
    ]);
    const { projects } = read(sheetOf('表一', cells, ['A1:I1', 'A4:A5', 'B4:B5', 'C4:C5']));
    expect(
      projects.map(({ name, fields, indicators }) => [
        name,
        fields.filter(({ key }) => key === 'annualGoal').map(({ value }) => at(value)),
        indicators.map(({ target }) => formatTargetValue(target)),
      ]),
    ).toEqual([
      ['长湖县司法局', ['C4 普法宣传24次。'], ['≥24次', '≥95%']],
      ['长湖县公证处', ['C6 办理公证600件。'], ['≥600件']],
    ]);
  });
});

test('项目申报表列出的实施内容不使它成为整体支出表', () => {
  const cells = grid([
    ['项目支出绩效目标申报表', null, null, null],
    ['项目名称', '街道绿化', null, null],
    ['工作任务', '主要内容', '金额（万元）', null],
    ['补种', '补种乔木', 12, null],
    HEAD,
    ROW,
  ]);
  const { forms } = readForms(workbookOf(sheetOf('表一', cells, ['A1:D1'])));
  expect(forms.map(({ type }) => type)).toEqual(['project-target']);
});

test('几百行任务、两万行指标也很快读完', () => {
  const rows: (readonly CellSpec[])[] = [
    ['部门整体支出绩效目标表', null, null, null],
    ['任务名称', '主要内容', '金额（万元）', null],
  ];
  for (let index = 0; index < 800; index += 1) rows.push([`任务${index}`, '主要工作', index, null]);
  rows.push(['合计', null, 319600, null], HEAD);
  for (let index = 0; index < 20000; index += 1) rows.push(['产出指标', '数量指标', `任务${index}完成数`, '≥1项']);
  const started = Date.now();
  const form = read(sheetOf('表一', grid(rows), ['A1:D1']));
  expect([form.tasks.length, form.projects[0].indicators.length]).toEqual([800, 20000]);
  expect(Date.now() - started).toBeLessThan(LINEAR_WORK_MS);
});
