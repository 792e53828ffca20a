import { findField, type FormCell } from '../../forms/form';
import { defineRepair } from '../define-repair';

/** Shorter numbers are running numbers. */
const FEWEST_DIGITS = 6;
/** Numbers from here on have lost digits: header/project-code-digits-lost. */
const FIRST_UNSAFE = 1e15;

export default defineRepair({
  id: 'template/code-as-text',
  label: '编码改存为文本',
  title: '项目编码应存为文本',
  why: '存成数值的编码会显示成 4.4E+11，排序和查找时也与文本的编码对不上。',
  basis: '填报惯例',
  example: { wrong: '440305250060（数值）', right: '440305250060（文本）' },
  forms: ['project-target', 'coded-indicators'],
  *propose({ project }, repair) {
    const field = findField(project, 'projectCode');
    if (!field || field.value.formula !== null) return;
    const digits = digitsOf(field.value);
    if (digits !== null) yield repair.writeField(field, digits, { numberFormat: '@' });
  },
});

/** The digits of a number that has kept all of them, with the zeros that its format puts before them. */
function digitsOf({ value, text }: FormCell): string | null {
  if (typeof value !== 'number' || value <= 0 || value >= FIRST_UNSAFE || Math.floor(value) !== value) return null;
  const shown = text.trim();
  const digits = /^[0-9]+$/.test(shown) && Number(shown) === value ? shown : String(value);
  return digits.length < FEWEST_DIGITS ? null : digits;
}
