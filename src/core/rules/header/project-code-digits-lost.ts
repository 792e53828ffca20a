import { Decimal } from 'decimal.js';
import { findField, type Field } from '../../forms/form';
import { compactText } from '../../values/normalize-text';
import { digitsInFile } from '../../values/project-code';
import { fieldFix } from '../cell-fix';
import { defineRule } from '../define-rule';

/** From here on a number cell holds more digits than the 15 that Excel keeps. */
const FIRST_UNSAFE = 1e15;

export default defineRule({
  id: 'header/project-code-digits-lost',
  severity: 'error',
  title: '项目编码应以文本填写，末位不得丢失',
  why: 'Excel 的数值只保留 15 位，更长的编码存成数值后末位变成 0，无法对应到预算系统里的项目。',
  basis: '填报惯例',
  example: { wrong: '440305250060100000000', right: '440305250060100905010' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  messages: {
    number:
      '项目编码“{code}”存成了数值，Excel 只保留前 15 位，其余数字已丢失且无法恢复，请对照预算系统以文本格式重新填写。',
    atRisk: '项目编码存成了数值，文件中尚存全部数字“{digits}”，在 Excel 中保存后即会丢失，请改为文本格式。',
    zeros: '项目编码“{code}”末尾连续为 0，是数值转成文本后丢失末位的样子，无法恢复，请对照预算系统重新填写。',
  },
  *check({ project }, problem) {
    const field = findField(project, 'projectCode');
    if (!field) return;
    const { value } = field;
    if (typeof value.value === 'number') {
      if (value.value < FIRST_UNSAFE) return;
      const digits = digitsInFile(value.rawNumber);
      // The digits that are known, whatever the number format makes of them (4.40304E+20, 440304241150099980288).
      const code = new Decimal(value.value).toFixed();
      if (digits === undefined) yield problem('number', value, { code }, { quote: code });
      else
        yield problem('atRisk', value, { digits }, { expected: digits, fix: fieldFix('改为文本', field, digits, '@') });
    } else if (hasLostDigits(field)) {
      yield problem('zeros', value, { code: value.text.trim() });
    }
  },
});

/** Text made from such a number: five or more zeros at the end, or the scientific notation itself. */
function hasLostDigits({ value }: Field): boolean {
  const compact = compactText(value.text);
  return /^[0-9]{16}00000$/.test(compact) || /^[1-9]\.[0-9]{1,16}E\+?(?:1[5-9]|2[0-9])$/i.test(compact);
}
