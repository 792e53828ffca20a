import fc from 'fast-check';
import { catalogueFileSchema, explainEntryIssue, readEntry } from '../../../src/core/catalogue/catalogue-file';
import { KNOWN_CODE_SCHEMES } from '../../../src/core/catalogue/code-schemes';
import zhuhaiFile from '../../../assets/catalogues/zhuhai-observed.json';

const entrySchema = catalogueFileSchema.shape.entries.element;

const RIGHT: Readonly<Record<string, unknown>> = {
  code: 'gx010101',
  name: '培训班次',
  level1: 'output',
  level2: 'quantity',
  unit: '期',
  kind: 'count',
  direction: 'higher',
  explanation: '解释',
  aliases: ['培训期数'],
  year: 2024,
  source: '来源',
};

const oddValues = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  '甲',
  '长'.repeat(201),
  '12',
  '１２３４',
  12345,
  2024.5,
  1989,
  NaN,
  true,
  [],
  [''],
  ['甲', 1],
  {},
  'output',
  'quality',
  'yes-no',
  'lower',
);

describe('条目', () => {
  test('快速读取与格式定义一致', () => {
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(RIGHT), 'units', '__proto__'), oddValues, {
      maxKeys: 4,
    });
    const removed = fc.subarray(Object.keys(RIGHT));
    const entries = fc.oneof(
      {
        weight: 9,
        arbitrary: fc.tuple(changes, removed).map(([change, keys]) => {
          const entry: Record<string, unknown> = { ...RIGHT, ...change };
          for (const key of keys) if (!(key in change)) delete entry[key];
          return entry;
        }),
      },
      { weight: 1, arbitrary: oddValues },
    );
    fc.assert(
      fc.property(entries, (entry) => {
        const expected = entrySchema.safeParse(entry);
        const found = readEntry(entry);
        expect(found.success).toBe(expected.success);
        if (expected.success && found.success) expect(found.data).toEqual(expected.data);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [{ ...RIGHT, year: '2024' }, '年度（year）应为1990至2100的整数'],
    [{ ...RIGHT, aliases: '甲' }, '别名（aliases）应为文字的列表'],
    [{ ...RIGHT, kind: '数量' }, '取值类型（kind）应为 count、rate、date、yes-no、text 之一'],
    [{ ...RIGHT, name: undefined }, '名称（name）应为1至200个字'],
    [{ ...RIGHT, units: '家' }, '有不认识的项目'],
    [7, '应当有编码（code）和名称（name）'],
  ])('第%#个：说出哪里不对', (entry, message) => {
    const read = readEntry(entry);
    expect(read.success ? null : explainEntryIssue(read.error.issues[0])).toBe(message);
  });
});

describe('编码规则', () => {
  const [nineDigits] = KNOWN_CODE_SCHEMES;

  test('内置指标库用的是已知的规则', () =>
    expect(catalogueFileSchema.parse(zhuhaiFile).codeScheme).toEqual(nineDigits));
});
