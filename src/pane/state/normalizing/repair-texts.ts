import type { CellContent, Edit } from '../../../core/changes/change-set';
import type { RowChange } from '../../../core/changes/row-change';
import { formatAddress } from '../../../core/workbook/cell-address';
import { numberText } from '../../../core/workbook/number-text';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';

/** One cell that a repair writes, as Excel shows it. */
export interface RepairedCell {
  readonly cell: string;
  readonly before: string;
  readonly after: string;
  /** What happens beside the text: a number becomes text, say; "" for nothing. */
  readonly remark: string;
}

/** A row that a repair adds or takes away. */
export interface RepairedRow {
  readonly kind: RowChange['kind'];
  /** "在第 19 行下方插入一行：" */
  readonly words: string;
  readonly text: string;
}

export function describeEdit({ address, before, after }: Edit): RepairedCell {
  const [former, latter] = [shownText(before), shownText(after)];
  return {
    cell: formatAddress(address),
    before: former,
    after: latter,
    remark: remarkOn(before, after, former === latter),
  };
}

/** Rows are counted as the workbook stands: the one above keeps its number. */
export function describeRow(change: RowChange): RepairedRow {
  const texts = change.cells.map(({ content }) => shownText(content)).filter((text) => text !== '');
  return {
    kind: change.kind,
    words:
      change.kind === 'insert'
        ? NORMALIZING_STRINGS.insertsRow(change.row)
        : NORMALIZING_STRINGS.deletesRow(change.row + 1),
    text: texts.length === 0 ? NORMALIZING_STRINGS.blankRow : texts.join('　'),
  };
}

/** What the cell shows. */
export function shownText({ value, formula, numberFormat }: CellContent): string {
  if (formula !== null) return `=${formula}`;
  if (typeof value === 'number') return numberText(value, numberFormat);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return value === null ? '' : value;
}

function remarkOn(before: CellContent, after: CellContent, looksSame: boolean): string {
  if (after.formula !== null || after.value === null || after.value === '') return '';
  if (typeof after.value === 'number' && typeof before.value === 'string') {
    return looksSame ? NORMALIZING_STRINGS.becomesNumberOnly : NORMALIZING_STRINGS.becomesNumber;
  }
  if (before.value === after.value && typeof after.value === 'number' && !looksSame) {
    return NORMALIZING_STRINGS.showsOtherwise;
  }
  if (!looksSame) return '';
  const becomesText = typeof before.value === 'number' || after.numberFormat === '@';
  return becomesText ? NORMALIZING_STRINGS.becomesText : NORMALIZING_STRINGS.formatOnly;
}
