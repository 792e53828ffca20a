import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Form } from '../../../src/core/forms/form';
import { runReview, type Review } from '../../../src/core/review/run-review';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { workbookOf } from '../../support/build-form';
import { sheetOfPicture } from '../../support/sheet-picture';

// Invented forms of offices all over the country, as careful people fill them in. Much in them resembles an error
// (weights, 优良中差 columns, 成本 as a first level, targets such as 17:30后 or ≤20:1) and is right.
const FOLDER = path.join(__dirname, 'lookalikes');
const PICTURES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''));

const { rules, profiles, divisionCodes } = loadBuiltinResources();

function reviewOf(picture: string): Review {
  const sheet = sheetOfPicture('表一', readFileSync(path.join(FOLDER, `${picture}.txt`), 'utf8'));
  return runReview(workbookOf(sheet), { rules, profile: profiles[0], divisionCodes });
}

function rowsOf(form: Form): number {
  return form.projects.reduce((count, { indicators }) => count + indicators.length, 0);
}

test.each(PICTURES)('没有错误和警告：%s', (picture) => {
  const { findings, workbookForms } = reviewOf(picture);
  expect(workbookForms.unread).toEqual([]);
  const alarms = findings.filter(({ severity }) => severity !== 'info');
  expect(alarms.map(({ ruleId, cell, message }) => `${ruleId} ${cell} ${message}`)).toEqual([]);
});

test('至少 150 行指标真的被读到', () => {
  const forms = PICTURES.flatMap((picture) => reviewOf(picture).workbookForms.forms);
  expect(new Set(forms.map(({ type }) => type))).toEqual(
    new Set(['project-target', 'coded-indicators', 'overall-target']),
  );
  expect(forms.reduce((count, form) => count + rowsOf(form), 0)).toBeGreaterThanOrEqual(150);
});
