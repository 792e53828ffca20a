import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { sheetOf, type CellSpec } from './build-form';

/** Numbers between 0 and 1 that are the same for the same seed. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** 类, 款, 项 with their names; every 项 is one of a real classification. */
const SUBJECTS: readonly (readonly [
  string,
  string,
  readonly (readonly [string, string, readonly (readonly [string, string])[]])[],
])[] = [
  [
    '201',
    '一般公共服务支出',
    [
      [
        '20103',
        '政府办公厅（室）及相关机构事务',
        [
          ['2010301', '行政运行'],
          ['2010302', '一般行政管理事务'],
          ['2010350', '事业运行'],
        ],
      ],
      [
        '20106',
        '财政事务',
        [
          ['2010601', '行政运行'],
          ['2010605', '财政国库业务'],
          ['2010607', '信息化建设'],
          ['2010608', '财政委托业务支出'],
        ],
      ],
      [
        '20113',
        '商贸事务',
        [
          ['2011308', '招商引资'],
          ['2011350', '事业运行'],
        ],
      ],
    ],
  ],
  [
    '204',
    '公共安全支出',
    [
      [
        '20406',
        '司法',
        [
          ['2040601', '行政运行'],
          ['2040605', '普法宣传'],
          ['2040607', '公共法律服务'],
        ],
      ],
    ],
  ],
  [
    '205',
    '教育支出',
    [
      [
        '20502',
        '普通教育',
        [
          ['2050201', '学前教育'],
          ['2050202', '小学教育'],
          ['2050203', '初中教育'],
        ],
      ],
    ],
  ],
  [
    '208',
    '社会保障和就业支出',
    [
      [
        '20805',
        '行政事业单位养老支出',
        [
          ['2080501', '行政单位离退休'],
          ['2080505', '机关事业单位基本养老保险缴费支出'],
          ['2080506', '机关事业单位职业年金缴费支出'],
        ],
      ],
      ['20808', '抚恤', [['2080801', '死亡抚恤']]],
    ],
  ],
  [
    '210',
    '卫生健康支出',
    [
      [
        '21011',
        '行政事业单位医疗',
        [
          ['2101101', '行政单位医疗'],
          ['2101102', '事业单位医疗'],
        ],
      ],
    ],
  ],
  [
    '212',
    '城乡社区支出',
    [
      [
        '21201',
        '城乡社区管理事务',
        [
          ['2120101', '行政运行'],
          ['2120104', '城管执法'],
        ],
      ],
    ],
  ],
  [
    '221',
    '住房保障支出',
    [
      [
        '22102',
        '住房改革支出',
        [
          ['2210201', '住房公积金'],
          ['2210203', '购房补贴'],
        ],
      ],
    ],
  ],
];

const ECONOMIC: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    '301',
    '工资福利支出',
    [
      ['30101', '基本工资'],
      ['30102', '津贴补贴'],
      ['30103', '奖金'],
      ['30113', '住房公积金'],
    ],
  ],
  [
    '302',
    '商品和服务支出',
    [
      ['30201', '办公费'],
      ['30205', '水费'],
      ['30206', '电费'],
      ['30211', '差旅费'],
      ['30227', '委托业务费'],
    ],
  ],
  [
    '303',
    '对个人和家庭的补助',
    [
      ['30302', '退休费'],
      ['30307', '医疗费补助'],
    ],
  ],
  ['310', '资本性支出', [['31002', '办公设备购置']]],
];

/** How a book is laid out; every choice is one that real books make. */
export interface BookLayout {
  /** In the smallest unit printed: 2 decimals of 万元, whole 万元, or 2 decimals of 元. */
  readonly unit: '万元' | '元';
  readonly decimals: 0 | 2;
  readonly code: 'text' | 'number' | 'in-name' | 'three-columns';
  readonly zero: 'zero' | 'dash' | 'blank';
  readonly total: 'top' | 'bottom' | 'unit';
  readonly titles: boolean;
  readonly isIndented: boolean;
  readonly hasNumberingRow: boolean;
  readonly isSwapped: boolean;
  readonly onOneSheet: boolean;
  readonly isContinued: boolean;
  readonly tables: number;
}

export interface BudgetBook {
  readonly layout: BookLayout;
  readonly sheets: readonly SheetContent[];
  /** Cells that hold an amount of a sum, as "sheet!A1". */
  readonly amountCells: readonly string[];
}

export function randomLayout(random: Random): BookLayout {
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)];
  const unit = pick(['万元', '万元', '元'] as const);
  return {
    unit,
    decimals: unit === '元' ? 2 : pick([0, 2, 2] as const),
    code: pick(['text', 'number', 'in-name', 'three-columns'] as const),
    zero: pick(['zero', 'dash', 'blank'] as const),
    total: pick(['top', 'bottom', 'unit'] as const),
    titles: random() < 0.9,
    isIndented: random() < 0.4,
    hasNumberingRow: random() < 0.3,
    isSwapped: random() < 0.3,
    onOneSheet: random() < 0.3,
    isContinued: random() < 0.3,
    tables: 1 + Math.floor(random() * 10),
  };
}

interface Leaf {
  readonly code: string;
  readonly name: string;
  readonly basic: number;
  readonly project: number;
}

interface Coded {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly amounts: readonly number[];
}

type Grid = CellSpec[][];

/** A consistent budget of a department: what one table says, the others say too, to the cent. */
export function budgetBook(random: Random, layout: BookLayout = randomLayout(random)): BudgetBook {
  const leaves = randomLeaves(random, layout);
  const byFunction = rollUp(leaves);
  const basic = sumOf(leaves.map((leaf) => leaf.basic));
  const project = sumOf(leaves.map((leaf) => leaf.project));
  const byEconomy = economyRows(random, basic, project);
  const parts = tablesOf(random, layout, byFunction, byEconomy, basic, project).slice(0, layout.tables);
  return place(parts, layout);
}

/** In the smallest unit printed, so that everything adds up exactly. */
function randomLeaves(random: Random, layout: BookLayout): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const scale = layout.decimals === 0 ? 400 : 40000;
  for (const [, , groups] of SUBJECTS) {
    if (leaves.length > 0 && random() < 0.35) continue;
    for (const [, , items] of groups) {
      if (random() < 0.3) continue;
      for (const [code, name] of items) {
        if (random() < 0.3) continue;
        const basic = random() < 0.6 ? 1 + Math.floor(random() * scale) : 0;
        const project = random() < 0.5 || basic === 0 ? 1 + Math.floor(random() * scale) : 0;
        leaves.push({ code, name, basic, project });
      }
    }
  }
  return leaves.length > 1 ? leaves : randomLeaves(random, layout);
}

function rollUp(leaves: readonly Leaf[]): readonly Coded[] {
  const rows: Coded[] = [];
  for (const [classCode, className, groups] of SUBJECTS) {
    const under = (prefix: string): readonly Leaf[] => leaves.filter(({ code }) => code.startsWith(prefix));
    if (under(classCode).length === 0) continue;
    rows.push(codedOf(classCode, className, 1, under(classCode)));
    for (const [groupCode, groupName] of groups) {
      if (under(groupCode).length === 0) continue;
      rows.push(codedOf(groupCode, groupName, 2, under(groupCode)));
      for (const leaf of under(groupCode)) rows.push(codedOf(leaf.code, leaf.name, 3, [leaf]));
    }
  }
  return rows;
}

function codedOf(code: string, name: string, level: number, leaves: readonly Leaf[]): Coded {
  const basic = sumOf(leaves.map((leaf) => leaf.basic));
  const project = sumOf(leaves.map((leaf) => leaf.project));
  return { code, name, level, amounts: [basic + project, basic, project] };
}

/** Splits both kinds of expenditure over economic items at random. */
function economyRows(random: Random, basic: number, project: number): readonly Coded[] {
  const items = ECONOMIC.flatMap(([, , list]) => list.map(([code, name]) => ({ code, name })));
  const split = (amount: number): number[] => {
    let left = amount;
    return items.map((_item, index) => {
      const share = index === items.length - 1 ? left : Math.floor(left * random() * 0.5);
      left -= share;
      return share;
    });
  };
  const [basics, projects] = [split(basic), split(project)];
  const rows: Coded[] = [];
  for (const [classCode, className, list] of ECONOMIC) {
    const members = list
      .map(([code, name]) => ({ code, name, index: items.findIndex((item) => item.code === code) }))
      .filter(({ index }) => basics[index] + projects[index] > 0);
    if (members.length === 0) continue;
    const [ofBasic, ofProject] = [basics, projects].map((list_) => sumOf(members.map(({ index }) => list_[index])));
    rows.push({ code: classCode, name: className, level: 1, amounts: [ofBasic + ofProject, ofBasic, ofProject] });
    for (const { code, name, index } of members)
      rows.push({ code, name, level: 2, amounts: [basics[index] + projects[index], basics[index], projects[index]] });
  }
  return rows;
}

interface Part {
  readonly name: string;
  readonly title: string;
  readonly head: Grid;
  readonly merges: readonly string[];
  readonly body: Grid;
  readonly notes: readonly string[];
  /** Amounts stand in these columns. */
  readonly amountColumns: readonly number[];
}

function tablesOf(
  random: Random,
  layout: BookLayout,
  byFunction: readonly Coded[],
  byEconomy: readonly Coded[],
  basic: number,
  project: number,
): readonly Part[] {
  const total = basic + project;
  const classes = byFunction.filter(({ level }) => level === 1);
  const carried = Math.floor(total * 0.1 * random());
  const order = layout.isSwapped ? [1, 2, 0] : [0, 1, 2];
  return [
    coded(layout, '支出总表', '支出总表', byFunction, order, total, [total, basic, project]),
    twoSided(
      layout,
      '收支总表',
      '收支总表',
      [
        ['一般公共预算拨款收入', total - carried],
        ['政府性基金预算拨款收入', 0],
        ['其他收入', 0],
      ],
      carried,
      classes,
    ),
    coded(layout, '一般公共预算支出表', '一般公共预算支出表（按功能分类）', byFunction, order, total, [
      total,
      basic,
      project,
    ]),
    income(layout, total - carried, carried),
    coded(layout, '经济分类', '一般公共预算支出表（按经济分类）', byEconomy, order, total, [total, basic, project]),
    threePublic(random, layout),
    twoSided(
      layout,
      '财政拨款收支',
      '财政拨款收支总表',
      [
        ['一般公共预算拨款', total - carried],
        ['政府性基金预算拨款', 0],
        ['国有资本经营预算拨款', 0],
      ],
      carried,
      classes,
    ),
    emptyTable(layout, '政府性基金', '政府性基金预算支出表'),
    emptyTable(layout, '国有资本', '国有资本经营预算支出表'),
    projects(random, layout, project),
  ];
}

/** 单位 | 科目编码 | 科目名称 | amounts in any order. */
function coded(
  layout: BookLayout,
  name: string,
  title: string,
  rows: readonly Coded[],
  order: readonly number[],
  _total: number,
  totals: readonly number[],
): Part {
  const heads = ['支出总计', '基本支出', '项目支出'];
  const textHeads =
    layout.code === 'in-name'
      ? ['预算单位', '科目名称']
      : layout.code === 'three-columns'
        ? ['科目编码', null, null, '科目名称']
        : ['预算单位', '科目编码', '科目名称'];
  const first = [...textHeads, ...order.map((index) => heads[index])];
  const head: Grid = [first];
  const merges: string[] = [];
  if (layout.code === 'three-columns') {
    head.push(['类', '款', '项', null, null, null, null]);
    merges.push('A1:C1', ...[3, 4, 5, 6].map((column) => `${letter(column)}1:${letter(column)}2`));
  }
  const width = textHeads.length;
  const amountsOf = (amounts: readonly number[]): CellSpec[] => order.map((index) => money(amounts[index], layout));
  const body: Grid = rows.map((row) => [...codeCells(row, layout), ...amountsOf(row.amounts)]);
  const totalRow: CellSpec[] = [
    layout.total === 'unit' && layout.code !== 'three-columns' ? '南湖区发展促进局' : '合计',
    ...Array<null>(width - 1).fill(null),
    ...amountsOf(totals),
  ];
  if (layout.total === 'bottom') body.push(totalRow);
  else body.unshift(totalRow);
  if (layout.hasNumberingRow) {
    head.push(
      first.map((_cell, column) =>
        layout.code === 'three-columns' && column < 4 ? (column === 0 ? '栏次' : null) : column + 1,
      ),
    );
  }
  return { name, title, head, merges, body, notes: [], amountColumns: [0, 1, 2].map((index) => width + index) };
}

function codeCells({ code, name, level }: Coded, layout: BookLayout): CellSpec[] {
  const shown = layout.isIndented ? `${'　'.repeat(level - 1)}${name}` : name;
  if (layout.code === 'in-name') return [null, `${code}-${name}`];
  if (layout.code === 'three-columns') {
    const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
    return [...parts.map((part) => part || null), shown];
  }
  return [null, layout.code === 'number' ? Number(code) : code, shown];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function twoSided(
  layout: BookLayout,
  name: string,
  title: string,
  incomes: readonly (readonly [string, number])[],
  carried: number,
  classes: readonly Coded[],
): Part {
  const left: [string, number][] = incomes.map(([label, amount], index) => [`${NUMERALS[index]}、${label}`, amount]);
  const right: [string, number][] = classes.map((row, index) => [`${NUMERALS[index]}、${row.name}`, row.amounts[0]]);
  const body: Grid = [];
  const blank: CellSpec[] = [null, null];
  const cells = (entry: readonly [string, number] | undefined): CellSpec[] =>
    entry ? [entry[0], money(entry[1], layout)] : blank;
  for (let index = 0; index < Math.max(left.length, right.length); index += 1)
    body.push([...cells(left[index]), ...cells(right[index])]);
  const ofIncome = sumOf(incomes.map(([, amount]) => amount));
  const ofExpenditure = sumOf(classes.map(({ amounts }) => amounts[0]));
  body.push([...cells(['本年收入合计', ofIncome]), ...cells(['本年支出合计', ofExpenditure])]);
  body.push([...cells(['上年结转', carried]), ...cells(['结转下年', ofIncome + carried - ofExpenditure])]);
  body.push([...cells(['收入总计', ofIncome + carried]), ...cells(['支出总计', ofIncome + carried])]);
  return {
    name,
    title,
    head: [
      ['收入', null, '支出', null],
      ['项目', '预算数', '项目', '预算数'],
    ],
    merges: ['A1:B1', 'C1:D1'],
    body,
    notes: [],
    amountColumns: [1, 3],
  };
}

function income(layout: BookLayout, year: number, carried: number): Part {
  const row = (label: string): CellSpec[] => [
    label,
    money(year + carried, layout),
    money(carried, layout),
    money(year, layout),
    money(0, layout),
    money(0, layout),
  ];
  return {
    name: '收入总表',
    title: '收入总表',
    head: [['预算单位', '合计', '上年结转', '一般公共预算', '政府性基金', '其他收入']],
    merges: [],
    body: [row('合计'), row('南湖区发展促进局')],
    notes: [],
    amountColumns: [1, 2, 3, 4, 5],
  };
}

function threePublic(random: Random, layout: BookLayout): Part {
  const scale = layout.decimals === 0 ? 90 : 9000;
  const year = (): number[] => {
    const [abroad, reception, purchase, running] = [0, 1, 2, 3].map(() => Math.floor(random() * scale));
    return [abroad + reception + purchase + running, abroad, reception, purchase + running, purchase, running];
  };
  const [last, current] = [year(), year()];
  const row = (label: string, amounts: readonly number[]): CellSpec[] => [
    '南湖区发展促进局',
    label,
    ...amounts.map((amount) => money(amount, layout, true)),
  ];
  return {
    name: '三公经费',
    title: '一般公共预算“三公”经费支出表',
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
    amountColumns: [2, 3, 4, 5, 6, 7],
  };
}

function emptyTable(layout: BookLayout, name: string, title: string): Part {
  return {
    name,
    title,
    head: [['预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出']],
    merges: [],
    body: [['南湖区发展促进局', null, null, ...[0, 0, 0].map((zero) => money(zero, { ...layout, zero: 'zero' }))]],
    notes: ['注：本表本年无发生额。'],
    amountColumns: [],
  };
}

function projects(random: Random, layout: BookLayout, total: number): Part {
  const names = ['园区运营补贴', '企业服务平台', '招商推介活动', '政策宣传培训', '数据平台运维'];
  let left = total;
  const amounts = names.map((_name, index) => {
    const share = index === names.length - 1 ? left : Math.floor(left * random() * 0.6);
    left -= share;
    return share;
  });
  const row = (label: string, amount: number): CellSpec[] => [
    label,
    money(amount, layout),
    money(amount, layout),
    money(0, layout),
    money(0, layout),
  ];
  return {
    name: '项目支出',
    title: '项目支出总表',
    head: [['项目名称', '合计', '一般公共预算', '政府性基金', '其他资金']],
    merges: [],
    body: [row('合计', total), ...names.map((label, index) => row(label, amounts[index]))],
    notes: [],
    amountColumns: [1, 2, 3, 4],
  };
}

/** @param amount In the smallest unit printed. */
function money(amount: number, layout: BookLayout, isAlwaysShown = false): CellSpec {
  if (amount === 0 && !isAlwaysShown && layout.zero !== 'zero') return layout.zero === 'dash' ? '-' : null;
  const value = layout.decimals === 0 ? amount : amount / 100;
  const [whole, fraction] = Math.abs(value).toFixed(layout.decimals).split('.');
  const text = `${value < 0 ? '-' : ''}${whole.replace(/(\d)(?=(\d{3})+$)/g, '$1,')}${fraction === undefined ? '' : `.${fraction}`}`;
  return { value, text, numberFormat: layout.decimals === 0 ? '#,##0' : '#,##0.00' };
}

function place(parts: readonly Part[], layout: BookLayout): BudgetBook {
  const amountCells: string[] = [];
  const sheets: SheetContent[] = [];
  let cells: Record<string, CellSpec> = {};
  let merges: string[] = [];
  let row = 1;
  let sheetName = layout.onOneSheet ? '预算公开表' : '';
  const flush = (): void => {
    sheets.push(sheetOf(sheetName, cells, merges));
    cells = {};
    merges = [];
    row = 1;
  };
  const open = (part: Part, isContinuation: boolean): void => {
    if (layout.titles || layout.onOneSheet || isContinuation)
      cells[`A${row++}`] = `${part.title}${isContinuation ? '（续）' : ''}`;
    cells[`A${row}`] = '部门名称：南湖区发展促进局';
    cells[`D${row++}`] = `单位：${layout.unit}`;
    const top = row;
    for (const line of part.head) {
      line.forEach((cell, column) => (cells[`${letter(column)}${row}`] = cell));
      row += 1;
    }
    for (const merge of part.merges) merges.push(merge.replace(/\d+/g, (number) => String(Number(number) + top - 1)));
  };
  parts.forEach((part, index) => {
    if (!layout.onOneSheet) sheetName = `表${index + 1} ${part.name}`;
    open(part, false);
    const cut = layout.isContinued && !layout.onOneSheet && part.body.length > 8 ? 6 : part.body.length;
    part.body.forEach((line, index_) => {
      if (index_ === cut) {
        flush();
        sheetName = `${sheetName}续`;
        open(part, true);
      }
      line.forEach((cell, column) => {
        cells[`${letter(column)}${row}`] = cell;
        if (part.amountColumns.includes(column) && typeof cell === 'object' && cell !== null)
          amountCells.push(`${sheetName}!${letter(column)}${row}`);
      });
      row += 1;
    });
    for (const note of part.notes) cells[`A${row++}`] = note;
    if (!layout.onOneSheet) flush();
    else row += 1;
  });
  if (layout.onOneSheet) flush();
  return { layout, sheets, amountCells };
}

function letter(column: number): string {
  return 'ABCDEFGHIJ'[column];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
