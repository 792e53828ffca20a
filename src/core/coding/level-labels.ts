import { levelLabelsOf, splitCode } from '../catalogue/code-scheme';
import type { CodeScheme } from '../catalogue/indicator-catalogue';
import { cellKeyOf } from '../changes/change-set';
import { parseLevel1, parseLevel2, type LevelLabel } from '../forms/indicator-levels';
import { emphasisOf, isCodedLabel, printedCode } from '../rules/level-code';
import type { CodingCell, CodingPlan, CodingRow } from './coding-plan';

/** A level's cell with the label it is to have. */
export interface WrittenLabel {
  readonly cell: CodingCell;
  readonly label: string;
}

type Level = 'level1' | 'level2';

const LEVELS: readonly Level[] = ['level1', 'level2'];

/** Level cells of one type within a project, and the digits that the codes below them give it. */
interface LabelGroup {
  readonly kind: string;
  readonly cells: Map<string, CodingCell>;
  readonly digits: Set<string>;
  /** One of these codes; null where no row has or gets one. */
  code: string | null;
  /** True where a row is still to be filled in: a mark that says so must stay. */
  hasBlankRow: boolean;
}

/**
 * Labels of the projects that get codes: `1-产出指标`, `11-数量指标` in the words of the catalogue, for each type below which a row has a code or
 * gets one, wherever the type stands in that project. A type whose codes do not agree stays as it is; where labels with other
 * numbers would stand beside the new ones, all of them do.
 * @param codes Codes to be filled in, by row.
 */
export function levelsToWrite(
  { rows, codeScheme }: CodingPlan,
  codes: ReadonlyMap<string, string>,
): readonly WrittenLabel[] {
  if (codeScheme === null || codes.size === 0) return [];
  const written = new Map<string, WrittenLabel>();
  for (const project of projectsOf(rows)) {
    if (!project.some(({ key }) => codes.has(key))) continue;
    for (const level of LEVELS) {
      for (const group of groupsOf(project, level, codes, codeScheme)) {
        const label = labelOf(group, level, codeScheme);
        if (label === null) continue;
        group.cells.forEach((cell, key) => {
          const mark = group.hasBlankRow ? emphasisOf(readLabel(cell, level)) : '';
          written.set(key, { cell, label: `${mark}${label}` });
        });
      }
    }
  }
  if (leavesOtherNumbers(rows, written)) return [];
  return Array.from(written.values()).filter(({ cell, label }) => !saysAlready(cell, label));
}

/** Rows that belong together, in the order of the plan. */
export function projectsOf(rows: readonly CodingRow[]): readonly (readonly CodingRow[])[] {
  const projects = new Map<string, CodingRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.form, row.project]);
    const known = projects.get(key);
    if (known) known.push(row);
    else projects.set(key, [row]);
  }
  return Array.from(projects.values());
}

/** What a level's cell says. */
export function readLabel(cell: CodingCell, level: Level): LevelLabel<string> & { readonly text: string } {
  const text = String(cell.before.value);
  return { ...(level === 'level1' ? parseLevel1(text) : parseLevel2(text)), text };
}

function groupsOf(
  project: readonly CodingRow[],
  level: Level,
  codes: ReadonlyMap<string, string>,
  scheme: CodeScheme,
): readonly LabelGroup[] {
  const groups = new Map<string, LabelGroup>();
  for (const row of project) {
    const cell = row.places[level];
    if (cell === null) continue;
    const kind = readLabel(cell, level).kind || '';
    const group = groups.get(kind) || { kind, cells: new Map(), digits: new Set(), code: null, hasBlankRow: false };
    groups.set(kind, group);
    group.cells.set(cellKeyOf(cell), cell);
    const code = codes.get(row.key) || (row.state === 'coded' ? row.code : null);
    const digits = code ? digitsOf(code, level, scheme) : usualDigits(row, level, scheme);
    if (digits !== '') group.digits.add(digits);
    if (code && digits !== '') group.code = code;
    if (row.name === '') group.hasBlankRow = true;
  }
  return Array.from(groups.values());
}

function digitsOf(code: string, level: Level, scheme: CodeScheme): string {
  const parts = splitCode(code, scheme);
  return parts === null ? '' : level === 'level1' ? parts.level1Digits : parts.level2Digits;
}

/** First-level digits that codes of a row's type have; "" where they need not have any certain ones. */
function usualDigits({ level2 }: CodingRow, level: Level, scheme: CodeScheme): string {
  if (level === 'level2' || !scheme.isLevel2WithinLevel1 || level2 === null) return '';
  const digits = Object.keys(scheme.level2).find((key) => scheme.level2[key] === level2);
  const first = Object.keys(scheme.level1).find((key) => digits !== undefined && digits.lastIndexOf(key, 0) === 0);
  return first || '';
}

/** The label for a group whose codes agree and are codes of its type; null for others. */
function labelOf({ kind, digits, code }: LabelGroup, level: Level, scheme: CodeScheme): string | null {
  const [first, other] = Array.from(digits);
  if (first === undefined || other !== undefined || scheme[level][first] !== kind) return null;
  return code === null ? null : levelLabelsOf(code, scheme)[level];
}

/** True where the label has these digits already, or others: what an office prints is not contradicted. */
function saysAlready({ before }: CodingCell, label: string): boolean {
  const text = String(before.value);
  const digits = parseLevel2(label).code || '';
  const printed = printedCode(text, parseLevel2(text));
  if (printed === null || printed.length !== digits.length) return false;
  return printed !== digits || isCodedLabel(text);
}

/** True where a label keeps a number that is written in another way, as those of lists are. */
function leavesOtherNumbers(rows: readonly CodingRow[], written: ReadonlyMap<string, WrittenLabel>): boolean {
  return rows.some(({ places }) =>
    LEVELS.some((level) => {
      const cell = places[level];
      if (cell === null || written.has(cellKeyOf(cell))) return false;
      const { code, mark, text } = readLabel(cell, level);
      return code !== null && mark === '' && !isCodedLabel(text);
    }),
  );
}
