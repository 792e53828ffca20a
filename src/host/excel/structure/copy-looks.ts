import { formatAddress } from '../../../core/workbook/cell-address';
import { askTogether, type Question } from '../reading/question';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** What of a cell's look Excel tells in every version. */
const LOADED =
  'numberFormat,format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/fill/color,' +
  'format/protection/locked,format/font/name,format/font/size,format/font/bold,format/font/italic,format/font/color,' +
  'format/font/underline';

const BORDER = 'style,weight,color';

/** What Excel says of a cell without a fill. */
const NO_FILL = '#FFFFFF';

/** A row that is to look like another one. */
export interface LookPair {
  readonly sheet: Excel.Worksheet;
  /** Zero-based. */
  readonly row: number;
  readonly like: number;
  readonly columns: readonly number[];
  /** Columns whose number format is right already. */
  readonly written: readonly number[];
  /** False where marks of ours may stand in cells. */
  readonly copiesFill: boolean;
}

/** Gives rows the looks of others, cell by cell, where Excel cannot copy them: below ExcelApi 1.9, and where areas would be cut. Two round trips. */
export async function copyLooks(context: Excel.RequestContext, pairs: readonly LookPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const questions: Question[] = [];
  for (const pair of pairs) {
    questions.push(...pair.columns.map((column) => askLook(pair, column)));
  }
  await askTogether(context, questions);
  await context.sync();
}

/** The answer puts the look into the next request. */
function askLook({ sheet, row, like, written, copiesFill }: LookPair, column: number): Question {
  return {
    ask() {
      const source = sheet.getRange(formatAddress({ row: like, column }));
      source.load(LOADED);
      const borders = EDGES.map((edge) => source.format.borders.getItem(edge));
      for (const border of borders) border.load(BORDER);
      return () => {
        const target = sheet.getRange(formatAddress({ row, column }));
        if (written.indexOf(column) < 0) target.numberFormat = source.numberFormat;
        setFormat(target.format, source.format, copiesFill);
        borders.forEach(({ style, weight, color }, place) => {
          const border = target.format.borders.getItem(EDGES[place]);
          border.style = style;
          if (style === 'None') return;
          border.weight = weight;
          border.color = color;
        });
      };
    },
    divide: () => null,
  };
}

function setFormat(format: Excel.RangeFormat, source: Excel.RangeFormat, copiesFill: boolean): void {
  format.horizontalAlignment = source.horizontalAlignment;
  format.verticalAlignment = source.verticalAlignment;
  format.wrapText = source.wrapText;
  format.protection.locked = source.protection.locked;
  const { font } = source;
  format.font.name = font.name;
  format.font.size = font.size;
  format.font.bold = font.bold;
  format.font.italic = font.italic;
  format.font.color = font.color;
  format.font.underline = font.underline;
  if (!copiesFill) return;
  if (source.fill.color === NO_FILL) format.fill.clear();
  else format.fill.color = source.fill.color;
}
