import generalProfile from '../../../assets/profiles/general.json';
import { parseProfile, type Profile } from '../../../src/core/review/profile';
import { reviewInSteps, runReview } from '../../../src/core/review/run-review';
import { defineRule, defineWorkbookRule, unchecked, type Rule } from '../../../src/core/rules/define-rule';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { projectTarget, sheetOf, workbookOf } from '../../support/build-form';

const text = {
  title: '标题',
  why: '原因',
  basis: '填报惯例',
  example: { wrong: '错', right: '对' },
  forms: ['project-target'] as const,
};

const flagsName = (id: string, more: Partial<Pick<Rule, 'yieldsTo' | 'checksSecret'>> = {}): Rule =>
  defineRule({
    ...text,
    ...more,
    id,
    severity: 'warning',
    messages: { found: '“{name}”不妥。' },
    *check({ project }, problem) {
      const [first] = project.indicators;
      if (first) yield problem('found', first.name, { name: first.plainName });
    },
  });

const throws: Rule = defineRule({
  ...text,
  id: 'form/broken',
  severity: 'error',
  messages: { found: '不会出现。' },
  *check() {
    throw new Error('除数为零');
  },
});

const profile = (more: Partial<Profile> = {}): Profile => parseProfile({ ...generalProfile, ...more });
const review = (rules: readonly Rule[], options: { profile?: Profile; sheets?: readonly SheetContent[] } = {}) =>
  runReview(workbookOf(...(options.sheets ?? [projectTarget()])), {
    rules,
    profile: options.profile ?? profile(),
    divisionCodes: null,
  });

test('出错的规则成为一条问题，其他规则照常', () => {
  const { findings, notChecked } = review([throws, flagsName('name/flag')]);
  expect(findings.map(({ ruleId, severity, cell, message }) => [ruleId, severity, cell, message])).toEqual([
    [
      'form/broken',
      'warning',
      'A1',
      '规则运行出错（除数为零），此处未能检查本规则，其他规则不受影响；请人工核对并告知维护人员。',
    ],
    ['name/flag', 'warning', 'C12', '“图书采购数量”不妥。'],
  ]);
  expect(notChecked).toEqual([{ ruleId: 'form/broken', form: '表一!A1:E22', reason: '规则运行出错：除数为零' }]);
});

test('更具体的规则发现了同一处，一般的规则不再说', () => {
  const general = flagsName('name/general', { yieldsTo: [{ rule: 'name/specific', within: 'cell' }] });
  expect(review([general, flagsName('name/specific')]).findings.map(({ ruleId }) => ruleId)).toEqual(['name/specific']);
  expect(review([general]).findings.map(({ ruleId }) => ruleId)).toEqual(['name/general']);
});

test('校验方案可以关闭规则、改变级别', () => {
  const rules = [flagsName('name/one'), flagsName('name/two')];
  const { findings } = review(rules, { profile: profile({ severities: { 'name/one': 'off', 'name/two': 'info' } }) });
  expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['name/two', 'info']]);
});

test('涉密项目的内容不检查，但说明没有检查', () => {
  const secret = projectTarget({
    rows: [['产出指标', '数量指标', '涉密项目不宜公开', '涉密项目不宜公开', '涉密项目不宜公开']],
  });
  const { findings, notChecked } = review([flagsName('name/flag')], { sheets: [secret] });
  expect(findings).toEqual([]);
  expect(notChecked).toEqual([
    { ruleId: 'name/flag', form: '表一!A1:E22'.replace('22', '12'), reason: '项目“社区图书馆运行”涉密，未检查内容。' },
  ]);
});

test('其余内容公开的项目，涉密的那一格也不说', () => {
  const rows = [
    ['产出指标', '数量指标', '涉密内容不宜公开', '≥3台', '涉密内容不宜公开'],
    ['产出指标', '质量指标', '验收合格率', '≥98%', '验收单。'],
  ] as const;
  expect(review([flagsName('name/flag')], { sheets: [projectTarget({ rows })] }).findings).toEqual([]);
  expect(
    review([flagsName('name/flag', { checksSecret: true })], { sheets: [projectTarget({ rows })] }).findings,
  ).toHaveLength(1);
});

test('规则拿不准时说明未检查；读不了的工作表也列出', () => {
  const unsure = defineWorkbookRule({
    ...text,
    id: 'header/unsure',
    severity: 'info',
    messages: { found: '不会出现。' },
    *check() {
      yield unchecked('没有区划代码表。');
    },
  });
  const { notChecked } = review([unsure], { sheets: [projectTarget(), sheetOf('封面', { A1: '目录' })] });
  expect(notChecked).toEqual([
    { ruleId: 'header/unsure', form: null, reason: '没有区划代码表。' },
    {
      ruleId: '*',
      form: null,
      reason: '工作表“封面”：未找到绩效目标申报表（需有“一级指标、二级指标、三级指标、指标值”表头）。',
    },
  ]);
});

test('问题按表、行、列和级别排列；分步运行逐条报告进度', () => {
  const second = projectTarget({ sheet: '表二' });
  const steps = [
    ...reviewInSteps(workbookOf(projectTarget(), second), {
      rules: [flagsName('name/b'), flagsName('name/a')],
      profile: profile(),
      divisionCodes: null,
    }),
  ];
  expect(steps.map(({ done, total, caption }) => [done, total, caption])).toEqual([
    [0, 4, '社区图书馆运行'],
    [1, 4, '社区图书馆运行'],
    [2, 4, '社区图书馆运行'],
    [3, 4, '社区图书馆运行'],
  ]);
  const { findings } = runReview(workbookOf(projectTarget(), second), {
    rules: [flagsName('name/b'), flagsName('name/a')],
    profile: profile(),
    divisionCodes: null,
  });
  expect(findings.map(({ sheet, ruleId }) => [sheet, ruleId])).toEqual([
    ['表一', 'name/a'],
    ['表一', 'name/b'],
    ['表二', 'name/a'],
    ['表二', 'name/b'],
  ]);
});
