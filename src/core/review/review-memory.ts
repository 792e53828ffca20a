import type { Form, WorkbookForms } from '../forms/form';
import { FormReader } from '../forms/read-forms';
import type { Outcome, Rule } from '../rules/define-rule';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { FilingYear } from './filing-year';
import type { Grounds } from './watched-context';

/** What a rule said of a form, with the filing year it was told; undefined when it did not ask for it. */
interface KeptWord {
  readonly outcomes: readonly Outcome[];
  readonly filingYear: FilingYear | null | undefined;
}

/**
 * What reviews of one workbook leave to the next one: the forms of sheets that come back as the very same `SheetContent`, and what
 * each rule said of such a form, as long as it looked at nothing else. A review with a memory finds what one without it finds, only
 * sooner. What belongs to forms that are gone goes with them.
 */
export class ReviewMemory {
  private readonly reader = new FormReader();
  private means: readonly unknown[] = [];
  private words = new WeakMap<Form, Map<Rule, KeptWord>>();

  /** The forms of a workbook; those of sheets that did not change are the very same objects as before. */
  readForms(snapshot: WorkbookSnapshot): WorkbookForms {
    return this.reader.read(snapshot);
  }

  /** Forgets what rules said unless they are run by the very same means (profile, lists) as the last time. */
  begin(means: readonly unknown[]): void {
    const isSame = means.length === this.means.length && means.every((one, index) => one === this.means[index]);
    if (!isSame) this.words = new WeakMap();
    this.means = means;
  }

  /** What the rule said of the form, where it would say the same again; null where it must be run. */
  recall(rule: Rule, form: Form, filingYear: FilingYear | null): readonly Outcome[] | null {
    const words = this.words.get(form);
    const word = words && words.get(rule);
    if (!word) return null;
    return word.filingYear === undefined || isSameYear(word.filingYear, filingYear) ? word.outcomes : null;
  }

  /** Keeps what a rule said of a form to its end, if nothing but the form can change it. */
  keep(rule: Rule, form: Form, outcomes: readonly Outcome[], { isWorkbook, filingYear }: Grounds): void {
    if (isWorkbook) return;
    const words = this.words.get(form);
    const word: KeptWord = { outcomes, filingYear };
    if (words) words.set(rule, word);
    else this.words.set(form, new Map([[rule, word]]));
  }
}

function isSameYear(a: FilingYear | null, b: FilingYear | null): boolean {
  if (a === null || b === null) return a === b;
  return a.year === b.year && a.isCertain === b.isCertain && a.source === b.source;
}
