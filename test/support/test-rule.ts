import generalProfile from '../../assets/profiles/general.json';
import { applyChangeSet } from '../../src/core/changes/apply-change-set';
import { invertChangeSet } from '../../src/core/changes/change-set';
import { parseCatalogue } from '../../src/core/catalogue/indicator-catalogue';
import { parseSubjectClassification } from '../../src/core/catalogue/subject-classification';
import type { Finding, Severity } from '../../src/core/review/finding';
import { parseProfile, type Profile } from '../../src/core/review/profile';
import { runReview, type Review } from '../../src/core/review/run-review';
import type { Rule } from '../../src/core/rules/define-rule';
import type { SheetContent, WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { blankFields, codedTable, projectTarget, sheetOf, workbookOf, type IndicatorRow } from './build-form';

/** One sheet, or several, which make one workbook. */
type Sheets = SheetContent | readonly SheetContent[];

/** Cell ("B9", or "表二!B9" when there are several sheets), the whole message, and the severity where it is not the rule's own. */
export type ExpectedFinding = readonly [cell: string, message: string, severity?: Severity];

export interface FailingCase {
  readonly form: Sheets;
  /** The complete list, in reading order. */
  readonly findings: readonly ExpectedFinding[];
  /** What the cells hold after every fix was applied, by address. Each finding with a fix must vanish then. */
  readonly fixed?: Readonly<Record<string, string | number>>;
}

export interface RuleCases {
  readonly profile?: Partial<Profile>;
  /** Division codes the rule may know; a few real ones by default, null for "no list loaded". */
  readonly divisionCodes?: ReadonlySet<string> | null;
  /** Standard indicators the rule may know: a catalogue file, or null (the default) for "none loaded". */
  readonly catalogue?: unknown;
  /** Budget subjects the rule may know: a classification file, or null (the default) for "none loaded". */
  readonly subjects?: unknown;
  readonly passes: Readonly<Record<string, Sheets>>;
  readonly fails: Readonly<Record<string, FailingCase>>;
  /** Cases the rule cannot decide: the complete list of reasons; no findings. */
  readonly unchecked?: Readonly<Record<string, { readonly form: Sheets; readonly reasons: readonly string[] }>>;
}

const DIVISION_CODES: ReadonlySet<string> = new Set(['440304', '440305', '440402', '310107', '110101']);

/** Runs a rule's cases and those every rule must survive: blank, clean and largest forms; fixes applied and taken back. */
export function testRule(rule: Rule, cases: RuleCases): void {
  const shown = new Set<string>();
  const review = (sheets: Sheets): Review => reviewWith(rule, cases, snapshotOf(sheets));

  describe(rule.id, () => {
    for (const [name, sheets] of Object.entries(cases.passes)) {
      test(`不报：${name}`, () => expect(listFindings(review(sheets), rule, sheets)).toEqual([]));
    }
    for (const [name, failing] of Object.entries(cases.fails)) {
      test(`报：${name}`, () => {
        const found = review(failing.form);
        expect(listFindings(found, rule, failing.form)).toEqual(
          failing.findings.map(([cell, text, severity]) => [cell, text, severity ?? rule.severity]),
        );
        for (const finding of found.findings) {
          expect(finding.message).toMatch(/^[^{}]+。$/);
          shown.add(messageIdOf(rule, finding.message));
        }
        checkFixes(rule, cases, failing);
      });
    }
    for (const [name, { form, reasons }] of Object.entries(cases.unchecked ?? {})) {
      test(`未检查：${name}`, () => {
        const found = review(form);
        expect(found.notChecked.filter(({ ruleId }) => ruleId === rule.id).map(({ reason }) => reason)).toEqual(
          reasons,
        );
        expect(found.findings).toEqual([]);
      });
    }
    test('每条消息都有用例', () => expect([...shown].sort()).toEqual(Object.keys(rule.messages).sort()));
    test('规范的申报表和编码表没有问题', () => {
      expect(listFindings(review(projectTarget()), rule, projectTarget())).toEqual([]);
      expect(listFindings(review(codedTable()), rule, codedTable())).toEqual([]);
    });
    test('空白工作簿、空白表和很大的表不出错', () => {
      for (const sheets of [
        sheetOf('空', {}),
        projectTarget({ fields: blankFields(), rows: [] }),
        projectTarget({ rows: largeRows() }),
      ]) {
        expect(review(sheets).findings.filter(({ message }) => message.includes('规则运行出错'))).toEqual([]);
      }
    });
  });
}

/** All findings of one rule, as [cell, message, severity]; the sheet's name before the cell when there are several sheets. */
function listFindings(review: Review, rule: Rule, sheets: Sheets): readonly ExpectedFinding[] {
  const isSingle = !Array.isArray(sheets) || sheets.length === 1;
  return review.findings
    .filter(({ ruleId }) => ruleId === rule.id)
    .map(({ sheet, cell, message, severity }) => [isSingle ? cell : `${sheet}!${cell}`, message, severity]);
}

function reviewWith(rule: Rule, cases: RuleCases, snapshot: WorkbookSnapshot): Review {
  const profile = parseProfile({ ...generalProfile, ...cases.profile });
  const divisionCodes = cases.divisionCodes === undefined ? DIVISION_CODES : cases.divisionCodes;
  const catalogue = cases.catalogue ? parseCatalogue(cases.catalogue) : null;
  const subjects = cases.subjects ? parseSubjectClassification(cases.subjects) : null;
  return runReview(snapshot, { rules: [rule], profile, divisionCodes, catalogue, subjects });
}

function checkFixes(rule: Rule, cases: RuleCases, failing: FailingCase): void {
  let snapshot = snapshotOf(failing.form);
  const before = snapshot;
  const found = reviewWith(rule, cases, snapshot);
  const fixes = found.findings.filter(
    (finding): finding is Finding & { fix: NonNullable<Finding['fix']> } => finding.fix !== null,
  );
  if (fixes.length === 0) {
    expect(failing.fixed).toBeUndefined();
    return;
  }
  for (const { fix } of fixes) {
    const applied = applyChangeSet(snapshot, fix);
    expect(applied.conflicts).toEqual([]);
    const restored = applyChangeSet(applied.snapshot, invertChangeSet(fix));
    expect(restored.conflicts).toEqual([]);
    expect(valuesOf(restored.snapshot)).toEqual(valuesOf(snapshot));
    snapshot = applied.snapshot;
  }
  const left = reviewWith(rule, cases, snapshot);
  const places = new Set(fixes.map(({ sheet, cell }) => `${sheet}!${cell}`));
  expect(left.findings.filter(({ sheet, cell }) => places.has(`${sheet}!${cell}`))).toEqual([]);
  const changed = valuesOf(snapshot).filter((line) => !valuesOf(before).includes(line));
  expect(Object.fromEntries(changed.map((line) => JSON.parse(line) as [string, string | number]))).toEqual(
    failing.fixed,
  );
}

function valuesOf(snapshot: WorkbookSnapshot): string[] {
  const isSingle = snapshot.sheets.length === 1;
  return snapshot.sheets.flatMap((sheet) =>
    sheet.cells.map(({ row, column, value }) =>
      JSON.stringify([`${isSingle ? '' : `${sheet.name}!`}${'ABCDEFGHIJ'[column]}${row + 1}`, value]),
    ),
  );
}

function messageIdOf(rule: Rule, message: string): string {
  for (const [id, spec] of Object.entries(rule.messages)) {
    const text = typeof spec === 'string' ? spec : spec.text;
    const pattern = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    if (new RegExp(`^${pattern.join('[\\s\\S]*')}$`).test(message)) return id;
  }
  return `(no message of the rule: ${message})`;
}

function snapshotOf(sheets: Sheets): WorkbookSnapshot {
  const snapshot = workbookOf(
    ...(Array.isArray(sheets) ? (sheets as readonly SheetContent[]) : [sheets as SheetContent]),
  );
  freeze(snapshot.sheets.map((sheet) => sheet.content));
  return snapshot;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

function largeRows(): readonly IndicatorRow[] {
  return Array.from({ length: 400 }, (_, index): IndicatorRow => [
    '产出指标',
    '数量指标',
    `第${index}类活动次数`,
    '≥3次',
    '活动签到表。'.repeat(200),
  ]);
}
