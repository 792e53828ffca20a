import { isCountName, isRateName } from '../../values/indicator-name';
import { compactText } from '../../values/normalize-text';
import { isSatisfaction, type Level2 } from '../../forms/indicator-levels';
import type { CatalogueEntry, EntryKind } from '../catalogue-file';

/** Written where there is nothing to say, as opposed to a cell that goes on as the one above. */
export const NOT_STATED = '—';

/** Words for "not stated", as opposed to a cell that was left blank. */
const NONE = /^(?:[-－—–―_/／、.。~～*]+|无|空|不限|未定|N\/?A|null)$/i;

const LONGEST_NONE = 10;

export function isNoneWord(text: string): boolean {
  return text.length <= LONGEST_NONE && NONE.test(text);
}

const KINDS: readonly (readonly [RegExp, EntryKind])[] = [
  [
    /^(?:count|数量|数值|数字|计数|绝对值|绝对数|整数|小数|定量数值|数量型|数值型|数字型|整数型|金额|面积|长度)$/i,
    'count',
  ],
  [/^(?:rate|percent(?:age)?|比率|率|比例|百分比|百分率|百分数|相对值|相对数|比率型|比例型|百分比型|%)$/i, 'rate'],
  [/^(?:date|日期|时间|时点|时间点|日期型|时间型|年月日)$/i, 'date'],
  [/^(?:yes-no|bool(?:ean)?|是否|是\/否|是非|有无|判断|布尔|判断型|是否型|布尔型|是非型)$/i, 'yes-no'],
  [/^(?:text|string|文本|文字|字符|字符串|描述|定性|定性描述|定性指标|文本型|文字型|字符型|定性型|描述型)$/i, 'text'],
];

/** Says that there is a number, and not which kind. */
const NUMBERED = /^(?:定量|定量指标|定量型|量化)$/;

const DIRECTIONS: readonly (readonly [RegExp, CatalogueEntry['direction']])[] = [
  [
    /^(?:higher|正向|正|正指标|正向指标|越大越好|越高越好|高优|望大|极大型?|上升|增加|\+|[≥>]=?|大于|大于等于|不低于|不少于|以上)$/i,
    'higher',
  ],
  [
    /^(?:lower|逆向|反向|负向|逆|负|反|逆指标|负指标|逆向指标|反向指标|负向指标|越小越好|越低越好|低优|望小|极小型?|下降|减少|-|[≤<]=?|小于|小于等于|不高于|不超过|不多于|以内|以下)$/i,
    'lower',
  ],
];

/** Known, and no direction. */
const UNDIRECTED = /^(?:=|等于|中性|适度|适中|区间|中向|无)$/;

function valueOf<T>(words: readonly (readonly [RegExp, T])[], text: string): T | null {
  const compact = compactText(text);
  const found = words.find(([pattern]) => pattern.test(compact));
  return found ? found[1] : null;
}

/** Reads "比率", "定性", "是/否"; null for other words. */
export function kindOfWord(text: string): EntryKind | null {
  return valueOf(KINDS, text);
}

export function isKindWord(text: string): boolean {
  return kindOfWord(text) !== null || NUMBERED.test(compactText(text));
}

/** Reads "正向", "≥", "越小越好"; null for other words. */
export function directionOfWord(text: string): CatalogueEntry['direction'] {
  return valueOf(DIRECTIONS, text);
}

export function isDirectionWord(text: string): boolean {
  return directionOfWord(text) !== null || UNDIRECTED.test(compactText(text));
}

const YES_NO = /[(（](?:是\/否|是或否|是否|有\/无|有无)[)）]$/;

/** The kind of value that a name asks for beyond doubt, or null. */
export function kindOfName(name: string, level2: Level2 | null): EntryKind | null {
  if (YES_NO.test(name.trim())) return 'yes-no';
  if (isRateName(name) || /满意度$/.test(compactText(name)) || (isSatisfaction(level2) && /度$/.test(name)))
    return 'rate';
  return isCountName(name) ? 'count' : null;
}

/** The year in "2024", "2024年度" or "2024版"; null for a text that names none or several. */
export function yearOf(text: string): number | null {
  const years = compactText(text).match(/(?:19|20)[0-9]{2}(?![0-9])/g);
  return years !== null && years.length === 1 ? Number(years[0]) : null;
}

/** 别名 in one cell: apart by semicolons or lines, else by commas outside brackets. */
export function splitAliases(text: string): readonly string[] {
  const parts = /[\r\n]/.test(text)
    ? text.split(/[\r\n]+/)
    : /[;；|｜]/.test(text)
      ? text.split(/[;；|｜]/)
      : splitOutsideBrackets(text);
  const names: string[] = [];
  for (const part of parts) {
    const name = part.trim();
    if (name !== '' && !isNoneWord(name) && names.indexOf(name) < 0) names.push(name);
  }
  return names;
}

function splitOutsideBrackets(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (/[(（\[【“]/.test(sign)) depth += 1;
    else if (/[)）\]】”]/.test(sign)) depth -= 1;
    if (depth <= 0 && /[、,，]/.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
