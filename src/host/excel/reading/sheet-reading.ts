import { formatAddress, type CellRange } from '../../../core/workbook/cell-address';
import type { PlacedCell, SheetContent } from '../../../core/workbook/workbook-snapshot';
import { askCells } from './cell-blocks';
import { cellsOf, isErrorOrText } from './cell-content';
import type { HiddenLines } from './hidden-lines';
import { joinParts } from './merged-areas';
import type { Question } from './question';
import type { SheetSurvey } from './sheet-survey';

/** What a sheet holds; what it is called and how it is shown comes from the list of sheets. */
export type SheetBody = Pick<SheetContent, 'cells' | 'mergedAreas' | 'hiddenRows' | 'hiddenColumns'>;

/** A sheet while its cells are being read. */
export class SheetReading {
  readonly hidden: HiddenLines = { rows: [], columns: [] };
  /** Parts of merged areas, where there are too many for one answer. */
  readonly mergedParts: CellRange[] = [];
  private cells: PlacedCell[] = [];

  constructor(
    readonly sheet: Excel.Worksheet,
    readonly survey: SheetSurvey,
  ) {}

  /** @param more Is handed a question that comes of the answer. */
  askBlock(block: CellRange, more: (question: Question) => void): Question {
    return askCells(this.sheet, block, (content, range) => {
      const cells = cellsOf(content, range);
      for (const cell of cells) {
        if (isErrorOrText(cell)) more(this.askType(cell));
        this.cells.push(cell);
      }
    });
  }

  private askType(cell: PlacedCell): Question {
    return {
      ask: () => {
        const range = this.sheet.getRange(formatAddress(cell));
        range.load('valueTypes');
        return () => {
          if (range.valueTypes[0][0] === 'Error') return;
          this.cells = this.cells.map((known) => (known === cell ? { ...cell, isError: false } : known));
        };
      },
      divide: () => null,
    };
  }

  body(): SheetBody {
    const { mergedAreas, unsearched } = this.survey;
    const areas = unsearched === null ? mergedAreas || [] : joinParts(this.mergedParts);
    // A blank sheet's used range is A1.
    const isBlank = this.cells.length === 0;
    return {
      cells: withoutCovered(this.cells, areas),
      mergedAreas: areas,
      hiddenRows: isBlank ? [] : sorted(this.hidden.rows),
      hiddenColumns: isBlank ? [] : sorted(this.hidden.columns),
    };
  }
}

function sorted(lines: number[]): readonly number[] {
  return lines.sort((a, b) => a - b);
}

/** A generated file may hold values below a merged area; nobody sees them. */
function withoutCovered(cells: readonly PlacedCell[], areas: readonly CellRange[]): readonly PlacedCell[] {
  if (areas.length === 0) return cells;
  const areasByRow: Record<number, CellRange[]> = {};
  const last = cells.length === 0 ? -1 : cells[cells.length - 1].row;
  for (const area of areas) {
    for (let row = area.top; row <= Math.min(area.bottom, last); row += 1) {
      areasByRow[row] = areasByRow[row] || [];
      areasByRow[row].push(area);
    }
  }
  const isCovered = ({ row, column }: PlacedCell): boolean =>
    (areasByRow[row] || []).some(
      ({ top, left, right }) => column >= left && column <= right && !(row === top && column === left),
    );
  return cells.filter((cell) => !isCovered(cell));
}
