import { compactText } from './normalize-text';

/** The name as it is compared: half width, without blanks, notes in brackets at its end and closing stops. */
function coreOf(name: string): string {
  return compactText(name)
    .replace(/[。.;,、:!]+$/, '')
    .replace(/\([^()]{0,20}\)$/, '')
    .replace(/[。.;,、:!]+$/, '');
}

// 效率, 频率 … end in 率 and are no shares.
const NO_SHARE = /(?:效率|频率|汇率|速率|功率|倍率|概率|分辨率)$/;
const RATE =
  /(?:率|比例|比重|占比|百分比|覆盖面)(?:达标|达到?|为|不低于|不少于|不高于|不超过|保持在?|超过?)?(?:[≥≤><=]?[0-9.]+%?)?(?:以上|以内|以下)?$/;

/** True for a name that asks for a share: 合格率, 覆盖面, 占比, also 培训率达80%. */
export function isRateName(name: string): boolean {
  const core = coreOf(name);
  return RATE.test(core) && !NO_SHARE.test(core);
}

/**
 * True where more than 100 % makes sense: growth against a base, returns, multiples, and rates whose one side is no part of
 * the other (保值增值率, 毛入学率, 拨备覆盖率, 产销率, 收支比).
 */
export function isUnboundedRateName(name: string): boolean {
  if (/[^占分]比$/.test(coreOf(name))) return true;
  return /增长|增值|毛入|拨备|备付|产销|增幅|增速|增加|增量|提升|提高|上升|升幅|涨幅|下降|降低|减少|降幅|同比|环比|翻番|超额|投入产出|产出比|回报|收益率|利润率|杠杆|撬动|倍/.test(
    compactText(name),
  );
}

/** True for a name that asks for a moment or a span: 完成时间, 响应时限. */
export function isTimeName(name: string): boolean {
  return /(?:时间|日期|时限|时点|截止日|期限)$/.test(coreOf(name));
}

/** True for a name that asks when something begins: 开工时间, 合同签订日期. */
export function isStartName(name: string): boolean {
  return /开工|动工|开始|启动|起始|签订|签约|立项|进场/.test(compactText(name));
}

/** True for a name that ends in a word of counting: 人数, 次数, 企业数量, 宣传片数. */
export function isCountName(name: string): boolean {
  const core = coreOf(name);
  return /(?:数量|个数|总数|人数|次数|场次|人次|户次|家次|批次|件次|频次|数目|数额?)$/.test(core) && !isScoreName(name);
}

/** True for things that are measured without a unit: indices, scores, ranks. */
export function isScoreName(name: string): boolean {
  return /(?:指数|系数|参数|分数|得分|评分|分值|名次|排名|位次|等级|级别|倍数|比值|比率|基数)$/.test(coreOf(name));
}

/** True where a target of zero needs neither unit nor comparison: accidents, complaints, faults. */
export function isIncidentName(name: string): boolean {
  return /事故|投诉|故障|差错|失误|事件|违规|违纪|违法|违约|信访|上访|上诉|纠纷|案件|泄露|泄密|伤亡|死亡|缺陷|返工|退货|逾期|处罚|隐患|舆情|瑕疵|火灾|漏报|错报/.test(
    compactText(name),
  );
}

/** True for a name that says its unit in brackets: 培训人数（人）. */
export function namesItsUnit(name: string): boolean {
  return /\((?:单位:?)?[^()0-9]{1,6}\)$/.test(compactText(name).replace(/[。.;,、:!]+$/, ''));
}

const IMPLIED_UNITS: readonly (readonly [RegExp, string])[] = [
  [/人次(?:数|数量)?$/, '人次'],
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
  const core = coreOf(name);
  const implied = IMPLIED_UNITS.find(([pattern]) => pattern.test(core));
  return implied ? implied[1] : null;
}

const MEASURES =
  /^(?:平方米|平方公里|平方千米|平米|㎡|m2|亩|公顷|公里|千米|米|km|立方米|吨|千克|公斤|升|千瓦时?|度|兆|[KMGT]B?|兆瓦|[千万亿]?元)/i;

/** True for units of measure and money, where a target is an amount rather than a count. */
export function isMeasureUnit(unit: string): boolean {
  return MEASURES.test(unit);
}
