import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LAZY_TEMPLATES } from '../../../src/checking/lazy-templates';
import { readForms } from '../../../src/core/forms/read-forms';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { createReviewSession, type ReviewRunner } from '../../../src/session';
import { NO_READERS } from '../../../src/session/catalogues/catalogue-readers';
import { createInThreadRunner } from '../../../src/session/checking/in-thread-runner';
import { startWorkerRunner } from '../../../src/session/checking/worker-runner';
import { cleanRows, projectTarget, workbookOf } from '../../support/build-form';
import { sayingsOf } from '../../support/converted-sheets';
import { memoryLargeStorage } from '../../support/memory-large-storage';
import { MemoryHost } from '../../support/memory-host';
import { standInWorker } from '../checking/worker-stand-in';
import { sampleResources } from '../sample-review';

const THREADS: readonly (readonly [string, () => Promise<ReviewRunner>])[] = [
  ['on this thread', async () => createInThreadRunner(sampleResources(), NO_READERS, LAZY_TEMPLATES)],
  ['in the worker', () => startWorkerRunner(standInWorker(sampleResources, NO_READERS, LAZY_TEMPLATES).open)],
];

const SHEETS: readonly SheetContent[] = [
  projectTarget(),
  projectTarget({ sheet: '表二', fields: { projectName: '全民阅读' }, rows: cleanRows() }),
  projectTarget({ sheet: '涉密', fields: { annualGoal: '涉密内容不宜公开', calculationBasis: '涉密内容不宜公开' } }),
];

async function openDesk(start = THREADS[0][1], storage = memoryLargeStorage()) {
  const host = new MemoryHost('申报表.xlsx', SHEETS);
  const session = createReviewSession(host, await start(), storage);
  return { host, session, desk: session.conversions };
}

const template = (id: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, '../../../assets/templates', `${id}.xlsx`)));

describe.each(THREADS)('conversions %s', (_where, start) => {
  test('projects, preview, conversion, taken back as one', async () => {
    const { host, session, desk } = await openDesk(start);
    expect((await desk.templates()).map(({ name, kind, isOwn }) => [name, kind, isOwn])).toEqual([
      ['深圳·二级项目申报表', 'form-per-project', false],
      ['珠海·编码指标表', 'table-of-projects', false],
      ['通用·成本为一级指标', 'form-per-project', false],
    ]);
    const projects = await desk.projects();
    expect(projects.map(({ project, sheet, refusal }) => [project, sheet, refusal])).toEqual([
      ['社区图书馆运行', '表一', null],
      ['全民阅读', '表二', null],
      ['社区图书馆运行', '涉密', '内容涉密，不转换。'],
    ]);
    const preview = await desk.preview([projects[1].key, projects[2].key], 'general-cost-first');
    expect(preview.sheets.map(({ name, indicatorCount }) => [name, indicatorCount])).toEqual([['全民阅读', 8]]);
    const done = await desk.convert(preview);
    expect([done.label, done.sheets, done.conflicts]).toEqual(['转为“通用·成本为一级指标” 1 张表', ['全民阅读'], []]);
    const after = await host.read();
    expect(after.sheets.map(({ name }) => name)).toEqual(['表一', '表二', '全民阅读', '涉密']);
    const added = after.findSheet('全民阅读');
    expect(sayingsOf(workbookOf(...(added ? [added.content] : [])))[0].fields.projectName).toBe('全民阅读');
    await session.history.undo();
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual(['表一', '表二', '涉密']);
  });
});

test('a template of one’s own is kept on this machine, used, and removed', async () => {
  const storage = memoryLargeStorage();
  const { desk } = await openDesk(THREADS[0][1], storage);
  const { template: kept, problems } = await desk.importTemplate('本区.xlsx', template('zhuhai-coded-indicators'));
  expect(problems).toEqual([]);
  expect(kept).toMatchObject({ id: 'template/珠海·编码指标表', kind: 'table-of-projects', isOwn: true });
  const { desk: later, host } = await openDesk(THREADS[0][1], storage);
  expect((await later.templates()).map(({ id }) => id)).toContain('template/珠海·编码指标表');
  const keys = (await later.projects()).map(({ key }) => key);
  const outcome = await later.convert(await later.preview(keys, 'template/珠海·编码指标表'));
  expect(outcome.sheets).toEqual(['项目绩效目标表']);
  const forms = readForms(await host.read()).forms.filter(({ sheet }) => sheet === '项目绩效目标表');
  expect(forms.map(({ type, projects }) => [type, projects.length])).toEqual([['coded-indicators', 2]]);
  await later.removeTemplate('template/珠海·编码指标表');
  expect((await later.templates()).some(({ isOwn }) => isOwn)).toBe(false);
  await expect(later.preview(keys, 'template/珠海·编码指标表')).rejects.toMatchObject({
    message: '所选的模板已被移除。',
  });
});

test('a file that is no template is not kept, and says why', async () => {
  const { desk } = await openDesk();
  const text = new Uint8Array([0x61, 0x62, 0x63, 0x64]);
  const { template: none, problems } = await desk.importTemplate('说明.xlsx', text);
  expect(none).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^文件“说明\.xlsx”/);
  expect((await desk.templates()).every(({ isOwn }) => !isOwn)).toBe(true);
});

test('nothing to convert is refused before anything is written', async () => {
  const { desk } = await openDesk();
  const secret = (await desk.projects())[2].key;
  await expect(desk.preview([secret], 'general-cost-first')).rejects.toMatchObject({
    message: '所选的项目已不在工作簿中，或不能转换。',
  });
});
