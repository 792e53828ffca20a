import type { Form, Indicator } from '../../forms/form';
import { defineFormRule, unchecked } from '../define-rule';
import { hasContent, isUntouched } from '../row-content';

export default defineFormRule({
  id: 'form/row-incomplete',
  severity: 'error',
  title: '三级指标与指标值应成对填写',
  why: '只有名称没有指标值无法考核，只有指标值没有名称不知考核什么。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
  example: { wrong: '数量指标 | 培训人数 | （空）', right: '数量指标 | 培训人数 | ≥200人' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    valueMissing: '三级指标“{name}”没有指标值；请填写可考核的指标值。',
    nameMissing: '指标值“{value}”没有对应的三级指标；请填写指标名称，多余的请删去。',
  },
  *check(form, problem) {
    for (const project of form.projects) {
      if (project.isSecret) yield unchecked(`项目“${project.name}”涉密，未检查内容。`);
    }
    const rows = rowsOf(form);
    const named = rows.filter(({ name }) => hasContent(name));
    const lacking = named.filter(isValueMissing);
    // When no row at all has a target, the targets stand somewhere this program does not look.
    if (named.length >= 2 && lacking.length === named.length) {
      yield unchecked('“指标值”一列没有任何内容，可能填在别处，未检查各行是否完整。');
      return;
    }
    for (const indicator of lacking)
      yield problem('valueMissing', indicator.value, { name: indicator.name.text.trim() });
    for (const { name, value } of rows) {
      if (isUntouched(name) && name.text.trim() === '' && hasContent(value) && !isSame(name, value)) {
        yield problem('nameMissing', name, { value: value.text.trim() });
      }
    }
  },
});

function rowsOf(form: Form): readonly Indicator[] {
  return form.projects.reduce<Indicator[]>((all, project) => {
    return project.isSecret ? all : all.concat(project.indicators);
  }, []);
}

/** A target split over columns (指标性质 | 指标值 | 计量单位) may stand in any of them; qualitative ones stand in 指标性质. */
function isValueMissing({ value, periodValue, nature }: Indicator): boolean {
  const isQualitative = nature !== null && /定性/.test(nature.text) && nature.text.trim().length > 2;
  return isUntouched(value) && !hasContent(periodValue) && !isQualitative;
}

function isSame(a: Indicator['name'], b: Indicator['name']): boolean {
  return a.address.row === b.address.row && a.address.column === b.address.column;
}
