import fc from 'fast-check';
import { readMoneyStatements } from '../../../../src/core/values/money-sentences/read-money-statements';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

/** "label=number元" of each amount; lists as "total(strength): parts"; comparisons as "value: base, change, rate". */
function summary(text: string): { amounts: string[]; lists: string[]; comparisons: string[] } {
  const { amounts, lists, comparisons } = readMoneyStatements(text);
  const sign = (direction: number): string => (direction > 0 ? '+' : direction < 0 ? '-' : '±');
  return {
    amounts: amounts.map(
      ({ label, lead, mark }) => `${lead}${label}=${mark.isExact ? '' : '约'}${mark.number.toFixed()}`,
    ),
    lists: lists.map(
      ({ total, strength, parts, isUnclear, isClosed }) =>
        `${total.label}(${strength}${isUnclear ? ',unclear' : ''}${isClosed ? '' : ',open end'}): ${parts.map(({ label }) => label).join('+')}`,
    ),
    comparisons: comparisons.map(({ value, label, baseYear, base, change, rate, isFlat }) =>
      [
        value ? value.label : `[${label}]`,
        `~${baseYear}`,
        base ? `base ${base.number.toFixed()}` : '',
        change ? `${sign(change.direction)}${change.mark.number.toFixed()}` : '',
        rate ? `${sign(rate.direction)}${rate.mark.number.toFixed()}%` : '',
        isFlat ? 'flat' : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
  };
}

test.each([
  [
    '2025年部门预算收入 1,320 万元，比 2024 年增加 120 万元，增长 10%。',
    ['2025年部门预算收入=13200000'],
    [],
    ['2025年部门预算收入 ~2024 +1200000 +10%'],
  ],
  [
    '支出预算1,320.00万元，其中：基本支出820.00万元，占62.12%；项目支出500.00万元，占37.88%。',
    ['支出预算=13200000', '基本支出=8200000', '项目支出=5000000'],
    ['支出预算(among): 基本支出+项目支出'],
    [],
  ],
  [
    '预算850万元，包括甲30万元、乙292万元，丙528万元。',
    ['预算=8500000', '甲=300000', '乙=2920000', '丙=5280000'],
    ['预算(complete): 甲+乙+丙'],
    [],
  ],
  [
    '预算850万元，主要包括：甲30万元、乙292万元。',
    ['预算=8500000', '甲=300000', '乙=2920000'],
    ['预算(open): 甲+乙'],
    [],
  ],
  [
    '预算850万元，包括：甲30万元、乙292万元等。',
    ['预算=8500000', '甲=300000', '乙=2920000'],
    ['预算(open): 甲+乙'],
    [],
  ],
  [
    '2.公务接待费。2025年预算数0.8万元，比2024年预算数2万元减少1.2万元。',
    ['2.公务接待费2025年预算数=8000'],
    [],
    ['2025年预算数 ~2024 base 20000 -12000'],
  ],
  ['演出经费6万元，同比增长20%，原因是场次增加2万元。', ['演出经费=60000'], [], ['演出经费 ~null +20%']],
  ['演出经费6万元，与上年5万元基本持平。', ['演出经费=60000'], [], ['演出经费 ~last base 50000 flat']],
  ['演出经费6万元，比上年增加（减少）1万元。', ['演出经费=60000'], [], ['演出经费 ~last ±10000']],
  ['公务接待费较上年下降25%。', [], [], ['[公务接待费] ~last -25%']],
  ['演出经费6万元，比上年增加1万元（增长20%）。', ['演出经费=60000'], [], ['演出经费 ~last +10000 +20%']],
  ['单价50万元以上设备3台，人均5万元/年，超过100万元的项目2个。', [], [], []],
  ['经费由5万元增加到6万元。', [], [], []],
  [
    '收入约1,300万元，支出1,300余万元，结余10-20万元。',
    ['收入约=约13000000', '支出=约13000000', '结余10-=约200000'],
    [],
    [],
  ],
  ['收入1.2亿元，支出13,200,000元，结余-5千元。', ['收入=120000000', '支出=13200000', '结余=-5000'], [], []],
  ['预算５０万元，其中：甲２０万元，', ['预算=500000', '甲=200000'], ['预算(among,open end): 甲'], []],
  ['2025年计划新增车辆0辆，召开会议3次，覆盖率100%。', [], [], []],
])('%s', (text, amounts, lists, comparisons) => {
  expect(summary(text)).toEqual({ amounts, lists, comparisons });
});

const PIECES =
  '收入预算 项目支出 公务接待费 2025年 2024年 上年 比 较 与 增加 减少 增长 下降 持平 万元 元 亿元 % 个百分点 包括 其中 主要包括 分别为 由 组成 等 ， 、 ； 。 ： （ ） ( ) “ ” \n 1 20 3.5 1,320 0 -5 约 无'.split(
    ' ',
  );
const texts = fc.array(fc.constantFrom(...PIECES, ' ', '　'), { maxLength: 80 }).map((pieces) => pieces.join(''));

test('金额的位置与原文一致', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { amounts, comparisons, offsetOf } = readMoneyStatements(text);
      for (const { mark, start } of amounts) {
        expect(text.slice(offsetOf(mark.start), offsetOf(mark.end - 1) + 1).replace(/\s/g, '')).toMatch(
          /^-?[0-9].*元$/,
        );
        expect(offsetOf(start)).toBeLessThanOrEqual(offsetOf(mark.start));
      }
      for (const { start, end } of comparisons) expect(offsetOf(start)).toBeLessThan(offsetOf(end));
    }),
  );
});

test('空格不改变读到的内容', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const spaced = text.replace(/[^\n]/g, '$& ').trim();
      expect(summary(spaced)).toEqual(summary(text.replace(/[ \u3000]/g, '')));
    }),
  );
});

test('任何文本都不出错', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readMoneyStatements(text)));
});

test.each([
  ['一句话里的长列表', `预算1万元，包括${'甲项目3.5万元、'.repeat(12000)}`],
  ['层层其中', '预算10万元，其中甲5万元，'.repeat(8000)],
  ['许多比较', `包括甲1万元，${'乙2万元，比上年增加1万元，增长5%，'.repeat(5000)}`],
  ['许多小句', '与上年相比，'.repeat(17000)],
  ['许多括号', '（'.repeat(50000) + '）'.repeat(50000)],
  ['长数字', '1,'.repeat(50000)],
  ['没有标点', '比上年预算'.repeat(20000)],
  ['许多无', '无公务接待费'.repeat(17000)],
])('十万字之内读完：%s', (_name, text) => {
  const start = Date.now();
  readMoneyStatements(text);
  expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
});
