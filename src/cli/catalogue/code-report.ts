import type { CatalogueEntry } from '../../core/catalogue/indicator-catalogue';
import { cellKeyOf } from '../../core/changes/change-set';
import type { CodingChoices, CodingPlan, CodingRow, CodingState } from '../../core/coding/coding-plan';
import { toPrintable } from '../../core/reporting/text-layout';
import { formatCoded } from '../../core/values/indicator-code';
import { candidateWords, describeCandidate, wordLine } from './match-words';

/** What `shenbao code` did to a workbook. */
export interface CodingResult {
  /** Names as the user gave them. */
  readonly file: string;
  readonly output: string;
  readonly plan: CodingPlan;
  /** Cells that were written, as `cellKeyOf` names them. */
  readonly written: ReadonlySet<string>;
  /** What was filled in; null when codes were taken off instead. */
  readonly choices: CodingChoices | null;
}

type RowResult = 'filled' | 'stripped' | 'unchanged' | Exclude<CodingState, 'certain'>;

const OUTCOMES: readonly (readonly [RowResult, string])[] = [
  ['filled', '已填入编码'],
  ['stripped', '已去掉编码'],
  ['unchanged', '没有改动'],
  ['choose', '待选'],
  ['none', '库中无'],
  ['coded', '已有编码'],
  ['left', '不填'],
];

const PLACES_NAMED = 3;

/** Whether a row is left to somebody: to choose, to name the indicator anew, or to put something right first. */
export function needsPerson(result: CodingResult): boolean {
  return result.plan.rows.some((row) => {
    const outcome = outcomeOf(row, result);
    // A row that is left for good gives its reason; one that could be filled but for something asks for that, as a wrong code does.
    const isAsked = (outcome === 'left' || outcome === 'coded') && row.note !== null && /请/.test(row.note);
    return outcome === 'choose' || outcome === 'none' || isAsked;
  });
}

/** The result as plain data (`shenbao code --format json`). A change that breaks readers raises `version`. */
export function describeCoding(result: CodingResult): object {
  const { file, output, plan } = result;
  const groups = groupRows(result);
  const isStripped = result.choices === null;
  const counted = OUTCOMES.filter(([outcome]) => (outcome === 'stripped' || outcome === 'unchanged') === isStripped);
  return {
    version: 1,
    file,
    output,
    catalogue: plan.catalogue,
    counts: Object.fromEntries(counted.map(([outcome]) => [outcome, groups.get(outcome)?.length ?? 0])),
    rows: plan.rows.map((row) => describeRow(row, result)),
  };
}

function describeRow(row: CodingRow, result: CodingResult): object {
  const filled = entryOf(row, result);
  return {
    result: outcomeOf(row, result),
    sheet: row.sheet,
    cell: row.cell,
    project: row.project,
    name: row.name,
    level2: row.level2Label,
    code: filled ? filled.code : row.code,
    standardName: filled ? filled.name : null,
    note: row.note,
    candidates: row.candidates.map(describeCandidate),
  };
}

/** The result for people. */
export function formatCoding(result: CodingResult): string {
  const { file, output, plan } = result;
  const groups = groupRows(result);
  const lines = [`${toPrintable(file)}  指标库：${toPrintable(plan.catalogue.name)}`];
  const counts: string[] = [];
  for (const [outcome, heading] of OUTCOMES) {
    const rows = groups.get(outcome);
    if (rows === undefined) continue;
    counts.push(`${heading} ${rows.length}`);
    if (outcome !== 'unchanged') lines.push(...groupLines(outcome, heading, rows, result));
  }
  const total = counts.length === 0 ? '没有指标。' : `共 ${plan.rows.length} 个指标：${counts.join('，')}。`;
  const end = result.written.size === 0 ? '没有要改的单元格，副本与原文件内容相同。' : '原文件没有改动。';
  return [...lines, '', total, `已写入 ${toPrintable(output)}，${end}`, ''].join('\n');
}

function groupLines(
  outcome: RowResult,
  heading: string,
  rows: readonly CodingRow[],
  result: CodingResult,
): readonly string[] {
  if (outcome === 'left') return [`  ${heading}`, ...reasonLines(rows)];
  // Codes that nothing is wrong with are no news either.
  const listed = outcome === 'coded' ? rows.filter(({ note }) => note !== null) : rows;
  if (listed.length === 0) return [];
  const title = outcome === 'coded' ? `${heading}，请核对` : heading;
  return [`  ${title}`, ...listed.map((row) => rowLines(row, outcome, result)).flat()];
}

function rowLines(row: CodingRow, outcome: RowResult, result: CodingResult): readonly string[] {
  const label = row.level2Label === '' ? '' : `（${row.level2Label}）`;
  const filled = entryOf(row, result);
  const isCoded = (outcome === 'coded' || outcome === 'stripped') && row.code !== null;
  const parts = isCoded ? [row.code, row.name] : [row.name];
  const words = [placeOf(row), `${parts.filter(Boolean).join('-')}${label}`];
  if (filled) words.push(`→ ${formatCoded(filled.code, filled.name)}`);
  if (row.note !== null && outcome !== 'stripped') words.push(row.note);
  const line = `    ${wordLine(words)}`;
  const isOpen = outcome === 'choose' || outcome === 'none';
  return isOpen ? [line, ...row.candidates.map((candidate) => `      ${candidateWords(candidate)}`)] : [line];
}

/** One line for each reason, with the first places: most rows that are left are so for the same few. */
function reasonLines(rows: readonly CodingRow[]): readonly string[] {
  return Array.from(
    groupBy(rows, ({ note }) => note ?? ''),
    ([reason, same]) => {
      const places = same.slice(0, PLACES_NAMED).map(placeOf).join('、');
      const more = same.length > PLACES_NAMED ? `等 ${same.length} 处` : '';
      return `    ${wordLine([`${places}${more}`, reason])}`;
    },
  );
}

function placeOf({ sheet, cell }: CodingRow): string {
  return `${sheet}!${cell}`;
}

function groupRows(result: CodingResult): ReadonlyMap<RowResult, readonly CodingRow[]> {
  return groupBy(result.plan.rows, (row) => outcomeOf(row, result));
}

function groupBy<Key>(rows: readonly CodingRow[], keyOf: (row: CodingRow) => Key): ReadonlyMap<Key, CodingRow[]> {
  const groups = new Map<Key, CodingRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function outcomeOf(row: CodingRow, { written, choices }: CodingResult): RowResult {
  if (choices === null) {
    const places = [row.places.name, row.places.code];
    return places.some((cell) => cell !== null && written.has(cellKeyOf(cell))) ? 'stripped' : 'unchanged';
  }
  if (Object.prototype.hasOwnProperty.call(choices, row.key)) return 'filled';
  return row.state === 'certain' ? 'choose' : row.state;
}

function entryOf(row: CodingRow, { choices }: CodingResult): CatalogueEntry | null {
  return (choices !== null && choices[row.key]) || null;
}
