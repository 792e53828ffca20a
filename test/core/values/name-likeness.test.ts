import { areAlike, comparableName } from '../../../src/core/values/name-likeness';

const alike = (left: string, right: string): boolean => {
  const [a, b] = [comparableName(left), comparableName(right)];
  expect(areAlike(b, a)).toBe(areAlike(a, b));
  return areAlike(a, b);
};

describe('相近的名称', () => {
  test.each([
    ['农村公路养护工作完成及时率', '农村公路养护完成及时率'],
    ['企业技术改造奖励资金拨付准确率', '企业技术改造奖励资金支付准确率'],
    ['展馆讲解服务工作人员数', '展馆讲解服务工作人员数量'],
    ['推动产业结构优化，营造良好创新氛围', '推动产业结构调整，营造良好的创新氛围'],
    ['1.提升群众防灾减灾意识', '（2）提升民众防灾减灾意识'],
  ])('“%s”与“%s”', (left, right) => expect(alike(left, right)).toBe(true));
});

describe('不同的名称', () => {
  test.each([
    ['相同的不算相近', '相同的不算相近'],
    ['巡查次数', '巡检次数'],
    ['农村公路养护完成率', '农村公路养护及时率'],
    ['农村公路日常养护里程', '农村公路日常养护次数'],
    ['家庭经济困难学生资助人数', '家庭经济困难儿童资助人数'],
    ['重点企业技术改造奖励户数', '中小企业技术改造奖励户数'],
    ['提升城市道路通行保障水平', '提升乡村道路通行保障水平'],
    ['2024年采购执法记录仪', '2025年采购执法记录仪'],
    ['采购A型防汛排涝水泵车', '采购B型防汛排涝水泵车'],
    ['减少违规用水行为的发生', '无违规用水行为的发生'],
    ['保障办公设备正常运行', '保障消防设备正常运行'],
  ])('“%s”与“%s”', (left, right) => expect(alike(left, right)).toBe(false));
});
