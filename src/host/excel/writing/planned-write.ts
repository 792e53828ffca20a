import { isSameContent, type CellContent, type Edit } from '../../../core/changes/change-set';
import type { NamedSheet } from '../sheets';
import { typedText, excelWouldConvert } from './typed-text';

/** The number format of a text cell. */
export const TEXT_FORMAT = '@';

/** What is set on one cell, in this order; null is left alone. */
export interface PlannedWrite {
  readonly formatBefore: string | null;
  /** As if typed; "" clears the cell. A formula with its "=". */
  readonly content: string | number | boolean | null;
  readonly formatAfter: string | null;
  /** The text that must stand there afterwards; null when it is none. */
  readonly expectedText: string | null;
}

/**
 * How an edit is typed into its cell. A text cell turns numbers and formulas into text, any other turns "007" into 7:
 * so the cell gets the format under which the content stays what it is, and after it the format it is to keep.
 */
export function planWrite(
  { before, after }: Edit,
  found: CellContent,
  sheet: NamedSheet,
  isInverse: boolean,
): PlannedWrite {
  const isFormatEdited = after.numberFormat !== before.numberFormat && after.numberFormat !== found.numberFormat;
  const kept = isFormatEdited ? after.numberFormat : found.numberFormat;
  if (isSameContent(found, after)) return writeOf(found, { typing: kept, kept }, null, null);

  const { value, formula } = after;
  if (formula === null && (value === null || value === '')) return writeOf(found, { typing: kept, kept }, '', null);
  // Undoing a text: its cell was made a text cell by us, not by the edit.
  const own = kept === TEXT_FORMAT && !isFormatEdited ? after.numberFormat : kept;
  if (formula === null && typeof value === 'string') {
    const isAtRisk = own !== TEXT_FORMAT && excelWouldConvert(value);
    // Protection may let the user fill in a cell but not format it; an apostrophe is content.
    if (isAtRisk && !sheet.allowsFormats) return writeOf(found, { typing: kept, kept }, `'${value}`, value);
    if (!isAtRisk) return writeOf(found, { typing: own, kept: own }, typedText(value), value);
    // What is written stays a text cell, so that typing in it later changes nothing; what is taken back is as it was.
    return writeOf(found, { typing: TEXT_FORMAT, kept: isInverse ? own : TEXT_FORMAT }, typedText(value), value);
  }
  const content = formula === null ? value : `=${formula}`;
  return writeOf(found, { typing: own === TEXT_FORMAT ? 'General' : own, kept: own }, content, null);
}

/** True when the write changes the number format, which protection may forbid. */
export function setsFormat({ formatBefore, formatAfter }: PlannedWrite): boolean {
  return formatBefore !== null || formatAfter !== null;
}

function writeOf(
  found: CellContent,
  formats: { readonly typing: string; readonly kept: string },
  content: PlannedWrite['content'],
  expectedText: string | null,
): PlannedWrite {
  return {
    formatBefore: formats.typing === found.numberFormat ? null : formats.typing,
    content,
    formatAfter: formats.kept === formats.typing ? null : formats.kept,
    expectedText,
  };
}
