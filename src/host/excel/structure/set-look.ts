import type { BorderLook, BorderStyle, CellLook } from '../../port/appearance';
import { hasApi, type OfficeLibrary } from '../office-library';

type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

const HORIZONTAL: Readonly<Record<CellLook['horizontal'], Excel.RangeFormat['horizontalAlignment']>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};

const VERTICAL: Readonly<Record<CellLook['vertical'], Excel.RangeFormat['verticalAlignment']>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

/** Style and weight as Excel's API names them. */
const BORDERS: Readonly<Record<BorderStyle, readonly [Excel.RangeBorder['style'], Excel.RangeBorder['weight']]>> = {
  thin: ['Continuous', 'Thin'],
  hair: ['Continuous', 'Hairline'],
  dotted: ['Dot', 'Thin'],
  dashed: ['Dash', 'Thin'],
  dashDot: ['DashDot', 'Thin'],
  dashDotDot: ['DashDotDot', 'Thin'],
  double: ['Double', 'Thick'],
  medium: ['Continuous', 'Medium'],
  mediumDashed: ['Dash', 'Medium'],
  mediumDashDot: ['DashDot', 'Medium'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
  thick: ['Continuous', 'Thick'],
};

/** Letters one below the other. */
const STACKED = 255;
const STACKED_IN_EXCEL = 180;

/** Puts a look into the request; the cells of the range are new, and have none. Number formats are set with the contents. */
export function setLook(range: Excel.Range, look: CellLook, library: OfficeLibrary): void {
  const { format } = range;
  const { font, fill, borders } = look;
  format.font.name = font.name;
  format.font.size = font.size;
  if (font.isBold) format.font.bold = true;
  if (font.isItalic) format.font.italic = true;
  if (font.isUnderlined) format.font.underline = 'Single';
  if (font.isStruck && hasApi(library, 'pageLayout')) format.font.strikethrough = true;
  if (font.color !== null) format.font.color = font.color;
  if (fill !== null) format.fill.color = fill;
  if (look.horizontal !== 'general') format.horizontalAlignment = HORIZONTAL[look.horizontal];
  // What a new workbook's cells have differs between languages.
  format.verticalAlignment = VERTICAL[look.vertical];
  if (look.wrapsText) format.wrapText = true;
  if (look.indent > 0 && hasApi(library, 'pageLayout')) format.indentLevel = look.indent;
  if (look.rotation !== 0 && hasApi(library, 'freezePanes')) {
    format.textOrientation = look.rotation === STACKED ? STACKED_IN_EXCEL : look.rotation;
  }
  if (!look.isLocked) format.protection.locked = false;
  setBorder(range, 'EdgeTop', borders.top);
  setBorder(range, 'EdgeBottom', borders.bottom);
  setBorder(range, 'EdgeLeft', borders.left);
  setBorder(range, 'EdgeRight', borders.right);
}

/** Borders between the cells of a range whose neighbours share them. */
export function setInnerBorders(range: Excel.Range, { borders }: CellLook, rows: number, columns: number): void {
  if (rows > 1) setBorder(range, 'InsideHorizontal', borders.top);
  if (columns > 1) setBorder(range, 'InsideVertical', borders.left);
}

/** Of a merged area Excel takes the borders of its first cell: the others' outer ones are set anew. */
export function setOuterBorders(range: Excel.Range, first: CellLook, last: CellLook): void {
  setBorder(range, 'EdgeTop', first.borders.top);
  setBorder(range, 'EdgeLeft', first.borders.left);
  setBorder(range, 'EdgeBottom', last.borders.bottom);
  setBorder(range, 'EdgeRight', last.borders.right);
}

function setBorder(range: Excel.Range, edge: Edge, look: BorderLook | undefined): void {
  if (!look) return;
  const border = range.format.borders.getItem(edge);
  [border.style, border.weight] = BORDERS[look.style];
  border.color = look.color;
}
