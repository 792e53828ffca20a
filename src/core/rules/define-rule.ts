import type { IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import type { SubjectClassification } from '../catalogue/subject-classification';
import {
  isIndicatorForm,
  type Form,
  type FormCell,
  type FormType,
  type IndicatorForm,
  type Project,
  type WorkbookForms,
} from '../forms/form';
import type { CellAddress } from '../workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { Calculation, Fix, Severity } from '../review/finding';
import type { FilingYear } from '../review/filing-year';
import type { Profile } from '../review/profile';

/**
 * What every rule may know beside the form it looks at. Whatever speaks of the whole workbook (`snapshot`, `workbookForms`, `once`) is
 * asked for no sooner than it is needed: a rule that did without is not run again while its form stays as it is.
 */
export interface RuleContext {
  readonly snapshot: WorkbookSnapshot;
  /** All forms of the workbook, for rules that compare projects. */
  readonly workbookForms: WorkbookForms;
  readonly profile: Profile;
  /** Six-digit division codes (GB/T 2260); null when no list was loaded. */
  readonly divisionCodes: ReadonlySet<string> | null;
  /** Standard indicators with their codes; null when no catalogue was loaded. */
  readonly catalogue: IndicatorCatalogue | null;
  /** Budget subjects with their codes; null when no list was loaded. */
  readonly subjects: SubjectClassification | null;
  /** Filing year of a form, see rules.md; null when the workbook names none. */
  filingYearOf(form: Form): FilingYear | null;
  /** The sheet a form stands on (its first, where it goes on over several). */
  sheetOf(form: Form): SheetSnapshot | undefined;
  /**
   * A fact about the whole workbook: computed when first asked for, then kept for this review under its name. Facts of a form by
   * itself are kept longer by `oncePer`.
   */
  once<Fact>(name: string, compute: () => Fact): Fact;
}

/** Where a problem stands: a form's cell, or any cell of a sheet. */
export type ProblemPlace = Pick<FormCell, 'sheet' | 'address' | 'text'>;

export interface Problem {
  readonly kind: 'problem';
  readonly messageId: string;
  readonly severity: Severity | null;
  readonly sheet: string;
  readonly address: CellAddress;
  readonly quote: string;
  readonly message: string;
  readonly expected: string | null;
  readonly fix: Fix | null;
  readonly calculation: Calculation | null;
}

/** A rule's word that it could not decide. Silence of a rule means clean. */
export interface Unchecked {
  readonly kind: 'unchecked';
  readonly reason: string;
}

export type Outcome = Problem | Unchecked;

type MessageText = string | { readonly severity: Severity; readonly text: string };

type TextOf<Message> = Message extends { readonly text: infer Text } ? Text : Message;

type PlaceholderOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholderOf<Rest> : never;

type MessageValues<Message> = { readonly [Name in PlaceholderOf<TextOf<Message>>]: string | number };

export interface ProblemDetails {
  readonly expected?: string;
  readonly fix?: Fix;
  /** The part of the cell's text at fault; the whole text when left out. */
  readonly quote?: string;
  readonly calculation?: Calculation;
}

/** Makes a problem of one of the rule's messages; a mistyped id or a missing placeholder does not compile. */
export type ProblemMaker<Messages> = <Id extends keyof Messages & string>(
  messageId: Id,
  place: ProblemPlace,
  values: MessageValues<Messages[Id]>,
  details?: ProblemDetails,
) => Problem;

interface RuleText {
  /** "area/flaw", equal to the file's path below rules/. Never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** What must hold, one line without a stop. */
  readonly title: string;
  /** Why it matters to who reads the filing. */
  readonly why: string;
  /** Regulation, or "填报惯例". */
  readonly basis: string;
  readonly example: { readonly wrong: string; readonly right: string };
  readonly forms: readonly FormType[];
  /** True when the rule says nothing about content and so also runs on secret projects. */
  readonly checksSecret?: boolean;
  /** Rules that speak instead of this one where both found something at the same cell, row or project. */
  readonly yieldsTo?: readonly { readonly rule: string; readonly within: 'cell' | 'row' | 'project' }[];
}

/** A number the rule decides by, which a profile may set to another. */
export interface Threshold {
  readonly value: number;
  /** Chinese, for the documentation of rules: what the number is and in which unit. */
  readonly meaning: string;
}

type ThresholdTable<Name extends string> = Readonly<Record<Name, Threshold>>;

export interface ProjectSubject {
  readonly form: IndicatorForm;
  readonly project: Project;
}

type Check<Subject, Messages, Name extends string> = (
  subject: Subject,
  problem: ProblemMaker<Messages>,
  context: RuleContext,
  /** The rule's thresholds as the profile sets them. */
  thresholds: Readonly<Record<Name, number>>,
) => Iterable<Outcome>;

export interface Definition<Subject, Messages, Name extends string> extends RuleText {
  /** Whole Chinese sentences with {placeholders}, ending in 。 */
  readonly messages: Messages;
  readonly thresholds?: ThresholdTable<Name>;
  readonly check: Check<Subject, Messages, Name>;
}

/** A rule as the review runs it. */
export interface Rule extends RuleText {
  readonly scope: 'project' | 'form' | 'workbook';
  readonly messages: Readonly<Record<string, MessageText>>;
  readonly thresholds: Readonly<Record<string, Threshold>>;
  /** Runs the rule on one form (scope project: on each project of it) or, for scope workbook, on the whole workbook. */
  run(form: Form | null, context: RuleContext): Iterable<Outcome>;
}

// `Text extends string` keeps the literal types of the messages, so that their placeholders are checked.
export type MessageTable<Text extends string> = Record<string, Text | { severity: Severity; text: Text }>;

/** A rule that looks at one project at a time: forms P and O as a whole, each block of a coded table. */
export function defineRule<Text extends string, Messages extends MessageTable<Text>, Name extends string = never>(
  definition: Definition<ProjectSubject, Messages, Name>,
): Rule {
  const problem = problemMaker(definition.messages);
  return {
    ...definition,
    thresholds: tableOf(definition),
    scope: 'project',
    *run(form, context) {
      if (form === null || !isIndicatorForm(form)) return;
      const thresholds = thresholdsOf(definition, context.profile);
      for (const project of form.projects) {
        if (project.isSecret && !definition.checksSecret) {
          yield unchecked(`项目“${project.name}”涉密，未检查内容。`);
        } else {
          yield* definition.check({ form, project }, problem, context, thresholds);
        }
      }
    },
  };
}

/** A rule that looks at a form as a whole, across the blocks of a coded table. */
export function defineFormRule<Text extends string, Messages extends MessageTable<Text>, Name extends string = never>(
  definition: Definition<Form, Messages, Name>,
): Rule {
  const problem = problemMaker(definition.messages);
  return {
    ...definition,
    thresholds: tableOf(definition),
    scope: 'form',
    *run(form, context) {
      if (form === null) return;
      yield* definition.check(form, problem, context, thresholdsOf(definition, context.profile));
    },
  };
}

/** A rule that compares forms or reads cells outside of forms. `forms` holds those of the rule's form types only. */
export function defineWorkbookRule<
  Text extends string,
  Messages extends MessageTable<Text>,
  Name extends string = never,
>(definition: Definition<readonly Form[], Messages, Name>): Rule {
  const problem = problemMaker(definition.messages);
  return {
    ...definition,
    thresholds: tableOf(definition),
    scope: 'workbook',
    *run(_form, context) {
      const forms = context.workbookForms.forms.filter((form) => definition.forms.indexOf(form.type) >= 0);
      yield* definition.check(forms, problem, context, thresholdsOf(definition, context.profile));
    },
  };
}

function tableOf({
  thresholds,
}: {
  readonly thresholds?: ThresholdTable<string>;
}): Readonly<Record<string, Threshold>> {
  return thresholds || {};
}

function thresholdsOf<Name extends string>(
  definition: { readonly id: string; readonly thresholds?: ThresholdTable<Name> },
  profile: Profile,
): Record<Name, number> {
  const table: Readonly<Record<string, Threshold>> = definition.thresholds || {};
  const set = profile.thresholds[definition.id] || {};
  const found: Record<string, number> = {};
  for (const name of Object.keys(table)) found[name] = set[name] === undefined ? table[name].value : set[name];
  return found as Record<Name, number>;
}

/** Says that the rule could not decide, and why (a Chinese sentence). */
export function unchecked(reason: string): Unchecked {
  return { kind: 'unchecked', reason };
}

function problemMaker<Messages extends MessageTable<string>>(messages: Messages): ProblemMaker<Messages> {
  return (messageId, place, values, details = {}) => {
    const message: MessageText = messages[messageId];
    const text = typeof message === 'string' ? message : message.text;
    return {
      kind: 'problem',
      messageId,
      severity: typeof message === 'string' ? null : message.severity,
      sheet: place.sheet,
      address: place.address,
      quote: details.quote === undefined ? place.text : details.quote,
      message: fillPlaceholders(text, values),
      expected: details.expected === undefined ? null : details.expected,
      fix: details.fix || null,
      calculation: details.calculation || null,
    };
  };
}

function fillPlaceholders(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_match, name: string) => String(values[name]));
}
