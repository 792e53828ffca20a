import { readForms } from '../../../src/core/forms/read-forms';
import { findFilingYears, type FilingYearSource } from '../../../src/core/review/filing-year';
import { cleanRows, overallTarget, projectTarget, workbookOf, type ProjectTargetSpec } from '../../support/build-form';

function yearOf(...specs: readonly ProjectTargetSpec[]) {
  const { forms } = readForms(
    workbookOf(...specs.map((spec, index) => projectTarget({ sheet: `表${index}`, ...spec }))),
  );
  return findFilingYears(forms).get(forms[0]);
}
const due = (text: string) => cleanRows({ 时效: [['完成时间', text, '完工。']] });

test('标题里的年份优先；来源不一致时不确定', () => {
  expect(yearOf({ title: '2026年度项目支出绩效目标申报表' })).toEqual({ year: 2026, source: '标题', isCertain: false });
  expect(yearOf({ title: '2025年度项目支出绩效目标申报表' })).toEqual({ year: 2025, source: '标题', isCertain: true });
});

test.each(['（2026年度）', '2026 年度', '（ ２０２６ 年 ）'])('标题下面一行的年份算标题的：%s', (line) => {
  const { forms } = readForms(workbookOf(overallTarget({ year: line })));
  expect(findFilingYears(forms).get(forms[0])).toEqual({ year: 2026, source: '标题', isCertain: false });
});

test('其次是目标里写得最多的年份，文号里的年份不算', () => {
  const annualGoal = '按〔2021〕8号文，2025年完成改造，2025年验收，2026年移交。';
  expect(yearOf({ fields: { annualGoal } })).toEqual({ year: 2025, source: '绩效目标', isCertain: true });
});

test('起止年份和用来比较的年份不算', () => {
  const fields = { annualGoal: '借阅量较2024年增长5%，比2024年多500册。' };
  const rows = due('2025年12月');
  const title = '2025-2027年中期财政规划项目绩效目标申报表';
  expect(yearOf({ fields, rows })).toEqual({ year: 2025, source: '完成时间', isCertain: true });
  expect(yearOf({ title, rows })).toEqual({ year: 2025, source: '绩效目标', isCertain: true });
});

test('再次是全部完成时间中最多的年份；都没有或并列时没有年份', () => {
  const fields = { annualGoal: '完成改造。' };
  expect(
    yearOf({ fields, rows: due('2025年12月') }, { fields, rows: due('2025年6月') }, { fields, rows: due('2024年6月') }),
  ).toEqual({ year: 2025, source: '完成时间', isCertain: true });
  expect(yearOf({ fields, rows: due('2025年12月') }, { fields, rows: due('2024年6月') })).toBeNull();
  expect(yearOf({ fields, rows: due('按合同') })).toBeNull();
});

test('校验方案可以改变来源的先后，或只认其中几种', () => {
  const { forms } = readForms(
    workbookOf(
      projectTarget({
        title: '2026年度项目支出绩效目标申报表',
        fields: { annualGoal: '2025年完成改造。' },
        rows: due('2024年12月'),
      }),
    ),
  );
  const yearBy = (...sources: readonly FilingYearSource[]) => findFilingYears(forms, sources).get(forms[0]);
  expect(yearBy('title')).toEqual({ year: 2026, source: '标题', isCertain: true });
  expect(yearBy('dates', 'title')).toEqual({ year: 2024, source: '完成时间', isCertain: false });
  expect(yearBy('goals')).toEqual({ year: 2025, source: '绩效目标', isCertain: true });
  expect(yearBy()).toBeNull();
});
