import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyChangeSet } from '../../../../src/core/changes/apply-change-set';
import type { Form, Indicator, Project } from '../../../../src/core/forms/form';
import { findField, isIndicatorForm } from '../../../../src/core/forms/form';
import { readHeadAmount } from '../../../../src/core/forms/head-amounts';
import { readForms } from '../../../../src/core/forms/read-forms';
import { ruleOfRepair } from '../../../../src/core/normalizing/define-repair';
import { TEMPLATE_REPAIRS } from '../../../../src/core/normalizing/repairs';
import type { Fix } from '../../../../src/core/review/finding';
import { runReview } from '../../../../src/core/review/run-review';
import { compactText } from '../../../../src/core/values/normalize-text';
import { isNotApplicable } from '../../../../src/core/values/special-texts';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../../src/host/xlsx';
import { loadBuiltinResources } from '../../../../src/session/builtin-resources';
import { workbookOf } from '../../../support/build-form';
import { sheetOfPicture } from '../../../support/sheet-picture';

// What other offices print and real filings hold, each repair made by itself: our own readers read the same before and after.
const PICTURES = path.join(__dirname, '../../review/lookalikes');
const FILINGS = path.join(__dirname, '../../../fixtures/filings');

const { profiles } = loadBuiltinResources();

const PICTURED = workbookOf(
  ...readdirSync(PICTURES).map((file) => sheetOfPicture(file, readFileSync(path.join(PICTURES, file), 'utf8'))),
);

const WORKBOOKS: readonly (readonly [string, WorkbookSnapshot])[] = [
  ['各地的表，写得马虎', sloppy(PICTURED)],
  ...readdirSync(FILINGS)
    .filter((file) => file.endsWith('.xlsx'))
    .map((file): readonly [string, WorkbookSnapshot] => [
      file,
      openXlsx(new Uint8Array(readFileSync(path.join(FILINGS, file))), { name: file }).snapshot,
    ]),
];

test.each(WORKBOOKS)('每一项修改都不改变读法：%s', (_name, snapshot) => {
  const { findings } = runReview(snapshot, {
    rules: TEMPLATE_REPAIRS.map(ruleOfRepair),
    profiles,
    divisionCodes: null,
  });
  const before = readForms(snapshot).forms.map(readingOf);
  for (const { id } of TEMPLATE_REPAIRS) {
    const fixes = findings.filter(({ ruleId, fix }) => ruleId === id && fix !== null).map(({ fix }) => fix as Fix);
    if (fixes.length === 0) continue;
    const edits = fixes.flatMap((fix) => fix.edits);
    const { snapshot: after, conflicts } = applyChangeSet(snapshot, { label: id, edits });
    expect(conflicts).toEqual([]);
    expect({ id, forms: readForms(after).forms.map(readingOf) }).toEqual({ id, forms: before });
  }
});

test('写得马虎的表，这些修改都用上了', () => {
  const rules = TEMPLATE_REPAIRS.map(ruleOfRepair);
  const { findings } = runReview(sloppy(PICTURED), { rules, profiles, divisionCodes: null });
  const used = new Set(findings.filter(({ fix }) => fix !== null).map(({ ruleId }) => ruleId));
  expect(TEMPLATE_REPAIRS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([
    // Of cells that hold numbers, which pictures have none of.
    'template/code-as-text',
    'template/date-cell-format',
  ]);
});

/** Everything typed is as careless people write it: full width, blanks, CRLF, a stop behind, signs nobody sees. */
function sloppy(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  let turn = 0;
  const sheets = snapshot.sheets.map(({ content }) => ({
    ...content,
    cells: content.cells.map((cell) => {
      if (typeof cell.value !== 'string' || /以内$/.test(cell.value)) return cell;
      turn += 1;
      const text = [
        (typed: string): string =>
          typed.replace(/[0-9A-Z%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
        (typed: string): string => `${typed}\u00a0 `,
        (typed: string): string => typed.replace(/([。；])/g, '$1\r\n \r\n'),
        (typed: string): string => typed.replace(/，/g, ',').replace(/（/g, '(').replace(/）/g, ')'),
        (typed: string): string => typed.replace(/^([≥≤])([0-9.]+)(.*)$/, '$1 $2 $3'),
        (typed: string): string => (/[，≥]/.test(typed) ? `${typed}\u200b` : typed),
        (typed: string): string => (/^[≥≤]?[0-9].*[^0-9.]$/.test(typed) ? `${typed}。` : typed),
      ][turn % 7](cell.value.replace(/([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/g, '$1.$2.$3').replace(/^不适用$/, '/'));
      return { ...cell, value: text, text };
    }),
  }));
  return workbookOf(...sheets);
}

function readingOf(form: Form): object {
  return { type: form.type, rows: isIndicatorForm(form) ? form.projects.map(readingOfProject) : [] };
}

function readingOfProject(project: Project): object {
  const amounts = (['totalAmount', 'annualAmount'] as const).map((key) => {
    const field = findField(project, key);
    const amount = field && readHeadAmount(field);
    return amount ? `${amount.number.toFixed()} ${amount.unit}` : null;
  });
  return {
    name: bare(project.name),
    isSecret: project.isSecret,
    fields: project.fields.map(({ key, label }) => [key, compactText(label.text).replace(/:$/, '')]),
    amounts,
    indicators: project.indicators.map(readingOfIndicator),
  };
}

function readingOfIndicator({ level1Kind, level2Kind, plainName, target, explanation }: Indicator): object {
  return {
    levels: [level1Kind, level2Kind],
    name: bare(plainName),
    // A stop behind a phrase is not part of it.
    target: 'text' in target ? target.text.replace(/[。;,.]+$/, '') : target,
    explanation: explanation === null ? null : bare(explanation.text),
  };
}

/** n/a in any writing, and a blank beside it, say the same; width, blanks and line ends say nothing. */
function bare(text: string): string {
  return isNotApplicable(text) || !/\S/.test(text) ? '不适用' : compactText(text);
}
