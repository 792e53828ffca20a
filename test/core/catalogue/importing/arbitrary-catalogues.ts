import fc from 'fast-check';
import {
  ENTRY_KINDS,
  type CatalogueEntry,
  type CatalogueFile,
  type CodeScheme,
} from '../../../../src/core/catalogue/catalogue-file';
import { KNOWN_CODE_SCHEMES } from '../../../../src/core/catalogue/code-schemes';
import type { Level1, Level2 } from '../../../../src/core/forms/indicator-levels';

const [NINE_DIGITS, COMMON] = KNOWN_CODE_SCHEMES;

const LEVEL1_OF: Readonly<Record<string, Level1>> = { '1': 'output', '2': 'benefit', '3': 'satisfaction' };
const PLAIN_LEVELS: readonly (readonly [Level1 | null, Level2 | null])[] = [
  [null, null],
  ['output', 'quantity'],
  ['output', 'timeliness'],
  ['output', 'cost'],
  ['cost', 'economicCost'],
  ['cost', 'ecologicalCost'],
  ['benefit', 'socialBenefit'],
  ['benefit', 'ecologicalBenefit'],
  ['satisfaction', 'otherSatisfaction'],
  ['process', null],
  [null, 'quality'],
];

const THINGS = [
  '扶持企业',
  '培训',
  '图书采购',
  '道路养护',
  '(新建、改建)校舍',
  '“两免一补”政策',
  'APP',
  '5G基站',
  '3.5吨车',
];
const MEASURES = ['数量', '人数', '验收合格率', '完成及时率', '满意度', '成效', '情况(是/否)', '=A1', '-数', '、次数'];
const names = fc
  .tuple(fc.constantFrom(...THINGS), fc.constantFrom(...MEASURES), fc.integer({ min: 0, max: 400 }))
  .map(([thing, measure, number]) => `${thing}${number === 0 ? '' : `第${number}类`}${measure}`);

const WORDS = [
  '反映情况',
  'a,b',
  '甲、乙',
  '说“是”',
  '按;计',
  '第一行\n第二行',
  '=1+1',
  "'=x",
  '+8',
  '@我',
  '_x0041_',
  '{"a":1}',
  'A|B',
  '<b>&',
];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const lines = words.map((text) => text.replace(/\n/g, ''));

const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 1, nil: null });

interface Coded {
  readonly code: string;
  readonly level1: Level1 | null;
  readonly level2: Level2 | null;
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0');

const nineDigits: fc.Arbitrary<Coded> = fc
  .tuple(fc.constantFrom(...Object.keys(NINE_DIGITS.level2)), fc.integer({ min: 0, max: 999999 }))
  .map(([digits, serial]) => ({
    code: `${digits[0]}${digits}${pad(serial, 6)}`,
    level1: LEVEL1_OF[digits[0]],
    level2: NINE_DIGITS.level2[digits],
  }));

const common: fc.Arbitrary<Coded> = fc
  .tuple(fc.constantFrom(...Object.keys(COMMON.level2)), fc.integer({ min: 0, max: 9999 }))
  .map(([digits, serial]) => {
    const level2 = COMMON.level2[digits];
    const level1 = level2 === 'serviceSatisfaction' ? 'satisfaction' : 'output';
    return { code: `gx${pad(serial, 4).slice(0, 2)}${digits}${pad(serial, 4).slice(2)}`, level1, level2 };
  });

const plain: fc.Arbitrary<Coded> = fc
  .tuple(fc.constantFrom('A', 'ZB', ''), fc.integer({ min: 1, max: 99999 }), fc.constantFrom(...PLAIN_LEVELS))
  .map(([letters, serial, [level1, level2]]) => ({ code: `${letters}0${pad(serial, 5)}`, level1, level2 }));

function entriesWith(coded: fc.Arbitrary<Coded>): fc.Arbitrary<CatalogueEntry[]> {
  const entry = fc.record({
    coded,
    name: names,
    unit: optional(fc.constantFrom('家', '平方米', '人次', '/年')),
    kind: optional(fc.constantFrom(...ENTRY_KINDS)),
    direction: optional(fc.constantFrom('higher' as const, 'lower' as const)),
    explanation: optional(words),
    aliases: fc.uniqueArray(
      names.map((name) => `又${name}`),
      { maxLength: 3 },
    ),
    year: optional(fc.integer({ min: 1990, max: 2099 })),
    source: optional(lines),
  });
  return fc
    .uniqueArray(entry, { minLength: 4, maxLength: 30, selector: ({ coded: { code } }) => code.toLowerCase() })
    .map((entries) =>
      entries.map(({ coded: { code, level1, level2 }, ...rest }) => ({ code, level1, level2, ...rest })),
    );
}

function catalogueWith(codeScheme: CodeScheme | null, coded: fc.Arbitrary<Coded>): fc.Arbitrary<CatalogueFile> {
  return fc.tuple(entriesWith(coded), fc.boolean()).map(([entries, isComplete]) => ({
    version: 1 as const,
    id: 'arbitrary',
    name: '任意指标库',
    source: '测试',
    isComplete,
    codeScheme: codeScheme as CatalogueFile['codeScheme'],
    entries: entries as CatalogueFile['entries'],
  }));
}

/** Catalogues whose entries agree with their codes, built after each known scheme and after none. */
export const catalogues: fc.Arbitrary<CatalogueFile> = fc.oneof(
  catalogueWith(NINE_DIGITS, nineDigits),
  catalogueWith(COMMON, common),
  catalogueWith(null, plain),
);
