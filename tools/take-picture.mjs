// Takes the pictures of the READMEs: npm run build && node tools/take-picture.mjs
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { check, ROOT, startWorkbench } from '../test/e2e/workbench-page.mjs';

const folder = path.join(ROOT, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const workbench = await startWorkbench();
const { page, pane } = await workbench.openPage({ width: 1360, height: 840 }, '?open=futian-zhengwu-2023');
await check(pane);
// Far down a list only what is in view has a button.
await pane.getByPlaceholder('搜索').fill('却是时间');
await pane.getByRole('button', { name: /却是时间/ }).click();
await pane.getByPlaceholder('搜索').fill('');
await page.waitForTimeout(800);
await page.screenshot({ path: path.join(folder, 'workbench.png') });

const codes = await workbench.openPage({ width: 1360, height: 840 }, '?open=zhuhai-gaoxin-2024');
await codes.pane.getByRole('button', { name: '填入指标编码' }).click();
await codes.pane.getByRole('button', { name: '去掉编码…' }).click();
await codes.pane.getByText(/^去掉全部/).waitFor();
await codes.page.keyboard.press('Enter');
await codes.pane.getByRole('button', { name: /^可直接填 \d+$/ }).waitFor();
await codes.pane.getByRole('combobox').nth(1).click();
await codes.page.waitForTimeout(800);
await codes.page.screenshot({ path: path.join(folder, 'codes.png') });

const normalizing = await workbench.openPage({ width: 1360, height: 840 }, '?open=futian-zhengwu-2023');
await normalizing.pane.getByRole('button', { name: '把填法规范成模板的写法' }).click();
await normalizing.pane.locator('li.repair .coding-button').first().click();
await normalizing.page.waitForTimeout(800);
await normalizing.page.screenshot({ path: path.join(folder, 'normalize.png') });
await workbench.stop();
