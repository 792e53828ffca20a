import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import {
  findQuantities,
  formatCostList,
  holdsMoney,
  parseCostList,
  readWrittenAmounts,
  type WritableItem,
} from '../../../../src/core/values/cost-list';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

describe('parseCostList', () => {
  test('位置是原文的位置', () => {
    const text = '１．培训费：２０万元；\n２．  宣传费（含税）３０万元。';
    const { items } = parseCostList(text);
    expect(items.map(({ start, end }) => text.slice(start, end))).toEqual([
      '培训费：２０万元',
      '宣传费（含税）３０万元',
    ]);
  });

  test.each([
    ['保安3人*5000元/月*12个月', '12'],
    ['讲解服务1.26万元*12', '12'],
    ['租金5万元/季度×4季度', '4'],
    ['设备10台×5000元', '1'],
  ])('“%s”的时间系数是%s', (text, factor) => {
    expect(parseCostList(text).items.map(({ periodFactor }) => periodFactor.toString())).toEqual([factor]);
  });

  test.each([
    ['1.设备费30万元；2.材料费20万元。合计60万元', '600000'],
    ['本项目申请预算80万元，包括：1.设备费30万元；2.材料费20万元', '800000'],
    ['设备费30万元；材料费20万元', undefined],
    ['1.硬件：主机6万元、显示器4万元，小计10万元；2.软件5万元', undefined],
  ])('“%s”写明的总数是%s', (text, total) => expect(parseCostList(text).total?.toString()).toBe(total));

  test.each([
    ['设备费30万元、材料费20万元等', true],
    ['主要包括：设备费30万元；材料费20万元', true],
    ['项目资金60万元，其中：\n1.设备费30万元\n2.材料费20万元', true],
    ['水电等费用30万元；材料费20万元', false],
    ['设备费30万元（其中运费1万元）；材料费20万元', false],
  ])('“%s”可能没有列全：%s', (text, isOpen) => expect(parseCostList(text).isOpen).toBe(isOpen));

  test('多级编号各在其层', () => {
    const text = '一、人员经费\n（一）工资\n1.在编30万元\n2.聘用20万元\n（二）社保15万元\n二、设备购置12万元';
    expect(parseCostList(text).items.map(({ label, depth }) => [label, depth])).toEqual([
      ['在编', 2],
      ['聘用', 2],
      ['社保', 1],
      ['设备购置', 0],
    ]);
  });

  test('太长的文字只读开头，不说能相加', () => {
    const { doubt, items } = parseCostList(`设备费30万元；材料费20万元；${'x'.repeat(20000)}`);
    expect(doubt).toBe('unreadable');
    expect(items).toHaveLength(2);
  });

  const amount = fc.integer({ min: 1, max: 99999999 }).map((cents) => new Decimal(cents).dividedBy(100));
  const label = fc.constantFrom('保安服务费', '图书采购', '系统运维', '讲师费', '印刷费', '绿化养护');
  const unit = fc.constantFrom('人', '次', '台', '平方米', '个月', '套');
  const quantity = fc.record({
    number: fc.integer({ min: 1, max: 5000 }).map((number) => new Decimal(number)),
    highest: fc.constant(null),
    unit,
  });
  const plain = fc.record({ label, amount, unitPrice: fc.constant(null), quantities: fc.constant([]) });
  const product = fc
    .record({
      label,
      price: amount,
      per: fc.uniqueArray(unit, { maxLength: 3 }),
      quantities: fc.array(quantity, { minLength: 1, maxLength: 3 }),
    })
    .map(({ price, per, quantities, ...rest }) => ({
      ...rest,
      amount: quantities.reduce((all, { number }) => all.times(number), price),
      unitPrice: { amount: price, highest: null, per },
      quantities,
    }))
    .filter((item) => item.amount.lessThan('1e14'));
  const price = fc
    .record({ label, price: amount, per: fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }) })
    .map(({ label: name, price: one, per }) => ({
      label: name,
      amount: null,
      unitPrice: { amount: one, highest: null, per },
      quantities: [],
    }));

  test('写出的清单读回来还是它', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof<fc.Arbitrary<WritableItem>[]>(plain, product, price), { minLength: 1, maxLength: 30 }),
        (items) => {
          const read = parseCostList(formatCostList(items)).items;
          expect(read.map(plainOf)).toEqual(items.map(plainOf));
          expect(read.every(({ role }) => role === 'item')).toBe(true);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test('各不相同的支出能相加，合计等于各项之和', () => {
    const names = ['保安服务费', '图书采购', '系统运维', '讲师费', '印刷费'];
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 5 }), (amounts) => {
        const items = amounts.map((one, index) => ({
          label: names[index],
          amount: one,
          unitPrice: null,
          quantities: [],
        }));
        const sum = amounts.reduce((all, one) => all.plus(one));
        expect(parseCostList(formatCostList(items)).sum?.toString()).toBe(sum.toString());
      }),
      { seed: 7 },
    );
  });

  test('任何文字都读得完，位置都在文字之内', () => {
    const piece = fc.constantFrom(
      '1',
      '0',
      '.',
      ',',
      '，',
      '；',
      '。',
      '（',
      '）',
      '(',
      ')',
      '元',
      '万',
      '万元',
      '*',
      '×',
      '=',
      '+',
      '-',
      '/',
      '人',
      '月',
      '一、',
      '1.',
      '（1）',
      '①',
      '其中',
      '合计',
      '每',
      '费',
      '约',
      '%',
      ' ',
      '\n',
      '<',
      '年',
      '第',
      '共',
      '贰',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 }),
        (pieces) => {
          const text = pieces.join('');
          for (const { start, end } of parseCostList(text).items) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { seed: 7, numRuns: 1000 },
    );
  });
});

test('很长的文字也很快', () => {
  const pieces = [
    '1',
    '1.',
    '1,',
    '一、',
    '一是',
    '费',
    ',',
    '(',
    '（）',
    ' ',
    '(1)',
    '①3元',
    '9万',
    '9万元*',
    '9万元+',
    '(9万元)',
    '9元/人',
    '9元/人/',
    '每',
    '每人',
    '其中',
    '1万元一',
    '元',
    'x',
    '3*',
    '0-',
    '1.2.',
    '第',
    '合计9元',
    '共计',
    '、',
    '\n1.',
    '9.9元;',
    '年',
    '2024年',
    '=',
  ];
  for (const piece of pieces) {
    for (const text of [piece.repeat(100000).slice(0, 100000), `用于${piece}`.repeat(30000)]) {
      for (const read of [parseCostList, holdsMoney, findQuantities, readWrittenAmounts]) {
        const started = Date.now();
        read(text);
        expect([piece, Date.now() - started < LINEAR_WORK_MS]).toEqual([piece, true]);
      }
    }
  }
});

test.each([
  ['设备费8万元', true],
  ['800元/人/次', true],
  ['聘用12人，工资5000/人/月', true],
  ['￥50,000.00', true],
  ['RMB 5000', true],
  ['人均叁佰元，共计五万元', true],
  ['保安费65W', true],
  ['网络费：200*12*5=12000', true],
  ['（单位：万元）设备购置50；培训5', true],
  ['名称 数量 单价 金额\n电脑 10 5000 50000', true],
  ['50万美元', true],
  ['举办培训2场。', false],
  ['按照36名聘用人员岗位测算', false],
  ['元旦、元宵慰问300户', false],
  ['根据2025年3月在册情况计算。', false],
  ['按预算单价测算', false],
  ['服务群众5万人', false],
  ['一元化管理', false],
  ['', false],
])('“%s”写有金额：%s', (text, expected) => expect(holdsMoney(text)).toBe(expected));

test.each([
  ['36名人员，5-7个项目，每月3场', ['36名', '5~7个', '3场']],
  ['绿化1.2万平方米、树木300余棵', ['12000平方米', '300棵']],
  ['2024年8月31日，第3期，95%，12345热线，5G', []],
])('“%s”里的数量', (text, expected) => {
  const shown = findQuantities(text).map(
    ({ number, highest, unit }) => `${number}${highest ? `~${highest}` : ''}${unit}`,
  );
  expect(shown).toEqual(expected);
});

test.each([
  [
    '收入3,460 万元，人员支出１２８０万',
    [
      [true, '万元', ['3,460']],
      [true, '万', ['1280']],
    ],
  ],
  [
    '2023年参训12,000人次，50-60万元',
    [
      [false, '人次', ['12,000']],
      [true, '万元', ['50', '60']],
    ],
  ],
])('“%s”里数的写法', (text, expected) => {
  expect(readWrittenAmounts(text).map(({ isMoney, unit, digits }) => [isMoney, unit, digits])).toEqual(expected);
});

function plainOf({ label, amount, unitPrice, quantities }: WritableItem): unknown {
  return [
    label,
    amount && amount.toString(),
    unitPrice && [unitPrice.amount.toString(), unitPrice.per],
    quantities.map(({ number, unit }) => `${number}${unit}`),
  ];
}
