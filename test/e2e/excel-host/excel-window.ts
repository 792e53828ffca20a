import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';
import { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { WebConversation } from '../../support/excel-host/web-conversation';
import { modelOf, type ModelWorkbook } from '../../support/excel-host/workbook-model';

/** The tests run in the project's folder; see tools/e2e.mjs. */
const WEB = path.resolve(process.env.SHENBAO_WEB ?? 'dist/web');
const RESULTS = path.resolve('test-results');
const EXCEL_PAGE = path.resolve('test/e2e/excel-host/excel-page.html');

const PANE_SITE = 'https://workbench.lab';
/** Same host name, as the client wants it, and another origin: the pane has its own process, as in Excel on the web. */
const EXCEL_SITE = 'https://workbench.lab:8443';

const NO_EXCEL_API = '0.0';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface ExcelOptions {
  /** Of ExcelApi; null for an Excel without it. */
  readonly level?: string | null;
  /** Name of the workbook; also of the file where `sheets` are left out. */
  readonly name?: string;
  readonly sheets?: readonly SheetContent[];
  /** Instead of both: a workbook that has been open before. */
  readonly model?: ModelWorkbook;
  readonly isReadOnly?: boolean;
  /** The page of ours that Excel opens; the pane when left out. */
  readonly opened?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Files of the site that are not there. */
  readonly missing?: RegExp;
  readonly isLogging?: boolean;
  /** Called before the pane asks for anything. */
  readonly prepare?: (excel: ExcelSimulator) => void;
}

/** A workbook open in Excel, with the pane beside it. */
export interface ExcelWindow {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly excel: ExcelSimulator;
  readonly model: ModelWorkbook;
  /** Excel itself, as the page in its frame hears it: buttons, dialogs. */
  readonly conversation: WebConversation;
  /** Errors, complaints of the browser, requests that left the site, calls this host does not know. */
  readonly troubles: string[];
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function startBrowser(): Promise<Browser> {
  mkdirSync(RESULTS, { recursive: true });
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: CHROMIUM_ARGUMENTS });
}

/** A browser as one user of one machine has it: panes in it share their settings. */
export function newContext(browser: Browser, size = { width: 360, height: 900 }): Promise<BrowserContext> {
  return browser.newContext({ locale: 'zh-CN', viewport: size });
}

/** The sheets of an xlsx file. */
export function sheetsOf(file: string): readonly SheetContent[] {
  const { snapshot } = openXlsx(readFileSync(file), { name: path.basename(file) });
  return snapshot.sheets.map(({ content }) => content);
}

/** Opens a workbook in a simulated Excel on the web, in a page of this browser, and the pane beside it. */
export async function openExcel(context: BrowserContext, options: ExcelOptions): Promise<ExcelWindow> {
  const { level = '1.15', size, missing, isLogging = false, opened = 'taskpane.html' } = options;
  const model = options.model ?? modelFor(options);
  const excel = new ExcelSimulator(model, level ?? NO_EXCEL_API);
  if (options.isReadOnly === true) excel.mode = 'readOnly';
  options.prepare?.(excel);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  if (size) await page.setViewportSize(size);
  const troubles: string[] = [];
  watchTroubles(page, troubles);
  await serveSite(page, missing, troubles);

  const post = (text: string): void => {
    if (page.isClosed()) return;
    page
      .evaluate((message) => (window as unknown as RelayPage).tellPane(message), text)
      .catch((error: unknown) => {
        if (!page.isClosed()) troubles.push(`relay: ${String(error)}`);
      });
  };
  const conversation = new WebConversation(excel, EXCEL_SITE, post, isLogging);
  await page.exposeFunction('nameOfPane', () => conversation.frameName);
  await page.exposeFunction('tellExcel', (text: string) => {
    try {
      conversation.receive(text);
    } catch (error) {
      troubles.push(`excel host: ${String(error)}`);
    }
  });
  await page.goto(`${EXCEL_SITE}/excel.html#${opened}`);
  return {
    page,
    pane: page.frameLocator('iframe'),
    excel,
    model,
    conversation,
    get troubles() {
      return [...troubles, ...conversation.unknownCalls, ...excel.defects];
    },
    picture: async (picture) => {
      await page.screenshot({ path: path.join(RESULTS, `excel-${picture}.png`) });
    },
    close: () => page.close(),
  };
}

function modelFor({ name = '申报表.xlsx', sheets = sheetsOf(name) }: ExcelOptions): ModelWorkbook {
  return modelOf(path.basename(name), sheets);
}

interface RelayPage {
  tellPane(text: string): void;
}

function watchTroubles(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
}

/** The built files under the pane's host name, without a network. */
async function serveSite(page: Page, missing: RegExp | undefined, troubles: string[]): Promise<void> {
  await page.route('**/*', async (route) => {
    const { origin, pathname, href } = new URL(route.request().url());
    const headers = { 'Origin-Agent-Cluster': '?1' };
    if (origin === EXCEL_SITE && pathname === '/excel.html') {
      await route.fulfill({ path: EXCEL_PAGE, contentType: CONTENT_TYPES['.html'], headers });
      return;
    }
    if (origin !== PANE_SITE && pathname !== '/favicon.ico') {
      troubles.push(`outside: ${href}`);
      await route.abort('internetdisconnected');
      return;
    }
    const file = path.join(WEB, decodeURIComponent(pathname));
    const isThere = existsSync(file) && statSync(file).isFile() && !missing?.test(pathname);
    if (isThere) await route.fulfill({ path: file, contentType: CONTENT_TYPES[path.extname(file)], headers });
    else await route.fulfill({ status: pathname === '/favicon.ico' ? 204 : 404 });
  });
}
