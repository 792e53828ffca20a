import type { Indicator } from '../forms/form';
import type { Fix } from '../review/finding';
import { formatCoded } from '../values/indicator-code';
import { cellFix } from './cell-fix';

/**
 * A fix that gives a row this code and name: in one cell, `code-name`, or each in its own where the form has a column of codes. Undefined where
 * a formula makes what would have to be written.
 */
export function codedFix(
  label: string,
  { name, code: codeCell }: Indicator,
  code: string,
  text: string,
): Fix | undefined {
  if (codeCell === null) return cellFix(label, name, formatCoded(code, text));
  const codeFix = codeCell.value === code ? null : cellFix(label, codeCell, code);
  const nameFix = name.value === text ? null : cellFix(label, name, text);
  if (codeFix === undefined || nameFix === undefined) return undefined;
  const edits = [...(codeFix ? codeFix.edits : []), ...(nameFix ? nameFix.edits : [])];
  return edits.length === 0 ? undefined : { label, edits };
}
