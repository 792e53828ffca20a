import type { CellContent } from '../changes/change-set';
import type { RowCell, RowInsertion } from '../changes/row-change';
import type { Form, Indicator, IndicatorForm } from '../forms/form';
import {
  isBenefit,
  isPossibleParent,
  isSatisfaction,
  LEVEL1_TITLES,
  LEVEL2_KINDS,
  LEVEL2_TITLES,
  parseLevel1,
  parseLevel2,
  type Level1,
  type Level2,
} from '../forms/indicator-levels';
import type { RuleContext } from '../rules/define-rule';
import { isFilledRow } from '../rules/row-content';
import { siblingsOf } from '../rules/template-rows';
import { isNotApplicable } from '../values/special-texts';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { areasOfNewRow } from './areas-of-new-row';
import type { RowRefusal } from './row-repairs';

const NOT_APPLICABLE = '不适用';

const LEVEL1_KINDS: readonly Level1[] = ['output', 'benefit', 'satisfaction', 'cost'];

/** Where a row goes: behind or before one that is there. */
interface RowPlace {
  readonly neighbour: Indicator;
  readonly isBehind: boolean;
  /** False where no row of the form has the first level yet. */
  readonly isInGroup: boolean;
}

/**
 * A row for a second level that the form lacks, with 不适用 in it, in the order of the template; a refusal where 不适用 would be wrong or
 * the place is not clear.
 */
export function planMissingRow(
  type: Level2,
  form: IndicatorForm,
  sheet: SheetSnapshot,
  context: RuleContext,
): RowInsertion | RowRefusal {
  const title = LEVEL2_TITLES[type];
  const { indicators } = form.projects[0];
  if (form.projects.length > 1) return { refusal: `一张表里有多个单位，请人工补上“${title}”行。` };
  if (!indicators.some(isFilledRow)) return { refusal: `本表尚未填写，没有补“${title}”行。` };
  if (isNeeded(type, indicators)) return { refusal: `“${title}”每个项目都应有，请人工补上该行并填写。` };
  const siblings = siblingsOf(form, context).filter(({ projects }) => rowOfType(projects[0].indicators, type) !== null);
  const sibling = siblings.length === 0 ? null : richest(siblings);
  const model = sibling === null ? null : rowOfType(sibling.projects[0].indicators, type);
  const level1 = parentOf(type, model, indicators, context);
  // Under a first level 成本 templates have several second levels: which of them is missing nobody knows.
  const isVague = type === 'cost' && level1 === 'cost' && model === null;
  const place = isVague ? null : findPlace(type, level1, indicators, sibling);
  const level2Text = level2TextOf(type, model, indicators);
  if (place === null || level2Text === null) return { refusal: `看不出“${title}”行应放在哪里、怎样写，请人工补上。` };
  const { neighbour, isBehind, isInGroup } = place;
  const bottom = Math.max(neighbour.row, ...[neighbour.name, neighbour.value].map(({ range }) => range.bottom));
  const like = isBehind ? bottom : neighbour.row;
  const row = isBehind ? bottom + 1 : neighbour.row;
  const group = isInGroup ? indicators.filter(({ level1Kind }) => level1Kind === level1) : [];
  const areas = areasOfNewRow(sheet, form, { row, like, group: isBehind ? group : [], indicators });
  if (areas === null) return { refusal: `“${title}”行应在的位置有跨行合并的单元格，请人工补上。` };
  const level1Text = isInGroup
    ? isBlankBelowFirst(group) && isBehind
      ? ''
      : neighbour.level1.text
    : level1TextOf(level1, model, indicators);
  if (level1Text === null) return { refusal: `看不出“${title}”行的一级指标怎样写，请人工补上。` };
  const contents = contentsOf(form, sheet, like, { level1: level1Text, level2: level2Text, sibling });
  const cells = contents.filter(({ column }) => !areas.some((area) => covers(area, row, column)));
  return { kind: 'insert', sheet: sheet.name, row, like, beside: [], cells, mergedAreas: areas };
}

/** True where what a cell of the new row holds would not be seen. */
function covers({ top, left, right }: CellRange, row: number, column: number): boolean {
  return column >= left && column <= right && (top < row || column > left);
}

/** Every project has quantities, an effect and people it serves: 不适用 would be wrong there. */
function isNeeded(type: Level2, indicators: readonly Indicator[]): boolean {
  if (type === 'quantity' || type === 'serviceSatisfaction') return true;
  return (
    isBenefit(type) &&
    !indicators.some(({ level1Kind, level2Kind }) => isBenefit(level2Kind) || level1Kind === 'benefit')
  );
}

function rowOfType(indicators: readonly Indicator[], type: Level2): Indicator | null {
  return indicators.find(({ level2Kind }) => level2Kind === type) || null;
}

/** The form with most types shows most of the template's order. */
function richest(forms: readonly IndicatorForm[]): IndicatorForm {
  const count = ({ projects }: Form): number => kindsOf(projects[0].indicators).length;
  return forms.reduce((best, form) => (count(form) > count(best) ? form : best));
}

function kindsOf(indicators: readonly Indicator[]): readonly Level2[] {
  const kinds: Level2[] = [];
  for (const { level2Kind } of indicators)
    if (level2Kind !== null && kinds.indexOf(level2Kind) < 0) kinds.push(level2Kind);
  return kinds;
}

function parentOf(
  type: Level2,
  model: Indicator | null,
  indicators: readonly Indicator[],
  { profile }: RuleContext,
): Level1 {
  if (model !== null && model.level1Kind !== null) return model.level1Kind;
  if (type === 'cost' && profile.costLevel === 'first') return 'cost';
  // Several templates print 满意度 as the last rows of 效益.
  const other = isSatisfaction(type) ? indicators.find(({ level2Kind }) => isSatisfaction(level2Kind)) : undefined;
  if (other !== undefined && other.level1Kind !== null) return other.level1Kind;
  return LEVEL1_KINDS.filter((kind) => isPossibleParent(kind, type))[0];
}

/** Behind the last row of the type before it in the template's order, else before the first row of the one after it. */
function findPlace(
  type: Level2,
  level1: Level1,
  indicators: readonly Indicator[],
  sibling: IndicatorForm | null,
): RowPlace | null {
  const own = indicators.filter(({ level1Kind }) => level1Kind === level1);
  const orders = [sibling === null ? [] : kindsOf(sibling.projects[0].indicators), LEVEL2_KINDS];
  for (const rows of [own, indicators]) {
    const isInGroup = rows === own;
    for (const order of orders) {
      const index = order.indexOf(type);
      if (index < 0) continue;
      for (let before = index - 1; before >= 0; before -= 1) {
        const ofType = rows.filter(({ level2Kind }) => level2Kind === order[before]);
        if (ofType.length > 0) return { neighbour: ofType[ofType.length - 1], isBehind: true, isInGroup };
      }
      // Before another first level's rows there may be those of a third.
      if (!isInGroup) continue;
      for (let after = index + 1; after < order.length; after += 1) {
        const next = rows.find(({ level2Kind }) => level2Kind === order[after]);
        if (next !== undefined) return { neighbour: next, isBehind: false, isInGroup };
      }
    }
  }
  return null;
}

/** The label as the other forms print it, without mark: 不适用 is no answer where the template wants one. Null where it cannot be told. */
function level2TextOf(type: Level2, model: Indicator | null, indicators: readonly Indicator[]): string | null {
  if (model !== null) return withoutMarks(model.level2.text);
  const labels = indicators
    .filter(({ level2Kind }) => level2Kind !== null)
    .map(({ level2 }) => parseLevel2(level2.text));
  return titleLike(
    LEVEL2_TITLES[type],
    labels.map(({ name }) => name),
    labels.map(({ code }) => code),
  );
}

function level1TextOf(level1: Level1, model: Indicator | null, indicators: readonly Indicator[]): string | null {
  if (model !== null && model.level1Kind === level1) return withoutMarks(model.level1.text);
  const labels = indicators.filter(({ level1Kind }) => level1Kind !== null).map((row) => parseLevel1(row.level1.text));
  return titleLike(
    LEVEL1_TITLES[level1],
    labels.map(({ name }) => name),
    labels.map(({ code }) => code),
  );
}

function withoutMarks(text: string): string {
  return text.trim().replace(/^[*+★☆●○◆▲△※#&^!?~=＊＋-]+\s*|[*+★☆＊＋]+$/g, '');
}

/** A title with or without 指标 at its end, as most of the names have it; null where codes stand before them. */
function titleLike(title: string, names: readonly string[], codes: readonly (string | null)[]): string | null {
  if (codes.filter((code) => code !== null).length * 2 > codes.length) return null;
  const isLong = names.filter((name) => /指标$/.test(name)).length * 2 >= names.length;
  return isLong ? title : title.replace(/指标$/, '');
}

/** True where the level stands in the first row of its group only, without a merged area. */
function isBlankBelowFirst(group: readonly Indicator[]): boolean {
  return group.some(({ row, level1 }) => level1.range.bottom < row);
}

function contentsOf(
  form: IndicatorForm,
  sheet: SheetSnapshot,
  like: number,
  row: { readonly level1: string; readonly level2: string; readonly sibling: IndicatorForm | null },
): readonly RowCell[] {
  const { columns } = form;
  const texts = new Map<number, string>();
  const put = (column: { readonly address: { readonly column: number } } | null, text: string): void => {
    if (column !== null && text !== '' && !texts.has(column.address.column)) texts.set(column.address.column, text);
  };
  put(columns.level1, row.level1);
  put(columns.level2, row.level2);
  for (const column of [columns.name, columns.value, columns.explanation, columns.periodValue])
    put(column, NOT_APPLICABLE);
  for (const key of ['nature', 'unit', 'weight'] as const) put(columns[key], usualText(key, form, row.sibling));
  const content = (column: number, text: string): CellContent => {
    const beside = sheet.cellAt(like, column);
    return { value: text, formula: null, numberFormat: beside === undefined ? 'General' : beside.numberFormat };
  };
  return Array.from(texts.keys())
    .sort((a, b) => a - b)
    .map((column) => ({ column, content: content(column, texts.get(column) as string) }));
}

/** What rows that do not apply have in this column; "" where that is something of their own. */
function usualText(key: 'nature' | 'unit' | 'weight', form: IndicatorForm, sibling: IndicatorForm | null): string {
  for (const one of [form, sibling]) {
    if (one === null) continue;
    const row = one.projects[0].indicators.find(
      ({ name, value }) => isNotApplicable(name.text) && isNotApplicable(value.text),
    );
    const cell = row === undefined ? null : row[key];
    if (cell !== null) return isNotApplicable(cell.text) ? cell.text.trim() : '';
  }
  return '';
}
