import { splitCode } from '../catalogue/code-scheme';
import type { CodeScheme } from '../catalogue/indicator-catalogue';
import { cellKeyOf } from '../changes/change-set';
import { LEVEL1_TITLES, LEVEL2_TITLES, parseLevel1, parseLevel2, type LevelLabel } from '../forms/indicator-levels';
import { emphasisOf, isCodedLabel, printedCode } from '../rules/level-code';
import { formatCoded } from '../values/indicator-code';
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
  /** True where a row has such a code or gets one. */
  isCoded: boolean;
  /** True where a row is still to be filled in: a mark that says so must stay. */
  hasBlankRow: boolean;
}

/**
 * Labels of the projects that get codes: `1-产出指标`, `11-数量指标` in the words of the catalogue, for each type below which a row has a code or
 * gets one, wherever the type stands in that project. A type whose codes do not agree stays as it is; numbers of a list are replaced, and
 * where one would be left beside the new labels, all labels stay.
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
      const groups = groupsOf(project, level, codes, codeScheme);
      const isNumbered = groups.some(({ cells }) =>
        Array.from(cells.values()).some((cell) => hasOtherNumber(cell, level)),
      );
      for (const group of groups) {
        const label = labelOf(group, level, codeScheme, isNumbered);
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
    const group = groups.get(kind) || { kind, cells: new Map(), digits: new Set(), isCoded: false, hasBlankRow: false };
    groups.set(kind, group);
    group.cells.set(cellKeyOf(cell), cell);
    const code = codes.get(row.key) || (row.state === 'coded' ? row.code : null);
    const digits = code ? digitsOf(code, level, scheme) : usualDigits(row, level, scheme);
    if (digits !== '') group.digits.add(digits);
    if (code && digits !== '') group.isCoded = true;
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

/**
 * The label for a group whose codes agree and are codes of its type; null for others.
 * @param isForAll True for a group in which no row has a code, too.
 */
function labelOf(
  { kind, digits, isCoded }: LabelGroup,
  level: Level,
  scheme: CodeScheme,
  isForAll: boolean,
): string | null {
  if (!isCoded && !isForAll) return null;
  const known = Object.keys(scheme[level]).filter((key) => scheme[level][key] === kind);
  const [first, other] = digits.size > 0 ? Array.from(digits) : known;
  if (first === undefined || other !== undefined || known.indexOf(first) < 0) return null;
  const labels = (level === 'level1' ? scheme.level1Labels : scheme.level2Labels) || {};
  const titles: Readonly<Record<string, string>> = level === 'level1' ? LEVEL1_TITLES : LEVEL2_TITLES;
  return formatCoded(first, labels[first] || titles[kind]);
}

/** True where the label has a number that is no code, "1.数量指标", or the bullet of a list, "+数量指标". */
function hasOtherNumber(cell: CodingCell, level: Level): boolean {
  const label = readLabel(cell, level);
  const isBulleted = label.mark !== '' && emphasisOf(label) === '';
  return (isBulleted || (label.code !== null && label.mark === '')) && !isCodedLabel(label.text);
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
      return cell !== null && !written.has(cellKeyOf(cell)) && hasOtherNumber(cell, level);
    }),
  );
}
