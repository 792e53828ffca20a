import generalProfile from '../../../../assets/profiles/general.json';
import { parseProfile } from '../../../../src/core/review/profile';
import { runReview } from '../../../../src/core/review/run-review';
import costDirection from '../../../../src/core/rules/value/cost-direction';
import costNotCost from '../../../../src/core/rules/value/cost-not-cost';
import crossProjectConflict from '../../../../src/core/rules/value/cross-project-conflict';
import dateYear from '../../../../src/core/rules/value/date-year';
import extraText from '../../../../src/core/rules/value/extra-text';
import kindMismatch from '../../../../src/core/rules/value/kind-mismatch';
import operatorImpossible from '../../../../src/core/rules/value/operator-impossible';
import operatorMissing from '../../../../src/core/rules/value/operator-missing';
import operatorStyle from '../../../../src/core/rules/value/operator-style';
import percentForNonRate from '../../../../src/core/rules/value/percent-for-non-rate';
import periodAnnualConflict from '../../../../src/core/rules/value/period-annual-conflict';
import rateUnderQuantity from '../../../../src/core/rules/value/rate-under-quantity';
import satisfaction100 from '../../../../src/core/rules/value/satisfaction-100';
import unitIncomplete from '../../../../src/core/rules/value/unit-incomplete';
import unitMismatch from '../../../../src/core/rules/value/unit-mismatch';
import unitMissing from '../../../../src/core/rules/value/unit-missing';
import vague from '../../../../src/core/rules/value/vague';
import { codedTable, projectTarget, workbookOf } from '../../../support/build-form';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

const rules = [
  costDirection,
  costNotCost,
  crossProjectConflict,
  dateYear,
  extraText,
  kindMismatch,
  operatorImpossible,
  operatorMissing,
  operatorStyle,
  percentForNonRate,
  periodAnnualConflict,
  rateUnderQuantity,
  satisfaction100,
  unitIncomplete,
  unitMismatch,
  unitMissing,
  vague,
];
const PIECES = [
  '9',
  '≥',
  '＞ ',
  '有效',
  '提升',
  '，',
  '(',
  '（含）',
  '保障率',
  '人数',
  '率9',
  '.',
  ' ',
  '大于',
  '万',
  '同比',
  '\n',
];

test.each(PIECES)('名称和目标值是十万字的“%s”：不出错，不费时间', (piece) => {
  const long = piece.repeat(Math.ceil(100000 / piece.length));
  const workbook = workbookOf(
    projectTarget({
      sheet: '甲',
      rows: [
        ['产出指标', '数量指标', long, `≥5${long}`, '台账。'],
        ['产出指标', '成本指标', `提升${long}`, '90%', '台账。'],
        ['效益指标', '社会效益指标', `${long}人数`, long, '台账。'],
      ],
    }),
    codedTable([{ rows: [['1-产出指标', '11-数量指标', long, `${long}5`, `>${long}5人`]] }], '乙'),
  );
  for (const rule of rules) {
    const start = Date.now();
    const review = runReview(workbook, { rules: [rule], profile: parseProfile(generalProfile), divisionCodes: null });
    expect(review.workbookForms.forms).toHaveLength(2);
    expect(review.notChecked.filter(({ reason }) => reason.includes('出错'))).toEqual([]);
    expect([rule.id, Date.now() - start < LINEAR_WORK_MS]).toEqual([rule.id, true]);
  }
});
