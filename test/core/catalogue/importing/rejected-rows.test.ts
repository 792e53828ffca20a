import { readCatalogueTables, type ImportOptions, type RowRemark } from '../../../../src/core/catalogue/importing';
import { parseCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import { listWorkbook, type ListCell, type ListSheet } from './list-workbook';

const HEAD = ['指标编码', '指标名称', '二级指标'];
const GOOD = [
  ['111002681', '扶持企业数量', '数量指标'],
  ['111001000', '培训人数', '数量指标'],
  ['112002635', '项目验收通过率', '质量指标'],
];

const readSheet = (sheet: ListSheet, options?: ImportOptions) =>
  readCatalogueTables(listWorkbook({ name: '库', ...sheet }), '指标库.xlsx', options);
/** The three good rows stand in rows 2 to 4. */
const readRows = (...rows: readonly (readonly ListCell[])[]) => readSheet({ rows: [HEAD, ...GOOD, ...rows] });
const briefly = (remarks: readonly RowRemark[]): readonly string[] =>
  remarks.map(({ sheet, cell, text, reason }) => `${sheet}!${cell} ${text}：${reason}`);
const codesOf = ({ file }: ReturnType<typeof readSheet>): readonly string[] =>
  file === null ? [] : file.entries.map(({ code }) => code);

describe('不收入的行逐行说明原因', () => {
  test.each<[string, readonly ListCell[], string]>([
    ['没有编码', ['', '新增就业岗位数', '数量指标'], '库!B5 新增就业岗位数 | 数量指标：没有编码'],
    ['没有名称', ['111003000', '', '数量指标'], '库!A5 111003000 | 数量指标：没有名称'],
    ['名称是斜线', ['111003000', '/', ''], '库!A5 111003000 | /：没有名称'],
    [
      '编码不是编码',
      ['11-甲', '新增就业岗位数', ''],
      '库!A5 11-甲 | 新增就业岗位数：“11-甲”不是编码：编码应为4至16位数字，前面最多有4个字母',
    ],
    ['位数不对', ['11100300', '新增就业岗位数', ''], '库!A5 11100300 新增就业岗位数：编码是8位数字，库中其他编码是9位'],
    [
      '科学计数法丢了末位',
      ['1.11003E+08', '新增就业岗位数', ''],
      '库!A5 1.11003E+08 | 新增就业岗位数：“1.11003E+08”是科学计数法，末尾数字已丢失；请把该列改为文本格式后重新填写编码',
    ],
    [
      '超过15位的数',
      [{ value: 1110030001110030, rawNumber: '1110030001110030' }, '新增就业岗位数', ''],
      '库!A5 1110030001110030 | 新增就业岗位数：编码超过15位却以数字保存，末尾数字可能已丢失；请改为文本格式后重新填写',
    ],
    [
      '小数',
      [1.5, '新增就业岗位数', ''],
      '库!A5 1.5 | 新增就业岗位数：“1.5”不是编码：编码应为4至16位数字，前面最多有4个字母',
    ],
    [
      '公式没有结果',
      [{ value: null, formula: 'VLOOKUP(B5,旧库!A:B,2,0)' }, '新增就业岗位数', ''],
      '库!A5 =VLOOKUP(B5,旧库!A:B,2,0) | 新增就业岗位数：公式没有计算结果，请用 Excel 打开并保存该文件后再导入',
    ],
    [
      '公式出错',
      ['111003000', { value: '#N/A', formula: 'VLOOKUP(A5,旧库!A:B,2,0)', isError: true }, ''],
      '库!A5 111003000 | #N/A：单元格是公式错误“#N/A”',
    ],
    ['名称过长', ['111003000', '长'.repeat(201), ''], `库!A5 111003000 | ${'长'.repeat(47)}…：名称超过200个字`],
    [
      '编码列与名称中的编码不一',
      ['111003000', '111003001-新增就业岗位数', ''],
      '库!A5 111003000 | 111003001-新增就业岗位数：编码列是“111003000”，名称中的编码却是“111003001”',
    ],
  ])('%s', (_, row, expected) => {
    const found = readRows(row);
    expect(briefly(found.rejected)).toEqual([expected]);
    expect(codesOf(found)).toEqual(['111002681', '111001000', '112002635']);
    expect(found.conflicts).toEqual([]);
  });

  test('上级分类不是指标', () => {
    const found = readSheet({
      rows: [
        ['编码', '名称'],
        ['1101', '培训类'],
        ['110101', '培训人数'],
        ['110102', '培训期数'],
        ['1102', '宣传类'],
        ['110201', '宣传次数'],
      ],
    });
    expect(briefly(found.rejected)).toEqual([
      '库!A2 1101 培训类：是上级分类，其下另有指标',
      '库!A5 1102 宣传类：是上级分类，其下另有指标',
    ]);
    expect(codesOf(found)).toEqual(['110101', '110102', '110201']);
  });
});

describe('能认准的照收', () => {
  test.each<[string, readonly ListCell[], string, string]>([
    ['数字', [111003000, '新增就业岗位数'], '111003000', '新增就业岗位数'],
    [
      '显示为科学计数法的数字',
      [{ value: 111003000, text: '1.11E+08' }, '新增就业岗位数'],
      '111003000',
      '新增就业岗位数',
    ],
    ['写全的科学计数法', ['1.11003001E8', '新增就业岗位数'], '111003001', '新增就业岗位数'],
    ['全角数字', ['１１１００３０００', '新增就业岗位数'], '111003000', '新增就业岗位数'],
    ['夹有空格', [' 111 003 000 ', ' 新增就业\n岗位数 '], '111003000', '新增就业岗位数'],
    ['文本带小数点零', ['111003000.0', '新增就业岗位数'], '111003000', '新增就业岗位数'],
    ['公式的值', [{ value: '111003000', formula: 'D5' }, '新增就业岗位数'], '111003000', '新增就业岗位数'],
    ['编码列里连着名称', ['111003000-新增就业岗位数', ''], '111003000', '新增就业岗位数'],
    ['名称里也有编码', ['111003000', '111003000-新增就业岗位数'], '111003000', '新增就业岗位数'],
  ])('%s', (_, row, code, name) => {
    const found = readRows([...row, '数量指标']);
    expect(briefly(found.rejected)).toEqual([]);
    expect(found.file!.entries[3]).toEqual(expect.objectContaining({ code, name }));
  });

  test('编码和名称的表头写反了', () => {
    const found = readSheet({
      rows: [
        ['指标编码', '指标名称'],
        ['培训人数', 'A00101'],
        ['培训期数', 'A00102'],
      ],
    });
    expect(found.tables[0].columns).toEqual([
      { role: 'name', column: 0, heading: '指标编码' },
      { role: 'code', column: 1, heading: '指标名称' },
    ]);
    expect(codesOf(found)).toEqual(['A00101', 'A00102']);
  });

  test('按“000000”显示的数字补回前面的零', () => {
    const found = readSheet({
      rows: [
        ['编码', '名称'],
        [{ value: 10101, text: '010101', numberFormat: '000000' }, '培训人数'],
        ['010102', '培训期数'],
      ],
    });
    expect(codesOf(found)).toEqual(['010101', '010102']);
    expect(found.rejected).toEqual([]);
  });

  test('前面的零可能丢了的不收', () => {
    const found = readSheet({
      rows: [
        ['编码', '名称'],
        ['010101', '培训人数'],
        ['010102', '培训期数'],
        [10103, '培训天数'],
      ],
    });
    expect(codesOf(found)).toEqual(['010101', '010102']);
    expect(briefly(found.rejected)).toEqual([
      '库!A4 10103 培训天数：编码以数字保存，前面的“0”可能已丢失（库中其他编码是6位）；请改为文本格式后补上',
    ]);
  });
});

describe('重复与冲突', () => {
  test('同一行写了两次只收一次', () => {
    const found = readRows(['111002681', '扶持企业数量', '数量指标'], ['111001000', ' 培训人数', '']);
    expect(codesOf(found)).toEqual(['111002681', '111001000', '112002635']);
    expect(briefly(found.duplicates)).toEqual([
      '库!A5 111002681 扶持企业数量：与A2重复，只收入一次',
      '库!A6 111001000 培训人数：与A3重复，只收入一次',
    ]);
    expect(found.conflicts).toEqual([]);
  });

  test('同一编码两个名称：留前一个，列出来', () => {
    const found = readRows(['111002681', '新增就业岗位数', '数量指标']);
    expect(found.file!.entries[0].name).toBe('扶持企业数量');
    expect(codesOf(found)).toEqual(['111002681', '111001000', '112002635']);
    expect(briefly(found.conflicts)).toEqual([
      '库!A5 111002681 新增就业岗位数：编码“111002681”在A2的名称是“扶持企业数量”，这里是“新增就业岗位数”；这一行没有收入',
    ]);
  });

  test('同一类型下同名两个编码：都收，列出来', () => {
    const found = readRows(['111002682', '扶持企业数量', '数量指标'], ['122002682', '扶持企业数量', '']);
    expect(codesOf(found)).toEqual(['111002681', '111001000', '112002635', '111002682']);
    expect(briefly(found.conflicts)).toEqual([
      '库!A5 111002682 扶持企业数量：同一名称在数量指标下已有编码“111002681”（A2），两条都已收入，请核实是否重复',
      '库!A6 122002682 扶持企业数量：编码“122002682”的二级指标位“22”不以一级指标位“1”开头，没有收入',
    ]);
  });

  test('编码与所列的二级指标矛盾：不收，列出来', () => {
    const found = readRows(['111003000', '新增就业岗位数', '社会效益指标'], ['211003386', '活动次数', '数量指标']);
    expect(codesOf(found)).toEqual(['111002681', '111001000', '112002635']);
    expect(briefly(found.conflicts)).toEqual([
      '库!A5 111003000 新增就业岗位数：编码“111003000”的二级指标位是“11”，表中却列在“社会效益指标”下，没有收入',
      '库!A6 211003386 活动次数：编码“211003386”的二级指标位“11”不以一级指标位“2”开头，没有收入',
    ]);
  });

  test('改名：不同年度的两个名称，新的作名称，旧的作别名', () => {
    const head = ['指标编码', '指标名称', '年度'];
    const older = ['111002681', '扶持企业数', 2023];
    const newer = ['111002681', '扶持企业数量', 2025];
    for (const rows of [
      [head, older, newer],
      [head, newer, older],
    ]) {
      const found = readSheet({
        rows: [...rows, ['111001000', '培训人数', 2023], ['112002635', '项目验收通过率', 2023]],
      });
      expect(found.file!.entries[0]).toEqual(
        expect.objectContaining({ code: '111002681', name: '扶持企业数量', aliases: ['扶持企业数'], year: 2023 }),
      );
      expect(briefly(found.conflicts)).toEqual([
        expect.stringContaining('年度不同，以较新的“扶持企业数量”为名称，“扶持企业数”作为曾用名收入'),
      ]);
      expect(parseCatalogue(found.file).findByName('扶持企业数')[0].code).toBe('111002681');
    }
    const other = readSheet({
      rows: [
        head,
        older,
        ['111002681', '道路养护里程', 2025],
        ['111001000', '培训人数', 2023],
        ['112002635', '合格率', 2023],
      ],
    });
    expect(other.file!.entries[0]).toEqual(expect.objectContaining({ name: '扶持企业数', aliases: [] }));
    expect(other.conflicts).toHaveLength(1);
  });

  test('不通用的二级指标：收入，类型未知，说一次', () => {
    const found = readSheet({
      rows: [
        ['编码', '名称', '二级指标'],
        ['A00101', '经费保障水平', '部门效能'],
        ['A00102', '人员保障水平', '部门效能'],
      ],
    });
    expect(found.file!.entries.map(({ code, level2 }) => [code, level2])).toEqual([
      ['A00101', null],
      ['A00102', null],
    ]);
    expect(briefly(found.conflicts)).toEqual([
      '库!A2 A00101 经费保障水平：“部门效能”不是通用的二级指标类型，其下的指标已收入，类型作未知处理',
    ]);
  });
});

test('很长的内容只列出开头', () => {
  const blanks = ' '.repeat(30000);
  const texts = [`甲${blanks}乙`, '9'.repeat(30000), '('.repeat(30000), `111003000${blanks}-${blanks}甲`];
  const found = readRows(...texts.map((text) => [text, text, text]), ...texts.map((text) => ['111003000', text, '']));
  expect(codesOf(found)).toEqual(['111002681', '111001000', '112002635']);
  expect(found.rejected).toHaveLength(8);
  for (const { text, reason } of found.rejected) expect(`${text}${reason}`.length).toBeLessThan(200);
});

describe('什么也认不出', () => {
  const NOT_FOUND = /^没有找到指标表。.*“指标编码”和“指标名称”两列/;

  test.each<[string, ListSheet, RegExp]>([
    ['空工作簿', { rows: [] }, /^文件中没有表格内容/],
    [
      '不是指标表',
      {
        rows: [
          ['姓名', '电话', '部门'],
          ['张三', '12345678901', '办公室'],
        ],
      },
      NOT_FOUND,
    ],
    [
      '没有编码的申报表',
      {
        rows: [
          ['一级指标', '二级指标', '三级指标', '指标值'],
          ['产出指标', '数量指标', '培训人数', '≥5人'],
        ],
      },
      NOT_FOUND,
    ],
    ['只有表头', { rows: [HEAD] }, /^找到了指标表的表头，但表头下面没有指标/],
    [
      '列认错了',
      {
        rows: [
          ['编码', '指标名称'],
          ['甲', '培训人数'],
          ['乙', '培训期数'],
        ],
      },
      /^找到了指标表，但2行中没有一行可以收入，原因见列表/,
    ],
  ])('%s', (_, sheet, problem) => {
    const found = readSheet(sheet);
    expect(found.file).toBeNull();
    expect(found.problem).toMatch(problem);
  });

  test('由用户指定各列', () => {
    const rows = [
      ['某市清单'],
      ['标号', '条目', '归口'],
      ['A00101', '培训人数', '数量'],
      ['A00102', '培训期数', '数量'],
    ];
    const unread = readSheet({ rows });
    expect(unread.tables.map(({ columns }) => columns)).toEqual([
      [
        { role: 'code', column: 0, heading: '标号' },
        { role: 'name', column: 1, heading: '条目' },
        { role: 'level2', column: 2, heading: '归口' },
      ],
    ]);
    const corrected = readSheet(
      {
        rows: [
          ['某市清单'],
          ['标号', '条目', '归口'],
          ['A00101', 'A00101', '培训人数'],
          ['A00102', 'A00102', '培训期数'],
        ],
      },
      {
        name: ' 某市 ',
        isComplete: true,
        columns: {
          库: [
            { role: 'code', column: 0 },
            { role: 'name', column: 2 },
          ],
        },
      },
    );
    expect(corrected.file).toEqual(
      expect.objectContaining({
        name: '某市',
        isComplete: true,
        entries: [
          expect.objectContaining({ code: 'A00101', name: '培训人数' }),
          expect.objectContaining({ code: 'A00102', name: '培训期数' }),
        ],
      }),
    );
    expect(corrected.rejected).toEqual([]);
  });

  test('编号随名称而定：再导入同名的表，替换原来的', () => {
    const idOf = (name: string): string => readSheet({ rows: [HEAD, ...GOOD] }, { name }).file!.id;
    expect(idOf('甲市指标库')).toBe(idOf('甲市指标库'));
    expect(idOf('甲市指标库')).not.toBe(idOf('乙市指标库'));
  });
});
