import { runReview, type Review } from '../../../src/core/review/run-review';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import {
  blankFields,
  codedTable,
  overallTarget,
  projectTarget,
  proseSheet,
  workbookOf,
  type IndicatorRow,
} from '../../support/build-form';

const { rules, profiles, divisionCodes, catalogue, subjects } = loadBuiltinResources();

function reviewOf(...sheets: readonly SheetContent[]): Review {
  return runReview(workbookOf(...sheets), { rules, profile: profiles[0], divisionCodes, catalogue, subjects });
}

function linesOf({ findings }: Review): readonly string[] {
  return findings.map(({ ruleId, cell, message }) => `${ruleId} ${cell} ${message}`);
}

/** A form P as an office hands it out: labels and level names, nothing typed in. */
function blankTemplate(): SheetContent {
  const rows: readonly IndicatorRow[] = [
    ['产出指标', '数量指标', null, null, null],
    ['产出指标', '质量指标', null, null, null],
    ['产出指标', '时效指标', null, null, null],
    ['产出指标', '成本指标', null, null, null],
    ['效益指标', '经济效益指标', null, null, null],
    ['效益指标', '社会效益指标', null, null, null],
    ['效益指标', '生态效益指标', null, null, null],
    ['效益指标', '可持续影响指标', null, null, null],
    ['满意度指标', '服务对象满意度指标', null, null, null],
    ['满意度指标', '其他满意度指标', null, null, null],
  ];
  return projectTarget({ fields: blankFields(), rows });
}

test('规范的申报表、编码表、整体表和文字部分没有任何问题', () => {
  expect(linesOf(reviewOf(projectTarget()))).toEqual([]);
  expect(linesOf(reviewOf(codedTable()))).toEqual([]);
  expect(linesOf(reviewOf(overallTarget()))).toEqual([]);
  expect(linesOf(reviewOf(proseSheet()))).toEqual([]);
});

test('空白模板只报未填的表头和缺少的指标类型', () => {
  const review = reviewOf(blankTemplate());
  expect(new Set(review.findings.map(({ ruleId }) => ruleId))).toEqual(
    new Set(['header/field-missing', 'form/type-missing']),
  );
  expect(review.findings.length).toBeLessThan(20);
});
