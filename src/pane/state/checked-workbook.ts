import { compactText } from '../../core/values/normalize-text';
import type { Finding } from '../../core/review/finding';
import type { Review } from '../../core/review/run-review';
import type { Form, FormCell, Project } from '../../core/forms/form';
import { containsCell, parseAddress, type CellAddress } from '../../core/workbook/cell-address';

/** Where a finding stands, or a number of its calculation. */
export type Place = Pick<Finding, 'sheet' | 'cell'>;

/** A finding with what the list shows around it. */
export interface FindingItem {
  /** The same for the same flaw in the next review, so that what is open stays open. */
  readonly key: string;
  readonly finding: Finding;
  /** What stands in the cell: the label of the field or the name of the indicator; "" when neither is known. */
  readonly subject: string;
  /** The project, where the form holds several; "" otherwise. */
  readonly project: string;
  /** Everything a search looks at, compacted and in lower case. */
  readonly searchText: string;
}

/** A finished review as the pane keeps it. */
export interface CheckedWorkbook {
  readonly review: Review;
  readonly items: readonly FindingItem[];
  readonly ruleCount: number;
  /** Time of day, e.g. "09:05". */
  readonly checkedAt: string;
}

export function describeReview(review: Review, ruleCount: number, checkedAt: string): CheckedWorkbook {
  const seen = new Map<string, number>();
  const forms = new Map(review.workbookForms.forms.map((form) => [form.id, form] as const));
  const items = review.findings.map((finding) => {
    const flaw = [finding.ruleId, finding.sheet, finding.cell, finding.quote].join('|');
    const count = seen.get(flaw) || 0;
    seen.set(flaw, count + 1);
    return describeFinding(finding, `${flaw}|${count}`, forms);
  });
  return { review, items, ruleCount, checkedAt };
}

export function searchable(text: string): string {
  return compactText(text).toLowerCase();
}

function describeFinding(finding: Finding, key: string, forms: ReadonlyMap<string, Form>): FindingItem {
  const form = finding.form === null ? undefined : forms.get(finding.form);
  const address = parseAddress(finding.cell);
  const owner = form && address ? findProject(form, address) : undefined;
  const subject = owner && address ? subjectAt(owner, address) : '';
  const project = form && owner && form.projects.length > 1 ? owner.name : '';
  const { message, quote, cell, sheet } = finding;
  const words = [message, quote, cell, sheet, subject, project, form ? form.caption : ''];
  return { key, finding, subject, project, searchText: words.map(searchable).join('\n') };
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
