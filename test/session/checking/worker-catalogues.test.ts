import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LAZY_READERS } from '../../../src/checking/lazy-readers';
import { HostError } from '../../../src/host/port/host-error';
import { openXlsx } from '../../../src/host/xlsx';
import { ReviewCancelled, startChecking, type CatalogueReaders, type CatalogueWorks } from '../../../src/session';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { NO_READERS } from '../../../src/session/catalogues/catalogue-readers';
import type { CatalogueReference } from '../../../src/session/catalogues/catalogue-works';
import { createInThreadRunner } from '../../../src/session/checking/in-thread-runner';
import { startWorkerRunner, WorkerLost } from '../../../src/session/checking/worker-runner';
import { projectTarget, workbookOf } from '../../support/build-form';
import { OWN, refusalOf } from '../catalogues/open-desk';
import { kindsOf, standInWorker } from './worker-stand-in';

const RESOURCES = loadBuiltinResources();
const BUILTIN = reference('zhuhai-observed', '');
const SAMPLE = path.join(__dirname, '../../../assets/samples/zhuhai-gaoxin-2024.xlsx');
const PATIENT = { start: 60000, silence: 60000, answer: 60000 };
const NEVER = { aborted: false };

/** Counts how often its text is asked for. */
function reference(id: string, revision: string, entries = OWN.entries): CatalogueReference & { loads: number } {
  const own = {
    id,
    revision,
    loads: 0,
    async load() {
      own.loads += 1;
      return JSON.stringify({ ...OWN, id, entries });
    },
  };
  return own;
}

async function startWorker(readers: CatalogueReaders = LAZY_READERS, timeouts = PATIENT) {
  const worker = standInWorker(() => RESOURCES, readers);
  const runner = await startWorkerRunner(worker.open, timeouts);
  return { worker, runner, works: runner.catalogues };
}

const find = async (works: CatalogueWorks, catalogue: CatalogueReference, text = '图书采购') =>
  (await works.search(catalogue, { text, level2: null, limit: 5 })).map(({ code }) => code);

test('what ships with the program is known without asking', async () => {
  const { works } = await startWorker();
  expect(works.builtin).toEqual(createInThreadRunner(RESOURCES).catalogues.builtin);
  expect(works.builtin.map(({ id }) => id)).toEqual(['zhuhai-observed']);
});

test('the worker proposes what this thread proposes', async () => {
  const { snapshot } = openXlsx(readFileSync(SAMPLE));
  const { works } = await startWorker();
  const expected = await createInThreadRunner(RESOURCES).catalogues.propose(snapshot, BUILTIN);
  expect(expected.rows.length).toBeGreaterThan(10);
  expect(await works.propose(snapshot, BUILTIN)).toEqual(expected);
  expect(BUILTIN.loads).toBe(0);
});

describe('texts of own catalogues cross once for each content', () => {
  test('whatever they are used for', async () => {
    const { worker, runner, works } = await startWorker();
    const own = reference('nanhu', 'a');
    expect(await find(works, own)).toEqual(['111000101']);
    await works.propose(workbookOf(projectTarget()), own);
    await runner.review(
      workbookOf(projectTarget()),
      { profileId: null, ownProfiles: [], catalogue: own },
      NEVER,
      () => 0,
    );
    await works.compact(own);
    expect([own.loads, kindsOf(worker.toWorker).filter((kind) => kind === 'catalogue').length]).toEqual([1, 1]);

    const next = reference('nanhu', 'b', OWN.entries.slice(1));
    expect(await find(works, next)).toEqual([]);
    expect([own.loads, next.loads]).toEqual([1, 1]);
  });

  test('of many, those that came first are sent again when they are used again', async () => {
    const { works } = await startWorker();
    const owns = ['a', 'b', 'c', 'd'].map((id) => reference(id, '1'));
    for (const own of [...owns, owns[3], owns[0], owns[2], owns[3]])
      expect(await find(works, own)).toEqual(['111000101']);
    expect(owns.map(({ loads }) => loads)).toEqual([2, 1, 1, 1]);
  });

  test('asked for twice at once', async () => {
    const { worker, works } = await startWorker();
    const own = reference('nanhu', 'a');
    await Promise.all([works.compact(own), works.propose(workbookOf(projectTarget()), own)]);
    expect(kindsOf(worker.toWorker).filter((kind) => kind === 'catalogue')).toHaveLength(1);
  });

  test('one that cannot be loaded is refused, and nothing is sent', async () => {
    const { worker, works } = await startWorker();
    const gone = {
      ...reference('nanhu', 'a'),
      load: () => Promise.reject(new HostError('gone', '不在了。', '请重选。')),
    };
    expect(await refusalOf(works.compact(gone))).toEqual({ code: 'gone', message: '不在了。', advice: '请重选。' });
    expect(kindsOf(worker.toWorker)).toEqual([]);
    expect(await find(works, reference('nanhu', 'b'))).toEqual(['111000101']);
  });
});

describe('beside a review', () => {
  const one = workbookOf(projectTarget());
  const other = workbookOf(projectTarget({ sheet: '表二' }));
  const wish = { profileId: null, ownProfiles: [] };

  test('both come to their end, each of its own workbook', async () => {
    const { runner, works } = await startWorker();
    const own = reference('nanhu', 'a');
    const reviewing = runner.review(one, wish, NEVER, () => undefined);
    const proposing = works.propose(other, own);
    const searching = find(works, own);
    expect((await reviewing).forms.map(({ sheet }) => sheet)).toEqual(['表一']);
    expect((await proposing).rows[0].sheet).toBe('表二');
    expect(await searching).toEqual(['111000101']);
  });

  test('a review that is cancelled takes nothing with it', async () => {
    const { runner, works } = await startWorker();
    const signal = { aborted: false };
    const reviewing = runner.review(one, wish, signal, () => undefined);
    const proposing = works.propose(one, reference('nanhu', 'a'));
    signal.aborted = true;
    await expect(reviewing).rejects.toBeInstanceOf(ReviewCancelled);
    expect((await proposing).rows.length).toBeGreaterThan(5);
  });

  test('sheets cross once for both', async () => {
    const { worker, runner, works } = await startWorker();
    await Promise.all([runner.review(one, wish, NEVER, () => undefined), works.propose(one, reference('nanhu', 'a'))]);
    expect(kindsOf(worker.toWorker).filter((kind) => kind === 'sheet')).toHaveLength(1);
  });
});

test('a search that is not waited for any more is not run', async () => {
  const { worker, works } = await startWorker();
  const own = reference('nanhu', 'a');
  await find(works, own);
  const first = find(works, own, '图');
  const second = find(works, own, '图书采');
  await expect(first).rejects.toBeInstanceOf(ReviewCancelled);
  expect(await second).toEqual(['111000101']);
  expect(kindsOf(worker.toPane).filter((kind) => kind === 'answer')).toHaveLength(2);
});

describe('what goes wrong', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const source = { kind: 'file', name: '甲.xlsx', bytes } as const;

  test('a refusal is one, and the worker goes on', async () => {
    const readFile = () => Promise.reject(new HostError('file-too-large', '文件太大。', '请拆开。'));
    const { worker, works } = await startWorker({ ...NO_READERS, readFile });
    const refusal = { code: 'file-too-large', message: '文件太大。', advice: '请拆开。' };
    const refused = works.inspect(source, {});
    await expect(refused).rejects.toBeInstanceOf(HostError);
    expect(await refusalOf(refused)).toEqual(refusal);
    expect(await find(works, reference('nanhu', 'a'))).toEqual(['111000101']);
    expect(worker.isOver()).toBe(false);
  });

  test('a defect in the worker: done on this thread, and all that follows', async () => {
    const asked: Uint8Array[] = [];
    const broken = { ...LAZY_READERS, readFile: () => Promise.reject(new Error('defect')) };
    const worker = standInWorker(() => RESOURCES, broken);
    const found = { tables: [], file: null, problem: '没有。', rejected: [], duplicates: [], conflicts: [] };
    const whole = {
      ...LAZY_READERS,
      readFile: async (_name: string, given: Uint8Array) => {
        asked.push(given);
        return found;
      },
    };
    const loadInThread = jest.fn(async () => createInThreadRunner(RESOURCES, whole));
    const { catalogues } = await startChecking({ openWorker: worker.open, loadInThread, timeouts: PATIENT });
    expect(await catalogues.inspect(source, {})).toEqual(found);
    expect(asked).toEqual([bytes]);
    expect(worker.isOver()).toBe(true);
    const own = reference('nanhu', 'a');
    expect(await find(catalogues, own)).toEqual(['111000101']);
    expect((await catalogues.propose(workbookOf(projectTarget()), own)).rows.length).toBeGreaterThan(5);
    expect(catalogues.builtin.map(({ id }) => id)).toEqual(['zhuhai-observed']);
    expect(loadInThread).toHaveBeenCalledTimes(1);
  });

  test('a worker that dies: those who wait are told, and those who ask later', async () => {
    const { worker, works } = await startWorker();
    const own = reference('nanhu', 'a');
    const waiting = [find(works, own), works.propose(workbookOf(projectTarget()), own)];
    const settled = Promise.allSettled(waiting);
    worker.die('out of memory');
    for (const result of await settled) expect(result).toMatchObject({ reason: expect.any(WorkerLost) });
    await expect(find(works, own)).rejects.toBeInstanceOf(WorkerLost);
  });

  test('a worker that gives no answer is lost', async () => {
    const silent = { ...NO_READERS, readFile: () => new Promise<never>(() => undefined) };
    const { worker, works } = await startWorker(silent, { ...PATIENT, answer: 30 });
    await expect(works.inspect(source, {})).rejects.toBeInstanceOf(WorkerLost);
    expect(worker.isOver()).toBe(true);
  });

  test('without its dictionary names are found as they are written', async () => {
    const { works } = await startWorker({ ...NO_READERS, loadReadings: () => Promise.reject(new Error('404')) });
    const own = reference('nanhu', 'a');
    expect(await find(works, own, 'tscg')).toEqual([]);
    expect(await find(works, own, '图书采购')).toEqual(['111000101']);
  });
});
