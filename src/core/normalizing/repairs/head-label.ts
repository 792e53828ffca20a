import { isIndicatorForm, type Form, type FormCell } from '../../forms/form';
import { oncePer } from '../../forms/once-per';
import { compactText } from '../../values/normalize-text';
import { defineFormRepair } from '../define-repair';
import { isSameCell, typedTextOf } from '../typed-text';

/** So many forms of the workbook have to print a label before another one is measured by it. */
const FEWEST_FORMS = 3;
/** So many labels of a form have to end in a colon before the width of one is measured by the others. */
const FEWEST_COLONS = 4;

export default defineFormRepair({
  id: 'template/head-label',
  label: '统一栏目名称的写法',
  title: '栏目名称的空格和冒号与模板一致',
  why: '系统按栏目名称找填写的内容；多一个空格、冒号全角半角不同就可能找不到。',
  basis: '填报惯例',
  example: { wrong: '项目 编码：（其他栏都用“:”）', right: '项目编码:' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose(form, repair, { workbookForms, once }) {
    const writings = once('writings of labels', () => countWritings(workbookForms.forms));
    const labels = labelsOf(form);
    const colon = usualColon(labels);
    for (const { cell, text, key } of labels) {
      const usual = usualWriting(writings.get(`${form.type} ${key}`));
      const written = usual === null ? withColon(text, colon) : usual;
      if (written !== text) yield repair.write(cell, written);
    }
  },
});

interface Label {
  readonly cell: FormCell;
  readonly text: string;
  /** What it says, without regard to width, blanks and the colon behind it. */
  readonly key: string;
}

/** Labels of head fields and heads of columns; a label that shares its cell with the value is left out. */
const labelsOf = oncePer((form: Form): readonly Label[] => {
  if (!isIndicatorForm(form)) return [];
  const { columns } = form;
  const cells: (FormCell | null)[] = [];
  for (const { fields, isSecret } of form.projects) {
    if (isSecret) continue;
    for (const { label, value } of fields) if (!isSameCell(label, value)) cells.push(label);
  }
  cells.push(columns.level1, columns.level2, columns.name, columns.value, columns.explanation);
  const labels: Label[] = [];
  const seen = new Set<string>();
  for (const cell of cells) {
    const text = typedTextOf(cell);
    if (cell === null || text === null) continue;
    const place = `${cell.address.row},${cell.address.column}`;
    const key = compactText(text).replace(/:$/, '');
    if (key === '' || seen.has(place)) continue;
    seen.add(place);
    labels.push({ cell, text, key });
  }
  return labels;
});

type Writings = ReadonlyMap<string, number>;

/** How many forms of a type print a label in which writing. */
function countWritings(forms: readonly Form[]): ReadonlyMap<string, Writings> {
  const counts = new Map<string, Map<string, number>>();
  for (const form of forms) {
    const inForm = new Set<string>();
    for (const { key, text } of labelsOf(form)) {
      const writings = counts.get(`${form.type} ${key}`) || new Map<string, number>();
      counts.set(`${form.type} ${key}`, writings);
      // A coded table prints a label for each project: it counts once.
      if (inForm.has(text)) continue;
      inForm.add(text);
      writings.set(text, (writings.get(text) || 0) + 1);
    }
  }
  return counts;
}

/** The writing of more than two thirds of the forms; null where there is none. */
function usualWriting(writings: Writings | undefined): string | null {
  if (writings === undefined) return null;
  let all = 0;
  let usual: string | null = null;
  writings.forEach((count) => (all += count));
  writings.forEach((count, text) => {
    if (count >= FEWEST_FORMS && count * 3 > all * 2) usual = text;
  });
  return usual;
}

/** The colon that all labels of a form but one in four or fewer end in. */
function usualColon(labels: readonly Label[]): ':' | '：' | null {
  const ends = labels.map(({ text }) => text.trim().slice(-1)).filter((sign) => sign === ':' || sign === '：');
  if (ends.length < FEWEST_COLONS) return null;
  const full = ends.filter((sign) => sign === '：').length;
  if (full * 4 >= ends.length * 3) return '：';
  return (ends.length - full) * 4 >= ends.length * 3 ? ':' : null;
}

function withColon(text: string, colon: ':' | '：' | null): string {
  const match = /^([\s\S]*[^\s:：])[ \t\u00a0\u3000]*[:：]\s*$/.exec(text);
  return match && colon !== null ? match[1] + colon : text;
}
