import type { CatalogueEntry } from '../indicator-catalogue';
import type { MatchQuery } from './match';

/** Units of one family may stand for one another; units of two families never count one thing. */
const FAMILIES: readonly string[] = [
  '人 名 位',
  '人次 人次数',
  '家 户 个 所 间 单位',
  '次 场 场次 期 届 轮 批 批次 班 班次',
  '份 册 本 篇 套 张 幅 种 条',
  '台 部 辆 台套 件 架 艘',
  '平方米 平方公里 平米 亩 公顷 ㎡ m2 万亩 万平方米',
  '米 公里 千米 延米 km 里',
  '元 万元 亿元 千元',
  '天 日 个工作日 工作日 个月 月 年 小时 分钟',
  '吨 公斤 千克 万吨',
  '% 百分比 百分点 ％',
];
/** 个, 项, 件 … count nearly anything. */
const VAGUE = '个 项 件 宗 起 条 处 座 栋 批 套 份 种 类 只 头';

/** True when the entry cannot have a value of this kind or unit. */
export function contradictsValue({ kind, unit }: CatalogueEntry, query: MatchQuery): boolean {
  if (query.kind && kind && query.kind !== kind && isFirm(query.kind) && isFirm(kind)) return true;
  return Boolean(query.unit && unit && areOtherUnits(query.unit.trim(), unit.trim()));
}

/** A statement (yes/no, text) may be given as a number in another office. */
function isFirm(kind: string): boolean {
  return kind === 'count' || kind === 'rate' || kind === 'date';
}

function areOtherUnits(left: string, right: string): boolean {
  if (left === right || isVague(left) || isVague(right)) return false;
  const leftFamily = familyOf(left);
  const rightFamily = familyOf(right);
  return leftFamily >= 0 && rightFamily >= 0 && leftFamily !== rightFamily;
}

function isVague(unit: string): boolean {
  return VAGUE.split(' ').indexOf(unit) >= 0;
}

function familyOf(unit: string): number {
  for (let index = 0; index < FAMILIES.length; index += 1) {
    if (FAMILIES[index].split(' ').indexOf(unit) >= 0) return index;
  }
  return -1;
}
