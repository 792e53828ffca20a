import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import { builtinTemplate, convert, sayingsOf } from '../../support/converted-sheets';

const FILINGS = path.join(__dirname, '../../fixtures/filings');
const shenzhen = builtinTemplate('shenzhen-second-level-project');
const zhuhai = builtinTemplate('zhuhai-coded-indicators');
const general = builtinTemplate('general-cost-first');

const filing = (name: string) => openXlsx(readFileSync(path.join(FILINGS, name)), { name }).snapshot;

describe('there and back', () => {
  test.each([
    ['futian-qifu-2024.xlsx', zhuhai, shenzhen],
    ['futian-zhengwu-2023.xlsx', zhuhai, shenzhen],
    ['futian-qifu-3forms-et-style.xlsx', general, shenzhen],
    ['futian-qifu-2024.xlsx', general, shenzhen],
    ['zhuhai-gaoxin-2024.xlsx', shenzhen, zhuhai],
    ['zhuhai-gaoxin-2024.xlsx', general, zhuhai],
  ])('%s', (name, there, back) => {
    const source = filing(name);
    const converted = convert(source, there);
    const returned = convert(converted.snapshot, back);
    expect(sayingsOf(returned.snapshot)).toEqual(sayingsOf(source));
    console.log(
      JSON.stringify(returned.plans.map((p) => p.sheet.unplaced.map((u) => u.label + ':' + u.text.slice(0, 20)))),
    );
  });
});
