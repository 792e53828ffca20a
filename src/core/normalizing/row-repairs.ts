import type { RowChange } from '../changes/row-change';
import { isIndicatorForm, type Form, type IndicatorForm } from '../forms/form';
import type { Finding } from '../review/finding';
import type { Review } from '../review/run-review';
import type { RuleContext } from '../rules/define-rule';
import { findRemovedLevel2 } from '../rules/template-rows';
import { parseAddress, type CellAddress } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { planMissingRow } from './missing-row';
import { planRedundantRow } from './redundant-row';
import type { Mending } from './repair-ledger';
import { rowObstacle } from './row-obstacle';

/** A row that comes or goes, in the workbook as it was reviewed; or why it does not. */
export type RowProposal =
  | ({ readonly kind: 'change'; readonly finding: Finding; readonly change: RowChange } & Mending)
  | { readonly kind: 'refusal'; readonly finding: Finding; readonly reason: string };

/** Chinese sentence: why a row is left to a person. */
export interface RowRefusal {
  readonly refusal: string;
}

const MISSING = 'form/level2-row-missing';
const REDUNDANT = 'form/redundant-row';

/** What to do about rows that are missing or redundant. @param findings Of the review, those that nobody accepted. */
export function proposeRowChanges(
  findings: readonly Finding[],
  { workbookForms }: Review,
  context: RuleContext,
): readonly RowProposal[] {
  const proposals: RowProposal[] = [];
  const forms = new Map<string, Form>();
  for (const form of workbookForms.forms) forms.set(form.id, form);
  for (const finding of findings) {
    const { ruleId, sheet: name } = finding;
    if (ruleId !== MISSING && ruleId !== REDUNDANT) continue;
    const form = finding.form === null ? undefined : forms.get(finding.form);
    const sheet = context.snapshot.findSheet(name);
    if (form === undefined || sheet === undefined || !isIndicatorForm(form)) continue;
    const refuse = (reason: string): void => void proposals.push({ kind: 'refusal', finding, reason });
    const obstacle = rowObstacle(sheet, form, workbookForms);
    if (obstacle !== null) {
      refuse(obstacle);
      continue;
    }
    const [label, planned] =
      ruleId === MISSING
        ? (['补上缺少的指标行', missingRows(form, sheet, context)] as const)
        : (['删去多余的“不适用”行', redundantRow(form, finding, sheet, context)] as const);
    const project = form.projects[0].name;
    for (const plan of planned) {
      if ('refusal' in plan) refuse(plan.refusal);
      else proposals.push({ kind: 'change', finding, change: plan, ruleId, label, project });
    }
  }
  return proposals;
}

function missingRows(
  form: IndicatorForm,
  sheet: SheetSnapshot,
  context: RuleContext,
): readonly (RowChange | RowRefusal)[] {
  return findRemovedLevel2(form, context).map((type) => planMissingRow(type, form, sheet, context));
}

function redundantRow(
  { projects }: IndicatorForm,
  { cell }: Finding,
  sheet: SheetSnapshot,
  { snapshot }: RuleContext,
): readonly (RowChange | RowRefusal)[] {
  const { row } = parseAddress(cell) as CellAddress;
  for (const { indicators } of projects) {
    const found = indicators.find(({ name }) => name.address.row === row);
    if (found !== undefined) return [planRedundantRow(found, indicators, sheet, snapshot)];
  }
  return [];
}
