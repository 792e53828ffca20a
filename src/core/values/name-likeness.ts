import { bareText, compactText } from './normalize-text';
import { findDifferences, type Difference } from './text-similarity';

/** An indicator's name made ready for comparing with many others. */
export interface ComparableName {
  /** Without ordinal, blanks and punctuation. */
  readonly bare: string;
  /** The measure it closes with ("数", "及时率"); "" for a statement of effect. */
  readonly measure: string;
  /** Without words that do not change what is measured, synonyms made one. */
  readonly core: string;
}

/** Names of fewer characters differ in everything when they differ in two. */
const SHORTEST_ALIKE = 8;
const LONG_NAME = 12;
const LARGEST_SHARE = 0.25;
/** Longer texts are no names; comparing them character by character is not worth its time. */
const LONGEST_ALIKE = 80;

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/拨付|支付|兑付|拨款/g, '发放'],
  [/购置|购买/g, '采购'],
  [/我区|本区|全区|辖区/g, '区'],
  [/我市|本市|全市/g, '市'],
  [/我县|本县|全县/g, '县'],
  [/开展|举办|组织|召开|进行|实施|相关|有关|工作|情况|项目|的|与|和|等/g, ''],
  [/及(?!时|格)/g, ''],
];

const COUNT = /(?:数量|数目|个数|总数|数)$/;
const MEASURE =
  /(?:[^ ]{2}率|人数|人次|次数|场次|天数|户数|家数|时间|时长|时限|期限|日期|周期|及时性|比例|比重|占比|覆盖面|面积|长度|里程|金额|费用|成本|经费|收入|产值|总额|额度|标准|定额|限额|单价|造价|价格|(?:满意|知名|美誉|知晓|认可|忠诚|信任|舒适|参与|关注|透明|精准|贡献|活跃|饱和|融合)度|量)$/;

/** Characters that tell two things apart when one stands in the place of the other: 小学 and 中学, 第一 and 第二. */
const CONTRASTS: readonly string[] = [
  '0123456789零一二三四五六七八九十两百千万',
  'abcdefghijklmnopqrstuvwxyz',
  '甲乙丙丁戊',
  '东南西北中',
  '上中下前后内外左右',
  '大中小初高低长短',
  '男女老幼青少儿',
  '新旧',
  '城乡农郊',
  '专兼',
  '正副',
  '普职',
  '本专硕博',
  '雨污',
  '猪牛羊禽',
  '农林牧渔工商',
  '国省市区县镇乡街村社',
  '春夏秋冬',
  '年季月周日',
  '收支进出增减升降',
  '软硬',
  '黑白彩红黄蓝绿',
  '水电气路桥',
];
const NEGATIONS = '不非未无免';

/** Prepares a name without its code (see Indicator.plainName). */
export function comparableName(name: string): ComparableName {
  const withoutOrdinal = compactText(name).replace(
    /^(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[、.)](?![0-9]))/,
    '',
  );
  const bare = bareText(withoutOrdinal);
  const measured = MEASURE.exec(bare);
  const isCount = /数(?:量|目)$/.test(bare) || (!measured && COUNT.test(bare));
  const measure = isCount ? '数' : measured ? measured[0].slice(-3) : '';
  const core = SYNONYMS.reduce((text, [pattern, word]) => text.replace(pattern, word), bare.replace(COUNT, '数'));
  return { bare, measure, core };
}

/**
 * True for two different names that say the same in nearly the same words. Names of a measure must agree in everything
 * but filling words, since 奖励发放人数 and 补贴发放人数 count different things; statements of effect may differ in a few
 * characters.
 */
export function areAlike(left: ComparableName, right: ComparableName): boolean {
  if (left.bare === right.bare || left.measure !== right.measure) return false;
  const shorter = Math.min(left.bare.length, right.bare.length);
  const longer = Math.max(left.bare.length, right.bare.length);
  if (shorter < SHORTEST_ALIKE || longer > LONGEST_ALIKE) return false;
  const limit = shorter >= LONG_NAME ? Math.max(2, Math.floor(longer * LARGEST_SHARE)) : 2;
  if (longer - shorter > limit) return false;
  const isSameCore = left.core === right.core;
  if (left.measure !== '' && !isSameCore) return false;
  const differences = findDifferences(left.bare, right.bare, limit);
  if (differences === null || differences.some(isContrast)) return false;
  // One word of two characters out of four or five words makes another statement.
  return isSameCore || shorter >= LONG_NAME || differences.filter(({ left: l, right: r }) => l && r).length < 2;
}

function isContrast({ left, right }: Difference): boolean {
  const isNegation = (character: string): boolean => character !== '' && NEGATIONS.indexOf(character) >= 0;
  if (isNegation(left) || isNegation(right)) return true;
  if (left === '' || right === '') return false;
  return CONTRASTS.some((group) => group.indexOf(left) >= 0 && group.indexOf(right) >= 0);
}
