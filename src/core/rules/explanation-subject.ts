import type { Project } from '../forms/form';
import { bareText } from '../values/normalize-text';
import { withCommonWords } from '../values/subject-synonyms';
import { comparableText, type ComparableText } from '../values/text-similarity';

/** "该指标主要考察", "本指标用于衡量", "考核": what says nothing yet. Matched against texts without punctuation. */
export const OPENING =
  /^(?:(?:该|本|此)?(?:项)?指标)?(?:主要|重点)?(?:用于|用以|用来|是|为)?(?:考察|考核|考查|衡量|评价|反映|体现|监测|评估|检验|检查)(?:的是|了)?(?:(?:本|该)?项目(?:的)?(?:实施)?)?(?:是否)?/;

/** Words of an explanation that would go with any indicator. */
const ANY_INDICATOR =
  /(?:本|该|此|项目|工作|任务|业务|活动|整体|总体|全年|年度|指标|目标|要求|计划|规定|预期|实际|具体|实施|开展|完成|使用|落实|执行|推进|进行|产生|带来|取得|达到|实现|相关|各项|主要|对|按照?|根据|是否|社会|经济|生态|环境|可持续|产出|数量|质量|时效|效益|效果|成效|影响|作用|程度|情况|水平|结果|时间|及时|按时|正常|良好|明显|较好|后|的|所|有|是|和|与|及|或|等|了)/g;
/** 对…经济社会发展的影响: for any project of any place. */
const ANY_EFFECT =
  /^对.{0,10}(?:经济|社会|生态|环境)(?:社会|环境)?(?:发展|建设)?(?:产生)?的?(?:影响|作用|贡献)(?:程度|情况)?$/;

/** True for an explanation that says nothing of this indicator: "该指标考察工作完成质量", "社会效益指标". */
export function isGenericExplanation(text: string): boolean {
  const bare = bareText(text);
  if (bare === '' || bare.length > 60) return false;
  const rest = bare.replace(OPENING, '');
  return rest.replace(ANY_INDICATOR, '') === '' || ANY_EFFECT.test(rest);
}

/** Words that say how something is measured or handled, not what it is. */
const MEASURE =
  /(?:数量|次数|场次|人数|人次|户数|家数|件数|个数|期数|面积|长度|里程|金额|时间|时限|时长|期限|日期|合格|达标|及时|按期|准确|规范|正常|完成|完工|验收|满意|认可|程度|水平|质量|效果|成效|效益|影响|作用|效率|能力|成本|控制|节约|预算|执行|支出|进度|采购|维护|建设|改造|更新|培训|宣传|服务|管理|保障|资金|经费|拨付|补贴|奖励|使用|实际|计划|目标|标准|要求|覆盖|比重|占比|增长|提升|提高|改善|优化|促进|增强|减少|降低|下降|具体|总体|评定|等级|评价|评分|认定|处理|处置|办理|受理|参与|参加|接待|开放|发生|优秀|组织|工程|任务|较|良好|不足|各类|各项|是|否|率|度|数|量|额)/g;

/** The text without its opening ("该指标主要考察"), bare. */
export function withoutOpening(text: string): string {
  return bareText(text).replace(OPENING, '');
}

/** What a name or an explanation is about, without how it is measured: 泵站养护次数 and 泵站养护及时率 are about 泵站. */
export function subjectOf(text: string): ComparableText {
  return comparableText(withCommonWords(bareText(text)).replace(MEASURE, '0'));
}

/** A bare text without words of measuring and handling; "" when there is nothing else in it. */
export function withoutMeasure(bare: string): string {
  return bare.replace(MEASURE, '').replace(/情况|座|条|处|株|盏|个|家|人|次|户|的/g, '');
}

/** Pairs of neighbouring characters, the part of a subject that means something. */
export function pairsOf({ features }: ComparableText): readonly string[] {
  return Array.from(features).filter((feature) => feature.length > 1);
}

/** The measure a text closes with ("里程", "合格率"), leaving out that it is looked at ("情况", "是否达标"); "" when there is none. */
export function finalMeasure(text: string): string {
  const core = bareText(text).replace(/(?:完成|实际|具体)?(?:情况|是否达标|达标情况)$/, '');
  const measure =
    /(?:数量|次数|场次|人数|人次|户数|家数|件数|个数|期数|面积|长度|里程|金额|时间|时限|时长|期限|日期|满意度|知晓率|[^是]{2}率)$/.exec(
      core,
    );
  return measure ? measure[0] : '';
}

const LONGEST_CHUNK = 1500;
const LONGEST_PROJECT = 60000;

/**
 * All pairs of characters (see pairsOf) in what a project says of itself but its explanations: head fields, names and values.
 * Null for a project that says too much to be held against.
 */
export function pairsWrittenIn({ name, fields, indicators }: Project): ReadonlySet<string> | null {
  const written = [name];
  for (const { value } of fields) written.push(value.text);
  for (const indicator of indicators) written.push(indicator.name.text, indicator.value.text);
  const text = written.join('。');
  if (text.length > LONGEST_PROJECT) return null;
  const pairs = new Set<string>();
  for (let start = 0; start < text.length; start += LONGEST_CHUNK) {
    // A word that lies across the cut is whole in one of the two.
    for (const pair of pairsOf(comparableText(text.slice(start, start + LONGEST_CHUNK + 10)))) pairs.add(pair);
  }
  return pairs;
}
