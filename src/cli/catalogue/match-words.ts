import type { MatchCandidate } from '../../core/catalogue/matching';
import { toPrintable } from '../../core/reporting/text-layout';
import { formatCoded } from '../../core/values/indicator-code';

/** A candidate as plain data, for JSON. */
export function describeCandidate({ entry, score, reason, isOtherLevel2 }: MatchCandidate): object {
  const described = { code: entry.code, name: entry.name, score: Math.round(score * 1000) / 1000, reason };
  return isOtherLevel2 ? { ...described, otherLevel2: true } : described;
}

/** A candidate in words, with its reason. */
export function candidateWords({ entry, reason }: MatchCandidate): string {
  return wordLine([formatCoded(entry.code, entry.name), reason]);
}

/** Pieces of text side by side on one line; blank ones are left out. */
export function wordLine(pieces: readonly string[]): string {
  return pieces
    .map(toPrintable)
    .filter((piece) => piece !== '')
    .join('  ');
}
