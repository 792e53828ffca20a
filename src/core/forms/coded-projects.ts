import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { CellRange } from '../workbook/cell-address';
import { isBlank, type Field, type FieldKey, type Indicator, type Project } from './form';
import type { IndicatorHeader } from './indicator-header';
import { areAllSecret, readIndicatorRows } from './indicator-rows';
import { enclosingRange, readCell } from './sheet-view';

/**
 * Reads the blocks of a coded table: the rows that share one project. A block starts where the project cells do: at each
 * merged area, at each filled cell below blank ones, or, where project cells are repeated on every row, where they change.
 */
export function readCodedProjects(
  sheet: SheetSnapshot,
  header: IndicatorHeader,
  lastRow: number,
): { readonly projects: readonly Project[]; readonly bottom: number } {
  const { indicators, bottom } = readIndicatorRows(sheet, header, lastRow);
  const isRepeated = areProjectCellsRepeated(sheet, header, indicators);
  const projects: Project[] = [];
  let block: Indicator[] = [];
  let known: readonly string[] = [];
  for (const indicator of indicators) {
    const texts = isRepeated ? projectTexts(sheet, header, indicator.row) : projectPlaces(sheet, header, indicator.row);
    // Project cells left blank after the first row of a block belong to the row above.
    const isNew =
      !isCoveredFromAbove(sheet, header, indicator.row) &&
      texts.some((text, index) => text !== '' && text !== known[index]);
    if (isNew && block.length > 0) {
      projects.push(projectOf(sheet, header, block));
      block = [];
    }
    if (isNew) known = texts;
    block.push(indicator);
  }
  if (block.length > 0) projects.push(projectOf(sheet, header, block));
  return { projects, bottom };
}

/** Projects of a table whose head is repeated: rows below it that name no other project go on with the one above. */
export function joinProjects(above: readonly Project[], below: readonly Project[]): readonly Project[] {
  const last = above[above.length - 1];
  const [first, ...others] = below;
  if (last === undefined || first === undefined || !goesOn(last, first)) return above.concat(below);
  const indicators = last.indicators.concat(first.indicators);
  const range = enclosingRange([last.range, first.range]) || last.range;
  return [...above.slice(0, -1), { ...last, range, indicators, isSecret: areAllSecret(indicators) }, ...others];
}

/** True where the project cells below the repeated head are blank, or say on every row what they said above it. */
function goesOn(last: Project, first: Project): boolean {
  return first.fields.every(({ key, value }) => {
    if (key === null || isBlank(value)) return true;
    const before = last.fields.find((field) => field.key === key);
    const isOneRow = value.range.top === value.range.bottom;
    return isOneRow && before !== undefined && compactText(before.value.text) === compactText(value.text);
  });
}

function projectOf(sheet: SheetSnapshot, header: IndicatorHeader, indicators: readonly Indicator[]): Project {
  const { row } = indicators[0];
  const fields: Field[] = header.fieldColumns.map(({ key, label }) => ({
    key,
    label,
    value: readCell(sheet, row, label.address.column),
  }));
  const nameField =
    fields.find((field) => field.key === 'projectName') || (namesProjects(header) ? undefined : fields.find(isUnit));
  const name = nameField ? nameField.value.text.trim() : '';
  const rows: CellRange[] = indicators.map((indicator) => ({
    top: indicator.row,
    bottom: indicator.row,
    left: indicator.name.range.left,
    right: indicator.value.range.right,
  }));
  const range = enclosingRange([
    ...rows,
    ...fields.map((field) => field.value.range),
    ...indicators.map((indicator) => indicator.level1.range),
  ]);
  return {
    name: name || `第 ${row + 1} 行`,
    range: range || rows[0],
    fields,
    indicators,
    isSecret: areAllSecret(indicators),
  };
}

/** True for the head of a table that says in columns which project its rows belong to. */
export function namesProjects({ fieldColumns }: IndicatorHeader): boolean {
  return fieldColumns.some(isProject);
}

/** True for the head of a table of 整体支出 that says in a column which unit its rows belong to. */
export function namesUnits({ fieldColumns }: IndicatorHeader): boolean {
  return fieldColumns.some(isUnit);
}

function isProject({ key }: { readonly key: FieldKey | null }): boolean {
  return key === 'projectName' || key === 'projectCode';
}

function isUnit({ key }: { readonly key: FieldKey | null }): boolean {
  return key === 'budgetUnit' || key === 'applicantUnit';
}

function identityColumns(header: IndicatorHeader): readonly number[] {
  const identity = header.fieldColumns.filter(namesProjects(header) ? isProject : isUnit);
  return identity.map(({ label }) => label.address.column);
}

/** True where rows say again which project they belong to; in other tables each filled project cell starts a block. */
function areProjectCellsRepeated(
  sheet: SheetSnapshot,
  header: IndicatorHeader,
  indicators: readonly Indicator[],
): boolean {
  if (indicators.some((indicator) => isMergedDown(sheet, header, indicator.row))) return false;
  const identity = indicators.map(({ row }) =>
    identityColumns(header).map((column) => compactText(readCell(sheet, row, column).text)),
  );
  return identity.some(
    (texts, index) => index > 0 && texts.some((text, place) => text !== '' && text === identity[index - 1][place]),
  );
}

function isMergedDown(sheet: SheetSnapshot, header: IndicatorHeader, row: number): boolean {
  return identityColumns(header).some((column) => {
    const { top, bottom } = sheet.areaAt(row, column);
    return bottom > top;
  });
}

/** True where a merged project cell reaches down to this row: whatever stands beside it, the row belongs to its block. */
function isCoveredFromAbove(sheet: SheetSnapshot, header: IndicatorHeader, row: number): boolean {
  return identityColumns(header).some((column) => sheet.areaAt(row, column).top < row);
}

/** Which cells name the project of this row; "" where they are blank. */
function projectPlaces(sheet: SheetSnapshot, header: IndicatorHeader, row: number): readonly string[] {
  return identityColumns(header).map((column) => {
    const cell = readCell(sheet, row, column);
    return isBlank(cell) ? '' : String(cell.address.row);
  });
}

/** What the project cells of this row say, for tables that repeat them on every row. */
function projectTexts(sheet: SheetSnapshot, header: IndicatorHeader, row: number): readonly string[] {
  const known = header.fieldColumns.filter(({ key }) => key !== null);
  return known.map(({ label }) => compactText(readCell(sheet, row, label.address.column).text));
}
