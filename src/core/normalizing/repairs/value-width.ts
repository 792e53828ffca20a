import { findField } from '../../forms/form';
import { withoutFullWidth } from '../../values/full-width';
import { defineRepair } from '../define-repair';
import { isSameTarget, typedTargetsOf, typedTextOf } from '../typed-text';
import { parseTargetValue } from '../../values/target-value';

export default defineRepair({
  id: 'template/value-width',
  label: '指标值的数字改为半角',
  title: '指标值、计量单位和实施期限中的数字、字母和百分号用半角',
  why: '全角的数字系统读不出是数，汇总时会漏掉。',
  basis: '《出版物上数字用法》（GB/T 15835—2011）；填报惯例',
  example: { wrong: '≥９５％', right: '≥95%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    for (const indicator of project.indicators) {
      for (const { cell, text } of typedTargetsOf(indicator)) {
        // Other signs: value/operator-style.
        const written = withoutFullWidth(text).replace(/^＝/, '=');
        const { kind } = parseTargetValue(text);
        if (written !== text && kind !== 'not-applicable' && isSameTarget(text, written))
          yield repair.write(cell, written);
      }
      const unit = typedTextOf(indicator.unit);
      if (indicator.unit !== null && unit !== null && withoutFullWidth(unit) !== unit) {
        yield repair.write(indicator.unit, withoutFullWidth(unit));
      }
    }
    const term = findField(project, 'implementationTerm');
    const text = term === undefined ? null : typedTextOf(term.value);
    if (term !== undefined && text !== null && withoutFullWidth(text) !== text) {
      yield repair.writeField(term, withoutFullWidth(text));
    }
  },
});
