import { defineRepair } from '../define-repair';
import { isMeasuredTarget, isSameTarget, typedTargetsOf } from '../typed-text';

/** A blank beside a sign that is no Latin letter or digit; between two of those it parts words (2 TB SSD). */
const BLANKS = /([^A-Za-z0-9\s])[ \t\u00a0\u3000]+(?=\S)|([A-Za-z0-9])[ \t\u00a0\u3000]+(?=[^A-Za-z0-9\s])/g;

export default defineRepair({
  id: 'template/value-blanks',
  label: '删去指标值中的空格',
  title: '指标值的符号、数和单位之间没有空格',
  why: '“≥ 95 %”和“≥95%”被当成两个值，汇总时对不上。',
  basis: '填报惯例',
  example: { wrong: '≥ 95 %', right: '≥95%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    for (const indicator of project.indicators) {
      for (const { cell, text } of typedTargetsOf(indicator)) {
        const inner = text.trim();
        // Blanks between several targets part them.
        if (!/[ \t\u00a0\u3000]/.test(inner) || /\n/.test(inner) || !isMeasuredTarget(inner) || holdsSeveral(inner))
          continue;
        const written = inner.replace(BLANKS, '$1$2');
        if (written !== inner && isSameTarget(text, written)) yield repair.write(cell, written);
      }
    }
  },
});

function holdsSeveral(text: string): boolean {
  return (
    text.split(/[ \t\u00a0\u3000]+/).filter((part) => /[0-9０-９]/.test(part)).length > 1 && !/[年月日]/.test(text)
  );
}
