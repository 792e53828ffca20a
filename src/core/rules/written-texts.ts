import type { FieldKey, Form, FormCell, Project, TextParts } from '../forms/form';
import { bareLabel } from '../forms/head-labels';
import { oncePer } from '../forms/once-per';
import { maskMarkup } from '../values/markup';
import { isNotApplicable, isSecretText } from '../values/special-texts';

/** What a text of a form is there for. */
export type TextRole =
  'policyBasis' | 'calculationBasis' | 'goal' | 'name' | 'explanation' | 'task' | 'remark' | 'title' | 'paragraph';

/** A text that somebody wrote into a form, for rules that judge writing. */
export interface WrittenText {
  readonly role: TextRole;
  /** What the user calls it: "测算依据", "三级指标", "正文". */
  readonly label: string;
  /** The shown text with markup blanked out (see maskMarkup); in prose the paragraph joined over its cells. */
  readonly text: string;
  /** The cell the text begins in. */
  readonly cell: FormCell;
  /** As `text`, with its markup still in it: the same length, so that offsets hold for both. */
  readonly shown: string;
  /** The cells the text stands in, with the offset of `text` at which each one's text begins; at least one. */
  readonly parts: TextParts;
  /** Null in prose. */
  readonly project: Project | null;
  /** The cell in which the character at this offset of `text` stands. */
  cellAt(offset: number): FormCell;
}

const FIELD_ROLES: Readonly<Partial<Record<FieldKey, TextRole>>> = {
  projectName: 'title',
  policyBasis: 'policyBasis',
  calculationBasis: 'calculationBasis',
  annualGoal: 'goal',
  longTermGoal: 'goal',
  overallGoal: 'goal',
};

/**
 * The texts of a form in reading order, each once (a cell merged over several rows is one text). Left out: blank cells, n/a,
 * 涉密, and everything in secret projects.
 */
export const writtenTextsOf = oncePer((form: Form): readonly WrittenText[] => {
  const texts: WrittenText[] = [];
  const seen = new Set<string>();
  const add = (
    role: TextRole,
    label: string,
    cell: FormCell | null,
    project: Project | null,
    parts: TextParts | null = null,
  ): void => {
    if (cell === null || !isWritten(cell.text)) return;
    const place = `${cell.address.row},${cell.address.column}`;
    if (seen.has(place)) return;
    seen.add(place);
    texts.push(textOf(role, label, cell.text, parts || [{ cell, start: 0 }], project));
  };
  for (const project of form.projects) {
    if (project.isSecret) continue;
    for (const { key, label, value, parts } of project.fields) {
      const role = key === null ? undefined : FIELD_ROLES[key];
      if (role !== undefined) add(role, bareLabel(label.text), value, project, parts);
    }
    if (form.type === 'overall-target') {
      for (const { name, content } of form.tasks) {
        add('task', '任务名称', name, project);
        add('task', '主要内容', content, project);
      }
    }
    for (const { name, explanation } of project.indicators) {
      add('name', '三级指标', name, project);
      add('explanation', '指标解释', explanation, project);
    }
  }
  if (form.type === 'project-target') add('remark', '备注', form.remark, null);
  if (form.type === 'prose') {
    for (const { kind, text, parts } of form.paragraphs) {
      if (!isWritten(text)) continue;
      const isHeading = kind === 'heading';
      texts.push(textOf(isHeading ? 'title' : 'paragraph', isHeading ? '标题' : '正文', text, parts, null));
    }
  }
  return texts;
});

function textOf(role: TextRole, label: string, shown: string, parts: TextParts, project: Project | null): WrittenText {
  const cellAt = (offset: number): FormCell => {
    const before = parts.filter(({ start }) => start <= offset);
    return (before[before.length - 1] || parts[0]).cell;
  };
  return { role, label, text: maskMarkup(shown), shown, cell: parts[0].cell, parts, project, cellAt };
}

function isWritten(text: string): boolean {
  return /\S/.test(text) && !isNotApplicable(text) && !isSecretText(text);
}
