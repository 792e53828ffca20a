import {
  isPossibleParent,
  LEVEL1_TITLES,
  LEVEL2_KINDS,
  LEVEL2_TITLES,
  parseLevel1,
  type Level2,
} from '../forms/indicator-levels';
import type { CarriedProject, CarriedRow } from './carried-project';
import { kindIn, parentOf } from './place-levels';
import { labelText } from './plan-form';
import { draftProject, type PlacedCell, type PlacedRow, type ProjectDraft, type SheetDraft } from './sheet-draft';
import { SheetShape } from './sheet-shape';
import type { TemplateDescription } from './template-description';

/** Fills a table with projects, each in rows of its own. */
export function planTable(projects: readonly CarriedProject[], template: TemplateDescription): SheetDraft {
  const { tableRow, columns } = template;
  const cells: PlacedCell[] = [];
  const drafts: ProjectDraft[] = [];
  const counts = new Map<string, number>();
  const heights: number[] = [];
  let top = tableRow;
  for (const project of projects) {
    const first = top;
    const rows = project.rows
      .filter((row) => !row.isEmpty)
      .map((source, index): PlacedRow => ({ source, row: first + index, ...levelsOf(source, template, counts) }));
    for (const { row, level1, level2 } of rows) {
      cells.push({ address: { row, column: columns.get('level1') || 0 }, value: level1 || null });
      cells.push({ address: { row, column: columns.get('level2') || 0 }, value: level2 || null });
    }
    const draft = draftProject(project, template, () => first, rows, tableRow);
    cells.push(...draft.cells);
    drafts.push(draft);
    heights.push(Math.max(1, rows.length));
    top += Math.max(1, rows.length);
  }
  const remarks: string[] = [];
  counts.forEach((count, sentence) => remarks.push(sentence.replace('#', String(count))));
  return { rows: shapeOf(heights, template).changes, cells, projects: drafts, remarks };
}

/** As many rows as the projects need, the cells of a project merged over all of its own. */
function shapeOf(heights: readonly number[], { sheet, tableRow, fields, ownFields }: TemplateDescription): SheetShape {
  const shape = new SheetShape(sheet);
  const merged: number[] = [];
  fields.forEach(({ range }) => merged.push(range.left));
  ownFields.forEach(({ range }) => merged.push(range.left));
  let last = tableRow;
  heights.forEach((height, index) => {
    for (let row = index === 0 ? 1 : 0; row < height; row += 1) {
      shape.insertBelow(last, row === 0 ? [] : merged, [], last === tableRow ? undefined : []);
      last += 1;
    }
  });
  return shape;
}

function levelsOf(
  row: CarriedRow,
  { levels }: TemplateDescription,
  counts: Map<string, number>,
): { readonly level1: string; readonly level2: string } {
  const kinds = levels.map(({ level2Kind }) => level2Kind).filter((kind): kind is Level2 => kind !== null);
  const kind = kindIn(row, kinds.length === 0 ? LEVEL2_KINDS : kinds);
  const known = kind === null ? row.level2Kind : kind;
  // Rows of a table stand where they like: a first level that does not go with the second stays for whoever reviews it.
  const isAmiss = known !== null && row.level1Kind !== null && !isPossibleParent(row.level1Kind, known);
  const parent = isAmiss ? row.level1Kind : parentOf(known, row.level1Kind);
  const written = row.texts.get('level1');
  const ofParent = levels.find(({ level1Kind }) => parent !== null && level1Kind === parent);
  const title = parent === null ? (written ? parseLevel1(written.text).name : '') : LEVEL1_TITLES[parent];
  const level1 = ofParent ? ofParent.level1 : title;
  if (kind === null) {
    const label = labelText(row);
    if (label !== '' && levels.length > 0) note(counts, `模板的“指标分类”里没有“${label}”，# 条照原样写。`);
    return { level1, level2: label };
  }
  const ofKind = levels.filter(({ level2Kind }) => level2Kind === kind);
  const level = ofKind.find(({ level1Kind }) => level1Kind === parent) || ofKind[0];
  const level2 = level ? level.level2 : LEVEL2_TITLES[kind];
  if (row.level2Kind !== null && row.level2Kind !== kind) {
    note(counts, `模板没有“${LEVEL2_TITLES[row.level2Kind]}”，# 条写作“${level2}”。`);
  }
  return { level1: level && !isAmiss ? level.level1 : level1, level2 };
}

function note(counts: Map<string, number>, sentence: string): void {
  counts.set(sentence, (counts.get(sentence) || 0) + 1);
}
