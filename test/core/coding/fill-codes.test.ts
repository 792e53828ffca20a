import { applyChangeSet } from '../../../src/core/changes/apply-change-set';
import { invertChangeSet } from '../../../src/core/changes/change-set';
import { parseCatalogue, type IndicatorCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import {
  certainChoices,
  fillingChanges,
  proposeCodes,
  type CodingChoices,
  type CodingPlan,
} from '../../../src/core/coding';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent, WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import {
  CLEAN_CODED_ROWS,
  cleanRows,
  codedTable,
  overallTarget,
  projectTarget,
  sheetOf,
  workbookOf,
  type CellSpec,
  type IndicatorRow,
} from '../../support/build-form';
import { SAMPLE_CATALOGUE } from '../../support/sample-catalogue';

const catalogue = parseCatalogue(SAMPLE_CATALOGUE);

function planOf(snapshot: WorkbookSnapshot, known: IndicatorCatalogue = catalogue): CodingPlan {
  return proposeCodes(readForms(snapshot), known, snapshot);
}

/** Address and new text of every cell that filling in writes. */
function written(sheet: SheetContent, choices?: (plan: CodingPlan) => CodingChoices, known = catalogue) {
  const plan = planOf(workbookOf(sheet), known);
  const changes = fillingChanges(plan, (choices || certainChoices)(plan));
  return Object.fromEntries(changes.edits.map(({ address, after }) => [formatAddress(address), after.value]));
}

/** The first candidate of every row that has one. */
const firstOf = (plan: CodingPlan): CodingChoices =>
  Object.fromEntries(
    plan.rows.flatMap(({ key, candidates }) => (candidates.length > 0 ? [[key, candidates[0].entry] as const] : [])),
  );

const quantity = (name: CellSpec, value: CellSpec = '≥3场'): IndicatorRow => [
  '产出指标',
  '数量指标',
  name,
  value,
  '甲',
];

test('申报表：名称写成“编码-名称”，级别写成指标库的编号和名称，其他单元格不动', () => {
  expect(written(projectTarget())).toEqual({
    C12: '111000101-图书采购数量',
    C14: '112000102-图书验收合格率',
    C16: '114000103-项目成本控制率',
    C18: '222000104-社区图书借阅量增长率',
    C21: '331000105-读者满意度',
    A12: '1-产出指标',
    A13: '1-产出指标',
    A14: '1-产出指标',
    A15: '1-产出指标',
    A16: '1-产出指标',
    A17: '2-效益指标',
    A18: '2-效益指标',
    A19: '2-效益指标',
    A20: '2-效益指标',
    A21: '3-满意度指标',
    A22: '3-满意度指标',
    B12: '11-数量指标',
    B13: '11-数量指标',
    B14: '12-质量指标',
    B16: '14-成本指标',
    B18: '22-社会效益指标',
  });
});

test('级别用指标库自己的名称，合并的级别只写一次，留空的仍留空', () => {
  const { codeScheme } = SAMPLE_CATALOGUE;
  const named = parseCatalogue({
    ...SAMPLE_CATALOGUE,
    codeScheme: { ...codeScheme, level1Labels: { '1': '产出' }, level2Labels: { '11': '数量指标（个）' } },
  });
  const sheet = projectTarget({
    rows: [
      ['产出指标', '数量指标', '图书采购数量', '≥3册', '甲'],
      [null, null, '阅读推广活动场次', '≥3场', '乙'],
      [null, '质量指标', '图书验收合格率', '≥98%', '丙'],
    ],
  });
  const merged = { ...sheet, mergedAreas: [...sheet.mergedAreas, { top: 11, bottom: 13, left: 0, right: 0 }] };
  for (const form of [sheet, merged]) {
    expect(written(form, undefined, named)).toEqual({
      C12: '111000101-图书采购数量',
      C13: '111000202-阅读推广活动场次',
      C14: '112000102-图书验收合格率',
      A12: '1-产出',
      B12: '11-数量指标（个）',
      B14: '12-质量指标',
    });
  }
});

describe('有编码栏的模板', () => {
  const form = (...rows: readonly (readonly [CellSpec, CellSpec])[]): SheetContent =>
    projectTarget({
      columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
      rows: rows.map(([name, code]) => ['1-产出指标', '11-数量指标', name, '≥3', code] as const),
    });

  test('编码作为文本填入编码栏，名称改为指标库的名称', () => {
    const plan = planOf(workbookOf(form(['图书采购数量', null], ['书屋建设数', '/'])));
    expect(fillingChanges(plan, certainChoices(plan))).toEqual({
      label: '填入指标编码',
      edits: [
        {
          sheet: '表一',
          address: { row: 11, column: 4 },
          before: { value: null, formula: null, numberFormat: 'General' },
          after: { value: '111000101', formula: null, numberFormat: 'General' },
        },
        {
          sheet: '表一',
          address: { row: 12, column: 4 },
          before: { value: '/', formula: null, numberFormat: 'General' },
          after: { value: '111000201', formula: null, numberFormat: 'General' },
        },
        {
          sheet: '表一',
          address: { row: 12, column: 2 },
          before: { value: '书屋建设数', formula: null, numberFormat: 'General' },
          after: { value: '(新建/改造)社区书屋数量', formula: null, numberFormat: 'General' },
        },
      ],
    });
  });

  test('已有的编码不改写', () => {
    const chosen = (plan: CodingPlan): CodingChoices =>
      Object.fromEntries(plan.rows.map(({ key }) => [key, catalogue.entries[0]]));
    expect(
      written(form(['馆员培训课题数', 111000207], ['街头钢琴维护架数', '111000999'], ['不适用', null]), chosen),
    ).toEqual({});
  });
});

test('整体支出表也填', () => {
  const rows = cleanRows().slice(0, 3);
  expect(written(overallTarget({ rows }))).toEqual({
    D12: '111000101-图书采购数量',
    D14: '112000102-图书验收合格率',
    B12: '1-产出指标',
    B13: '1-产出指标',
    B14: '1-产出指标',
    C12: '11-数量指标',
    C13: '11-数量指标',
    C14: '12-质量指标',
  });
});

test('库中无的行可以由人从指标库选；已有编码的行选了也不改', () => {
  const sheet = codedTable([
    { rows: [...CLEAN_CODED_ROWS, ['1-产出指标', '11-数量指标', '街头钢琴维护架数', '≥3架', '≥3架']] },
  ]);
  const chosen = (plan: CodingPlan): CodingChoices =>
    Object.fromEntries(plan.rows.map(({ key }) => [key, catalogue.entries[6]]));
  expect(written(sheet, chosen)).toEqual({ H8: '111000202-阅读推广活动场次' });
});

describe('级别只在不引起矛盾时写', () => {
  test('只填一行时，别的项目和没有编码的类别不动', () => {
    const rows = [quantity('阅读推广活动场次'), ['产出指标', '质量指标', '合格率', '≥98%', '乙']] as const;
    const plan = planOf(workbookOf(projectTarget({ rows }), projectTarget({ rows, sheet: '表二' })));
    const { edits } = fillingChanges(plan, { [plan.rows[0].key]: catalogue.entries[6] });
    expect(edits.map(({ sheet, address, after }) => `${sheet}!${formatAddress(address)} ${after.value}`)).toEqual([
      '表一!C12 111000202-阅读推广活动场次',
      '表一!A12 1-产出指标',
      '表一!A13 1-产出指标',
      '表一!B12 11-数量指标',
    ]);
  });

  test('一级指标下有别的一级的编码：一级指标不动', () => {
    const rows: readonly IndicatorRow[] = [
      ['效益指标', '社会效益指标', '社区图书借阅量增长率', '≥5%', '甲'],
      ['效益指标', '满意度指标', '读者满意度', '≥90%', '乙'],
    ];
    expect(written(projectTarget({ rows }))).toEqual({
      C12: '222000104-社区图书借阅量增长率',
      C13: '331000105-读者满意度',
      B12: '22-社会效益指标',
    });
  });

  test('公式、不认识的级别和保护的工作表里的级别不动', () => {
    const rows: readonly IndicatorRow[] = [
      [{ value: '产出指标', formula: 'A1' }, '数量指标', '阅读推广活动场次', '≥3场', '甲'],
      ['履职效能', '质量指标', '图书验收合格率', '≥98%', '乙'],
    ];
    const names = { C12: '111000202-阅读推广活动场次', C13: '112000102-图书验收合格率' };
    expect(written(projectTarget({ rows }))).toEqual({ ...names, B12: '11-数量指标', B13: '12-质量指标' });
    expect(written({ ...projectTarget({ rows }), isProtected: true })).toEqual(names);
  });

  test('模板的序号：都认得就一并改写，有一处改不了就都不动', () => {
    const known: readonly IndicatorRow[] = [
      ['1.产出指标', '1.数量指标', '阅读推广活动场次', '≥3场', '甲'],
      ['1.产出指标', '2.质量指标', '图书验收合格率', '≥98%', '乙'],
    ];
    const names = { C12: '111000202-阅读推广活动场次', C13: '112000102-图书验收合格率' };
    expect(written(projectTarget({ rows: known }))).toEqual({
      ...names,
      A12: '1-产出指标',
      A13: '1-产出指标',
      B12: '11-数量指标',
      B13: '12-质量指标',
    });
    const social: IndicatorRow = ['2.效益指标', '1.社会效益指标', '不适用', '不适用', '丙'];
    expect(written(projectTarget({ rows: [...known, social] }))).toMatchObject({
      A14: '2-效益指标',
      B14: '22-社会效益指标',
    });
    const economic: IndicatorRow = ['2.效益指标', '1.经济效益指标', '不适用', '不适用', '丙'];
    expect(written(projectTarget({ rows: [...known, economic] }))).toEqual(names);
  });

  test('每行都有的符号：都认得就一并改写，不留下半套', () => {
    const rows: readonly IndicatorRow[] = [
      ['+产出指标', '+数量指标', '阅读推广活动场次', '≥3场', '甲'],
      ['+产出指标', '+质量指标', '漂流书亭完好率', '≥98%', '乙'],
    ];
    expect(written(projectTarget({ rows }))).toEqual({
      A12: '1-产出指标',
      A13: '1-产出指标',
      B12: '11-数量指标',
      B13: '12-质量指标',
      C12: '111000202-阅读推广活动场次',
    });
  });

  test('“*”：填好的一类去掉，还有空行的一类留着', () => {
    const rows: readonly IndicatorRow[] = [
      ['*产出指标', '*数量指标', '阅读推广活动场次', '≥3场', '甲'],
      ['*产出指标', '*质量指标', '图书验收合格率', '≥98%', '乙'],
      ['*产出指标', '*质量指标', null, null, null],
    ];
    expect(written(projectTarget({ rows }))).toEqual({
      C12: '111000202-阅读推广活动场次',
      C13: '112000102-图书验收合格率',
      A12: '*1-产出指标',
      A13: '*1-产出指标',
      A14: '*1-产出指标',
      B12: '11-数量指标',
      B13: '*12-质量指标',
      B14: '*12-质量指标',
    });
  });

  test('没有级别编号的编码方案只填名称', () => {
    const plain = parseCatalogue({ ...SAMPLE_CATALOGUE, codeScheme: null });
    expect(written(projectTarget({ rows: [quantity('阅读推广活动场次')] }), undefined, plain)).toEqual({
      C12: '111000202-阅读推广活动场次',
    });
  });
});

test('填入之后单元格又被改动的，应用时不写', () => {
  const snapshot = workbookOf(
    projectTarget({ rows: [quantity('阅读推广活动场次'), quantity('图书采购数量', '≥3册')] }),
  );
  const plan = planOf(snapshot);
  const changes = fillingChanges(plan, certainChoices(plan));
  const [first] = changes.edits;
  const edited = applyChangeSet(snapshot, {
    label: '改名称',
    edits: [{ ...first, after: { ...first.before, value: '阅读推广活动次数' } }],
  });
  const { conflicts, snapshot: filled } = applyChangeSet(edited.snapshot, changes);
  expect(conflicts.map(({ edit, found }) => [formatAddress(edit.address), found.value])).toEqual([
    ['C12', '阅读推广活动次数'],
  ]);
  expect(filled.findSheet('表一')?.cellAt(12, 2)?.value).toBe('111000101-图书采购数量');
});

test('撤销后和填入之前一样；再读一次没有可直接填的行', () => {
  const snapshot = workbookOf(projectTarget());
  const plan = planOf(snapshot);
  const changes = fillingChanges(plan, firstOf(plan));
  const filled = applyChangeSet(snapshot, changes).snapshot;
  const again = planOf(filled);
  expect(fillingChanges(again, certainChoices(again)).edits).toEqual([]);
  const restored = applyChangeSet(filled, invertChangeSet(changes));
  expect(restored.conflicts).toEqual([]);
  expect(restored.snapshot.sheets.map(({ content }) => content)).toEqual(snapshot.sheets.map(({ content }) => content));
});

test('空白工作簿和没有指标表的工作簿', () => {
  for (const snapshot of [workbookOf(), workbookOf(sheetOf('空', {})), workbookOf(sheetOf('表', { A1: '通知' }))]) {
    const plan = planOf(snapshot);
    expect([plan.rows, certainChoices(plan), fillingChanges(plan, {}).edits]).toEqual([[], {}, []]);
  }
});
