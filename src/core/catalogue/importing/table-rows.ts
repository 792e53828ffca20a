import { formatAddress } from '../../workbook/cell-address';
import type { PlacedCell, SheetSnapshot } from '../../workbook/workbook-snapshot';
import { compactText } from '../../values/normalize-text';
import { LONGEST_NAME } from '../catalogue-file';
import type { CatalogueColumn, RowRemark } from './catalogue-import';
import { readCode, splitCodedName, valueProblem } from './cell-code';
import { directionOfWord, isNoneWord, kindOfWord, splitAliases, yearOf } from './entry-words';
import type { LevelTrail } from './level-trail';
import { remark, shorten, type ListedEntry } from './listed-entry';
import { shownIn, textOf, type GridRow } from './sheet-grid';
import type { ChosenColumn } from './table-columns';
import { isAllHeadings } from './table-heads';

export interface ReadRows {
  readonly entries: readonly ListedEntry[];
  readonly rejected: readonly RowRemark[];
}

const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|填写说明|编制说明|数据来源|资料来源|来源|制表|制表人|填表人|填报人|审核|审核人|复核|负责人|联系人|联系电话|打印|导出|更新)[一二三四五六七八九十0-9]{0,2}(?:时间|日期|人|单位)?[:：．.、]|^第\s*[0-9一二三四五六七八九十]+\s*页|^共\s*[0-9]+\s*[页条项行]|^(?:合计|总计|小计|以下空白|（?续表）?)/;

/** Reads the rows below a head. `trail` carries levels that are written once for several rows. */
export function readRows(
  sheet: SheetSnapshot,
  body: readonly GridRow[],
  columns: readonly ChosenColumn[],
  trail: LevelTrail,
): ReadRows {
  const reader = new RowReader(sheet, columns, trail);
  for (const row of body) reader.read(row);
  return reader;
}

class RowReader implements ReadRows {
  readonly entries: ListedEntry[] = [];
  readonly rejected: RowRemark[] = [];
  private readonly columnsOf: (role: CatalogueColumn) => readonly number[];

  constructor(
    private readonly sheet: SheetSnapshot,
    columns: readonly ChosenColumn[],
    private readonly trail: LevelTrail,
  ) {
    const byRole: Partial<Record<CatalogueColumn, number[]>> = {};
    for (const { role, column } of columns) (byRole[role] = byRole[role] || []).push(column);
    this.columnsOf = (role) => byRole[role] || [];
  }

  read(row: GridRow): void {
    const { cells } = row;
    const codeCell = this.ownCell(row, 'code');
    const nameCell = this.ownCell(row, 'name');
    const bothCell = this.ownCell(row, 'codedName');
    if (this.trail.takesAsLevel(cells, codeCell, nameCell || bothCell)) return;
    this.trail.follow(this.levelTexts(row, 'level1'), this.levelTexts(row, 'level2'));
    if (codeCell === undefined && nameCell === undefined && bothCell === undefined) {
      this.readWithoutName(row);
      return;
    }
    const found = bothCell === undefined ? this.separate(codeCell, nameCell) : this.together(bothCell);
    const cell = bothCell || codeCell || nameCell || cells[0];
    const place = { sheet: this.sheet.name, cell: formatAddress(cell) };
    if (typeof found === 'string') {
      if (!isNote(cells) && !isAllHeadings(row)) this.rejected.push(remark(place, shownText(cells), found));
      return;
    }
    const isNumber = codeCell !== undefined && typeof codeCell.value === 'number';
    this.entries.push({ place, ...found, isNumber, ...this.trail.current(), ...this.attributes(row) });
  }

  /** Rows of a merged area that began above repeat it, and rows of notes say nothing: neither is told. */
  private readWithoutName(row: GridRow): void {
    const { cells } = row;
    const isContinued = (['code', 'name', 'codedName'] as const).some((role) =>
      this.columnsOf(role).some((column) => shownIn(this.sheet, row, column) !== undefined),
    );
    const ours = this.columnsOf('unit').concat(this.columnsOf('explanation'), this.columnsOf('aliases'));
    if (isContinued || isNote(cells) || !cells.some(({ column }) => ours.indexOf(column) >= 0)) return;
    const place = { sheet: this.sheet.name, cell: formatAddress(cells[0]) };
    this.rejected.push(remark(place, shownText(cells), '没有编码和名称'));
  }

  private separate(codeCell: PlacedCell | undefined, nameCell: PlacedCell | undefined): Identity | string {
    const nameProblem = valueProblem(nameCell);
    if (nameProblem !== null) return nameProblem;
    const written = textOf(nameCell);
    if (codeCell === undefined || isNoneWord(textOf(codeCell))) {
      const problem = valueProblem(codeCell);
      if (problem !== null) return problem;
      const both = splitCodedName(written);
      return both === undefined ? '没有编码' : named(both.code, both.name);
    }
    const read = readCode(codeCell);
    if ('code' in read) {
      const both = splitCodedName(written);
      if (both === undefined || both.code.length < 6) return named(read.code, written);
      if (both.code.toLowerCase() === read.code.toLowerCase()) return named(read.code, both.name);
      return `编码列是“${read.code}”，名称中的编码却是“${both.code}”`;
    }
    const both = splitCodedName(textOf(codeCell));
    if (both === undefined) return read.problem;
    if (written === '' || compactText(written) === compactText(both.name)) return named(both.code, both.name);
    return `编码列写的是“${shorten(both.name)}”，名称列却是“${shorten(written)}”`;
  }

  private together(cell: PlacedCell): Identity | string {
    const problem = valueProblem(cell);
    if (problem !== null) return problem;
    const both = splitCodedName(textOf(cell));
    if (both !== undefined) return named(both.code, both.name);
    return 'code' in readCode(cell) ? '只有编码，没有名称' : '没有编码';
  }

  private attributes(
    row: GridRow,
  ): Omit<ListedEntry, 'place' | 'code' | 'isNumber' | 'name' | 'level1' | 'level2' | 'isWithoutLevel'> {
    const unit = this.first(row, 'unit');
    const kind = this.first(row, 'kind');
    const isShare = unit !== null && /^(?:%|％|百分比|百分率|百分点)$/.test(unit);
    const stated = kind === null ? null : kindOfWord(kind);
    const direction = this.first(row, 'direction');
    const year = this.first(row, 'year');
    const aliases: string[] = [];
    for (const text of this.all(row, 'aliases')) aliases.push(...splitAliases(text));
    return {
      unit: isShare ? null : unit,
      kind: stated === null && isShare ? 'rate' : this.columnsOf('kind').length === 0 ? undefined : stated,
      direction: direction === null ? null : directionOfWord(direction),
      explanation: this.all(row, 'explanation').join('；') || null,
      aliases,
      year: year === null ? null : yearOf(year),
      source: this.first(row, 'source'),
    };
  }

  /** The cell of this role that begins in this row. */
  private ownCell(row: GridRow, role: CatalogueColumn): PlacedCell | undefined {
    for (const column of this.columnsOf(role)) {
      const cell = shownIn(this.sheet, row, column);
      if (cell !== undefined && cell.row === row.row) return cell;
    }
    return undefined;
  }

  private levelTexts(row: GridRow, role: 'level1' | 'level2'): string | null {
    const columns = this.columnsOf(role);
    if (columns.length === 0) return null;
    if (columns.length === 1) return textOf(shownIn(this.sheet, row, columns[0]));
    const texts: string[] = [];
    for (const column of columns) {
      const text = textOf(shownIn(this.sheet, row, column));
      // Codes stand before names, whatever the order of their columns.
      if (text !== '' && texts.indexOf(text) < 0) texts[/^[0-9]+$/.test(text) ? 'unshift' : 'push'](text);
    }
    return texts.join('-');
  }

  private first(row: GridRow, role: CatalogueColumn): string | null {
    for (const column of this.columnsOf(role)) {
      const text = textOf(shownIn(this.sheet, row, column));
      if (text !== '' && !isNoneWord(text)) return text;
    }
    return null;
  }

  /** Texts of all columns of this role, with their line breaks. */
  private all(row: GridRow, role: CatalogueColumn): readonly string[] {
    const texts: string[] = [];
    for (const column of this.columnsOf(role)) {
      const cell = shownIn(this.sheet, row, column);
      const line = textOf(cell);
      if (line === '' || isNoneWord(line)) continue;
      const text = cell !== undefined && typeof cell.value === 'string' ? cell.value.trim() : line;
      if (texts.indexOf(text) < 0) texts.push(text);
    }
    return texts;
  }
}

interface Identity {
  readonly code: string;
  readonly name: string;
}

function named(code: string, name: string): Identity | string {
  if (name === '' || isNoneWord(name)) return '没有名称';
  return name.length > LONGEST_NAME ? `名称超过${LONGEST_NAME}个字` : { code, name };
}

function isNote(cells: readonly PlacedCell[]): boolean {
  return cells.length <= 2 && NOTE.test(textOf(cells[0]));
}

function shownText(cells: readonly PlacedCell[]): string {
  return cells
    .slice(0, 6)
    .map((cell) =>
      cell.formula !== null && cell.value === null ? `=${cell.formula}` : textOf(cell) || String(cell.value),
    )
    .join(' | ');
}
