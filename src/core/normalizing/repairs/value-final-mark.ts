import { parseTargetValue } from '../../values/target-value';
import { defineRepair } from '../define-repair';
import { isMeasuredTarget, isSameTarget, typedTargetsOf } from '../typed-text';

const FINAL_MARKS = /[\s。．.;；,，、]+$/;
/** A qualitative target that is a sentence keeps its stop. */
const LONGEST_PHRASE = 12;

export default defineRepair({
  id: 'template/value-final-mark',
  label: '删去指标值末尾标点',
  title: '指标值末尾不带标点',
  why: '指标值是一个值，不是一句话；多出的标点使同样的值对不上。',
  basis: '填报惯例',
  example: { wrong: '≥95%。', right: '≥95%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    for (const indicator of project.indicators) {
      for (const { cell, text } of typedTargetsOf(indicator)) {
        // A pattern that ends in $ is tried again at every mark of a long text, so only its end is looked at.
        const match = FINAL_MARKS.exec(text.slice(-12));
        if (match === null || !/\S/.test(match[0])) continue;
        const written = text.slice(0, text.length - match[0].length);
        if (!/\.\.|。。|…/.test(match[0]) && isTidier(text, written)) yield repair.write(cell, written);
      }
    }
  },
});

function isTidier(text: string, written: string): boolean {
  if (isMeasuredTarget(text)) return isSameTarget(text, written);
  const target = parseTargetValue(written);
  return target.kind === 'qualitative' && written.trim().length <= LONGEST_PHRASE && !/[。；;，,、\n]/.test(written);
}
