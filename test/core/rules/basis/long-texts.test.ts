import generalProfile from '../../../../assets/profiles/general.json';
import { parseProfile } from '../../../../src/core/review/profile';
import { runReview } from '../../../../src/core/review/run-review';
import lumpSum from '../../../../src/core/rules/basis/lump-sum';
import noAmount from '../../../../src/core/rules/basis/no-amount';
import priceWithoutQuantity from '../../../../src/core/rules/basis/price-without-quantity';
import sumMismatch from '../../../../src/core/rules/basis/sum-mismatch';
import amountUnitMixed from '../../../../src/core/rules/text/amount-unit-mixed';
import numberFormat from '../../../../src/core/rules/text/number-format';
import { projectTarget, workbookOf } from '../../../support/build-form';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

const LENGTH = 100_000;
const PIECES = [
  '见',
  '按照往',
  '往年',
  '上年度',
  '其他',
  '机动',
  '不含',
  '预备费',
  '65万',
  '65万；1万元，',
  '9元/人；',
  '三百元',
  '单价',
  '（单位：',
  '<',
  '<a>',
  '1',
  '，',
  ' ',
];

test.each([lumpSum, noAmount, priceWithoutQuantity, sumMismatch, amountUnitMixed, numberFormat])(
  '$id 不怕很长的文字',
  (rule) => {
    for (const piece of PIECES) {
      const calculationBasis = piece.repeat(LENGTH / piece.length);
      const snapshot = workbookOf(projectTarget({ fields: { calculationBasis } }));
      const started = Date.now();
      const { findings } = runReview(snapshot, {
        rules: [rule],
        profile: parseProfile(generalProfile),
        divisionCodes: null,
      });
      expect([piece, Date.now() - started < LINEAR_WORK_MS]).toEqual([piece, true]);
      expect(findings.filter(({ message }) => message.includes('规则运行出错'))).toEqual([]);
    }
  },
);
