import generalProfile from '../../assets/profiles/general.json';
import { applyChangeSet } from '../../src/core/changes/apply-change-set';
import { invertChangeSet } from '../../src/core/changes/change-set';
import { ruleOfRepair, type TemplateRepair } from '../../src/core/normalizing/define-repair';
import { parseProfile, type Profile } from '../../src/core/review/profile';
import { runReview } from '../../src/core/review/run-review';
import { formatAddress } from '../../src/core/workbook/cell-address';
import type { SheetContent, WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { blankFields, codedTable, projectTarget, sheetOf, workbookOf } from './build-form';

type Sheets = SheetContent | readonly SheetContent[];

/** By address ("表二!B9" where there are several sheets): the value afterwards, or value and number format where the latter changes. */
export type Repaired = Readonly<
  Record<string, string | number | { readonly value: string | number; readonly numberFormat: string }>
>;

export interface RepairCases {
  readonly profile?: Partial<Profile>;
  /** Forms that the repair finds nothing in; a form P and a form C by default. */
  readonly clean?: readonly SheetContent[];
  readonly repairs: Readonly<Record<string, { readonly form: Sheets; readonly repaired: Repaired }>>;
  readonly leaves: Readonly<Record<string, Sheets>>;
  /** Cells that are left to a person, with the whole reason. */
  readonly refuses?: Readonly<
    Record<string, { readonly form: Sheets; readonly reasons: readonly (readonly [string, string])[] }>
  >;
}

/** Runs a repair's cases and those every repair must survive: nothing at clean, blank and secret forms, nothing the second time, all taken back. */
export function testRepair(repair: TemplateRepair, cases: RepairCases): void {
  const rule = ruleOfRepair(repair);
  const profile = parseProfile({ ...generalProfile, ...cases.profile });
  const review = (snapshot: WorkbookSnapshot): ReturnType<typeof runReview>['findings'] => {
    const { findings } = runReview(snapshot, { rules: [rule], profile, divisionCodes: null });
    expect(findings.filter(({ message }) => message.includes('规则运行出错'))).toEqual([]);
    return findings;
  };
  const repairOnce = (sheets: Sheets): { before: WorkbookSnapshot; after: WorkbookSnapshot } => {
    const before = workbookOf(
      ...(Array.isArray(sheets) ? (sheets as readonly SheetContent[]) : [sheets as SheetContent]),
    );
    let after = before;
    for (const { fix } of review(before)) {
      if (fix === null) continue;
      const applied = applyChangeSet(after, fix);
      expect(applied.conflicts).toEqual([]);
      const undone = applyChangeSet(applied.snapshot, invertChangeSet(fix));
      expect(undone.conflicts).toEqual([]);
      expect(contentsOf(undone.snapshot)).toEqual(contentsOf(after));
      after = applied.snapshot;
    }
    return { before, after };
  };

  describe(repair.id, () => {
    for (const [name, { form, repaired }] of Object.entries(cases.repairs)) {
      test(`规范：${name}`, () => {
        const { before, after } = repairOnce(form);
        expect(changesOf(before, after)).toEqual(repaired);
        expect(review(after).filter(({ fix }) => fix !== null)).toEqual([]);
      });
    }
    for (const [name, form] of Object.entries(cases.leaves)) {
      test(`不动：${name}`, () => {
        const { before, after } = repairOnce(form);
        expect(changesOf(before, after)).toEqual({});
      });
    }
    for (const [name, { form, reasons }] of Object.entries(cases.refuses ?? {})) {
      test(`留给人：${name}`, () => {
        const snapshot = workbookOf(
          ...(Array.isArray(form) ? (form as readonly SheetContent[]) : [form as SheetContent]),
        );
        const left = review(snapshot).filter(({ fix }) => fix === null);
        expect(left.map(({ cell, message }) => [cell, message])).toEqual(reasons);
      });
    }
    test('规范的、空白的表不动', () => {
      for (const sheet of [
        ...(cases.clean ?? [projectTarget(), codedTable()]),
        sheetOf('空', {}),
        projectTarget({ fields: blankFields(), rows: [] }),
      ]) {
        const { before, after } = repairOnce(sheet);
        expect(changesOf(before, after)).toEqual({});
      }
    });
  });
}

function changesOf(before: WorkbookSnapshot, after: WorkbookSnapshot): Repaired {
  const former = contentsOf(before);
  const changes: Record<string, Repaired[string]> = {};
  for (const [place, content] of Object.entries(contentsOf(after))) {
    const [value, numberFormat] = content;
    const old = former[place];
    if (old !== undefined && old[0] === value && old[1] === numberFormat) continue;
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${place} holds ${String(value)}`);
    changes[place] = (old ? old[1] : 'General') === numberFormat ? value : { value, numberFormat };
  }
  return changes;
}

type Contents = Record<string, readonly [value: unknown, numberFormat: string]>;

function contentsOf({ sheets }: WorkbookSnapshot): Contents {
  const contents: Contents = {};
  for (const { name, cells } of sheets) {
    for (const { row, column, value, numberFormat } of cells) {
      contents[`${sheets.length > 1 ? `${name}!` : ''}${formatAddress({ row, column })}`] = [value, numberFormat];
    }
  }
  return contents;
}
