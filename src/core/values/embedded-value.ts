import { findMeasure } from './measure-words';
import { compactText } from './normalize-text';
import { scaledNumber, type Quantity, type TargetValue } from './target-value';

/** Longer texts are no names. */
const LONGEST_NAME = 200;

const NUMBER = '[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\\.[0-9]{1,4})?|[0-9]{1,12}(?:\\.[0-9]{1,4})?';
const PERCENT = `(?:(?:${NUMBER})[%‰]|百分之[零一二三四五六七八九十百点]{1,5})`;
const BOUND = '(?:及?以上|及?以内|及?以下|之内|左右|内)?';
const END = '[)。.;,、]{0,3}$';

/** 达80%, 不少于5场, ≤2小时: a comparison makes the number at the end a target; those that describe a thing (超过30天) do not count. */
const COMPARED = new RegExp(
  `(?:达到|达|不低于|不少于|不超过|不高于|不大于|不小于|不多于|控制在|保持在|维持在|大于等于|小于等于|[≥≤><=])` +
    `(?:约|为)?(?:${PERCENT}|(?:${NUMBER})[百千万亿]?(?![0-9])(?!年[^)。.;,、]|周?岁|级)[\\u4e00-\\u9fa5/²³㎡]{0,5})${BOUND}${END}`,
);
/** 满意度90%以上, 及时率（100%）. */
const MEASURED = new RegExp(`(?:率|性|[^程]度|比例|比重|占比|覆盖面)(?:为|约|在|:|\\()?${PERCENT}${BOUND}${END}`);
/** 收入增长10%, 时限压缩50%以上. */
const CHANGED = new RegExp(
  `(?:增长|提高|提升|增加|上升|下降|降低|减少|压减|压缩|缩短)(?:率|了|约|到|至|为)?(?:${PERCENT}|(?:${NUMBER})个百分点)${BOUND}${END}`,
);

const COUNTER =
  '家次|人次|户次|件次|车次|班次|家|场|次|人|名|份|台|套|件|项|批|户|栋|幢|本|册|篇|辆|部|处|座|株|棵|亩|公里|吨|盏|只|头|羽|条|间|所|宗|起|块|张|万元|亿元|元|平方米|个(?!月|工作日|自然日|小时|星期|百分点|学期|季度)';
const COUNTED = new RegExp(`(${NUMBER})([百千万亿]?)(${COUNTER})`, 'g');
/** What makes a number a part of a name: 第3批, 前10名, 每1000人, 5G, 1+5项, PM2.5. */
const PART_OF_NAME = /[第前每各近逾A-Za-z0-9.+×·*/-]$/;
const PART_BEHIND = /^(?:以上|以下|以内|[+×·]|强|级|类|型|制|人制|元以)/;

const ACTION =
  /^(?:[0-9]{1,2}[.、)])?(?:每年|全年|年内|计划|预计)?(?:(?:举办|开展|组织|召开|完成|采购|购置|购买|建设|新建|新增|改造|印制|印刷|发放|制作|培训|走访|慰问|安装|更换|培育|引进|服务|联系|编制|拍摄|创建|打造|招聘|聘请|配备|发布|检查|巡查|种植|修复|维修|资助|救助|帮扶|扶持)[、和及]?){1,3}(?:各类|不少于|约)?$/;

const PEOPLE = /^(?:人|名|位|人次)$/;
const EVENTS = /^(?:次|场|期|批|场次|批次)$/;
const THINGS = /^(?:个|家|所|处|座|项|件|套|台|间|块)$/;

/**
 * The target that a name holds, in its words: 80% in "培训率达80%", 3场 in "举办3场讲座". Null for numbers that tell what is
 * measured (12345热线, 2024年度, 65岁以上, 500强, 20家企业走访次数).
 */
export function findEmbeddedValue(name: string, target: TargetValue, isQuantityRow: boolean): string | null {
  const text = compactText(name);
  if (text.length > LONGEST_NAME || !/[0-9]|百分之/.test(text)) return null;
  const open = text.replace(/“[^“”]{0,60}”|《[^《》]{0,60}》|"[^"]{0,60}"/g, (quoted) => blanks(quoted.length));
  for (const pattern of [COMPARED, MEASURED, CHANGED]) {
    const match = pattern.exec(open);
    if (match) return valueIn(match[0]);
  }
  return findCount(open, target, isQuantityRow);
}

/** A counted thing that the target counts too, or that stands right behind the verb of a piece of work. */
function findCount(text: string, target: TargetValue, isQuantityRow: boolean): string | null {
  COUNTED.lastIndex = 0;
  for (let match = COUNTED.exec(text); match; match = COUNTED.exec(text)) {
    const [found, digits, scale, counter] = match;
    const before = text.slice(0, match.index);
    const behind = text.slice(match.index + found.length);
    if (PART_OF_NAME.test(before) || PART_BEHIND.test(behind)) continue;
    const number = scaledNumber({ number: digits.replace(/,/g, ''), scale: scale as Quantity['scale'] });
    const counts = quantitiesOf(target);
    if (counts.some((count) => scaledNumber(count).equals(number) && isSameUnit(counter, count.unit))) return found;
    const isWork = isQuantityRow && findMeasure(behind) === null && ACTION.test(before);
    if (isWork && (counts.length === 0 ? isNoNumber(target) : counts.some(({ unit }) => unit === counter)))
      return found;
  }
  return null;
}

function quantitiesOf(target: TargetValue): readonly Quantity[] {
  if (target.kind === 'quantity') return [target];
  if (target.kind !== 'composite') return [];
  return target.parts.filter((part): part is Quantity => part.kind === 'quantity');
}

/** A target that gives no count of its own, so that the name gives it. */
function isNoNumber({ kind }: TargetValue): boolean {
  return kind === 'percentage' || kind === 'qualitative' || kind === 'yes-no';
}

function isSameUnit(left: string, right: string): boolean {
  if (right === '' || left.charAt(0) === right.charAt(0)) return true;
  return [PEOPLE, EVENTS, THINGS].some((group) => group.test(left) && group.test(right));
}

/** The number with its unit, without the words before it. */
function valueIn(match: string): string {
  return match.slice(match.search(/[0-9]|百分之/)).replace(/[)。.;,、]{1,3}$/, '');
}

function blanks(length: number): string {
  let text = '';
  while (text.length < length) text += ' ';
  return text;
}
