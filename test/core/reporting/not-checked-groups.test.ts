import { groupNotChecked } from '../../../src/core/reporting/not-checked-groups';

const one = (ruleId: string, form: string | null, reason: string) => ({ ruleId, form, reason });

test('the same reason is said once, with its rules and forms', () => {
  const reason = '没有载入科目表。';
  expect(
    groupNotChecked([
      one('a/a', '甲', reason),
      one('a/b', '甲', reason),
      one('a/a', '乙', reason),
      one('a/c', null, '别的。'),
    ]),
  ).toEqual([
    { reason, ruleIds: ['a/a', 'a/b'], forms: ['甲', '乙'] },
    { reason: '别的。', ruleIds: ['a/c'], forms: [null] },
  ]);
});

test('reasons that differ in the quoted name are one', () => {
  const secret = (name: string) => one('a/a', '甲', `项目“${name}”涉密，未检查内容。`);
  const reasons = (...names: readonly string[]) => groupNotChecked(names.map(secret), 3).map(({ reason }) => reason);
  expect(reasons('一')).toEqual(['项目“一”涉密，未检查内容。']);
  expect(reasons('一', '二', '一')).toEqual(['项目“一”、“二”涉密，未检查内容。']);
  expect(reasons('一', '二', '三', '四', '五')).toEqual(['项目“一”、“二”、“三”等 5 项涉密，未检查内容。']);
});

test.each([
  ['what is quoted later', '“金额”填为“见附件”，未能核对。', '“金额”填为“另附”，未能核对。'],
  ['what stands before the name', '项目“一”涉密。', '表“一”涉密。'],
  ['a quote without an end', '写“一，未核对。', '写“二，未核对。'],
])('reasons that differ in %s stay apart', (_what, first, second) => {
  const groups = groupNotChecked([one('a/a', null, first), one('a/a', null, second)]);
  expect(groups.map(({ reason }) => reason)).toEqual([first, second]);
});
