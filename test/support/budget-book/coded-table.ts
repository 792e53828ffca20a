import type { CellSpec } from '../build-form';
import type { Amounts, CodedAmounts } from './budget';
import { moneyCell, type Print } from './layout';
import { DEPARTMENT, letter, type Entry, type Part, type PartRow } from './part';

const AMOUNT_HEADS = ['支出总计', '基本支出', '项目支出'];

/** 单位 | 科目编码 | 科目名称 | amounts, in one of the ways that books write it. */
export function codedTable(
  name: string,
  title: string,
  print: Print,
  rows: readonly CodedAmounts[],
  whole: Amounts,
): Part {
  const { layout } = print;
  const texts = textColumns(layout.code);
  const lead = layout.hasExtraColumns ? 1 : 0;
  const first = lead + texts.heads.length;
  const amountColumns = layout.order.map((_which, place) => first + place);
  const amountsOf = (amounts: Amounts): CellSpec[] => layout.order.map((which) => moneyCell(amounts[which], print));
  const around = (cells: readonly CellSpec[], number: number | null): CellSpec[] =>
    layout.hasExtraColumns ? [number, ...cells, null] : [...cells];

  const totalLabel = layout.total === 'unit' && texts.unit !== null ? DEPARTMENT : '合计';
  const totalRow: PartRow = {
    cells: around([totalLabel, ...Array<null>(texts.heads.length - 1).fill(null), ...amountsOf(whole)], null),
    entries: [{ kind: 'total', code: null, name: totalLabel, codeColumn: null, nameColumn: lead, amountColumns }],
  };
  const body = rows.map((row, index): PartRow => {
    const entry: Entry = {
      kind: 'coded',
      code: row.code,
      name: row.name,
      codeColumn: lead + (texts.code === null ? texts.name : texts.code) + (texts.isThree ? row.level - 1 : 0),
      nameColumn: lead + texts.name,
      amountColumns,
    };
    return { cells: around([...codeCells(row, print), ...amountsOf(row.amounts)], index + 1), entries: [entry] };
  });
  const heads = layout.order.map((which) => AMOUNT_HEADS[which]);
  const { head, merges } = headOf(print, lead, texts.heads, heads);
  return {
    name,
    title,
    unit: print.isInYuan ? '元' : layout.unit,
    head,
    merges,
    body: layout.total === 'bottom' ? [...body, totalRow] : [totalRow, ...body],
    notes: [],
  };
}

interface TextColumns {
  readonly heads: readonly (string | null)[];
  readonly unit: number | null;
  readonly code: number | null;
  readonly name: number;
  /** 类, 款 and 项 stand in three columns. */
  readonly isThree?: boolean;
}

function textColumns(code: Print['layout']['code']): TextColumns {
  switch (code) {
    case 'in-name':
      return { heads: ['预算单位', '科目名称'], unit: 0, code: null, name: 1 };
    case 'after-name':
      return { heads: ['功能分类科目名称', '科目编码'], unit: null, code: 1, name: 0 };
    case 'three-columns':
      return { heads: ['科目编码', null, null, '科目名称'], unit: null, code: 0, name: 3, isThree: true };
    default:
      return { heads: ['预算单位', '科目编码', '科目名称'], unit: 0, code: 1, name: 2 };
  }
}

function headOf(
  { layout }: Print,
  lead: number,
  texts: readonly (string | null)[],
  amounts: readonly string[],
): Pick<Part, 'head' | 'merges'> {
  const isThree = layout.code === 'three-columns';
  const width = lead + texts.length + amounts.length + lead;
  const first = lead + texts.length;
  const top: CellSpec[] = [...(lead ? ['序号'] : []), ...texts, ...amounts, ...(lead ? ['备注'] : [])];
  const second: CellSpec[] = Array<CellSpec>(width).fill(null);
  const merges: string[] = [];
  const merged = layout.hasMergedHead && amounts[0] === '支出总计';
  if (merged) {
    top.splice(first + 1, 2, '其中', null);
    second.splice(first + 1, 2, amounts[1], amounts[2]);
    merges.push(`${letter(first + 1)}1:${letter(first + 2)}1`);
  }
  if (isThree) {
    second.splice(lead, 3, '类', '款', '项');
    merges.push(`${letter(lead)}1:${letter(lead + 2)}1`);
  }
  const head: CellSpec[][] = [top];
  if (merged || isThree) {
    head.push(second);
    for (let column = 0; column < width; column += 1)
      if (second[column] === null) merges.push(`${letter(column)}1:${letter(column)}2`);
  }
  if (layout.hasNumberingRow) {
    const width_ = first + amounts.length;
    head.push(
      Array.from({ length: width_ }, (_value, column) =>
        isThree && column < first ? (column === lead ? '栏次' : null) : column + 1,
      ),
    );
  }
  return { head, merges };
}

function codeCells({ code, name, level }: CodedAmounts, { layout }: Print): readonly CellSpec[] {
  const shown = layout.isIndented ? `${'　'.repeat(level - 1)}${name}` : name;
  switch (layout.code) {
    case 'in-name':
      return [null, `${code}-${name}`];
    case 'after-name':
      return [shown, code];
    case 'three-columns':
      return [...[code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].map((part) => part || null), shown];
    case 'number':
      return [null, Number(code), shown];
    default:
      return [null, code, shown];
  }
}
