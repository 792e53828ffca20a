import generalFile from '../../../assets/profiles/general.json';
import { parseProfile, type Profile } from '../../../src/core/review/profile';

const general = parseProfile(generalFile);
const own = (more: object): object => ({ version: 1, id: 'own', name: '南湖区', extends: 'general', ...more });
const parse = (more: object): Profile => parseProfile(own(more), [general]);

describe('写错的校验方案说明错在哪里', () => {
  test.each<[object, string]>([
    [
      { severities: { 'text/markup': '严重' } },
      'severities.text/markup：不认识“严重”，可以写：error、warning、info、off。',
    ],
    [{ name: undefined }, 'name：缺少这一项。'],
    [{ name: '' }, 'name：不能为空。'],
    [{ name: '很'.repeat(31) }, 'name：不能超过 30 个字。'],
    [{ id: '我的' }, 'id：只能用小写英文字母、数字和“-”。'],
    [{ version: 2 }, 'version：应为 1。'],
    [{ optionalFields: '无' }, 'optionalFields：应为方括号括起来的列表。'],
    [{ thresholds: { 'value/vague': { most: '5' } } }, 'thresholds.value/vague.most：应为数（不加引号）。'],
    [{ weightTotals: [0] }, 'weightTotals.0：应大于零。'],
    [{ wantsIndicatorCodes: '是' }, 'wantsIndicatorCodes：应为 true 或 false（不加引号）。'],
    [
      { requiredLevel2: ['数量'] },
      'requiredLevel2.0：不认识“数量”，可以写：quantity、quality、timeliness、cost、economicBenefit、socialBenefit、ecologicalBenefit、sustainableImpact、serviceSatisfaction、otherSatisfaction、economicCost、socialCost、ecologicalCost。',
    ],
    [{ 说明: '' }, '（整个文件）：多出了不认识的项：说明。'],
    [{ severities: [] }, 'severities：应为花括号括起来的一组键和值。'],
    [
      { recognition: { formTypes: ['project-target'], divisionPrefixes: ['44区'], places: ['南湖'] } },
      'recognition.divisionPrefixes.0：只能写 2 至 6 位数字。',
    ],
    [
      { recognition: { formTypes: ['project-target'], places: ['南湖'] } },
      'recognition：至少要写两类特征（标题、栏目、列名、编码、地名等），只凭一类容易认错。',
    ],
    [{ recognition: { formTypes: [], places: ['南湖'], titles: ['申报表'] } }, 'recognition.formTypes：不能为空。'],
    [{ extends: 'nanhu' }, 'extends：没有“nanhu”这个方案，可以写：general（通用）。'],
    [{ extends: ['general'] }, 'extends：没有“general”这个方案，可以写：general（通用）。'],
  ])('%j', (more, reason) => {
    expect(() => parse(more)).toThrow(new Error(`校验方案不符合格式：${reason}`));
  });

  test('不是一组键和值', () => {
    expect(() => parseProfile([])).toThrow('：（整个文件）：应为花括号括起来的一组键和值。');
    expect(() => parseProfile(null)).toThrow('：（整个文件）：应为花括号括起来的一组键和值。');
  });

  test('没有写 extends 时各项都要写', () => {
    expect(() => parseProfile({ ...generalFile, unitSynonyms: undefined })).toThrow(
      '：unitSynonyms：缺少这一项（写上 "extends": "general"，未写的各项就取通用方案）。',
    );
  });
});

describe('extends', () => {
  test('没有写的各项取自所依据的方案，自己的名称、说明和识别特征不取', () => {
    const base = parse({
      description: '全区',
      recognition: { formTypes: ['project-target'], places: ['甲'], titles: ['乙'] },
    });
    expect(parseProfile({ version: 1, id: 'street', name: '街道', extends: 'own' }, [general, base])).toEqual({
      ...general,
      id: 'street',
      name: '街道',
      description: '',
      extends: 'own',
      recognition: null,
    });
  });

  test('级别、数值和选项逐项合并，列表整个替换', () => {
    const base = parse({
      severities: { 'text/markup': 'info', 'value/vague': 'warning' },
      thresholds: { 'a/b': { one: 1, two: 2 } },
      enumerations: { projectType: { values: ['甲类'], isComplete: true } },
    });
    const merged = parseProfile(
      {
        version: 1,
        id: 'street',
        name: '街道',
        extends: 'own',
        severities: { 'text/markup': 'off' },
        thresholds: { 'a/b': { two: 3 }, 'c/d': { three: 3 } },
        enumerations: { projectType: { values: ['乙类'] } },
        unitSynonyms: [['次', '场']],
      },
      [base],
    );
    expect(merged.severities).toEqual({ 'text/markup': 'off', 'value/vague': 'warning' });
    expect(merged.thresholds).toEqual({ 'a/b': { one: 1, two: 3 }, 'c/d': { three: 3 } });
    expect(merged.enumerations).toEqual({
      ...general.enumerations,
      projectType: { values: ['乙类'], isComplete: true },
    });
    expect(merged.unitSynonyms).toEqual([['次', '场']]);
    expect(base.thresholds).toEqual({ 'a/b': { one: 1, two: 2 } });
  });
});
