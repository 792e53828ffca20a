import { findProjects } from '../../../src/core/converting/carry-projects';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent, WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { cleanRows, codedTable, projectTarget, sheetOf, workbookOf } from '../../support/build-form';
import { builtinTemplate, convert } from '../../support/converted-sheets';

const shenzhen = builtinTemplate('shenzhen-second-level-project');
const zhuhai = builtinTemplate('zhuhai-coded-indicators');
const general = builtinTemplate('general-cost-first');

/** Texts of some cells of the first sheet: "B7" or rows "A12:E13", cells joined by |. */
function shown(snapshot: WorkbookSnapshot, row: number, columns = 'ABCDEFGH'): string {
  const [sheet] = snapshot.sheets;
  return [...columns].map((_, column) => sheet.cellAt(row - 1, column)?.text ?? '').join('|');
}

const areas = ({ sheets: [sheet] }: WorkbookSnapshot, column: string): readonly string[] =>
  sheet.mergedAreas
    .filter(({ left, right }) => left === right && left === column.charCodeAt(0) - 65)
    .map(({ top, bottom }) => `${column}${top + 1}:${column}${bottom + 1}`);

const byForm = (sheet: SheetContent, template = shenzhen) => convert(workbookOf(sheet), template);

describe('a form', () => {
  test('more rows of one kind than the template has: levels grow over them', () => {
    const { snapshot } = byForm(projectTarget(), general);
    expect(shown(snapshot, 13)).toBe('成本指标|经济成本指标|项目成本控制率|≤|100|%||实际支出占预算的比例。');
    expect(shown(snapshot, 14)).toBe('|社会成本指标|不适用||不适用|||不适用');
    expect(shown(snapshot, 16)).toBe(
      '产出指标|数量指标|图书采购数量|≥|8000|册||全年新购并完成编目的图书册数，以入库单为准。',
    );
    expect(shown(snapshot, 17)).toBe('||馆员培训人数|≥|120|人||参加区级业务培训并签到的馆员人次。');
    expect(shown(snapshot, 19)).toBe('|时效指标|图书上架时间||2025年12月31日前|||全部新书完成编目上架的截止日期。');
    expect(areas(snapshot, 'A')).toEqual(expect.arrayContaining(['A13:A15', 'A16:A19', 'A20:A23']));
    expect(areas(snapshot, 'B')).toEqual(['B16:B17']);
  });

  test('a kind that the template does not know gets a row at the end of its first level, and is said', () => {
    const { snapshot, plans } = byForm(projectTarget(), general);
    expect(shown(snapshot, 23)).toBe('|可持续影响指标|全年开放天数|≥|300|天||各社区馆对外开放天数的最小值。');
    expect(shown(snapshot, 24)).toBe(
      '满意度指标|服务对象满意度指标|读者满意度|≥|90|%||读者问卷中选择满意及以上的比例。',
    );
    expect(plans[0].sheet.remarks).toEqual([
      '模板没有“成本指标”，1 条放在“经济成本指标”行。',
      '模板没有“可持续影响指标”，1 条在“效益指标”之后另加行。',
    ]);
  });

  test('what has no place is listed beside, outside of what is printed', () => {
    const { snapshot, plans } = byForm(projectTarget({ remark: '备注：以上均为预计。' }), general);
    expect(plans[0].sheet.unplaced).toEqual([
      {
        project: '社区图书馆运行',
        label: '二级指标',
        indicator: '经济成本指标：项目成本控制率',
        text: '成本指标',
        sheet: '表一',
        cell: 'B16',
      },
      {
        project: '社区图书馆运行',
        label: '标题',
        indicator: '',
        text: '二级项目支出绩效目标申报表',
        sheet: '表一',
        cell: 'A1',
      },
      {
        project: '社区图书馆运行',
        label: '备注',
        indicator: '',
        text: '备注：以上均为预计。',
        sheet: '表一',
        cell: 'A23',
      },
    ]);
    const [sheet] = snapshot.sheets;
    const list = sheet.cells.filter(({ column }) => column > general.printArea.right);
    expect(list.map((cell) => `${formatAddress(cell)} ${cell.text}`)).toEqual([
      'J1 未放入本模板的内容',
      'J2 项目',
      'K2 栏目',
      'L2 指标',
      'M2 内容',
      'J3 社区图书馆运行',
      'K3 二级指标',
      'L3 经济成本指标：项目成本控制率',
      'M3 成本指标',
      'J4 社区图书馆运行',
      'K4 标题',
      'M4 二级项目支出绩效目标申报表',
      'J5 社区图书馆运行',
      'K5 备注',
      'M5 备注：以上均为预计。',
    ]);
    expect(plans[0].printArea).toEqual({ top: 0, left: 0, bottom: 23, right: 7 });
  });

  test('texts stay texts, codes keep their digits, numbers stay numbers', () => {
    const fields = {
      policyBasis: '=HYPERLINK("x")',
      projectCode: { value: 4.403052300601009e20, text: '4.40305E+20', rawNumber: '440305230060100905010' },
      implementationTerm: 3,
    };
    const { plans } = byForm(projectTarget({ fields }), shenzhen);
    const valueAt = (place: string) => plans[0].cells.find(({ address }) => formatAddress(address) === place)?.value;
    expect([valueAt('B2'), valueAt('B4'), valueAt('B6'), valueAt('B7')]).toEqual([
      '440305230060100905010',
      3,
      300,
      '=HYPERLINK("x")',
    ]);
  });

  test('a column that no reader knows, and a text that stands beside, are listed with their rows', () => {
    const rows = cleanRows({}).map((row, index) => [...row, index === 1 ? '分管科室：培训科' : null] as const);
    const sheet = projectTarget({
      rows: rows as never,
      columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标解释', '责任科室'],
    });
    const { plans } = byForm(sheet, shenzhen);
    expect(plans[0].sheet.unplaced).toEqual([
      {
        project: '社区图书馆运行',
        label: '责任科室',
        indicator: '数量指标：馆员培训人数',
        text: '分管科室：培训科',
        sheet: '表一',
        cell: 'F13',
      },
    ]);
  });

  test('a formula without a result is listed as it is written, and fills nothing', () => {
    const annualAmount = { value: null, formula: 'SUM(G1:G2)', text: '' };
    const { plans } = byForm(projectTarget({ fields: { annualAmount } }), shenzhen);
    expect(plans[0].sheet.unplaced.map(({ label, text, cell }) => [label, text, cell])).toEqual([
      ['本年度项目金额(万元)', '=SUM(G1:G2)', 'D6'],
    ]);
    expect(plans[0].cells.some(({ address }) => formatAddress(address) === 'E6')).toBe(false);
  });

  test('an amount without a unit is not guessed at', () => {
    const sheet = projectTarget();
    const cells = sheet.cells.map((cell) =>
      /金额/.test(cell.text) ? { ...cell, value: '本年度项目金额', text: '本年度项目金额' } : cell,
    );
    const { plans } = byForm({ ...sheet, cells: cells.filter(({ row, column }) => row !== 5 || column > 1) }, zhuhai);
    expect(plans[0].sheet.remarks).toContain('“本年度项目金额”原表没有写明金额单位，没有换算，列在表的右侧。');
    expect(plans[0].sheet.unplaced.map(({ label, text }) => `${label} ${text}`)).toContain('本年度项目金额 100.00');
  });
});

describe('a table', () => {
  test('one block for each project, its cells merged over it; rows of 不适用 are left out', () => {
    const second = projectTarget({ sheet: '表二', fields: { projectName: '全民阅读' }, rows: cleanRows().slice(0, 2) });
    const { snapshot, plans } = convert(workbookOf(projectTarget(), second), zhuhai);
    expect(plans.map(({ sheet }) => [sheet.name, sheet.projects, sheet.fieldCount, sheet.indicatorCount])).toEqual([
      ['项目绩效目标表', ['社区图书馆运行', '全民阅读'], 10, 10],
    ]);
    expect(areas(snapshot, 'B')).toEqual(['B3:B10', 'B11:B12']);
    expect(shown(snapshot, 3, 'ABCDEFGHIJ')).toBe(
      '南湖区文化服务中心|社区图书馆运行|1000000|三年内采购图书24000册，培训馆员360人，形成覆盖全区的社区阅读网络。|2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。|1-产出指标|11-数量指标|图书采购数量||≥8000册',
    );
    expect(shown(snapshot, 12, 'ABCDEFGHIJ')).toBe('|||||1-产出指标|11-数量指标|馆员培训人数||≥120人');
    expect(plans[0].sheet.remarks).toEqual([
      '“本年度项目金额”由万元换算为元。',
      '“申请单位”的内容填在“预算单位”栏。',
      '“长期目标”的内容填在“年度总体绩效目标”栏。',
    ]);
    const common = plans[0].sheet.unplaced.filter(({ project }) => project === '全部项目');
    expect(common.map(({ label }) => label)).toContain('一级预算单位');
  });

  test('its projects become forms of their own, with names that sheets may have', () => {
    const projects = [
      { name: '图书/音像采购', rows: [['1-产出指标', '11-数量指标', '111000101-图书采购数量', '≥24000册', '≥8000册']] },
      { name: '图书:音像采购', rows: [['1-产出指标', '11-数量指标', '111000101-图书采购数量', '≥24000册', '≥8000册']] },
      {
        name: '全区公共文化服务体系建设及基层综合性文化服务中心提升改造项目',
        rows: [['1-产出指标', '11-数量指标', '建成数量', '3个', '1个']],
      },
    ] as const;
    const { plans, snapshot } = convert(workbookOf(codedTable(projects)), general);
    expect(plans.map(({ sheet }) => sheet.name)).toEqual([
      '图书_音像采购',
      '图书_音像采购（2）',
      '全区公共文化服务体系建设及基层综合性文化服务中心提升改造项目'.slice(0, 31),
    ]);
    expect(shown(snapshot, 2)).toBe('（2025年度）|||||||');
    expect(shown(snapshot, 16)).toBe('产出指标|数量指标|111000101-图书采购数量|≥|8000|册||');
    expect(plans[0].sheet.unplaced.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '实施周期指标值 ≥24000册',
      '标题 南湖区文化服务中心2025年度重点绩效管理项目绩效目标',
    ]);
  });
});

test('project cells repeated on every row, and forms side by side, are not taken for something else', () => {
  const table = codedTable();
  const spread = table.mergedAreas.filter(({ top }) => top === 2);
  const repeated = {
    ...table,
    mergedAreas: table.mergedAreas.filter((area) => spread.indexOf(area) < 0),
    cells: table.cells
      .concat(
        ...spread.map(({ top, bottom, left }) =>
          table.cells
            .filter(({ row, column }) => row === top && column === left)
            .flatMap((cell) => Array.from({ length: bottom - top }, (_, index) => ({ ...cell, row: top + 1 + index }))),
        ),
      )
      .sort((a, b) => a.row - b.row || a.column - b.column),
  };
  const labels = (sheet: SheetContent) =>
    byForm(sheet).plans.map((plan) =>
      plan.sheet.unplaced.map(({ label }) => label).filter((label) => !/周期/.test(label)),
    );
  expect(labels(repeated)).toEqual([['标题']]);
  const form = projectTarget();
  const moved = { ...form, ...projectTarget({ fields: { projectName: '全民阅读' } }) };
  const beside = {
    ...form,
    cells: form.cells
      .concat(moved.cells.map((cell) => ({ ...cell, column: cell.column + 6 })))
      .sort((a, b) => a.row - b.row || a.column - b.column),
    mergedAreas: form.mergedAreas.concat(
      moved.mergedAreas.map((area) => ({ ...area, left: area.left + 6, right: area.right + 6 })),
    ),
  };
  expect(labels(beside)).toEqual([[], []]);
});

test('secret and blank forms are not converted, and say why', () => {
  const secret = projectTarget({
    fields: { annualGoal: '涉密内容不宜公开', calculationBasis: '涉密内容不宜公开' },
  });
  const blank = sheetOf('空白', {
    A1: '项目名称：',
    A2: '一级指标',
    B2: '二级指标',
    C2: '三级指标',
    D2: '指标值',
    A3: '产出指标',
    B3: '数量指标',
  });
  const source = workbookOf(secret, blank);
  expect(findProjects(readForms(source)).map(({ refusal }) => refusal)).toEqual([
    '内容涉密，不转换。',
    '这张表还没有填写。',
  ]);
  expect(convert(source, shenzhen).plans).toEqual([]);
});
