import fc from 'fast-check';
import { findCountedThings } from '../../../../src/core/values/counted-things/find-counted-things';
import { holdsQuantity } from '../../../../src/core/values/counted-things/holds-quantity';
import { describeThing } from './describe-thing';
import { INVENTED_TEXTS } from './invented-texts';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

const PIECES = [
  '举办培训',
  '5场',
  '1,200人次',
  '不少于',
  '以上',
  '每月',
  '，',
  '。',
  '、',
  '（',
  '）',
  '《',
  '》',
  '“',
  '”',
  '2025年',
  '12月31日',
  '第',
  '约',
  '余',
  '×',
  '+',
  '-',
  '/',
  '%',
  '元',
  '万',
  '二十三家',
  '〔2021〕5号',
  '.',
  '3.5',
  ' ',
  '\n',
];

describe('文字里的数量', () => {
  test.each(INVENTED_TEXTS)('%s', (text, things) => {
    expect(findCountedThings(text).map(describeThing)).toEqual(things);
  });

  test('写法原样引用，位置指向数字', () => {
    const text = '　2025年，全年举办推介会不少于 5 场；引进企业20家以上。';
    const found = findCountedThings(text).map(({ phrase, quote, offset }) => [phrase, quote, text.charAt(offset)]);
    expect(found).toEqual([
      ['全年举办推介会不少于 5 场', '不少于 5 场', '5'],
      ['引进企业20家以上', '20家以上', '2'],
    ]);
  });

  test('全角数字和字母', () => {
    expect(findCountedThings('采购电脑２０台，路灯１．２万盏').map(describeThing)).toEqual([
      '采购电脑 20台 !',
      '路灯 1.2万盏 !',
    ]);
  });

  test('任何文字都不出错，引用是原文的一段', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join('');
        for (const { quote, phrase, offset, number } of findCountedThings(whole)) {
          expect(whole).toContain(quote);
          expect(phrase).toContain(quote);
          expect(offset).toBeLessThan(whole.length);
          expect(Number.isFinite(Number(number))).toBe(true);
        }
        holdsQuantity(whole);
      }),
      { numRuns: 500 },
    );
  });

  test('十万字在一秒之内', () => {
    for (const piece of [
      '1',
      '5场',
      '1,',
      '(1场',
      '举办培训5场，',
      '5-',
      '“',
      '《',
      '约约5',
      '二十',
      '5场×',
      '1+',
      '每',
    ]) {
      const text = piece.repeat(Math.ceil(100000 / piece.length));
      const start = Date.now();
      findCountedThings(text);
      expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
    }
  });
});

describe('有没有数量', () => {
  test.each([
    '培训馆员120人',
    '合格率达到95%以上',
    '压缩至3个工作日',
    '争取资金2亿元',
    '全年零事故',
    '政策宣讲全覆盖',
    '开展两场演练',
    '营收翻一番',
    '24小时值守',
  ])('有：%s', (text) => expect(holdsQuantity(text)).toBe(true));

  test.each([
    '2025年加强队伍建设，提升服务水平。',
    '根据福办发〔2021〕2号文件，12月31日前完成。',
    '1.加强管理；2.提升服务；（3）优化环境。',
    '建设一企一档、“5+3+1”体系，推进第三次产业和5G应用。',
    '受理12345热线，落实三重一大，打造“15分钟”生活圈。',
    '落实《关于开展3项行动的通知》要求，做好全市三级政务服务体系工作。',
  ])('没有：%s', (text) => expect(holdsQuantity(text)).toBe(false));
});
