import { parseCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import { proposeCodes, type CodingRow } from '../../../src/core/coding';
import { readForms } from '../../../src/core/forms/read-forms';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import {
  CLEAN_CODED_ROWS,
  codedTable,
  overallTarget,
  projectTarget,
  workbookOf,
  type CellSpec,
  type CodedProjectSpec,
  type IndicatorRow,
} from '../../support/build-form';
import { SAMPLE_CATALOGUE } from '../../support/sample-catalogue';

const catalogue = parseCatalogue(SAMPLE_CATALOGUE);

function rowsOf(sheets: SheetContent | readonly SheetContent[], known = catalogue): readonly CodingRow[] {
  const list = Array.isArray(sheets) ? (sheets as readonly SheetContent[]) : [sheets as SheetContent];
  return proposeCodes(readForms(workbookOf(...list)), known).rows;
}

/** Cell, state, code of the row or of the first candidate, note. */
const told = (rows: readonly CodingRow[]): readonly (readonly [string, string, string | null, string | null])[] =>
  rows.map(({ cell, state, code, candidates, note }) => {
    const first = candidates.length === 0 ? null : candidates[0].entry.code;
    return [cell, state, code || (state === 'left' || state === 'none' ? null : first), note];
  });

const quantity = (name: CellSpec, value: CellSpec = '≥3场'): IndicatorRow => [
  '产出指标',
  '数量指标',
  name,
  value,
  '甲',
];
const formOf = (...rows: readonly IndicatorRow[]): SheetContent => projectTarget({ rows });
const coded = (...rows: CodedProjectSpec['rows']): SheetContent =>
  codedTable([{ rows: [...CLEAN_CODED_ROWS, ...rows] }]);
const codedRow = (name: CellSpec, level1 = '1-产出指标', level2 = '11-数量指标'): CodedProjectSpec['rows'][number] => [
  level1,
  level2,
  name,
  '≥3场',
  '≥3场',
];

test('每个三级指标一行，按阅读顺序，带着项目、类别和单元格', () => {
  const rows = rowsOf([
    projectTarget({ rows: [quantity('阅读推广活动场次')] }),
    codedTable(undefined, '表二'),
    overallTarget({ rows: [['产出指标', '*质量指标', '图书验收合格率', '≥98%']] }),
  ]);
  expect(
    rows.map(({ sheet, cell, project, level2, level2Label, name }) => [
      sheet,
      cell,
      project,
      level2,
      level2Label,
      name,
    ]),
  ).toEqual([
    ['表一', 'C12', '社区图书馆运行', 'quantity', '数量指标', '阅读推广活动场次'],
    ['表二', 'H3', '社区图书馆运行', 'quantity', '数量指标', '图书采购数量'],
    ['表二', 'H4', '社区图书馆运行', 'quality', '质量指标', '图书验收合格率'],
    ['表二', 'H5', '社区图书馆运行', 'cost', '成本指标', '项目成本控制率'],
    ['表二', 'H6', '社区图书馆运行', 'socialBenefit', '社会效益指标', '社区图书借阅量增长率'],
    ['表二', 'H7', '社区图书馆运行', 'serviceSatisfaction', '服务对象满意度', '读者满意度'],
    ['整体支出', 'D12', '南湖区文化服务中心', 'quality', '质量指标', '图书验收合格率'],
  ]);
  expect(rows.map(({ key }) => key)).toEqual(rows.map(({ sheet, cell }) => `${cell}!${sheet}`));
  expect(rows[0].places).toEqual({
    name: {
      sheet: '表一',
      address: { row: 11, column: 2 },
      before: { value: '阅读推广活动场次', formula: null, numberFormat: 'General' },
    },
    code: null,
    level1: {
      sheet: '表一',
      address: { row: 11, column: 0 },
      before: { value: '产出指标', formula: null, numberFormat: 'General' },
    },
    level2: {
      sheet: '表一',
      address: { row: 11, column: 1 },
      before: { value: '数量指标', formula: null, numberFormat: 'General' },
    },
  });
});

describe('不填的行说明原因', () => {
  test('不适用、涉密、公式、空白和提示文字', () => {
    const rows = rowsOf(
      formOf(
        quantity('不适用'),
        quantity('涉密内容不宜公开'),
        quantity({ value: '阅读推广活动场次', formula: 'A1' }),
        quantity(null),
        quantity('指标1：'),
      ),
    );
    expect(told(rows)).toEqual([
      ['C12', 'left', null, '不适用的指标不填编码。'],
      ['C13', 'left', null, '涉密内容，不填编码。'],
      ['C14', 'left', null, '名称由公式算出，不改动公式；请手工填写编码。'],
      ['C15', 'left', null, '没有填写三级指标名称。'],
      ['C16', 'left', null, '“指标1：”是模板的提示文字，不是指标名称。'],
    ]);
  });

  test('涉密项目的每一行', () => {
    const rows = rowsOf(
      codedTable([{ overallGoal: '涉密内容不宜公开', rows: [codedRow('涉密内容不宜公开'), codedRow('涉密信息')] }]),
    );
    expect(told(rows)).toEqual([
      ['H3', 'left', null, '涉密内容，不填编码。'],
      ['H4', 'left', null, '涉密内容，不填编码。'],
    ]);
  });

  test('编码栏里有别的内容、公式或合并的单元格', () => {
    const sheet = projectTarget({
      columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
      rows: [
        ['产出指标', '数量指标', '图书采购数量', '≥3册', '待定'],
        ['产出指标', '数量指标', '图书采购数量', '≥3册', '1.11E+08'],
        ['产出指标', '数量指标', '图书采购数量', '≥3册', { value: '', formula: 'VLOOKUP(C14,库!A:B,2,0)' }],
        ['产出指标', '数量指标', '图书采购数量', '≥3册', null],
        ['产出指标', '数量指标', '阅读推广活动场次', '≥3场', null],
        ['产出指标', '数量指标', '馆员培训课题数量', '≥3项', '/'],
      ],
    });
    const merged = { top: 14, bottom: 15, left: 4, right: 4 };
    expect(told(rowsOf({ ...sheet, mergedAreas: [...sheet.mergedAreas, merged] }))).toEqual([
      ['C12', 'left', null, '编码栏里的“待定”不是编码；请核对，删去后再填写编码。'],
      ['C13', 'left', null, '编码栏里的“1.11E+08”已经丢失位数；请删去后再填写编码。'],
      ['C14', 'left', null, '编码由公式算出，不改动公式。'],
      ['C15', 'left', null, '编码栏的单元格由几行合并而成，无法逐行填写编码。'],
      ['C16', 'left', null, '编码栏的单元格由几行合并而成，无法逐行填写编码。'],
      ['C17', 'certain', '111000207', null],
    ]);
  });

  test('一个名称占几行，只算一行', () => {
    const sheet = formOf(quantity('阅读推广活动场次'), ['产出指标', '数量指标', null, '≥9场', '乙']);
    const merged = { top: 11, bottom: 12, left: 2, right: 2 };
    expect(told(rowsOf({ ...sheet, mergedAreas: [...sheet.mergedAreas, merged] }))).toEqual([
      ['C12', 'certain', '111000202', null],
    ]);
  });
});

describe('可直接填、待选和库中无', () => {
  test('名称、类别、取值都相合的可直接填', () => {
    const rows = rowsOf(
      formOf(quantity('阅读推广活动场次', '≥3次'), quantity('街头钢琴维护架数', '≥3架'), [
        '满意度指标',
        '服务对象满意度指标',
        '读者满意度',
        '≥90%',
        '乙',
      ]),
    );
    expect(told(rows)).toEqual([
      ['C12', 'certain', '111000202', null],
      ['C13', 'none', null, null],
      ['C14', 'certain', '331000105', null],
    ]);
  });

  test('行里有一处不合的要人来选', () => {
    const rows = rowsOf(
      formOf(
        quantity('阅读推广活动场次', '≥3台'),
        quantity('馆员培训课题数量', '100%'),
        quantity('阅读推广活动场次（含线上）'),
        ['产出指标', '12-数量指标', '图书采购数量', '≥3册', '乙'],
        ['2-产出指标', '数量指标', '图书采购数量', '≥3册', '乙'],
        ['效益指标', '数量指标', '书屋建设数', '≥3家', '乙'],
      ),
    );
    expect(told(rows)).toEqual([
      ['C12', 'choose', '111000202', '指标库中“阅读推广活动场次”以“场”计量，本行填的是“≥3台”；请核对后再选。'],
      ['C13', 'choose', '111000207', '指标库中“馆员培训课题数量”的取值是数量，本行填的是“100%”；请核对后再选。'],
      ['C14', 'choose', '111000202', '填入后名称为“阅读推广活动场次”，原有的“(含线上)”不再保留；请核对后再选。'],
      ['C15', 'choose', '111000101', '“12-数量指标”的编号与编码“111000101”不符；请核对后再选。'],
      ['C16', 'choose', '111000101', '“2-产出指标”的编号与编码“111000101”不符；请核对后再选。'],
      [
        'C17',
        'choose',
        '111000201',
        '指标库中“(新建/改造)社区书屋数量”属产出指标，本行填在“效益指标”下；请核对后再选。',
      ],
    ]);
  });

  test('指标库自己前后不一的条目不直接填', () => {
    const entries = [{ code: '211003386', name: '活动次数', level1: 'output', level2: 'quantity' }];
    const odd = parseCatalogue({ ...SAMPLE_CATALOGUE, entries: [...SAMPLE_CATALOGUE.entries, ...entries] });
    expect(told(rowsOf(formOf(quantity('活动次数', '≥3次')), odd))).toEqual([
      ['C12', 'choose', '211003386', '指标库中“活动次数”的编码“211003386”与它所列的类别不符；请核对指标库后再选。'],
    ]);
  });

  test('同一项目的两行对应同一条目：不同名的都要人来选，同名的不拦', () => {
    const rows = rowsOf(
      formOf(
        quantity('书屋建设数', '≥3家'),
        quantity('社区书屋数量', '≥3家'),
        quantity('阅读推广活动场次'),
        quantity('阅读推广活动场次', '≥5场'),
      ),
    );
    expect(told(rows)).toEqual([
      [
        'C12',
        'choose',
        '111000201',
        '本行和 C13 的“社区书屋数量”都对应“111000201-(新建/改造)社区书屋数量”；请核对后再选。',
      ],
      [
        'C13',
        'choose',
        '111000201',
        '本行和 C12 的“书屋建设数”都对应“111000201-(新建/改造)社区书屋数量”；请核对后再选。',
      ],
      ['C14', 'certain', '111000202', null],
      ['C15', 'certain', '111000202', null],
    ]);
  });

  test('编码已用在同一项目的别行', () => {
    expect(told(rowsOf(coded(codedRow('111000202-阅读推广活动'), codedRow('阅读推广活动场次')))).slice(5)).toEqual([
      ['H8', 'coded', '111000202', '指标库中“111000202”的名称是“阅读推广活动场次”，写法不同；请改用指标库的名称。'],
      ['H9', 'choose', '111000202', 'H8 的“阅读推广活动”已用编码“111000202”，本行也对应这一项；请核对后再选。'],
    ]);
  });

  test('库中列在别的类别下：只作提示', () => {
    const rows = rowsOf(
      formOf(
        ['产出指标', '质量指标', '阅读推广活动场次', '≥3场', '乙'],
        ['产出指标', '质量指标', '全民阅读推广活动开展场次', '≥3场', '乙'],
      ),
    );
    expect(rows.map(({ state }) => state)).not.toContain('certain');
    expect(rows.map(({ note }) => note)).toEqual([
      '指标库中“阅读推广活动场次”属数量指标，本行填在“质量指标”下；请核对后再选。',
      '指标库在数量指标下有相近的“阅读推广活动场次”。',
    ]);
  });

  test('别处的编码：不直接填', () => {
    const rows = rowsOf(
      codedTable([
        {
          rows: [
            codedRow('8001000001-河道清淤长度'),
            codedRow('8001000002-堤防加固座数'),
            codedRow('阅读推广活动场次'),
          ],
        },
      ]),
    );
    expect(told(rows)).toEqual([
      ['H3', 'coded', '8001000001', '编码与指标库“南湖区指标库”不是一套，未核对。'],
      ['H4', 'coded', '8001000002', '编码与指标库“南湖区指标库”不是一套，未核对。'],
      ['H5', 'choose', '111000202', '本工作簿已有的编码与指标库“南湖区指标库”不是一套；请核对指标库后再选。'],
    ]);
  });
});
