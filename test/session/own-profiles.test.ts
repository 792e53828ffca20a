import { createReviewSession } from '../../src/session';
import { MemoryHost } from '../support/memory-host';
import { sampleRunner, sampleSheets } from './sample-review';

const fileOf = (more: object = {}): string =>
  JSON.stringify({ version: 1, id: 'own', name: '南湖区', extends: 'general', ...more });

function openSample() {
  const host = new MemoryHost('申报表.xlsx', sampleSheets());
  return { host, session: createReviewSession(host, sampleRunner()) };
}

const listed = async ({ readOwnProfiles }: ReturnType<typeof openSample>['session']) =>
  (await readOwnProfiles()).map(({ id, name, problem }) => [id, name, problem]);

test('an imported profile is kept on this machine and can be gone by', async () => {
  const { host, session } = openSample();
  expect(await listed(session)).toEqual([]);
  const imported = await session.importProfile(fileOf({ severities: { 'sample/vague-value': 'off' } }));
  expect(imported).toMatchObject({ profile: { id: 'own', name: '南湖区' } });
  const later = createReviewSession(host, sampleRunner());
  expect(await listed(later)).toEqual([['own', '南湖区', null]]);
  const review = await later.review({ profileId: 'own' });
  expect(review.profile).toEqual({ id: 'own', name: '南湖区', isAutomatic: false });
  expect(review.findings.filter(({ ruleId }) => ruleId === 'sample/vague-value')).toEqual([]);
});

test('the same id again replaces the former file', async () => {
  const { session } = openSample();
  await session.importProfile(fileOf());
  await session.importProfile(fileOf({ id: 'street', name: '街道' }));
  await session.importProfile(fileOf({ name: '南湖区（新）' }));
  expect(await listed(session)).toEqual([
    ['street', '街道', null],
    ['own', '南湖区（新）', null],
  ]);
});

test('removed: nothing goes by it any more', async () => {
  const { host, session } = openSample();
  await session.importProfile(fileOf());
  await session.removeProfile('own');
  expect(await listed(session)).toEqual([]);
  expect(await listed(createReviewSession(host, sampleRunner()))).toEqual([]);
  expect((await session.review({ profileId: 'own' })).profile).toEqual({
    id: 'general',
    name: '通用',
    isAutomatic: true,
  });
});

test.each([
  [fileOf({ id: 'strict' }), 'id：“strict”是内置方案“从严”的编号，请换一个。'],
  [
    fileOf({ severities: { 'sample/tildes': 'off' } }),
    'severities：没有“sample/tildes”这条规则（是不是 sample/tilde？）；全部规则见 docs/rules.md。',
  ],
  ['{', '不是有效的 JSON 文件：第 1 行应写键的名称，用英文双引号括起来，现在是文件的结尾。'],
])('a wrong file is not kept: %s', async (text, problem) => {
  const { session } = openSample();
  expect(await session.importProfile(text)).toEqual({ problem });
  expect(await listed(session)).toEqual([]);
});

test('a profile that this version does not understand is listed with the reason, and not gone by', async () => {
  const { host, session } = openSample();
  const stored = [{ id: 'own', name: '南湖区', text: fileOf({ severities: { 'sample/gone': 'off' } }) }];
  await host.storage.set('shenbao.profiles', JSON.stringify(stored));
  expect(await listed(session)).toEqual([
    ['own', '南湖区', 'severities：没有“sample/gone”这条规则；全部规则见 docs/rules.md。'],
  ]);
  expect((await session.review({ profileId: 'own' })).profile.id).toBe('general');
});

test('an imported profile with characteristics of its own takes part in the automatic choice', async () => {
  const { session } = openSample();
  const recognition = { formTypes: ['project-target'], titles: ['二级项目'], places: ['南湖区'] };
  await session.importProfile(fileOf({ recognition }));
  expect((await session.review()).profile).toEqual({ id: 'own', name: '南湖区', isAutomatic: true });
});

test('a storage of another program is as if nothing had been stored', async () => {
  const { host, session } = openSample();
  await host.storage.set('shenbao.profiles', '{"own":1}');
  expect(await listed(session)).toEqual([]);
  expect((await session.review()).profile.id).toBe('general');
});

test('panes of two workbooks keep what either of them imported', async () => {
  const { host, session: first } = openSample();
  const second = createReviewSession(host, sampleRunner());
  expect(await listed(second)).toEqual([]);
  await first.importProfile(fileOf());
  await second.importProfile(fileOf({ id: 'street', name: '街道' }));
  const both = [
    ['own', '南湖区', null],
    ['street', '街道', null],
  ];
  expect(await listed(first)).toEqual(both);
  expect(await listed(second)).toEqual(both);
  await first.removeProfile('own');
  expect(await listed(second)).toEqual([['street', '街道', null]]);
});
