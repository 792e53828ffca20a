import type { CostRole } from './cost-item';

/** Words that begin a share of what was stated before. */
export const SHARE = /其中|含(?!量)|包含/;

const TOTAL_WORD = /合计|共计|总计|小计|总共|累计需|(?:^|[^公])共\s?(?:需|约|计|为)?\s?:?\s?$/;
/** A clause made of nothing but such words speaks about the whole: 2024年项目预算, 经测算共需资金. */
const WHOLE =
  /^(?:经测算|预计|综上|以上|上述|各项|[两三四五六七八九十]项|因此|所以|故|本|该|此|当年|单位|中心|[0-9]{4}年|全年|年度|度|项目|部门|共|计|拟|需要|需|总|合|小|申报|申请|编制|安排|财政|预算|经费|资金|费用|支出|金额|需求|总额|规模|投入|为|约|\(|\)|:|\s)+$/;
const MONEY_NOUN = /预算|经费|资金|费用|支出|金额|总额|需求|规模|投入|安排|申请|申报/;

/** Amounts of another time or of a contract: they may stand in a list without being asked for. */
const STRONG_MENTION =
  /年初预算|决算|执行数|上年|去年|往年|往常|历年|以前年度|上一年|近.年|前.年|[0-9]年(?:度)?(?:实际|决算|执行|预算数|完成|已)|实际支出|实际发生|已支付|已付|已拨|已支出|已执行|已投入|前期投入|合同(?:总)?(?:价|额|金额|总额|总价)|中标(?:价|金额)|成交价|送审|总投资|^\s?20[0-9]{2}年度?(?:为|是|约|:)?\s?$/;
/** Amounts that limit, measure or compare; where they stand in a list nobody can be sure. */
const WEAK_MENTION =
  /带动|拉动|撬动|效益|创收|贡献|交易额|成交额|签约|融资|贷款|贴息|基数|原值|造价|标的|保额|授信|已完成|已安排|已下达|累计|预留|招标|中标|概算|估算总|限额|控制数|营业收入|产值|税收|注册资本|实收资本|投资额|销售额|营收|罚款|收入|节约|节省|同比|增长|增加|减少|门槛|超过|达到|不足|满\s?$/;
/** What was planned or spent at another time. */
const EARLIER = /上一?年|去年|往年|历年|以前年度|年初预算|决算|20[0-9]{2}年度?[^,;:]{0,12}(?:执行|实际)/;
const REPORT = /年初预算|预算数|决算|执行|追加|调整|实际|完成/;
/** Words that turn from earlier time to what is asked for. */
const TURN = /[本今当明]年|20[0-9]{2}年|拟|申请|申报|计划|预计|需|尚|编列|编制|测算|新增|另|尾款|余款/;
const ARREARS = /尾款|余款|首款|未付|待付|应付/;

/** What the words before an amount make of it. */
export function roleOf(lead: string, isBracketed: boolean, isShare: boolean): CostRole {
  const clause = clauseOf(lead);
  if (isMention(clause)) return 'mention';
  if (isBracketed || isShare) return 'part';
  const words = clause.trim();
  const isWhole = WHOLE.test(words) && (TOTAL_WORD.test(words) || MONEY_NOUN.test(words));
  return isWhole ? 'total' : 'item';
}

/** True for an amount that is left out of the sum but may be one of the items all the same. */
export function isUnsureMention(lead: string): boolean {
  const clause = clauseOf(lead);
  return isMention(clause) && !STRONG_MENTION.test(clause);
}

/** True for an amount of earlier time: what follows in the same statement is most likely one too. */
export function speaksOfEarlier(lead: string): boolean {
  return EARLIER.test(clauseOf(lead));
}

/** 上年预算480万元，决算475万元: words that do not leave the time of the amount before. */
export function staysEarlier(lead: string): boolean {
  return !TURN.test(lead);
}

/** True where the words themselves say that it was planned or spent. */
export function reportsSpending(lead: string): boolean {
  return REPORT.test(lead);
}

/** 设备费小计50万元: what has a name is a total only where it adds up others. */
export function mayBeSubtotal(lead: string): boolean {
  return /小计|合计|共计|总计/.test(clauseOf(lead));
}

function isMention(clause: string): boolean {
  return (STRONG_MENTION.test(clause) || WEAK_MENTION.test(clause)) && !ARREARS.test(clause);
}

function clauseOf(lead: string): string {
  const near = lead.slice(-60);
  return near.slice(Math.max(...[',', ')', '、', '?', '!'].map((sign) => near.lastIndexOf(sign))) + 1);
}
