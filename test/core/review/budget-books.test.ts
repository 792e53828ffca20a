import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BudgetTable } from '../../../src/core/forms/form';
import type { Finding } from '../../../src/core/review/finding';
import { runReview, type Review } from '../../../src/core/review/run-review';
import type { Rule } from '../../../src/core/rules/define-rule';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import { WorkbookSnapshot, type PlacedCell, type SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { sheetsOfPicture } from '../../support/sheet-picture';

// Invented budgets in the tables of places all over the country; everything in them adds up.
const FOLDER = path.join(__dirname, 'budget-books');
const BOOKS = readdirSync(FOLDER).map((file) => file.replace(/\.txt$/, ''));

const { rules, profiles, divisionCodes, subjects } = loadBuiltinResources();
const BUDGET_RULES = rules.filter(({ id }) => id.startsWith('budget/'));

/** Amounts that stand in no sum: rates of change, numbers and prices of goods, 人员 and 公用 below 基本支出 without a mark. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  'hunan-government-economy': ['政府采购!D5', '政府采购!D6', '政府采购!E5', '政府采购!E6'],
  'ministry-nine-tables': Array.from({ length: 11 }, (_, index) => `5!H${index + 6}`),
  'zhejiang-three-lists': ['01!F6', '01!F7', '09!E4', '09!E5', '09!E6', '09!E7', '09!E9'],
};

function sheetsOf(book: string): readonly SheetContent[] {
  return sheetsOfPicture(readFileSync(path.join(FOLDER, `${book}.txt`), 'utf8'));
}

function review(sheets: readonly SheetContent[], of: readonly Rule[] = BUDGET_RULES): Review {
  return runReview(new WorkbookSnapshot('预算.xlsx', sheets), {
    rules: of,
    profile: profiles[0],
    divisionCodes,
    subjects,
  });
}

function tablesOf({ workbookForms }: Review): readonly BudgetTable[] {
  return workbookForms.forms.filter((form): form is BudgetTable => form.type === 'budget-table');
}

const lineOf = ({ ruleId, sheet, cell, message }: Finding): string => `${ruleId} ${sheet}!${cell} ${message}`;

test('至少 12 本，40 张表', () => {
  expect(BOOKS.length).toBeGreaterThanOrEqual(12);
  const tables = BOOKS.reduce((count, book) => count + tablesOf(review(sheetsOf(book))).length, 0);
  expect(tables).toBeGreaterThanOrEqual(40);
});

test.each(BOOKS)('没有错误和警告，每张表都读到：%s', (book) => {
  const found = review(sheetsOf(book), rules);
  expect(found.workbookForms.unread).toEqual([]);
  expect(found.findings.filter(({ severity }) => severity !== 'info').map(lineOf)).toEqual([]);
});

test.each(BOOKS)('每个数改错一次，都在那一格或同一个算式里找到，别处不报：%s', (book) => {
  const sheets = sheetsOf(book);
  const hints = review(sheets).findings.map(lineOf);
  const missed: string[] = [];
  const elsewhere: string[] = [];
  for (const { sheet, row, column, text } of amountsOf(tablesOf(review(sheets)))) {
    const place = `${sheet}!${formatAddress({ row, column })}`;
    const isAt = (found: { readonly sheet: string; readonly cell: string }): boolean =>
      `${found.sheet}!${found.cell}` === place;
    const findings = review(withBroken(sheets, sheet, row, column)).findings.filter(
      (finding) => !hints.includes(lineOf(finding)),
    );
    const near = findings.filter(
      (finding) =>
        isAt(finding) ||
        (finding.calculation && [finding.calculation.total, ...finding.calculation.terms].some((term) => isAt(term))),
    );
    if (!near.some(({ severity }) => severity !== 'info')) missed.push(place);
    elsewhere.push(
      ...findings.filter((finding) => !near.includes(finding)).map((finding) => `${place} ${text}: ${lineOf(finding)}`),
    );
  }
  expect({ missed, elsewhere }).toEqual({ missed: [...(ALONE[book] ?? [])].sort(), elsewhere: [] });
});

interface Amount {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function amountsOf(tables: readonly BudgetTable[]): readonly Amount[] {
  const amounts = tables.flatMap(({ sections }) =>
    sections.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.amounts
          .filter(({ state }) => state === 'amount')
          .map(({ cell }) => ({ sheet: cell.sheet, ...cell.address, text: cell.text })),
      ),
    ),
  );
  const place = ({ sheet, row, column }: Amount): string => `${sheet}!${formatAddress({ row, column })}`;
  return amounts.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The amount made greater by 777 of its last digits. */
function withBroken(
  sheets: readonly SheetContent[],
  name: string,
  row: number,
  column: number,
): readonly SheetContent[] {
  const broken = (cell: PlacedCell): PlacedCell => {
    if (cell.row !== row || cell.column !== column) return cell;
    const decimals = (cell.text.replace(/[()]/g, '').split('.')[1] ?? '').length;
    const shown = Number(cell.text.replace(/[(),]/g, '')) * (cell.text.startsWith('(') ? -1 : 1);
    const text = (shown + 777 * Math.pow(10, -decimals)).toFixed(decimals);
    return { ...cell, text, value: typeof cell.value === 'number' ? Number(text) : text };
  };
  return sheets.map((sheet) => (sheet.name === name ? { ...sheet, cells: sheet.cells.map(broken) } : sheet));
}
