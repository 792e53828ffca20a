import fc from 'fast-check';
import type { CatalogueEntry, CatalogueFile } from '../../../../src/core/catalogue/catalogue-file';
import { splitCode } from '../../../../src/core/catalogue/code-scheme';
import { catalogueFileSchema } from '../../../../src/core/catalogue/catalogue-file';
import { readCatalogueTables } from '../../../../src/core/catalogue/importing';
import { LEVEL1_TITLES, LEVEL2_KINDS, LEVEL2_TITLES } from '../../../../src/core/forms/indicator-levels';
import { formatAddress, formatRange } from '../../../../src/core/workbook/cell-address';
import { catalogues } from './arbitrary-catalogues';
import { listWorkbook, type ListCell, type ListSheet } from './list-workbook';

type Column =
  'number' | 'code' | 'name' | 'coded' | 'level1' | 'level2' | 'level1Code' | 'level2Code' | 'unit' | 'remark';

const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  number: ['序号', '行号'],
  code: ['指标编码', '三级指标编码', '编码', '指标代码', '*指标编码（9位）', '指标编号'],
  name: ['指标名称', '三级指标', '三级指标名称', '绩效指标名称', '具体指标', '名称'],
  coded: ['三级指标', '指标名称', '三级指标（编码-名称）'],
  level1: ['一级指标', '一级指标名称', '一级'],
  level2: ['二级指标', '二级指标名称', '二级'],
  level1Code: ['一级指标编码', '一级编码'],
  level2Code: ['二级指标编码', '二级编码'],
  unit: ['计量单位', '单位', '度量单位'],
  remark: ['备注', '适用范围', '分值'],
};

const layouts = fc.record({
  levels: fc.constantFrom('each', 'merged', 'first', 'coded', 'codes', 'sections', 'none'),
  identity: fc.constantFrom('columns', 'numbers', 'wide', 'coded', 'codedWide'),
  order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  wording: fc.nat({ max: 5 }),
  extras: fc.subarray(['number', 'unit', 'remark'] as const),
  titleRows: fc.nat({ max: 2 }),
  hasGroupRow: fc.boolean(),
  blankEvery: fc.constantFrom(0, 3, 5),
  headAgainAt: fc.constantFrom(0, 4, 9),
  notes: fc.boolean(),
  repeated: fc.boolean(),
});
type Layout = typeof layouts extends fc.Arbitrary<infer L> ? L : never;

const WIDE = (text: string): string =>
  text.replace(/[0-9A-Za-z-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Levels in the order of templates, so that those of one level stand together. */
function inGroups(file: CatalogueFile): readonly CatalogueEntry[] {
  const rank = ({ level1, level2 }: CatalogueEntry): number =>
    ['output', 'cost', 'benefit', 'satisfaction', 'process'].indexOf(level1 ?? '') * 100 +
    LEVEL2_KINDS.indexOf(level2 ?? 'quantity');
  return file.entries.slice().sort((one, other) => rank(one) - rank(other));
}

class ListPrinter {
  readonly rows: ListCell[][] = [];
  readonly merges: string[] = [];
  private readonly columns: readonly Column[];

  constructor(
    private readonly file: CatalogueFile,
    private readonly layout: Layout,
  ) {
    const { identity, levels, extras, order } = layout;
    const identityColumns: readonly Column[] = identity.startsWith('coded') ? ['coded'] : ['code', 'name'];
    const levelColumns: readonly Column[] =
      levels === 'none' || levels === 'sections'
        ? []
        : levels === 'codes'
          ? ['level1Code', 'level1', 'level2Code', 'level2']
          : ['level1', 'level2'];
    const all = [...identityColumns, ...levelColumns, ...extras];
    this.columns = all
      .map((column, index) => ({ column, at: order[index] }))
      .sort((a, b) => a.at - b.at)
      .map(({ column }) => column);
  }

  print(entries: readonly CatalogueEntry[]): ListSheet {
    const { titleRows, blankEvery, headAgainAt, notes, repeated, levels } = this.layout;
    for (let row = 0; row < titleRows; row += 1)
      this.rows.push([row === 0 ? '某市预算绩效共性指标库' : '制表日期：2024年5月']);
    this.head();
    let former: CatalogueEntry | null = null;
    let start = this.rows.length;
    entries.forEach((entry, index) => {
      const isNewGroup = former === null || former.level1 !== entry.level1 || former.level2 !== entry.level2;
      const isNewPage = index > 0 && index === headAgainAt;
      if (levels === 'merged' && (isNewGroup || isNewPage)) this.mergeGroup(start);
      if (isNewPage) this.head();
      if (levels === 'sections' && isNewGroup) this.section(entry);
      if (levels === 'merged' && (isNewGroup || isNewPage)) start = this.rows.length;
      this.rows.push(this.row(entry, index, isNewGroup));
      if (levels !== 'merged' && blankEvery > 0 && index % blankEvery === 0) this.rows.push([]);
      former = entry;
    });
    if (levels === 'merged') this.mergeGroup(start);
    if (repeated) this.rows.push(this.row(entries[entries.length - 1], entries.length, false));
    if (notes) this.rows.push(['注：1.本库由财政局发布。'], ['填表人：甲', '审核人：乙']);
    return { name: '库', rows: this.rows, merges: this.merges };
  }

  private head(): void {
    const { wording, hasGroupRow } = this.layout;
    if (hasGroupRow) {
      this.merges.push(
        formatRange({ top: this.rows.length, bottom: this.rows.length, left: 0, right: this.columns.length - 1 }),
      );
      this.rows.push(['绩效指标']);
    }
    this.rows.push(this.columns.map((column) => HEADINGS[column][wording % HEADINGS[column].length]));
  }

  private section({ code, level1, level2 }: CatalogueEntry): void {
    if (level1 !== null) this.rows.push([`一、${LEVEL1_TITLES[level1]}`]);
    if (level2 !== null) this.rows.push([`（一）${LEVEL2_TITLES[level2]}`]);
    expect(code).not.toBe('');
  }

  private mergeGroup(start: number): void {
    const bottom = this.rows.length - 1;
    this.columns.forEach((column, at) => {
      const isLevel = column === 'level1' || column === 'level2';
      if (isLevel && bottom > start) this.merges.push(formatRange({ top: start, bottom, left: at, right: at }));
    });
  }

  private row(entry: CatalogueEntry, index: number, isNewGroup: boolean): ListCell[] {
    const { levels, identity } = this.layout;
    const { code, name, level1, level2, unit } = entry;
    const { codeScheme } = this.file;
    const parts = codeScheme === null ? null : splitCode(code, codeScheme);
    const title1 = level1 === null ? '—' : LEVEL1_TITLES[level1];
    const title2 = level2 === null ? '—' : LEVEL2_TITLES[level2];
    const isShown = levels !== 'first' || isNewGroup;
    const values: Readonly<Record<Column, ListCell>> = {
      number: index + 1,
      code:
        identity === 'numbers' && /^[1-9][0-9]*$/.test(code) ? Number(code) : identity === 'wide' ? WIDE(code) : code,
      name,
      coded: identity === 'codedWide' ? `${WIDE(`${code}-`)}${name}` : `${code}-${name}`,
      level1: !isShown
        ? ''
        : levels === 'coded' && parts !== null && parts.level1Digits !== ''
          ? `${parts.level1Digits}-${title1}`
          : title1,
      level2: !isShown
        ? ''
        : levels === 'coded' && parts !== null && parts.level2Digits !== ''
          ? `${parts.level2Digits}-${title2}`
          : title2,
      level1Code: parts === null ? '' : parts.level1Digits,
      level2Code: parts === null ? '' : parts.level2Digits,
      unit,
      remark: index % 2 === 0 ? '常用' : '',
    };
    return this.columns.map((column) => values[column]);
  }
}

describe('同一个指标库印成各种样子，读出来都一样', () => {
  test('任意版式', () => {
    fc.assert(
      fc.property(catalogues, layouts, (file, wanted) => {
        // Levels that stand nowhere are known from codes only where a scheme says so.
        const needsScheme = wanted.levels === 'none' || wanted.levels === 'sections';
        const layout = {
          ...wanted,
          levels: needsScheme && file.codeScheme === null ? ('each' as const) : wanted.levels,
        };
        const entries = inGroups(file);
        const sheet = new ListPrinter(file, layout).print(entries);
        const found = readCatalogueTables(listWorkbook(sheet), '库.xlsx');
        const brief = (entry: CatalogueEntry) => ({
          code: entry.code,
          name: entry.name,
          levels: layout.levels === 'none' ? entry.level2 : [entry.level1, entry.level2],
          unit: layout.extras.includes('unit') ? entry.unit : null,
        });
        expect(found.problem).toBeNull();
        expect(found.file!.entries.map(brief)).toEqual(entries.map(brief));
        expect(found.rejected).toEqual([]);
        expect(found.duplicates).toHaveLength(layout.repeated ? 1 : 0);
        expect(() => catalogueFileSchema.parse(found.file)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('乱七八糟的表', () => {
  const texts = fc.constantFrom(
    ...Object.values(HEADINGS).flat(),
    '产出指标',
    '11-数量指标',
    '111002681',
    '111002681-扶持企业数量',
    '扶持企业数量',
    '注：',
    '—',
    '',
    '1.1E+08',
    '__proto__',
    'constructor',
  );
  const cells = fc.oneof(texts, fc.string({ maxLength: 12 }), fc.double(), fc.boolean(), fc.constant(null));
  const sheets = fc.record({
    name: fc.constantFrom('库', '数量指标', '1-产出指标', 'Sheet1'),
    rows: fc.array(fc.array(cells, { maxLength: 7 }), { maxLength: 12 }),
    merge: fc.option(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(3), fc.nat(3)), { nil: null }),
  });

  test('从不出错；收入的都合格式，其余的逐行在案', () => {
    fc.assert(
      fc.property(fc.array(sheets, { minLength: 1, maxLength: 3 }), (list) => {
        const workbook = listWorkbook(
          ...list.map(({ merge, ...sheet }, index) => ({
            ...sheet,
            name: `${sheet.name}${index === 0 ? '' : index}`,
            merges:
              merge === null
                ? []
                : [
                    `${formatAddress({ row: merge[0], column: merge[1] })}:${formatAddress({ row: merge[0] + merge[2], column: merge[1] + merge[3] })}`,
                  ],
          })),
        );
        const { file, problem, rejected, conflicts } = readCatalogueTables(workbook, '库.xlsx');
        if (file === null) expect(problem).toMatch(/[。]$/);
        else {
          expect(problem).toBeNull();
          expect(catalogueFileSchema.parse(file)).toEqual(file);
          expect(new Set(file.entries.map(({ code }) => code.toLowerCase())).size).toBe(file.entries.length);
        }
        for (const { cell, reason } of [...rejected, ...conflicts])
          expect(`${cell} ${reason}`).toMatch(/^[A-Z]+[0-9]+ .+/);
      }),
      { numRuns: 500 },
    );
  });
});
