import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineRepair } from '../../../src/core/normalizing/define-repair';
import type { NormalizationPlan } from '../../../src/core/normalizing/normalization-plan';
import type { HostCapabilities } from '../../../src/host/port/workbook-host';
import { parseAddress, type CellAddress } from '../../../src/core/workbook/cell-address';
import { openXlsx } from '../../../src/host/xlsx';
import { createReviewSession, ReviewCancelled } from '../../../src/session';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { createInThreadRunner } from '../../../src/session/checking/in-thread-runner';
import { startWorkerRunner } from '../../../src/session/checking/worker-runner';
import { RULES } from '../../../src/core/rules';
import { cleanRows, projectTarget } from '../../support/build-form';
import { MemoryHost } from '../../support/memory-host';
import { standInWorker } from '../checking/worker-stand-in';
import { sampleResources, sampleSheets } from '../sample-review';

const goals = defineRepair({
  id: 'template/sample',
  label: '写成“完成。”',
  title: '目标写“完成。”',
  why: '统一。',
  basis: '填报惯例',
  example: { wrong: '完成', right: '完成。' },
  forms: ['project-target'],
  *propose({ project }, repair) {
    for (const { key, value } of project.fields)
      yield key === 'annualGoal' && value.text === '完成' ? repair.write(value, '完成。') : null;
  },
});

const resources = { ...sampleResources(), repairs: [goals] };

function openSample(sheets = sampleSheets(), capabilities: Partial<HostCapabilities> = {}) {
  const host = new MemoryHost('申报表.xlsx', sheets, capabilities);
  const session = createReviewSession(host, createInThreadRunner(resources));
  return { host, session, desk: session.normalization };
}

function linesOf({ repairs, left }: NormalizationPlan): readonly string[] {
  return [
    ...repairs.map(({ key, ruleIds, edits }) => `${key} ${ruleIds.join('+')} ${edits.map(({ after }) => after.value)}`),
    ...left.map(({ sheet, cell, kind, reason }) => `${kind} ${sheet}!${cell} ${reason}`),
  ];
}

const LEFT = [
  'judgement 图书!B9 年度目标太短，请补充要完成的工作。',
  'judgement 图书!D12 “图书采购数量”的指标值“若干册”不明确，请写明数量。',
  'judgement 图书!D13 “馆员培训人数”的指标值“若干人”不明确，请写明数量。',
];

test('规则和模板的修改一起列出；写入后可撤销', async () => {
  const { host, desk, session } = openSample();
  const plan = await desk.plan();
  expect(linesOf(plan)).toEqual([
    '图书!B9 sample/tilde+template/sample 完成。',
    '图书!D13 sample/tilde 若干人',
    '说明!A2 sample/tilde 第13行',
    ...LEFT,
  ]);
  const outcome = await desk.apply(plan, ['图书!B9', '说明!A2']);
  expect(outcome).toMatchObject({ label: '规范 2 处', cells: 2, rows: 0, conflicts: [], interruption: [] });
  const textAt = async (sheet: string, cell: string): Promise<unknown> => {
    const { row, column } = parseAddress(cell) as CellAddress;
    return (await host.read()).findSheet(sheet)?.cellAt(row, column)?.value;
  };
  expect([await textAt('图书', 'B9'), await textAt('图书', 'D13')]).toEqual(['完成。', '~若干人']);
  expect(linesOf(await desk.plan())).toEqual(['图书!D13 sample/tilde 若干人', ...LEFT]);
  await session.history.undo();
  expect(await textAt('图书', 'B9')).toBe('完成~');
});

test('此后有人改过的格子不写，并说明', async () => {
  const { host, desk } = openSample();
  const plan = await desk.plan();
  host.edit('图书', parseAddress('B9') as CellAddress, '完成采购');
  const outcome = await desk.apply(plan, ['图书!B9', '图书!D13']);
  expect(outcome.cells).toBe(1);
  expect(outcome.conflicts).toEqual(['工作表“图书”的 B9 已被改动（现在是“完成采购”），未写入。']);
});

test('受保护的工作表不写，写明原因，一格一次', async () => {
  const [books, ...others] = sampleSheets();
  const { desk } = openSample([{ ...books, isProtected: true }, ...others]);
  const reason = '本格受工作表保护，不能写入；请撤销工作表保护后再规范。';
  expect(linesOf(await desk.plan())).toEqual([
    '说明!A2 sample/tilde 第13行',
    `refused 图书!B9 ${reason}`,
    'judgement 图书!B9 年度目标太短，请补充要完成的工作。',
    'judgement 图书!D12 “图书采购数量”的指标值“若干册”不明确，请写明数量。',
    `refused 图书!D13 ${reason}`,
    'judgement 图书!D13 “馆员培训人数”的指标值“~若干人”不明确，请写明数量。',
  ]);
});

test('已接受的不改也不列，别处照常', async () => {
  const { session, desk } = openSample();
  const { findings } = await session.review();
  const accepted = findings.filter(({ cell, ruleId }) => cell === 'D13' && ruleId === 'sample/tilde');
  await session.accept(accepted[0], '', '2026-01-05');
  expect(linesOf(await desk.plan()).filter((line) => /D13/.test(line))).toEqual([
    'judgement 图书!D13 “馆员培训人数”的指标值“~若干人”不明确，请写明数量。',
  ]);
});

test('不能增删行的地方，补行留给人', async () => {
  const rows = cleanRows().filter(([, label]) => label !== '生态效益指标');
  const host = new MemoryHost('申报表.xlsx', [projectTarget({ rows })], { structure: false });
  const runner = createInThreadRunner({ ...resources, rules: RULES, repairs: [] });
  expect(linesOf(await createReviewSession(host, runner).normalization.plan())).toEqual([
    'refused 表一!A19 这里不能增删行；请在较新的 Excel 中打开后再规范，或人工增删。',
  ]);
});

test('取消：不再继续', async () => {
  const { desk } = openSample();
  const signal = { aborted: false };
  const planning = desk.plan({ signal, onProgress: () => (signal.aborted = true) });
  await expect(planning).rejects.toBeInstanceOf(ReviewCancelled);
});

test('在后台线程上得出的与本线程上的相同', async () => {
  const builtin = loadBuiltinResources();
  const file = path.join(__dirname, '../../fixtures/filings/futian-qifu-3forms-et-style.xlsx');
  const { snapshot } = openXlsx(readFileSync(file), { name: '申报表.xlsx' });
  const wish = { profileId: null, ownProfiles: [], accepted: [], locked: [] };
  const told: number[] = [];
  const worker = await startWorkerRunner(standInWorker(() => builtin).open);
  const plan = await worker.plan(snapshot, wish, { aborted: false }, ({ done }) => told.push(done));
  expect(plan.repairs.length).toBeGreaterThan(0);
  expect(plan).toEqual(await createInThreadRunner(builtin).plan(snapshot, wish, { aborted: false }, () => undefined));
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
