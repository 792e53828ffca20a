import type { Finding } from '../../../src/core/review/finding';
import { runReview } from '../../../src/core/review/run-review';
import { WorkbookSnapshot, type SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { budgetBook } from '../../support/budget-book/book';
import { breakBook, BREAKS, type BrokenBook } from '../../support/budget-book/break-book';
import { randomOf } from '../../support/budget-book/random';

const { rules, profiles, subjects } = loadBuiltinResources();
const BUDGET_RULES = rules.filter(({ id }) => id.startsWith('budget/'));
const BOOKS = 150;
const RUNS_PER_BREAK = 150;

function review(sheets: readonly SheetContent[]): readonly Finding[] {
  const options = { rules: BUDGET_RULES, profile: profiles[0], divisionCodes: null, subjects };
  return runReview(new WorkbookSnapshot('部门预算.xlsx', sheets), options).findings;
}

/** At a changed cell, or in a sum with one. */
function isNear({ sheet, cell, calculation }: Finding, { cells }: BrokenBook): boolean {
  const terms = calculation ? [calculation.total, ...calculation.terms] : [];
  return cells.has(`${sheet}!${cell}`) || terms.some((term) => cells.has(`${term.sheet}!${term.cell}`));
}

const lineOf = ({ ruleId, sheet, cell, message }: Finding): string => `${ruleId} ${sheet}!${cell} ${message}`;

test(`${BOOKS} 本自洽的预算：一条也不报`, () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= BOOKS; seed += 1) {
    const { sheets, layout } = budgetBook(randomOf(seed));
    wrong.push(...review(sheets).map((finding) => `${seed} ${JSON.stringify(layout)} ${lineOf(finding)}`));
  }
  expect(wrong).toEqual([]);
});

test.each(BREAKS)(`只改错一处（%s）${RUNS_PER_BREAK} 次：每次都找到，别处不报`, (kind) => {
  const missed: string[] = [];
  const elsewhere: string[] = [];
  let runs = 0;
  for (let seed = 1; runs < RUNS_PER_BREAK; seed += 1) {
    const random = randomOf(seed * 7 + BREAKS.indexOf(kind));
    const broken = breakBook(budgetBook(random), kind, random);
    if (broken === undefined) continue;
    runs += 1;
    const findings = review(broken.sheets);
    // A subject that no list knows may be a new one: that is no more than a hint.
    const isEnough = ({ severity }: Finding): boolean => severity !== 'info' || kind === 'code';
    if (!findings.some((finding) => isEnough(finding) && isNear(finding, broken)))
      missed.push(`${seed} ${broken.description}`);
    elsewhere.push(
      ...findings
        .filter((finding) => !isNear(finding, broken))
        .map((finding) => `${seed} ${broken.description}: ${lineOf(finding)}`),
    );
  }
  expect({ missed, elsewhere }).toEqual({ missed: [], elsewhere: [] });
});
