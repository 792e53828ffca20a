import { formatRange } from '../../../src/core/workbook/cell-address';
import { openXlsx, type BorderStyle, type CellLook } from '../../../src/host/xlsx';
import type { PageSetup } from '../../../src/host/port/sheet-source';
import { addSheet, changeCell, cellAt, type ModelSheet, type ModelWorkbook } from './workbook-model';

const POINTS_PER_PIXEL = 0.75;

/** What Excel takes over of a sheet in a file; it stands last in the workbook then. Undefined where the file has none of this name. */
export function insertFromFile(workbook: ModelWorkbook, base64: string, source: string): ModelSheet | undefined {
  const file = openXlsx(Buffer.from(base64, 'base64'));
  const found = file.snapshot.findSheet(source);
  const { styles, sheets } = file.readAppearance();
  const looks = sheets.find(({ name }) => name === source);
  if (!found || !looks) return undefined;
  const sheet = addSheet(workbook, { ...found.content, name: freeName(workbook, source) });
  const own = new Map(looks.cells.map(({ row, column, style }) => [`${row} ${column}`, style]));
  const last = { row: 0, column: 0 };
  for (const { row, column } of [...found.cells, ...looks.cells]) {
    last.row = Math.max(last.row, row);
    last.column = Math.max(last.column, column);
  }
  for (const { bottom, right } of found.mergedAreas) {
    last.row = Math.max(last.row, bottom);
    last.column = Math.max(last.column, right);
  }
  for (let row = 0; row <= last.row; row += 1) {
    for (let column = 0; column <= last.column; column += 1) {
      const style = own.get(`${row} ${column}`) ?? looks.rowStyles.get(row) ?? looks.columnStyles.get(column) ?? 0;
      const look = styles[style];
      changeCell(sheet, row, column, { fill: look.fill, isLocked: look.isLocked, look: modelLook(look) });
      if (cellAt(sheet, row, column).numberFormat === 'General') {
        changeCell(sheet, row, column, { numberFormat: look.numberFormat });
      }
    }
    const height = looks.rowHeights.get(row) ?? looks.defaultRowHeight;
    if (height !== 20) sheet.rowHeights[row] = height * POINTS_PER_PIXEL;
  }
  for (let column = 0; column <= last.column; column += 1) {
    const width = (looks.columnWidths.get(column) ?? looks.defaultColumnWidth) * POINTS_PER_PIXEL;
    if (width !== 48) sheet.columnWidths[column] = width;
  }
  sheet.frozen = { rows: looks.frozenRows, columns: looks.frozenColumns };
  sheet.tabColor = looks.tabColor ?? '';
  sheet.showGridlines = looks.showsGridlines;
  sheet.page = modelPage(file.readPageSetup(source));
  return sheet;
}

function freeName({ sheets }: ModelWorkbook, wanted: string): string {
  const isTaken = (name: string): boolean => sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted} (${count})`;
  return name;
}

const BORDERS: Readonly<Record<BorderStyle, string>> = {
  thin: 'Continuous Thin',
  hair: 'Continuous Hairline',
  dotted: 'Dot Thin',
  dashed: 'Dash Thin',
  dashDot: 'DashDot Thin',
  dashDotDot: 'DashDotDot Thin',
  double: 'Double Thick',
  medium: 'Continuous Medium',
  mediumDashed: 'Dash Medium',
  mediumDashDot: 'DashDot Medium',
  mediumDashDotDot: 'DashDotDot Medium',
  slantDashDot: 'SlantDashDot Medium',
  thick: 'Continuous Thick',
};

/** As the API tells it; what is as in a new cell is left out. */
function modelLook({ font, borders, horizontal, vertical, wrapsText, indent, rotation }: CellLook) {
  const alignment = horizontal === 'centerContinuous' ? 'CenterAcrossSelection' : capital(horizontal);
  const look: Record<string, unknown> = {
    'font.name': font.name,
    'font.size': font.size,
    'font.bold': font.isBold || undefined,
    'font.italic': font.isItalic || undefined,
    'font.underline': font.isUnderlined ? 'Single' : undefined,
    'font.strikethrough': font.isStruck || undefined,
    'font.color': font.color ?? undefined,
    horizontalAlignment: alignment === 'General' ? undefined : alignment,
    verticalAlignment: vertical === 'bottom' ? undefined : capital(vertical),
    wrapText: wrapsText || undefined,
    indentLevel: indent || undefined,
    textOrientation: rotation === 0 ? undefined : rotation === 255 ? 180 : rotation,
  };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const border = borders[side];
    if (!border) continue;
    const [style, weight] = BORDERS[border.style].split(' ');
    const name = `borders.Edge${capital(side)}`;
    Object.assign(look, { [`${name}.style`]: style, [`${name}.weight`]: weight, [`${name}.color`]: border.color });
  }
  const kept = Object.entries(look).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const PAPER: Readonly<Record<number, string>> = { 8: 'A3', 9: 'A4' };

function modelPage(page: PageSetup): Record<string, unknown> {
  const { fitsTo, titleRows, printArea, margins, scale } = page;
  const all: Record<string, unknown> = {
    orientation: page.orientation === null ? undefined : capital(page.orientation),
    paperSize: page.paperSize === null ? undefined : PAPER[page.paperSize],
    zoom: fitsTo
      ? {
          ...(fitsTo.width > 0 ? { horizontalFitToPages: fitsTo.width } : {}),
          ...(fitsTo.height > 0 ? { verticalFitToPages: fitsTo.height } : {}),
        }
      : scale === null
        ? undefined
        : { scale },
    margins: margins ? { unit: 'Inches', ...margins } : undefined,
    centerHorizontally: page.isCenteredHorizontally || undefined,
    centerVertically: page.isCenteredVertically || undefined,
    printArea: printArea ? formatRange(printArea) : undefined,
    titleRows: titleRows ? `$${titleRows.first + 1}:$${titleRows.last + 1}` : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
