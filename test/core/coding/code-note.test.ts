import { parseCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import { proposeCodes, type CodingRow } from '../../../src/core/coding';
import { readForms } from '../../../src/core/forms/read-forms';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import {
  CLEAN_CODED_ROWS,
  codedTable,
  projectTarget,
  workbookOf,
  type CellSpec,
  type CodedProjectSpec,
} from '../../support/build-form';
import { OBSERVED_CATALOGUE, SAMPLE_CATALOGUE } from '../../support/sample-catalogue';

const catalogue = parseCatalogue(SAMPLE_CATALOGUE);
const observed = parseCatalogue(OBSERVED_CATALOGUE);

const rowsOf = (sheet: SheetContent, known = catalogue): readonly CodingRow[] =>
  proposeCodes(readForms(workbookOf(sheet)), known).rows;
const codedRow = (name: CellSpec, level1 = '1-产出指标', level2 = '11-数量指标'): CodedProjectSpec['rows'][number] => [
  level1,
  level2,
  name,
  '≥3场',
  '≥3场',
];
/** State and note of a row below the clean ones. */
const noteOf = (row: CodedProjectSpec['rows'][number], known = catalogue): readonly [string, string | null] => {
  const { state, note } = rowsOf(codedTable([{ rows: [...CLEAN_CODED_ROWS, row] }]), known)[5];
  return [state, note];
};

describe('已有编码只核对', () => {
  test.each<[string, CodedProjectSpec['rows'][number], string | null]>([
    ['正确', codedRow('111000202-阅读推广活动场次'), null],
    ['全角', codedRow('１１１０００２０２－阅读推广活动场次'), '编码的写法不规范，应为“111000202-阅读推广活动场次”。'],
    ['括号写法不同', codedRow('111000201-（新建/改造）社区书屋数量'), null],
    ['改了名的条目', codedRow('111000201-书屋建设数'), '指标库中的名称是“(新建/改造)社区书屋数量”。'],
    ['只有编码', codedRow('111000202-'), '编码后没有名称，指标库中是“阅读推广活动场次”；请补上名称。'],
    [
      '存成数字',
      codedRow({ value: 111000202, text: '1.11E+08' }),
      '编码后没有名称，指标库中是“阅读推广活动场次”；请补上名称。',
    ],
    [
      '写法不同',
      codedRow('111000207-馆员培训课题数'),
      '指标库中“111000207”的名称是“馆员培训课题数量”，写法不同；请改用指标库的名称。',
    ],
    [
      '不是一项',
      codedRow('111000207-街头钢琴维护架数'),
      '指标库中“111000207”是“馆员培训课题数量”，与所填名称不是一项；请核对编码和名称。',
    ],
    [
      '名称是另一条目的',
      codedRow('111000207-阅读推广活动场次'),
      '指标库中“111000207”是“馆员培训课题数量”，“阅读推广活动场次”的编码是“111000202”；请按实际要报的指标改正编码或名称。',
    ],
    ['库中没有', codedRow('111000999-漂流书亭数量'), '编码“111000999”不在指标库中；请核对。'],
    [
      '库中没有，名称有',
      codedRow('111000999-阅读推广活动场次'),
      '编码“111000999”不在指标库中，库中“阅读推广活动场次”的编码是“111000202”；请核对。',
    ],
    [
      '级次互相矛盾',
      codedRow('211003386-活动次数', '2-效益指标', '11-数量指标'),
      '编码“211003386”的一级指标位“2”与二级指标位“11”互相矛盾；请核对。',
    ],
    [
      '别的二级指标',
      codedRow('111000202-阅读推广活动场次', '1-产出指标', '12-质量指标'),
      '编码“111000202”属数量指标，本行是质量指标；请核对。',
    ],
    [
      '库中没有，位数说的是别的二级指标',
      codedRow('112000999-漂流书亭数量'),
      '编码“112000999”属质量指标，本行是数量指标；请核对。',
    ],
  ])('%s', (_name, row, note) => expect(noteOf(row)).toEqual(['coded', note]));

  test('不完整的指标库', () => {
    expect(noteOf(codedRow('111000999-漂流书亭数量'), observed)).toEqual([
      'coded',
      '编码“111000999”不在指标库中，指标库不完整，无法核对。',
    ]);
  });

  test('编码栏里的编码', () => {
    const rows = rowsOf(
      projectTarget({
        columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
        rows: [
          ['产出指标', '数量指标', '图书采购数量', '≥3册', { value: 111000101, text: '1.11E+08' }],
          ['产出指标', '数量指标', '馆员培训课题数', '≥3项', '１１１０００２０７'],
        ],
      }),
    );
    expect(rows.map(({ state, code, note }) => [state, code, note])).toEqual([
      ['coded', '111000101', '编码的写法不规范，应为“111000101”。'],
      ['coded', '111000207', '指标库中“111000207”的名称是“馆员培训课题数量”，写法不同；请改用指标库的名称。'],
    ]);
  });
});
