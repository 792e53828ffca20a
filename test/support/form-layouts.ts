import type { FieldKey } from '../../src/core/forms/form';
import type { CellAddress, CellRange } from '../../src/core/workbook/cell-address';
import type { PlacedCell, SheetContent } from '../../src/core/workbook/workbook-snapshot';

/** What stands where on a generated sheet, in the reader's terms. */
export interface LayoutTruth {
  readonly title: PlacedText | null;
  readonly fields: ReadonlyMap<FieldKey, PlacedText>;
  readonly rows: readonly {
    readonly level1: PlacedText;
    readonly level2: PlacedText;
    readonly name: PlacedText;
    readonly value: PlacedText;
    readonly explanation: PlacedText | null;
  }[];
  readonly remark: PlacedText | null;
}

export interface PlacedText {
  readonly address: CellAddress;
  readonly text: string;
}

export interface LayoutChoice {
  readonly colon: '' | ':' | '：';
  readonly mark: '' | '*' | '+';
  readonly head: 'first value spans two columns' | 'second value spans the rest';
  readonly levels: 'merged' | 'repeated' | 'blank after the first';
  readonly hasTitle: boolean;
  readonly hasRemark: boolean;
  readonly hasExplanation: boolean;
  readonly texts: readonly string[];
}

interface Draft {
  cells: (PlacedText & { readonly row: number; readonly column: number })[];
  merges: CellRange[];
}

const PAIRS: readonly (readonly [FieldKey, string, FieldKey, string])[] = [
  ['projectCode', '项目编码', 'projectName', '项目名称'],
  ['applicantUnit', '申请单位', 'primaryBudgetUnit', '一级预算单位'],
  ['implementationTerm', '实施期限', 'projectType', '项目类型'],
  ['isNewProject', '是否新增项目', 'allocationMethod', '分配方式'],
  ['totalAmount', '项目总金额（中期规划，万元）', 'annualAmount', '本年度项目金额（万元）'],
];
const LONG_FIELDS: readonly (readonly [FieldKey, string])[] = [
  ['policyBasis', '政策依据'],
  ['calculationBasis', '测算依据'],
  ['annualGoal', '年度目标'],
  ['longTermGoal', '长期目标（跨度多年的项目需填）'],
];
const LEVELS: readonly (readonly [string, string])[] = [
  ['产出指标', '数量指标'],
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['产出指标', '成本指标'],
  ['效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '生态效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
  ['满意度指标', '其他满意度指标'],
];

/** A form P in five columns from row `top` on, with the truth about it. */
export function draftForm(
  choice: LayoutChoice,
  top: number,
): { readonly draft: Draft; readonly truth: LayoutTruth; readonly bottom: number } {
  const draft: Draft = { cells: [], merges: [] };
  let textIndex = 0;
  const next = (): string => choice.texts[textIndex++ % choice.texts.length];
  const put = (row: number, column: number, text: string, lastColumn = column, lastRow = row): PlacedText => {
    if (text !== '') draft.cells.push({ row, column, text, address: { row, column } });
    if (lastColumn > column || lastRow > row)
      draft.merges.push({ top: row, left: column, bottom: lastRow, right: lastColumn });
    return { address: { row, column }, text };
  };
  const lastColumn = choice.hasExplanation ? 4 : 3;
  let row = top;
  const title = choice.hasTitle ? put(row, 0, '二级项目支出绩效目标申报表', lastColumn) : null;
  if (choice.hasTitle) row += 1;
  const fields = new Map<FieldKey, PlacedText>();
  const label = (text: string): string => choice.mark.replace('+', '*') + text + choice.colon;
  const secondLabel = choice.head === 'first value spans two columns' && choice.hasExplanation ? 3 : 2;
  for (const [firstKey, first, secondKey, second] of PAIRS) {
    put(row, 0, label(first));
    fields.set(firstKey, put(row, 1, next(), secondLabel - 1));
    put(row, secondLabel, label(second));
    fields.set(secondKey, put(row, secondLabel + 1, next(), lastColumn));
    row += 1;
  }
  for (const [key, text] of LONG_FIELDS) {
    put(row, 0, label(text));
    fields.set(key, put(row, 1, next(), lastColumn));
    row += 1;
  }
  const titles = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'].slice(0, lastColumn + 1);
  titles.forEach((text, column) => put(row, column, text));
  const rows = tableRows(choice, row + 1, put, next);
  row += 1 + rows.length;
  const remark = choice.hasRemark ? put(row, 0, '备注：作为导入模板，置灰信息不可修改。', lastColumn) : null;
  return { draft, truth: { title, fields, rows, remark }, bottom: choice.hasRemark ? row : row - 1 };
}

function tableRows(
  choice: LayoutChoice,
  firstRow: number,
  put: (row: number, column: number, text: string, lastColumn?: number, lastRow?: number) => PlacedText,
  next: () => string,
): LayoutTruth['rows'] {
  const levelCell = (index: number, column: 0 | 1, known: PlacedText | undefined): PlacedText => {
    const key = (row: number): string => LEVELS[row].slice(0, column + 1).join('/');
    const isFirst = index === 0 || key(index - 1) !== key(index);
    let last = index;
    while (last + 1 < LEVELS.length && key(last + 1) === key(index)) last += 1;
    const text = column === 1 ? choice.mark + LEVELS[index][1] : LEVELS[index][0];
    if (choice.levels === 'repeated') return put(firstRow + index, column, text);
    if (!isFirst && known) return known;
    return put(firstRow + index, column, text, column, choice.levels === 'merged' ? firstRow + last : firstRow + index);
  };
  const rows: LayoutTruth['rows'][number][] = [];
  LEVELS.forEach((_level, index) => {
    const row = firstRow + index;
    const before = rows[index - 1];
    // A row blank from end to end is no row that a reader could see.
    const needsName = choice.levels === 'blank after the first' && before !== undefined;
    rows.push({
      level1: levelCell(index, 0, before?.level1),
      level2: levelCell(index, 1, before?.level2),
      name: put(row, 2, next() || (needsName ? '图书采购数量' : '')),
      value: put(row, 3, next()),
      explanation: choice.hasExplanation ? put(row, 4, next()) : null,
    });
  });
  return rows;
}

/** Inserts a row as Excel does: what stands below moves down, merged areas across it grow. Truth moves along. */
export function moveAddress(address: CellAddress, kind: 'row' | 'column', at: number): CellAddress {
  return { ...address, [kind]: address[kind] >= at ? address[kind] + 1 : address[kind] };
}

export function insertInto(content: SheetContent, kind: 'row' | 'column', at: number): SheetContent {
  const [start, end] = kind === 'row' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  const cells = content.cells.map((cell): PlacedCell => ({ ...cell, ...moveAddress(cell, kind, at) }));
  const mergedAreas = content.mergedAreas.map((area): CellRange => ({
    ...area,
    [start]: area[start] >= at ? area[start] + 1 : area[start],
    [end]: area[end] >= at ? area[end] + 1 : area[end],
  }));
  const hidden = kind === 'column' ? 'hiddenColumns' : 'hiddenRows';
  return {
    ...content,
    cells,
    mergedAreas,
    [hidden]: content[hidden].map((index) => (index >= at ? index + 1 : index)),
  };
}

/** Moves the truth about a sheet along with an inserted row or column. */
export function moveTruth(truth: LayoutTruth, kind: 'row' | 'column', at: number): LayoutTruth {
  const moved = (placed: PlacedText): PlacedText => ({ ...placed, address: moveAddress(placed.address, kind, at) });
  return {
    title: truth.title && moved(truth.title),
    fields: new Map([...truth.fields].map(([key, placed]) => [key, moved(placed)])),
    rows: truth.rows.map((row) => ({
      level1: moved(row.level1),
      level2: moved(row.level2),
      name: moved(row.name),
      value: moved(row.value),
      explanation: row.explanation && moved(row.explanation),
    })),
    remark: truth.remark && moved(truth.remark),
  };
}
