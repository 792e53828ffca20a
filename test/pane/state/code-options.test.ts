import type { CatalogueEntry } from '../../../src/core/catalogue/indicator-catalogue';
import type { Level2 } from '../../../src/core/forms/indicator-levels';
import { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { searchOptions } from '../../../src/pane/state/codes/code-options';
import type { CatalogueSearch } from '../../../src/session';
import { codesSheets, entryOf, proposeSampleCodes } from '../sample-codes';

const [row] = proposeSampleCodes(new WorkbookSnapshot('申报表.xlsx', codesSheets())).rows;

const entries = (level2: Level2 | null, count: number, first: number): readonly CatalogueEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    ...entryOf('111000101'),
    code: String(first + index),
    unit: null,
    level2,
  }));

/** A catalogue that finds these whatever is asked. */
async function found(library: readonly CatalogueEntry[], level2: Level2 | null = 'quantity') {
  const search = async (_id: string | null, wanted: CatalogueSearch): Promise<readonly CatalogueEntry[]> =>
    library
      .filter((entry) => wanted.level2 === null || entry.level2 === null || entry.level2 === wanted.level2)
      .slice(0, wanted.limit);
  const { options, isCut } = await searchOptions({ search }, null, { ...row, level2 }, '图书');
  return { isCut, options: options.map(({ entry, reason, problem }) => [entry.code, reason, problem]) };
}

test('many of the own level: the first eight, that there are more, and no other of them as a hint', async () => {
  const { isCut, options } = await found([...entries('quantity', 12, 111000001), ...entries('quality', 6, 112000001)]);
  expect(isCut).toBe(true);
  expect(options).toEqual([
    ...entries('quantity', 8, 111000001).map(({ code }) => [code, '', null]),
    ...entries('quality', 4, 112000001).map(({ code }) => [code, '', '该编码属质量指标，所在行是数量指标。']),
  ]);
});

test('entries whose level the catalogue does not tell may be chosen', async () => {
  expect(await found(entries(null, 2, 900001))).toEqual({
    isCut: false,
    options: [
      ['900001', '', null],
      ['900002', '', null],
    ],
  });
});

test('a row whose level is not known may get any; their levels are told', async () => {
  expect(await found([...entries('quantity', 1, 111000001), ...entries('quality', 1, 112000001)], null)).toEqual({
    isCut: false,
    options: [
      ['111000001', '数量指标', null],
      ['112000001', '质量指标', null],
    ],
  });
});
