import type { Indicator } from '../../forms/form';
import { isBenefit, isSatisfaction } from '../../forms/indicator-levels';
import { isEffectStatement, isVagueValue } from '../../values/effect-statement';
import { findMeasure } from '../../values/measure-words';
import { compactText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';
import { isStandardName } from '../standard-name';

/** Where a name stands decides how it may be worded: benefits may be statements. */
type Place = 'output' | 'benefit' | 'satisfaction' | null;

/** A comma or stop with words on both sides; not within a number. */
const INNER_MARK = /[^0-9],|,[^0-9]|[;。!?]/;
const FINAL_STOP = /[。.;!]$/;
/** 1. (2) ② ahead of an item; two of them make a list, which is another flaw. */
const LIST_ITEM = /(?:^|[;。,])(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.、)](?![0-9]))/g;
const CIRCLED = /[①-⑳]/g;
/** Words of effect that name neither a product nor a piece of work; 完善, 推进, 维护 may be either. */
const SLOGAN =
  /^(?:有效|显著|明显|进一步|不断|持续|逐步|稳步|大力|充分|切实|积极|全面|着力|更好){0,2}地?(?:提升|提高|增强|促进|改善|优化|营造|保障|确保|保证|助力|强化|巩固|缓解|激发|弘扬|树立|提振|推动|夯实|发挥|有利于|有助于)/;
/** What is promised can be checked: 确保工资按时发放. */
const CHECKABLE = /提升改造|改造提升|优化调整|提升工程|按时|及时|按期|如期|准时|足额|合格|达标|不发生|零|完成|全覆盖/;

/** 每月达到, 不低于, ≥: the sentence goes on in the next column. */
const OPEN_END =
  /(?:达到|达至|[率度量数额值比重面]达|每[年月日周]达|累计达|不低于|不少于|不高于|不超过|不大于|不小于|大于等于|小于等于|大于|小于|控制在|保持在|维持在|(?:提高|提升|增加|增长|降低|下降|减少|缩短|压缩)(?:到|至)|[≥≤><=]|每(?:个?月|年|季度?|周|天|日)(?:共|约)?(?:完成|实现|举办|开展|组织))$/;
/** Complete before a date or a state, broken off before a number. */
const OPEN_BEFORE_NUMBER = /(?:全年|年内|累计|总共|共计|一共|预计|力争)(?:共|约|可)?(?:完成|实现|举办|开展|组织)$/;
/** Complete as they stand: 是否达到. */
const COMPLETE_END = /(?:是否|全部|均|已|未)达到$/;

/** Longer texts are judged by their beginning. */
const LONGEST_NAME = 400;
const LONGEST_MEASURE = 25;
const LONGEST_QUOTE = 40;

export default defineRule({
  id: 'name/not-an-indicator',
  severity: 'warning',
  title: '三级指标应是可以衡量的名称，不是句子或口号',
  why: '句子和口号没有可以计量的东西，年终无法判断完成没有。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）关于绩效指标应细化量化、可衡量的要求',
  example: { wrong: '加强馆员培训,提高服务能力,促进阅读推广。', right: '馆员培训合格率' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    sentence: '三级指标“{name}”是一句话，不是指标名称，请改为可以衡量的名称，如“…数量”“…率”。',
    long: '三级指标“{name}”长达{length}个字，是一段说明，请改为简短、可以衡量的名称。',
    slogan: '三级指标“{name}”写的是效果，不是可以衡量的{level}，请改为具体的名称，如“…数量”“…合格率”。',
    open: '三级指标“{name}”写到“{end}”就断了，不成名称，请改为完整的指标名称，数值写在指标值中。',
  },
  thresholds: {
    longestBenefit: { value: 25, meaning: '效益类指标名称超过此字数且为叙述时视为一段说明' },
  },
  *check({ project }, problem, context, { longestBenefit }) {
    for (const indicator of project.indicators) {
      const { name, plainName } = indicator;
      if (isNotApplicable(plainName) || isSecretText(name.text) || isStandardName(indicator, context)) continue;
      const text = compactText(plainName).slice(0, LONGEST_NAME);
      const shown = { name: shorten(plainName) };
      const place = placeOf(indicator);
      const end = openEnd(indicator, text);
      if (end !== null) yield problem('open', name, { ...shown, end });
      else if (isList(plainName, text)) continue;
      else if (place === 'benefit') {
        if (isSentence(text) && FINAL_STOP.test(text)) yield problem('sentence', name, shown);
        else if (text.length > longestBenefit && (isSentence(text) || isEffectStatement(text)))
          yield problem('long', name, { ...shown, length: text.length });
      } else if (place !== null) {
        if (isSentence(text)) yield problem('sentence', name, shown);
        else if (isSlogan(indicator, text)) {
          yield problem('slogan', name, { ...shown, level: place === 'output' ? '产出' : '满意度' });
        }
      }
    }
  },
});

function placeOf({ level1Kind, level2Kind }: Indicator): Place {
  if (isSatisfaction(level2Kind)) return 'satisfaction';
  if (isBenefit(level2Kind)) return 'benefit';
  if (level2Kind !== null) return 'output';
  return level1Kind === 'output' || level1Kind === 'benefit' || level1Kind === 'satisfaction' ? level1Kind : null;
}

/** Inner marks outside of brackets and quotation marks, unless they only separate parts of the name of one measure. */
function isSentence(text: string): boolean {
  const body = text
    .replace(/\([^()]{0,60}\)|“[^“”]{0,60}”|《[^《》]{0,60}》|"[^"]{0,60}"/g, '')
    .replace(/[。.;,、:!?]{1,6}$/, '');
  if (!INNER_MARK.test(body)) return false;
  const clauses = body.split(/[,;。!?]/).filter((clause) => clause !== '');
  if (clauses.length < 2 || clauses.every((clause) => clause.length <= 6 && !isEffectStatement(clause))) return false;
  if (clauses.every((clause) => findMeasure(clause) !== null)) return false;
  const isMeasure = findMeasure(body) !== null && text.length <= LONGEST_MEASURE;
  return !isMeasure || clauses.some(isEffectStatement);
}

function isList(name: string, text: string): boolean {
  // Circled numbers are plain digits in half width.
  return (text.match(LIST_ITEM) || []).length > 1 || (name.slice(0, LONGEST_NAME).match(CIRCLED) || []).length > 1;
}

/** A word of effect that a word of effect answers; numbers make it a piece of work, percentages are value/percent-for-non-rate. */
function isSlogan({ target, value, level2Kind }: Indicator, text: string): boolean {
  if (target.kind !== 'yes-no' && !isVagueValue(value.text)) return false;
  if (level2Kind === 'timeliness' || findMeasure(text) !== null || CHECKABLE.test(text)) return false;
  return isEffectStatement(text) && SLOGAN.test(text.replace(/^(?:\([0-9]{1,2}\)|[0-9]{1,2}[.、)])/, ''));
}

/** The words at which a name breaks off; null for a complete one. */
function openEnd({ target }: Indicator, text: string): string | null {
  const bare = text.slice(-24).replace(/[,:。;]{1,3}$/, '');
  const isCounted = target.kind === 'quantity' || target.kind === 'range' || target.kind === 'composite';
  const match = OPEN_END.exec(bare) || (isCounted ? OPEN_BEFORE_NUMBER.exec(bare) : null);
  return match && !COMPLETE_END.test(bare) ? match[0] : null;
}

function shorten(name: string): string {
  const line = name.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
