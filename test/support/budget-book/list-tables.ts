import type { CellSpec } from '../build-form';
import type { Budget, CodedAmounts } from './budget';
import { moneyCell, shownNumber, type Print } from './layout';
import { DEPARTMENT, type Entry, type Part, type PartRow } from './part';
import { below, type Random } from './random';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 收入 on the left, 支出 by 类 on the right, both closed by 本年合计, 结转 and 总计. */
export function twoSided(
  name: string,
  title: string,
  print: Print,
  incomes: readonly string[],
  { byFunction, whole, carried }: Budget,
): Part {
  const classes = byFunction.filter(({ level }) => level === 1);
  const left = incomes.map((label, index) => side(print, 0, index, label, index === 0 ? whole[0] - carried : 0));
  const right = classes.map((row, index) => side(print, 2, index, row.name, row.amounts[0], row));
  const lines: PartRow[] = [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1)
    lines.push(joined(left[index], right[index]));
  const closing = (
    labels: readonly [string, string],
    amounts: readonly [number, number],
    kind: Entry['kind'],
  ): void => {
    lines.push(
      joined(side(print, 0, null, labels[0], amounts[0], kind), side(print, 2, null, labels[1], amounts[1], kind)),
    );
  };
  closing(['本年收入合计', '本年支出合计'], [whole[0] - carried, whole[0]], 'total');
  closing(['上年结转', '结转下年'], [carried, 0], 'other');
  closing(['收入总计', '支出总计'], [whole[0], whole[0]], 'total');
  return {
    name,
    title,
    unit: unitOf(print),
    head: [
      ['收入', null, '支出', null],
      ['项目', '预算数', '项目', '预算数'],
    ],
    merges: ['A1:B1', 'C1:D1'],
    body: lines,
    notes: [],
  };
}

interface Side {
  readonly cells: readonly CellSpec[];
  readonly entry: Entry;
}

function side(
  print: Print,
  column: number,
  number: number | null,
  label: string,
  amount: number,
  what: CodedAmounts | Entry['kind'] = 'item',
): Side {
  const kind = typeof what === 'string' ? what : 'item';
  const cells = [number === null ? label : `${NUMERALS[number]}、${label}`, moneyCell(amount, print)];
  const entry: Entry = {
    kind,
    code: typeof what === 'string' ? null : what.code,
    name: label,
    codeColumn: null,
    nameColumn: column,
    amountColumns: [column + 1],
  };
  return { cells, entry };
}

function joined(left: Side | undefined, right: Side | undefined): PartRow {
  const blank: CellSpec[] = [null, null];
  return {
    cells: [...(left ? left.cells : blank), ...(right ? right.cells : blank)],
    entries: [left, right].filter((one): one is Side => one !== undefined).map(({ entry }) => entry),
  };
}

/** Money by source: 合计 and the department. */
export function incomeTable(print: Print, { whole, carried }: Budget): Part {
  const amounts = [whole[0], carried, whole[0] - carried, 0, 0];
  const head = ['预算单位', '合计', '上年结转', '一般公共预算', '政府性基金', '其他收入'];
  return list('收入总表', '收入总表', print, head, [
    ['合计', amounts],
    [DEPARTMENT, amounts],
  ]);
}

const PROJECTS = ['园区运营补贴', '企业服务平台', '招商推介活动', '政策宣传培训', '数据平台运维'];

export function projectTable(random: Random, print: Print, { whole: [, , project] }: Budget): Part {
  let left = project;
  const rows = PROJECTS.map((name, index): readonly [string, readonly number[]] => {
    const share = index === PROJECTS.length - 1 ? left : Math.trunc(left * random() * 0.6);
    left -= share;
    return [name, [share, share, 0, 0]];
  });
  const head = ['项目名称', '合计', '一般公共预算', '政府性基金', '其他资金'];
  return list('项目支出', '项目支出总表', print, head, [['合计', [project, project, 0, 0]], ...rows]);
}

function list(
  name: string,
  title: string,
  print: Print,
  head: readonly string[],
  rows: readonly (readonly [string, readonly number[]])[],
): Part {
  const amountColumns = head.slice(1).map((_head, index) => index + 1);
  const body = rows.map(([label, amounts], index): PartRow => {
    const kind = index === 0 ? 'total' : 'item';
    const cells = [label, ...amounts.map((amount) => moneyCell(amount, print))];
    return { cells, entries: [{ kind, code: null, name: label, codeColumn: null, nameColumn: 0, amountColumns }] };
  });
  return { name, title, unit: unitOf(print), head: [head], merges: [], body, notes: [] };
}

/** Two years of 三公, and what changed. */
export function threePublicTable(random: Random, print: Print): Part {
  const year = (): number[] => {
    const [abroad, reception, purchase, running] = [0, 1, 2, 3].map(() => below(random, 9000));
    return [abroad + reception + purchase + running, abroad, reception, purchase + running, purchase, running];
  };
  const [last, current] = [year(), year()];
  const row = (label: string, amounts: readonly number[]): PartRow => ({
    cells: [DEPARTMENT, label, ...amounts.map((amount) => moneyCell(amount, print, true))],
    entries: [
      { kind: 'other', code: null, name: label, codeColumn: null, nameColumn: 1, amountColumns: [2, 3, 4, 5, 6, 7] },
    ],
  });
  return {
    name: '三公经费',
    title: '一般公共预算“三公”经费支出表',
    unit: unitOf(print),
    head: [
      ['预算单位', '年度', '总计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费', null, null],
      [null, null, null, null, null, '小计', '公务用车购置费', '公务用车运行维护费'],
    ],
    merges: ['F1:H1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2'],
    body: [
      row('2024年', last),
      row('2025年', current),
      row(
        '增减变化金额',
        current.map((amount, index) => amount - last[index]),
      ),
    ],
    notes: ['注：“三公”经费均由一般公共预算安排。'],
  };
}

/** A table that has nothing to say, and says so. */
export function emptyTable(name: string, title: string, print: Print): Part {
  const zeros = [0, 0, 0].map((zero) => shownNumber(zero, print.layout));
  return {
    name,
    title,
    unit: unitOf(print),
    head: [['预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出']],
    merges: [],
    body: [{ cells: [DEPARTMENT, null, null, ...zeros], entries: [] }],
    notes: ['注：本表本年无发生额。'],
  };
}

function unitOf({ isInYuan, layout }: Print): string {
  return isInYuan ? '元' : layout.unit;
}
