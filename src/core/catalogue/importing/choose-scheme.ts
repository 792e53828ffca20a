import type { CodeScheme } from '../catalogue-file';
import { splitCode, type CodeParts } from '../code-scheme';
import { isPossibleParent, type Level1, type Level2 } from '../../forms/indicator-levels';
import { shorten, type ListedEntry, type StatedLevel } from './listed-entry';

/** So many of the codes must be built after a scheme, and so many of those agree with the levels of their rows. */
const FOLLOWING = 0.6;
const FEWEST_CODES = 3;

/** The scheme that most codes follow without contradicting the levels of their rows; null when there is none. */
export function chooseScheme(entries: readonly ListedEntry[], schemes: readonly CodeScheme[]): CodeScheme | null {
  let chosen: CodeScheme | null = null;
  let most = 0;
  for (const scheme of schemes) {
    let built = 0;
    let contradicting = 0;
    for (const entry of entries) {
      const parts = splitCode(entry.code, scheme);
      if (parts === null || parts.level2 === null) continue;
      built += 1;
      if (contradiction(entry, parts) !== null) contradicting += 1;
    }
    const isFollowed =
      built >= Math.max(FEWEST_CODES, entries.length * FOLLOWING) && contradicting <= built * (1 - FOLLOWING);
    if (isFollowed && built - contradicting > most) {
      chosen = scheme;
      most = built - contradicting;
    }
  }
  return chosen === null ? null : withPrintedLabels(chosen, entries);
}

/** Why a code cannot stand where the list puts it: a Chinese clause, or null. */
export function contradiction(
  { code, level1, level2 }: Pick<ListedEntry, 'code' | 'level1' | 'level2'>,
  parts: CodeParts,
): string | null {
  if (!parts.isPossible) {
    return `编码“${code}”的二级指标位“${parts.level2Digits}”不以一级指标位“${parts.level1Digits}”开头`;
  }
  if (level2 !== null && isOther2(level2, parts)) {
    return `编码“${code}”的二级指标位是“${parts.level2Digits}”，表中却列在“${titleOf(level2)}”下`;
  }
  if (level1 !== null && isOther1(level1, parts)) {
    return `编码“${code}”的一级指标位是“${parts.level1Digits}”，表中却列在“${titleOf(level1)}”下`;
  }
  return null;
}

function isOther2(stated: StatedLevel<Level2>, { level2, level2Digits }: CodeParts): boolean {
  if (level2Digits === '') return false;
  if (stated.digits !== null && stated.digits.length === level2Digits.length) return stated.digits !== level2Digits;
  if (stated.kind === level2) return false;
  return stated.kind !== null && level2 !== null && familyOf(stated.kind) !== familyOf(level2);
}

function isOther1(stated: StatedLevel<Level1>, { level1, level1Digits, level2 }: CodeParts): boolean {
  if (level1Digits === '') return false;
  if (stated.digits !== null && stated.digits.length === level1Digits.length) return stated.digits !== level1Digits;
  if (stated.kind === null || level1 === null || stated.kind === level1) return false;
  // Some lists print 满意度 under 效益, 成本 under 产出.
  return level2 === null || !isPossibleParent(stated.kind, level2);
}

/** Kinds of cost are costs, of whomever the satisfaction is. */
function familyOf(level2: Level2): string {
  if (/cost$/i.test(level2)) return 'cost';
  return /satisfaction$/i.test(level2) ? 'satisfaction' : level2;
}

function titleOf({ digits, label }: StatedLevel<unknown>): string {
  return shorten(digits === null ? label : label === '' ? digits : `${digits}-${label}`);
}

/** What the office itself prints behind the digits of a level goes before what is known of others. */
function withPrintedLabels(scheme: CodeScheme, entries: readonly ListedEntry[]): CodeScheme {
  const labels1 = printedLabels(
    entries.map(({ level1 }) => level1),
    scheme.level1,
  );
  const labels2 = printedLabels(
    entries.map(({ level2 }) => level2),
    scheme.level2,
  );
  const level1Labels = { ...scheme.level1Labels, ...labels1 };
  const level2Labels = { ...scheme.level2Labels, ...labels2 };
  return {
    ...scheme,
    ...(Object.keys(level1Labels).length > 0 ? { level1Labels } : {}),
    ...(Object.keys(level2Labels).length > 0 ? { level2Labels } : {}),
  };
}

function printedLabels(
  levels: readonly (StatedLevel<unknown> | null)[],
  known: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const level of levels) {
    if (level === null || level.digits === null || level.kind === null || !(level.digits in known)) continue;
    const ofDigits = counts.get(level.digits) || new Map<string, number>();
    counts.set(level.digits, ofDigits);
    ofDigits.set(level.label, (ofDigits.get(level.label) || 0) + 1);
  }
  const labels: Record<string, string> = {};
  counts.forEach((ofDigits, digits) => {
    let most = 0;
    ofDigits.forEach((count, label) => {
      if (count <= most) return;
      most = count;
      labels[digits] = label;
    });
  });
  return labels;
}
