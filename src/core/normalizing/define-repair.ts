import { isSameContent, type Edit } from '../changes/change-set';
import type { Field, Form, FormCell, FormType, Project } from '../forms/form';
import { isIndicatorForm } from '../forms/form';
import { cellFix, fieldFix } from '../rules/cell-fix';
import type { Outcome, ProblemPlace, ProjectSubject, Rule, RuleContext } from '../rules/define-rule';
import { textFix, type Replacement } from '../rules/text-fix';
import { writtenTextsOf, type TextRole, type WrittenText } from '../rules/written-texts';
import { containsCell } from '../workbook/cell-address';

/** Edits that bring something into the template's writing, or the word that they are known but not to be made. */
export type Proposal =
  | {
      readonly kind: 'repair';
      readonly label: string | null;
      readonly place: ProblemPlace;
      readonly edits: readonly Edit[];
    }
  | { readonly kind: 'refusal'; readonly place: ProblemPlace; readonly reason: string };

interface ProposalDetails {
  /** Only where it differs from the label of the repair. */
  readonly label?: string;
}

/** Makes proposals; null where nothing is to be done. What it gives is yielded as it is. */
export interface ProposalMaker {
  /** Gives a cell this value. Null where it holds that already; a refusal where a formula makes it. */
  write(
    cell: FormCell,
    value: string | number,
    details?: ProposalDetails & { readonly numberFormat?: string },
  ): Proposal | null;
  /** As `write`, for the value of a field; null too where label and value share one cell ("申报单位：…"). */
  writeField(
    field: Field,
    value: string | number,
    details?: ProposalDetails & { readonly numberFormat?: string },
  ): Proposal | null;
  /** Replaces pieces of a text in every cell it stands in; null where one of them runs over the end of a cell. */
  replace(written: WrittenText, replacements: readonly Replacement[], details?: ProposalDetails): Proposal | null;
  /** Several cells that are written together; `place` is the one that is spoken of. */
  edit(place: ProblemPlace, edits: readonly Edit[], details?: ProposalDetails): Proposal | null;
  /** @param reason Chinese sentence: why it is left to a person. */
  refuse(place: ProblemPlace, reason: string): Proposal;
}

interface RepairText {
  /** "template/…", equal to the file's name in repairs/. Never reused. */
  readonly id: string;
  /** What it does, the same for all of its proposals: "改写完成时间". */
  readonly label: string;
  /** What the template writes, one line without a stop. */
  readonly title: string;
  /** Why it matters to who reads the filing. */
  readonly why: string;
  /** Regulation, or "填报惯例". */
  readonly basis: string;
  readonly example: { readonly wrong: string; readonly right: string };
  readonly forms: readonly FormType[];
}

/**
 * What no rule reports but the template writes otherwise. Never asked about secret projects; proposals for their cells are dropped.
 */
export interface TemplateRepair extends RepairText {
  propose(form: Form, repair: ProposalMaker, context: RuleContext): Iterable<Proposal | null>;
}

type Definition<Subject> = RepairText & {
  propose(subject: Subject, repair: ProposalMaker, context: RuleContext): Iterable<Proposal | null>;
};

/** A repair that looks at one project at a time: forms P and O as a whole, each block of a coded table. Not at secret ones. */
export function defineRepair(definition: Definition<ProjectSubject>): TemplateRepair {
  return {
    ...definition,
    *propose(form, repair, context) {
      if (!isIndicatorForm(form)) return;
      for (const project of form.projects) {
        if (!project.isSecret) yield* definition.propose({ form, project }, repair, context);
      }
    },
  };
}

/** A repair that looks at a form as a whole: titles, column heads, budget tables. */
export function defineFormRepair(definition: Definition<Form>): TemplateRepair {
  return definition;
}

/** A repair of one written text at a time. @param roles All when left out. */
export function defineTextRepair({
  roles,
  ...definition
}: Definition<WrittenText> & { readonly roles?: readonly TextRole[] }): TemplateRepair {
  return {
    ...definition,
    *propose(form, repair, context) {
      for (const text of writtenTextsOf(form)) {
        if (roles === undefined || roles.indexOf(text.role) >= 0) yield* definition.propose(text, repair, context);
      }
    },
  };
}

/** The repair as a rule, so that a review runs it beside the others: a problem with a fix is a repair, one without is a refusal. */
export function ruleOfRepair(definition: TemplateRepair): Rule {
  const { id, title, why, basis, example, forms, label } = definition;
  return {
    id,
    title,
    why,
    basis,
    example,
    forms,
    severity: 'info',
    scope: 'form',
    messages: {},
    thresholds: {},
    *run(form, context) {
      if (form === null) return;
      for (const proposal of definition.propose(form, MAKER, context)) {
        if (proposal !== null && !isInSecret(form, proposal)) yield outcomeOf(proposal, label, title);
      }
    },
  };
}

const FORMULA_REASON = '本格由公式得出，规范时不改写公式。';

const MAKER: ProposalMaker = {
  write(cell, value, { label, numberFormat } = {}) {
    if (cell.formula !== null) return { kind: 'refusal', place: cell, reason: FORMULA_REASON };
    const fix = cellFix('', cell, value, numberFormat);
    return fix === undefined ? null : repairOf(cell, fix.edits, label);
  },
  writeField(field, value, { label, numberFormat } = {}) {
    if (field.value.formula !== null) return { kind: 'refusal', place: field.value, reason: FORMULA_REASON };
    const fix = fieldFix('', field, value, numberFormat);
    return fix === undefined ? null : repairOf(field.value, fix.edits, label);
  },
  replace(written, replacements, { label } = {}) {
    const made = written.parts.find(({ cell }) => cell.formula !== null);
    if (made !== undefined) return { kind: 'refusal', place: made.cell, reason: FORMULA_REASON };
    const fix = textFix('', written, replacements);
    return fix === undefined ? null : repairOf(written.cell, fix.edits, label);
  },
  edit: (place, edits, { label } = {}) => repairOf(place, edits, label),
  refuse: (place, reason) => ({ kind: 'refusal', place, reason }),
};

function repairOf(place: ProblemPlace, edits: readonly Edit[], label?: string): Proposal | null {
  const changing = edits.filter(
    ({ before, after }) => !isSameContent(before, after) || before.numberFormat !== after.numberFormat,
  );
  if (changing.length === 0) return null;
  return { kind: 'repair', label: label === undefined ? null : label, place, edits: changing };
}

function isInSecret(form: Form, proposal: Proposal): boolean {
  const secret: readonly Project[] = form.projects.filter(({ isSecret }) => isSecret);
  if (secret.length === 0) return false;
  if (secret.length === form.projects.length) return true;
  const places = proposal.kind === 'repair' ? [proposal.place, ...proposal.edits] : [proposal.place];
  return secret.some(({ range }) => places.some(({ address }) => containsCell(range, address)));
}

function outcomeOf(proposal: Proposal, label: string, title: string): Outcome {
  const { sheet, address, text } = proposal.place;
  const isRepair = proposal.kind === 'repair';
  return {
    kind: 'problem',
    messageId: proposal.kind,
    severity: null,
    sheet,
    address,
    quote: text,
    message: isRepair ? `${title}。` : proposal.reason,
    expected: null,
    fix: isRepair ? { label: proposal.label || label, edits: proposal.edits } : null,
    calculation: null,
  };
}
