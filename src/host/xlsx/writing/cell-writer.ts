import type { CellContent } from '../../../core/changes/change-set';
import { encodeEscapes, encodeXml } from '../xml/xml-text';
import { editTag, emptyTag, openTag } from './tag-text';

const ERROR_VALUES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
];

function resultOf(content: CellContent): { readonly type: string | null; readonly text: string | null } {
  const { value } = content;
  if (value === null) return { type: null, text: null };
  if (typeof value === 'number') return { type: null, text: String(value) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  // Only a formula's stored result can be an error; a typed "#N/A" stays text.
  return ERROR_VALUES.includes(value) ? { type: 'e', text: value } : { type: 'str', text: encodeEscapes(value) };
}

/**
 * A cell element holding this content.
 * @param tag Its opening tag, of which address and format are kept.
 * @param extensions Child elements of the old cell that stay, as text.
 */
export function cellXml(prefix: string, tag: string, content: CellContent, extensions = ''): string {
  // Metadata (cm, vm) belongs to the content that goes: dynamic arrays, rich values.
  const bare = editTag(tag, { t: null, cm: null, vm: null });
  const close = `</${prefix}c>`;
  const { value, formula } = content;
  if (formula === null && typeof value === 'string' && value !== '') {
    const text = `<${prefix}is><${prefix}t xml:space="preserve">${encodeXml(encodeEscapes(value))}</${prefix}t></${prefix}is>`;
    return openTag(editTag(bare, { t: 'inlineStr' })) + text + extensions + close;
  }
  if (formula === null && (value === null || value === '')) {
    return extensions === '' ? emptyTag(bare) : openTag(bare) + extensions + close;
  }
  const { type, text } = resultOf(content);
  const formulaXml = formula === null ? '' : `<${prefix}f>${encodeXml(formula)}</${prefix}f>`;
  const valueXml = text === null ? '' : `<${prefix}v>${encodeXml(text)}</${prefix}v>`;
  return openTag(type === null ? bare : editTag(bare, { t: type })) + formulaXml + valueXml + extensions + close;
}
