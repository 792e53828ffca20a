import { ReviewCancelled, startChecking, type ReviewRunner } from '../../../src/session';
import { createInThreadRunner } from '../../../src/session/checking/in-thread-runner';
import type { OpenWorker } from '../../../src/session/checking/worker-runner';
import { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import type { Rule } from '../../../src/core/rules/define-rule';
import { SAMPLE_RULES, sampleResources, sampleSheets } from '../sample-review';
import { standInWorker } from './worker-stand-in';

const PATIENT = { start: 60000, silence: 60000, answer: 60000 };
const SNAPSHOT = new WorkbookSnapshot('申报表.xlsx', sampleSheets());
const FOUND = ['图书 B9', '图书 B9', '图书 D12', '图书 D13', '图书 D13', '说明 A2'];

async function found(runner: ReviewRunner, signal = { aborted: false }): Promise<string[]> {
  const report = await runner.review(SNAPSHOT, { profileId: null, ownProfiles: [] }, signal, () => undefined);
  return report.findings.map(({ sheet, cell }) => `${sheet} ${cell}`);
}

function startWith(openWorker: OpenWorker, timeouts = PATIENT) {
  const loadInThread = jest.fn(async () => createInThreadRunner(sampleResources()));
  return { loadInThread, started: startChecking({ openWorker, loadInThread, timeouts }) };
}

/** Tells its beginning, then holds the worker up for a moment. */
function slowRules(onRun: () => void): readonly Rule[] {
  const slow: Rule = {
    ...SAMPLE_RULES[0],
    id: 'sample/slow',
    *run() {
      onRun();
    },
  };
  return [slow, ...SAMPLE_RULES];
}

test('a worker that works: nothing is loaded on this thread', async () => {
  const { started, loadInThread } = startWith(standInWorker(sampleResources).open);
  expect(await found(await started)).toEqual(FOUND);
  expect(loadInThread).not.toHaveBeenCalled();
});

describe('a worker that does not start: checked on this thread', () => {
  const broken: readonly [string, OpenWorker][] = [
    [
      'no Worker in this web view',
      () => {
        throw new ReferenceError('Worker is not defined');
      },
    ],
    [
      'the file is missing',
      ({ onFailure }) => {
        setTimeout(() => onFailure('404'), 1);
        return { send: () => undefined, end: () => undefined };
      },
    ],
    [
      'refused at once',
      ({ onFailure }) => {
        onFailure('refused');
        return { send: () => undefined, end: () => undefined };
      },
    ],
    ['never a word', () => ({ send: () => undefined, end: () => undefined })],
    [
      'its resources are broken',
      standInWorker(() => {
        throw new Error('broken');
      }).open,
    ],
  ];

  test.each(broken)('%s', async (_name, openWorker) => {
    const { started, loadInThread } = startWith(openWorker, { ...PATIENT, start: 60 });
    const runner = await started;
    expect(await found(runner)).toEqual(FOUND);
    expect(await found(runner)).toEqual(FOUND);
    expect(loadInThread).toHaveBeenCalledTimes(1);
    expect(runner.rulebook.rules.map(({ id }) => id)).toEqual(SAMPLE_RULES.map(({ id }) => id));
  });

  test('one that is too late is ended and not heard', async () => {
    const worker = standInWorker(sampleResources);
    const { started } = startWith(worker.open, { ...PATIENT, start: 0 });
    expect(await found(await started)).toEqual(FOUND);
    expect(worker.isOver()).toBe(true);
  });
});

describe('a worker that is lost later: the running review is run again here, and all later ones', () => {
  const losses: readonly [string, (worker: ReturnType<typeof standInWorker>) => void][] = [
    ['an error', (worker) => worker.die('out of memory')],
    ['dead without a word', (worker) => worker.die()],
  ];

  test.each(losses)('%s', async (_name, lose) => {
    const worker = standInWorker(() => sampleResources(slowRules(() => lose(worker))));
    const { started, loadInThread } = startWith(worker.open, { ...PATIENT, silence: 200 });
    const runner = await started;
    expect(await found(runner)).toEqual(FOUND);
    expect(await found(runner)).toEqual(FOUND);
    expect(loadInThread).toHaveBeenCalledTimes(1);
  });

  test('between two reviews', async () => {
    const worker = standInWorker(sampleResources);
    const { started, loadInThread } = startWith(worker.open);
    const runner = await started;
    expect(await found(runner)).toEqual(FOUND);
    worker.die('gone');
    expect(await found(runner)).toEqual(FOUND);
    expect(loadInThread).toHaveBeenCalledTimes(1);
  });

  test('a defect inside the worker', async () => {
    const broken = {
      ...sampleResources(),
      get rules(): readonly Rule[] {
        return isBroken ? (null as never) : SAMPLE_RULES;
      },
    };
    let isBroken = false;
    const { started, loadInThread } = startWith(standInWorker(() => broken).open);
    const runner = await started;
    isBroken = true;
    expect(await found(runner)).toEqual(FOUND);
    expect(loadInThread).toHaveBeenCalledTimes(1);
  });

  test('the rules cannot be loaded here either: said, and tried again next time', async () => {
    const worker = standInWorker(sampleResources);
    const { started, loadInThread } = startWith(worker.open);
    const runner = await started;
    worker.die('gone');
    loadInThread.mockRejectedValueOnce(new Error('Loading chunk 551 failed.'));
    await expect(found(runner)).rejects.toThrow('Loading chunk 551 failed.');
    expect(await found(runner)).toEqual(FOUND);
  });
});

test('cancelled reviews are no loss', async () => {
  const { started, loadInThread } = startWith(standInWorker(sampleResources).open);
  const runner = await started;
  await expect(found(runner, { aborted: true })).rejects.toBeInstanceOf(ReviewCancelled);
  expect(await found(runner)).toEqual(FOUND);
  expect(loadInThread).not.toHaveBeenCalled();
});
