import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';
import { serveFolder } from '../../tools/start/server.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const RESULTS = path.join(ROOT, 'test-results');

export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Serves the built site and starts a browser for the tests of one file. */
export async function startWorkbench() {
  mkdirSync(RESULTS, { recursive: true });
  const server = await serveFolder(process.env.SHENBAO_WEB ?? path.join(ROOT, 'dist', 'web'), 3900);
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGUMENTS });
  const address = `http://localhost:${server.port}`;
  return {
    address,
    openPage: (size, query = '', prepare = async () => {}) => openPage(browser, address, size, query, prepare),
    newPage: () => browser.newPage({ locale: 'zh-CN' }),
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

/** A workbench page with its first workbook open, and all that it complained of or asked for outside. */
async function openPage(browser, address, size = { width: 1440, height: 900 }, query, prepare) {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', acceptDownloads: true });
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(?:data|blob):/.test(request.url()))
      troubles.push(`outside: ${request.url()}`);
  });
  await prepare(page);
  await page.goto(`${address}/workbench.html${query}`);
  await page.waitForFunction(() => Boolean(window.workbench?.activeSelection()), null, { timeout: 60_000 });
  await page.locator('#curtain').waitFor({ state: 'hidden' });
  const pane = page.frameLocator('#pane-frame');
  return { page, pane, troubles, close: () => context.close() };
}

/** Presses 校验 and waits for the result; answers the three counts. */
export async function check(pane) {
  await pane.getByRole('button', { name: /^(重新)?校验$/ }).click();
  await pane.getByRole('button', { name: '重新校验' }).waitFor();
  return countsOf(pane);
}

/** The counts on the three filter buttons. */
export async function countsOf(pane) {
  const counts = {};
  for (const [severity, name] of [
    ['error', '错误'],
    ['warning', '警告'],
    ['info', '提示'],
  ]) {
    const label = await pane.getByRole('button', { name: new RegExp(`^${name} \\d+$`) }).innerText();
    counts[severity] = Number(label.match(/\d+/)[0]);
  }
  return counts;
}

/** Waits until a question asked again and again is answered with yes. */
export async function eventually(isSo, what) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`did not happen within 15 seconds: ${what}`);
}

/** Zero-based address of "B9". */
export function addressOf(cell) {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}
