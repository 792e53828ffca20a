import { findField, type FormCell } from '../../src/core/forms/form';
import { defineFormRule, defineWorkbookRule, unchecked, type Rule } from '../../src/core/rules/define-rule';
import { parseProfile } from '../../src/core/review/profile';
import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import type { ReviewResources, ReviewRunner } from '../../src/session';
import { createInThreadRunner } from '../../src/session/checking/in-thread-runner';
import general from '../../assets/profiles/general.json';
import { cleanRows, projectTarget, sheetOf } from '../support/build-form';

const FORMS = ['project-target', 'coded-indicators'] as const;

/** Rules of the tests' own, so that no change of a real rule changes what is expected here. */
const tilde = defineWorkbookRule({
  id: 'sample/tilde',
  severity: 'error',
  title: '文字中不应有波浪号',
  why: '波浪号会被读成范围。',
  basis: '样例办法第一条',
  example: { wrong: '~5人', right: '5人' },
  forms: FORMS,
  messages: { found: '文字中有“~”，请删去。' },
  *check(_forms, problem, { snapshot }) {
    for (const sheet of snapshot.sheets) {
      for (const cell of sheet.cells) {
        if (cell.text.indexOf('~') < 0) continue;
        const address = { row: cell.row, column: cell.column };
        const before = { value: cell.value, formula: null, numberFormat: cell.numberFormat };
        const after = { ...before, value: cell.text.replace(/~/g, '') };
        const edits = [{ sheet: sheet.name, address, before, after }];
        yield problem(
          'found',
          { sheet: sheet.name, address, text: cell.text },
          {},
          {
            expected: after.value,
            fix: { label: '删除波浪号', edits },
          },
        );
      }
    }
  },
});

const vagueValue = defineFormRule({
  id: 'sample/vague-value',
  severity: 'warning',
  title: '指标值应明确',
  why: '说不清的指标值无法考核。',
  basis: '样例办法第二条',
  example: { wrong: '若干', right: '≥5人' },
  forms: FORMS,
  messages: { found: '“{name}”的指标值“{text}”不明确，请写明数量。' },
  *check(form, problem) {
    for (const { indicators } of form.projects) {
      for (const { plainName, value } of indicators) {
        if (value.text.indexOf('若干') >= 0) yield problem('found', value, { name: plainName, text: value.text });
      }
    }
  },
});

const shortGoal = defineFormRule({
  id: 'sample/short-goal',
  severity: 'info',
  title: '年度目标不宜过短',
  why: '太短的目标看不出要做什么。',
  basis: '填报惯例',
  example: { wrong: '完成~', right: '采购图书8000册。' },
  forms: FORMS,
  messages: { found: '年度目标太短，请补充要完成的工作。' },
  *check(form, problem) {
    for (const project of form.projects) {
      const field = findField(project, 'annualGoal');
      if (field && isShort(field.value)) yield problem('found', field.value, {});
    }
  },
});

const withoutCatalogue = defineFormRule({
  id: 'sample/catalogue',
  severity: 'info',
  title: '指标应来自指标库',
  why: '便于汇总。',
  basis: '样例办法第三条',
  example: { wrong: '某指标', right: '图书采购数量' },
  forms: FORMS,
  messages: { found: '不在指标库中。' },
  *check(form) {
    if (form.sheet === '培训') yield unchecked('未载入指标库，未能核对。');
  },
});

export const SAMPLE_RULES: readonly Rule[] = [withoutCatalogue, shortGoal, tilde, vagueValue];

const profile = parseProfile(general);

export function sampleResources(rules: readonly Rule[] = SAMPLE_RULES): ReviewResources {
  const strict = parseProfile({
    ...general,
    id: 'strict',
    name: '从严',
    description: '只看指标值。',
    severities: { 'sample/vague-value': 'error', 'sample/tilde': 'off' },
  });
  return { rules, profiles: [profile, strict], divisionCodes: null, catalogue: null, subjects: null };
}

/** Checks by the sample rules. */
export function sampleRunner(rules: readonly Rule[] = SAMPLE_RULES): ReviewRunner {
  return createInThreadRunner(sampleResources(rules));
}

/**
 * 图书: 年度目标 B9:E9 says "完成~" (error and info), D12 "若干册" and D13 "~若干人" (warning; the latter an error too).
 * 培训: clean. 说明: no form, A2 holds "~".
 */
export function sampleSheets(): readonly SheetContent[] {
  const rows = cleanRows({
    数量: [
      ['图书采购数量', '若干册', '以入库单为准。'],
      ['馆员培训人数', '~若干人', '以签到为准。'],
    ],
  });
  return [
    projectTarget({ sheet: '图书', fields: { annualGoal: '完成~' }, rows }),
    projectTarget({
      sheet: '培训',
      fields: { projectName: '馆员培训', annualGoal: '2025年培训馆员120人，考核合格率98%。' },
    }),
    sheetOf('说明', { A1: '填报说明', A2: '第1~3行' }),
  ];
}

function isShort(cell: FormCell): boolean {
  return cell.text.length < 8;
}
