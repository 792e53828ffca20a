import { findField, textOf } from '../../forms/form';
import { compactText } from '../../values/normalize-text';
import { parseProjectCode } from '../../values/project-code';
import { defineRule, unchecked } from '../define-rule';

export default defineRule({
  id: 'header/new-project-flag',
  severity: 'info',
  title: '是否新增项目应与项目编码的年份相符',
  why: '编码年份是首次安排预算的年份时，可据此核对项目是否新增。',
  basis: '填报惯例',
  example: { wrong: '编码年份25、申报2025年预算，是否新增项目：否', right: '是否新增项目：是' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  messages: {
    isNew: '项目编码的年份“{codeYear}”就是申报年度，“是否新增项目”却填“否”，请核对。',
    isOld: '项目编码的年份“{codeYear}”早于申报年度{year}年，“是否新增项目”却填“是”，请核对。',
  },
  *check({ form, project }, problem, { profile, filingYearOf }) {
    if (!profile.codeYearIsFirstBudgetYear) return;
    const flag = findField(project, 'isNewProject');
    const code = parseProjectCode(textOf(project, 'projectCode'));
    const answer = flag ? compactText(flag.value.text) : '';
    if (!flag || !code || (answer !== '是' && answer !== '否')) return;
    const filing = filingYearOf(form);
    if (filing === null || !filing.isCertain) {
      yield unchecked(`“${project.name}”的申报年度不明确，未核对是否新增项目。`);
      return;
    }
    const codeYear = 2000 + Number(code.year);
    if (codeYear === filing.year && answer === '否') {
      yield problem('isNew', flag.value, { codeYear: code.year }, { expected: '是' });
    }
    if (codeYear < filing.year && answer === '是') {
      yield problem('isOld', flag.value, { codeYear: code.year, year: filing.year }, { expected: '否' });
    }
  },
});
