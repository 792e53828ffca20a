import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import zhuhaiFile from '../../../assets/catalogues/zhuhai-observed.json';
import generalProfile from '../../../assets/profiles/general.json';
import { parseCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import { applyChangeSet } from '../../../src/core/changes/apply-change-set';
import { invertChangeSet } from '../../../src/core/changes/change-set';
import {
  certainChoices,
  fillingChanges,
  proposeCodes,
  strippingChanges,
  type CodingPlan,
} from '../../../src/core/coding';
import { readForms } from '../../../src/core/forms/read-forms';
import { parseProfile } from '../../../src/core/review/profile';
import { runReview } from '../../../src/core/review/run-review';
import { RULES } from '../../../src/core/rules';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';

const FILINGS = path.join(__dirname, '../../fixtures/filings');
const FILES = readdirSync(FILINGS).filter((file) => file.endsWith('.xlsx'));
const catalogue = parseCatalogue(zhuhaiFile);
const open = (file: string): WorkbookSnapshot =>
  openXlsx(readFileSync(path.join(FILINGS, file)), { name: file }).snapshot;
const planOf = (snapshot: WorkbookSnapshot): CodingPlan => proposeCodes(readForms(snapshot), catalogue, snapshot);
const count = ({ rows }: CodingPlan): Readonly<Record<string, number>> =>
  rows.reduce<Record<string, number>>((all, { state }) => ({ ...all, [state]: (all[state] ?? 0) + 1 }), {});

/** What a careful person fills in at once, of the names in the 深圳 filings: name, second level, codes that are right. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  '服务对象满意度 serviceSatisfaction': ['331000551'],
  '群众满意度 serviceSatisfaction': ['331000551'],
  '服务企业满意度 serviceSatisfaction': ['331002391'],
  '招引企业满意度 serviceSatisfaction': ['331002391'],
  '接洽企业满意度 serviceSatisfaction': ['331002391'],
  '辖区企业满意率 serviceSatisfaction': ['331002391'],
  '工作计划完成及时率 timeliness': ['113003214', '113003224'],
  '商协会建设工作完成及时率。 timeliness': ['113003214', '113003224'],
};

test.each(FILES)('%s：可直接填的都对', (file) => {
  const plan = planOf(open(file));
  const wrong = plan.rows.filter(
    ({ state, name, level2, candidates }) =>
      state === 'certain' && !(RIGHT[`${name} ${level2}`] ?? []).includes(candidates[0].entry.code),
  );
  expect(wrong.map(({ sheet, cell, name, candidates }) => [sheet, cell, name, candidates[0].entry.name])).toEqual([]);
});

test('futian-qifu-2024.xlsx：每行一个状态，不适用和空白的不填', () => {
  const plan = planOf(open('futian-qifu-2024.xlsx'));
  const { left, certain = 0, choose = 0, none = 0 } = count(plan);
  expect([left, certain + choose + none]).toEqual([38, 72]);
  expect(new Set(plan.rows.filter(({ state }) => state === 'left').map(({ note }) => note))).toEqual(
    new Set(['不适用的指标不填编码。', '没有填写三级指标名称。', '涉密内容，不填编码。']),
  );
  expect(certain).toBeGreaterThan(0);
});

test('zhuhai-gaoxin-2024.xlsx：已有编码只核对，与指标库矛盾的指出来', () => {
  const plan = planOf(open('zhuhai-gaoxin-2024.xlsx'));
  expect(count(plan)).toEqual({ coded: 62 });
  expect(plan.rows.filter(({ note }) => note !== null).map(({ cell, code, note }) => [cell, code, note])).toEqual([
    ['H38', '211003386', '编码“211003386”的一级指标位“2”与二级指标位“11”互相矛盾；请核对。'],
  ]);
  expect(fillingChanges(plan, certainChoices(plan)).edits).toEqual([]);
});

test('zhuhai-gaoxin-2024.xlsx：去掉全部编码再填入，填的每一个都和原来一样', () => {
  const snapshot = open('zhuhai-gaoxin-2024.xlsx');
  const before = planOf(snapshot);
  const bare = applyChangeSet(snapshot, strippingChanges(before)).snapshot;
  const plan = planOf(bare);
  expect(plan.rows.map(({ name }) => name)).toEqual(before.rows.map(({ name }) => name));
  const choices = certainChoices(plan);
  const others = plan.rows.filter(({ key }) => choices[key] === undefined);
  expect(others.map(({ cell, state, name }) => [cell, state, name])).toEqual([
    ['H9', 'choose', '购买(审计、考核、检查、法律咨询)课题数量'],
    ['H18', 'choose', '评审项目数'],
    ['H38', 'choose', '活动次数'],
  ]);
  const filled = applyChangeSet(bare, fillingChanges(plan, choices)).snapshot;
  const [original, again] = [snapshot, filled].map((workbook) =>
    workbook.sheets.flatMap(({ cells }) => cells.map((cell) => [formatAddress(cell), cell.value])),
  );
  const different = again.filter((cell, index) => JSON.stringify(cell) !== JSON.stringify(original[index]));
  expect(different).toEqual([
    ['G9', '数量指标'],
    ['H9', '购买(审计、考核、检查、法律咨询)课题数量'],
    ['G18', '数量指标'],
    ['H18', '评审项目数'],
    ['F38', '效益指标'],
    ['G38', '数量指标'],
    ['H38', '活动次数'],
  ]);
});

const profile = parseProfile({ ...generalProfile, wantsIndicatorCodes: true });

test.each(FILES)('%s：填入后没有新的问题，撤销后和原来一样', (file) => {
  const snapshot = open(file);
  const plan = planOf(snapshot);
  const changes = fillingChanges(plan, certainChoices(plan));
  const filled = applyChangeSet(snapshot, changes).snapshot;
  const check = (workbook: WorkbookSnapshot): readonly string[] =>
    runReview(workbook, { rules: RULES, profile, divisionCodes: null, catalogue })
      .findings.filter(({ ruleId }) => ruleId !== 'code/missing')
      .map(({ sheet, cell, ruleId }) => `${sheet}!${cell} ${ruleId}`);
  const known = check(snapshot);
  expect(check(filled).filter((finding) => !known.includes(finding))).toEqual([]);
  const contentOf = (workbook: WorkbookSnapshot): readonly unknown[] =>
    workbook.sheets.flatMap(({ name, cells }) =>
      cells.map(({ row, column, value, text, formula, numberFormat, rawNumber }) => {
        return [name, row, column, value, text, formula, numberFormat, rawNumber];
      }),
    );
  expect(contentOf(applyChangeSet(filled, invertChangeSet(changes)).snapshot)).toEqual(contentOf(snapshot));
});
