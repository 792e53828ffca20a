import { isBlank, type Form, type FormCell, type IndicatorForm, type WorkbookForms } from '../forms/form';
import { bareLabel } from '../forms/head-labels';
import { isCost } from '../forms/indicator-levels';
import { compactText } from '../values/normalize-text';
import type { Profile, Recognition } from './profile';

/** Of the labels that a profile names: cities add and drop one or two from year to year. */
const ENOUGH_LABELS = 0.75;

const UNIT_KEYS: readonly string[] = ['applicantUnit', 'primaryBudgetUnit', 'budgetUnit'];

/**
 * The profile that most forms of a workbook show themselves to belong to; the first one, the general, where none is recognised
 * or two are equally. A wrong guess would raise false alarms on every form, the general profile misses a few words at most.
 */
export function chooseProfile({ forms }: Pick<WorkbookForms, 'forms'>, profiles: readonly Profile[]): Profile {
  const filled = forms.filter(isFilledForm);
  const counts = profiles.map((profile) => {
    const { recognition } = profile;
    if (recognition === null) return 0;
    const judged = filled.filter(({ type }) => type !== 'overall-target' || recognition.formTypes.indexOf(type) >= 0);
    const fitting = judged.filter((form) => fits(form, profile, recognition)).length;
    return fitting * 2 > judged.length ? fitting : 0;
  });
  const most = Math.max(0, ...counts);
  const best = most === 0 ? [] : profiles.filter((_profile, index) => counts[index] === most);
  // An office's own variant of a profile is recognised wherever that one is, and says more.
  return best.find((one) => best.every((other) => other === one || one.extends === other.id)) || profiles[0];
}

function isFilledForm(form: Form): form is IndicatorForm {
  return form.type !== 'prose' && form.projects.some(({ fields }) => fields.some(({ value }) => !isBlank(value)));
}

function fits(form: IndicatorForm, { costLevel }: Profile, recognition: Recognition): boolean {
  const { formTypes, titles, labels, columns, indicatorCodeDigits } = recognition;
  return (
    formTypes.indexOf(form.type) >= 0 &&
    (titles.length === 0 || holdsOneOf(titles, form.title)) &&
    hasLabels(form, labels) &&
    hasColumns(form, columns) &&
    (indicatorCodeDigits === null || hasIndicatorCodes(form, indicatorCodeDigits)) &&
    isFromPlace(form, recognition) &&
    !(costLevel === 'second' ? hasCostUnder(form, 'cost') : costLevel === 'first' && hasCostUnder(form, 'output'))
  );
}

function hasLabels({ projects }: IndicatorForm, labels: readonly string[]): boolean {
  const printed = projects[0].fields.map(({ label }) => bareLabel(label.text));
  return labels.filter((label) => printed.indexOf(bareLabel(label)) >= 0).length >= labels.length * ENOUGH_LABELS;
}

function hasColumns({ columns }: IndicatorForm, wanted: readonly string[]): boolean {
  const { level1, level2, name, value, periodValue, explanation, nature, unit, weight } = columns;
  const heads = [level1, level2, name, value, periodValue, explanation, nature, unit, weight]
    .filter((cell): cell is FormCell => cell !== null)
    .map(({ text }) => bareLabel(text));
  return wanted.every((head) => heads.indexOf(bareLabel(head)) >= 0);
}

/** Most names that are filled in begin with a code of so many digits, or have it beside them. */
function hasIndicatorCodes({ projects }: IndicatorForm, digits: number): boolean {
  let filled = 0;
  let coded = 0;
  for (const { indicators } of projects) {
    for (const { name, code: beside } of indicators) {
      if (isBlank(name)) continue;
      filled += 1;
      const code = /^[0-9]+/.exec(compactText(beside === null || isBlank(beside) ? name.text : beside.text));
      if (code && code[0].length === digits) coded += 1;
    }
  }
  return coded * 2 > filled;
}

/** Project codes decide, where there are any: other places' units have branches and namesakes everywhere. */
function isFromPlace(form: IndicatorForm, { divisionPrefixes, places }: Recognition): boolean {
  if (divisionPrefixes.length === 0 && places.length === 0) return true;
  const codes = fieldTexts(form, ['projectCode']).filter((text) => /^[0-9]{6}/.test(text));
  if (divisionPrefixes.length > 0 && codes.length > 0) {
    const own = codes.filter((code) => divisionPrefixes.some((prefix) => code.lastIndexOf(prefix, 0) === 0));
    return own.length * 2 > codes.length;
  }
  const named = [form.title ? form.title.text : '', form.sheet, ...fieldTexts(form, UNIT_KEYS)];
  return places.some((place) => named.some((text) => text.indexOf(place) >= 0));
}

function fieldTexts({ projects }: IndicatorForm, keys: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const { fields } of projects) {
    for (const { key, value } of fields)
      if (key !== null && keys.indexOf(key) >= 0) texts.push(compactText(value.text));
  }
  return texts;
}

function holdsOneOf(words: readonly string[], cell: FormCell | null): boolean {
  const text = cell === null ? '' : compactText(cell.text);
  return words.some((word) => text.indexOf(compactText(word)) >= 0);
}

/** 成本 printed under this first level, as a template of another year or office has it. */
function hasCostUnder({ projects }: IndicatorForm, level1: 'cost' | 'output'): boolean {
  return projects.some(({ indicators }) =>
    indicators.some(({ level1Kind, level2Kind }) => level1Kind === level1 && (level1 === 'cost' || isCost(level2Kind))),
  );
}
