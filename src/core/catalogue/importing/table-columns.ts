import { bareLabel } from '../../forms/head-labels';
import { parseLevel1, parseLevel2 } from '../../forms/indicator-levels';
import type { PlacedCell, SheetSnapshot } from '../../workbook/workbook-snapshot';
import type { CatalogueColumn } from './catalogue-import';
import { readCode, splitCodedName } from './cell-code';
import { isDirectionWord, isKindWord } from './entry-words';
import { shownIn, textOf, type GridRow } from './sheet-grid';
import type { HeadColumn } from './table-heads';

export interface ChosenColumn {
  readonly role: CatalogueColumn;
  readonly column: number;
}

/** What stands in a column below its heading. */
interface ColumnContent {
  readonly texts: readonly string[];
  readonly distinct: number;
  /** Shares of the texts, from 0 to 1. */
  readonly codes: number;
  readonly codedNames: number;
}

const SAMPLE = 300;
/** From here on a column holds what it is asked for. */
const MANY = 0.5;
const SOME = 0.2;
/** Shorter digits may be anything where no heading says that they are codes. */
const SHORTEST_SURE_CODE = 6;

/** Says what the columns of a table hold, by their headings and by what stands below; null for a table without codes and names. */
export function chooseColumns(
  sheet: SheetSnapshot,
  columns: readonly HeadColumn[],
  body: readonly GridRow[],
): readonly ChosenColumn[] | null {
  const contents = new Map<number, ColumnContent>();
  const contentOf = (column: number): ColumnContent => {
    const known = contents.get(column);
    if (known !== undefined) return known;
    const content = readContent(sheet, column, body);
    contents.set(column, content);
    return content;
  };
  const identity = chooseIdentity(columns, contentOf);
  if (identity === null) return null;
  const chosen: ChosenColumn[] = identity.slice();
  const isTaken = (column: number): boolean => chosen.some((other) => other.column === column);
  const has = (role: CatalogueColumn): boolean => chosen.some((other) => other.role === role);
  for (const { column, heading } of columns) {
    if (heading === null || isTaken(column)) continue;
    const { role } = heading;
    if (role === 'level1' || role === 'level2') chosen.push({ role, column });
  }
  for (const { column, heading, path } of columns) {
    if (heading === null || isTaken(column)) continue;
    const role = attributeRole(heading.role, path[path.length - 1], contentOf(column).texts, has);
    const isSeveral = role === 'explanation' || role === 'aliases';
    if (role !== null && (isSeveral || !has(role))) chosen.push({ role, column });
  }
  return chosen.sort((one, other) => one.column - other.column);
}

/** Tables that stand side by side under one head, each with codes and names of its own; mostly it is one. */
export function splitSets(columns: readonly HeadColumn[]): readonly (readonly HeadColumn[])[] {
  const labelOf = ({ path }: HeadColumn): string => bareLabel(path.join('/'));
  const has = (set: readonly HeadColumn[], role: 'code' | 'name'): boolean =>
    set.some(({ heading }) => heading !== null && heading.role === role);
  const [first] = columns;
  const starts = columns
    .map((column, index) => (labelOf(column) === labelOf(first) ? index : -1))
    .filter((at) => at >= 0);
  const sets = starts.map((start, index) => columns.slice(start, starts[index + 1]));
  return sets.every((set) => has(set, 'code') && has(set, 'name')) ? sets : [columns];
}

function readContent(sheet: SheetSnapshot, column: number, body: readonly GridRow[]): ColumnContent {
  const texts: string[] = [];
  const known = new Set<string>();
  let codes = 0;
  let codedNames = 0;
  let levels = 0;
  for (const row of body.slice(0, SAMPLE)) {
    const cell = shownIn(sheet, row, column);
    const text = textOf(cell);
    // Rows that name a level stand between those of indicators.
    if (cell === undefined || text === '') continue;
    if (parseLevel1(text).kind !== null || parseLevel2(text).kind !== null) levels += 1;
    texts.push(text);
    known.add(text);
    if ('code' in readCode(cell)) codes += 1;
    else if (splitCodedName(text) !== undefined) codedNames += 1;
  }
  const count = Math.max(1, texts.length - levels);
  return { texts, distinct: known.size, codes: codes / count, codedNames: codedNames / count };
}

/** The columns of code and name, or the one that holds both. */
function chooseIdentity(
  columns: readonly HeadColumn[],
  contentOf: (column: number) => ColumnContent,
): ChosenColumn[] | null {
  const names = best(columns, 'name', ({ distinct, texts, codes }) =>
    texts.length === 0 || codes > MANY ? 0 : distinct,
  );
  const codes = best(columns, 'code', ({ codes: share, distinct }) => share * distinct);
  const code = codes !== null && contentOf(codes.column).codes >= SOME ? codes : null;
  if (code !== null && names !== null) return [identityOf('code', code), identityOf('name', names)];
  const both = [codes, names].find((column) => column !== null && contentOf(column.column).codedNames >= SOME);
  if (both) return [identityOf('codedName', both)];
  if (names === null) return null;
  const unnamed = columns.find(({ column, heading }) => heading === null && isCodeColumn(contentOf(column)));
  if (unnamed !== undefined) return [identityOf('code', unnamed), identityOf('name', names)];
  const isSwapped = codes !== null && isCodeColumn(contentOf(names.column)) && isNameColumn(contentOf(codes.column));
  if (codes !== null && isSwapped) return [identityOf('code', names), identityOf('name', codes)];
  // Nothing in it is a code: the list of what is wrong with each row says more than "no table".
  return codes === null ? null : [identityOf('code', codes), identityOf('name', names)];

  function best(
    all: readonly HeadColumn[],
    role: 'code' | 'name',
    worth: (content: ColumnContent) => number,
  ): HeadColumn | null {
    const candidates = all
      .filter(({ heading }) => heading !== null && heading.role === role)
      .map((column) => ({
        column,
        worth: worth(contentOf(column.column)),
        rank: column.heading ? column.heading.rank : 0,
      }));
    candidates.sort((one, other) => other.worth - one.worth || one.rank - other.rank);
    return candidates.length === 0 ? null : candidates[0].column;
  }
}

function identityOf(role: CatalogueColumn, { column }: HeadColumn): ChosenColumn {
  return { role, column };
}

function isCodeColumn({ codes, distinct, texts }: ColumnContent): boolean {
  return codes >= 0.9 && distinct >= texts.length * 0.9;
}

function attributeRole(
  role: NonNullable<HeadColumn['heading']>['role'],
  heading: string,
  texts: readonly string[],
  has: (role: CatalogueColumn) => boolean,
): CatalogueColumn | null {
  const share = (holds: (text: string) => boolean): number => texts.filter(holds).length / Math.max(1, texts.length);
  switch (role) {
    case 'other':
    case 'code':
    case 'name':
      return null;
    case 'unit':
      // 单位 may be an office.
      return share((text) => text.length > 8 || /[局委办处科院校会]$|中心$/.test(text)) > SOME ? null : 'unit';
    case 'attribute': {
      if (!has('level2') && share((text) => parseLevel2(text).kind !== null) >= MANY) return 'level2';
      if (!has('level1') && share((text) => parseLevel1(text).kind !== null) >= MANY) return 'level1';
      if (share(isDirectionWord) >= MANY) return 'direction';
      return share(isKindWord) >= MANY || /定[性量]/.test(bareLabel(heading)) ? 'kind' : null;
    }
    case 'kind':
    case 'direction':
      if (share(isDirectionWord) > share(isKindWord)) return 'direction';
      return share(isKindWord) > share(isDirectionWord) ? 'kind' : role;
    default:
      return role;
  }
}

/** Finds the columns of a list without headings: codes that differ, and names. */
export function guessColumns(sheet: SheetSnapshot, all: readonly GridRow[]): readonly ChosenColumn[] | null {
  const rows = all.slice(all.findIndex(({ cells }) => cells.some(holdsCode)));
  const columns = new Set<number>();
  for (const { cells } of rows.slice(0, SAMPLE)) for (const { column } of cells) columns.add(column);
  const contents = [...columns]
    .sort((a, b) => a - b)
    .map((column) => ({ column, content: readContent(sheet, column, rows) }));
  const coded = contents.find(({ content }) => content.codedNames >= MANY && content.texts.length >= 2);
  if (coded !== undefined) return [{ role: 'codedName', column: coded.column }];
  const code = contents.find(
    ({ content }) =>
      isCodeColumn(content) && content.texts.length >= 2 && content.texts[0].length >= SHORTEST_SURE_CODE,
  );
  if (code === undefined) return null;
  const names = contents.filter(({ column, content }) => column !== code.column && isNameColumn(content));
  names.sort((one, other) => other.content.distinct - one.content.distinct);
  if (names.length === 0) return null;
  const chosen: ChosenColumn[] = [
    { role: 'code', column: code.column },
    { role: 'name', column: names[0].column },
  ];
  for (const { column, content } of contents) {
    if (chosen.some((other) => other.column === column)) continue;
    const share = (holds: (text: string) => boolean): number =>
      content.texts.filter(holds).length / content.texts.length;
    if (content.texts.length > 0 && share((text) => parseLevel2(text).kind !== null) >= 0.8)
      chosen.push({ role: 'level2', column });
  }
  return chosen.sort((one, other) => one.column - other.column);
}

function holdsCode(cell: PlacedCell): boolean {
  const text = textOf(cell);
  return (text.length >= SHORTEST_SURE_CODE && 'code' in readCode(cell)) || splitCodedName(text) !== undefined;
}

function isNameColumn({ texts, distinct }: ColumnContent): boolean {
  const named = texts.filter((text) => /[\u4e00-\u9fff]{2}/.test(text) && text.length <= 60);
  return named.length >= texts.length * 0.9 && distinct >= texts.length * 0.5 && texts.length >= 2;
}
