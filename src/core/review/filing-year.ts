import { isIndicatorForm, textOf, type FieldKey, type Form } from '../forms/form';
import { oncePer } from '../forms/once-per';
import { normalizeWidth } from '../values/normalize-text';

/** The budget year a form files for, and whether its sources agree. */
export interface FilingYear {
  readonly year: number;
  /** False when title, goals and completion dates name different years: rules then warn at most. */
  readonly isCertain: boolean;
  /** Where the year was found, for messages. */
  readonly source: '标题' | '绩效目标' | '完成时间';
}

/** Where the filing year may be taken from, in the words of a profile. */
export type FilingYearSource = 'title' | 'goals' | 'dates';

const USUAL_SOURCES: readonly FilingYearSource[] = ['title', 'goals', 'dates'];

const SOURCE_NAMES: Readonly<Record<FilingYearSource, FilingYear['source']>> = {
  title: '标题',
  goals: '绩效目标',
  dates: '完成时间',
};

const GOAL_KEYS: readonly FieldKey[] = ['annualGoal', 'overallGoal'];

/**
 * The filing year of each form after rules.md: the year in the title of the form, else the year named most often in the
 * goal texts, else the majority of completion dates in the workbook; null when none of them names a year. A profile may
 * put the sources in another order or leave some out.
 */
export function findFilingYears(
  forms: readonly Form[],
  sources: readonly FilingYearSource[] = USUAL_SOURCES,
): ReadonlyMap<Form, FilingYear | null> {
  const named = forms.map(namedYearsOf);
  const inAllGoals = mostFrequent(([] as number[]).concat(...named.map(({ goals }) => goals)));
  const inDates = mostFrequent(([] as number[]).concat(...named.map(({ dates }) => dates)));
  const yearsOf = (form: Form): Readonly<Record<FilingYearSource, number | null>> => {
    const { title, goals } = namedYearsOf(form);
    return { title, goals: mostFrequent(goals) || inAllGoals, dates: inDates };
  };
  return new Map(forms.map((form) => [form, firstYear(yearsOf(form), sources)] as const));
}

function firstYear(
  years: Readonly<Record<FilingYearSource, number | null>>,
  sources: readonly FilingYearSource[],
): FilingYear | null {
  const named = sources.filter((source) => years[source] !== null);
  if (named.length === 0) return null;
  const year = years[named[0]] as number;
  return { year, source: SOURCE_NAMES[named[0]], isCertain: named.every((source) => years[source] === year) };
}

/** The year of a line such as "（2025年度）" near the title. */
function yearBelowTitle(form: Form): number | null {
  const line = isIndicatorForm(form) && form.yearLine ? normalizeWidth(form.yearLine.text) : '';
  const match = /20[0-9]{2}/.exec(line);
  return match ? Number(match[0]) : null;
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

/** The years that a form names by itself. */
const namedYearsOf = oncePer((form: Form) => {
  const title = mostFrequent(yearsIn(form.title ? form.title.text : '')) || yearBelowTitle(form);
  const goals: number[] = [];
  const dates: number[] = [];
  for (const project of form.projects) {
    for (const key of GOAL_KEYS) goals.push(...yearsIn(textOf(project, key)));
    for (const { target } of project.indicators) if (target.kind === 'date') dates.push(target.year);
  }
  return { title, goals, dates };
});

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
