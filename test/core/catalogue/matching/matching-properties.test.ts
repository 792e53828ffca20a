import fc from 'fast-check';
import { parseCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import { matcherOf, type Match } from '../../../../src/core/catalogue/matching';
import { cleanName } from '../../../../src/core/catalogue/matching/clean-name';
import { LEVEL2_KINDS } from '../../../../src/core/forms/indicator-levels';
import zhuhaiFile from '../../../../assets/catalogues/zhuhai-observed.json';
import { LINEAR_WORK_MS } from '../../../support/time-limits';
import { OTHER } from './other-indicators';
import { SAME } from './same-indicators';

const catalogue = parseCatalogue(zhuhaiFile);
const matcher = matcherOf(catalogue);
const names = [...SAME, ...OTHER].map(([, name]) => name).concat(catalogue.entries.map(({ name }) => name));
const anyName = fc.constantFrom(...names);
const anyLevel = fc.constantFrom(null, ...LEVEL2_KINDS);
const pieces = [
  '培训',
  '人数',
  '率',
  '的',
  '完成',
  '（',
  '）',
  '2024年',
  '第三届',
  '未',
  '％',
  '𠮷',
  '1.',
  '★',
  ' ',
  '"',
  'Ａ',
  '及时',
];
const anyText = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join('')),
);

const decided = ({ decision, candidates }: Match): unknown => [
  decision,
  // Of entries that are hardly like the name, one as good as the other may be named.
  candidates
    .filter(({ isOtherLevel2 }) => decision !== 'none' || isOtherLevel2)
    .map(({ entry, score, isOtherLevel2 }) => [entry.code, score, isOtherLevel2]),
];

test('任何文字都有答复，候选按规矩排列', () => {
  fc.assert(
    fc.property(anyText, anyLevel, (name, level2) => {
      const { decision, candidates } = matcher.match({ name, level2 }, 20);
      const own = candidates.filter(({ isOtherLevel2 }) => !isOtherLevel2);
      expect(candidates.slice(0, own.length)).toEqual(own);
      expect(decision === 'none').toBe(own.every(({ score }) => score < 0.22));
      if (decision === 'none') expect(own.length).toBeLessThanOrEqual(3);
      for (const list of [own, candidates.slice(own.length)]) {
        const scores = list.map(({ score }) => score);
        expect(scores).toEqual(scores.slice().sort((a, b) => b - a));
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      }
      expect(candidates.every(({ reason }) => reason !== '')).toBe(true);
    }),
    { numRuns: 200, examples: [['及时★培训培训1.人数', null]] },
  );
});

describe('写法不改变答复', () => {
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const ways: readonly (readonly [string, (text: string) => string])[] = [
    ['全角', wide],
    ['字间空白', (text) => text.split('').join('　')],
    ['句号', (text) => `${text}。`],
    ['序号', (text) => `1.${text}`],
    ['括号序号和分号', (text) => `（2）${text}；`],
    ['圈码', (text) => `③ ${text}`],
    ['多级序号', (text) => `2.1、${text}`],
    ['必填标记', (text) => `*${text}`],
    ['标记和序号', (text) => `★ 3、${text}`],
    ['编码', (text) => `111009999-${text}`],
    ['引号', (text) => `“${text}”`],
    ['年份', (text) => `2024年${text}`],
  ];
  const known = names.map((name) => decided(matcher.match({ name, level2: 'quantity' })));

  test.each(ways)('%s', (_title, way) => {
    const changed = names.filter((name, index) => {
      const answer = decided(matcher.match({ name: way(name), level2: 'quantity' }));
      return JSON.stringify(answer) !== JSON.stringify(known[index]);
    });
    expect(changed).toEqual([]);
  });
});

test('整理过的名称再整理不变', () => {
  const lead = fc.array(fc.constantFrom('★', '1.', '（二）', '*', '①', '三、', ' '), { maxLength: 3 });
  const tail = fc.constantFrom('', '。', '（人）', '；', '≥95%', '(含结转)');
  fc.assert(
    fc.property(lead, anyName, tail, (marks, name, end) => {
      for (const spelling of cleanName(marks.join('') + name + end).spellings) {
        expect(cleanName(spelling).spellings).toContain(spelling);
      }
    }),
    { numRuns: 300 },
  );
});

test('很长的文字也不费时', () => {
  const long = ['培训', '（', '1.', '★', '第三', '的', '"', '2024年', '率达', '甲'].map((piece) =>
    piece.repeat(100000),
  );
  const start = Date.now();
  for (const name of long) matcher.match({ name, level2: 'quantity' });
  expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
});
