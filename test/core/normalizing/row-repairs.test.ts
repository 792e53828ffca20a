import type { RowChange } from '../../../src/core/changes/row-change';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import { operationOf } from '../../../src/core/normalizing/operation-of';
import { planNormalization } from '../../../src/core/normalizing/plan-normalization';
import type { PlannedRepair } from '../../../src/core/normalizing/normalization-plan';
import { formatRange } from '../../../src/core/workbook/cell-address';
import { WorkbookSnapshot, type SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { cleanRows, overallTarget, projectTarget, workbookOf, type IndicatorRow } from '../../support/build-form';

const { profiles, ...resources } = loadBuiltinResources();
const options = { ...resources, repairs: [], profile: profiles[0] };
const NOTHING = ['不适用', '不适用', '不适用'] as const;

/** The clean rows without those of these second levels. */
function rowsWithout(...labels: readonly string[]): readonly IndicatorRow[] {
  return cleanRows().filter(([, label]) => labels.indexOf(String(label)) < 0);
}

/** 经济效益 A17 … as the clean form has them, the first levels merged over their rows. */
function merged(sheet: SheetContent, ...ranges: readonly (readonly [top: number, bottom: number])[]): SheetContent {
  const areas = ranges.map(([top, bottom]) => ({ top: top - 1, left: 0, bottom: bottom - 1, right: 0 }));
  const covered = ({ row, column }: { readonly row: number; readonly column: number }): boolean =>
    column === 0 && areas.some((area) => row > area.top && row <= area.bottom);
  return {
    ...sheet,
    mergedAreas: [...sheet.mergedAreas, ...areas],
    cells: sheet.cells.filter((cell) => !covered(cell)),
  };
}

function rowRepairs(snapshot: WorkbookSnapshot): readonly PlannedRepair[] {
  return planNormalization(snapshot, options).repairs.filter(({ row }) => row !== null);
}

/** What stands in columns A to E of these rows (numbered from one), and the merged areas of column A, once all rows are there. */
function afterwards(snapshot: WorkbookSnapshot, first: number, last: number): readonly string[] {
  const plan = planNormalization(snapshot, options);
  const keys = plan.repairs.filter(({ row }) => row !== null).map(({ key }) => key);
  const operation = operationOf(snapshot, plan, keys, '规范');
  const { snapshot: after, rowConflicts } = applyOperation(snapshot, operation);
  expect(rowConflicts).toEqual([]);
  const [sheet] = after.sheets;
  const lines: string[] = [];
  for (let row = first - 1; row < last; row += 1) {
    const texts = [0, 1, 2, 3, 4].map((column) => sheet.cellAt(row, column)?.text ?? '');
    lines.push(`${row + 1} ${texts.join('|')}`);
  }
  const areas = sheet.mergedAreas.filter(({ top, bottom, left }) => left === 0 && bottom > top).map(formatRange);
  return areas.length === 0 ? lines : [...lines, areas.sort().join(' ')];
}

function refusals(snapshot: WorkbookSnapshot): readonly string[] {
  const { repairs, left } = planNormalization(snapshot, options);
  expect(repairs.filter(({ row }) => row !== null)).toEqual([]);
  return left.filter(({ kind }) => kind === 'refused').map(({ ruleId, cell, reason }) => `${ruleId} ${cell} ${reason}`);
}

describe('补上缺少的指标行', () => {
  test('在同一级的前一类之后，一级指标照写', () => {
    const book = workbookOf(projectTarget({ rows: rowsWithout('生态效益指标') }));
    const [repair, ...others] = rowRepairs(book);
    expect(others).toEqual([]);
    expect(repair).toEqual({
      key: '表一!A19!insert!效益指标 生态效益指标 不适用 不适用 不适用',
      ruleIds: ['form/level2-row-missing'],
      label: '补上缺少的指标行',
      sheet: '表一',
      cell: 'A19',
      project: '社区图书馆运行',
      edits: [],
      row: {
        kind: 'insert',
        sheet: '表一',
        row: 18,
        like: 17,
        beside: [],
        cells: ['效益指标', '生态效益指标', ...NOTHING].map((value, column) => ({
          column,
          content: { value, formula: null, numberFormat: 'General' },
        })),
        mergedAreas: [],
      } satisfies RowChange,
    });
    expect(afterwards(book, 18, 20)).toEqual([
      '18 效益指标|社会效益指标|社区图书借阅量增长率|≥5%|本年借阅册次较上年增加的比例。',
      '19 效益指标|生态效益指标|不适用|不适用|不适用',
      '20 效益指标|可持续影响指标|全年开放天数|≥300天|各社区馆对外开放天数的最小值。',
    ]);
  });

  test('一级指标合并的，新行并入；在组末的，合并区向下延伸', () => {
    const inside = projectTarget({ rows: rowsWithout('生态效益指标') });
    expect(afterwards(workbookOf(merged(inside, [12, 16], [17, 19], [20, 21])), 19, 19)).toEqual([
      '19 |生态效益指标|不适用|不适用|不适用',
      'A12:A16 A17:A20 A21:A22',
    ]);
    const atEnd = projectTarget({ rows: rowsWithout('可持续影响指标') });
    expect(afterwards(workbookOf(merged(atEnd, [12, 16], [17, 19], [20, 21])), 20, 20)).toEqual([
      '20 |可持续影响指标|不适用|不适用|不适用',
      'A12:A16 A17:A20 A21:A22',
    ]);
    // The only row of its group grows into a merged area where the other groups are merged.
    const alone = projectTarget({ rows: rowsWithout('其他满意度指标') });
    const sibling = projectTarget({ sheet: '表二', fields: { projectName: '乡村道路养护' } });
    expect(afterwards(workbookOf(merged(alone, [12, 16], [17, 20]), sibling), 21, 22)).toEqual([
      '21 满意度指标|服务对象满意度指标|读者满意度|≥90%|读者问卷中选择满意及以上的比例。',
      '22 |其他满意度指标|不适用|不适用|不适用',
      'A12:A16 A17:A20 A21:A22',
    ]);
  });

  test('一级指标只写在组内首行的，新行照样留空；缺组内首类的，另写一级指标', () => {
    const below = projectTarget({ rows: rowsWithout('生态效益指标') });
    const blank = { ...below, cells: below.cells.filter(({ row, column }) => column > 0 || row < 17 || row > 18) };
    expect(afterwards(workbookOf(blank), 17, 20)).toEqual([
      '17 效益指标|经济效益指标|不适用|不适用|不适用',
      '18 |社会效益指标|社区图书借阅量增长率|≥5%|本年借阅册次较上年增加的比例。',
      '19 |生态效益指标|不适用|不适用|不适用',
      '20 |可持续影响指标|全年开放天数|≥300天|各社区馆对外开放天数的最小值。',
    ]);
    const first = merged(projectTarget({ rows: rowsWithout('经济效益指标') }), [12, 16], [17, 19], [20, 21]);
    expect(afterwards(workbookOf(first), 17, 18)).toEqual([
      '17 效益指标|经济效益指标|不适用|不适用|不适用',
      '18 效益指标|社会效益指标|社区图书借阅量增长率|≥5%|本年借阅册次较上年增加的比例。',
      'A12:A16 A18:A20 A21:A22',
    ]);
  });

  test('缺两类的各补一行，次序与模板一致；标签照其他表的写法，不带必填符号', () => {
    const plain = (rows: readonly IndicatorRow[], mark: string): readonly IndicatorRow[] =>
      rows.map(([level1, level2, ...rest]) => [
        String(level1).replace('指标', ''),
        mark + String(level2).replace('指标', ''),
        ...rest,
      ]) as readonly IndicatorRow[];
    const one = projectTarget({ rows: plain(rowsWithout('社会效益指标', '生态效益指标'), '') });
    const two = projectTarget({
      sheet: '表二',
      rows: plain(cleanRows(), '*'),
      fields: { projectName: '乡村道路养护' },
    });
    expect(afterwards(workbookOf(one, two), 17, 20)).toEqual([
      '17 效益|经济效益|不适用|不适用|不适用',
      '18 效益|社会效益|不适用|不适用|不适用',
      '19 效益|生态效益|不适用|不适用|不适用',
      '20 效益|可持续影响|全年开放天数|≥300天|各社区馆对外开放天数的最小值。',
    ]);
  });

  test('一级指标整组都缺的，另起一组；每个项目都应有的那一类留给人', () => {
    const form = projectTarget({ rows: rowsWithout('服务对象满意度指标', '其他满意度指标') });
    const book = workbookOf(merged(form, [12, 16], [17, 20]), projectTarget({ sheet: '表二' }));
    expect(afterwards(book, 20, 21)).toEqual([
      '20 |可持续影响指标|全年开放天数|≥300天|各社区馆对外开放天数的最小值。',
      '21 满意度指标|其他满意度指标|不适用|不适用|不适用',
      'A12:A16 A17:A20',
    ]);
    expect(
      planNormalization(book, options).left.map(({ kind, cell, reason }) => `${kind} ${cell} ${reason}`),
    ).toContain('refused B11 “服务对象满意度指标”每个项目都应有，请人工补上该行并填写。');
  });

  test('整体支出表：贯通全表的合并区和行内的合并都跟着走', () => {
    const form = overallTarget({ rows: rowsWithout('生态效益指标', '其他满意度指标') });
    const book = workbookOf(form, overallTarget({ sheet: '表二', department: '南湖区图书馆' }));
    const plan = planNormalization(book, options);
    const operation = operationOf(
      book,
      plan,
      plan.repairs.map(({ key }) => key),
      '规范',
    );
    const [sheet] = applyOperation(book, operation).snapshot.sheets;
    expect([19, 22].map((row) => [1, 2, 3, 4].map((column) => sheet.cellAt(row - 1, column)?.text))).toEqual([
      ['效益指标', '生态效益指标', '不适用', '不适用'],
      ['满意度指标', '其他满意度指标', '不适用', '不适用'],
    ]);
    expect(
      sheet.mergedAreas
        .filter(({ bottom }) => bottom >= 18)
        .map(formatRange)
        .sort(),
    ).toEqual(['A11:A22', 'E19:G19', 'E20:G20', 'E21:G21', 'E22:G22']);
  });

  test('只勾选其中一处，或先改单元格，行的位置和依据都对', () => {
    const rows = rowsWithout('社会效益指标', '可持续影响指标').map((row): IndicatorRow =>
      row[1] === '经济效益指标' ? ['效益指标', '经济效益指标', '不适用', '不适用', '不适用 '] : row,
    );
    const form = merged(projectTarget({ rows }), [17, 18]);
    const book = workbookOf(form);
    const plan = planNormalization(book, { ...options, repairs: resources.repairs });
    const keys = plan.repairs.map(({ key }) => key);
    expect(keys.filter((key) => /insert/.test(key))).toHaveLength(2);
    for (const wanted of [keys, keys.slice(0, -1), keys.slice(1), keys.slice(-1)]) {
      const operation = operationOf(book, plan, wanted, '规范');
      const result = applyOperation(book, operation);
      expect([result.conflicts, result.rowConflicts]).toEqual([[], []]);
      const added = wanted.filter((key) => /insert/.test(key)).length;
      expect(result.snapshot.sheets[0].usedRange?.bottom).toBe(19 + added);
    }
  });

  test.each<[string, SheetContent, string]>([
    [
      '每个项目都应有的类别',
      projectTarget({ rows: rowsWithout('服务对象满意度指标') }),
      'B11 “服务对象满意度指标”每个项目都应有，请人工补上该行并填写。',
    ],
    [
      '受保护的工作表',
      { ...projectTarget({ rows: rowsWithout('生态效益指标') }), isProtected: true },
      'B11 工作表“表一”受保护，不能增删行；请撤销工作表保护后再规范。',
    ],
    [
      '有隐藏的行',
      { ...projectTarget({ rows: rowsWithout('生态效益指标') }), hiddenRows: [13] },
      'B11 本表有隐藏或筛选掉的行；请先全部显示，再规范。',
    ],
    [
      '旁边另有内容',
      withCell(projectTarget({ rows: rowsWithout('生态效益指标') }), 14, 7, '已核'),
      'B11 表格旁边同一行上另有内容，增删行会牵动它；请人工处理。',
    ],
    [
      '涉密的表',
      projectTarget({
        rows: rowsWithout('生态效益指标').map(([level1, level2]) => [level1, level2, '涉密，不宜公开', '', '']),
        fields: { annualGoal: '涉密，不宜公开' },
      }),
      'B11 涉密申报表不作改动，请人工增删指标行。',
    ],
  ])('不补：%s', (_name, form, expected) => {
    const sibling = projectTarget({ sheet: '表二', fields: { projectName: '乡村道路养护' } });
    expect(refusals(workbookOf(form, sibling))).toEqual([`form/level2-row-missing ${expected}`]);
  });
});

describe('删去多余的行', () => {
  const EXTRA: IndicatorRow = ['产出指标', '质量指标', '不适用', '无', null];
  const withExtra = (extra: IndicatorRow, isAbove = false): SheetContent => {
    const rows = [...cleanRows()];
    rows.splice(isAbove ? 2 : 3, 0, extra);
    return projectTarget({ rows });
  };

  test('只有级别和“不适用”的行删去，合并区缩短', () => {
    const book = workbookOf(merged(withExtra(EXTRA), [12, 17], [18, 21], [22, 23]));
    expect(rowRepairs(book).map(({ key, label, cell, row }) => [key, label, cell, row?.kind])).toEqual([
      ['表一!A15!delete!', '删去多余的“不适用”行', 'A15', 'delete'],
    ]);
    expect(afterwards(book, 14, 15)).toEqual([
      '14 |质量指标|图书验收合格率|≥98%|验收合格册数占到货册数的比例。',
      '15 |时效指标|图书上架时间|2025年12月31日前|全部新书完成编目上架的截止日期。',
      'A12:A16 A17:A20 A21:A22',
    ]);
  });

  test('另一处补行的位置随之移动', () => {
    const rows = [...rowsWithout('生态效益指标')];
    rows.splice(3, 0, EXTRA);
    expect(afterwards(workbookOf(projectTarget({ rows })), 15, 19)).toEqual([
      '15 产出指标|时效指标|图书上架时间|2025年12月31日前|全部新书完成编目上架的截止日期。',
      '16 产出指标|成本指标|项目成本控制率|≤100%|实际支出占预算的比例。',
      '17 效益指标|经济效益指标|不适用|不适用|不适用',
      '18 效益指标|社会效益指标|社区图书借阅量增长率|≥5%|本年借阅册次较上年增加的比例。',
      '19 效益指标|生态效益指标|不适用|不适用|不适用',
    ]);
  });

  test.each<[string, SheetContent, string]>([
    [
      '另写了解释',
      withExtra(['产出指标', '质量指标', '不适用', '不适用', '由街道另行考核。']),
      'C15 E15 另写有内容，本行不能自动删去；请人工处理。',
    ],
    [
      '合并区的首行',
      merged(withExtra(['产出指标', '质量指标', '不适用', '不适用', '不适用'], true), [14, 17]),
      'C14 本行是向下合并的单元格的首行，删去会丢失合并单元格的内容；请人工处理。',
    ],
    [
      '下面的行靠它看出级别',
      withoutCell(withoutCell(withExtra(['产出指标', '质量指标', '不适用', '不适用', '不适用'], true), 14, 1), 14, 0),
      'C14 下面各行的指标级别写在本行，删去后就看不出来了；请人工处理。',
    ],
    [
      '有公式引用',
      withCell(withExtra(EXTRA), 1, 8, null, 'COUNTA(D12:D20)'),
      'C15 有公式引用本行，删行会改变公式；请人工处理。',
    ],
    ['行内有公式', withCell(withExtra(EXTRA), 14, 4, '不适用', 'E17'), 'C15 E15 有公式，删行会丢失公式；请人工处理。'],
  ])('不删：%s', (_name, form, expected) => {
    expect(refusals(workbookOf(form))).toEqual([`form/redundant-row ${expected}`]);
  });
});

function withoutCell(sheet: SheetContent, row: number, column: number): SheetContent {
  return { ...sheet, cells: sheet.cells.filter((cell) => cell.row !== row || cell.column !== column) };
}

function withCell(
  sheet: SheetContent,
  row: number,
  column: number,
  value: string | null,
  formula: string | null = null,
): SheetContent {
  const text = value === null ? '' : value;
  const cell = { row, column, value, text, formula, numberFormat: 'General', rawNumber: null, isError: false };
  const others = withoutCell(sheet, row, column).cells;
  return { ...sheet, cells: [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column) };
}
