/**
 * Writes, for each filing, what the pane tells its worker about it and what Node reports on it: FOLDER/NAME.json; for one of them also
 * what it would normalise: FOLDER/NAME.plan.json.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import { createBuiltinRunner } from '../../../src/session/checking/builtin-runner';
import type { PaneMessage } from '../../../src/session/checking/messages';
import { headOf, packCells } from '../../../src/session/checking/packed-sheets';

const [from, to] = process.argv.slice(2);
const wish = { profileId: null, ownProfiles: [] };
const planWish = { ...wish, accepted: [], locked: [] };
/** The smallest. */
const PLANNED = 'futian-qifu-3forms-et-style';

for (const file of readdirSync(from).filter((name) => name.endsWith('.xlsx'))) {
  const { snapshot } = openXlsx(readFileSync(path.join(from, file)), { name: file });
  const messages: PaneMessage[] = [];
  snapshot.sheets.forEach(({ content }, sheet) => {
    messages.push({ kind: 'sheet', sheet, head: headOf(content) });
    messages.push({ kind: 'cells', sheet, cells: packCells(content.cells, 0, content.cells.length) });
  });
  const sheets = snapshot.sheets.map((_sheet, index) => index);
  const write = (name: string, last: PaneMessage, expected: object): void =>
    writeFileSync(path.join(to, name), JSON.stringify({ messages: [...messages, last], expected }));
  const name = path.basename(file, '.xlsx');
  const run = { run: 1, workbook: file, sheets };
  const report = await createBuiltinRunner().review(snapshot, wish, { aborted: false }, () => undefined);
  write(`${name}.json`, { kind: 'review', ...run, wish }, report);
  if (name !== PLANNED) continue;
  const plan = await createBuiltinRunner().plan(snapshot, planWish, { aborted: false }, () => undefined);
  write(`${name}.plan.json`, { kind: 'plan', ...run, wish: planWish }, plan);
}
