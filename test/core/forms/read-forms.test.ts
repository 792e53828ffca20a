import { findField, type Form, type FormCell } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress, formatRange } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { codedTable, projectTarget, sheetOf, workbookOf, type CellSpec } from '../../support/build-form';

const read = (...sheets: readonly SheetContent[]) => readForms(workbookOf(...sheets));
const at = (cell: FormCell): string => `${formatAddress(cell.address)} ${cell.text}`;

function fieldsOf(form: Form, project = 0): Record<string, string> {
  return Object.fromEntries(
    form.projects[project].fields.map(({ key, label, value }) => [key ?? `(${label.text})`, at(value)]),
  );
}

/** Cells of consecutive rows from A1 on. */
function grid(rows: readonly (readonly CellSpec[])[], firstRow = 1): Record<string, CellSpec> {
  const cells: Record<string, CellSpec> = {};
  rows.forEach((row, index) =>
    row.forEach((cell, column) => (cells[`${'ABCDEFGHIJ'[column]}${firstRow + index}`] = cell)),
  );
  return cells;
}

describe('二级项目支出绩效目标申报表', () => {
  test('标题、字段、指标各在其格', () => {
    const { forms, unread } = read(projectTarget({ remark: '备注：置灰信息不可修改。' }));
    expect(unread).toEqual([]);
    expect(forms).toHaveLength(1);
    const [form] = forms;
    expect([form.type, form.id, form.caption]).toEqual(['project-target', '表一!A1:E23', '社区图书馆运行']);
    expect(fieldsOf(form)).toEqual({
      projectCode: 'B2 440305230060100905010',
      projectName: 'D2 社区图书馆运行',
      applicantUnit: 'B3 南湖区文化服务中心',
      primaryBudgetUnit: 'D3 南湖区文化和旅游局',
      implementationTerm: 'B4 3',
      projectType: 'D4 31 履职类项目',
      isNewProject: 'B5 否',
      allocationMethod: 'D5 项目法',
      totalAmount: 'B6 300.00',
      annualAmount: 'D6 100.00',
      policyBasis: 'B7 《公共图书馆管理办法》（南府规〔2022〕8号）第十二条。',
      calculationBasis: 'B8 图书采购60万元；馆员培训15万元；设备维护25万元。',
      annualGoal: 'B9 2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。',
      longTermGoal: 'B10 三年内采购图书24000册，培训馆员360人，形成覆盖全区的社区阅读网络。',
    });
    const [first] = form.projects[0].indicators;
    expect([first.level1Kind, first.level2Kind, first.plainName, at(first.value)]).toEqual([
      'output',
      'quantity',
      '图书采购数量',
      'D12 ≥8000册',
    ]);
    expect(form.projects[0].indicators).toHaveLength(11);
    expect(form.type === 'project-target' && form.remark && at(form.remark)).toBe('A23 备注：置灰信息不可修改。');
  });

  test('表头分两行合并，左侧有分组格，附计量单位和分值列', () => {
    const cells = grid([
      ['项目支出绩效目标申报表', null, null, null, null, null, null, null],
      ['（2025年度）', null, null, null, null, null, null, null],
      ['项目基本情况', '项目名称', '智慧停车', null, '主管部门', '城管局', null, null],
      [null, '实施单位', '停车管理中心', null, '项目负责人', '王某', null, null],
      ['绩效指标', '绩效指标', null, null, null, null, '分值', '备注'],
      [null, '一级指标', '二级指标', '三级指标', '指标值', '度量单位', null, null],
      [null, '产出指标', '数量指标', '新增智能车位', '≥300', '个', 20, null],
      [null, '满意度指标', '服务对象满意度指标', '车主满意度', '≥85', '%', 10, null],
    ]);
    const [form] = read(
      sheetOf('表一', cells, [
        'A1:H1',
        'A2:H2',
        'A3:A4',
        'A5:A8',
        'B5:F5',
        'G5:G6',
        'H5:H6',
        'C3:D3',
        'C4:D4',
        'F3:H3',
        'F4:H4',
      ]),
    ).forms;
    expect(fieldsOf(form)).toEqual({
      projectName: 'C3 智慧停车',
      primaryBudgetUnit: 'F3 城管局',
      applicantUnit: 'C4 停车管理中心',
      '(项目负责人)': 'F4 王某',
    });
    const targets = form.projects[0].indicators.map(({ plainName, target, weight }) => [
      plainName,
      target,
      weight && weight.text,
    ]);
    expect(targets).toEqual([
      [
        '新增智能车位',
        { kind: 'quantity', comparison: '≥', number: '300', scale: '', unit: '个', leadingText: '' },
        '20',
      ],
      [
        '车主满意度',
        { kind: 'percentage', comparison: '≥', number: '85', unit: '%', isGrowth: false, leadingText: '' },
        '10',
      ],
    ]);
  });

  test('目标标签在上、文字在下；标签和值写在一格', () => {
    const cells = grid([
      ['项目支出绩效目标申报表', null, null, null],
      ['申报单位：城南街道办事处', null, '项目名称：楼道亮化', null],
      ['实施期目标', null, '年度目标', null],
      ['三年内完成全部楼道改造。', null, '2025年改造楼道300个。', null],
      ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'],
      ['产出指标', '数量指标', '改造楼道数', '≥300个', '竣工单。'],
    ]);
    const [form] = read(sheetOf('表一', cells, ['A1:D1', 'A2:B2', 'C2:D2', 'A3:B3', 'C3:D3', 'A4:B4', 'C4:D4'])).forms;
    expect(fieldsOf(form)).toEqual({
      applicantUnit: 'A2 城南街道办事处',
      projectName: 'C2 楼道亮化',
      longTermGoal: 'A4 三年内完成全部楼道改造。',
      annualGoal: 'C4 2025年改造楼道300个。',
    });
  });

  test('换页后重复的表头不另成一张表', () => {
    const head = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];
    const cells = grid([
      ['项目支出绩效目标申报表', null, null, null, null],
      ['项目名称', '街道绿化', '主管部门', '城管局', null],
      head,
      ['产出指标', '数量指标', '补种乔木数量', '≥300株', '验收单'],
      head,
      [null, null, '补种灌木数量', '≥900株', '验收单'],
      ['满意度指标', '服务对象满意度指标', '居民满意度', '≥85%', '问卷'],
      ['备注：按实际填写。', null, null, null, null],
    ]);
    const { forms, unread } = read(sheetOf('表一', cells, ['A1:E1', 'D2:E2', 'A8:E8']));
    expect(unread).toEqual([]);
    expect(
      forms.map(({ id, projects }) => [
        id,
        projects[0].indicators.map(({ level2Kind, plainName }) => `${level2Kind} ${plainName}`),
      ]),
    ).toEqual([['表一!A1:E8', ['quantity 补种乔木数量', 'quantity 补种灌木数量', 'serviceSatisfaction 居民满意度']]]);
    expect(forms[0].type === 'project-target' && forms[0].remark && at(forms[0].remark)).toBe('A8 备注：按实际填写。');
  });

  test('长期和年度指标上下排列：只读年度的，长期的说明没有检查', () => {
    const head = ['一级指标', '二级指标', '指标内容', '指标值', '备注'];
    const cells = grid([
      ['财政支出项目绩效目标申报表', null, null, null, null, null],
      ['项目名称', '乡村客运', null, '主管部门', '交通局', null],
      ['长期绩效指标', ...head],
      [null, '产出指标', '数量指标', '开通线路数', '≥12条', null],
      ['年度绩效指标', ...head],
      [null, '产出指标', '数量指标', '开通线路数', '≥4条', null],
      [null, '效益指标', '服务对象满意度指标', '乘客满意度', '≥85%', null],
      ['填报人：张某', null, null, null, null, null],
    ]);
    const { forms, unread } = read(sheetOf('表一', cells, ['A1:F1', 'A3:A4', 'A5:A7']));
    expect(forms.map(({ id, projects }) => [id, projects[0].indicators.map(({ value }) => at(value))])).toEqual([
      ['表一!A1:F7', ['E6 ≥4条', 'E7 ≥85%']],
    ]);
    expect(unread.map(({ range, reason }) => [formatRange(range), reason])).toEqual([
      ['B3:E4', '实施期（中长期）绩效指标没有检查，只检查了年度绩效指标。'],
    ]);
  });

  test('实施期和年度指标左右并列：只读年度的', () => {
    const cells = grid([
      ['项目支出绩效目标申报表', null, null, null, null, null, null],
      ['项目名称', '水库加固', null, null, '主管部门', '水务局', null],
      ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '加固水库数', '6座', '数量指标', '加固水库数', '2座'],
      [null, '质量指标', '验收合格率', '100%', '质量指标', '验收合格率', '100%'],
    ]);
    const { forms, unread } = read(sheetOf('表一', cells, ['A1:G1', 'B2:D2', 'F2:G2', 'A4:A5']));
    expect(
      forms[0].projects[0].indicators.map(({ level1, level2, name, value }) => [level1, level2, name, value].map(at)),
    ).toEqual([
      ['A4 产出指标', 'E4 数量指标', 'F4 加固水库数', 'G4 2座'],
      ['A4 产出指标', 'E5 质量指标', 'F5 验收合格率', 'G5 100%'],
    ]);
    expect(unread.map(({ range, reason }) => [formatRange(range), reason])).toEqual([
      ['A3:D5', '并列的实施期（中长期）绩效指标没有检查，只检查了年度绩效指标。'],
    ]);
  });

  test('涉密的申报表认作涉密', () => {
    const rows = [['产出指标', '数量指标', '涉密项目不宜公开', '涉密项目不宜公开', '涉密项目不宜公开'] as const];
    expect(read(projectTarget({ rows })).forms[0].projects[0].isSecret).toBe(true);
    expect(read(projectTarget()).forms[0].projects[0].isSecret).toBe(false);
  });

  test('表后的签字行不是指标', () => {
    const sheet = projectTarget();
    const signed = sheetOf('表一', { A24: '填报人：李某', C24: '审核人：赵某', A25: '2025年3月1日' });
    const both: SheetContent = { ...sheet, cells: [...sheet.cells, ...signed.cells] };
    expect(read(both).forms[0].projects[0].indicators).toHaveLength(11);
    const bare = sheetOf('表一', { A23: '填报人', B23: '李某', C23: '审核人', D23: '赵某' });
    const unmarked: SheetContent = { ...sheet, cells: [...sheet.cells, ...bare.cells] };
    expect(read(unmarked).forms[0].projects[0].indicators).toHaveLength(11);
    expect(formatRange(read(both).forms[0].range)).toBe('A1:E22');
  });
});

describe('编码指标表', () => {
  const rows = [
    ['1-产出指标', '11-数量指标', '111000101-图书采购数量', '≥300册', '≥100册'],
    ['3-满意度指标', '31-服务对象满意度', '331000105-读者满意度', '≥90%', '≥90%'],
  ] as const;

  test('项目格合并：每个合并区一个项目，同名也分开', () => {
    const [form] = read(
      codedTable([
        { name: '阅读推广', rows },
        { name: '阅读推广', rows: [rows[0]] },
        { name: '设备更新', rows },
      ]),
    ).forms;
    expect(form.type).toBe('coded-indicators');
    expect(form.projects.map(({ name, range, indicators }) => [name, formatRange(range), indicators.length])).toEqual([
      ['阅读推广', 'A3:J4', 2],
      ['阅读推广', 'A5:J5', 1],
      ['设备更新', 'A6:J7', 2],
    ]);
    expect(fieldsOf(form, 2)).toEqual({
      budgetUnit: 'A6 104003-文化服务中心',
      projectName: 'B6 设备更新',
      annualAmount: 'C6 1000000',
      overallGoal: 'D6 采购图书、培训馆员，保障社区图书馆全年开放。',
      annualGoal: 'E6 2025年采购图书8000册，图书验收合格率达到98%。',
    });
    const [indicator] = form.projects[2].indicators;
    expect([indicator.plainName, indicator.periodValue && at(indicator.periodValue), at(indicator.value)]).toEqual([
      '图书采购数量',
      'I6 ≥300册',
      'J6 ≥100册',
    ]);
  });

  test.each([
    ['每行重复项目', ['馆舍维修', '馆舍维修', '阅读推广']],
    ['首行之后留空', ['馆舍维修', null, '阅读推广']],
  ])('项目格不合并：%s', (_name, names) => {
    const cells = grid([
      ['序号', '项目名称', '责任处室', '一级指标', '二级指标', '三级指标', '年度指标值'],
      ...names.map((name, index) => [
        index + 1,
        name,
        '办公室',
        '产出指标',
        '数量指标',
        `第${index}项工作数量`,
        '≥3项',
      ]),
    ]);
    const [form] = read(sheetOf('表一', cells)).forms;
    expect(
      form.projects.map(({ name, indicators }) => [name, indicators.map((indicator) => indicator.row + 1)]),
    ).toEqual([
      ['馆舍维修', [2, 3]],
      ['阅读推广', [4]],
    ]);
    expect(findField(form.projects[1], 'projectName')?.value.address).toEqual({ row: 3, column: 1 });
    expect(fieldsOf(form, 1)).toEqual({ '(序号)': 'A4 3', projectName: 'B4 阅读推广', '(责任处室)': 'C4 办公室' });
  });
});

test('项目名称合并而编码逐行重复：仍是一个项目；四级指标是指标名称', () => {
  const cells = grid([
    ['项目编码', '项目名称', '一级指标', '二级指标', '三级指标', '四级指标', '指标值'],
    ['P-01', '社区养老', '产出指标', '数量指标', '助餐服务', '助餐人次', '≥9000人次'],
    ['P-01', null, '产出指标', '数量指标', '助餐服务', '助餐点数量', '≥12个'],
    ['P-02', '助残', '产出指标', '数量指标', '辅具', '适配辅具件数', '≥80件'],
  ]);
  const [form] = read(sheetOf('表一', cells, ['B2:B3'])).forms;
  expect(form.projects.map(({ name, indicators }) => [name, indicators.map(({ plainName }) => plainName)])).toEqual([
    ['社区养老', ['助餐人次', '助餐点数量']],
    ['助残', ['适配辅具件数']],
  ]);
});

describe('没有读成申报表的部分都有交代', () => {
  test('其他工作表、缺列的表头', () => {
    const incomplete = sheetOf(
      '缺列',
      grid([
        ['一级指标', '二级指标', '三级指标'],
        ['产出指标', '数量指标', '任务数'],
      ]),
    );
    const { forms, unread } = read(sheetOf('封面', { A1: '目录' }), incomplete, sheetOf('空', {}));
    expect(forms).toEqual([]);
    expect(unread.map(({ sheet, reason }) => [sheet, reason])).toEqual([
      ['封面', '未找到绩效目标申报表（需有“一级指标、二级指标、三级指标、指标值”表头）。'],
      ['缺列', '第 1 行像是指标表表头，但缺少“指标值”列，未能读取。'],
    ]);
  });
});
