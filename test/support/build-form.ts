import type { FieldKey } from '../../src/core/forms/form';
import { parseAddress, parseRange } from '../../src/core/workbook/cell-address';
import {
  WorkbookSnapshot,
  type CellValue,
  type PlacedCell,
  type SheetContent,
} from '../../src/core/workbook/workbook-snapshot';

/** A cell of a test sheet: its value, or value with what else matters. */
export type CellSpec =
  | CellValue
  | {
      readonly value: CellValue;
      readonly text?: string;
      readonly numberFormat?: string;
      readonly rawNumber?: string;
      readonly formula?: string;
    };

/** [一级指标, 二级指标, 三级指标, 指标值, 指标解释] */
export type IndicatorRow = readonly [CellSpec, CellSpec, CellSpec, CellSpec, CellSpec?];

/** A sheet out of cells by address: `sheetOf('表一', { A1: '标题' }, ['A1:E1'])`. */
export function sheetOf(
  name: string,
  cells: Readonly<Record<string, CellSpec>>,
  merges: readonly string[] = [],
  more: Partial<SheetContent> = {},
): SheetContent {
  const placed: PlacedCell[] = [];
  for (const [address, spec] of Object.entries(cells)) {
    const place = parseAddress(address);
    if (!place) throw new Error(`no address: ${address}`);
    const cell = typeof spec === 'object' && spec !== null ? spec : { value: spec };
    if (cell.value === null && cell.formula === undefined) continue;
    placed.push({
      ...place,
      value: cell.value,
      text: cell.text ?? (cell.value === null ? '' : String(cell.value)),
      formula: cell.formula ?? null,
      numberFormat: cell.numberFormat ?? 'General',
      rawNumber: typeof cell.value === 'number' ? (cell.rawNumber ?? String(cell.value)) : null,
      isError: false,
    });
  }
  placed.sort((a, b) => a.row - b.row || a.column - b.column);
  const mergedAreas = merges.map((text) => {
    const range = parseRange(text);
    if (!range) throw new Error(`no range: ${text}`);
    return range;
  });
  return {
    name,
    visibility: 'visible',
    cells: placed,
    mergedAreas,
    hiddenRows: [],
    hiddenColumns: [],
    isProtected: false,
    ...more,
  };
}

export function workbookOf(...sheets: readonly SheetContent[]): WorkbookSnapshot {
  return new WorkbookSnapshot('测试.xlsx', sheets);
}

const FIELD_CELLS: readonly (readonly [FieldKey, string, string, string])[] = [
  ['projectCode', 'A2', '项目编码:', 'B2'],
  ['projectName', 'C2', '项目名称:', 'D2'],
  ['applicantUnit', 'A3', '申请单位:', 'B3'],
  ['primaryBudgetUnit', 'C3', '一级预算单位:', 'D3'],
  ['implementationTerm', 'A4', '实施期限:', 'B4'],
  ['projectType', 'C4', '项目类型:', 'D4'],
  ['isNewProject', 'A5', '是否新增项目:', 'B5'],
  ['allocationMethod', 'C5', '分配方式:', 'D5'],
  ['totalAmount', 'A6', '项目总金额(中期规划,万元):', 'B6'],
  ['annualAmount', 'C6', '本年度项目金额(万元):', 'D6'],
  ['policyBasis', 'A7', '政策依据:', 'B7'],
  ['calculationBasis', 'A8', '测算依据:', 'B8'],
  ['annualGoal', 'A9', '年度目标:', 'B9'],
  ['longTermGoal', 'A10', '长期目标(跨度多年的项目需填):', 'B10'],
];

/** What a careful filer writes: no rule finds anything in it. */
export const CLEAN_FIELDS: Readonly<Partial<Record<FieldKey, CellSpec>>> = {
  projectCode: '440305230060100905010',
  projectName: '社区图书馆运行',
  applicantUnit: '南湖区文化服务中心',
  primaryBudgetUnit: '南湖区文化和旅游局',
  implementationTerm: 3,
  projectType: '31 履职类项目',
  isNewProject: '否',
  allocationMethod: '项目法',
  totalAmount: { value: 300, text: '300.00', numberFormat: '#,##0.00' },
  annualAmount: { value: 100, text: '100.00', numberFormat: '#,##0.00' },
  policyBasis: '《公共图书馆管理办法》（南府规〔2022〕8号）第十二条。',
  calculationBasis: '图书采购60万元；馆员培训15万元；设备维护25万元。',
  annualGoal: '2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。',
  longTermGoal: '三年内采购图书24000册，培训馆员360人，形成覆盖全区的社区阅读网络。',
};

/** Every head field of form P left blank. */
export function blankFields(): Readonly<Partial<Record<FieldKey, null>>> {
  return Object.fromEntries(FIELD_CELLS.map(([key]) => [key, null]));
}

/** Rows of a clean form in the order of the template; keyed by the second-level label. */
const CLEAN_ROWS: readonly IndicatorRow[] = [
  ['产出指标', '数量指标', '图书采购数量', '≥8000册', '全年新购并完成编目的图书册数，以入库单为准。'],
  ['产出指标', '数量指标', '馆员培训人数', '≥120人', '参加区级业务培训并签到的馆员人次。'],
  ['产出指标', '质量指标', '图书验收合格率', '≥98%', '验收合格册数占到货册数的比例。'],
  ['产出指标', '时效指标', '图书上架时间', '2025年12月31日前', '全部新书完成编目上架的截止日期。'],
  ['产出指标', '成本指标', '项目成本控制率', '≤100%', '实际支出占预算的比例。'],
  ['效益指标', '经济效益指标', '不适用', '不适用', '不适用'],
  ['效益指标', '社会效益指标', '社区图书借阅量增长率', '≥5%', '本年借阅册次较上年增加的比例。'],
  ['效益指标', '生态效益指标', '不适用', '不适用', '不适用'],
  ['效益指标', '可持续影响指标', '全年开放天数', '≥300天', '各社区馆对外开放天数的最小值。'],
  ['满意度指标', '服务对象满意度指标', '读者满意度', '≥90%', '读者问卷中选择满意及以上的比例。'],
  ['满意度指标', '其他满意度指标', '不适用', '不适用', '不适用'],
];

export interface ProjectTargetSpec {
  readonly sheet?: string;
  readonly title?: string;
  readonly fields?: Readonly<Partial<Record<FieldKey, CellSpec>>>;
  /** All rows of the table, from row 12 on. */
  readonly rows?: readonly IndicatorRow[];
  readonly remark?: string;
  /** Column titles, for forms without 指标解释. */
  readonly columnTitles?: readonly string[];
}

/**
 * Form P in the usual layout, clean unless told otherwise. Head values: 项目编码 B2, 项目名称 D2, 申请单位 B3, 一级预算单位 D3,
 * 实施期限 B4, 项目类型 D4, 是否新增项目 B5, 分配方式 D5, 项目总金额 B6, 本年度项目金额 D6, 政策依据 B7, 测算依据 B8, 年度目标 B9,
 * 长期目标 B10; indicators from row 12 in columns A to E.
 */
export function projectTarget(spec: ProjectTargetSpec = {}): SheetContent {
  const fields: Partial<Record<FieldKey, CellSpec>> = { ...CLEAN_FIELDS, ...spec.fields };
  const cells: Record<string, CellSpec> = { A1: spec.title ?? '二级项目支出绩效目标申报表' };
  for (const [key, labelCell, label, valueCell] of FIELD_CELLS) {
    cells[labelCell] = label;
    cells[valueCell] = fields[key] ?? null;
  }
  const titles = spec.columnTitles ?? ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];
  titles.forEach((title, column) => (cells[`${'ABCDEFGHIJ'[column]}11`] = title));
  const rows = spec.rows ?? CLEAN_ROWS;
  rows.forEach((row, index) => {
    row.forEach((cell, column) => (cells[`${'ABCDEFGHIJ'[column]}${12 + index}`] = cell ?? null));
  });
  const merges = ['A1:E1', 'D2:E2', 'D3:E3', 'D4:E4', 'D5:E5', 'D6:E6', 'B7:E7', 'B8:E8', 'B9:E9', 'B10:E10'];
  if (spec.remark !== undefined) {
    const row = 12 + rows.length;
    cells[`A${row}`] = spec.remark;
    merges.push(`A${row}:E${row}`);
  }
  return sheetOf(spec.sheet ?? '表一', cells, merges);
}

/** Rows of a clean form, those of the given second-level labels replaced: `cleanRows({ 数量: [['培训人数', '≥5人', '…']] })`. */
export function cleanRows(
  replacements: Readonly<Record<string, readonly (readonly [CellSpec, CellSpec, CellSpec?])[]>> = {},
): readonly IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  const done = new Set<string>();
  for (const row of CLEAN_ROWS) {
    const label = String(row[1]).replace('指标', '');
    const replacement = replacements[label];
    if (!replacement) rows.push(row);
    else if (!done.has(label))
      for (const [name, value, explanation] of replacement)
        rows.push([row[0], row[1], name, value, explanation ?? null]);
    done.add(label);
  }
  for (const label of Object.keys(replacements))
    if (!done.has(label)) throw new Error(`no such second-level label: ${label}`);
  return rows;
}

export interface CodedProjectSpec {
  readonly unit?: CellSpec;
  readonly name?: CellSpec;
  readonly amount?: CellSpec;
  readonly overallGoal?: CellSpec;
  readonly annualGoal?: CellSpec;
  /** [一级指标, 二级指标, 三级指标, 实施周期指标值, 年度指标值] */
  readonly rows: readonly (readonly [CellSpec, CellSpec, CellSpec, CellSpec, CellSpec])[];
}

export const CLEAN_CODED_ROWS: CodedProjectSpec['rows'] = [
  ['1-产出指标', '11-数量指标', '111000101-图书采购数量', '≥24000册', '≥8000册'],
  ['1-产出指标', '12-质量指标', '112000102-图书验收合格率', '≥98%', '≥98%'],
  ['1-产出指标', '14-成本指标', '114000103-项目成本控制率', '≤100%', '≤100%'],
  ['2-效益指标', '22-社会效益指标', '222000104-社区图书借阅量增长率', '≥5%', '≥5%'],
  ['3-满意度指标', '31-服务对象满意度', '331000105-读者满意度', '≥90%', '≥90%'],
];

/**
 * Form C: title A1, heads in row 2, blocks from row 3; columns 预算单位 A, 项目名称 B, 金额（元） C, 总体目标 D, 年度目标 E,
 * 一级 F, 二级 G, 三级 H, 实施周期指标值 I, 年度指标值 J. Project cells are merged over the rows of their block.
 */
export function codedTable(
  projects: readonly CodedProjectSpec[] = [{ rows: CLEAN_CODED_ROWS }],
  sheet = '表一',
): SheetContent {
  const cells: Record<string, CellSpec> = { A1: '南湖区文化服务中心2025年度重点绩效管理项目绩效目标' };
  const titles = [
    '预算单位',
    '项目名称',
    '金额（元）',
    '2025年度总体绩效目标',
    '2025年度绩效目标',
    '一级指标',
    '二级指标',
    '三级指标',
    '实施周期指标值',
    '年度指标值',
  ];
  titles.forEach((title, column) => (cells[`${'ABCDEFGHIJ'[column]}2`] = title));
  const merges = ['A1:J1'];
  let row = 3;
  for (const project of projects) {
    const block: readonly CellSpec[] = [
      given(project.unit, '104003-文化服务中心'),
      given(project.name, '社区图书馆运行'),
      given(project.amount, 1000000),
      given(project.overallGoal, '采购图书、培训馆员，保障社区图书馆全年开放。'),
      given(project.annualGoal, '2025年采购图书8000册，图书验收合格率达到98%。'),
    ];
    const last = row + project.rows.length - 1;
    block.forEach((cell, column) => {
      cells[`${'ABCDE'[column]}${row}`] = cell;
      if (last > row) merges.push(`${'ABCDE'[column]}${row}:${'ABCDE'[column]}${last}`);
    });
    project.rows.forEach((cellsOfRow, index) => {
      cellsOfRow.forEach((cell, column) => (cells[`${'FGHIJ'[column]}${row + index}`] = cell));
    });
    row = last + 1;
  }
  return sheetOf(sheet, cells, merges);
}

/** What the case says, null for a blank cell; the default where it says nothing. */
function given(spec: CellSpec | undefined, otherwise: CellSpec): CellSpec {
  return spec === undefined ? otherwise : spec;
}

export interface OverallTargetSpec {
  readonly sheet?: string;
  readonly title?: string;
  /** The line below the title; null leaves the row blank. */
  readonly year?: CellSpec;
  readonly department?: CellSpec;
  readonly supervisor?: CellSpec;
  /** Head over the three amount columns. */
  readonly amountLabel?: string;
  /** [任务名称, 主要内容, 总额, 财政拨款, 其他资金] */
  readonly tasks?: readonly (readonly [CellSpec, CellSpec, CellSpec, CellSpec, CellSpec])[];
  /** 总额, 财政拨款, 其他资金 of the row 金额合计; null for a form without that row. */
  readonly taskTotal?: readonly [CellSpec, CellSpec, CellSpec] | null;
  readonly goal?: CellSpec;
  /** [一级指标, 二级指标, 三级指标, 指标值]; a fifth item as in `cleanRows()` is left out: the form has no such column. */
  readonly rows?: readonly IndicatorRow[];
}

const CLEAN_TASKS: Required<OverallTargetSpec>['tasks'] = [
  ['公共阅读服务', '采购并上架新书，开展社区阅读推广。', money(60), money(60), money(0)],
  ['馆员队伍建设', '组织馆员参加业务培训和岗位考核。', money(15), money(15), money(0)],
  ['馆舍设备维护', '维护馆舍和自助借还设备，保障安全开放。', money(25), money(25), money(0)],
];

/**
 * Form O, clean unless told otherwise: title A1, year A2, 部门名称 C3, 主管部门 F3; heads of the tasks in rows 4 and 5, tasks from
 * row 6 (任务名称 B, 主要内容 C, 总额 E, 财政拨款 F, 其他资金 G), below them 金额合计 (B; row 9 with the three clean tasks),
 * 年度总体目标 (B10), the head of the indicators (row 11) and their rows (from row 12: 一级 B, 二级 C, 三级 D, 指标值 E).
 */
export function overallTarget(spec: OverallTargetSpec = {}): SheetContent {
  const cells: Record<string, CellSpec> = {
    A1: spec.title ?? '部门整体支出绩效目标表',
    A2: given(spec.year, '（2025年度）'),
    A3: '部门名称',
    C3: given(spec.department, '南湖区文化服务中心'),
    E3: '主管部门',
    F3: given(spec.supervisor, '南湖区文化和旅游局'),
    A4: '年度主要任务',
    B4: '任务名称',
    C4: '主要内容',
    E4: spec.amountLabel ?? '预算金额（万元）',
    E5: '总额',
    F5: '财政拨款',
    G5: '其他资金',
  };
  const merges = ['A1:G1', 'A2:G2', 'A3:B3', 'C3:D3', 'F3:G3', 'B4:B5', 'C4:D5', 'E4:G4'];
  let row = 6;
  const put = (columns: string, values: readonly CellSpec[]): void =>
    values.forEach((value, index) => (cells[`${columns[index]}${row}`] = value));
  for (const task of spec.tasks ?? CLEAN_TASKS) {
    put('BCEFG', task);
    merges.push(`C${row}:D${row}`);
    row += 1;
  }
  const total = spec.taskTotal === undefined ? ([money(100), money(100), money(0)] as const) : spec.taskTotal;
  if (total !== null) {
    put('BEFG', ['金额合计', ...total]);
    merges.push(`B${row}:D${row}`);
    row += 1;
  }
  merges.push(`A4:A${row - 1}`, `B${row}:G${row}`);
  put('AB', ['年度总体目标', given(spec.goal, '2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。')]);
  row += 1;
  const head = row;
  put('ABCDE', ['年度绩效指标', '一级指标', '二级指标', '三级指标', '指标值']);
  for (const [level1, level2, name, value] of spec.rows ?? CLEAN_ROWS) {
    row += 1;
    put('BCDE', [level1, level2, name, value]);
  }
  for (let line = head; line <= row; line += 1) merges.push(`E${line}:G${line}`);
  if (row > head) merges.push(`A${head}:A${row}`);
  return sheetOf(spec.sheet ?? '整体支出', cells, merges);
}

/** An amount as forms hold it: a number shown with two decimals. */
export function money(value: number): CellSpec {
  return { value, text: value.toFixed(2).replace(/\B(?=(?:[0-9]{3})+\.)/g, ','), numberFormat: '#,##0.00' };
}

export interface ProseSheetSpec {
  readonly sheet?: string;
  /** One line a row from row 1 on: a text (A:C merged), or the cells of a row of a table (A, B, C …). */
  readonly lines?: readonly (string | readonly CellSpec[])[];
}

const CLEAN_LINES: Required<ProseSheetSpec>['lines'] = [
  '2025年南湖区文化服务中心部门预算',
  '第一部分 部门概况',
  '一、主要职责',
  '南湖区文化服务中心负责全区公共图书馆的运行管理，组织开展全民阅读活动，指导社区图书馆建设。',
  '二、机构设置',
  '南湖区文化服务中心内设办公室、馆藏部和活动部共3个部门，事业编制20人，实有在编18人。',
  '第二部分 部门预算收支总体情况',
  '2025年南湖区文化服务中心部门预算收入600万元，比2024年增加50万元，增长9.1%，主要原因是新增社区图书馆。',
  '第三部分 部门预算支出具体情况',
  '南湖区文化服务中心预算支出600万元，包括人员支出420万元、公用支出80万元、项目支出100万元。',
  '第四部分 重点项目绩效目标情况',
  ['项目名称', '预算数（万元）', '绩效目标'],
  ['社区图书馆运行', 100, '采购图书8000册，培训馆员120人，社区图书馆全年正常开放。'],
  '第五部分 名词解释',
  '一、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
];

/**
 * Prose sheet T, clean unless told otherwise: line n of `lines` stands in A(n), merged over A:C; a table row has its cells in
 * A(n), B(n), C(n). The clean one: title A1; paragraphs A4, A6, A8 (income), A10 (parts of the expenditure), A15; table A12:C13.
 */
export function proseSheet(spec: ProseSheetSpec = {}): SheetContent {
  const cells: Record<string, CellSpec> = {};
  const merges: string[] = [];
  (spec.lines ?? CLEAN_LINES).forEach((line, index) => {
    const row = index + 1;
    if (typeof line === 'string') {
      cells[`A${row}`] = line;
      merges.push(`A${row}:C${row}`);
    } else line.forEach((value, column) => (cells[`${'ABCDEFGHIJ'[column]}${row}`] = value));
  });
  return sheetOf(spec.sheet ?? '文字部分', cells, merges);
}
