import { applyChangeSet } from '../changes/apply-change-set';
import { cellKeyOf, isSameContent, type Edit } from '../changes/change-set';
import type { Form, Project } from '../forms/form';
import type { Finding } from '../review/finding';
import type { Profile } from '../review/profile';
import { chooseProfile } from '../review/profile-choice';
import { ReviewMemory } from '../review/review-memory';
import { reviewInSteps, type Review, type ReviewOptions, type ReviewProgress } from '../review/run-review';
import { watchContext } from '../review/watched-context';
import { containsCell, formatAddress, parseAddress, type CellAddress } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { ruleOfRepair, type TemplateRepair } from './define-repair';
import type { LeftToPerson, NormalizationPlan } from './normalization-plan';
import { placeRowChanges } from './place-row-changes';
import { sayingEachOnce } from './saying-each-once';
import { RepairLedger, type Refusal } from './repair-ledger';
import { proposeRowChanges, type RowProposal } from './row-repairs';

export type PlanningOptions = ReviewOptions & {
  /** Left out: those that ship with the program are not asked. */
  readonly repairs?: readonly TemplateRepair[];
  /**
   * True for a finding that the user accepted: it is neither repaired nor left to anybody.
   * @param form Of the repaired workbook, as the finding. @param cell Where it stands in the workbook as it is.
   */
  readonly isAccepted?: (finding: Finding, form: Form | null, cell: string) => boolean;
  /** Keys (cellKeyOf) of cells that are not to be written. */
  readonly locked?: ReadonlySet<string>;
};

/** Repairs call for others, but not for ever. */
const MOST_PASSES = 8;

/** Two profiles could have each other chosen for ever. */
const MOST_PROFILE_CHANGES = 2;

const REFUSALS: Readonly<Record<Refusal, string>> = {
  formula: '本格由公式得出，规范时不改写公式。',
  locked: '本格受工作表保护，不能写入；请撤销工作表保护后再规范。',
  quarrel: '两条规则对本格的写法要求不同，请人工确定。',
  changed: '本格的内容与检查时不同，没有改写。',
};
const UNFINISHED = '本格需要反复修改，已停止自动修改，请人工核对。';

/**
 * What brings a workbook into the template's writing: reviews it, makes all fixes and template repairs in a copy, reviews that, and so on
 * until nothing is left to repair. The profile is that of the first review, unless the repaired workbook shows itself to be another one's.
 */
export function planNormalization(
  snapshot: WorkbookSnapshot,
  options: PlanningOptions,
  memory?: ReviewMemory,
): NormalizationPlan {
  const steps = planInSteps(snapshot, options, memory);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * As planNormalization, giving control back often.
 * @param memory Of reviews of this workbook: what did not change is not checked again.
 */
export function* planInSteps(
  snapshot: WorkbookSnapshot,
  options: PlanningOptions,
  memory: ReviewMemory = new ReviewMemory(),
): Generator<ReviewProgress, NormalizationPlan> {
  const { repairs = [], isAccepted = () => false, locked = new Set<string>() } = options;
  const rules = options.rules.concat(repairs.map(ruleOf));
  const ledger = new RepairLedger(locked);
  const acceptances = new AcceptedFindings(ledger, isAccepted);
  let current = snapshot;
  let passOptions: ReviewOptions = { ...options, rules };
  let profileChanges = 0;
  for (let pass = 0; ; pass += 1) {
    const review: Review = yield* scaled(reviewInSteps(current, passOptions, memory), pass);
    const profile = 'profile' in options ? options.profile : profileOf(review, options.profiles);
    passOptions = { ...options, rules, profile };
    const open = acceptances.without(review);
    const isLast = pass >= MOST_PASSES;
    const edits = isLast ? [] : takeFixes(open, current, ledger, review);
    if (edits.length > 0) {
      current = applyChangeSet(current, { label: '', edits }).snapshot;
      continue;
    }
    // A project code, say, that was not legible before may show whose forms these are.
    const chosen = 'profile' in options ? profile : chooseProfile(review.workbookForms, options.profiles);
    if (chosen !== profile && profileChanges < MOST_PROFILE_CHANGES) {
      profileChanges += 1;
      passOptions = { ...options, rules, profile: chosen };
      continue;
    }
    const proposals = proposeRowChanges(open, review, contextOf(current, review, passOptions, profile));
    const next = isLast ? null : makeRowChanges(current, proposals, ledger);
    if (next === null)
      return { repairs: ledger.repairs(snapshot), left: leftOf(open, review, current, proposals, ledger) };
    current = next;
  }
}

const ruleOf = ruleOncePerRepair();

/** The same rule each time, by which a memory knows it. */
function ruleOncePerRepair(): typeof ruleOfRepair {
  const rules = new WeakMap<TemplateRepair, ReturnType<typeof ruleOfRepair>>();
  return (repair) => {
    const rule = rules.get(repair) || ruleOfRepair(repair);
    rules.set(repair, rule);
    return rule;
  };
}

function profileOf({ profile }: Review, profiles: readonly Profile[]): Profile {
  return profiles.find(({ id }) => id === profile.id) || profiles[0];
}

/** Later passes have less and less to do; how many there will be nobody knows. */
function* scaled<Result>(steps: Generator<ReviewProgress, Result>, pass: number): Generator<ReviewProgress, Result> {
  const start = 1 - Math.pow(0.5, pass);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total, caption } = step.value;
    yield { done: Math.floor(start * total + done * Math.pow(0.5, pass + 1)), total, caption };
  }
}

/** Once accepted, a finding stays accepted, though repairs of its cell make it read otherwise. */
class AcceptedFindings {
  private readonly known = new Set<string>();

  constructor(
    private readonly ledger: RepairLedger,
    private readonly isAccepted: NonNullable<PlanningOptions['isAccepted']>,
  ) {}

  without({ findings, workbookForms }: Review): readonly Finding[] {
    const forms = new Map(workbookForms.forms.map((form) => [form.id, form] as const));
    return findings.filter((finding) => {
      const cell = originalCell(finding, this.ledger);
      const key = `${finding.ruleId} ${cell}!${finding.sheet}`;
      if (this.known.has(key)) return false;
      const form = finding.form === null ? null : forms.get(finding.form) || null;
      const isAccepted = this.isAccepted(finding, form, cell);
      if (isAccepted) this.known.add(key);
      return !isAccepted;
    });
  }
}

/** Notes the fixes that can be made at one go, in the order of the findings; each is made as a whole or not at all. */
function takeFixes(
  findings: readonly Finding[],
  current: WorkbookSnapshot,
  ledger: RepairLedger,
  review: Review,
): readonly Edit[] {
  const written = new Map<string, Edit>();
  const taken: Edit[] = [];
  const owners = new Owners(review);
  for (const finding of findings) {
    if (finding.fix === null) continue;
    const { label, edits } = finding.fix;
    const isTakeable = edits.every((edit) => {
      const former = written.get(cellKeyOf(edit));
      return former === undefined || isSameEdit(former, edit);
    });
    if (!isTakeable || ledger.refusalOf(edits, current) !== null) continue;
    const changing = edits.filter((edit) => !isSameEdit(edit, { ...edit, after: edit.before }));
    const fresh = changing.filter((edit) => !written.has(cellKeyOf(edit)));
    const shared = changing.filter((edit) => written.has(cellKeyOf(edit)));
    ledger.note(fresh, shared, { ruleId: finding.ruleId, label, project: owners.nameOf(finding) });
    for (const edit of fresh) {
      written.set(cellKeyOf(edit), edit);
      taken.push(edit);
    }
  }
  return taken;
}

function isSameEdit({ after: a }: Edit, { after: b }: Edit): boolean {
  return isSameContent(a, b) && a.numberFormat === b.numberFormat;
}

/** The repaired workbook with these rows come and gone; null where there are none. */
function makeRowChanges(
  current: WorkbookSnapshot,
  proposals: readonly RowProposal[],
  ledger: RepairLedger,
): WorkbookSnapshot | null {
  const known = new Map<unknown, Extract<RowProposal, { readonly kind: 'change' }>>();
  for (const proposal of proposals) if (proposal.kind === 'change') known.set(proposal.change, proposal);
  const planned = proposals
    .map((proposal) => (proposal.kind === 'change' ? proposal.change : null))
    .filter((change): change is NonNullable<typeof change> => change !== null);
  const { changes, intents, snapshot } = placeRowChanges(current, planned);
  // As planned, all of them speak of the rows as they stand now: noted only when all are known.
  const originals = intents.map((intent) => ledger.originalOf(intent));
  changes.forEach((change, index) => {
    const proposal = known.get(intents[index]);
    if (proposal !== undefined) ledger.noteRow(change, originals[index], proposal);
  });
  return changes.length === 0 ? null : snapshot;
}

function contextOf(
  snapshot: WorkbookSnapshot,
  { workbookForms }: Review,
  { divisionCodes, catalogue = null, subjects = null }: ReviewOptions,
  profile: Profile,
): ReturnType<typeof watchContext>['context'] {
  const workbook = { snapshot, workbookForms, filingYears: new Map() };
  return watchContext(workbook, { profile, divisionCodes, catalogue, subjects }).context;
}

/** Whose a finding is, for the user. */
class Owners {
  private readonly forms = new Map<string, Form>();

  constructor({ workbookForms }: Review) {
    for (const form of workbookForms.forms) this.forms.set(form.id, form);
  }

  nameOf({ form: id, cell }: Finding): string {
    const form = id === null ? undefined : this.forms.get(id);
    if (form === undefined) return '';
    const address = parseAddress(cell) as CellAddress;
    const project: Project | undefined = form.projects.find(({ range }) => containsCell(range, address));
    return project === undefined ? form.caption : project.name;
  }
}

/** Where a finding of the repaired workbook stands in the workbook as it is. */
function originalCell({ sheet, cell }: Pick<Finding, 'sheet' | 'cell'>, ledger: RepairLedger): string {
  const address = parseAddress(cell) as CellAddress;
  const origin = ledger.rows.originOf(sheet, address.row);
  if (origin.kind === 'own') return formatAddress({ ...address, row: origin.row });
  const { change } = origin;
  return formatAddress({ ...address, row: change.kind === 'insert' ? change.like : change.row });
}

function leftOf(
  findings: readonly Finding[],
  review: Review,
  current: WorkbookSnapshot,
  proposals: readonly RowProposal[],
  ledger: RepairLedger,
): readonly LeftToPerson[] {
  const owners = new Owners(review);
  const refusedRows = new Map<Finding, string>();
  for (const proposal of proposals) if (proposal.kind === 'refusal') refusedRows.set(proposal.finding, proposal.reason);
  const left = findings.map((finding): LeftToPerson => {
    const { ruleId, sheet, fix, message } = finding;
    const place = { ruleId, sheet, cell: originalCell(finding, ledger), project: owners.nameOf(finding) };
    const refusedRow = refusedRows.get(finding);
    if (refusedRow !== undefined) return { ...place, reason: refusedRow, kind: 'refused' };
    if (fix !== null) {
      const refusal = ledger.refusalOf(fix.edits, current);
      return { ...place, reason: refusal === null ? UNFINISHED : REFUSALS[refusal], kind: 'refused' };
    }
    return { ...place, reason: message, kind: ruleId.indexOf('template/') === 0 ? 'refused' : 'judgement' };
  });
  return sayingEachOnce(left);
}
