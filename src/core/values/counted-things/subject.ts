import { bareText } from '../normalize-text';

/** Words that say the same of a counted thing; the first of each line stands for all. Closer than the synonyms of a subject. */
const SAME_WORDS: readonly string[] = [
  // Whether a leaflet is bought or printed, it is the same leaflet.
  '采购 购置 购买 购入 添置 采买 新购 印制 印刷 编印 制作 定制 定做',
  '建设 新建 建成 修建 兴建 建造 建立',
  '维护 养护 维修养护 维修维护 维修 管护 运维 维保',
  '改造 升级改造 提升改造 更新改造',
  '培训 轮训 培训班 培训会',
  '教师 老师',
  '老人 老年人 长者',
  '群众 居民 市民',
  '企业 公司',
  '发放 拨付 支付 兑付',
  '聘请 聘用 聘任',
  '推介 推广 推介会 推广会 推荐会',
  '讲座 讲堂',
  '演出 展演',
  '比赛 赛事 竞赛',
  '巡查 巡检',
  '抽检 抽查 抽样检验 抽样检测 监督抽检',
  '体检 健康体检 健康检查',
  '道路 公路',
  '补助 补贴',
  '手册 册子 宣传册 宣传手册',
  '落户 落地',
  '宣传 宣教',
  '走访 走访慰问',
  '图书 书籍',
  '参加 参与 参训 参会 参演 参赛',
  '受益 惠及 享受 受惠 获益',
  '电脑 计算机',
  '保安 安保 保安员',
  '党建 党员教育 党性教育 红色教育 党员 党务 党性',
];

const CANONICAL = new Map<string, string>();
for (const line of SAME_WORDS) {
  const [first, ...others] = line.split(' ');
  for (const word of others) CANONICAL.set(word, first);
}
const longestFirst = (words: readonly string[]): string =>
  words
    .slice()
    .sort((left, right) => right.length - left.length)
    .join('|');
const SAME = new RegExp(longestFirst(Array.from(CANONICAL.keys())), 'g');

/** Parts of words that hold a light word and must stay whole. */
const WHOLE =
  '数据|数字|数控|数学|少数|指数|基数|分数|参数|对象|对口|对外|对接|对标|结对|和谐|和平|共和|饱和|服务站|服务点|服务中心|服务区|服务器|服务机构|服务队|服务大厅|服务平台|服务窗口|人才|人大|人民|目录|总部|总工|场馆|场地|场所|次品|会计|会展|计算|算力|预算|决算|清算|以工代赈|以旧换新|等级|公共|共享|共青团|共建|共治|节约|预约|签约|其余|行为|作为|意向|方向|定向|导向|从业|合并|并网|值班|值守|产值|价值|增值|计量|质量|流量|工作站|工作室|活动室|活动中心|到位|到岗|自由|按摩|人行|人居|人防|每一';

/** Words that stand around any counted thing. */
const LIGHT =
  '计划|预计|预期|拟|力争|争取|确保|保障|保证|实现|达到|达成|完成|开展|举办|承办|协办|主办|召开|进行|实施|组织|推进|推动|落实|做好|加强|提供|给予|安排|用于|通过|根据|按照|围绕|面向|针对|关于|对于|为了|其中|包括|包含|涉及|全区|全市|全县|全省|全镇|全国|全域|全街道|全年|年度|年内|本年|当年|今年|辖区|我区|我市|我县|我局|我院|我校|我中心|我办|我委|本区|本市|本县|本单位|区内|市内|县内|各级|各界|所有|全部|全体|广大|各类|各种|各项|各|每年|每月|每季度|每季|每周|每半年|每天|每日|每|以上|以下|以内|左右|不少于|不低于|不超过|至少|超过|共计|合计|总计|累计|共|约|余|数量|数目|个数|人数|次数|场数|场次|期数|班数|班次|批次|人次|户次|家次|户数|家数|件数|套数|台数|辆数|册数|份数|座数|株数|篇数|条数|处数|所数|间数|项数|部数|亩数|公里数|天数|总数|总量|规模|数|量|面积|里程|长度|活动|工作|任务|情况|内容|指标|目标|值|运行|运转|正常|考察|考核|考查|衡量|反映|体现|是否|人员|项目|建设项目|等|相关|有关|主要|重点|进一步|有效|及时|全面|积极|不断|持续|充分|上述|一批|多场|多次|系列|所需|需要|开放|的|了|在|和|与|及|或|为|是|对|向|由|被|把|将|从|到|至|于|以|其|年|月|一是|二是|三是|四是|五是|并|按|算';

/** Left out of a share's name: the words that lead to it. 完成, 及时 and the like say what the share is of. */
const LIGHT_OF_SHARES =
  '力争|争取|确保|保障|保证|实现|达到|达成|保持|控制|稳定|维持|提高|提升|全区|全市|全县|全年|年度|本年|我区|我市|区内|辖区|均|的|了|在|和|与|及|为|到|至|于|以|并|使|将|率|度';

/** What people have to do with it: 参训, 受益 name nothing by themselves, but 参加 and 受益 are not the same people. */
const ROLES = /参加|参与|参训|参会|参演|参赛|受益|惠及|享受|受惠|获益|覆盖|带动|服务(?![站点中区器机队大平窗])/g;

/** 65岁以上: whom it is for, often left out in an indicator's name. */
const AGES = /[0-9]{1,2}\s?(?:[-~～—–至到]\s?[0-9]{1,3})?\s?(?:周?岁)(?:及以上|及以下|以上|以下)?/g;

const COUNT_SPLITTER = new RegExp(`(${WHOLE})|(?:${longestFirst(LIGHT.split('|'))})`, 'g');
const SHARE_SPLITTER = new RegExp(`(?:${longestFirst(LIGHT_OF_SHARES.split('|'))})`, 'g');

/** The words that tell one counted thing from another, each a run of characters. */
export function subjectRuns(what: string): readonly string[] {
  const common = bareText(what.replace(AGES, ' ')).replace(SAME, (word) => CANONICAL.get(word) as string);
  return runsOf(common.replace(COUNT_SPLITTER, (_light, whole: string | undefined) => whole || ' '));
}

/** As subjectRuns, for the name of a share: 培训合格率 and 培训完成率 differ. */
export function shareRuns(what: string): readonly string[] {
  return runsOf(bareText(what).replace(SHARE_SPLITTER, ' '));
}

/** True for words that name something that can be counted. */
export function saysSomething(words: string): boolean {
  return subjectRuns(words.replace(ROLES, ' ')).some((run) => run.length >= 2);
}

/** True for words that name at least a general thing (项目), not only a verb or a link. */
export function namesSomething(what: string): boolean {
  return saysSomething(what) || /项目|活动|人员|工程|课题/.test(what);
}

function runsOf(text: string): readonly string[] {
  return text.split(/[^a-z\u4e00-\u9fa5]+/).filter((run) => run !== '');
}
