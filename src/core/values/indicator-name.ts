import { compactText } from './normalize-text';

/** The name as it is compared: half width, without blanks, list number, notes in brackets at its end and closing stops. */
export function measuredName(name: string): string {
  return compactText(name)
    .replace(/^(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[、.)](?![0-9]))/, '')
    .replace(/[。.;,、:!]{1,6}$/, '')
    .replace(/\([^()]{0,20}\)$/, '')
    .replace(/[。.;,、:!]{1,6}$/, '');
}

// 效率, 频率 … end in 率 and are no shares.
const NO_SHARE = /(?:效率|频率|汇率|速率|功率|倍率|概率|分辨率)$/;
const RATE =
  /(?:率|比例|比重|占比|百分比|覆盖面)(?:达标|达到?|为|不低于|不少于|不高于|不超过|保持在?|超过?)?(?:[≥≤><=]?[0-9.]+%?)?(?:以上|以内|以下)?$/;

/** True for a name that asks for a share: 合格率, 覆盖面, 占比, also 培训率达80%. */
export function isRateName(name: string): boolean {
  const core = measuredName(name);
  return RATE.test(core) && !NO_SHARE.test(core);
}

/**
 * True where more than 100 % makes sense: growth against a base, returns, multiples, and rates whose one side is no part of
 * the other (保值增值率, 毛入学率, 拨备覆盖率, 产销率, 收支比).
 */
export function isUnboundedRateName(name: string): boolean {
  if (/[^占分]比$/.test(measuredName(name))) return true;
  return /增长|增值|毛入|拨备|备付|产销|增幅|增速|增加|增量|提升|提高|上升|升幅|涨幅|下降|降低|减少|降幅|同比|环比|翻番|超额|投入产出|产出比|回报|收益率|利润率|杠杆|撬动|倍/.test(
    compactText(name),
  );
}

/** True for a name that asks for a moment or a span: 完成时间, 响应时限. */
export function isTimeName(name: string): boolean {
  return /(?:时间|日期|时限|时点|截止日|期限)$/.test(measuredName(name));
}

/** True for a name that asks when something begins: 开工时间, 合同签订日期. */
export function isStartName(name: string): boolean {
  return /开工|动工|开始|启动|起始|签订|签约|立项|进场/.test(compactText(name));
}

/** True for a name that ends in a word of counting: 人数, 次数, 企业数量, 宣传片数. */
export function isCountName(name: string): boolean {
  const core = measuredName(name);
  return (
    /(?:数量|个数|总数|人数|次数|场次|人次|户次|家次|批次|件次|频次|数目|数额?|人口)$/.test(core) && !isScoreName(name)
  );
}

/** True for things that are measured without a unit: indices, scores, ranks. */
export function isScoreName(name: string): boolean {
  return /(?:指数|系数|参数|分数|得分|评分|分值|名次|排名|位次|等级|级别|倍数|比值|比率|基数)$/.test(
    measuredName(name),
  );
}

/** True where a target of zero needs neither unit nor comparison: accidents, complaints, faults. */
export function isIncidentName(name: string): boolean {
  return /事故|投诉|故障|差错|失误|事件|违规|违纪|违法|违约|信访|上访|上诉|纠纷|案件|泄露|泄密|伤亡|死亡|缺陷|返工|退货|逾期|处罚|隐患|舆情|瑕疵|火灾|漏报|错报|疫情|险情|灾情|溺水|中毒/.test(
    compactText(name),
  );
}

/** True for a name that says its unit in brackets: 培训人数（人）. */
export function namesItsUnit(name: string): boolean {
  return /\((?:单位:?)?[^()0-9]{1,6}\)$/.test(compactText(name).replace(/[。.;,、:!]{1,6}$/, ''));
}

/** Ends in 人 and is counted in other units: 纳税人 in 户, 机器人 in 台. */
export const NO_PEOPLE =
  /(?:法人|纳税人|机器人|代理人|承包人|承租人|经纪人|投保人|保险人|债务人|债权人|委托人|缴费人)(?:的)?(?:总)?(?:数|数量)$/;

/** Words that only end like a unit: 用户 are counted in 个 or 人, 专家 in 人, 农场 in 家, 平台 in 个, 软件 in 套. */
const NO_UNIT_WORD =
  /(?:[用客账帐开落窗]户|[专作画学术业国管]家|[农广市机车殖牧林球操商渔赛考剧卖菜埋货堆料草茶雪泳盐浴]场|[平站舞电露灶讲展柜]台|[软硬零构部组配邮附文]件|[学周假]期|[身股省月年]份)数$/;

/** The measured name, with 数量 for 数 after a word that only ends like a unit. */
export function countedName(name: string): string {
  const core = measuredName(name);
  return NO_UNIT_WORD.test(core) ? `${core}量` : core;
}

const IMPLIED_UNITS: readonly (readonly [RegExp, string])[] = [
  [/人次(?:数|数量)?$/, '人次'],
  [/人口(?:数|数量)?$/, '人'],
  [/(?:人|人员|员工|学员|民工|职工|教师|学生|专家|志愿者)(?:的)?(?:总)?(?:数|数量|人数)$/, '人'],
  [/次数$/, '次'],
  [/户数$/, '户'],
  [/件数$/, '件'],
  [/份数$/, '份'],
  [/套数$/, '套'],
  [/台数$/, '台'],
  [/册数$/, '册'],
  [/篇数$/, '篇'],
  [/天数$/, '天'],
  [/家数$/, '家'],
  [/场数$/, '场'],
  [/期数$/, '期'],
];

/** The one unit a name implies (人数 is counted in 人), or null where several would do. */
export function findImpliedUnit(name: string): string | null {
  const core = countedName(name);
  if (NO_PEOPLE.test(core)) return null;
  const implied = IMPLIED_UNITS.find(([pattern]) => pattern.test(core));
  return implied ? implied[1] : null;
}

const MEASURES =
  /^(?:平方米|平方公里|平方千米|平米|㎡|m2|亩|公顷|公里|千米|米|km|立方米|吨|千克|公斤|升|千瓦时?|度|兆|[KMGT]B?|兆瓦|[千万亿]?元)/i;

/** True for units of measure and money, where a target is an amount rather than a count. */
export function isMeasureUnit(unit: string): boolean {
  return MEASURES.test(unit);
}

const MONEY =
  /(?:金额|资金|经费|收入|产值|营收|税收|税额|纳税|税款|投资|融资|引资|贷款|授信|补贴|补助|奖励|奖金|消费|支出|费用|成本|利润|预算|GDP|增加值|(?:交易|销售|成交|营业|投资|合同|签约|担保|零售|出口|进口|进出口|到账|到位|保费|理赔)额|风险保障)(?:发放|拨付|投入|支付|到位|筹集|完成|实现)?(?:总额|总量|总值|规模|数额|额度|额|数|值|贡献|情况|增量|增加|增长)?$/;

/** True for a name that asks for money beyond doubt: 新增税收, 带动投资额, 纳税贡献. */
export function isMoneyName(name: string): boolean {
  return MONEY.test(measuredName(name));
}

const COST_CAP =
  /(?:成本|预算|经费|费用|投资|概算|造价|支出)(?:总额|金额)?(?:的)?(?:管控|控制)(?:比例|比率|率|幅度)?$|(?:超支|超预算|超概算|超概)(?:率|比例|幅度)$/;

/** True for a share of cost that must not be exceeded: 成本控制率, 超支率. */
export function isCostCapName(name: string): boolean {
  return COST_CAP.test(measuredName(name));
}

/** True for what is spent as such: 采购成本, 项目总费用; not what is saved or a standard of payment. */
export function isCostName(name: string): boolean {
  const core = measuredName(name);
  return (
    /(?:成本|费用|造价)(?:控制)?(?:数|额|金额|总额)?$/.test(core) && !/节约|节省|降低|减少|下降|压减|压缩/.test(core)
  );
}

const SPENDING_PROGRESS =
  /(?:支出|支付|用款|拨付|执行|工程|项目|实施|资金使用|付款)进度|预算(?:资金)?执行(?:率|情况|比例|进度)?(?:达标率?)?$|预算(?:资金)?(?:完成|支出)(?:率|情况|进度)(?:达标率?)?$|(?:资金|经费|支出|项目)执行(?:率|情况)|(?:资金|经费)(?:当年|年度)?(?:使用|支出|支付|拨付|拨款|到位|下达|兑付|发放|结算)(?:完成|及时|足额)?(?:率|进度|及时性)$|支出(?:完成|达标|及时)?率$/;

/** True for a name that asks how fast money is spent: 支出进度, 预算执行率. */
export function isSpendingProgressName(name: string): boolean {
  const core = measuredName(name);
  return SPENDING_PROGRESS.test(core) && !/成本|控制|偏差|节约|节省|超支|合规|减少|降低/.test(core);
}
