import { compactText } from '../../values/normalize-text';
import { bareSubjectName, levelOfCode, splitSubjectCode } from '../../values/subject-code';
import type { SheetSnapshot } from '../../workbook/workbook-snapshot';
import { isBlank, type FormCell } from '../form';
import { readCell } from '../sheet-view';
import { readAmountCell } from './amount-cell';
import type { AmountCell, AmountColumn, BudgetRow, BudgetRowKind } from './budget-table';
import type { TextColumn } from './column-roles';

/** Where the texts of a section stand; its amounts in `amounts`. */
export interface SectionColumns {
  readonly texts: readonly { readonly index: number; readonly use: TextColumn }[];
  readonly amounts: readonly AmountColumn[];
}

const YEAR_TOTAL = /^本年(?:度)?(?:预算)?(?:收入|支出)?(?:合计|总计|小计)$/;
const GRAND_TOTAL = /^(?:收入|支出|预算)(?:预算)?总计$/;
const TOTAL = /^(?:合计|总计|金额合计|(?:收入|支出|预算|项目)?合计|小计)$/;

function isTotalLabel(text: string): boolean {
  const label = bareSubjectName(text);
  return TOTAL.test(label) || YEAR_TOTAL.test(label) || GRAND_TOTAL.test(label);
}

const BALANCE = /结转|结余|弥补收支|收支差额/;
const ORGANISATION =
  /(?:部门|局|委员会|委|办公室|办|中心|部|院|校|学校|站|会|联合会|所|处|馆|队|室|厅|街道|政府|机关|公司|园|场|社|团|库|本级)(?:\([^()]*\))?$/;

/** Reads the rows of a section; rows that hold neither text nor amount are left out. */
export function readBudgetRows(
  sheet: SheetSnapshot,
  rows: readonly number[],
  columns: SectionColumns,
): readonly BudgetRow[] {
  const found = rows
    .map((row) => readBudgetRow(sheet, row, columns))
    .filter((row): row is BudgetRow => row !== undefined);
  const finest = mostPlaces(found, columns.amounts.length);
  const rowsOfUnits = markUnits(found);
  if (finest.every((places) => places === 0)) return rowsOfUnits;
  return rowsOfUnits.map((row) => ({
    ...row,
    amounts: row.amounts.map((amount, place) => refined(amount, finest[place])),
  }));
}

/** Rows that name a unit by its code among the codes of subjects: "313001 某局", and "313 某局" above it. */
function markUnits(rows: readonly BudgetRow[]): readonly BudgetRow[] {
  let ofClass = '';
  return rows.map((row, index) => {
    const next = rows[index + 1];
    // 207104 图书馆 below 207 is a subject that lost a digit.
    const isUnit = isUnitCode(row, ofClass) || (next !== undefined && isUnitCode(next, ofClass) && isAbove(row, next));
    if (!isUnit && row.code !== null) ofClass = row.code.slice(0, 3);
    return isUnit ? { ...row, kind: 'unit', code: null, codeCell: null, level: null } : row;
  });
}

function isUnitCode({ code, name }: BudgetRow, ofClass: string): boolean {
  return (
    code !== null &&
    code.length > 5 &&
    levelOfCode(code) === undefined &&
    code.slice(0, 3) !== ofClass &&
    ORGANISATION.test(name)
  );
}

function isAbove({ code, name }: BudgetRow, next: BudgetRow): boolean {
  return code !== null && code.length === 3 && ORGANISATION.test(name) && (next.code || '').lastIndexOf(code, 0) === 0;
}

/** Decimals shown in each column: a number without a format of its own drops its zeros, not its precision. */
function mostPlaces(rows: readonly BudgetRow[], columns: number): readonly number[] {
  const most = Array.from({ length: columns }, () => 0);
  for (const { amounts } of rows) {
    amounts.forEach(({ places }, index) => {
      if (places > most[index]) most[index] = places;
    });
  }
  return most;
}

function refined(amount: AmountCell, places: number): AmountCell {
  const isCoarser = amount.state === 'amount' && amount.places < places;
  return isCoarser && /^(?:General|@|)$/.test(amount.cell.numberFormat) ? amount.with({ places }) : amount;
}

function readBudgetRow(sheet: SheetSnapshot, row: number, columns: SectionColumns): BudgetRow | undefined {
  const texts: { use: TextColumn; cell: FormCell }[] = [];
  for (const { index, use } of columns.texts) {
    if (sheet.cellAt(row, index) === undefined && sheet.mergedAreaAt(row, index) === undefined) continue;
    const cell = readCell(sheet, row, index);
    if (!isBlank(cell)) texts.push({ use, cell });
  }
  const textOf = (use: TextColumn): FormCell | null => {
    for (const text of texts) if (text.use === use) return text.cell;
    return null;
  };
  const amounts = columns.amounts.map((column) => readAmountCell(sheet, row, column));
  const unit = textOf('unit');
  const nameCell = textOf('name');
  const year = textOf('year');
  const { code, codeCell } = codeOf(textOf, nameCell);
  const ownUnit = unit !== null && unit.address.row === row ? unit : code === null ? textOf('unit-code') : null;
  if (!nameCell && !codeCell && !year && !ownUnit && amounts.every(({ state }) => state === 'blank')) return undefined;
  const inName = nameCell ? splitSubjectCode(nameCell.text) : undefined;
  // 合计 may stand in any column of texts.
  const labelCell = nameCell || (code === null ? codeCell : null) || textOf('note');
  const isNamed = nameCell !== null || (labelCell !== null && isTotalLabel(labelCell.text));
  const name = labelCell && isNamed ? bareSubjectName(inName && inName.name !== '' ? inName.name : labelCell.text) : '';
  const kind = kindOf(name, code, ownUnit, year, columns);
  return { row, kind, unit, codeCell, code, nameCell, name, yearCell: year, level: levelOf(code, nameCell), amounts };
}

function codeOf(
  textOf: (use: TextColumn) => FormCell | null,
  nameCell: FormCell | null,
): { readonly code: string | null; readonly codeCell: FormCell | null } {
  const parts = (['code-class', 'code-group', 'code-item'] as const).map(textOf);
  const [first] = parts;
  if (first !== null) {
    const digits = parts.map((cell) => (cell ? compactText(cell.text) : ''));
    const isWhole = digits.every(
      (text, index) => text === '' || (/^[0-9]+$/.test(text) && text.length === (index === 0 ? 3 : 2)),
    );
    // 201 | 20113 | 2011308: each cell holds the whole code down to its level.
    const last = digits.filter((text) => text !== '').pop() || '';
    const code = isWhole ? digits.join('') : /^[0-9]+$/.test(last) ? last : null;
    return { code, codeCell: parts.filter((cell) => cell !== null).pop() || first };
  }
  const codeCell = textOf('code');
  const own = codeCell ? splitSubjectCode(codeCell.text) : undefined;
  if (codeCell && own) return { code: own.code, codeCell };
  const inName = nameCell ? splitSubjectCode(nameCell.text) : undefined;
  if (nameCell && inName && inName.name !== '' && (levelOfCode(inName.code) !== undefined || isSetOff(nameCell.text)))
    return { code: inName.code, codeCell: nameCell };
  return { code: null, codeCell: codeCell };
}

/** "2080-抚恤": a number set off from the name that follows, of whatever length. */
function isSetOff(text: string): boolean {
  return /^[0-9]{3,9}[-_][^0-9]/.test(compactText(text));
}

function kindOf(
  name: string,
  code: string | null,
  unit: FormCell | null,
  year: FormCell | null,
  columns: SectionColumns,
): BudgetRowKind {
  const label = name || (year ? bareSubjectName(year.text) : '') || (unit ? bareSubjectName(unit.text) : '');
  if (/^增减|变化金额|^比上年|增减额$/.test(label)) return 'change';
  if (year)
    return /^20[0-9]{2}年?/.test(compactText(year.text)) || /上年|本年/.test(year.text) ? yearKind(year.text) : 'item';
  if (YEAR_TOTAL.test(label)) return 'year-total';
  if (GRAND_TOTAL.test(label)) return 'grand-total';
  if (TOTAL.test(label) && code === null) return 'total';
  if (BALANCE.test(label) && code === null) return 'balance';
  if (code !== null && levelOfCode(code) !== undefined) return 'item';
  if (name === '' && unit !== null) return 'unit';
  const isCoded = columns.texts.some(({ use }) => use === 'code' || use === 'code-class');
  return isCoded && code === null && ORGANISATION.test(name) ? 'unit' : 'item';
}

function yearKind(text: string): BudgetRowKind {
  return /上年/.test(text) ? 'last-year' : 'this-year';
}

/** How deep a row stands: by its code, else by its list number (一、 before （一） before 1. before (1)). */
function levelOf(code: string | null, nameCell: FormCell | null): number | null {
  const ofCode = code === null ? undefined : levelOfCode(code);
  if (ofCode !== undefined) return ofCode;
  if (nameCell === null) return null;
  const text = compactText(nameCell.text);
  if (/^[一二三四五六七八九十]{1,3}[、.]/.test(text)) return 1;
  if (/^\([一二三四五六七八九十]{1,3}\)/.test(text)) return 2;
  if (/^[0-9]{1,2}[、.](?![0-9])/.test(text)) return 3;
  if (/^\([0-9]{1,2}\)|^其中[:：]?/.test(text)) return 4;
  return null;
}
