import type { CatalogueEntry } from '../../../../src/core/catalogue/catalogue-file';
import { readCatalogueTables } from '../../../../src/core/catalogue/importing';
import { parseCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import { listWorkbook, type ListSheet } from './list-workbook';

const BLANK = { unit: null, kind: null, direction: null, explanation: null, aliases: [], year: null, source: null };

const SUPPORTED: CatalogueEntry = {
  ...BLANK,
  code: '111002681',
  name: '扶持企业数量',
  level1: 'output',
  level2: 'quantity',
  kind: 'count',
};
const ACCEPTED: CatalogueEntry = {
  ...BLANK,
  code: '112002635',
  name: '项目验收通过率',
  level1: 'output',
  level2: 'quality',
  kind: 'rate',
};
const TRAINED: CatalogueEntry = {
  ...BLANK,
  code: '111001000',
  name: '培训人数',
  level1: 'output',
  level2: 'quantity',
  kind: 'count',
};
const SATISFIED: CatalogueEntry = {
  ...BLANK,
  code: '331000551',
  name: '服务对象满意度',
  level1: 'satisfaction',
  level2: 'serviceSatisfaction',
  kind: 'rate',
};
const ALL = [SUPPORTED, TRAINED, ACCEPTED, SATISFIED];

const read = (...sheets: readonly ListSheet[]) => readCatalogueTables(listWorkbook(...sheets), '指标库.xlsx');

/** Everything was taken over, and these are the entries. */
function expectEntries(found: ReturnType<typeof read>, entries: readonly CatalogueEntry[] = ALL): void {
  const { problem, rejected, duplicates, conflicts } = found;
  expect({ problem, rejected, duplicates, conflicts }).toEqual({
    problem: null,
    rejected: [],
    duplicates: [],
    conflicts: [],
  });
  expect(found.file && found.file.entries).toEqual(entries);
  expect(() => parseCatalogue(found.file)).not.toThrow();
}

describe('一张表', () => {
  test('标题、表头、四级列：怎样认的列也说出来', () => {
    const found = read({
      name: '指标库',
      rows: [
        ['某市绩效指标库（2024年）'],
        ['序号', '一级指标', '二级指标', '三级指标编码', '三级指标名称', '备注'],
        [1, '产出指标', '数量指标', '111002681', '扶持企业数量', ''],
        [2, '产出指标', '数量指标', '111001000', '培训人数', ''],
        [3, '产出指标', '质量指标', '112002635', '项目验收通过率', '常用'],
        [4, '满意度指标', '服务对象满意度指标', '331000551', '服务对象满意度', ''],
      ],
      merges: ['A1:F1'],
    });
    expectEntries(found);
    expect(found.tables).toEqual([
      {
        sheet: '指标库',
        head: { top: 1, bottom: 1, left: 0, right: 5 },
        rowCount: 4,
        columns: [
          { role: null, column: 0, heading: '序号' },
          { role: 'level1', column: 1, heading: '一级指标' },
          { role: 'level2', column: 2, heading: '二级指标' },
          { role: 'code', column: 3, heading: '三级指标编码' },
          { role: 'name', column: 4, heading: '三级指标名称' },
          { role: null, column: 5, heading: '备注' },
        ],
      },
    ]);
    const { entries, ...rest } = found.file!;
    expect(entries).toHaveLength(4);
    expect(rest).toEqual({
      version: 1,
      id: expect.stringMatching(/^own-[0-9a-f]{16}$/),
      name: '指标库',
      source: '导入自“指标库.xlsx”',
      isComplete: false,
      codeScheme: expect.objectContaining({ prefix: '', level2: expect.objectContaining({ '11': 'quantity' }) }),
    });
  });

  test('三行表头，上两行合并', () => {
    expectEntries(
      read({
        rows: [
          ['绩效指标库'],
          ['序号', '绩效指标', '', '', '', '', '', '计量单位'],
          ['', '一级指标', '', '二级指标', '', '三级指标', '', ''],
          ['', '编码', '名称', '编码', '名称', '编码', '名称', ''],
          ['', 1, '产出指标', 11, '数量指标', 111002681, '扶持企业数量', '家'],
          ['', 1, '产出指标', 12, '质量指标', 112002635, '项目验收通过率', '%'],
          ['', 3, '满意度指标', 31, '服务对象满意度', 331000551, '服务对象满意度', '%'],
        ],
        merges: ['A1:H1', 'A2:A4', 'B2:G2', 'H2:H4', 'B3:C3', 'D3:E3', 'F3:G3'],
      }),
      [{ ...SUPPORTED, unit: '家' }, ACCEPTED, SATISFIED],
    );
  });

  test('层级合并单元格，或只写在一组的第一行', () => {
    const rows = [
      ['一级指标', '二级指标', '编码', '指标名称'],
      ['产出指标', '数量指标', '111002681', '扶持企业数量'],
      ['', '', '111001000', '培训人数'],
      ['', '质量指标', '112002635', '项目验收通过率'],
      ['满意度指标', '', '331000551', '服务对象满意度'],
    ];
    expectEntries(read({ rows }));
    expectEntries(read({ rows, merges: ['A2:A4', 'B2:B3'] }));
    expectEntries(read({ rows, merges: ['A2:A4', 'B2:B3', 'A5:B5'] }));
  });

  test('编码和名称写在一格，层级带编号', () => {
    const found = read({
      rows: [
        ['一级指标', '二级指标', '三级指标'],
        ['1-产出指标', '11-数量指标', '111002681-扶持企业数量'],
        ['1-产出指标', '11-数量指标', '111001000—培训人数'],
        ['1-产出指标', '12-工作质量', '１１２００２６３５－项目验收通过率'],
        ['3-满意度指标', '31-服务对象满意度', '331000551 服务对象满意度'],
      ],
    });
    expect(found.conflicts).toEqual([]);
    expectEntries(found);
    expect(found.tables[0].columns.map(({ role }) => role)).toEqual(['level1', 'level2', 'codedName']);
  });

  test('层级编码和名称分列', () => {
    expectEntries(
      read({
        rows: [
          ['一级指标编码', '一级指标', '二级指标编码', '二级指标', '三级指标编码', '三级指标'],
          ['1', '产出指标', '11', '数量指标', '111002681', '扶持企业数量'],
          ['1', '产出指标', '11', '数量指标', '111001000', '培训人数'],
          ['1', '产出指标', '12', '质量指标', '112002635', '项目验收通过率'],
          ['3', '满意度指标', '31', '服务对象满意度', '331000551', '服务对象满意度'],
        ],
      }),
    );
  });

  test('没有层级列：按编码推定', () => {
    const found = read({
      rows: [
        ['指标代码', '指标名称'],
        ['111002681', '扶持企业数量'],
        ['111001000', '培训人数'],
        ['112002635', '项目验收通过率'],
        ['331000551', '服务对象满意度'],
      ],
    });
    expectEntries(found);
  });

  test('层级另占一行', () => {
    expectEntries(
      read({
        rows: [
          ['编码', '名称'],
          [1, '产出指标'],
          [11, '数量指标'],
          [111002681, '扶持企业数量'],
          [111001000, '培训人数'],
          [12, '质量指标'],
          [112002635, '项目验收通过率'],
          [3, '满意度指标'],
          [31, '服务对象满意度指标'],
          [331000551, '服务对象满意度'],
        ],
      }),
    );
    expectEntries(
      read({
        rows: [
          ['编码', '名称'],
          ['一、产出指标', ''],
          ['（一）数量指标', ''],
          ['111002681', '扶持企业数量'],
          ['111001000', '培训人数'],
          ['（二）质量指标', ''],
          ['112002635', '项目验收通过率'],
          ['二、满意度指标', ''],
          ['331000551', '服务对象满意度'],
        ],
      }),
    );
  });

  test('没有表头：看内容认列', () => {
    expectEntries(
      read({
        rows: [
          ['111002681', '扶持企业数量'],
          ['111001000', '培训人数'],
          ['112002635', '项目验收通过率'],
          ['331000551', '服务对象满意度'],
        ],
      }),
    );
    expectEntries(read({ rows: ALL.map(({ code, name }) => [`${code}-${name}`]) }));
  });

  test('每页重复表头，中间有空行、小计和附注', () => {
    const head = ['编码', '指标名称', '二级指标'];
    expectEntries(
      read({
        rows: [
          ['绩效指标库'],
          ['制表单位：某市财政局'],
          head,
          ['111002681', '扶持企业数量', '数量指标'],
          ['111001000', '培训人数', ''],
          ['第 1 页'],
          [],
          head,
          ['112002635', '项目验收通过率', '质量指标'],
          [],
          ['331000551', '服务对象满意度', '满意度指标'],
          ['合计', '4'],
          ['注：1.本库自2024年起施行。'],
          ['填表人：张三', '审核人：李四'],
        ],
      }),
    );
  });

  test('两栏并排', () => {
    expectEntries(
      read({
        rows: [
          ['指标编码', '指标名称', '', '指标编码', '指标名称'],
          ['111002681', '扶持企业数量', '', '112002635', '项目验收通过率'],
          ['111001000', '培训人数', '', '331000551', '服务对象满意度'],
        ],
      }),
    );
  });

  test('其余各列', () => {
    const found = read({
      rows: [
        [
          '指标编码',
          '指标名称',
          '指标类型',
          '单位',
          '取值类型',
          '指标性质',
          '指标解释',
          '计算方法',
          '别名',
          '曾用名',
          '启用年度',
          '来源',
        ],
        [
          'gx010101',
          '培训班次',
          '数量指标',
          '期',
          '数值',
          '正向',
          '反映培训情况',
          '实际举办期数',
          '培训期数；办班次数',
          '举办培训班数',
          '2023年',
          '财政局',
        ],
        ['gx010301', '培训计划按期完成率', '时效指标', '%', '百分比', '≥', '', '', '/', '', 2024, '—'],
        [
          'gx010401',
          '人均培训成本',
          '成本指标',
          '元',
          '数值',
          '越小越好',
          '反映\n成本',
          '',
          '培训(会议、调研)成本',
          '',
          '',
          '',
        ],
        ['gx010901', '培训人员满意度', '满意度指标', '', '定量', '=', '', '', '', '', '', ''],
      ],
    });
    expectEntries(found, [
      {
        code: 'gx010101',
        name: '培训班次',
        level1: 'output',
        level2: 'quantity',
        unit: '期',
        kind: 'count',
        direction: 'higher',
        explanation: '反映培训情况；实际举办期数',
        aliases: ['培训期数', '办班次数', '举办培训班数'],
        year: 2023,
        source: '财政局',
      },
      {
        ...BLANK,
        code: 'gx010301',
        name: '培训计划按期完成率',
        level1: 'output',
        level2: 'timeliness',
        kind: 'rate',
        direction: 'higher',
        year: 2024,
      },
      {
        ...BLANK,
        code: 'gx010401',
        name: '人均培训成本',
        level1: null,
        level2: 'cost',
        unit: '元',
        kind: 'count',
        direction: 'lower',
        explanation: '反映\n成本',
        aliases: ['培训(会议、调研)成本'],
      },
      { ...BLANK, code: 'gx010901', name: '培训人员满意度', level1: null, level2: 'serviceSatisfaction' },
    ]);
    expect(found.file!.codeScheme!.prefix).toBe('gx');
  });

  test('单位一列是单位名称时不当作计量单位；项目编码不是指标编码', () => {
    const found = read({
      rows: [
        ['项目编码', '项目名称', '单位', '指标编码', '指标名称'],
        ['440304001', '招商', '福田区投资推广和企业服务中心', '111002681', '扶持企业数量'],
        ['440304001', '招商', '福田区投资推广和企业服务中心', '111001000', '培训人数'],
        ['440304002', '装修', '福田区财政局', '112002635', '项目验收通过率'],
      ],
    });
    expectEntries(found, [SUPPORTED, TRAINED, ACCEPTED]);
  });
});

describe('多张工作表', () => {
  test('一张表一个二级指标，名称即类型', () => {
    const head = ['编码', '名称'];
    expectEntries(
      read(
        { name: '说明', rows: [['本库由市财政局编制'], ['联系电话：12345678']] },
        { name: '数量指标', rows: [head, ['A00101', '扶持企业数量'], ['A00102', '培训人数']] },
        { name: '产出-质量指标', rows: [head, ['A00201', '项目验收通过率']] },
        { name: '满意度指标', rows: [head, ['A00301', '服务对象满意度']] },
      ),
      [
        { ...SUPPORTED, code: 'A00101' },
        { ...TRAINED, code: 'A00102' },
        { ...ACCEPTED, code: 'A00201' },
        { ...SATISFIED, code: 'A00301', level1: null },
      ],
    );
  });

  test('重复的行在别的工作表：说出是哪一张', () => {
    const rows = [
      ['编码', '名称'],
      ['111002681', '扶持企业数量'],
      ['111001000', '培训人数'],
      ['112002635', '项目验收通过率'],
    ];
    const found = read(
      { name: '共性', rows },
      { name: '个性', rows: [rows[0], ['331000551', '服务对象满意度'], rows[2]] },
    );
    expect(found.file!.entries).toEqual(ALL);
    expect(found.duplicates).toEqual([
      { sheet: '个性', cell: 'A3', text: '111001000 培训人数', reason: '与“共性”A3重复，只收入一次' },
    ]);
  });

  test('隐藏的工作表只在别处没有指标时才读', () => {
    const rows = [
      ['编码', '名称'],
      ['111002681', '扶持企业数量'],
      ['111001000', '培训人数'],
    ];
    const visible = {
      name: '库',
      rows: [
        ['编码', '名称'],
        ['112002635', '项目验收通过率'],
        ['331000551', '服务对象满意度'],
      ],
    };
    expect(read(visible, { name: '旧', rows, visibility: 'hidden' }).file!.entries.map(({ code }) => code)).toEqual([
      '112002635',
      '331000551',
    ]);
    expect(
      read({ name: '封面', rows: [['指标库']] }, { name: '旧', rows, visibility: 'veryHidden' }).file!.entries.map(
        ({ code }) => code,
      ),
    ).toEqual(['111002681', '111001000']);
  });
});
