import { applyChangeSet } from '../../../src/core/changes/apply-change-set';
import { parseCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import {
  certainChoices,
  fillingChanges,
  proposeCodes,
  strippingChanges,
  type CodingPlan,
} from '../../../src/core/coding';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { CLEAN_CODED_ROWS, codedTable, projectTarget, workbookOf } from '../../support/build-form';
import { SAMPLE_CATALOGUE } from '../../support/sample-catalogue';

const catalogue = parseCatalogue(SAMPLE_CATALOGUE);
const planOf = (snapshot: WorkbookSnapshot): CodingPlan => proposeCodes(readForms(snapshot), catalogue, snapshot);
const listed = (plan: CodingPlan, keys?: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    strippingChanges(plan, keys).edits.map(({ address, after }) => [formatAddress(address), after.value]),
  );

test('名称和级别都去掉编码，名称照旧', () => {
  const plan = planOf(workbookOf(codedTable([{ rows: CLEAN_CODED_ROWS.slice(0, 2) }])));
  expect(strippingChanges(plan).label).toBe('去掉指标编码');
  expect(listed(plan)).toEqual({
    H3: '图书采购数量',
    H4: '图书验收合格率',
    F3: '产出指标',
    F4: '产出指标',
    G3: '数量指标',
    G4: '质量指标',
  });
});

test('只去掉选定的行：同类还有编码的级别不动', () => {
  const rows = [...CLEAN_CODED_ROWS.slice(0, 2), ['1-产出指标', '11-数量指标', '111000999：甲数', '≥3', '≥3'] as const];
  const plan = planOf(workbookOf(codedTable([{ rows }])));
  expect(listed(plan, ['H4!表一'])).toEqual({ H4: '图书验收合格率', G4: '质量指标' });
  expect(listed(plan, ['H5!表一'])).toEqual({ H5: '甲数' });
  expect(listed(plan, [])).toEqual({});
});

test('编码栏清空，名称不动；只有编码的名称和公式不动', () => {
  const form = projectTarget({
    columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
    rows: [
      ['1-产出指标', '数量指标', '图书采购数量', '≥3册', 111000101],
      ['1-产出指标', '数量指标', '111000207-馆员培训课题数量', '≥3项', '111000207'],
      ['1-产出指标', '数量指标', '馆员培训人数', '≥3人', { value: '111000999', formula: 'VLOOKUP(C14,库!A:B,2,0)' }],
      ['2-效益指标', '22-社会效益指标', '222000204-', '是', null],
      ['2-效益指标', '22-社会效益指标', { value: '222000206-阅读活动影响力', formula: 'A1' }, '强', null],
    ],
  });
  expect(listed(planOf(workbookOf(form)))).toEqual({ E12: null, E13: null, C13: '馆员培训课题数量' });
});

test('填入后去掉，名称和原来一样（原来就是指标库名称的）', () => {
  const snapshot = workbookOf(projectTarget());
  const plan = planOf(snapshot);
  const filled = applyChangeSet(snapshot, fillingChanges(plan, certainChoices(plan))).snapshot;
  const stripped = applyChangeSet(filled, strippingChanges(planOf(filled))).snapshot;
  expect(stripped.sheets.map(({ content }) => content)).toEqual(snapshot.sheets.map(({ content }) => content));
});

test('模板的“*”去掉编码后还在', () => {
  const rows = [
    ['*产出指标', '*数量指标', '阅读推广活动场次', '≥3场', '甲'],
    ['*产出指标', '*数量指标', null, null, null],
  ] as const;
  const snapshot = workbookOf(projectTarget({ rows }));
  const plan = planOf(snapshot);
  const filled = applyChangeSet(snapshot, fillingChanges(plan, certainChoices(plan))).snapshot;
  expect(listed(planOf(filled))).toEqual({
    C12: '阅读推广活动场次',
    A12: '*产出指标',
    A13: '*产出指标',
    B12: '*数量指标',
    B13: '*数量指标',
  });
});
