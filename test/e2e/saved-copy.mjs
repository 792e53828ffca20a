import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './workbench-page.mjs';

/** What the command line reports on a file, as parsed JSON. */
export function report(file) {
  return shenbao('check', '--format', 'json', file);
}

/** What the command line would normalise in a file. */
export function normalizing(file) {
  return shenbao('normalize', '--dry-run', '--format', 'json', file);
}

function shenbao(...words) {
  const program = process.env.SHENBAO_CLI ?? path.join(ROOT, 'dist/cli/shenbao.js');
  const { stdout, stderr, status } = spawnSync('node', [program, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.ok(status === 0 || status === 1, `shenbao ${words[0]}: ${status} ${stderr}`);
  return JSON.parse(stdout).workbooks[0];
}

/** Cells that differ, read by an independent reader where there is one: [sheet, cell, before, after]. */
export function differingCells(first, second) {
  const script = `
import json, sys
try:
    import openpyxl
except ImportError:
    print('null'); sys.exit()
def cells(name):
    book = openpyxl.load_workbook(name)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
a, b = cells(sys.argv[1]), cells(sys.argv[2])
print(json.dumps([[*key, a.get(key), b.get(key)] for key in sorted({*a, *b}) if a.get(key) != b.get(key)]))`;
  const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script, first, second], { encoding: 'utf8' });
  const found = JSON.parse(stdout || 'null');
  assert.ok(found !== null, `python3-openpyxl: ${stderr}`);
  return found;
}
