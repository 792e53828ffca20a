import { HostError } from '../../../src/host/port/host-error';
import {
  MOST_MEGABYTES,
  readCatalogueFile,
  refuseLargeFile,
  writeCatalogueFile,
} from '../../../src/host/catalogue-files';
import { sampleFile } from './sample-file';
import { buildXlsx } from '../../support/build-xlsx';
import { compoundFile, encodeText } from './foreign-files';
import { strToU8, zipSync } from 'fflate';

const TABLE = [
  ['指标编码', '指标名称', '二级指标', '计量单位'],
  ['111002681', '扶持企业数量', '数量指标', '家'],
  ['111001000', '培训人数', '数量指标', '人'],
  ['112002635', '项目验收通过率', '质量指标', '%'],
];
const NAMES = [
  ['111002681', '扶持企业数量'],
  ['111001000', '培训人数'],
  ['112002635', '项目验收通过率'],
];

const separated = (mark: string, end = '\n'): string => TABLE.map((row) => row.join(mark)).join(end);

async function namesIn(bytes: Uint8Array, name = '指标库.csv'): Promise<unknown> {
  const { file, problem, rejected } = await readCatalogueFile(name, bytes);
  expect({ problem, rejected }).toEqual({ problem: null, rejected: [] });
  return file && file.entries.map((entry) => [entry.code, entry.name]);
}

async function refusalOf(bytes: Uint8Array, name: string): Promise<{ message: string; advice: string }> {
  const error = await readCatalogueFile(name, bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HostError)) throw new Error(`not refused: ${String(error)}`);
  return { message: error.message, advice: error.advice };
}

describe('文本表格', () => {
  test.each([
    ['UTF-8', encodeText(separated(','), 'utf8')],
    ['带 BOM 的 UTF-8', encodeText(`\ufeff${separated(',')}`, 'utf8')],
    ['GB18030', encodeText(separated(','), 'gb18030')],
    ['带 BOM 的 UTF-16', encodeText(`\ufeff${separated('\t', '\r\n')}`, 'utf16le')],
    ['不带 BOM 的 UTF-16', encodeText(separated(','), 'utf16le')],
    ['高位在前的 UTF-16', encodeText(`\ufeff${separated(',')}`, 'utf16be')],
  ])('%s', async (_, bytes) => expect(await namesIn(bytes)).toEqual(NAMES));

  test.each([',', '\t', ';', '|', '，'])('分隔符“%s”', async (mark) =>
    expect(await namesIn(encodeText(separated(mark, '\r\n'), 'utf8'))).toEqual(NAMES),
  );

  test('引号中的换行、逗号和引号；行号与 Excel 显示的一致', async () => {
    const text = [
      '某市指标库,,,',
      '指标编码,指标名称,指标解释',
      '111002681,"扶持企业\n数量","反映""扶持""情况,\n按家计"',
      ',没有编码的,',
      '="111001000",培训人数,',
    ].join('\r\n');
    const { file, rejected } = await readCatalogueFile('指标库.csv', encodeText(text, 'utf8'));
    expect(file!.entries.map(({ code, name, explanation }) => [code, name, explanation])).toEqual([
      ['111002681', '扶持企业数量', '反映"扶持"情况,\n按家计'],
      ['111001000', '培训人数', null],
    ]);
    expect(rejected).toEqual([{ sheet: 'CSV', cell: 'B4', text: '没有编码的', reason: '没有编码' }]);
  });

  test('第一行指明分隔符', async () =>
    expect(await namesIn(encodeText(`sep=;\r\n${separated(';', '\r\n')}`, 'utf8'))).toEqual(NAMES));

  test('引号不成对：说出是第几行，什么也不收', async () => {
    const text = '编码,名称\n111002681,"扶持企业数量\n111001000,培训人数\n';
    expect(await refusalOf(encodeText(text, 'utf8'), '指标库.csv')).toEqual({
      message: '文件“指标库.csv”第2行的引号不成对，后面的内容无法分列。',
      advice: '请改正该处的引号，或用 Excel 打开核对后另存为 .xlsx 再试。',
    });
  });

  test('认不出的编码', async () => {
    const bytes = new Uint8Array([0xd6, 0xb8, 0xff, 0xff, 0x2c, 0xff, 0x80, 0x0a]);
    expect((await refusalOf(bytes, '指标库.csv')).message).toBe(
      '文件“指标库.csv”的文字编码无法识别（不是 UTF-8、UTF-16，也不是 GBK、GB18030）。',
    );
  });
});

describe('JSON', () => {
  const json = (data: unknown): Uint8Array => encodeText(JSON.stringify(data), 'utf8');

  test('指标库文件：原样收入', async () => {
    const found = await readCatalogueFile('导出.json', writeCatalogueFile(sampleFile, 'json'));
    expect(found).toEqual({ tables: [], file: sampleFile, problem: null, rejected: [], duplicates: [], conflicts: [] });
    const renamed = await readCatalogueFile('导出.json', json(sampleFile), { name: '新名称', isComplete: false });
    expect(renamed.file).toEqual({ ...sampleFile, name: '新名称', isComplete: false });
  });

  test('指标库文件中不合格的条目逐条列出', async () => {
    const [first] = sampleFile.entries;
    const entries = [
      first,
      { code: '12', name: '短' },
      { ...first },
      { ...first, name: '别的名称' },
      { code: '111000009', name: '放错的', level2: 'quality' },
      { code: '111000010', name: '多余', units: '家' },
      null,
    ];
    const found = await readCatalogueFile('库.json', json({ ...sampleFile, entries }));
    expect(found.file!.entries).toEqual([first]);
    const brief = found.rejected
      .concat(found.duplicates, found.conflicts)
      .map(({ cell, reason }) => `${cell}：${reason}`);
    expect(brief).toEqual([
      '第2条：编码（code）应为4至16位数字，前面最多有4个字母，并且是文本',
      '第6条：有不认识的项目',
      '第7条：应当有编码（code）和名称（name）',
      '第3条：与第1条重复，只收入一次',
      '第4条：编码“111002681”在第1条的名称是“扶持企业数量”，这里是“别的名称”；这一条没有收入',
      '第5条：编码“111000009”的二级指标位是“11”，表中却列在“质量指标”下，没有收入',
    ]);
  });

  test.each([
    [{ ...sampleFile, version: 2 }, /^指标库文件不符合格式（version）/],
    [{ ...sampleFile, codeScheme: { prefix: 'x' } }, /^指标库文件不符合格式（codeScheme/],
    [{ ...sampleFile, entries: 'x' }, /^指标库文件不符合格式：entries 应当是条目的列表。$/],
    [{ ...sampleFile, entries: [] }, /^指标库文件中没有一条可以收入的指标。$/],
    [{ a: 1 }, /^文件中没有表格内容/],
    [[1, 2], /^没有找到指标表/],
  ])('第%#个：整个文件不能用', async (data, problem) => {
    const found = await readCatalogueFile('库.json', json(data));
    expect(found.file).toBeNull();
    expect(found.problem).toMatch(problem);
  });

  test('系统导出的记录，也可以是一棵树', async () => {
    const records = NAMES.map(([code, name]) => ({ id: 7, 指标编码: code, 指标名称: name, 别名: ['甲', '乙'] }));
    const flat = await readCatalogueFile('a.json', json({ success: true, data: { total: 3, rows: records } }));
    expect(flat.file!.entries.map(({ code, name, aliases }) => [code, name, aliases])).toEqual(
      NAMES.map((pair) => [...pair, ['甲', '乙']]),
    );
    const tree = [
      {
        code: '1',
        name: '产出指标',
        children: [{ code: '11', name: '数量指标', children: [{ code: 'A1101', name: '培训人数' }] }],
      },
      {
        code: '3',
        name: '满意度指标',
        children: [{ code: '31', name: '服务对象满意度', children: [{ code: 'A3101', name: '学员满意度' }] }],
      },
    ];
    const grown = await readCatalogueFile('b.json', json(tree));
    expect(grown.file!.entries.map(({ code, name, level1, level2 }) => [code, name, level1, level2])).toEqual([
      ['A1101', '培训人数', 'output', 'quantity'],
      ['A3101', '学员满意度', 'satisfaction', 'serviceSatisfaction'],
    ]);
  });

  test('不完整的文件', async () =>
    expect((await refusalOf(encodeText('{"version":1,"entries":[', 'utf8'), '库.json')).message).toBe(
      '文件“库.json”不是完整的 JSON 文件，无法读取。',
    ));
});

describe('工作簿', () => {
  test('按内容读，不看扩展名', async () => {
    const cells = Object.fromEntries(
      TABLE.flatMap((row, index) => row.map((text, column) => [`${'ABCD'[column]}${index + 1}`, text])),
    );
    expect(await namesIn(buildXlsx({ sheets: [{ name: '库', cells }] }), '指标库.csv')).toEqual(NAMES);
    expect(await namesIn(encodeText(separated(','), 'gb18030'), '指标库.xlsx')).toEqual(NAMES);
  });

  test.each([
    [
      '网页改名的 .xls',
      () => strToU8('<html><table><tr><td>编码</td></tr></table></html>'),
      '实际上是网页文件，不是 Excel 工作簿。',
    ],
    [
      'XML 表格',
      () => strToU8('<?xml version="1.0"?><Workbook></Workbook>'),
      '实际上是 XML 文本文件，不是 Excel 工作簿。',
    ],
    ['旧版 .xls', () => compoundFile('Workbook'), '是旧版格式（.xls 或 .et），无法读取。'],
    ['有密码', () => compoundFile('EncryptedPackage'), '有密码保护，无法读取。'],
    ['空文件', () => new Uint8Array(0), '是空文件（0 字节），没有可读取的内容。'],
    ['别的压缩包', () => zipSync({ 'a.txt': strToU8('a') }), '是压缩包，但其中没有 Excel 工作簿。'],
    [
      '.ods',
      () =>
        zipSync({
          mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
          'content.xml': strToU8('<a/>'),
        }),
      '是 OpenDocument 表格（.ods），无法读取。',
    ],
    [
      '图片',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 8]),
      '不是表格，也不是指标库文件，无法读取。',
    ],
  ])('%s', async (_, bytes, message) => {
    const refused = await refusalOf(bytes(), '指标库.xls');
    expect(refused.message).toBe(`文件“指标库.xls”${message}`);
    expect(refused.advice).not.toBe('');
  });

  test('过大的文件在读取之前就拒绝', async () => {
    const message = `文件“大.xlsx”超过${MOST_MEGABYTES} MB，没有读取。`;
    expect(() => refuseLargeFile('大.xlsx', 200 * 1024 * 1024)).toThrow(message);
    expect(() => refuseLargeFile('大.xlsx', 20 * 1024 * 1024)).not.toThrow();
    expect((await refusalOf(new Uint8Array(200 * 1024 * 1024), '大.xlsx')).message).toBe(message);
  });
});
