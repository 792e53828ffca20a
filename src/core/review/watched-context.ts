import type { Form, WorkbookForms } from '../forms/form';
import type { RuleContext } from '../rules/define-rule';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { FilingYear } from './filing-year';

/** What a rule's word on a form rests on beside the form itself. */
export interface Grounds {
  /** True when it looked at the workbook: its word may change with any edit. */
  readonly isWorkbook: boolean;
  /** The filing year of the form as it was answered; undefined when it did not ask. */
  readonly filingYear: FilingYear | null | undefined;
}

export interface WatchedContext {
  readonly context: RuleContext;
  /** From now on the rule that runs looks at this form; null for the workbook. */
  begin(form: Form | null): void;
  /** What was asked since `begin`. */
  grounds(): Grounds;
}

interface Workbook {
  readonly snapshot: WorkbookSnapshot;
  readonly workbookForms: WorkbookForms;
  readonly filingYears: ReadonlyMap<Form, FilingYear | null>;
}

type Means = Pick<RuleContext, 'profile' | 'divisionCodes' | 'catalogue' | 'subjects'>;

/** A context for rules that notes what each of them asks of the workbook, by whichever way it gets there. */
export function watchContext(workbook: Workbook, means: Means): WatchedContext {
  const { filingYears } = workbook;
  const facts = new Map<string, unknown>();
  let subject: Form | null = null;
  let isWorkbook = false;
  let filingYear: FilingYear | null | undefined;
  const look = <Part>(part: Part): Part => {
    isWorkbook = true;
    return part;
  };
  const { profile, divisionCodes, catalogue, subjects } = means;
  const context: RuleContext = {
    get snapshot() {
      return look(workbook.snapshot);
    },
    get workbookForms() {
      return look(workbook.workbookForms);
    },
    profile,
    divisionCodes,
    catalogue,
    subjects,
    filingYearOf(form) {
      const year = filingYears.get(form) || null;
      if (form === subject) filingYear = year;
      else look(form);
      return year;
    },
    sheetOf(form) {
      if (form !== subject) look(form);
      return workbook.snapshot.findSheet(form.sheet);
    },
    once<Fact>(name: string, compute: () => Fact): Fact {
      look(name);
      if (!facts.has(name)) facts.set(name, compute());
      return facts.get(name) as Fact;
    },
  };
  return {
    context,
    begin(form) {
      subject = form;
      isWorkbook = false;
      filingYear = undefined;
    },
    grounds: () => ({ isWorkbook, filingYear }),
  };
}
