import { parseCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import { searchCatalogue, wantsReadings } from '../../../../src/core/catalogue/searching';

const CATALOGUE = parseCatalogue({
  version: 1,
  id: 'search',
  name: '查找',
  source: '测试',
  isComplete: true,
  codeScheme: null,
  entries: [
    { code: '111000301', name: '新增扶持企业数', level2: 'quantity' },
    { code: '111002681', name: '扶持企业数量', level2: 'quantity' },
    { code: '112000301', name: '企业满意率', level2: 'quality' },
    { code: '222000104', name: '5G基站覆盖率', level2: 'socialBenefit', aliases: ['第五代基站密度'] },
    { code: 'gx010101', name: '绿化（面积）', level2: null },
    { code: '111000999', name: '重庆银行网点', level2: 'quantity' },
    { code: '111000998', name: '重点工程', level2: 'quantity' },
  ],
});

const READINGS: Readonly<Record<string, readonly string[]>> = {
  扶: ['fu'],
  持: ['chi'],
  企: ['qi'],
  业: ['ye'],
  数: ['shu', 'shuo'],
  量: ['liang'],
  新: ['xin'],
  增: ['zeng'],
  满: ['man'],
  意: ['yi'],
  率: ['lv', 'shuai'],
  基: ['ji'],
  站: ['zhan'],
  绿: ['lv', 'lu'],
  化: ['hua'],
  重: ['zhong', 'chong'],
  庆: ['qing'],
  银: ['yin'],
  行: ['xing', 'hang'],
  点: ['dian'],
};

function found(text: string, level2: 'quantity' | 'quality' | null = null, limit = 10): string[] {
  const readings = (character: string): readonly string[] => READINGS[character] ?? [];
  return searchCatalogue(CATALOGUE, { text, level2, limit }, readings).map(({ name }) => name);
}

const ALL = CATALOGUE.entries.map(({ name }) => name);

describe('by code', () => {
  test.each([
    ['111002681', ['扶持企业数量']],
    ['１１１００２６８１', ['扶持企业数量']],
    ['1110003', ['新增扶持企业数']],
    ['GX01', ['绿化（面积）']],
    ['111002681-扶持企业数量', ['扶持企业数量']],
    // Three digits and more are looked for within codes too, after those that begin with them.
    ['111000', ['重点工程', '重庆银行网点', '新增扶持企业数']],
    ['301', ['企业满意率', '新增扶持企业数']],
    ['81', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));
});

describe('by name', () => {
  test.each([
    // What begins with it before what holds it, short before long.
    ['扶持企业', ['扶持企业数量', '新增扶持企业数']],
    ['企业', ['企业满意率', '扶持企业数量', '新增扶持企业数']],
    ['企业 扶持', ['扶持企业数量', '新增扶持企业数']],
    ['数量　扶持', ['扶持企业数量']],
    ['绿化面积', ['绿化（面积）']],
    ['第五代', ['5G基站覆盖率']],
    ['５ｇ', ['5G基站覆盖率']],
    ['图书', []],
    ['扶持 图书', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));
});

describe('by pinyin', () => {
  test.each([
    ['fcqy', ['扶持企业数量', '新增扶持企业数']],
    ['FCQYSL', ['扶持企业数量']],
    ['fuchi', ['扶持企业数量', '新增扶持企业数']],
    ['fuchiqy', ['扶持企业数量', '新增扶持企业数']],
    ['fuchiqiyeshul', ['扶持企业数量']],
    ['fcqyshl', ['扶持企业数量']],
    ['扶持qy', ['扶持企业数量', '新增扶持企业数']],
    ['5gjz', ['5G基站覆盖率']],
    ['lvhua', ['绿化（面积）']],
    ['luhua', ['绿化（面积）']],
    // Any reading of a character.
    ['cqyh', ['重庆银行网点']],
    ['zqyx', ['重庆银行网点']],
    ['zhongd', ['重点工程']],
    ['myl', ['企业满意率']],
    ['fuciq', []],
    ['xyz', []],
    ['f'.repeat(40), []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));

  test('without readings only what stands there is found', () => {
    const search = (text: string) =>
      searchCatalogue(CATALOGUE, { text, level2: null, limit: 10 }, null).map(({ name }) => name);
    expect(search('fcqy')).toEqual([]);
    expect(search('5G')).toEqual(['5G基站覆盖率']);
    expect(['fcqy', 'ｆｃ', '扶持', '111', ''].map(wantsReadings)).toEqual([true, true, false, false, false]);
  });
});

describe('what is shown of it', () => {
  test('nothing typed: the first of the catalogue', () => {
    expect(found(' ', null, 3)).toEqual(ALL.slice(0, 3));
    expect(found('（）')).toEqual(ALL);
    expect(found('', null, 0)).toEqual([]);
  });

  test('of one second level, with those whose level is not known', () => {
    expect(found('', 'quality')).toEqual(['企业满意率', '绿化（面积）']);
    expect(found('qy', 'quality')).toEqual(['企业满意率']);
  });

  test('no more than wanted, and those the best ones', () => {
    expect(found('企业', null, 2)).toEqual(['企业满意率', '扶持企业数量']);
    expect(found('企业', null, 0)).toEqual([]);
  });
});
