import fc from 'fast-check';
import generalProfile from '../../../assets/profiles/general.json';
import { applyChangeSet } from '../../../src/core/changes/apply-change-set';
import { invertChangeSet } from '../../../src/core/changes/change-set';
import { parseCatalogue, type IndicatorCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import {
  certainChoices,
  fillingChanges,
  proposeCodes,
  strippingChanges,
  type CodingPlan,
} from '../../../src/core/coding';
import { readForms } from '../../../src/core/forms/read-forms';
import { parseProfile } from '../../../src/core/review/profile';
import { runReview } from '../../../src/core/review/run-review';
import type { Finding } from '../../../src/core/review/finding';
import { RULES } from '../../../src/core/rules';
import { parseAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent, WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import {
  codedTable,
  overallTarget,
  projectTarget,
  workbookOf,
  type CellSpec,
  type CodedProjectSpec,
  type IndicatorRow,
} from '../../support/build-form';

/** [name, level 1, level 2, kind, unit, a value that suits] */
const STANDARD = [
  ['图书采购数量', 'output', 'quantity', 'count', '册', '≥8000册'],
  ['阅读推广活动场次', 'output', 'quantity', 'count', '场', '≥20场'],
  ['(新建/改造)社区书屋数量', 'output', 'quantity', 'count', '家', '≥3家'],
  ['12345热线接听数量', 'output', 'quantity', 'count', '件', '≥300件'],
  ['图书验收合格率', 'output', 'quality', 'rate', null, '≥98%'],
  ['图书上架及时率', 'output', 'timeliness', 'rate', null, '≥95%'],
  ['书屋开放时间', 'output', 'timeliness', 'date', null, '2025年12月31日前'],
  ['项目成本控制率', 'output', 'cost', 'rate', null, '≤100%'],
  ['社区图书借阅量增长率', 'benefit', 'socialBenefit', 'rate', null, '≥5%'],
  ['提升全民阅读氛围(是/否)', 'benefit', 'socialBenefit', 'yes-no', null, '是'],
  ['读者满意度', 'satisfaction', 'serviceSatisfaction', 'rate', null, '≥90%'],
] as const;

const LABELS = {
  quantity: ['产出指标', '数量指标', '1', '11'],
  quality: ['产出指标', '质量指标', '1', '12'],
  timeliness: ['产出指标', '时效指标', '1', '13'],
  cost: ['产出指标', '成本指标', '1', '14'],
  socialBenefit: ['效益指标', '社会效益指标', '2', '22'],
  serviceSatisfaction: ['满意度指标', '服务对象满意度指标', '3', '31'],
} as const;

type Kind = keyof typeof LABELS;

const LEVEL1 = { '1': 'output', '2': 'benefit', '3': 'satisfaction' };
const LEVEL2 = Object.fromEntries(Object.entries(LABELS).map(([kind, [, , , digits]]) => [digits, kind]));
const part = (meaning: string, length: number) => ({ meaning, length });

/** How an office builds its codes: scheme, and the code of the n-th entry. */
const STYLES = {
  nine: {
    scheme: { prefix: '', parts: [part('level1', 1), part('level2', 2), part('serial', 6)] },
    codeOf: (kind: Kind, serial: number) => `${LABELS[kind][2]}${LABELS[kind][3]}${String(serial).padStart(6, '0')}`,
  },
  eleven: {
    scheme: { prefix: '', parts: [part('level1', 1), part('level2', 2), part('serial', 8)] },
    codeOf: (kind: Kind, serial: number) => `${LABELS[kind][2]}${LABELS[kind][3]}${String(serial).padStart(8, '0')}`,
  },
  lettered: {
    scheme: { prefix: 'ZB', parts: [part('level2', 2), part('serial', 4)] },
    codeOf: (kind: Kind, serial: number) => `ZB${LABELS[kind][3]}${String(serial).padStart(4, '0')}`,
  },
  common: {
    scheme: { prefix: 'gx', parts: [part('scenario', 2), part('level2', 2), part('serial', 2)] },
    codeOf: (kind: Kind, serial: number) => `gx01${LABELS[kind][3]}${String(serial).padStart(2, '0')}`,
  },
  short: { scheme: null, codeOf: (_kind: Kind, serial: number) => String(4000 + serial) },
} as const;

type Style = keyof typeof STYLES;

function catalogueOf(style: Style, isComplete: boolean, used: readonly number[]): IndicatorCatalogue {
  const { scheme, codeOf } = STYLES[style];
  return parseCatalogue({
    version: 1,
    id: 'random',
    name: '南湖区指标库',
    source: '测试',
    isComplete,
    codeScheme: scheme && {
      ...scheme,
      isLevel2WithinLevel1: scheme.parts[0].meaning === 'level1',
      level1: LEVEL1,
      level2: LEVEL2,
    },
    entries: [...new Set(used)].map((index) => {
      const [name, level1, level2, kind, unit] = STANDARD[index];
      return { code: codeOf(level2, index + 1), name, level1, level2, kind, unit };
    }),
  });
}

interface RandomRow {
  readonly entry: number;
  readonly change: 'none' | 'words' | 'blank' | 'n/a' | 'other value' | 'other level' | 'coded' | 'secret';
}

const ROW: fc.Arbitrary<RandomRow> = fc.record({
  entry: fc.nat(STANDARD.length - 1),
  change: fc.oneof(
    { weight: 5, arbitrary: fc.constant('none' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('words', 'blank', 'n/a', 'other value', 'other level', 'coded', 'secret' as const),
    },
  ),
}) as fc.Arbitrary<RandomRow>;

const FORM = fc.record({
  type: fc.constantFrom('P', 'P with a column of codes', 'C', 'O' as const),
  labels: fc.constantFrom('plain', 'marked', 'numbered', 'coded' as const),
  isMerged: fc.boolean(),
  rows: fc.array(ROW, { minLength: 1, maxLength: 8 }),
});

type RandomForm = typeof FORM extends fc.Arbitrary<infer Value> ? Value : never;

const WORKBOOK = fc.record({
  style: fc.constantFrom(...(Object.keys(STYLES) as Style[])),
  isComplete: fc.boolean(),
  entries: fc.array(fc.nat(STANDARD.length - 1), { minLength: 1, maxLength: 9 }),
  forms: fc.array(FORM, { minLength: 1, maxLength: 2 }),
});

function labelsOf(kind: Kind, labels: RandomForm['labels'], style: Style): readonly [string, string] {
  const [level1, level2, digits1, digits2] = LABELS[kind];
  if (labels === 'marked') return [`*${level1}`, `*${level2}`];
  if (labels === 'numbered') return [`${digits1}.${level1}`, `${digits2.charAt(1)}.${level2}`];
  if (labels === 'plain' || style === 'short') return [level1, level2];
  return [style === 'nine' || style === 'eleven' ? `${digits1}-${level1}` : level1, `${digits2}-${level2}`];
}

/** Level 1, level 2, name, value, code. */
function rowOf({ entry, change }: RandomRow, labels: RandomForm['labels'], style: Style, hasColumn: boolean) {
  const [name, , kind, , , value] = STANDARD[entry];
  const levels = labelsOf(change === 'other level' ? 'quality' : kind, labels, style);
  const code = STYLES[style].codeOf(kind, entry + 1);
  const written = {
    none: name,
    words: `${name.slice(0, -1)}情况`,
    blank: null,
    'n/a': '不适用',
    'other value': name,
    'other level': name,
    coded: hasColumn ? name : `${code}-${name}`,
    secret: '涉密内容不宜公开',
  }[change];
  const target = change === 'other value' ? '≥7台' : change === 'n/a' ? '不适用' : value;
  return [...levels, written, target, change === 'coded' && hasColumn ? code : null] as const;
}

function sheetOf(form: RandomForm, style: Style, sheet: string): SheetContent {
  const hasColumn = form.type === 'P with a column of codes';
  const rows = form.rows
    .slice()
    .sort((a, b) => a.entry - b.entry)
    .map((row) => rowOf(row, form.labels, style, hasColumn));
  if (form.type === 'C') {
    const coded = rows.map(([level1, level2, name, value]): CodedProjectSpec['rows'][number] => [
      level1,
      level2,
      name,
      value,
      value,
    ]);
    return codedTable([{ rows: coded }], sheet);
  }
  const columnTitles = ['一级指标', '二级指标', '三级指标', '指标值', hasColumn ? '指标编码' : '指标解释'];
  const isFirst = (index: number, column: 0 | 1): boolean =>
    index === 0 || rows[index - 1][column] !== rows[index][column] || rows[index - 1][0] !== rows[index][0];
  const cellsOf = (row: (typeof rows)[number], index: number): IndicatorRow => {
    const blankOr = (column: 0 | 1): CellSpec => (form.isMerged && !isFirst(index, column) ? null : row[column]);
    return [blankOr(0), blankOr(1), row[2], row[3], hasColumn ? row[4] : `第${index + 1}项说明，以台账为准。`];
  };
  if (form.type === 'O') return overallTarget({ sheet, rows: rows.map(cellsOf) });
  return projectTarget({ sheet, columnTitles, rows: rows.map(cellsOf) });
}

const profile = parseProfile({ ...generalProfile, wantsIndicatorCodes: true });

function check(snapshot: WorkbookSnapshot, catalogue: IndicatorCatalogue): readonly Finding[] {
  return runReview(snapshot, { rules: RULES, profile, divisionCodes: null, catalogue }).findings;
}

const planOf = (snapshot: WorkbookSnapshot, catalogue: IndicatorCatalogue): CodingPlan =>
  proposeCodes(readForms(snapshot), catalogue, snapshot);
const tell = ({ sheet, cell, ruleId, message }: Finding): string => `${sheet}!${cell} ${ruleId} ${message}`;
const placeOf = ({ sheet, cell, ruleId }: Finding): string => `${sheet}!${cell} ${ruleId}`;
const rowOfCell = (sheet: string, cell: string): string => `${sheet}!${parseAddress(cell)?.row}`;

test('填入可直接填的编码：没有新的问题，可以撤销，再读一次没有可填的，去掉编码后名称照旧', () => {
  let filledRows = 0;
  fc.assert(
    fc.property(WORKBOOK, ({ style, isComplete, entries, forms }) => {
      const catalogue = catalogueOf(style, isComplete, entries);
      const snapshot = workbookOf(...forms.map((form, index) => sheetOf(form, style, `表${index + 1}`)));
      const plan = planOf(snapshot, catalogue);
      const choices = certainChoices(plan);
      filledRows += Object.keys(choices).length;
      const changes = fillingChanges(plan, choices);
      const applied = applyChangeSet(snapshot, changes);
      expect(applied.conflicts).toEqual([]);

      const before = check(snapshot, catalogue);
      const after = check(applied.snapshot, catalogue);
      const filled = new Set(
        plan.rows.filter(({ key }) => choices[key]).map(({ sheet, cell }) => rowOfCell(sheet, cell)),
      );
      const known = new Set(before.map(placeOf));
      const ofFilled = after.filter(
        (finding) =>
          finding.ruleId.startsWith('code/') &&
          filled.has(rowOfCell(finding.sheet, finding.cell)) &&
          !(finding.ruleId === 'code/format' && known.has(placeOf(finding))),
      );
      expect(ofFilled.map(tell)).toEqual([]);
      // Once some rows have codes, those that have none are told; and what is there twice is seen to be once both have their codes.
      const expected = ['code/missing', 'form/duplicate-indicator'];
      const added = after.filter((finding) => !known.has(placeOf(finding)) && !expected.includes(finding.ruleId));
      expect(added.map(tell)).toEqual([]);

      const restored = applyChangeSet(applied.snapshot, invertChangeSet(changes));
      expect(restored.conflicts).toEqual([]);
      expect(restored.snapshot.sheets.map(({ content }) => content)).toEqual(
        snapshot.sheets.map(({ content }) => content),
      );

      const again = planOf(applied.snapshot, catalogue);
      expect(again.rows.filter(({ state }) => state === 'certain')).toEqual([]);
      expect(again.rows.filter(({ key }) => choices[key]).map(({ state, note }) => [state, note])).toEqual(
        Object.keys(choices).map(() => ['coded', null]),
      );
      const keys = Object.keys(choices);
      const stripped = planOf(applyChangeSet(applied.snapshot, strippingChanges(again, keys)).snapshot, catalogue);
      const namesOf = ({ rows }: CodingPlan): readonly string[] =>
        rows.filter(({ key }) => choices[key]).map(({ name }) => name);
      expect(namesOf(stripped)).toEqual(keys.map((key) => choices[key].name));
      expect(stripped.rows.filter(({ key, code }) => choices[key] && code !== null)).toEqual([]);
    }),
    { numRuns: 100, seed: 20261121 },
  );
  expect(filledRows).toBeGreaterThan(100);
});
