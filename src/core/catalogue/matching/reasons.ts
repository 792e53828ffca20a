import { LEVEL2_TITLES } from '../../forms/indicator-levels';
import type { Judged } from './catalogue-matcher';
import type { CleanName } from './clean-name';
import type { Part } from './reading';

const MOST_WORDS = 3;

/** Says in Chinese, for the user, what agrees or differs. */
export function reasonFor(judged: Judged, clean: CleanName): string {
  const said = agreementOf(judged, clean);
  const { isOtherLevel2, isOtherValue, entry } = judged;
  const parts = [said];
  if (isOtherValue) parts.push(entry.unit === null ? '值的类型不同' : `库中单位为“${entry.unit}”`);
  if (isOtherLevel2 && entry.level2 !== null) parts.push(`在指标库中属${LEVEL2_TITLES[entry.level2]}`);
  return parts.filter((part) => part !== '').join('，');
}

function agreementOf(judged: Judged, clean: CleanName): string {
  const { comparison, isNamed, isDoubtful } = judged;
  if (isNamed) return isDoubtful ? `名称相同，${doubtOf(clean)}` : '名称相同';
  const synonyms = comparison.pairs
    .filter(({ left, right, likeness }) => likeness === 1 && left.text !== right.text)
    .map(({ left, right }) => `“${left.text}”即“${right.text}”`);
  if (comparison.isSame) {
    if (isDoubtful) return doubtOf(clean);
    const aspect = aspectReason(judged, '即');
    const all = aspect === null ? synonyms : synonyms.concat(aspect);
    return all.length > 0 ? listed(all) : '用词略有不同，意思相同';
  }
  return differenceOf(judged, synonyms);
}

function doubtOf({ remarks, withoutDoubtfulPlace }: CleanName): string {
  if (remarks.length > 0) return '括号内的说明库中没有';
  return withoutDoubtfulPlace === null ? '年份或届次不同' : '前面的地名或区域库中没有';
}

function differenceOf(judged: Judged, synonyms: readonly string[]): string {
  const { comparison, left, right } = judged;
  const { pairs, onlyLeft, onlyRight } = comparison;
  const near = pairs
    .filter(({ likeness }) => likeness < 1)
    .map((pair) => `“${pair.left.text}”近于“${pair.right.text}”`);
  const said: string[] = [];
  const aspect = aspectReason(judged, '近于');
  if (near.length > 0) said.push(listed(near));
  else if (synonyms.length > 0) said.push(listed(synonyms));
  else if (pairs.length > 0)
    said.push(
      `同为“${pairs
        .map((pair) => pair.right.text)
        .slice(0, MOST_WORDS)
        .join('、')}”`,
    );
  if (aspect !== null) said.push(aspect);
  if (right.parts.length === 0 && left.parts.length > 0) said.push('库中为通用指标');
  else if (onlyLeft.length > 0) said.push(`库中未提${quoted(onlyLeft)}`);
  if (onlyRight.length > 0) said.push(`库中另有${quoted(onlyRight)}`);
  return said.length > 0 ? said.join('，') : '名称相近';
}

/** Says how the ways of measuring go together; null where they are written alike. */
function aspectReason({ left, right, comparison }: Judged, alike: string): string | null {
  const from = left.aspectText + left.measureText;
  const to = right.aspectText + right.measureText;
  if (from === to || from === '' || to === '') return null;
  const isSame = comparison.aspectLikeness === 1 && comparison.measureLikeness === 1;
  if (isSame) return left.aspectText === right.aspectText ? null : `“${from}”即“${to}”`;
  const isNear = comparison.aspectLikeness >= 0.6 && comparison.measureLikeness >= 0.6;
  return isNear ? `“${from}”${alike === '即' ? '近于' : alike}“${to}”` : `“${from}”与“${to}”不同`;
}

function quoted(parts: readonly Part[]): string {
  return parts
    .map(({ text }) => `“${text}”`)
    .filter((text, index, all) => all.indexOf(text) === index)
    .slice(0, MOST_WORDS)
    .join('、');
}

function listed(sayings: readonly string[]): string {
  return sayings.slice(0, MOST_WORDS).join('，');
}
