import { bareLabel } from '../../forms/head-labels';
import type { CatalogueColumn } from './catalogue-import';
import { HEADING_WORDS, type WordedRole } from './heading-words';

/** What a heading says of its column. */
export interface Heading {
  /**
   * `attribute`: a kind, a direction or a level, to be told from what stands below (指标类型, 指标性质). `other`: known, and of
   * no use here (序号, 备注, 指标值).
   */
  readonly role: Exclude<CatalogueColumn, 'codedName'> | 'attribute' | 'other';
  /** True when the heading itself says of which level it is. */
  readonly hasLevel: boolean;
  /** How surely the column is the one, 0 first. */
  readonly rank: number;
}

const LONGEST = 40;

const PLAIN = new Map<string, Heading>();
for (const role of Object.keys(HEADING_WORDS) as WordedRole[]) {
  HEADING_WORDS[role].forEach((word, rank) => PLAIN.set(word, { role, hasLevel: /^level/.test(role), rank }));
}

/** Which indicators they are says nothing of the column; 预算指标 without 绩效 are sums of money. */
const PREFIX =
  /^(?:(?:所属|对应|归属)(?=[一二]级)|(?:标准|考核|评价|共性|个性|核心|通用|项目支出|项目|部门|单位)+(?=绩效|指标|[一二三四]级)|(?:部门|项目)?预算(?=绩效))/;

const LEVELS: readonly (readonly [RegExp, 1 | 2 | 3 | 4])[] = [
  [/第?(?:四|4|IV|末)级/, 4],
  [/第?(?:三|3|III)级|具体(?=指标)/, 3],
  [/第?(?:二|2|II)级/, 2],
  [/第?(?:一|1|I)级/, 1],
];
const LEVEL_WORDS = /第?(?:[一二三四1-4末]|I{1,3}|IV)级|具体(?=指标)/g;
const KEPT_OUT = /项目|单位|部门|资金|科目|预算|政策|行政区划|机构|人员|用户/;
const CODE = /^(?:编码|代码|编号|码|编码号|标识码|识别码|标识|code|id)$/i;
const NAME = /^(?:名称|名|内容|名字|name)$/i;
const BOTH = /^(?:编码|代码|编号|code)(?:及|和|与|\/|\+|-|、|—)?(?:名称|名)$/;
const CLASS = /^(?:类型|类别|分类|维度|层级|层)$/;

/** What a heading means, read from its words alone; null for a text that is none. */
export function headingOf(text: string): Heading | null {
  if (text.length > LONGEST || /^[0-9.,%\s-]*$/.test(text)) return null;
  const label = bareLabel(text).replace(PREFIX, '');
  if (label === '' || label.length > 16) return null;
  const [first] = label.split('/');
  const plain =
    PLAIN.get(label) || PLAIN.get(label.toLowerCase()) || PLAIN.get(first) || PLAIN.get(label.replace(/^绩效/, ''));
  if (plain !== undefined) return plain;
  return levelHeading(label);
}

function levelHeading(label: string): Heading | null {
  const level = LEVELS.find(([pattern]) => pattern.test(label));
  const rest = label.replace(LEVEL_WORDS, '').replace(/绩效|指标(?:体系|库|信息)?/g, '');
  const isOfIndicator = rest !== label;
  if (KEPT_OUT.test(rest)) return isOther(rest) ? OTHER : null;
  const role = level === undefined || level[1] > 2 ? null : level[1] === 1 ? 'level1' : 'level2';
  const hasLevel = level !== undefined;
  if (CODE.test(rest)) {
    if (role !== null) return { role, hasLevel, rank: 0 };
    return { role: 'code', hasLevel, rank: codeRank(rest, hasLevel, isOfIndicator) };
  }
  if (role !== null) return rest === '' || NAME.test(rest) || CLASS.test(rest) ? { role, hasLevel, rank: 0 } : null;
  if (BOTH.test(rest)) return { role: 'name', hasLevel, rank: 0 };
  if (!NAME.test(rest) && (rest !== '' || !isOfIndicator)) return null;
  const isLeaf = level !== undefined && level[1] === 4;
  return { role: 'name', hasLevel, rank: isLeaf ? 0 : hasLevel ? 1 : nameRank(rest, isOfIndicator) };
}

const OTHER: Heading = { role: 'other', hasLevel: false, rank: 0 };

function isOther(rest: string): boolean {
  return /(?:编码|代码|编号|名称|类型|类别)$/.test(rest);
}

function codeRank(rest: string, hasLevel: boolean, isOfIndicator: boolean): number {
  return (hasLevel ? 0 : isOfIndicator ? 1 : 2) + (/编号|标识|id/i.test(rest) ? 3 : 0);
}

/** 指标名称, 指标, 名称, 指标内容. */
function nameRank(rest: string, isOfIndicator: boolean): number {
  if (/名/.test(rest)) return isOfIndicator ? 2 : 4;
  return rest === '' ? 3 : 5;
}

/** What the headings above one another say of their column, from top to bottom; null when nothing in them is known. */
export function headingOfPath(path: readonly string[]): Heading | null {
  if (path.length === 0) return null;
  const leaf = headingOf(path[path.length - 1]);
  const isPart = leaf !== null && (leaf.role === 'code' || leaf.role === 'name') && !leaf.hasLevel;
  if (leaf !== null && !isPart) return leaf;
  if (path.slice(0, -1).some((text) => KEPT_OUT.test(text) && !/指标/.test(text))) return OTHER;
  // 三级指标 over 编码 is 三级指标编码.
  for (let start = 0; start < path.length - 1; start += 1) {
    const joined = headingOf(path.slice(start).join(''));
    if (joined !== null && (leaf === null || joined.hasLevel)) return joined;
  }
  if (leaf !== null) return leaf;
  return headingOfPath(path.slice(0, -1));
}
