import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import { AREA_PROPERTIES, areasOf } from './merged-areas';
import type { Question } from './question';

/** Zero-based, in no order. */
export interface HiddenLines {
  readonly rows: number[];
  readonly columns: number[];
}

/** What Excel says of a range's rows and columns at once: all hidden, none, or (null) some. */
export interface HiddenState {
  readonly rows: boolean | null;
  readonly columns: boolean | null;
}

type Axis = keyof HiddenLines;

const AXES: readonly Axis[] = ['rows', 'columns'];

/** A stretch of lines that are hidden in part is asked again in so many parts. */
const PARTS = 32;

/** So few lines are asked one by one. */
const FEW_LINES = 1000;

/** Lines of a used range of which some are hidden: where to look for them, and where to put them. */
export interface HiddenSearch {
  readonly sheet: Excel.Worksheet;
  readonly used: CellRange;
  readonly state: HiddenState;
  readonly hidden: HiddenLines;
}

interface Stretch {
  readonly axis: Axis;
  readonly first: number;
  readonly last: number;
}

/** Takes down what is known at once; true when there is more to find out. */
export function noteHidden({ used, state, hidden }: HiddenSearch): boolean {
  for (const axis of AXES) if (state[axis] === true) addLines(hidden[axis], stretchOf(used, axis));
  return state.rows === null || state.columns === null;
}

/**
 * Finds the hidden ones where some are. From ExcelApi 1.9 Excel names the visible cells; below, every line is asked
 * for, or stretches of them, when there are many. Questions that come of the answers are handed to `more`.
 */
export function askHidden(
  search: HiddenSearch,
  hasSpecialCells: boolean,
  more: (question: Question) => void,
): Question[] {
  const { state } = search;
  const isAxisUnseen = state.rows === true || state.columns === true;
  if (hasSpecialCells && !isAxisUnseen) return [askVisible(search, more)];
  return openStretches(search).map((stretch) => askStretch(search, stretch, more));
}

function openStretches({ state, used }: HiddenSearch): Stretch[] {
  return AXES.filter((axis) => state[axis] === null).reduce<Stretch[]>((stretches, axis) => {
    const whole = stretchOf(used, axis);
    const isShort = whole.last - whole.first < FEW_LINES;
    return stretches.concat(cut(whole, isShort ? 1 : Math.ceil((whole.last - whole.first + 1) / PARTS)));
  }, []);
}

function askVisible(search: HiddenSearch, more: (question: Question) => void): Question {
  const { sheet, used, state, hidden } = search;
  return {
    ask() {
      const visible = sheet.getRange(formatRange(used)).getSpecialCellsOrNullObject('Visible');
      visible.load(AREA_PROPERTIES);
      return () => {
        if (visible.isNullObject) {
          for (const stretch of openStretches(search)) more(askStretch(search, stretch, more));
          return;
        }
        const areas = areasOf(visible);
        if (state.rows === null) {
          addGaps(
            hidden.rows,
            stretchOf(used, 'rows'),
            areas.map(({ top, bottom }) => [top, bottom]),
          );
        }
        if (state.columns === null) {
          addGaps(
            hidden.columns,
            stretchOf(used, 'columns'),
            areas.map(({ left, right }) => [left, right]),
          );
        }
      };
    },
    divide: () => openStretches(search).map((stretch) => askStretch(search, stretch, more)),
  };
}

function askStretch(search: HiddenSearch, stretch: Stretch, more: (question: Question) => void): Question {
  const { axis, first, last } = stretch;
  const lines =
    axis === 'rows' ? { top: first, bottom: last, left: 0, right: 0 } : { left: first, right: last, top: 0, bottom: 0 };
  return {
    ask() {
      const range = search.sheet.getRange(formatRange(lines));
      range.load(axis === 'rows' ? 'rowHidden' : 'columnHidden');
      return () => {
        const state: boolean | null = axis === 'rows' ? range.rowHidden : range.columnHidden;
        if (state === true) addLines(search.hidden[axis], stretch);
        else if (state === null && first < last) {
          for (const part of cut(stretch, Math.ceil((last - first + 1) / PARTS))) more(askStretch(search, part, more));
        }
      };
    },
    divide: () => null,
  };
}

function stretchOf({ top, left, bottom, right }: CellRange, axis: Axis): Stretch {
  return axis === 'rows' ? { axis, first: top, last: bottom } : { axis, first: left, last: right };
}

function cut({ axis, first, last }: Stretch, length: number): Stretch[] {
  const parts: Stretch[] = [];
  for (let start = first; start <= last; start += length) {
    parts.push({ axis, first: start, last: Math.min(last, start + length - 1) });
  }
  return parts;
}

function addLines(lines: number[], { first, last }: Stretch): void {
  for (let line = first; line <= last; line += 1) lines.push(line);
}

/** The lines of the stretch that no span covers. */
function addGaps(lines: number[], { axis, first, last }: Stretch, spans: readonly (readonly [number, number])[]): void {
  let next = first;
  for (const [start, end] of spans.slice().sort((a, b) => a[0] - b[0])) {
    addLines(lines, { axis, first: next, last: Math.min(start - 1, last) });
    next = Math.max(next, end + 1);
  }
  addLines(lines, { axis, first: next, last });
}
