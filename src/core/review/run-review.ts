import type { IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import type { SubjectClassification } from '../catalogue/subject-classification';
import type { Form, WorkbookForms } from '../forms/form';
import type { Outcome, Rule } from '../rules/define-rule';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { findFilingYears } from './filing-year';
import type { Finding, NotChecked } from './finding';
import { OutcomeCollector } from './outcome-collector';
import type { Profile } from './profile';
import { chooseProfile } from './profile-choice';
import { ReviewMemory } from './review-memory';
import { watchContext, type WatchedContext } from './watched-context';

/** Either the profile to go by, or those to choose from once the forms are read; the first is the one for all cases. */
export type ProfileOption = { readonly profile: Profile } | { readonly profiles: readonly Profile[] };

export type ReviewOptions = ReviewMeans & ProfileOption;

interface ReviewMeans {
  readonly rules: readonly Rule[];
  readonly divisionCodes: ReadonlySet<string> | null;
  /** Standard indicators; null or left out when no catalogue was loaded. */
  readonly catalogue?: IndicatorCatalogue | null;
  /** Budget subjects; null or left out when no list was loaded. */
  readonly subjects?: SubjectClassification | null;
}

export interface Review {
  readonly workbook: string;
  readonly workbookForms: WorkbookForms;
  /** In reading order: sheet, row, column; then severity. */
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  readonly profile: ReviewedProfile;
}

/** The profile a review went by. */
export interface ReviewedProfile {
  readonly id: string;
  readonly name: string;
  /** True when nobody named it: it was chosen by what the forms look like. */
  readonly isAutomatic: boolean;
}

export interface ReviewProgress {
  readonly done: number;
  readonly total: number;
  /** What is being checked, for the progress bar. */
  readonly caption: string;
}

/**
 * Reads the forms of a workbook and runs all rules over them.
 * @param memory Of earlier reviews of this workbook: then only what changed is run again, with the same findings.
 */
export function runReview(snapshot: WorkbookSnapshot, options: ReviewOptions, memory?: ReviewMemory): Review {
  const steps = reviewInSteps(snapshot, options, memory);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As runReview, giving control back after each rule that is run on a form: for a pane that must stay responsive. */
export function* reviewInSteps(
  snapshot: WorkbookSnapshot,
  options: ReviewOptions,
  memory: ReviewMemory = new ReviewMemory(),
): Generator<ReviewProgress, Review> {
  const { divisionCodes, catalogue = null, subjects = null } = options;
  const workbookForms = memory.readForms(snapshot);
  const { forms } = workbookForms;
  const profile = 'profile' in options ? options.profile : chooseProfile(workbookForms, options.profiles);
  const filingYears = findFilingYears(forms, profile.filingYearSources);
  memory.begin([profile, divisionCodes, catalogue, subjects]);
  const watched = watchContext(
    { snapshot, workbookForms, filingYears },
    { profile, divisionCodes, catalogue, subjects },
  );
  const rules = options.rules.filter((rule) => profile.severities[rule.id] !== 'off');
  const collector = new OutcomeCollector(snapshot, forms, profile);
  const total = rules.length * Math.max(1, forms.length);
  let done = 0;
  for (const rule of rules) {
    const subjectForms: readonly (Form | null)[] =
      rule.scope === 'workbook' ? [null] : forms.filter((form) => rule.forms.indexOf(form.type) >= 0);
    for (const form of subjectForms) {
      const kept = form && memory.recall(rule, form, filingYears.get(form) || null);
      if (kept === null) {
        yield { done, total, caption: form === null ? rule.title : form.caption };
        const outcomes = runIsolated(rule, form, watched, collector);
        if (form !== null && outcomes !== null) memory.keep(rule, form, outcomes, watched.grounds());
      } else for (const outcome of kept) collector.add(rule, form, outcome);
      done = Math.min(total, done + 1);
    }
  }
  for (const area of workbookForms.unread) {
    collector.notChecked.push({ ruleId: '*', form: null, reason: `工作表“${area.sheet}”：${area.reason}` });
  }
  return {
    workbook: snapshot.name,
    workbookForms,
    findings: collector.finish(rules),
    notChecked: collector.notChecked,
    profile: { id: profile.id, name: profile.name, isAutomatic: !('profile' in options) },
  };
}

/**
 * What a rule said; null when it threw: that must not take the review down, nor may what it found before be lost.
 */
function runIsolated(
  rule: Rule,
  form: Form | null,
  watched: WatchedContext,
  collector: OutcomeCollector,
): readonly Outcome[] | null {
  const outcomes: Outcome[] = [];
  watched.begin(form);
  try {
    for (const outcome of rule.run(form, watched.context)) {
      outcomes.push(outcome);
      collector.add(rule, form, outcome);
    }
    return outcomes;
  } catch (error) {
    collector.addFailure(rule, form, error instanceof Error ? error.message : String(error));
    return null;
  }
}
