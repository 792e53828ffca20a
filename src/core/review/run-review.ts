import type { IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import type { SubjectClassification } from '../catalogue/subject-classification';
import type { Form, WorkbookForms } from '../forms/form';
import { readForms } from '../forms/read-forms';
import type { Outcome, Problem, Rule, RuleContext } from '../rules/define-rule';
import { isSecretText } from '../values/special-texts';
import { containsCell, formatAddress, parseAddress, type CellAddress } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { findFilingYears } from './filing-year';
import { findingOfProblem } from './finding-of-problem';
import { SEVERITIES, type Finding, type NotChecked, type Severity } from './finding';
import type { Profile } from './profile';
import { chooseProfile } from './profile-choice';

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

/** Reads the forms of a workbook and runs all rules over them. */
export function runReview(snapshot: WorkbookSnapshot, options: ReviewOptions): Review {
  const steps = reviewInSteps(snapshot, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As runReview, giving control back after each rule on each form: for a pane that must stay responsive. */
export function* reviewInSteps(snapshot: WorkbookSnapshot, options: ReviewOptions): Generator<ReviewProgress, Review> {
  const workbookForms = readForms(snapshot);
  const { forms } = workbookForms;
  const profile = 'profile' in options ? options.profile : chooseProfile(workbookForms, options.profiles);
  const filingYears = findFilingYears(forms, profile.filingYearSources);
  const facts = new Map<string, unknown>();
  const context: RuleContext = {
    snapshot,
    workbookForms,
    profile,
    divisionCodes: options.divisionCodes,
    catalogue: options.catalogue || null,
    subjects: options.subjects || null,
    filingYearOf: (form) => filingYears.get(form) || null,
    once<Fact>(name: string, compute: () => Fact): Fact {
      if (!facts.has(name)) facts.set(name, compute());
      return facts.get(name) as Fact;
    },
  };
  const rules = options.rules.filter((rule) => profile.severities[rule.id] !== 'off');
  const collector = new OutcomeCollector(snapshot, forms, profile);
  const total = rules.length * Math.max(1, forms.length);
  let done = 0;
  for (const rule of rules) {
    const subjects: readonly (Form | null)[] =
      rule.scope === 'workbook' ? [null] : forms.filter((form) => rule.forms.indexOf(form.type) >= 0);
    for (const form of subjects) {
      yield { done, total, caption: form === null ? rule.title : form.caption };
      done = Math.min(total, done + 1);
      runIsolated(rule, form, context, collector);
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

// A rule that throws must not take the review down, nor may what it found before be lost.
function runIsolated(rule: Rule, form: Form | null, context: RuleContext, collector: OutcomeCollector): void {
  try {
    for (const outcome of rule.run(form, context)) collector.add(rule, form, outcome);
  } catch (error) {
    collector.addFailure(rule, form, error instanceof Error ? error.message : String(error));
  }
}

class OutcomeCollector {
  readonly notChecked: NotChecked[] = [];
  private readonly findings: Finding[] = [];
  private readonly sheetOrder = new Map<string, number>();

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    private readonly forms: readonly Form[],
    private readonly profile: Profile,
  ) {
    snapshot.sheets.forEach((sheet, index) => this.sheetOrder.set(sheet.name, index));
  }

  add(rule: Rule, form: Form | null, outcome: Outcome): void {
    if (outcome.kind === 'unchecked') {
      this.notChecked.push({ ruleId: rule.id, form: form === null ? null : form.id, reason: outcome.reason });
    } else if (rule.checksSecret || !this.isSecretCell(outcome)) {
      const place = this.formAt(outcome.sheet, outcome.address);
      this.findings.push(findingOfProblem(rule, outcome, this.profile, place ? place.id : null));
    }
  }

  addFailure(rule: Rule, form: Form | null, reason: string): void {
    const place = form || this.forms[0];
    this.notChecked.push({ ruleId: rule.id, form: form && form.id, reason: `规则运行出错：${reason}` });
    if (!place) return;
    this.findings.push({
      ruleId: rule.id,
      severity: 'warning',
      form: place.id,
      sheet: place.sheet,
      cell: formatAddress({ row: place.range.top, column: place.range.left }),
      quote: '',
      message: `规则运行出错（${reason}），此处未能检查本规则，其他规则不受影响；请人工核对并告知维护人员。`,
      expected: null,
      fix: null,
    });
  }

  finish(rules: readonly Rule[]): readonly Finding[] {
    const byRule = new Map<string, Finding[]>();
    for (const finding of this.findings) {
      const others = byRule.get(finding.ruleId);
      if (others) others.push(finding);
      else byRule.set(finding.ruleId, [finding]);
    }
    const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo || []] as const));
    const kept = this.findings.filter(
      (finding) =>
        !(yieldsTo.get(finding.ruleId) || []).some(({ rule, within }) =>
          (byRule.get(rule) || []).some(
            (other) => other.sheet === finding.sheet && this.isWithin(within, finding, other),
          ),
        ),
    );
    const place = (finding: Finding): CellAddress => parseAddress(finding.cell) || { row: 0, column: 0 };
    const sheet = (finding: Finding): number => this.sheetOrder.get(finding.sheet) || 0;
    const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
    return kept.sort(
      (a, b) =>
        sheet(a) - sheet(b) ||
        place(a).row - place(b).row ||
        place(a).column - place(b).column ||
        rank(a.severity) - rank(b.severity) ||
        (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
    );
  }

  /** A cell that keeps its content back (涉密，不宜公开): no rule about content may speak of it. */
  private isSecretCell({ sheet, address }: Problem): boolean {
    const found = this.snapshot.findSheet(sheet);
    const cell = found && found.shownCellAt(address.row, address.column);
    return cell !== undefined && isSecretText(cell.text);
  }

  private formAt(sheet: string, address: CellAddress): Form | undefined {
    return this.forms.find((form) => form.sheet === sheet && containsCell(form.range, address));
  }

  /** True when two findings stand so close that the more specific rule speaks alone (rules.md). */
  private isWithin(within: 'cell' | 'row' | 'project', a: Finding, b: Finding): boolean {
    if (within === 'cell') return a.cell === b.cell;
    const first = parseAddress(a.cell);
    const second = parseAddress(b.cell);
    if (!first || !second) return false;
    if (within === 'row') return first.row === second.row;
    return this.forms.some((form) =>
      form.projects.some(
        (project) =>
          form.sheet === a.sheet && containsCell(project.range, first) && containsCell(project.range, second),
      ),
    );
  }
}
