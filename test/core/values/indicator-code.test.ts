import { parseCodedName } from '../../../src/core/values/indicator-code';

describe('parseCodedName', () => {
  test('规范写法', () => {
    expect(parseCodedName(' 111000101-图书采购数量 ')).toEqual({
      code: '111000101',
      name: '图书采购数量',
      isCanonical: true,
      isWideOnly: false,
    });
  });

  test.each([
    ['１１１０００１０１－图书采购数量', '111000101', '图书采购数量', true],
    ['111000101：图书采购数量', '111000101', '图书采购数量', false],
    ['111000101 (新建)书屋数', '111000101', '(新建)书屋数', false],
    ['1110001-图书采购数量', '1110001', '图书采购数量', false],
    ['111000101-', '111000101', '', false],
  ])('写法不规范：%s', (text, code, name, isWideOnly) => {
    expect(parseCodedName(text)).toEqual({ code, name, isCanonical: false, isWideOnly });
  });

  test.each([
    ['gx010101-培训班次', 'gx010101', '培训班次', true, false],
    ['ＧＸ010101_培训班次', 'gx010101', '培训班次', false, false],
    ['GX010101 培训班次', 'gx010101', '培训班次', false, false],
    ['gx０１０１０１－培训班次', 'gx010101', '培训班次', false, true],
  ])('共性指标的编码：%s', (text, code, name, isCanonical, isWideOnly) => {
    expect(parseCodedName(text)).toEqual({ code, name, isCanonical, isWideOnly });
  });

  test.each([
    '图书采购数量',
    'gx型号设备采购数量',
    'GB50011-抗震设防达标率',
    '',
    '12345热线接通率',
    '2025年培训场次',
    '20251231-前完成',
    '202512-起运行',
    '100000册图书',
    '1110001011110-甲',
  ])('不是编码：%s', (text) => expect(parseCodedName(text)).toBeUndefined());
});
