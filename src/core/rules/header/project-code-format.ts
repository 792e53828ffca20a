import { findField, type Field, type Form } from '../../forms/form';
import { compactText } from '../../values/normalize-text';
import {
  isPlausibleCodeYear,
  isUnknownDivision,
  parseProjectCode,
  projectCodeShape,
  type ProjectCode,
} from '../../values/project-code';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { fieldFix } from '../cell-fix';
import { defineRule, unchecked, type RuleContext } from '../define-rule';

/** The latest year a code can name where the form's title names no year. */
const LAST_YEAR = 2049;

export default defineRule({
  id: 'header/project-code-format',
  severity: 'error',
  title: '项目编码应为21位：行政区划6位、年份2位和其余13位',
  why: '编码与预算系统对不上时，申报表无法归到项目。',
  basis: '填报惯例',
  example: { wrong: '44030525006010090501', right: '440305250060100905010' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  yieldsTo: [{ rule: 'header/project-code-digits-lost', within: 'cell' }],
  messages: {
    length: '项目编码“{code}”不是21位数字（现为{length}个字符），请对照预算系统补正。',
    division: '项目编码“{code}”的前六位“{division}”不是行政区划代码，请对照预算系统核对。',
    year: '项目编码“{code}”的第7、8位“{year}”不是合理的年份，请对照预算系统核对。',
    writing: {
      severity: 'warning',
      text: '项目编码“{code}”夹有空格或全角字符，应写为“{expected}”。',
    },
  },
  *check({ form, project }, problem, context) {
    const field = findField(project, 'projectCode');
    if (!field || isSkipped(field)) return;
    const shown = field.value.text.trim();
    const code = parseProjectCode(shown);
    if (!code) {
      if (isSurelyMalformed(field, form, context)) {
        yield problem('length', field.value, { code: shown, length: compactText(shown).length });
      }
      return;
    }
    if (code.text !== shown) {
      const fix = fieldFix('去除空格和全角字符', field, code.text, '@');
      yield problem('writing', field.value, { code: shown, expected: code.text }, { expected: code.text, fix });
    }
    if (!isPlausibleCodeYear(code.year, lastYearOf(form, context))) {
      yield problem('year', field.value, { code: shown, year: code.year }, { quote: code.year });
    }
    if (context.divisionCodes === null) {
      yield unchecked('未加载行政区划代码，未核对项目编码的前六位。');
    } else if (isUnknownDivision(code.division, context.divisionCodes)) {
      yield problem('division', field.value, { code: shown, division: code.division }, { quote: code.division });
    }
  },
});

function isSkipped({ value }: Field): boolean {
  const isLost = typeof value.value === 'number' && value.value >= 1e15;
  const codes = value.text.trim().split(/[\s,，;；、/]+/);
  const areSeveral = codes.length > 1 && codes.every((code) => parseProjectCode(code) !== undefined);
  const isNoCode = !/\S/.test(value.text) || isNotApplicable(value.text) || isSecretText(value.text);
  return isLost || areSeveral || isNoCode;
}

/** Codes for the coming year are given before its budget is filed. A year found in a goal may be that of a plan. */
function lastYearOf(form: Form, context: RuleContext): number {
  const filing = context.filingYearOf(form);
  return filing !== null && filing.isCertain && filing.source === '标题' ? filing.year + 1 : LAST_YEAR;
}

/**
 * Offices outside this system use codes of other builds, so another length alone proves nothing. It does where most
 * other codes of the workbook have 21 digits, or where a lone code has one digit too few or too many behind a real
 * division and year.
 */
function isSurelyMalformed(field: Field, form: Form, context: RuleContext): boolean {
  const shape = projectCodeShape(field.value.text);
  const codes = context.once('project codes', () => codeFields(context.workbookForms.forms));
  const others = codes.filter((other) => other !== field);
  const regular = others.filter((other) => parseProjectCode(other.value.text) !== undefined);
  if (others.length > 0) {
    const alike = others.filter((other) => projectCodeShape(other.value.text) === shape);
    return regular.length * 2 > others.length && regular.length > alike.length + 1;
  }
  if (!/^[0-9]{20}$|^[0-9]{22}$/.test(compactText(field.value.text)) || context.divisionCodes === null) return false;
  const start = parseProjectCode((compactText(field.value.text) + '0').slice(0, 21)) as ProjectCode;
  return context.divisionCodes.has(start.division) && isPlausibleCodeYear(start.year, lastYearOf(form, context));
}

/** The project codes of a workbook that can be judged. */
function codeFields(forms: readonly Form[]): readonly Field[] {
  const fields: Field[] = [];
  for (const { projects } of forms) {
    for (const project of projects) {
      const field = findField(project, 'projectCode');
      if (field && !isSkipped(field)) fields.push(field);
    }
  }
  return fields;
}
