import { isStartName } from '../../values/indicator-name';
import { compactText } from '../../values/normalize-text';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'value/date-year',
  severity: 'error',
  title: '完成时间应在申报年度内',
  why: '年度绩效目标按申报年度考核，其他年份的完成时间多半是沿用旧表未改。',
  basis: '填报惯例',
  example: { wrong: '2025年度申报表写“2024年12月31日前”', right: '2025年12月31日前' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    other: '“{name}”的完成时间“{value}”不在{year}年（申报年度，取自{source}）内，请核对年份。',
    unclear: {
      severity: 'warning',
      text: '“{name}”的完成时间“{value}”与{source}所示的{year}年不一致，而本工作簿各处年份不尽相同，请核对年份。',
    },
    later: {
      severity: 'warning',
      text: '“{name}”的完成时间“{value}”晚于申报年度{year}年（取自{source}），年度目标请填本年度内的时间。',
    },
  },
  *check({ form, project }, problem, context) {
    const filingYear = context.filingYearOf(form);
    if (filingYear === null) return;
    const { year, source, isCertain } = filingYear;
    for (const { target, value, plainName } of project.indicators) {
      if (target.kind !== 'date' || target.year === year) continue;
      // What goes on this year may have begun before it.
      if (target.year < year && isStartName(plainName)) continue;
      // A span over the turn of the year (供暖期) or over the term holds the filing year.
      if (target.year > year && firstYearIn(value.text) <= year) continue;
      const values = { name: plainName, value: value.text.trim(), year, source };
      yield problem(isCertain ? (target.year > year ? 'later' : 'other') : 'unclear', value, values);
    }
  },
});

/** The first year a date names, which begins a span; one after all where there is none. */
function firstYearIn(text: string): number {
  const match = /20[0-9]{2}/.exec(compactText(text));
  return match ? Number(match[0]) : Infinity;
}
