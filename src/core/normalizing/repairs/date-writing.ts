import { findField } from '../../forms/form';
import { writeDates } from '../../values/date-writing';
import { parseTermYears } from '../../values/implementation-term';
import { parseTargetValue } from '../../values/target-value';
import { defineRepair } from '../define-repair';
import { isSameTarget, typedTargetsOf, typedTextOf } from '../typed-text';

export default defineRepair({
  id: 'template/date-writing',
  label: '日期改写为年月日',
  title: '日期应写作“2025年12月31日”，期限写作“2025年12月31日前”',
  why: '“2025.12.31”“2025/12/31”“12月31号之前”混用，时效指标无法排序和对照。',
  basis: '《党政机关公文格式》（GB/T 9704—2012）：年、月、日标全，月、日不编虚位',
  example: { wrong: '2025/12/31之前', right: '2025年12月31日前' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    for (const indicator of project.indicators) {
      for (const { cell, text } of typedTargetsOf(indicator)) {
        if (parseTargetValue(text).kind !== 'date') continue;
        const written = writeDates(text);
        if (written !== text && isSameTarget(text, written)) yield repair.write(cell, written);
      }
    }
    const term = findField(project, 'implementationTerm');
    const text = term === undefined ? null : typedTextOf(term.value);
    if (term === undefined || text === null) return;
    const written = writeDates(text);
    // 2024-1-1 was no term of years before: its reading may only become a clearer one.
    const years = parseTermYears(text);
    if (written !== text && (years === undefined || years === parseTermYears(written))) {
      yield repair.writeField(term, written);
    }
  },
});
