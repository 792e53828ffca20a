import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import type { Finding } from '../../../src/core/review/finding';

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export const SAMPLE = path.resolve('assets/samples/futian-qifu-2024.xlsx');

interface Report {
  readonly findings: readonly Finding[];
}

/** What the command line reports on files, in their order. */
export function commandLineReports(files: readonly string[]): readonly Report[] {
  const options = ['check', '--format', 'json', ...files];
  const { stdout, stderr, status } = spawnSync('node', [path.resolve('dist/cli/shenbao.js'), ...options], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  assert.ok(status === 0 || status === 1, `shenbao check: ${status} ${stderr}`);
  return (JSON.parse(stdout) as { workbooks: readonly Report[] }).workbooks;
}

export function commandLineReport(file: string): Report {
  return commandLineReports([file])[0];
}

export function countBySeverity(findings: readonly Finding[]): Counts {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** Presses 校验 and waits for the result; answers the three counts. */
export async function check(pane: FrameLocator): Promise<Counts> {
  await pane.getByRole('button', { name: /^(重新)?校验$/ }).click();
  await checked(pane);
  return countsOf(pane);
}

export function checked(pane: FrameLocator): Promise<void> {
  return pane.getByRole('button', { name: '重新校验' }).waitFor();
}

/** Takes what was done, and with it all former texts, out of the workbook. */
export async function clearHistory(pane: FrameLocator): Promise<void> {
  await pane.getByRole('button', { name: '修改记录' }).click();
  await pane.getByRole('button', { name: '清除修改记录…' }).click();
  await pane.getByRole('button', { name: '清除', exact: true }).click();
  await pane.getByText(/^还没有修改记录/).waitFor();
  await pane.getByRole('button', { name: '返回' }).click();
}

/** Marks on, or off. */
export function switchMarks(pane: FrameLocator): Promise<void> {
  return pane.getByRole('switch', { name: '在单元格上标记' }).click();
}

/** The counts on the three filter buttons. */
export async function countsOf(pane: FrameLocator): Promise<Counts> {
  const count = async (name: string): Promise<number> =>
    Number((await pane.getByRole('button', { name: new RegExp(`^${name} \\d+$`) }).innerText()).match(/\d+/)?.[0]);
  return { error: await count('错误'), warning: await count('警告'), info: await count('提示') };
}

/** Waits until a question asked again and again is answered with yes. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not happen within 10 seconds: ${what}`);
}

/** Waits until the pane has asked Excel nothing for a while. */
export async function settled({ requests }: ExcelSimulator): Promise<void> {
  for (let count = -1; count !== requests.length || count === 0;) {
    count = requests.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
