import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type FormCell } from './form';
import { columnsBetween } from './side-by-side';
import { readCell } from './sheet-view';

/** Heads the list, beside a form that was brought into another template, of what had no place in it. */
export const UNPLACED_TITLE = '未放入本模板的内容';

/** Heads of its columns. */
export const UNPLACED_COLUMNS = ['项目', '栏目', '指标', '内容'] as const;

/** Stands in the first column for what is the same in every project of the sheet. */
export const ALL_PROJECTS = '全部项目';

/** A line of the list. */
export interface UnplacedLine {
  /** Its name, numbered where several have it, or ALL_PROJECTS. */
  readonly project: string;
  readonly label: string;
  /** "" for what belongs to the project as a whole. */
  readonly indicator: string;
  readonly content: FormCell;
}

export interface UnplacedBlock {
  /** Zero-based column in which it begins: the form is what stands left of it. */
  readonly left: number;
  readonly lines: readonly UnplacedLine[];
}

/** Finds the list on a sheet; null where there is none. */
export function findUnplacedBlock(sheet: SheetSnapshot): UnplacedBlock | null {
  const title = sheet.cells.find(({ text }) => text.length < 30 && compactText(text) === UNPLACED_TITLE);
  if (!title || title.column === 0 || sheet.usedRange === null) return null;
  const head = title.row + 1;
  const isHead = UNPLACED_COLUMNS.every(
    (text, index) => compactText(readCell(sheet, head, title.column + index).text) === text,
  );
  if (!isHead) return null;
  const lines: UnplacedLine[] = [];
  for (let row = head + 1; row <= sheet.usedRange.bottom; row += 1) {
    const [project, label, indicator, content] = UNPLACED_COLUMNS.map((_, index) =>
      readCell(sheet, row, title.column + index),
    );
    if (isBlank(label) && isBlank(content)) continue;
    lines.push({ project: project.text.trim(), label: label.text.trim(), indicator: indicator.text.trim(), content });
  }
  return { left: title.column, lines };
}

/** The sheet as if the list did not stand on it. */
export function withoutUnplacedBlock(sheet: SheetSnapshot): SheetSnapshot {
  const block = findUnplacedBlock(sheet);
  return block === null ? sheet : columnsBetween(sheet, 0, block.left - 1);
}
