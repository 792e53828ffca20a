import { textOf, type FieldKey, type Form } from '../forms/form';
import { normalizeWidth } from '../values/normalize-text';

/** The budget year a form files for, and whether its sources agree. */
export interface FilingYear {
  readonly year: number;
  /** False when title, goals and completion dates name different years: rules then warn at most. */
  readonly isCertain: boolean;
  /** Where the year was found, for messages. */
  readonly source: '标题' | '绩效目标' | '完成时间';
}

const GOAL_KEYS: readonly FieldKey[] = ['annualGoal', 'overallGoal'];

/**
 * The filing year of each form after rules.md: the year in the title of the form, else the year named most often in the
 * goal texts, else the majority of completion dates in the workbook; null when none of them names a year.
 */
export function findFilingYears(forms: readonly Form[]): ReadonlyMap<Form, FilingYear | null> {
  const inAllGoals = mostFrequent(goalYears(forms));
  const inDates = mostFrequent(completionYears(forms));
  return new Map(forms.map((form) => [form, filingYearOf(form, inAllGoals, inDates)] as const));
}

function filingYearOf(form: Form, inAllGoals: number | null, inDates: number | null): FilingYear | null {
  const inTitle = mostFrequent(yearsIn(form.title ? form.title.text : ''));
  const inGoals = mostFrequent(goalYears([form])) || inAllGoals;
  const named: readonly (readonly [number | null, FilingYear['source']])[] = [
    [inTitle, '标题'],
    [inGoals, '绩效目标'],
    [inDates, '完成时间'],
  ];
  const found = named.filter(([year]) => year !== null);
  if (found.length === 0) return null;
  const [year, source] = found[0];
  return { year: year as number, source, isCertain: found.every(([other]) => other === year) };
}

/** A span of years (2025-2027年) names a term, and what the year is compared with (较2024年) is no year to file for. */
const OTHER_YEARS = /20[0-9]{2}年?度?(?:[-~—–]+|至|到)20[0-9]{2}年|(?:较|比|与|自|从)20[0-9]{2}年/g;

/** Years such as 2024 in "2024年" or "2024年度"; years inside document numbers (〔2021〕) do not count. */
function yearsIn(text: string): number[] {
  const years: number[] = [];
  const pattern = /(?:^|[^0-9])(20[0-9]{2})(?=年)/g;
  const half = normalizeWidth(text).replace(OTHER_YEARS, '');
  for (let match = pattern.exec(half); match; match = pattern.exec(half)) years.push(Number(match[1]));
  return years;
}

function goalYears(forms: readonly Form[]): number[] {
  const years: number[] = [];
  for (const form of forms) {
    for (const project of form.projects) {
      for (const key of GOAL_KEYS) years.push(...yearsIn(textOf(project, key)));
    }
  }
  return years;
}

function completionYears(forms: readonly Form[]): number[] {
  const years: number[] = [];
  for (const form of forms) {
    for (const project of form.projects) {
      for (const { target } of project.indicators) if (target.kind === 'date') years.push(target.year);
    }
  }
  return years;
}

/** The value named most often; null when there is none or two are named equally often. */
function mostFrequent(years: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) || 0) + 1);
  let best: number | null = null;
  let bestCount = 0;
  let isTied = false;
  counts.forEach((count, year) => {
    if (count > bestCount) {
      best = year;
      bestCount = count;
      isTied = false;
    } else if (count === bestCount) isTied = true;
  });
  return isTied ? null : best;
}
