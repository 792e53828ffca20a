import type { Field, FieldKey, FormCell, IndicatorForm } from '../../forms/form';
import { defineRepair, type Proposal, type ProposalMaker } from '../define-repair';
import { isSameCell, typedTextOf } from '../typed-text';

/** Texts of several paragraphs, the first of which may be indented. */
const LONG_TEXTS: readonly FieldKey[] = [
  'policyBasis',
  'calculationBasis',
  'annualGoal',
  'longTermGoal',
  'overallGoal',
];

export default defineRepair({
  id: 'template/edge-blanks',
  label: '删去首尾空白',
  title: '填写的内容首尾、栏目名称末尾不留空格和空行',
  why: '看不见的空格让同一个名称对不上，筛选和汇总时被当成两项。',
  basis: '填报惯例',
  example: { wrong: '“ 南湖区文化局　”', right: '“南湖区文化局”' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ form, project }, repair) {
    for (const field of project.fields) {
      if (!isSameCell(field.label, field.value)) yield trim(field.label, trimmedLabel, repair);
      yield* trimField(field, repair);
    }
    if (project === form.projects[0]) {
      for (const head of headsOf(form)) yield trim(head, trimmedLabel, repair);
    }
    for (const indicator of project.indicators) {
      const { name, code, value, periodValue, nature, unit, explanation } = indicator;
      for (const cell of [name, code, value, periodValue, nature, unit]) yield trim(cell, trimmed, repair);
      yield trim(explanation, trimmedParagraphs, repair);
    }
  },
});

function* trimField(field: Field, repair: ProposalMaker): Iterable<Proposal | null> {
  const isLong = field.key === null || LONG_TEXTS.indexOf(field.key) >= 0;
  const write = isLong ? trimmedParagraphs : trimmed;
  if (field.parts !== undefined && field.parts.length > 1) {
    for (const { cell } of field.parts) yield trim(cell, write, repair);
    return;
  }
  const text = typedTextOf(field.value);
  if (text !== null && write(text) !== text) yield repair.writeField(field, write(text));
}

function trim(cell: FormCell | null, write: (text: string) => string, repair: ProposalMaker): Proposal | null {
  const text = typedTextOf(cell);
  if (cell === null || text === null || write(text) === text) return null;
  return repair.write(cell, write(text));
}

function trimmed(text: string): string {
  return text.trim();
}

/** Ideographic blanks before the first paragraph are its indent. */
function trimmedParagraphs(text: string): string {
  const body = text.trim();
  const lead = text.slice(0, text.indexOf(body));
  const indent = lead.slice(lead.lastIndexOf('\n') + 1);
  return (/^\u3000+$/.test(indent) ? indent : '') + body;
}

/** What stands before a label may be an indent of the template. */
function trimmedLabel(text: string): string {
  return text.slice(0, text.indexOf(text.trim()) + text.trim().length);
}

function headsOf({ title, columns }: IndicatorForm): readonly (FormCell | null)[] {
  const { level1, level2, name, code, value, periodValue, explanation, nature, unit, weight } = columns;
  return [title, level1, level2, name, code, value, periodValue, explanation, nature, unit, weight];
}
