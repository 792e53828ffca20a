import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { FieldKey } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { runReview } from '../../../src/core/review/run-review';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { openXlsx } from '../../../src/host/xlsx';
import {
  cleanRows,
  codedTable,
  projectTarget,
  workbookOf,
  type CellSpec,
  type IndicatorRow,
} from '../../support/build-form';
import { builtinTemplate, convert, sayingsOf } from '../../support/converted-sheets';

const FILINGS = path.join(__dirname, '../../fixtures/filings');
const shenzhen = builtinTemplate('shenzhen-second-level-project');
const zhuhai = builtinTemplate('zhuhai-coded-indicators');
const general = builtinTemplate('general-cost-first');

const resources = loadBuiltinResources();

const filing = (name: string): WorkbookSnapshot => openXlsx(readFileSync(path.join(FILINGS, name)), { name }).snapshot;

describe('there and back, forms say what they said', () => {
  test.each([
    ['futian-qifu-2024.xlsx', '珠海', zhuhai, shenzhen, 9],
    ['futian-zhengwu-2023.xlsx', '珠海', zhuhai, shenzhen, 6],
    ['futian-qifu-3forms-et-style.xlsx', '通用', general, shenzhen, 3],
    ['zhuhai-gaoxin-2024.xlsx', '深圳', shenzhen, zhuhai, 16],
  ])('%s by %s', (name, _by, there, back, count) => {
    const source = filing(name);
    const returned = convert(convert(source, there).snapshot, back);
    const said = sayingsOf(source);
    expect(said).toHaveLength(count);
    expect(sayingsOf(returned.snapshot)).toEqual(said);
  });

  const text = fc.constantFrom(
    '图书采购',
    '=1+1',
    '培训"馆员"',
    '第一行\n第二行',
    ' 前后有空格 ',
    '合计用款说明',
    '一级指标的说明',
    '<p>网页</p>',
    '不适用的情形',
    '2025年12月31日前',
    '政策依据：见附件',
  );
  const value = fc.constantFrom(
    '≥95%',
    '12台',
    '100',
    '有效提升',
    '大于等于80个',
    '4期,500人次',
    '2025年12月31日前',
    '≤3.5万元',
    '',
  );
  const LEVELS: readonly (readonly [string, string])[] = [
    ['产出指标', '数量指标'],
    ['产出指标', '质量指标'],
    ['产出指标', '成本指标'],
    ['效益指标', '社会效益指标'],
    ['效益指标', '可持续影响指标'],
    ['满意度指标', '服务对象满意度指标'],
    ['满意度指标', '其他满意度指标'],
    ['产出指标', '安全指标'],
  ];
  const row = fc
    .tuple(fc.constantFrom(...LEVELS), fc.nat(3), value, fc.option(text, { nil: null }))
    .map(([[level1, level2], name, shown, note]): IndicatorRow => [level1, level2, `扶持数量${name}`, shown, note]);
  const amount = fc.integer({ min: 1, max: 99999999 }).map((cents): CellSpec => ({
    value: cents / 100,
    text: (cents / 100).toFixed(2),
    numberFormat: '#,##0.00',
  }));
  const fields = fc.record<Partial<Record<FieldKey, CellSpec>>>({
    projectName: fc.constantFrom('甲项目', '乙项目', '=丙', '甲/乙？', '很长的名称'.repeat(12)),
    totalAmount: amount,
    annualAmount: amount,
    policyBasis: text,
    calculationBasis: text,
    annualGoal: text,
    longTermGoal: fc.option(text, { nil: null }),
  });
  const rowsInOrder = fc.array(row, { minLength: 2, maxLength: 9 }).map((rows) => {
    const order = (one: IndicatorRow): number => LEVELS.findIndex(([, level2]) => level2 === one[1]);
    return rows.slice().sort((a, b) => order(a) - order(b));
  });

  test('any form, by every template', () => {
    const forms = fc.array(fc.tuple(fields, rowsInOrder), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(forms, fc.constantFrom(zhuhai, general), (specs, there) => {
        const sheets = specs.map(([ofForm, rows], index) =>
          projectTarget({ sheet: `表${index + 1}`, fields: ofForm, rows }),
        );
        const source = workbookOf(...sheets);
        const returned = convert(convert(source, there).snapshot, shenzhen);
        expect(sayingsOf(returned.snapshot)).toEqual(sayingsOf(source));
      }),
      { numRuns: 20 },
    );
  });

  test('any table, by forms', () => {
    const coded = fc
      .tuple(
        fc.constantFrom(['1-产出指标', '11-数量指标'], ['2-效益指标', '22-社会效益'], ['1-产出指标', '14-成本指标']),
        fc.nat(2),
        value,
        value,
      )
      .map(
        ([[level1, level2], name, period, year]) => [level1, level2, `11100010${name}-扶持数量`, period, year] as const,
      );
    const projects = fc.array(
      fc.record({
        name: fc.constantFrom('甲项目', '乙项目', '丙项目'),
        rows: fc.array(coded, { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(projects, fc.constantFrom(shenzhen, general), (specs, there) => {
        const source = workbookOf(codedTable(specs));
        const returned = convert(convert(source, there).snapshot, zhuhai);
        expect(sayingsOf(returned.snapshot)).toEqual(sayingsOf(source));
      }),
      { numRuns: 12 },
    );
  });
});

test('what the list beside a form says is read as no part of it', () => {
  const rows = cleanRows({
    数量: [
      ['图书采购数量', '≥8000册', '<p>以入库单为准</p>'],
      ['馆员培训人数', '≥120人', '一级指标'],
    ],
  });
  const source = workbookOf(projectTarget({ rows, fields: { policyBasis: '二级项目支出绩效目标申报表' } }));
  const { snapshot, plans } = convert(source, zhuhai);
  expect(plans[0].sheet.unplaced.map(({ label, indicator }) => label + indicator)).toContain(
    '指标解释数量指标：馆员培训人数',
  );
  const [sheet] = snapshot.sheets;
  const withoutList = { ...sheet.content, cells: sheet.cells.filter(({ column }) => column <= zhuhai.printArea.right) };
  expect(readForms(snapshot)).toEqual(readForms(workbookOf(withoutList)));
  const findings = (workbook: WorkbookSnapshot): unknown => runReview(workbook, { ...resources }).findings;
  expect(findings(snapshot)).toEqual(findings(workbookOf(withoutList)));
});
