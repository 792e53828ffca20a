import { compactText } from '../../values/normalize-text';
import { parseProjectCode, type ProjectCode } from '../../values/project-code';
import { findField, textOf, type Field, type Form, type Project } from '../../forms/form';
import { defineWorkbookRule } from '../define-rule';

interface CodedProject {
  readonly field: Field;
  readonly code: ProjectCode;
  /** Who files: another unit or department has codes of its own. */
  readonly unit: string;
}

export default defineWorkbookRule({
  id: 'header/project-code-inconsistent',
  severity: 'warning',
  title: '同一单位各项目编码的区划和部门段应当一致',
  why: '同一单位的项目编码前几位相同，其中一个不同，多半是抄错或粘贴了别的单位的编码。',
  basis: '填报惯例',
  example: { wrong: '440350250060100905010', right: '440305250060100905010' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  yieldsTo: [
    { rule: 'header/project-code-digits-lost', within: 'cell' },
    { rule: 'header/project-code-format', within: 'cell' },
  ],
  thresholds: {
    fewestOthers: { value: 2, meaning: '同一单位至少有多少个其他项目的区划段一致，才说这一个不同（个）' },
    fewestOfDepartment: { value: 3, meaning: '同一单位至少有多少个其他项目的部门段一致，才说这一个不同（个）' },
  },
  messages: {
    division:
      '项目编码“{code}”的区划段“{found}”与本工作簿同一单位其他{count}个项目的“{expected}”不同，请对照预算系统核对。',
    department:
      '项目编码“{code}”的部门段（第9至11位）“{found}”与本工作簿同一单位其他{count}个项目的“{expected}”不同，请对照预算系统核对。',
  },
  *check(forms, problem, _context, { fewestOthers, fewestOfDepartment }) {
    const projects = codedProjects(forms);
    for (const project of projects) {
      const others = projects.filter(({ field, unit }) => field !== project.field && unit === project.unit);
      if (others.length < fewestOthers || others.length === 0) continue;
      const { code, field } = project;
      const division = sharedBy(others, ({ division }) => division);
      const values = { code: code.text, count: others.length };
      if (division !== null && division !== code.division) {
        // A project paid from above keeps the code of the province or city: 440300 among projects of 440305.
        if (isAbove(code.division, division)) continue;
        yield problem('division', field.value, { ...values, found: code.division, expected: division });
        continue;
      }
      if (others.length < fewestOfDepartment) continue;
      const department = sharedBy(others, ({ department }) => department);
      if (department !== null && code.department !== null && department !== code.department) {
        yield problem('department', field.value, { ...values, found: code.department, expected: department });
      }
    }
  },
});

function codedProjects(forms: readonly Form[]): readonly CodedProject[] {
  const found: CodedProject[] = [];
  for (const form of forms) {
    for (const project of form.projects) {
      const field = findField(project, 'projectCode');
      // What a number cell shows is no reliable code: header/project-code-digits-lost speaks of it.
      const code = field && typeof field.value.value === 'string' ? parseProjectCode(field.value.text) : undefined;
      if (field && code) found.push({ field, code, unit: unitOf(project) });
    }
  }
  return found;
}

function unitOf(project: Project): string {
  const unit = textOf(project, 'applicantUnit') || textOf(project, 'budgetUnit');
  return compactText(`${unit}/${textOf(project, 'primaryBudgetUnit')}`);
}

/** What all of them have in common; null when they differ among themselves. */
function sharedBy(projects: readonly CodedProject[], segment: (code: ProjectCode) => string | null): string | null {
  const first = segment(projects[0].code);
  return projects.every(({ code }) => segment(code) === first) ? first : null;
}

/** True for the division of the city or province above, or of the central budget. */
function isAbove(division: string, lower: string): boolean {
  return (
    division === `${lower.slice(0, 4)}00` || division === `${lower.slice(0, 2)}0000` || /^10?0{4,5}$/.test(division)
  );
}
