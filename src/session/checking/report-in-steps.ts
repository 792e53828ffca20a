import type { Form, FormCell, Project } from '../../core/forms/form';
import type { Finding } from '../../core/review/finding';
import type { Profile } from '../../core/review/profile';
import {
  reviewInSteps,
  type ProfileOption,
  type ReviewOptions,
  type ReviewProgress,
} from '../../core/review/run-review';
import { compactText } from '../../core/values/normalize-text';
import { containsCell, parseAddress, type CellAddress } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { activeRules, type ReviewResources } from '../review-resources';
import type { CheckingMemory } from './checking-memory';
import type { ReportedFinding, ReviewReport } from './review-report';
import type { ProfileWish } from './review-runner';
import { searchable } from './searchable';

const FINDINGS_PER_STEP = 50;

/** Reviews a workbook and says what came of it, giving control back often. */
export function* reportInSteps(
  snapshot: WorkbookSnapshot,
  resources: ReviewResources,
  wish: Omit<ProfileWish, 'catalogue'>,
  memory: CheckingMemory,
): Generator<ReviewProgress, ReviewReport> {
  const { rules } = resources;
  const profiles = profilesOf(resources, wish, memory);
  const steps = reviewInSteps(snapshot, reviewOptions(resources, wish, memory), memory.reviews);
  let progress: ReviewProgress = { done: 0, total: rules.length, caption: snapshot.name };
  let step = steps.next();
  while (!step.done) {
    progress = step.value;
    yield progress;
    step = steps.next();
  }
  const review = step.value;
  const { forms, unread } = review.workbookForms;
  const formById = new Map(forms.map((form) => [form.id, form] as const));
  const findings: ReportedFinding[] = [];
  for (const finding of review.findings) {
    if (findings.length % FINDINGS_PER_STEP === 0) yield progress;
    findings.push(describeFinding(finding, finding.form === null ? undefined : formById.get(finding.form)));
  }
  const used = profiles.find(({ id }) => id === review.profile.id) as Profile;
  return {
    workbook: review.workbook,
    forms: forms.map(({ id, type, sheet, caption }) => ({ id, type, sheet, caption })),
    unread,
    findings,
    notChecked: review.notChecked,
    profile: review.profile,
    ruleCount: activeRules(rules, used).length,
  };
}

/** By what a workbook is checked. */
export function reviewOptions(
  resources: ReviewResources,
  wish: Omit<ProfileWish, 'catalogue'>,
  memory: CheckingMemory,
): ReviewOptions {
  const { rules, divisionCodes, catalogue, subjects } = resources;
  const option = profileOption(profilesOf(resources, wish, memory), wish.profileId);
  return { rules, divisionCodes, catalogue, subjects, ...option };
}

function profilesOf(
  { profiles }: ReviewResources,
  { ownProfiles }: Omit<ProfileWish, 'catalogue'>,
  memory: CheckingMemory,
): readonly Profile[] {
  return [...profiles, ...memory.recognise(ownProfiles)];
}

function profileOption(profiles: readonly Profile[], id: string | null): ProfileOption {
  const chosen = profiles.find((profile) => profile.id === id);
  return chosen === undefined ? { profiles } : { profile: chosen };
}

/** A finding with what a list shows around it. */
export function describeFinding(finding: Finding, form: Form | undefined): ReportedFinding {
  const address = parseAddress(finding.cell);
  const owner = form && address ? findProject(form, address) : undefined;
  const subject = owner && address ? subjectAt(owner, address) : '';
  const project = form && owner && form.projects.length > 1 ? owner.name : '';
  const { message, quote, cell, sheet } = finding;
  const words = [message, quote, cell, sheet, subject, project, form ? form.caption : ''];
  return { ...finding, subject, project, searchText: words.map(searchable).join('\n') };
}

function findProject(form: Form, address: CellAddress): Project | undefined {
  return form.projects.find((project) => containsCell(project.range, address));
}

function subjectAt(project: Project, address: CellAddress): string {
  const field = project.fields.find(
    ({ label, value }) => containsCell(value.range, address) || containsCell(label.range, address),
  );
  if (field) return labelText(field.label);
  const indicator = project.indicators.find(({ row }) => row === address.row);
  return indicator ? indicator.plainName : '';
}

/** A label as one would name it in a sentence: one line, without colon and marks. */
function labelText({ text }: FormCell): string {
  return compactText(text).replace(/[:：]$/, '');
}
