import {
  InterceptorEffectEnum,
  type ICellCustomRender,
  type ICellDataForSheetInterceptor,
  type Injector,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { topLeft, type CellRange } from '../../core/workbook/cell-address';
import type { MarkSeverity } from '../../host/port/workbook-host';

/** One mark with its sheet as the grid knows it; a merged area is marked as a whole. */
export interface GridMark {
  readonly sheetId: string;
  readonly range: CellRange;
  readonly severity: MarkSeverity;
}

interface MarkLook {
  readonly fill: string;
  readonly edge: string;
}

export const MARK_LOOKS: Record<MarkSeverity, MarkLook> = {
  error: { fill: '#FDE7E9', edge: '#C4314B' },
  warning: { fill: '#FFF4CE', edge: '#C88A00' },
  info: { fill: '#E8F1FB', edge: '#2B6CB0' },
};

const RANKS: Record<MarkSeverity, number> = { info: 1, warning: 2, error: 3 };
const EDGE_WIDTH = 3;

/**
 * Marks drawn over cells. They live in an interceptor of the picture: the grid's model, its undo list and the saved
 * file never see them.
 */
export class MarkOverlay {
  private marks: readonly GridMark[] = [];
  private readonly severities = new Map<string, MarkSeverity>();
  private readonly edges: Record<MarkSeverity, ICellCustomRender> = {
    error: leftEdge(MARK_LOOKS.error.edge),
    warning: leftEdge(MARK_LOOKS.warning.edge),
    info: leftEdge(MARK_LOOKS.info.edge),
  };
  private readonly markedCorners = new Set<string>();

  private isAttached = false;

  /** Takes effect for every sheet from now on; the grid must show a workbook already. */
  attachTo(injector: Injector): void {
    if (this.isAttached) return;
    this.isAttached = true;
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'review-marks',
      effect: InterceptorEffectEnum.Style,
      priority: 20,
      handler: (cell, location, next) => {
        const key = keyOf(location.subUnitId, location.row, location.col);
        const severity = this.severities.get(key);
        if (severity === undefined) return next(cell);
        // The raw cell belongs to the model: it is copied, never written to.
        const copy: ICellDataForSheetInterceptor = { ...(cell ?? location.rawData) };
        copy.interceptorStyle = { ...copy.interceptorStyle, bg: { rgb: MARK_LOOKS[severity].fill } };
        if (this.markedCorners.has(key)) copy.customRender = [...(copy.customRender ?? []), this.edges[severity]];
        return next(copy);
      },
    });
  }

  get shown(): readonly GridMark[] {
    return this.marks;
  }

  /** Replaces all marks. Where two meet, the graver one shows. */
  replace(marks: readonly GridMark[]): void {
    this.marks = marks;
    this.severities.clear();
    this.markedCorners.clear();
    for (const mark of marks) {
      const { row, column } = topLeft(mark.range);
      this.markedCorners.add(keyOf(mark.sheetId, row, column));
      for (let r = mark.range.top; r <= mark.range.bottom; r += 1) {
        for (let c = mark.range.left; c <= mark.range.right; c += 1) {
          const key = keyOf(mark.sheetId, r, c);
          const known = this.severities.get(key);
          if (known === undefined || RANKS[known] < RANKS[mark.severity]) this.severities.set(key, mark.severity);
        }
      }
    }
  }
}

function keyOf(sheetId: string, row: number, column: number): string {
  return `${sheetId}:${row}:${column}`;
}

/** A darker bar at the cell's left edge: the severity must not hang on a pale colour alone. */
function leftEdge(color: string): ICellCustomRender {
  return {
    drawWith(context, { primaryWithCoord }) {
      const area = primaryWithCoord.isMergedMainCell ? primaryWithCoord.mergeInfo : primaryWithCoord;
      context.save();
      context.fillStyle = color;
      context.fillRect(area.startX, area.startY, EDGE_WIDTH, area.endY - area.startY);
      context.restore();
    },
  };
}
