// npm run truth -- DIR: compares what the readers find in the workbooks of a folder with the *.truth.json beside them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readForms } from '../src/core/forms/read-forms';
import { openXlsx } from '../src/host/xlsx';
import { scoreTruth } from './truth/score-truth';
import { parseTruth } from './truth/truth-file';

const SUFFIX = '.truth.json';

const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error(folder === undefined ? 'usage: npm run truth -- DIR' : `no folder ${folder}`);
  process.exit(2);
}

let total = 0;
let right = 0;
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(SUFFIX))
  .sort()) {
  const workbook = file.slice(0, -SUFFIX.length) + '.xlsx';
  const truths = parseTruth(readFileSync(path.join(folder, file), 'utf8'));
  const { snapshot } = openXlsx(readFileSync(path.join(folder, workbook)), { name: workbook });
  const score = scoreTruth(truths, readForms(snapshot).forms);
  total += score.total;
  right += score.right;
  console.log(`${workbook}: ${score.right} of ${score.total}`);
  for (const { sheet, cell, part, expected, found } of score.differences) {
    console.log(`  ${sheet}!${cell}  ${part}\n    expected ${expected}\n    found    ${found}`);
  }
}
// Rounded down: 100.00 % is said of nothing less.
const percent = total === 0 ? 0 : Math.floor((right * 10000) / total) / 100;
console.log(`truth: ${right} of ${total} (${percent.toFixed(2)} %)`);
process.exitCode = total > 0 && right === total ? 0 : 1;
