import generalProfile from '../../../assets/profiles/general.json';
import { buildReport, listUncheckedFiles, reportSchema } from '../../../src/core/reporting/report';
import { formatTextReport } from '../../../src/core/reporting/text-report';
import type { Calculation } from '../../../src/core/review/finding';
import { parseProfile } from '../../../src/core/review/profile';
import { runReview, type Review } from '../../../src/core/review/run-review';
import { defineRule, unchecked, type Rule } from '../../../src/core/rules/define-rule';
import { codedTable, projectTarget, sheetOf, workbookOf } from '../../support/build-form';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';

const TEXTS = {
  title: '',
  why: '',
  basis: '',
  example: { wrong: '', right: '' },
  forms: ['project-target', 'coded-indicators'],
} as const;

const named = defineRule({
  ...TEXTS,
  id: 'test/named',
  severity: 'warning',
  messages: { found: '项目名称是“{name}”。', minor: { severity: 'info', text: '表格有{count}行。' } },
  *check({ project }, problem) {
    const place = project.fields[1].value;
    yield problem('found', place, { name: project.name }, { expected: '别的' });
    yield problem('minor', place, { count: project.indicators.length }, { quote: '' });
  },
});

const declining = defineRule({
  ...TEXTS,
  id: 'test/declining',
  severity: 'error',
  messages: {},
  *check() {
    yield unchecked('没有载入目录。');
  },
});

const broken = defineRule({
  ...TEXTS,
  id: 'test/broken',
  severity: 'error',
  messages: {},
  *check() {
    throw new Error('意外');
  },
});

function review(rules: readonly Rule[], ...sheets: readonly SheetContent[]): Review {
  return runReview(workbookOf(...sheets), { rules, profile: parseProfile(generalProfile), divisionCodes: null });
}

test('the report holds forms, findings and what was not checked, and follows its schema', () => {
  const report = buildReport({
    workbooks: [{ file: '收件/甲.xlsx', review: review([named, declining], projectTarget()) }],
    failures: [{ file: '乙.xlsx', reason: '空文件。' }],
  });
  const place = { form: '表一!A1:E22', sheet: '表一', cell: 'D2', fixable: false };
  expect(report).toEqual({
    version: 1,
    workbooks: [
      {
        file: '收件/甲.xlsx',
        profile: { id: 'general', name: '通用', isAutomatic: false },
        forms: [
          {
            id: '表一!A1:E22',
            type: 'project-target',
            sheet: '表一',
            range: 'A1:E22',
            title: '二级项目支出绩效目标申报表',
          },
        ],
        findings: [
          {
            ...place,
            ruleId: 'test/named',
            severity: 'warning',
            quote: '社区图书馆运行',
            message: '项目名称是“社区图书馆运行”。',
            expected: '别的',
          },
          {
            ...place,
            ruleId: 'test/named',
            severity: 'info',
            quote: '',
            message: '表格有11行。',
            expected: null,
          },
        ],
        notChecked: [{ ruleId: 'test/declining', form: '表一!A1:E22', reason: '没有载入目录。' }],
      },
    ],
    failures: [{ file: '乙.xlsx', reason: '空文件。' }],
  });
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

const CALCULATION: Calculation = {
  total: { label: '支出总计', sheet: '表一', cell: 'D2', number: '588', isSubtracted: false },
  terms: [
    { label: '基本支出', sheet: '表一', cell: 'D3', number: '688.5', isSubtracted: false },
    { label: '项目支出', sheet: '表二', cell: 'D4', number: '100', isSubtracted: true },
  ],
  sum: '588.5',
  difference: '-0.5',
  allowance: '1.5',
  unit: '万元',
};

const summing = defineRule({
  ...TEXTS,
  id: 'test/summing',
  severity: 'error',
  messages: { found: '合计不符。' },
  *check({ project }, problem) {
    yield problem('found', project.fields[1].value, {}, { calculation: CALCULATION });
  },
});

test('a calculation is reported with its finding', () => {
  const batch = { workbooks: [{ file: 'a.xlsx', review: review([summing, named], projectTarget()) }], failures: [] };
  const report = buildReport(batch);
  const calculations = report.workbooks[0].findings.map(({ calculation }) => calculation);
  expect(calculations).toEqual([CALCULATION, undefined, undefined]);
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

test('the text report has the calculation below its finding, on as many lines as the screen needs', () => {
  const batch = { workbooks: [{ file: 'a.xlsx', review: review([summing], projectTarget()) }], failures: [] };
  const plain = (text: string): string => text;
  const painter = { error: plain, warning: plain, info: plain, heading: plain, faint: plain };
  const print = (columns: number | null): string[] =>
    formatTextReport(batch, {
      measure: ({ length }) => length,
      painter,
      columns,
      leastSeverity: 'info',
      isBrief: false,
    }).split('\n');
  expect(print(null).slice(2, 4)).toEqual([
    '    错误  D2  社区图书馆运行  合计不符。  test/summing',
    '                     算式：基本支出（D3）688.5 - 项目支出（表二!D4）100 = 588.5万元',
  ]);
  expect(print(52).slice(2, 6)).toEqual([
    '    错误  D2  社区图书馆运行  合计不符。  test/summing',
    '                     算式：基本支出（D3）688.5',
    '                     - 项目支出（表二!D4）100 = 588.5万元',
    '',
  ]);
});

test('findings below the least severity are left out', () => {
  const batch = { workbooks: [{ file: 'a.xlsx', review: review([named], codedTable()) }], failures: [] };
  const severities = (least: 'error' | 'warning' | 'info'): string[] =>
    buildReport(batch, least).workbooks[0].findings.map(({ severity }) => severity);
  expect(severities('info')).toEqual(['warning', 'info']);
  expect(severities('warning')).toEqual(['warning']);
  expect(severities('error')).toEqual([]);
});

test('unchecked are unreadable files, workbooks without a form and broken rules, but not rules that decline', () => {
  const batch = {
    workbooks: [
      { file: '拒查.xlsx', review: review([declining], projectTarget()) },
      { file: '无表.xlsx', review: review([named], sheetOf('通讯录', { A1: '姓名' })) },
      { file: '出错.xlsx', review: review([broken, named], projectTarget()) },
    ],
    failures: [{ file: '坏.xlsx', reason: '空文件。' }],
  };
  expect(listUncheckedFiles(batch)).toEqual([
    { file: '坏.xlsx', reason: '空文件。' },
    { file: '无表.xlsx', reason: '没有找到可以校验的申报表。' },
    { file: '出错.xlsx', reason: '规则运行出错：test/broken。' },
  ]);
  expect(buildReport(batch).workbooks[1].notChecked[0]).toEqual({
    ruleId: '*',
    form: null,
    reason: '没有找到可以校验的申报表。',
  });
});
