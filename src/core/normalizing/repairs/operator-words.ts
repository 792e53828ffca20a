import type { FormCell } from '../../forms/form';
import { compactText } from '../../values/normalize-text';
import { parseTargetValue } from '../../values/target-value';
import { defineRepair } from '../define-repair';
import { isSameTarget, typedTargetsOf } from '../typed-text';

/** 95%以上, 达到95%以上, 控制在5万元以内, ≥95%以上. What is between begins with the number. */
const WORDS_BEHIND =
  /^\s*(达到?|控制在|[≥≤])?\s*([0-9０-９][^\n]{0,30}?)\s*(?:及其以上|及以上|或以上|以上|及以下|或以下|以下|以内|之内)\s*$/;

export default defineRepair({
  id: 'template/operator-words',
  label: '“以上”“以内”改用符号',
  title: '达标方向写在数前，用“≥”“≤”',
  why: '“95%以上”和“≥95%”混用，同一张表的指标值不便对照。',
  basis: '填报惯例；“以上”“以下”“以内”包括本数（《民法典》第一千二百五十九条）',
  example: { wrong: '95%以上', right: '≥95%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    for (const indicator of project.indicators) {
      if (indicator.nature !== null && !saysNoSign(indicator.nature)) continue;
      for (const { cell, text } of typedTargetsOf(indicator)) {
        const written = withSign(text);
        if (written !== null && isSameTarget(text, written)) yield repair.write(cell, written);
      }
    }
  },
});

function withSign(text: string): string | null {
  const match = WORDS_BEHIND.exec(text);
  const target = parseTargetValue(text);
  if (!match || (target.kind !== 'quantity' && target.kind !== 'percentage' && target.kind !== 'duration')) return null;
  const { comparison } = target;
  return comparison === '≥' || comparison === '≤' ? comparison + match[2] : null;
}

/** Where the sign has a column of its own, it belongs there; one that says 正向 or 反向 has no signs. */
function saysNoSign({ text }: FormCell): boolean {
  return /^(?:正向|反向|负向|逆向|适度)(?:指标)?$/.test(compactText(text));
}
