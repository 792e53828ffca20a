import { LEVEL1_TITLES, LEVEL2_TITLES } from '../../forms/indicator-levels';
import type { CatalogueEntry, CatalogueFile, EntryKind } from '../catalogue-file';
import { NOT_STATED } from './entry-words';

const KIND_TITLES: Readonly<Record<EntryKind, string>> = {
  count: '数量',
  rate: '比率',
  date: '日期',
  'yes-no': '是否',
  text: '文字',
};

const COLUMNS: readonly (readonly [heading: string, text: (entry: CatalogueEntry) => string])[] = [
  ['指标编码', ({ code }) => code],
  ['指标名称', ({ name }) => name],
  // A blank level would be read as that of the row above.
  ['一级指标', ({ level1 }) => (level1 === null ? NOT_STATED : LEVEL1_TITLES[level1])],
  ['二级指标', ({ level2 }) => (level2 === null ? NOT_STATED : LEVEL2_TITLES[level2])],
  ['计量单位', ({ unit }) => unit || ''],
  ['取值类型', ({ kind }) => (kind === null ? '' : KIND_TITLES[kind])],
  ['指标方向', ({ direction }) => (direction === null ? '' : direction === 'higher' ? '正向' : '逆向')],
  ['指标解释', ({ explanation }) => explanation || ''],
  ['别名', ({ aliases }) => joinAliases(aliases)],
  ['启用年度', ({ year }) => (year === null ? '' : String(year))],
  ['来源', ({ source }) => source || ''],
];

/** Where the code stands in the rows of `catalogueToRows`. */
export const CODE_COLUMN = 0;

/**
 * A catalogue's entries as a table: the headings, then a row for each entry, all of them texts. Read again, it gives the same
 * entries; what holds for the catalogue as a whole (its name, how its codes are built) is not in it.
 */
export function catalogueToRows({ entries }: Pick<CatalogueFile, 'entries'>): readonly (readonly string[])[] {
  const head = COLUMNS.map(([heading]) => heading);
  return [head].concat(entries.map((entry) => COLUMNS.map(([, text]) => text(entry))));
}

/** A catalogue as the text of a file (docs/indicator-catalogues.md), one line for each entry; what is not known is left out. */
export function catalogueToJson(file: CatalogueFile): string {
  const { entries, ...rest } = file;
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  const lines = entries.map((entry) => `    ${JSON.stringify(statedOf(entry))}`);
  return `${head},\n  "entries": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function statedOf(entry: CatalogueEntry): Partial<CatalogueEntry> {
  const stated: Partial<Record<keyof CatalogueEntry, unknown>> = {};
  for (const key of Object.keys(entry) as (keyof CatalogueEntry)[]) {
    const value = entry[key];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) stated[key] = value;
  }
  return stated as Partial<CatalogueEntry>;
}

/** Apart by semicolons, or by lines where one holds a semicolon; a sign at the end tells that commas are none of them. */
function joinAliases(aliases: readonly string[]): string {
  const mark = aliases.some((alias) => /[;；|｜]/.test(alias)) ? '\n' : '；';
  const joined = aliases.join(mark);
  return aliases.length === 1 && /[、,，;；|｜]/.test(joined) ? joined + mark : joined;
}
