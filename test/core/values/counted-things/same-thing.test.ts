import fc from 'fast-check';
import generalProfile from '../../../../assets/profiles/general.json';
import { areCountAndTimes, unitAgreement } from '../../../../src/core/values/counted-things/count-units';
import type { CountedThing } from '../../../../src/core/values/counted-things/counted-thing';
import { findCountedThings } from '../../../../src/core/values/counted-things/find-counted-things';
import { areSameThing, samenessOf, type Sameness } from '../../../../src/core/values/counted-things/same-thing';
import { findTargetThings } from '../../../../src/core/values/counted-things/target-things';
import { parseTargetValue } from '../../../../src/core/values/target-value';
import { describeThing } from './describe-thing';

const SYNONYMS = generalProfile.unitSynonyms;

/** The last thing of the text, which is the one the case is about. */
function lastThing(text: string): CountedThing {
  const things = findCountedThings(text);
  return things[things.length - 1];
}

function targetThing(name: string, value: string): CountedThing {
  return findTargetThings(name, parseTargetValue(value))[0];
}

/** [text, indicator's name, target value] by what they are to each other, the text first. */
const PAIRS: Readonly<Record<Sameness, readonly (readonly [string, string, string])[]>> = {
  equal: [
    ['举办5场招商推介会', '招商推介活动开展次数', '5次'],
    ['采购图书8000册', '图书采购数量', '≥8000册'],
    ['全年开展教师信息技术培训6期', '教师信息技术培训期数', '≥4期'],
    ['开展安全生产培训12期，参训600人次', '安全生产培训人次', '≥600人次'],
    ['为全区65岁以上老年人免费体检3.5万人', '老年人免费体检人数', '≥3万人'],
    ['完成水库除险加固6座', '水库除险加固数量', '5座'],
    ['疏浚河道12公里', '河道疏浚长度', '≥12公里'],
    ['新建高标准农田2万亩', '高标准农田建设面积', '≥20000亩'],
    ['城区绿化养护面积350万平方米', '城区绿化养护面积', '350万平米'],
    ['印制反诈宣传手册1万套', '反诈宣传手册采购数量', '2万套'],
    ['聘用辅警58名', '聘用辅警人数', '58人'],
    ['走访重点企业500家', '走访重点企业数量', '≥500户'],
    ['慰问困难群众300户', '慰问困难居民户数', '300户'],
    ['送戏下乡演出100场', '送戏下乡演出场次', '≥80场'],
    ['采购服务器12台', '服务器购置数量', '10台'],
    ['开展红色教育培训2场', '党建培训次数', '1次'],
    ['组织志愿者业务培训3期', '志愿者培训场次', '3场'],
    ['专家评审费用800元，共评审6个项目', '评审项目数', '5次'],
    ['培训学员120人', '培训学员', '100'],
    ['路况优良率达到90%以上', '路况优良率', '≥85%'],
    ['确保项目验收合格率达100%', '项目验收合格率', '95%'],
    ['群众满意度不低于95%', '群众满意度', '≥90%'],
    ['参与群众2万人次', '群众参与人次', '2万人次'],
  ],
  'left-narrower': [
    ['走进社区宣传活动30场', '宣传活动场次', '20场'],
    ['新建公厕5座', '公厕数量', '80座'],
    ['小学操场改造12个', '操场改造数量', '20个'],
    ['道路修复验收合格率达到100%', '验收合格率', '95%'],
    ['培训资料费：200人', '培训人数', '300人'],
  ],
  'right-narrower': [
    ['培训120人', '馆员培训人数', '100人'],
    ['惠及居民3200户', '垃圾分类惠及居民户数', '5000户'],
    ['养老床位达到4500张', '新增养老床位数量', '300张'],
    ['培育龙头企业13家', '省级龙头企业培育数量', '3家'],
  ],
  unlike: [
    ['改造小学操场12个', '初中操场改造数量', '8个'],
    ['一类疫苗5000支', '二类疫苗采购数量', '2000支'],
    ['新建公厕5座', '公厕维护数量', '80座'],
    ['城东片区改造5个', '城西片区改造数量', '6个'],
    ['参会企业200家', '惠及企业数量', '500家'],
    ['服务群众1万人次', '参与群众人次', '2万人次'],
    ['救助低保对象2000人', '特困对象救助人数', '300人'],
    ['农村公路养护100公里', '城市道路养护里程', '200公里'],
    ['业务培训5期', '专题培训期数', '6期'],
    ['培训600人次', '培训期数', '12期'],
    ['疏浚河道2公里', '河道疏浚长度', '2000米'],
    ['培训合格率95%', '培训完成率', '100%'],
    ['工程验收合格率100%', '设备验收合格率', '95%'],
    ['完成重点项目20个', '重点任务数量', '15个'],
    ['采购电脑20台', '打印机采购数量', '5台'],
    ['动物检疫50万头', '检疫员人数', '50人'],
    ['窗口服务群众10万人次', '窗口数量', '30个'],
    ['举办讲座20场', '讲座满意度', '≥90%'],
  ],
};

describe('是不是同一事项', () => {
  for (const [sameness, pairs] of Object.entries(PAIRS)) {
    test.each(pairs)(`${sameness}：%s / %s %s`, (text, name, value) => {
      const match = areSameThing(lastThing(text), targetThing(name, value), SYNONYMS);
      expect(match.sameness).toBe(sameness);
      expect(match.score > 0).toBe(sameness !== 'unlike');
      expect(match.score).toBeLessThanOrEqual(1);
    });
  }

  test('左右互换，结论相应互换', () => {
    const mirrored: Readonly<Record<Sameness, Sameness>> = {
      equal: 'equal',
      unlike: 'unlike',
      'left-narrower': 'right-narrower',
      'right-narrower': 'left-narrower',
    };
    const words = fc.array(
      fc.constantFrom(
        '采购',
        '图书',
        '培训',
        '教师',
        '新建',
        '公厕',
        '老旧小区',
        '改造',
        '推介会',
        '企业',
        '参会',
        '业务',
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [one, other] = [lastThing(`${left.join('')}5个`), lastThing(`${right.join('')}6个`)];
        expect(samenessOf(other, one)).toBe(mirrored[samenessOf(one, other)]);
      }),
    );
  });

  test('同义的单位由方案决定', () => {
    const [text, target] = [lastThing('举办推介会5场'), targetThing('推介会举办次数', '6次')];
    expect(areSameThing(text, target, SYNONYMS).score).toBe(1);
    expect(areSameThing(text, target, []).sameness).toBe('unlike');
  });
});

describe('单位', () => {
  test.each([
    ['场', '次', 'same'],
    ['平方米', '㎡', 'same'],
    ['家', '户', 'same'],
    ['个', '家', 'open'],
    ['', '册', 'open'],
    ['人', '人次', 'other'],
    ['公里', '米', 'other'],
    ['个', '亩', 'other'],
    ['', '人次', 'other'],
    ['%', '', 'other'],
  ])('%s 和 %s：%s', (left, right, agreement) => {
    expect(unitAgreement(left, right, SYNONYMS)).toBe(agreement);
    expect(unitAgreement(right, left, SYNONYMS)).toBe(agreement);
  });

  test.each([
    ['人', '人次', true],
    ['名', '人次', true],
    ['家次', '家', true],
    ['户次', '户', true],
    ['场', '场次', false],
    ['人次', '家', false],
    ['人', '名', false],
    ['个', '人次', false],
  ])('%s 和 %s 一个数事物、一个数次数：%s', (left, right, expected) => {
    expect(areCountAndTimes(left, right, SYNONYMS)).toBe(expected);
  });

  test('方案把人和人次当作一样时不算', () => {
    expect(areCountAndTimes('人', '人次', [['人', '人次']])).toBe(false);
  });
});

describe('指标的数量', () => {
  test.each([
    ['培训人数', '≥120人', ['培训人数 ≥120人 !']],
    ['培训人数', '≥120', ['培训人数 ≥120人 !']],
    ['接待观众人次（万人次）', '≥10', ['接待观众人次 ≥10万人次 !']],
    ['举办企业服务培训', '4期,500人次', ['举办企业服务培训 4期 !', '举办企业服务培训 500人次 !']],
    ['重点企业引进数量', '≥5个重点产业项目', ['重点企业引进数量重点产业项目 ≥5个 （重点产业项目） !']],
    ['走访6060家重点企业', '6060家次', ['走访重点企业 6060家次 !']],
    ['推介会场次', '2-3场', ['推介会场次 2~3场 !']],
    ['每月巡查次数', '4次', ['每月巡查次数 4次 month !']],
    ['人均办案件数', '60件', ['人均办案件数 60件 each !']],
    ['验收合格率', '≥95%', ['验收合格率 ≥95% percentage !']],
    ['旅游收入增长率', '同比增长5%', []],
    ['纳税贡献', '≥10亿元', []],
    ['完成时间', '2025年12月31日前', []],
    ['营商环境', '有效改善', []],
  ])('%s %s', (name, value, things) => {
    expect(findTargetThings(name, parseTargetValue(value)).map(describeThing)).toEqual(things);
  });
});
