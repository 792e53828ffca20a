import { formatCoded } from '../values/indicator-code';
import { bareText } from '../values/normalize-text';
import type { CodingRow } from './coding-plan';

/**
 * Rows of one project that claim the same entry: none of them is certain any more, for a code names one indicator of a project. Rows of
 * the same name may share it: that they are there twice is not a matter of codes.
 */
export function withoutRivals(rows: readonly CodingRow[]): readonly CodingRow[] {
  const claims = new Map<string, CodingRow[]>();
  for (const row of rows) {
    const code = claimOf(row);
    if (code === null) continue;
    const others = claims.get(code);
    if (others) others.push(row);
    else claims.set(code, [row]);
  }
  return rows.map((row) => {
    const code = row.state === 'certain' ? claimOf(row) : null;
    if (code === null) return row;
    const rival = (claims.get(code) || []).find((other) => bareText(other.name) !== bareText(row.name));
    if (rival === undefined) return row;
    const { entry } = row.candidates[0];
    const note =
      rival.state === 'coded'
        ? `${rival.cell} 的“${rival.name}”已用编码“${entry.code}”，本行也对应这一项；请核对后再选。`
        : `本行和 ${rival.cell} 的“${rival.name}”都对应“${formatCoded(entry.code, entry.name)}”；请核对后再选。`;
    return { ...row, state: 'choose', note };
  });
}

/** The code a row has or would surely get, comparable. */
function claimOf({ state, code, candidates }: CodingRow): string | null {
  if (state === 'coded') return code && code.toLowerCase();
  return state === 'certain' ? candidates[0].entry.code.toLowerCase() : null;
}
