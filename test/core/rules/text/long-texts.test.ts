import generalProfile from '../../../../assets/profiles/general.json';
import { parseProfile } from '../../../../src/core/review/profile';
import { runReview } from '../../../../src/core/review/run-review';
import doubledWords from '../../../../src/core/rules/text/doubled-words';
import foreignWord from '../../../../src/core/rules/text/foreign-word';
import numbering from '../../../../src/core/rules/text/numbering';
import spacesInChinese from '../../../../src/core/rules/text/spaces-in-chinese';
import strayEdge from '../../../../src/core/rules/text/stray-edge';
import truncated from '../../../../src/core/rules/text/truncated';
import widthMixed from '../../../../src/core/rules/text/width-mixed';
import { projectTarget, workbookOf } from '../../../support/build-form';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

const LENGTH = 100_000;
const PIECES = [
  '中',
  '中文',
  '项目项目',
  '一次',
  '积极性、',
  '采购，采购、',
  '1.甲；',
  '1. ',
  '1.甲；2，3.丙；4，5.',
  '（一）一是①',
  '\n1、',
  '（',
  '(中',
  '《“',
  '中 ',
  '中 and ',
  '，',
  '。1',
  ' ',
  '\n',
];
const TEXTS: readonly (readonly [string, string])[] = [
  ...PIECES.map((piece) => [JSON.stringify(piece), piece.repeat(LENGTH / piece.length)] as const),
  ['一大段空白之后才有字', `中${' '.repeat(LENGTH)}文`],
  ['换行之后才有编号', `1.甲${'\n'.repeat(LENGTH)}1.乙`],
  ['很远的括号', `（${'中'.repeat(LENGTH)})`],
];

test.each(TEXTS)('十万字的文字不拖慢检查：%s', (_name, text) => {
  const snapshot = workbookOf(projectTarget({ fields: { policyBasis: text } }));
  const profile = parseProfile(generalProfile);
  for (const rule of [doubledWords, foreignWord, numbering, spacesInChinese, strayEdge, truncated, widthMixed]) {
    const start = Date.now();
    const { findings } = runReview(snapshot, { rules: [rule], profile, divisionCodes: null });
    expect([rule.id, Date.now() - start < LINEAR_WORK_MS]).toEqual([rule.id, true]);
    expect(findings.filter(({ message }) => message.includes('规则运行出错'))).toEqual([]);
  }
});
