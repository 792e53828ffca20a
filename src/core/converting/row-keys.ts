import { LEVEL2_TITLES, parseLevel2, type Level2 } from '../forms/indicator-levels';
import { plainNameOf } from '../forms/indicator-rows';

/** What the list of unplaced texts calls each row of a project, by the texts that stand on the converted sheet. */
export function rowKeys(rows: readonly { readonly level2: string; readonly name: string }[]): readonly string[] {
  return numbered(
    rows.map(({ level2, name }) => {
      const { kind, name: label } = parseLevel2(level2);
      return `${titleOf(kind, label)}：${plainNameOf(name).replace(/\s+/g, ' ') || '（未填）'}`;
    }),
  );
}

/** What the list calls each project of a sheet. */
export function projectKeys(names: readonly string[]): readonly string[] {
  return numbered(names.map((name) => name.trim() || '（未填名称）'));
}

function titleOf(kind: Level2 | null, label: string): string {
  return kind === null ? label || '（未分类）' : LEVEL2_TITLES[kind];
}

/** A text that comes again gets its number. */
function numbered(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const count = (counts.get(text) || 0) + 1;
    counts.set(text, count);
    return count === 1 ? text : `${text}（${count}）`;
  });
}
