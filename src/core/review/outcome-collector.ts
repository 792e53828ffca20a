import { BLANK_CONTENT, isSameContent } from '../changes/change-set';
import type { Form } from '../forms/form';
import type { Outcome, Problem, Rule } from '../rules/define-rule';
import { isSecretText } from '../values/special-texts';
import { containsCell, formatAddress, type CellAddress } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { SEVERITIES, type Finding, type NotChecked } from './finding';
import { findingOfProblem } from './finding-of-problem';
import type { Profile } from './profile';

/** A finding with where it stands. */
interface PlacedFinding extends CellAddress {
  readonly finding: Finding;
  /** Place of the sheet in the workbook. */
  readonly sheet: number;
  readonly severity: number;
}

type Yielding = NonNullable<Rule['yieldsTo']>[number];

/** Takes what rules say about a workbook and makes the findings of it. */
export class OutcomeCollector {
  readonly notChecked: NotChecked[] = [];
  private readonly found: PlacedFinding[] = [];
  private readonly sheetOrder = new Map<string, number>();
  private readonly formsBySheet = new Map<string, Form[]>();

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    private readonly forms: readonly Form[],
    private readonly profile: Profile,
  ) {
    snapshot.sheets.forEach((sheet, index) => this.sheetOrder.set(sheet.name, index));
    for (const form of forms) addTo(this.formsBySheet, form.sheet, form);
  }

  /** @param form The form the rule was run on; null for the workbook. */
  add(rule: Rule, form: Form | null, outcome: Outcome): void {
    if (outcome.kind === 'unchecked') {
      this.notChecked.push({ ruleId: rule.id, form: form === null ? null : form.id, reason: outcome.reason });
    } else if (rule.checksSecret || !this.isSecretCell(outcome)) {
      const place = this.formsOn(outcome.sheet).find(({ range }) => containsCell(range, outcome.address));
      const problem = this.canBeMade(outcome) ? outcome : { ...outcome, fix: null };
      this.put(findingOfProblem(rule, problem, this.profile, place ? place.id : null), outcome.address);
    }
  }

  /** @param reason What the rule threw. */
  addFailure(rule: Rule, form: Form | null, reason: string): void {
    const place = form || this.forms[0];
    this.notChecked.push({ ruleId: rule.id, form: form && form.id, reason: `规则运行出错：${reason}` });
    if (!place) return;
    const address = { row: place.range.top, column: place.range.left };
    const finding: Finding = {
      ruleId: rule.id,
      severity: 'warning',
      form: place.id,
      sheet: place.sheet,
      cell: formatAddress(address),
      quote: '',
      message: `规则运行出错（${reason}），此处未能检查本规则，其他规则不受影响；请人工核对并告知维护人员。`,
      expected: null,
      fix: null,
    };
    this.put(finding, address);
  }

  /** The findings in reading order, without those where a more specific rule speaks alone (rules.md). */
  finish(rules: readonly Rule[]): readonly Finding[] {
    const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo || []] as const));
    const specific = new Set<string>();
    yieldsTo.forEach((others) => others.forEach(({ rule }) => specific.add(rule)));
    const byRuleAndSheet = new Map<string, PlacedFinding[]>();
    for (const placed of this.found) {
      if (specific.has(placed.finding.ruleId))
        addTo(byRuleAndSheet, keyOf(placed.finding.ruleId, placed.finding), placed);
    }
    const isYielding = (placed: PlacedFinding): boolean =>
      (yieldsTo.get(placed.finding.ruleId) || []).some(({ rule, within }) =>
        (byRuleAndSheet.get(keyOf(rule, placed.finding)) || []).some((other) => this.isWithin(within, placed, other)),
      );
    return this.found
      .filter((placed) => !isYielding(placed))
      .sort(inReadingOrder)
      .map(({ finding }) => finding);
  }

  private put(finding: Finding, { row, column }: CellAddress): void {
    const sheet = this.sheetOrder.get(finding.sheet) || 0;
    this.found.push({ finding, sheet, row, column, severity: SEVERITIES.indexOf(finding.severity) });
  }

  /** A cell that keeps its content back (涉密，不宜公开): no rule about content may speak of it. */
  private isSecretCell({ sheet, address }: Problem): boolean {
    const found = this.snapshot.findSheet(sheet);
    const cell = found && found.shownCellAt(address.row, address.column);
    return cell !== undefined && isSecretText(cell.text);
  }

  /**
   * False for a fix of a secret project: what that says nobody changes but who wrote it. False too where a cell holds more than the rule
   * knows of it: a label and its value.
   */
  private canBeMade({ fix }: Problem): boolean {
    if (fix === null) return true;
    return fix.edits.every(({ sheet: name, address, before }) => {
      const sheet = this.snapshot.findSheet(name);
      const found = sheet && sheet.cellAt(address.row, address.column);
      const isSecret = this.formsOn(name).some(({ projects }) =>
        projects.some((project) => project.isSecret && containsCell(project.range, address)),
      );
      return !isSecret && isSameContent(found || BLANK_CONTENT, before);
    });
  }

  private formsOn(sheet: string): readonly Form[] {
    return this.formsBySheet.get(sheet) || [];
  }

  /** True when two findings of one sheet stand so close that the more specific rule speaks alone. */
  private isWithin(within: Yielding['within'], a: PlacedFinding, b: PlacedFinding): boolean {
    if (within === 'row' || within === 'cell') return a.row === b.row && (within === 'row' || a.column === b.column);
    return this.formsOn(a.finding.sheet).some(({ projects }) =>
      projects.some(({ range }) => containsCell(range, a) && containsCell(range, b)),
    );
  }
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function keyOf(ruleId: string, { sheet }: Finding): string {
  return `${ruleId} ${sheet}`;
}

function inReadingOrder(a: PlacedFinding, b: PlacedFinding): number {
  return (
    a.sheet - b.sheet ||
    a.row - b.row ||
    a.column - b.column ||
    a.severity - b.severity ||
    (a.finding.ruleId < b.finding.ruleId ? -1 : a.finding.ruleId > b.finding.ruleId ? 1 : 0)
  );
}
