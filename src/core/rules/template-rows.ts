import type { Form, IndicatorForm, Indicator, OverallTargetForm, ProjectTargetForm } from '../forms/form';
import { isCost, isPossibleParent, type Level1, type Level2 } from '../forms/indicator-levels';
import { oncePer } from '../forms/once-per';
import { isNotApplicable } from '../values/special-texts';
import { compactText } from '../values/normalize-text';
import type { RuleContext } from './define-rule';
import { isBlankRow } from './row-content';

/** Second levels that the templates since 财预〔2015〕88号 have in common. 其他满意度 is printed by some cities only. */
const COMMON_LEVEL2: readonly Level2[] = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economicBenefit',
  'socialBenefit',
  'ecologicalBenefit',
  'sustainableImpact',
  'serviceSatisfaction',
];

/** So many may be gone from a table that still is the common template. */
const MOST_REMOVED = 2;

/**
 * Second-level types whose row was removed from a form P or O. Where the profile does not know the template (it speaks of
 * form P), a type counts as one of it only where most other forms of the workbook have it and keep rows they do not need (不适用,
 * blank), or where this form keeps such rows and holds nearly all of the types that templates share.
 */
export function findRemovedLevel2(form: Form, context: RuleContext): readonly Level2[] {
  if (!isOnTemplate(form) || form.projects[0].indicators.length === 0) return [];
  const { indicators } = form.projects[0];
  const common = hasCostLevel1(indicators)
    ? COMMON_LEVEL2.filter((type) => type !== 'sustainableImpact')
    : COMMON_LEVEL2;
  const isCommonTemplate =
    keepsUnneeded(indicators) && common.filter((type) => !hasType(indicators, type)).length <= MOST_REMOVED;
  return context.profile.requiredLevel2.filter((type) => {
    if (hasType(indicators, type) || mayStandUnderUnknownLabel(indicators, type)) return false;
    if (isOnKnownTemplate(form, context)) return true;
    return (isCommonTemplate && common.indexOf(type) >= 0) || isInSiblings(type, form, context);
  });
}

/** The other forms of the workbook on the same template that are filled in. */
export function siblingsOf(form: IndicatorForm, context: RuleContext): readonly IndicatorForm[] {
  const forms = context.once('forms by template', () => formsByTemplate(context.workbookForms.forms));
  return (forms.get(templateOf(form)) || []).filter((other) => other !== form);
}

/** A form P with 成本 as a first level is none of an office that has it below 产出. */
function isOnKnownTemplate({ type, projects }: IndicatorForm, { profile }: RuleContext): boolean {
  if (!profile.isTemplateKnown || type !== 'project-target') return false;
  return profile.costLevel !== 'second' || !hasCostLevel1(projects[0].indicators);
}

/** True where at least half of the other forms on this template have the type. */
function isInSiblings(type: Level2, form: IndicatorForm, context: RuleContext): boolean {
  const siblings = siblingsOf(form, context);
  // Where no form keeps a row it does not need, each lists the types it has chosen.
  if (!siblings.some(({ projects }) => keepsUnneeded(projects[0].indicators))) return false;
  const having = siblings.filter((other) => hasType(other.projects[0].indicators, type)).length;
  return having > 0 && having * 2 >= siblings.length;
}

function keepsUnneeded(indicators: readonly Indicator[]): boolean {
  return indicators.some((row) => isBlankRow(row) || isNotApplicable(row.name.text));
}

/** Forms that come as a template with a row for each type. */
function isOnTemplate(form: Form): form is ProjectTargetForm | OverallTargetForm {
  return form.type === 'project-target' || form.type === 'overall-target';
}

/** Forms that are filled in, by template: other offices' forms in one workbook prove nothing. */
function formsByTemplate(forms: readonly Form[]): ReadonlyMap<string, readonly IndicatorForm[]> {
  const byTemplate = new Map<string, IndicatorForm[]>();
  for (const form of forms) {
    if (!isOnTemplate(form) || form.projects[0].indicators.length === 0) continue;
    const template = templateOf(form);
    const others = byTemplate.get(template);
    if (others) others.push(form);
    else byTemplate.set(template, [form]);
  }
  return byTemplate;
}

/** Title, column heads and head labels of a form. */
const templateOf = oncePer(({ title, columns, projects }: IndicatorForm): string => {
  const heads = [columns.level1, columns.level2, columns.name, columns.value, columns.explanation, columns.weight];
  const labels = projects[0].fields.map(({ label }) => label.text).sort();
  const texts = [title ? title.text : '', ...heads.map((cell) => (cell ? cell.text : '')), ...labels];
  return texts.map((text) => compactText(text).replace(/[:：]$/, '')).join('|');
});

function hasType(indicators: readonly Indicator[], type: Level2): boolean {
  return indicators.some(
    ({ level1Kind, level2Kind }) =>
      level2Kind === type || (type === 'cost' && (level1Kind === 'cost' || isCost(level2Kind))),
  );
}

function hasCostLevel1(indicators: readonly Indicator[]): boolean {
  return indicators.some(({ level1Kind }) => level1Kind === 'cost');
}

/** A label this program does not know may be the type under another name. */
function mayStandUnderUnknownLabel(indicators: readonly Indicator[], type: Level2): boolean {
  return indicators.some(
    ({ level1Kind, level2Kind }) =>
      level2Kind === null && (level1Kind === null || isPossibleParent(level1Kind as Level1, type)),
  );
}
