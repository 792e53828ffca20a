import { applyChangeSet } from '../../src/core/changes/apply-change-set';
import { applyRowChanges } from '../../src/core/changes/apply-row-changes';
import { BLANK_CONTENT, type Edit } from '../../src/core/changes/change-set';
import { planConversion, type SheetPlan } from '../../src/core/converting/plan-conversion';
import type { TemplateDescription } from '../../src/core/converting/template-description';
import { findField, type FieldKey, type Project } from '../../src/core/forms/form';
import { readForms } from '../../src/core/forms/read-forms';
import { readHeadAmount } from '../../src/core/forms/head-amounts';
import { WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { readBuiltinTemplates } from '../../src/host/template-files';

let builtin: ReturnType<typeof readBuiltinTemplates> | undefined;

/** A template that ships with the program. */
export function builtinTemplate(id: string): TemplateDescription {
  builtin = builtin ?? readBuiltinTemplates();
  const found = builtin.find((template) => template.id === id);
  if (found === undefined) throw new Error(`No template ${id}`);
  return found.description;
}

/** The sheets of a conversion as a workbook of their own, as a host would write them. */
export function convert(
  snapshot: WorkbookSnapshot,
  template: TemplateDescription,
  keys: readonly string[] | null = null,
): { readonly snapshot: WorkbookSnapshot; readonly plans: readonly SheetPlan[] } {
  const plans = planConversion(snapshot, readForms(snapshot), keys, template);
  const contents = plans.map((plan) => {
    const blank = new WorkbookSnapshot('', [template.sheet.content]);
    const { snapshot: shaped, conflicts } = applyRowChanges(blank, plan.rows);
    if (conflicts.length > 0) throw new Error(`${conflicts[0].reason}: ${JSON.stringify(conflicts[0].change)}`);
    const sheet = shaped.sheets[0];
    const edits = plan.cells.map(({ address, value }): Edit => {
      const cell = sheet.cellAt(address.row, address.column);
      const before = cell
        ? { value: cell.value, formula: cell.formula, numberFormat: cell.numberFormat }
        : BLANK_CONTENT;
      return { sheet: sheet.name, address, before, after: { ...before, value } };
    });
    const written = applyChangeSet(shaped, { label: '', edits });
    if (written.conflicts.length > 0) throw new Error(JSON.stringify(written.conflicts[0]));
    return { ...written.snapshot.sheets[0].content, name: plan.sheet.name };
  });
  return { snapshot: new WorkbookSnapshot('converted.xlsx', contents), plans };
}

/** What a project says, apart from where and in what layout: what a round trip must keep. */
export interface ProjectSayings {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Level, name, value and so on of each row, sorted by level. */
  readonly rows: readonly string[];
}

/** What the projects of a workbook say; amounts in 元, rows of 不适用 left out. */
export function sayingsOf(snapshot: WorkbookSnapshot): readonly ProjectSayings[] {
  const projects: ProjectSayings[] = [];
  for (const form of readForms(snapshot).forms) {
    for (const project of form.projects) if (!project.isSecret) projects.push(sayings(project));
  }
  return projects;
}

const ROLES = ['name', 'code', 'nature', 'value', 'unit', 'periodValue', 'explanation', 'weight'] as const;

function sayings(project: Project): ProjectSayings {
  const fields: Record<string, string> = {};
  for (const { key, label, value } of project.fields) {
    if (/\S/.test(value.text)) fields[key ?? label.text] = fieldText(project, key, value);
  }
  const rows = project.indicators.map((indicator) => {
    const texts = ROLES.map((role) => indicator[role]?.text ?? '');
    return { level: `${indicator.level2Kind ?? indicator.level2.text}`, texts };
  });
  const used = rows.filter(({ texts }) => !texts.every((text) => ['', '不适用'].includes(text.trim())));
  return {
    name: project.name,
    fields,
    rows: used.map(({ level, texts }) => `${level} | ${texts.join(' | ')}`).sort((a, b) => levelOf(a) - levelOf(b)),
  };
}

function fieldText(project: Project, key: FieldKey | null, value: { text: string; rawNumber: string | null }): string {
  if (key === 'projectCode' && value.rawNumber !== null) return value.rawNumber;
  const field = key === 'totalAmount' || key === 'annualAmount' ? findField(project, key) : undefined;
  const amount = field && readHeadAmount(field);
  if (!amount) return value.text;
  const factor = { 元: 1, 千元: 1000, 万元: 10000, 亿元: 100000000 }[amount.unit ?? '元'];
  return `${amount.number.times(factor).toString()}元`;
}
const LEVELS = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economicBenefit',
  'socialBenefit',
  'ecologicalBenefit',
  'sustainableImpact',
  'serviceSatisfaction',
  'otherSatisfaction',
];
function levelOf(row: string): number {
  const index = LEVELS.indexOf(row.split(' | ')[0]);
  return index < 0 ? LEVELS.length : index;
}
