import { findCountedThings } from './find-counted-things';
import { foldWidth, maskNames } from './mask-names';

/** Numbers of time and money that count as a quantity of a goal, and zeros and ones written as words. */
const OTHER_QUANTITIES =
  /[0-9]\s{0,2}(?:[百千]?[万亿]|[百千])?(?:元|倍|个?月(?![底初末份中])|个?工作日|个?小时|分钟|天|周|学期|季度|岁|个?百分点|分(?!类|级|别|析)|个?单位|位|吨|[㎡°])|[0-9](?:\.[0-9]{1,3})?\s{0,2}[%‰]|全覆盖|零(?:事故|投诉|差错|失误|发生|容忍|增长|报告|上访|延误|故障|伤亡)|翻[一两]番|百分之|无(?:重大|较大|一般)?(?:安全)?(?:生产)?(?:责任)?(?:事故|投诉)|[一二两三四五六七八九十]{1,3}(?:个|项|条|批|类|次|场|期|家|所|座|处|件|套|台|部|份|名|人|户)(?:以上|以内)|不(?:少于|低于|超过)[一二两三四五六七八九十]/;

/** True where a text says how much of something: counts, shares, money, spans of time; not years, dates, list numbers or names. */
export function holdsQuantity(text: string): boolean {
  return findCountedThings(text).length > 0 || OTHER_QUANTITIES.test(maskNames(foldWidth(text)));
}
