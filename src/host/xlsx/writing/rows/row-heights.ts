import type { XmlNode } from '../../xml/xml-tree';
import { isTrue } from '../../xml/xml-text';
import type { RowHeights } from './drawing-followers';

const UNITS_PER_POINT = 12700;
const USUAL_HEIGHT = 15;

function numberIn(tag: string, name: string): number | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag);
  const value = match ? Number(match[1]) : NaN;
  return value >= 0 ? value : undefined;
}

/** Heights of rows by the opening tags of their elements; rows without a height of their own have the sheet's usual one. */
export function readRowHeights(
  root: XmlNode,
  rows: readonly { readonly number: number; readonly tag: string }[],
): RowHeights {
  const usual = numberIn(root.child('sheetFormatPr')?.tag ?? '', 'defaultRowHeight') ?? USUAL_HEIGHT;
  const heights = new Map<number, number>();
  for (const { number, tag } of rows) {
    const isHidden = isTrue(/\shidden\s*=\s*["']([^"']*)/.exec(tag)?.[1]);
    const height = isHidden ? 0 : numberIn(tag, 'ht');
    if (height !== undefined) heights.set(number, height);
  }
  return { heightOf: (row) => (heights.get(row) ?? usual) * UNITS_PER_POINT };
}
