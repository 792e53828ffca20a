import { catalogueFileSchema } from '../../../src/core/catalogue/catalogue-file';
import { splitCode } from '../../../src/core/catalogue/code-scheme';
import { isNamed, parseCatalogue, type IndicatorCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import zhuhaiFile from '../../../assets/catalogues/zhuhai-observed.json';
import { LINEAR_WORK_MS } from '../../support/time-limits';

const common = {
  version: 1,
  id: 'common',
  name: '共性指标',
  source: '测试',
  isComplete: true,
  codeScheme: {
    prefix: 'gx',
    parts: [
      { meaning: 'scenario', length: 2 },
      { meaning: 'level2', length: 2 },
      { meaning: 'serial', length: 2 },
    ],
    isLevel2WithinLevel1: false,
    level1: {},
    level2: { '01': 'quantity', '02': 'quality', '09': 'serviceSatisfaction' },
  },
  entries: [
    { code: 'gx010101', name: '培训班次(会议次数)', level1: 'output', level2: 'quantity', unit: '期', kind: 'count' },
    { code: 'gx010102', name: '培训(参会)人次', aliases: ['参训人次'] },
    { code: 'gx020101', name: '开展研究项目数量' },
    { code: 'gx030101', name: '开展研究项目数量' },
    { code: 'gx040101', name: '(新建/改建/修缮)校舍面积' },
    { code: 'gx050101', name: '落实“两免一补”(是/否)' },
  ],
};

const codesNamed = (catalogue: IndicatorCatalogue, name: string): readonly string[] =>
  catalogue.findByName(name).map(({ code }) => code);

describe('指标库', () => {
  const catalogue = parseCatalogue(common);

  test('按编码查，不分大小写', () => {
    expect(catalogue.findByCode('GX010101')).toEqual({
      code: 'gx010101',
      name: '培训班次(会议次数)',
      level1: 'output',
      level2: 'quantity',
      unit: '期',
      kind: 'count',
      direction: null,
      explanation: null,
      aliases: [],
      year: null,
      source: null,
    });
    expect(catalogue.findByCode('gx990101')).toBeUndefined();
    expect(catalogue.findByCode('__proto__')).toBeUndefined();
  });

  test.each([
    ['培训班次（会议次数）', ['gx010101']],
    [' 培训班次 ', ['gx010101']],
    ['参训人次', ['gx010102']],
    ['开展研究项目数量', ['gx020101', 'gx030101']],
    ['校舍面积', ['gx040101']],
    ['修缮校舍面积', ['gx040101']],
    ['（新建、改建、修缮）校舍面积', ['gx040101']],
    ['落实两免一补', ['gx050101']],
    ['开展研究项目数量（含结转）', ['gx020101', 'gx030101']],
    ['研究项目数量', []],
    ['是落实“两免一补”', []],
    ['', []],
  ])('按名称查：“%s”', (name, codes) => expect(codesNamed(catalogue, name)).toEqual(codes));

  test('同一名称的各种写法', () => {
    const [entry] = catalogue.findByName('校舍面积');
    expect(isNamed(entry, '(新建/改建/修缮)校舍面积')).toBe(true);
    expect(isNamed(entry, '校舍面积（平方米）')).toBe(true);
    expect(isNamed(entry, '拆除校舍面积')).toBe(false);
  });

  test('十万条也很快', () => {
    const entries = Array.from({ length: 100000 }, (_, index) => ({
      code: `111${100000 + index}`,
      name: `第${index}类设备数量`,
    }));
    const start = Date.now();
    const large = parseCatalogue({ ...common, entries });
    expect(codesNamed(large, '第99999类设备数量')).toEqual(['111199999']);
    const loaded = Date.now() - start;
    for (let index = 0; index < 100000; index += 1) large.findByCode(`111${100000 + index}`);
    expect(Date.now() - start - loaded).toBeLessThan(LINEAR_WORK_MS);
    expect(loaded).toBeLessThan(LINEAR_WORK_MS);
  });
});

describe('不合格式的文件', () => {
  test.each([
    [null, /^指标库不符合格式：应当是一个 JSON 对象。$/],
    [{ ...common, id: '共性' }, /^指标库不符合格式：id（.*）。$/],
    [{ ...common, entries: { code: '1234' } }, /^指标库不符合格式：entries 应当是条目的列表。$/],
    [
      { ...common, entries: [{ code: '12', name: '甲' }] },
      /^指标库不符合格式：第1条编码（code）应为4至16位数字，前面最多有4个字母，并且是文本。$/,
    ],
    [
      { ...common, entries: [...common.entries, { code: 'gx010109', name: '甲', level2: '数量指标' }] },
      /^指标库不符合格式：第7条二级指标（level2）应为 quantity、.* 之一。$/,
    ],
    [
      { ...common, entries: [{ code: 'gx010101', name: '甲', units: '个' }] },
      /^指标库不符合格式：第1条有不认识的项目。$/,
    ],
    [{ ...common, entries: ['gx010101'] }, /^指标库不符合格式：第1条应当有编码（code）和名称（name）。$/],
    [
      { ...common, entries: [...common.entries, { code: 'GX010101', name: '甲' }] },
      /^指标库不符合格式：编码“GX010101”出现了两次。$/,
    ],
  ])('第%#个', (file, message) => expect(() => parseCatalogue(file)).toThrow(message));
});

describe('编码规则', () => {
  const scheme = (file: unknown) => {
    const { codeScheme } = catalogueFileSchema.parse(file);
    if (codeScheme === null) throw new Error('no scheme');
    return codeScheme;
  };

  test.each([
    ['111002681', { level1Digits: '1', level2Digits: '11', level1: 'output', level2: 'quantity', isPossible: true }],
    ['211003386', { level1Digits: '2', level2Digits: '11', level1: 'benefit', level2: 'quantity', isPossible: false }],
    ['991000001', { level1Digits: '9', level2Digits: '91', level1: null, level2: null, isPossible: true }],
    ['11100268', null],
    ['gx0101', null],
    ['１１１００２６８１', null],
  ])('珠海：%s', (code, expected) => expect(splitCode(code, scheme(zhuhaiFile))).toEqual(expected));

  test.each([
    [
      'gx010901',
      { level1Digits: '', level2Digits: '09', level1: null, level2: 'serviceSatisfaction', isPossible: true },
    ],
    ['GX019901', { level1Digits: '', level2Digits: '99', level1: null, level2: null, isPossible: true }],
    ['111002681', null],
    ['gx01010a', null],
  ])('共性：%s', (code, expected) => expect(splitCode(code, scheme(common))).toEqual(expected));
});

describe('内置的珠海指标', () => {
  const catalogue = parseCatalogue(zhuhaiFile);

  test('是所见而非全部，编码都合规则', () => {
    expect(catalogue.isComplete).toBe(false);
    expect(catalogue.entries.length).toBe(46);
    const { codeScheme } = catalogue;
    for (const { code, level1, level2 } of catalogue.entries) {
      expect(codeScheme && splitCode(code, codeScheme)).toMatchObject({ level1, level2, isPossible: true });
    }
  });

  test('率和满意度是比率，是/否是判断，其余的不猜', () => {
    for (const { name, kind } of catalogue.entries) {
      if (/(?:率|满意度)$/.test(name)) expect([name, kind]).toEqual([name, 'rate']);
      else if (/是\/否/.test(name)) expect([name, kind]).toEqual([name, 'yes-no']);
      else if (!/(?:数|数量|次数|人数|面积)$/.test(name)) expect([name, kind]).toEqual([name, null]);
    }
    expect(catalogue.findByCode('111002681')).toMatchObject({ name: '扶持企业数量', kind: 'count', unit: '家' });
  });
});
