import {
  findImpliedUnit,
  isCostCapName,
  isCostName,
  isCountName,
  isIncidentName,
  isMoneyName,
  isRateName,
  isSpendingProgressName,
  isTimeName,
  isUnboundedRateName,
  measuredName,
} from '../../../src/core/values/indicator-name';
import { LINEAR_WORK_MS } from '../../support/time-limits';

const all = (names: readonly string[], is: (name: string) => boolean) => names.filter((name) => is(name));

test('列表号、括注和句末标点不算名称', () => {
  expect(measuredName('3.办结率（%）。')).toBe('办结率');
  expect(measuredName('（一）培训 人数；')).toBe('培训人数');
  expect(measuredName('12345热线办结率')).toBe('12345热线办结率');
  expect(measuredName('2.5公里绿道')).toBe('2.5公里绿道');
});

test('比率、时间和计数的名称', () => {
  const rates = ['办结率', '政策覆盖面', '优良天数比例', '培训率达80%', '收入占比'];
  expect(all(rates, isRateName)).toEqual(rates);
  expect(all(['提高办事效率', '巡查频率', '概率', '满意度', '完成时间'], isRateName)).toEqual([]);
  expect(all(['完工时间', '办结时限', '响应及时率'], isTimeName)).toEqual(['完工时间', '办结时限']);
  expect(all(['培训人数', '企业数量', '总分数', '营商环境指数'], isCountName)).toEqual(['培训人数', '企业数量']);
  expect(isCountName('新增受益人口')).toBe(true);
  expect(all(['毛入学率', '国有资产保值增值率', '合格率'], isUnboundedRateName)).toEqual([
    '毛入学率',
    '国有资产保值增值率',
  ]);
});

test('金额的名称', () => {
  const money = [
    '新增税收',
    '合同投资额',
    '纳税贡献',
    '农业总产值',
    '补贴金额',
    '带动消费',
    '旅游综合收入',
    '贷款发放总额',
    '农业保险风险保障总额',
    '规上企业产值增长',
  ];
  expect(all(money, isMoneyName)).toEqual(money);
  expect(all(['用电量', '阅读量', '招生名额', '受益人数', '投资者人数', '收入增长率'], isMoneyName)).toEqual([]);
});

test('成本上限、成本和支出进度的名称', () => {
  const caps = ['成本控制率', '三公经费控制率', '项目总投资控制比例', '超概算率'];
  expect(all(caps, isCostCapName)).toEqual(caps);
  expect(all(['成本节约率', '疫情控制率', '研发费用占比', '成本控制达标率'], isCostCapName)).toEqual([]);
  expect(all(['设备采购成本', '人均培训费用', '节约办公成本', '补助标准'], isCostName)).toEqual([
    '设备采购成本',
    '人均培训费用',
  ]);
  const progress = ['支出进度', '预算执行率', '预算资金支出进度', '资金到位率', '经费支付及时率'];
  expect(all(progress, isSpendingProgressName)).toEqual(progress);
  expect(all(['预算支出', '成本控制率', '预算控制率', '预算执行偏差率', '总成本'], isSpendingProgressName)).toEqual([]);
});

test('名称说明的唯一单位', () => {
  expect(findImpliedUnit('辅警人数')).toBe('人');
  expect(findImpliedUnit('门诊人次数')).toBe('人次');
  expect(findImpliedUnit('低保户数')).toBe('户');
  expect(findImpliedUnit('新增受益人口')).toBe('人');
  expect(findImpliedUnit('法人数量')).toBeNull();
  expect(findImpliedUnit('巡检机器人数量')).toBeNull();
  expect(findImpliedUnit('停车位')).toBeNull();
  expect(findImpliedUnit('评审专家数')).toBe('人');
  for (const name of ['注册用户数', '家庭农场数', '服务平台数', '正版软件数', '签约作家数', '覆盖省份数']) {
    expect([name, findImpliedUnit(name)]).toEqual([name, null]);
  }
});

test('很长的名称不费时间', () => {
  for (const piece of ['。', '(', '率', '人数', '9', '成本', '资金']) {
    const long = piece.repeat(100000 / piece.length);
    const start = Date.now();
    for (const is of [isRateName, isCountName, isMoneyName, isCostCapName, isCostName, isSpendingProgressName]) {
      expect(typeof is(`${long}x`)).toBe('boolean');
    }
    expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
  }
});

test('发生数为零即可的事', () => {
  expect(all(['重大动物疫情发生次数', '安全事故起数', '儿童溺水人数'], isIncidentName)).toHaveLength(3);
  expect(all(['防疫宣传次数', '巡查次数'], isIncidentName)).toEqual([]);
});
