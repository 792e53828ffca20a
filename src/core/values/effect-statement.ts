import { measuredName } from './indicator-name';
import { compactText } from './normalize-text';

/** Longer texts describe something, however loosely. */
const LONGEST_VAGUE = 80;

/** Words that say how, before a word of effect: 有效提升, 进一步优化. */
export const EFFECT_ADVERBS =
  '(?:长期|有效地?|显著地?|明显地?|进一步|不断地?|持续地?|逐步|逐年|稳步|大幅度?|大力|充分|切实|积极|全面|着力|更好地?|更加|较大|较好地?|极大地?|有力|全力|扎实|深入|努力|得到|有所|稳定|良好地?|较为|日益|高效)';

/** Words of effect: what they bring about is seen, not counted. */
export const EFFECT_VERBS =
  '(?:提升|提高|增强|促进|改善|保障|打造|发挥|完善|优化|营造|推动|推进|加强|加大|夯实|健全|构建|确保|保证|带动|助力|强化|深化|巩固|缓解|减轻|满足|丰富|激发|弘扬|树立|提振|引导|培育|维护|有利于|有助于)';

/** Nouns that begin with a word of effect and are no statement: 保障性住房, 推进会. */
const COMPOUNDS =
  /^(?:保障(?:性|对象|房|金|人|车|标准|资金|范围|措施|类|线|部门|机制|体系|能力|水平|平台|中心)|推进(?:会|情况|项目|计划)|优化方案|维护(?:人员|费|单位|设备|情况)|引导(?:员|资金|基金|标识)|培育(?:库|企业|对象|主体|项目)|带动(?:就业|农户|投资))/;

const STATEMENT = new RegExp(`^(?:${EFFECT_ADVERBS}){0,3}${EFFECT_VERBS}`);
const ADVERB_FIRST = new RegExp(`^(?:有效|显著|进一步|充分|切实|大力|着力)[^率]{3}`);
const BY_MEANS = new RegExp(`^(?:依托|通过|围绕|立足|为|把|让|使|以|在).{1,30}${EFFECT_VERBS}.{2}`);
const CLAUSE = new RegExp(`[,;。](?:${EFFECT_ADVERBS}){0,3}${EFFECT_VERBS}`);

/** What can be measured though a word of effect stands before it: 提高就业率, 提升农民收入, 确保按期完成. */
const MEASURABLE_END =
  /(?:[率度比面额量数值价]|例|重|情况|收入|产值|单产|税收|收益|利润|工资|成绩|得分|名次|增长|增加|增幅|增速|降幅|下降|减少|降低|完成|达标|合格|到位|覆盖|及时|通过|知晓|满意|认可|达成|普及|及时性|准确性|合规性|完整性)$/;
const EFFECTS_WITH_SUCH_AN_END =
  /(?:效率|频率|速率|力度|程度|质量|能量|力量|含量|方面|局面|层面|场面|价值|严重|尊重|慎重)$/;

/** 服务能力提升, 居民获得感明显增强: the effect stands at the end. */
const EFFECT_LAST = new RegExp(
  `(?:能力|水平|意识|环境|形象|质量|素质|感|影响力|竞争力|凝聚力|吸引力|积极性|主动性|氛围|面貌|秩序|条件|效率|效能|效果|作用|局面|格局|状况|品质|风貌|治理)(?:${EFFECT_ADVERBS}){0,3}(?:提升|提高|增强|改善|加强|优化|完善|促进|好转|发挥|改进)$`,
);

/** True for a name that states an effect (提高政务服务水平) instead of naming a measure. */
export function isEffectStatement(name: string): boolean {
  const core = measuredName(name);
  if (COMPOUNDS.test(core)) return false;
  const isStated = STATEMENT.test(core) || ADVERB_FIRST.test(core) || BY_MEANS.test(core) || CLAUSE.test(core);
  return isStated && (!MEASURABLE_END.test(core) || EFFECTS_WITH_SUCH_AN_END.test(core));
}

/** True for a name that closes with an effect: 营商环境明显改善. */
export function endsInEffect(name: string): boolean {
  return EFFECT_LAST.test(measuredName(name));
}

const TASK =
  /(?:办理|处理|处置|管理|管护|养护|维护|运维|维修|建设|采购|购置|改造|修缮|整治|治理|宣传|推广|开展|实施|推进|保障|运行|运转|服务|发放|拨付|支付|征收|检查|巡查|监测|检测|评审|审核|审计|统计|调查|编制|安装|调试|供应|交付|施工|工作|任务|活动)$/;
const QUALIFIED =
  /及时|按时|按期|准时|如期|足额|准确|规范|合格|达标|完成|正常|安全|稳定|到位|覆盖|满意|合规|全面|通过|落实|优良/;

/** True for a name that only says what is to be done (来访接待办理) and not how well or how much of it. */
export function isBareTask(name: string): boolean {
  const core = measuredName(name);
  return core.length <= 40 && TASK.test(core) && !QUALIFIED.test(core);
}

const DIRECTIONS =
  '(?:增加|减少|减轻|降低|下降|上升|扩大|加快|改进|支持|支撑|指导|吸引|服务|规范|健全|落实|遏制|满足|激活|普及|延长|缩短|节约|进步|增长|增收|发展|影响|辐射|提质|增效|向好|好转)';
const RESULT = '(?:效果|成效|作用|影响|效益|贡献|水平|程度|能力)?';
const VAGUE_WORD = new RegExp(
  `^(?:${EFFECT_ADVERBS}|较上年|比上年){0,3}(?:${EFFECT_VERBS}|${DIRECTIONS}){1,3}(?:了|和|与|、)?(?:${EFFECT_VERBS}|${DIRECTIONS})?$`,
);
const VAGUE_ADJECTIVE = new RegExp(
  `^(?:具有|产生|起到|有)?${RESULT}(?:非常|比较|较为|很|较|更|十分|均|都)?(?:有效|显著|明显|较好|良好效果|较大|较高|较强|深远|重要|重大|突出|凸显|显现|可持续|持续|积极|及时|高效|很好|好|大|高|强)(?:性|地|的)?${RESULT}$`,
);
const VAGUE_SENTENCE = new RegExp(
  `^(?:${EFFECT_ADVERBS}){0,3}(?:${EFFECT_VERBS}|指导|吸引|扩大|提供|加快|支持|支撑)[^0-9]{2,60}$`,
);
const SHORT_AND_VAGUE = /^(?:有效|显著|明显|进一步|持续|稳步|逐步|不断|切实|充分)[^0-9合达通符完按到零无]{1,6}$/;
const PROMPT = /^及时(?:地)?(?:完成|发放|支付|拨付|处理|处置|响应|办理|上报|更新|到位|开展|维修|解决)?$/;

/** States that somebody can look up or tell: 合格, 达标, 与上年持平, 优良, 不超预算. */
const CHECKABLE =
  /合格|达标|达到|通过|符合|合规|合法|标准|完成|验收|上年|去年|往年|同期|基期|同比|环比|持平|预算|计划|优良|等级|[一二三四五六七八九十]级|零|无|不发生|未发生|不低于|不超过|全覆盖|应.尽.|应.{1,2}尽|满意|[甲乙丙Ⅰ-ⅿIV]/;

/** Words that name a state as well as an effect: 制度健全性：健全. */
const STATE = /^(?:基本)?(?:健全|完善|规范|完备|建立健全|健全完善)$/;

/** True for a target that is no more than a word of effect: 有效, 显著提升, 得到改善, 作用明显, 不断提高队伍素质. */
export function isVagueValue(text: string): boolean {
  const compact = compactText(text).replace(/[。;,.!、]{1,6}$/, '');
  if (compact === '' || compact.length > LONGEST_VAGUE || /[0-9%]/.test(compact)) return false;
  if (PROMPT.test(compact)) return true;
  if (CHECKABLE.test(compact) || STATE.test(compact)) return false;
  return [VAGUE_WORD, VAGUE_ADJECTIVE, VAGUE_SENTENCE, SHORT_AND_VAGUE].some((pattern) => pattern.test(compact));
}
