import fc from 'fast-check';
import {
  bareTitle,
  findCitedTitles,
  findUnnamedIssues,
  isNumberedPolicy,
  namesDocument,
} from '../../../src/core/values/policy-citations';
import { LINEAR_WORK_MS } from '../../support/time-limits';

describe('findCitedTitles', () => {
  test.each([
    ['《甲办法》（南府〔2021〕1号）和《乙办法》', ['甲办法 有文号', '乙办法']],
    ['《甲》《乙》（南府〔2021〕1号、2号）', ['甲 有文号', '乙 有文号']],
    ['南办发〔2021〕2号 南湖区关于印发《甲》的通知', ['甲 有文号']],
    ['《甲》\n（南府[2021]1号）', ['甲 有文号']],
    ['1.《甲》；2.《乙》（财政部令第102号）。3.《丙》', ['甲', '乙 有文号', '丙']],
    ['《甲》（2021年第3号公告）、《乙》（国发2015年50号）', ['甲 有文号', '乙 有文号']],
    ['《甲》（南府〔2021〕号）、《乙》', ['甲 有文号', '乙']],
    ['《甲》（南府〔2021〕1号）、南财〔2021〕3号文件《乙》', ['甲 有文号', '乙 有文号']],
    ['《关于印发《甲办法》的通知》、《关于转发〈乙〉的通知》', ['关于印发《甲办法》的通知', '关于转发〈乙〉的通知']],
    ['《未闭合，《甲》', ['甲']],
    ['《》》《', []],
  ])('%s', (text, expected) =>
    expect(findCitedTitles(text).map(({ name, hasNumber }) => name + (hasNumber ? ' 有文号' : ''))).toEqual(expected),
  );
});

describe('isNumberedPolicy', () => {
  test.each([
    '南湖区志愿服务保障经费实施办法',
    '关于印发〈南湖区人才公寓管理办法（试行）〉的通知',
    '南湖区产业发展专项资金管理办法（试行）',
    '关于进一步支持阅读的若干措施',
    '南湖区2024年绩效管理工作方案',
    '关于同意设立南湖区图书馆的批复',
  ])('应有文号：%s', (name) => expect(isNumberedPolicy(name)).toBe(true));

  test.each([
    '中华人民共和国公共图书馆法',
    '全民阅读促进条例',
    '广东省实施〈中华人民共和国义务教育法〉办法',
    '企业所得税法实施条例',
    '机关事务管理条例实施细则',
    '中国共产党发展党员工作细则',
    '党政机关国内公务接待管理规定',
    '南湖区国民经济和社会发展第十四个五年规划',
    '公路技术状况评定标准',
    '南湖区城市更新行动计划（2021—2023年）',
    '区政府常务会议纪要',
    '软件开发合作协议',
    '南方日报',
    '南湖区整体形象宣传册',
    '政府收支分类科目',
    '管理办法',
    '本单位差旅费管理办法',
  ])('不需要文号：%s', (name) => expect(isNumberedPolicy(name)).toBe(false));
});

describe('namesDocument', () => {
  test.each([
    '《公共图书馆法》',
    '根据预算法规定编制',
    '国家安全法、反间谍法',
    '义务教育法第四十二条',
    '国有资产管理办法',
    '市住建局关于开展自建房排查的通知',
    '“十四五”时期文化发展规划',
    '深府规〔2021〕5号',
    '财预[2021]101号',
    '国发2015年50号文',
    '财政部令第102号',
    'GB/T 28222-2011',
    '市政府常务会议纪要（十五届第30次）',
    '经区政府第十二次常务会议研究同意',
    '根据区委常委会会议审议通过的事项',
    '区编办核定编制25名',
    '按照“三定”方案',
    '按照与物业公司签订的服务合同',
    '市发改委批复',
    '区领导批示件',
    '落实政府工作报告要求',
    '详见附件1',
    '同上',
    '文件附后',
  ])('写出了文件：%s', (text) => expect(namesDocument(text)).toBe(true));

  test.each([
    '根据部门职责设立',
    '为保障机关正常运转',
    '落实上级工作要求，做好信访维稳工作',
    '按照上级有关文件精神',
    '根据国家有关法律法规',
    '按照市委市政府工作部署，推动高质量发展',
    '学习贯彻重要讲话和重要指示批示精神',
    '落实某同志在党代会上的报告和讲话精神',
    '提升基层执法能力，推进依法行政',
    '法定职责必须为',
    '开展法治宣传，提供法律援助，营造良好氛围',
    '履行审判职责，保障人民法院日常运转',
    '采用因素法分配资金，采取市场询价方法确定',
    '聘用合同制消防员',
    '会同项目主管部门推进实施',
    '根据历年支出情况及市场价格测算',
    '',
  ])('没有写出文件：%s', (text) => expect(namesDocument(text)).toBe(false));
});

describe('findUnnamedIssues', () => {
  test.each([
    ['《某办公厅关于印发为困难群众发放补贴的通知》', ['关于印发为困难群众发放补贴的通知']],
    ['关于印发《甲办法》的通知', []],
    ['关于印发全市安全生产工作方案的通知', []],
    ['关于印发南湖区实施方案（2021—2025年）的通知', []],
    ['关于印发2023年重点工作任务分工的通知', []],
    ['关于印发学习材料', []],
  ])('%s', (text, expected) => expect(findUnnamedIssues(text).map((issue) => issue.text)).toEqual(expected));
});

test('任何文字都不出错，位置与原文一致', () => {
  const piece = fc.constantFrom(
    '《',
    '》',
    '〈',
    '〉',
    '关于印发',
    '甲办法',
    '的通知',
    '（',
    '）',
    '1号',
    '。',
    '\n',
    '根据',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
      ),
      (text) => {
        let last = 0;
        for (const { name, start, end } of findCitedTitles(text)) {
          expect(text.slice(start, end)).toBe(`《${name}》`);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          expect(bareTitle(bareTitle(name)).length).toBeLessThanOrEqual(name.length);
          isNumberedPolicy(name);
        }
        for (const issue of findUnnamedIssues(text))
          expect(text.substr(issue.start, issue.text.length)).toBe(issue.text);
        namesDocument(text);
      },
    ),
  );
});

test('很长的文字也很快', () => {
  const started = Date.now();
  for (const piece of [
    '《',
    '》',
    '《甲》',
    '《《甲》》',
    '1号',
    '关于印发',
    '关于印发甲',
    '法',
    '第',
    '会审议',
    '；《',
    '\n',
  ]) {
    const text = piece.repeat(100000 / piece.length);
    findCitedTitles(text);
    findUnnamedIssues(text);
    namesDocument(text);
    isNumberedPolicy(text);
  }
  expect(Date.now() - started).toBeLessThan(LINEAR_WORK_MS);
});
