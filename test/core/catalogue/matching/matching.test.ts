import { parseCatalogue, type IndicatorCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import { matcherOf, type Match, type MatchQuery } from '../../../../src/core/catalogue/matching';
import { parseLevel2, type Level2 } from '../../../../src/core/forms/indicator-levels';
import zhuhaiFile from '../../../../assets/catalogues/zhuhai-observed.json';
import { OTHER } from './other-indicators';
import { SAME } from './same-indicators';

interface TestEntry {
  readonly name: string;
  readonly level2?: Level2;
  readonly aliases?: readonly string[];
  readonly unit?: string;
  readonly kind?: string;
}

const catalogueOf = (entries: readonly TestEntry[]): IndicatorCatalogue =>
  parseCatalogue({
    ...{ version: 1, id: 'test', name: '测试', source: '测试', isComplete: true, codeScheme: null },
    entries: entries.map((entry, index) => ({ code: String(111000001 + index), level2: 'quantity', ...entry })),
  });

const match = (entries: readonly TestEntry[], query: MatchQuery, limit?: number): Match =>
  matcherOf(catalogueOf(entries)).match(query, limit);

/** Decision, then name, score, reason and whether a hint for each candidate. */
const said = ({ decision, candidates }: Match): readonly unknown[] => [
  decision,
  ...candidates.map(({ entry, score, reason, isOtherLevel2 }) => [entry.name, score, reason, isOtherLevel2]),
];

const level2Of = (title: string): Level2 => {
  const { kind } = parseLevel2(title);
  if (kind === null) throw new Error(title);
  return kind;
};

describe('同一指标的不同写法可直接填', () => {
  test.each(SAME)('%s：“%s”即“%s”', (title, name, standard) => {
    const level2 = level2Of(title);
    const { decision, candidates } = match([{ name: standard, level2 }], { name, level2 });
    expect([decision, candidates[0].entry.name]).toEqual(['certain', standard]);
  });
});

describe('看似相同的另一指标决不直接填', () => {
  test.each(OTHER)('%s：“%s”不是“%s”', (title, name, standard) => {
    const level2 = level2Of(title);
    expect(match([{ name: standard, level2 }], { name, level2 }).decision).not.toBe('certain');
    expect(match([{ name: standard, level2: undefined }], { name, level2 }).decision).not.toBe('certain');
  });
});

describe('说明理由', () => {
  const query = (name: string, level2: Level2 | null = 'quantity'): MatchQuery => ({ name, level2 });

  test('名称相同', () => {
    expect(said(match([{ name: '扶持企业数量' }], query('1．扶持企业数量。')))).toEqual([
      'certain',
      ['扶持企业数量', 1, '名称相同', false],
    ]);
  });

  test('同义词', () => {
    expect(match([{ name: '聘请法律顾问人数' }], query('聘用法律顾问数量')).candidates[0].reason).toBe(
      '“聘用”即“聘请”',
    );
    expect(match([{ name: '设备验收通过率' }], query('设备验收合格率')).candidates[0].reason).toBe(
      '“合格率”即“通过率”',
    );
  });

  test('更具体的写法只供选择', () => {
    const { decision, candidates } = match([{ name: '聘请展厅工作人员数' }], query('聘用展厅讲解员人数'));
    expect([decision, candidates[0].reason]).toEqual(['likely', '“讲解员”近于“工作人员”']);
  });

  test('库中未提的、另有的', () => {
    const found = match(
      [{ name: '企业满意度', level2: 'serviceSatisfaction' }],
      query('参展企业满意度', 'serviceSatisfaction'),
    );
    expect([found.decision, found.candidates[0].reason]).toEqual(['likely', '“参展企业”近于“企业”']);
    const more = match([{ name: '开展专题招商工作次数' }], query('招商次数'));
    expect([more.decision, more.candidates[0].reason]).toEqual(['likely', '同为“招商”，库中另有“专题”']);
  });

  test('通用指标', () => {
    const found = match(
      [{ name: '任务完成及时率', level2: 'timeliness' }],
      query('商协会建设完成及时率', 'timeliness'),
    );
    expect([found.decision, found.candidates[0].reason]).toEqual(['likely', '库中为通用指标']);
  });
});

describe('二级指标', () => {
  const entries: readonly TestEntry[] = [
    { name: '提高城市知名度', level2: 'sustainableImpact' },
    { name: '城市绿化面积' },
  ];

  test('只在别的二级指标下有的，是提示，不填', () => {
    expect(said(match(entries, { name: '提升城市知名度', level2: 'socialBenefit' }))).toEqual([
      'none',
      ['提高城市知名度', 0.968, '“提升”即“提高”，在指标库中属可持续影响指标', true],
    ]);
  });

  test('别的二级指标下的排在后面', () => {
    const found = match(
      [
        { name: '培训完成率', level2: 'quality' },
        { name: '教师培训人数', level2: 'quantity' },
      ],
      { name: '培训完成率', level2: 'quantity' },
    );
    expect(found.decision).not.toBe('certain');
    expect(found.candidates[found.candidates.length - 1]).toMatchObject({ isOtherLevel2: true, score: 1 });
  });

  test('未分二级指标的条目到处可用', () => {
    const found = match([{ name: '城市绿化面积', level2: undefined }], {
      name: '城市绿化面积',
      level2: 'ecologicalBenefit',
    });
    expect(said(found)).toEqual(['certain', ['城市绿化面积', 1, '名称相同', false]]);
  });

  test('二级指标不明时，只有独一无二的同名条目才可直接填', () => {
    const same = [
      { name: '培训人数', level2: 'quantity' as const },
      { name: '培训人数', level2: 'socialBenefit' as const },
    ];
    expect(match(same, { name: '培训人数', level2: null }).decision).toBe('likely');
    expect(match(same, { name: '培训人数', level2: 'socialBenefit' }).decision).toBe('certain');
    expect(match(same.slice(1), { name: '培训人数', level2: null }).decision).toBe('certain');
    expect(match(same.slice(1), { name: '参训人数', level2: null }).decision).toBe('likely');
  });
});

describe('不止一个', () => {
  test('同名两条须由人选', () => {
    expect(match([{ name: '培训人数' }, { name: '培训人数' }], { name: '培训人数', level2: 'quantity' }).decision).toBe(
      'likely',
    );
  });

  test('两条意思都相同时，字面相同的优先，否则由人选', () => {
    const entries = [{ name: '图书购置数量' }, { name: '图书采购数量' }];
    const found = match(entries, { name: '图书采购数量', level2: 'quantity' });
    expect([found.decision, found.candidates[0].entry.name]).toEqual(['certain', '图书采购数量']);
    expect(match(entries, { name: '购买图书数量', level2: 'quantity' }).decision).toBe('likely');
  });

  test('候选的个数', () => {
    const entries = ['教师', '学生', '医生', '护士', '民警', '职工', '干部'].map((who) => ({ name: `培训${who}人数` }));
    const query: MatchQuery = { name: '培训人数', level2: 'quantity' };
    expect(match(entries, query).candidates).toHaveLength(5);
    expect(match(entries, query, 2).candidates).toHaveLength(2);
    expect(match(entries, query, 0).candidates).toEqual([]);
  });
});

describe('括号、别名、单位', () => {
  test('括号内可选的任一种', () => {
    const entries = [{ name: '(建设/改造/修缮/维护)工程任务完成率' }];
    for (const name of [
      '改造工程任务完成率',
      '修缮工程完成率',
      '工程任务完成率',
      '（建设、改造、修缮、维护）工程任务完成率',
    ]) {
      expect([name, match(entries, { name, level2: 'quantity' }).decision]).toEqual([name, 'certain']);
    }
    expect(match(entries, { name: '拆除工程任务完成率', level2: 'quantity' }).decision).not.toBe('certain');
  });

  test('别名与名称一样算', () => {
    const found = match([{ name: '培训(参会)人次', aliases: ['学习人次'] }], { name: '学习人次', level2: 'quantity' });
    expect(said(found)).toEqual(['certain', ['培训(参会)人次', 1, '名称相同', false]]);
  });

  test('单位或值类型不合的不直接填', () => {
    const entries = [{ name: '培训规模', unit: '人次', kind: 'count' }];
    expect(match(entries, { name: '培训规模', level2: 'quantity', unit: '人次' }).decision).toBe('certain');
    expect(match(entries, { name: '培训规模', level2: 'quantity', unit: '个' }).decision).toBe('certain');
    const byUnit = match(entries, { name: '培训规模', level2: 'quantity', unit: '平方米' });
    expect([byUnit.decision, byUnit.candidates[0].reason]).toEqual(['likely', '名称相同，库中单位为“人次”']);
    expect(match(entries, { name: '培训规模', level2: 'quantity', kind: 'rate' }).decision).toBe('likely');
  });
});

test.each(['', '   ', '。', '（）', '★', '12', '无'])('写作“%s”时库中无', (name) => {
  expect(matcherOf(parseCatalogue(zhuhaiFile)).match({ name, level2: 'quantity' })).toEqual({
    decision: 'none',
    candidates: [],
  });
});

test('同一指标库只建一次索引', () => {
  const catalogue = catalogueOf([{ name: '培训人数' }]);
  expect(matcherOf(catalogue)).toBe(matcherOf(catalogue));
  expect(matcherOf(catalogue).catalogue).toBe(catalogue);
});

test('空的指标库', () => {
  expect(match([], { name: '培训人数', level2: 'quantity' })).toEqual({ decision: 'none', candidates: [] });
});

describe('指标库以括号并列的写法', () => {
  const entries: readonly TestEntry[] = [{ name: '培训班次(会议次数)' }, { name: '培训(参会)人次' }];

  test.each([
    ['会议次数', '培训班次(会议次数)'],
    ['培训班次', '培训班次(会议次数)'],
    ['参会人次', '培训(参会)人次'],
    ['参训人次', '培训(参会)人次'],
  ])('“%s”即“%s”', (name, standard) => {
    const { decision, candidates } = match(entries, { name, level2: 'quantity' });
    expect([decision, candidates[0].entry.name]).toEqual(['certain', standard]);
  });

  test('“聘请(临时)人员数”不是“临时人员数”', () => {
    expect(match([{ name: '聘请(临时)人员数' }], { name: '临时人员数', level2: 'quantity' }).decision).toBe('likely');
  });
});

describe('名称前后的说明', () => {
  const entries: readonly TestEntry[] = [{ name: '培训人数' }];

  test.each([
    ['培训人数（残疾人）', '名称相同，括号内的说明库中没有'],
    ['盐田区参训人数', '前面的地名或区域库中没有'],
  ])('“%s”须由人选', (name, reason) => {
    const { decision, candidates } = match(entries, { name, level2: 'quantity' });
    expect([decision, candidates[0].reason]).toEqual(['likely', reason]);
  });

  test('年份和届次不同的条目须由人选', () => {
    const found = match([{ name: '第二届运动会参赛人数' }], { name: '第三届运动会参赛人数', level2: 'quantity' });
    expect([found.decision, found.candidates[0].reason]).toEqual(['likely', '名称相同，年份或届次不同']);
  });
});
