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
