import { HAN, isHan, isHanAt } from './chinese-characters';

/** A word that stands in a text twice: where its first writing begins, and the place from the one to the end of the other. */
export interface DoubledWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_WORD = 20;

/** Verbs that want a noun: 开展, 提高. After them a doubled word cannot be the end of a longer phrase. */
const OBJECT_VERBS =
  '开展|进行|完成|做好|抓好|加强|增强|提高|提升|促进|推进|推动|加快|深化|强化|优化|改善|完善|落实|实施|举办|建立|打造|包括|涉及|支付|发放|拨付|采购|购买|购置';
const ENDS_IN_OBJECT_VERB = new RegExp(`(?:${OBJECT_VERBS})$`);
const VERBS = `${OBJECT_VERBS}|组织|保障|确保|用于|通过|按照|根据|参与|支持|负责`;
/** The word that follows is not the end of a longer phrase. */
const BEGINS_PHRASE = new RegExp(`(?:^|[^${HAN}]|[的了在和与及将对为]|${VERBS})$`);

/** Numbers repeat by right: 一次一次, 一户一户, 三五三五. */
const STARTS_WITH_NUMBER = /^[一二三四五六七八九十两几]/;
/** Verbs doubled to say "a little": 研究研究, 商量商量. */
const TRY_OUT = /^(?:研究|讨论|商量|考虑|了解|休息|琢磨|打扫|收拾|意思)$/;
/** 每人每月 behind a word ending in 人: 老人每人每月. A word that begins with 每 is doubled by mistake. */
const WITH_EACH = /^[^每].{0,3}每/;
/** One phrase inside the other: 关于转发…的通知的通知. */
const WITH_DE = /^(?:的.{1,3}|.{1,3}的)$/;

/** Words that no phrase ends with, or that never begin a longer noun: doubled they are a slip whatever follows. */
const NO_NOUN =
  /^(?:开展|进行|完成|加强|提高|提升|推进|推动|促进|确保|实现|达到|落实|按照|根据|通过|以及|并且|对于|关于|为了|可以|能够|需要|应当|不断|积极|有效|及时|全面|充分|主要|重点|包括|用于|因此|同时|其中|预计|目前|已经|有关|相关|各项|所有|国家|全省|全市|全区|全县|省级|市级|区级|县级|镇级|人民|中国|我[省市县区局委院校办镇]|本[省市县区局委院校办镇])$/;

/** Nouns that are also verbs: one may be the other's object or subject (管理管理人员, 党组织组织学习, 后勤保障保障有力). */
const ALSO_VERB =
  /^(?:管理|服务|培训|研究|建设|评价|评估|保障|规范|鼓励|限制|支持|引导|发展|教育|宣传|监督|检查|监测|检测|维护|运行|运营|采购|设计|投资|创新|救助|补助|奖励|考核|统计|调查|约束|淘汰|咨询|审计|工作|组织|领导|代表|计划|指导|调研|报告|学习|生产)$/;

/** What makes a compound with the word before it, so that the first writing ends one phrase and the second begins the next. */
const COMPOUND =
  /^(?:人员|人数|人次|人才|员|者|家|师|生|工|长|主任|经理|书记|处|科|室|所|站|台|网|端|器|机|库|楼|岗|队|组|班|户|商|方|单位|机构|部门|企业|公司|中心|平台|系统|体系|机制|制度|办法|规定|标准|规范|方案|计划|规划|方式|模式|内容|事项|情况|信息|数据|资料|材料|档案|台账|名称|编号|编码|代码|类型|类别|性质|范围|领域|区域|地点|场所|场地|用房|大厅|窗口|时间|时长|时限|时效|期限|周期|进度|阶段|节点|流程|程序|环节|次数|场次|个数|数量|数|总量|率|比例|占比|覆盖|面|度|力|量|值|指标|目标|任务|要求|需求|质量|水平|能力|效率|效果|效能|效益|成效|成果|结果|价值|成本|费用|经费|资金|支出|收入|金额|预算|补助|补贴|奖励|费|款|额|对象|主体|群众|居民|用品|用具|工具|设备|设施|产品|证|册|于|性|类|型|化|式|主义|节|日|周|车|船|箱|柜|灯|牌|板|屏|卡|表|图|书|栏|墙|亭|房|厂|院|校|馆|城区|本级|名录|清单|报告|报表|合同|协议|采购|拨款|基金|教学|评审|用地|经营|监理|集成|监测|影响|保护|资助|资格|素质|意识|权益|待遇|热线|指数|战略|园区|基地)/;

/** Words for bodies, after which a compound with the same word begins as a rule: 各部门部门预算, 第一人民医院医院信息化. */
const BODY =
  /^(?:部门|单位|机关|企业|政府|财政|医院|学校|大学|中学|小学|社区|街道|中心|公司|法院|公园|新区|项目|年度)$/;

/**
 * Words of 2 to 20 characters that stand in a text twice in a row (`项目项目`), in order. Left out is what language doubles by right:
 * numbers, verbs of trying, and a phrase that ends with the word the next one begins with (`招商工作工作人员`).
 */
export function findDoubledWords(text: string): readonly DoubledWord[] {
  const found: DoubledWord[] = [];
  let start = 0;
  while (start + 4 <= text.length) {
    const length = doubledLength(text, start);
    if (length === 0) {
      start += 1;
      continue;
    }
    // 政务服务服务 may be read as 务服务服 too: what is right in one reading is right.
    let last = start;
    while (last < start + length && text.charAt(last + length * 2) === text.charAt(last + length)) last += 1;
    let isWrong = true;
    for (let place = start; place <= last && isWrong; place += 1) isWrong = !isRight(text, place, length);
    if (isWrong) found.push({ word: text.substr(last, length), start: last, end: last + 2 * length });
    start = last + (isWrong ? 2 * length : length);
  }
  return found;
}

/** Length of the shortest word that stands twice from here; 0 when none does. */
function doubledLength(text: string, start: number): number {
  if (!isHanAt(text, start)) return 0;
  for (let length = 2; length <= LONGEST_WORD; length += 1) {
    if (text.charCodeAt(start) !== text.charCodeAt(start + length)) continue;
    const word = text.substr(start, length);
    if (text.substr(start + length, length) === word && isHan(word)) return length;
  }
  return 0;
}

function isRight(text: string, start: number, length: number): boolean {
  const word = text.substr(start, length);
  const after = text.substr(start + 2 * length, 4);
  const before = text.slice(Math.max(0, start - 3), start);
  if (STARTS_WITH_NUMBER.test(word) || TRY_OUT.test(word) || WITH_DE.test(word) || WITH_EACH.test(word)) return true;
  if (word === repeatOf(word.charAt(0), length) || /^再/.test(after)) return true;
  // 常务委员会委员会议: the second 委员会 is 委员 + 会议.
  if (/会$/.test(word) && /^[议场员]/.test(after)) return true;
  if (length > 3 || NO_NOUN.test(word)) return false;
  if (word === '年度' && /[0-9本上下当各]$/.test(before)) return true;
  const isAfterPhrase = !BEGINS_PHRASE.test(before);
  if (isAfterPhrase && (BODY.test(word) || ALSO_VERB.test(word)) && isHan(after.charAt(0))) return true;
  return COMPOUND.test(after) && (isAfterPhrase || (ALSO_VERB.test(word) && !ENDS_IN_OBJECT_VERB.test(before)));
}

function repeatOf(sign: string, count: number): string {
  let text = '';
  while (text.length < count) text += sign;
  return text;
}

const LIST_MARK = /[、，,]/;
/** What may follow an item of a list: another mark, or 和 and the like. */
const ITEM_END = /^[ \u3000]{0,3}(?:$|[、，,。；;\n]|[和与及]|以及)/;
/** What an item may begin after, when nothing else bounds it: a verb, 的 or a joining word. */
const BEFORE_ITEM = new RegExp(`(?:^|[^${HAN}0-9A-Za-z”》）)]|[的和与及或]|${VERBS})$`);
/** 非公有制经济、公有制经济 and 副主任委员、主任委员 name two things. */
const OTHER_BY_PREFIX = /[非不未无副半亚准次反总前后内外新旧大小高低多单双超]$/;

/**
 * Words of 3 to 20 characters that a list names twice, one directly after the other (`凝聚力、凝聚力和战斗力`). A shorter name after a longer
 * one that ends with it (`跨境电子商务、电子商务`) is an item of its own.
 */
export function findRepeatedItems(text: string): readonly DoubledWord[] {
  const found: DoubledWord[] = [];
  for (let mark = text.search(LIST_MARK); mark >= 0 && mark < text.length; mark += 1) {
    if (!LIST_MARK.test(text.charAt(mark))) continue;
    const blanks = /^[ \u3000]{0,3}/.exec(text.substr(mark + 1, 3));
    const second = mark + 1 + (blanks ? blanks[0].length : 0);
    const length = repeatedLength(text, mark, second);
    if (length === 0) continue;
    const start = mark - length;
    found.push({ word: text.substr(start, length), start, end: second + length });
  }
  return found;
}

/** Length of the word before the mark that is repeated from `second` on as an item of its own; 0 when none is. */
function repeatedLength(text: string, mark: number, second: number): number {
  if (!isHanAt(text, mark - 1) || !isHanAt(text, second)) return 0;
  for (let length = Math.min(LONGEST_WORD, mark); length >= 3; length -= 1) {
    if (text.charCodeAt(mark - length) !== text.charCodeAt(second)) continue;
    const word = text.substr(mark - length, length);
    if (text.substr(second, length) !== word || !isHan(word) || STARTS_WITH_NUMBER.test(word)) continue;
    if (!ITEM_END.test(text.substr(second + length, 6))) continue;
    const before = text.slice(Math.max(0, mark - length - 4), mark - length);
    const isWhole = BEFORE_ITEM.test(before) || /[力感]$/.test(word);
    const isLongAfterComma = text.charAt(mark) !== '、' && length >= 4 && !OTHER_BY_PREFIX.test(before);
    if (isWhole || isLongAfterComma) return length;
  }
  return 0;
}
