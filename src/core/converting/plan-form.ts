import type { RowCell } from '../changes/row-change';
import { LEVEL1_TITLES, LEVEL2_TITLES, parseLevel1, parseLevel2, type Level1 } from '../forms/indicator-levels';
import { readCell } from '../forms/sheet-view';
import type { CarriedProject, CarriedRow } from './carried-project';
import { kindIn, parentOf } from './place-levels';
import { draftProject, type PlacedRow, type SheetDraft } from './sheet-draft';
import { SheetShape } from './sheet-shape';
import type { TemplateDescription, TemplateRows } from './template-description';

/** Rows of one kind on the new sheet. */
interface RowGroup {
  readonly template: TemplateRows;
  /** In the rows of the template, and below them where there are more. */
  readonly rows: CarriedRow[];
  /** Kinds that the template does not know: rows of their own below. */
  readonly added: CarriedRow[];
}

/** Fills a form with one project. */
export function planForm(project: CarriedProject, template: TemplateDescription): SheetDraft {
  const { groups, remarks } = groupRows(project.rows, template);
  const shape = shapeRows(groups, template);
  const firstRow = template.rows[0].first;
  const added = shape.changes.reduce((sum, { kind }) => sum + (kind === 'insert' ? 1 : -1), 0);
  // Fields below the indicators move with their rows.
  const fieldRow = (row: number): number => (row < firstRow ? row : row + added);
  const draft = draftProject(project, template, fieldRow, placedRows(groups), firstRow);
  return { rows: shape.changes, cells: draft.cells, projects: [draft], remarks };
}

function groupRows(
  rows: readonly CarriedRow[],
  template: TemplateDescription,
): { readonly groups: readonly RowGroup[]; readonly remarks: readonly string[] } {
  const groups = template.rows.map((one): RowGroup => ({ template: one, rows: [], added: [] }));
  const kinds = template.rows.map(({ level2Kind }) => level2Kind);
  const counts = new Map<string, number>();
  const note = (sentence: string): void => void counts.set(sentence, (counts.get(sentence) || 0) + 1);
  const groupOf = (row: CarriedRow): RowGroup | undefined => {
    const kind = kindIn(row, kinds);
    return kind === null ? undefined : groups[kinds.indexOf(kind)];
  };
  for (const row of rows) {
    if (row.isEmpty) continue;
    const group = groupOf(row);
    if (group !== undefined) {
      group.rows.push(row);
      const { level2Kind, level2 } = group.template;
      if (row.level2Kind !== null && row.level2Kind !== level2Kind) {
        note(`模板没有“${LEVEL2_TITLES[row.level2Kind]}”，# 条放在“${parseLevel2(level2).name}”行。`);
      }
      continue;
    }
    const nearest = nearestGroup(groups, parentOf(row.level2Kind, row.level1Kind));
    nearest.added.push(row);
    const { level1, level2 } = nearest.template;
    note(`模板没有“${labelText(row) || '未写明的二级指标'}”，# 条在“${level1 || level2}”之后另加行。`);
  }
  // 不适用 is carried where nothing else stands in its row.
  for (const row of rows) {
    const group = row.isEmpty && row.texts.has('name') ? groupOf(row) : undefined;
    if (group !== undefined && group.rows.length === 0) group.rows.push(row);
  }
  const remarks: string[] = [];
  counts.forEach((count, sentence) => remarks.push(sentence.replace('#', String(count))));
  return { groups, remarks };
}

function nearestGroup(groups: readonly RowGroup[], level1: Level1 | null): RowGroup {
  const ofLevel = groups.filter(({ template }) => level1 !== null && template.level1Kind === level1);
  const among = ofLevel.length > 0 ? ofLevel : groups;
  return among[among.length - 1];
}

function shapeRows(groups: readonly RowGroup[], { sheet, columns, rows }: TemplateDescription): SheetShape {
  const shape = new SheetShape(sheet);
  const level1 = columns.get('level1') || 0;
  const level2 = columns.get('level2') || 0;
  const mergesLevels = rows.some(({ first }) => sheet.areaAt(first, level1).bottom > first);
  for (const { template, rows: own, added } of groups.slice().reverse()) {
    const { first, last } = template;
    const label = (column: number, text: string): RowCell => ({
      column,
      content: {
        value: text === '' ? null : text,
        formula: null,
        numberFormat: readCell(sheet, last, column).numberFormat,
      },
    });
    for (const row of added.slice().reverse()) {
      const joinsFirst = mergesLevels && isUnder(row, template);
      const labels = joinsFirst ? [] : [label(level1, addedLevel1(row, template))];
      shape.insertBelow(last, joinsFirst ? [level1] : [], labels.concat(label(level2, labelText(row))));
    }
    for (let row = last; row > first && row - first + 1 > Math.max(1, own.length); row -= 1) shape.delete(row);
    for (let count = last - first + 1; count < own.length; count += 1) {
      const joinsSecond = mergesLevels && (first === last || shape.areaAt(last, level2).top < last);
      const labels = mergesLevels ? [] : [label(level1, template.level1)];
      if (!joinsSecond) labels.push(label(level2, template.level2));
      shape.insertBelow(last, mergesLevels ? (joinsSecond ? [level1, level2] : [level1]) : [], labels);
    }
  }
  return shape;
}

function placedRows(groups: readonly RowGroup[]): readonly PlacedRow[] {
  const placed: PlacedRow[] = [];
  let shift = 0;
  for (const { template, rows, added } of groups) {
    const { first, last, level1, level2 } = template;
    rows.forEach((source, index) => placed.push({ source, row: first + shift + index, level1, level2 }));
    const height = Math.max(1, rows.length);
    added.forEach((source, index) => {
      const row = first + shift + height + index;
      placed.push({ source, row, level1: addedLevel1(source, template), level2: labelText(source) });
    });
    shift += height + added.length - (last - first + 1);
  }
  return placed;
}

function isUnder(row: CarriedRow, { level1Kind }: TemplateRows): boolean {
  return level1Kind !== null && parentOf(row.level2Kind, row.level1Kind) === level1Kind;
}

function addedLevel1(row: CarriedRow, template: TemplateRows): string {
  if (isUnder(row, template)) return template.level1;
  const written = row.texts.get('level1');
  if (!written) return '';
  const { kind, name } = parseLevel1(written.text);
  return kind === null ? name : LEVEL1_TITLES[kind];
}

/** The second level of a row that has no place in a template, in usual words. */
export function labelText(row: CarriedRow): string {
  const written = row.texts.get('level2');
  if (!written) return '';
  const { kind, name } = parseLevel2(written.text);
  return kind === null || name !== '' ? name : LEVEL2_TITLES[kind];
}
